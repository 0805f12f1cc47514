/** Tells of limits that stand on a rung: at start, and every hour. Each (clock, end, rung) once to each person. */
import { addDays } from '@redress/domain/calendar/civil-date';
import type { OrganId, StreamId } from '@redress/domain/ids';
import type { Obligor } from '@redress/domain/law/vocabulary';
import type { LawContext } from '@redress/domain/ledger/kinds';
import { replay } from '@redress/domain/ledger/replay';
import type { Lawsuit } from '@redress/domain/litigation/case-types';
import { litigation } from '@redress/domain/litigation/kind';
import { toldOfRung } from '@redress/domain/notices/recipients';
import { rungOn } from '@redress/domain/notices/rungs';
import { toldOfSuitRung } from '@redress/domain/notices/suit-rungs';
import type { ReconsiderationCase } from '@redress/domain/reconsideration/case-types';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import { clocksEnding, ledgersOf, streamsWith } from '../../case-store/unheard.ts';
import type { Services } from '../../trpc/context.ts';
import { type NewNotice, tell } from './notices.ts';
import { accountsOf } from './tell-of-entries.ts';
import { tellOfSessions } from './tell-of-sessions.ts';

/** No rung lies farther before its end: the fortieth of ninety days, and a holiday at their end. */
const AHEAD_DAYS = 62;
/** Who learns of a case later than this after its end has learned of it otherwise. */
const BEHIND_DAYS = 90;

/** The deadlines of the law book, with who must act. */
const obligorsOf = (law: LawContext): ReadonlyMap<string, Obligor> =>
  new Map(
    law.lawBook.rules.flatMap((rule) => (rule.kind === 'deadline' ? [[rule.id as string, rule.obligor] as const] : [])),
  );

/** The cases among these from which somebody was ever recused: from them not everybody is told. */
async function casesWithRecusals(
  { db, law }: Pick<Services, 'db' | 'law'>,
  streams: readonly StreamId[],
): Promise<ReadonlyMap<StreamId, ReconsiderationCase>> {
  const ledgers = await ledgersOf(db, await streamsWith(db, 'recused', streams));
  return new Map(
    [...ledgers].map(([streamId, entries]) => [
      streamId,
      replay(reconsideration, { streamId, kind: reconsideration.kind, entries }, law),
    ]),
  );
}

/** The lawsuits among these: who answers for an organ in them stands in their ledgers. */
async function lawsuitsOf(
  { db, law }: Pick<Services, 'db' | 'law'>,
  streams: readonly StreamId[],
): Promise<ReadonlyMap<StreamId, Lawsuit>> {
  if (streams.length === 0) return new Map();
  const ledgers = await ledgersOf(db, streams);
  return new Map(
    [...ledgers].map(([streamId, entries]) => [
      streamId,
      replay(litigation, { streamId, kind: litigation.kind, entries }, law),
    ]),
  );
}

/** Tells of every limit on its rung of today; those of days on which nobody looked are passed over. How many were new. */
export async function tellOfLimits(s: Pick<Services, 'db' | 'directory' | 'law' | 'clock'>): Promise<number> {
  const day = s.clock.today();
  const obligors = obligorsOf(s.law);
  const [office, clocks] = await Promise.all([
    s.directory.current(),
    clocksEnding(s.db, {
      rules: [...obligors.keys()],
      day,
      from: addDays(day, -BEHIND_DAYS),
      to: addDays(day, AHEAD_DAYS),
    }),
  ]);
  const cases = await casesWithRecusals(s, [...new Set(clocks.map((k) => k.streamId))]);
  const suits = await lawsuitsOf(s, [
    ...new Set(clocks.flatMap((k) => (k.kind === litigation.kind ? [k.streamId] : []))),
  ]);
  const createdAt = s.clock.now();
  // Those longest overdue are read first.
  const byEnd = clocks.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const notices = byEnd.flatMap((k) => {
    const obligor = obligors.get(k.ruleId);
    const rung = rungOn({ ruleId: k.ruleId, from: k.visibleFrom, due: k.due, used: k.used }, day, s.law.calendar);
    if (obligor === undefined || rung === null) return [];
    const params = {
      ruleId: k.ruleId,
      due: k.due,
      rung,
      ...(k.subjectInformed ? { organId: k.subject as OrganId } : {}),
    };
    const suit = suits.get(k.streamId);
    const whom = suit === undefined ? toldOfRung({ ...k, obligor }, rung) : toldOfSuitRung(suit, k, rung);
    const accounts = new Set(whom.flatMap((to) => accountsOf(office, to, day, cases.get(k.streamId) ?? null)));
    return [...accounts].map(
      (accountId): NewNotice => ({
        kind: 'due',
        params,
        accountId,
        streamId: k.streamId,
        key: `due|${k.streamId}|${k.clockId}|${k.due}|${rung}`,
        createdAt,
      }),
    );
  });
  return (await tell(s.db, notices)) + (await tellOfSessions(s, office, day));
}
