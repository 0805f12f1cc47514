/**
 * Whether an organ was told of a session three days before it: the summons (INT2018 71) and the notice to its leader
 * (LEAD2020 5(2)). Of the last telling only: who was told late of a day that was moved was told anew.
 */
import type { OrganId } from '../ids.ts';
import { type Clock, clockStatusOn } from '../ledger/clock.ts';
import type { CourtSession } from './case-types.ts';

export const noticeRules = ['litigation.summons', 'litigation.appearance-notice'] as const;
export type NoticeRule = (typeof noticeRules)[number];

/** Where the three days are written. */
export const articleOfNotice = {
  'litigation.summons': 'INT2018 71',
  'litigation.appearance-notice': 'LEAD2020 5(2)',
} as const satisfies Record<NoticeRule, string>;

export interface NoticeChecks {
  /** The rules that were looked at; none while no service is on record, or where none applies. */
  readonly rules: readonly NoticeRule[];
  /** Those of them that were not kept. */
  readonly late: readonly NoticeRule[];
}

export function noticeChecks(
  clocks: readonly Clock[],
  session: Pick<CourtSession, 'set' | 'moves'>,
  organId: OrganId,
): NoticeChecks {
  const told = session.moves.at(-1)?.seq ?? session.set.seq;
  const own = clocks.filter((k) => k.subject === organId && k.startSeq === told && k.end.is === 'met');
  const of = (rule: NoticeRule) => own.find((k) => k.ruleId === rule);
  const rules = noticeRules.filter((rule) => of(rule) !== undefined);
  const late = rules.filter((rule) => {
    const clock = of(rule);
    return clock?.end.is === 'met' && clockStatusOn(clock, clock.end.on) === 'late';
  });
  return { rules, late };
}
