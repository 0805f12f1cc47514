/** What a limit is for, whatever the procedure or the law's version: by these acts lists are narrowed and counted. */
import type { Computation } from '../law/compute.ts';
import type { RuleId } from '../law/vocabulary.ts';
import type { WaitedFor } from './codes.ts';

export const dueActs = ['examine', 'correct', 'copy', 'reply', 'review', 'decide', 'perform', 'report'] as const;
export type DueAct = (typeof dueActs)[number];

/** The rules of each act. */
export const rulesOfAct = {
  examine: ['reconsideration.examine', 'reconsideration.examine-corrected'],
  correct: ['reconsideration.correct'],
  copy: ['reconsideration.send-copy-ordinary', 'reconsideration.send-copy-simplified'],
  reply: ['reconsideration.reply-ordinary', 'reconsideration.reply-simplified'],
  review: [
    'reconsideration.review-own',
    'reconsideration.review-refer',
    'reconsideration.review-ask-maker',
    'reconsideration.review-maker-reply',
    'reconsideration.review-referred-reply',
  ],
  decide: ['reconsideration.decide-ordinary', 'reconsideration.decide-simplified'],
  perform: [
    'reconsideration.perform',
    'reconsideration.redo',
    'reconsideration.perform-mediation',
    'reconsideration.perform-as-ordered',
  ],
  report: ['reconsideration.report-on-opinion'],
} as const satisfies Record<DueAct, readonly RuleId[]>;

/** Acts that are still due when the case has its end: their lists hold closed cases, too. */
export const actsAfterClosing = ['perform', 'report'] as const satisfies readonly DueAct[];

/** 等别人: whoever is neither the institution nor one of its approvers. */
export const othersWaitedFor = [
  'applicant',
  'respondent',
  'document-maker',
  'competent-organ',
  'other-case',
  'service',
] as const satisfies readonly WaitedFor[];

/** The days used that staff watch in the limit of the decision. */
export const usedMarks = [40, 50] as const;
export type UsedMark = (typeof usedMarks)[number];

/** How many days the decision has, with the extension that took effect; null where they are not counted in days. */
export function daysOfDecision({ rule, extensions }: Pick<Computation, 'rule' | 'extensions'>): number | null {
  const length = rule?.special?.length ?? rule?.length ?? null;
  const unit = rule?.special?.unit ?? rule?.unit;
  if (length === null || unit !== 'day') return null;
  return extensions.reduce((sum, x) => (x.effective ? sum + x.fact.days : sum), length);
}

/** The marks that a limit has: those within it. Rows, counters, filters and reminders mean the same by them. */
export const marksOf = (computation: Pick<Computation, 'rule' | 'extensions'>): readonly UsedMark[] =>
  usedMarks.filter((at) => at < (daysOfDecision(computation) ?? 0));
