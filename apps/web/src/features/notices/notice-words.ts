/** A notice as a sentence, in the language of the screen. */
import { suitStepName } from '@redress/domain/labels/litigation';
import { litigationViewWords } from '@redress/domain/labels/litigation-view';
import { noticeLabels } from '@redress/domain/notices/labels';
import { plainDay } from '../../lib/format.ts';
import type { Words } from '../../lib/labels/words.ts';
import type { Language } from '../../lib/language.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import type { Labels } from '../../lib/use-labels.ts';

export type Notice = Outputs['notices']['list']['rows'][number];

export function noticeWords(notice: Notice, words: Words, labels: Labels, language: Language): string {
  if (notice.hidden) return noticeLabels(language).kinds[notice.kind];
  const { says, someOrgan, ofOrgan } = words.notices;
  const organ = notice.organName ?? someOrgan;
  switch (notice.kind) {
    case 'assigned':
    case 'joined':
    case 'report-returned':
    case 'transferred':
    case 'voided':
    case 'backup-failed':
      return says[notice.kind];
    case 'proposed':
    case 'returned':
    case 'approved':
      return says[notice.kind](suitStepName(language, notice.params.step) ?? labels.step(notice.params.step));
    case 'replied':
    case 'ordered':
    case 'performance-reported':
    case 'opinion-reported':
      return says[notice.kind](organ);
    case 'document-received':
      return says['document-received'](labels.documentKind(notice.params.documentKind));
    case 'hearing-scheduled':
      return says['hearing-scheduled'](plainDay(notice.params.on, language), notice.params.time);
    case 'suit-received': {
      const { courtNumber, level } = notice.params;
      return says['suit-received'](courtNumber, litigationViewWords(language).levels[level]);
    }
    case 'answer-filed':
      return says['answer-filed'](organ);
    case 'session-set':
    case 'session-moved':
    case 'session-cancelled':
    case 'leader-arranged':
    case 'proof-refused':
      return says[notice.kind](plainDay(notice.params.on, language), notice.params.time);
    case 'session-near': {
      const { on, time, leader } = notice.params;
      return says['session-near'](plainDay(on, language), time, leader);
    }
    case 'judged': {
      const { levels, outcomes } = litigationViewWords(language);
      return says.judged(levels[notice.params.level], outcomes[notice.params.outcome]);
    }
    case 'appealed':
      return notice.params.organId === undefined ? says.appealedByParty : says.appealed(organ);
    case 'advice-received':
    case 'defects-recorded':
      return says[notice.kind];
    case 'due': {
      const { ruleId, due, rung } = notice.params;
      const said = noticeLabels(language).rungs[rung](labels.ruleAct(ruleId), plainDay(due, language));
      return notice.organName === null ? said : ofOrgan(notice.organName, said);
    }
    case 'hand-over-asked':
      return says['hand-over-asked'](notice.byName ?? '', notice.params.cases);
    case 'reminded':
      return says.reminded(notice.byName ?? '');
  }
}

/** Red for what is overdue or failed, amber for what is near; the words say the same. */
export function toneOf(notice: Notice): 'red' | 'amber' | 'ink' {
  if (notice.hidden) return 'ink';
  if (notice.kind === 'backup-failed') return 'red';
  if (notice.kind === 'reminded' || notice.kind === 'hand-over-asked') return 'amber';
  if (notice.kind === 'session-near') return notice.params.leader === '' ? 'amber' : 'ink';
  if (notice.kind !== 'due') return 'ink';
  if (notice.params.rung === 'overdue') return 'red';
  return ['today', 'left-1', 'left-3'].includes(notice.params.rung) ? 'amber' : 'ink';
}
