/**
 * The words of a lawsuit's codes in one language: entries, instances, papers, appearances, outcomes and what follows. A
 * code without words does not compile.
 */
import type { Language } from '../calendar/civil-date.ts';
import type {
  AbsenceGround,
  AbsenceProof,
  AdviceSubject,
  AdviceTrigger,
  AgentKind,
  BeforeSuit,
  CourtMeasure,
  CourtPaper,
  CourtProcedure,
  DefectElement,
  DeliveryWay,
  DocumentKind,
  DutyResult,
  InstanceLevel,
  InstanceStage,
  JudgmentForm,
  LeaderNotice,
  LeaderRank,
  MajorGround,
  NotCounting,
  OrganRole,
  Outcome,
  ReconsiderationFate,
  RetrialGround,
  SatInstead,
  SessionKind,
  SpanGround,
  Stage,
  WaitedFor,
} from '../litigation/codes.ts';
import type { ContradictionCode } from '../litigation/contradictions.ts';
import type { DisputeEvent } from '../litigation/dispute.ts';
import type { LitigationEntryType } from '../litigation/entries.ts';
import type { SessionView, SuitApprover } from '../litigation/view-types.ts';
import type { partyCapacities } from '../reconsideration/entries.ts';
import { litigationViewEn } from './litigation-view-en.ts';
import { litigationViewZhCn } from './litigation-view-zh-cn.ts';
import { say } from './say.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

export interface LitigationViewWords {
  readonly entries: Words<LitigationEntryType>;
  readonly levels: Words<InstanceLevel | 'remand'>;
  readonly instanceStages: Words<InstanceStage>;
  readonly stages: Words<Stage>;
  readonly waitedFor: Words<WaitedFor>;
  /** The sentence: what the suit waits for. */
  readonly waitedWhat: Words<WaitedWhatInSuit>;
  /** What follows if nothing happens, beside the limits' own `expiries`. */
  readonly consequences: Words<SuitConsequence>;
  readonly procedures: Words<CourtProcedure>;
  readonly before: Words<BeforeSuit>;
  readonly roles: Words<OrganRole>;
  readonly capacities: Words<(typeof partyCapacities)[number]>;
  readonly papers: Words<CourtPaper>;
  readonly ways: Words<DeliveryWay>;
  readonly agents: Words<AgentKind>;
  /** 一般授权、特别授权 */
  readonly authority: Words<'general' | 'special'>;
  readonly sessionKinds: Words<SessionKind>;
  readonly sessionStates: Words<SessionView['state']>;
  readonly notices: Words<LeaderNotice>;
  readonly ranks: Words<LeaderRank>;
  readonly notCounting: Words<NotCounting>;
  readonly absenceGrounds: Words<AbsenceGround>;
  readonly absenceProofs: Words<AbsenceProof>;
  readonly proofResults: Words<'accepted' | 'to-cure' | 'rejected'>;
  readonly triggers: Words<AdviceTrigger>;
  readonly adviceSubjects: Words<AdviceSubject>;
  readonly dutyResults: Words<DutyResult>;
  readonly satInstead: Words<SatInstead>;
  readonly agreedHow: Words<'agreed' | 'court'>;
  readonly outcomes: Words<Outcome>;
  /** Where the review of a retrial says it in other words. */
  readonly reviewOutcomes: Words<'withdrawn'>;
  readonly judgmentForms: Words<JudgmentForm>;
  /** What became of the reconsideration decision. */
  readonly reconsideration: Words<ReconsiderationFate>;
  readonly defects: Words<DefectElement>;
  readonly majorGrounds: Words<MajorGround>;
  readonly measures: Words<CourtMeasure>;
  readonly suspensions: Words<SpanGround>;
  readonly retrialGrounds: Words<RetrialGround>;
  readonly documents: Words<DocumentKind>;
  readonly disputeEvents: Words<DisputeEvent>;
  readonly approvers: Words<SuitApprover>;
  readonly performedParts: Words<'whole' | 'partly'>;
  readonly adopted: Words<'yes' | 'partly' | 'no'>;
  readonly contradictions: Words<ContradictionCode>;
}

/** What a suit waits for, as `positionOn` says it. */
export const waitedWhatInSuit = [
  'approve',
  'acknowledge',
  'complaint-copy',
  'answer',
  'file-evidence',
  'plan-leader',
  'confirm-leader',
  'submit-identity-proof',
  'session',
  'hold-session',
  'record-appearance',
  'judgment',
  'serve-judgment',
  'appeal',
  'second-instance',
  'next-instance',
  'successor',
  'resume',
  'perform',
  'answer-advice',
  'nothing',
] as const;
export type WaitedWhatInSuit = (typeof waitedWhatInSuit)[number];

export const suitConsequences = [
  'counted-as-unrecorded',
  'judicial-advice',
  'not-appeared',
  'not-effective',
  'not-in-force',
  'enforced-by-court-or-organ',
] as const;
export type SuitConsequence = (typeof suitConsequences)[number];

/** The words of a language. */
export const litigationViewWords = (language: Language): LitigationViewWords =>
  language === 'zh-CN' ? litigationViewZhCn : litigationViewEn;

/** The word of a code; the code itself where it is none of the set. */
export function wordOf<S extends keyof LitigationViewWords>(language: Language, set: S, code: string): string {
  const words = litigationViewWords(language)[set] as Words<string>;
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}

/** The name of an instance: a remand is a first instance anew. */
export const levelText = (language: Language, level: InstanceLevel, remand: boolean): string =>
  litigationViewWords(language).levels[remand ? 'remand' : level];

/** What an entry of a lawsuit contradicts, as a sentence. */
export function suitContradictionText(
  language: Language,
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return say(wordOf(language, 'contradictions', code), params);
}
