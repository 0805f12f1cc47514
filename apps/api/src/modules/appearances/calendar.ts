/** The calendar of court sessions: by leader and by organ, with whoever is named for two places at one hour. */
import { ownOrgans } from '@redress/domain/access/own-organs';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, StreamId } from '@redress/domain/ids';
import { clashesOf, sessionSpan } from '@redress/domain/litigation/leaders';
import type { z } from 'zod';
import {
  courtCalendar,
  type SeatRow,
  type SessionRow,
  sessionsNaming,
  type TakenSpan,
} from '../../case-store/appearance-lists.ts';
import { caseHeads } from '../../case-store/case-heads.ts';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { titlesOf } from '../cases/list-titles.ts';
import { organName } from '../office/names.ts';
import { engagementSpans } from './engagements.ts';
import { checkPeriod, longest } from './periods.ts';
import type { Calendar, CalendarSession, Seat, zCalendar } from './types.ts';

/** Enough for a year of a county; who asks for more narrows the days. */
export const mostSessions = 1000;

/** Everything that takes a leader's time between two days: sessions that name them, and the diary. */
export async function busySpans(
  ctx: ActorContext,
  accounts: readonly AccountId[],
  from: CivilDate,
  to: CivilDate,
): Promise<readonly TakenSpan[]> {
  const { services, actor } = ctx;
  const [sessions, engagements] = await Promise.all([
    sessionsNaming(services.db, actor, accounts, from, to),
    engagementSpans(ctx, accounts, from, to),
  ]);
  return [...sessions, ...engagements];
}

/** Where a session stands on a day. */
export function stateOf(row: Pick<SessionRow, 'cancelledOn' | 'heldOn' | 'adjourned' | 'onDay'>, today: CivilDate) {
  if (row.cancelledOn !== null) return 'cancelled' as const;
  if (row.heldOn !== null) return row.adjourned ? ('adjourned' as const) : ('held' as const);
  return row.onDay < today ? ('due' as const) : ('set' as const);
}

/** Whether a session stands in the way of another of the same leader's. */
function hasClash(row: SessionRow, seat: SeatRow, busy: readonly TakenSpan[]): boolean {
  if (row.cancelledOn !== null || row.heldOn !== null || seat.leaderAccountId === null) return false;
  const span = { on: row.onDay, ...sessionSpan(row) };
  return clashesOf({ accountId: seat.leaderAccountId }, span, busy).some((b) => b.id !== row.sessionId);
}

/** A seat as the calendar shows it. */
export function seatOf(ctx: ActorContext, row: SessionRow, seat: SeatRow, busy: readonly TakenSpan[]): Seat {
  const { office, actor, services } = ctx;
  const today = services.clock.today();
  const own = ownOrgans(actor);
  return {
    ...seat,
    organName: organName(office, seat.organId, today),
    undertakingName: organName(office, seat.undertakingId, today),
    own: own.includes(seat.organId) || own.includes(seat.undertakingId),
    mine: seat.leaderAccountId === actor.accountId,
    clash: hasClash(row, seat, busy),
  };
}

/** A session's own part, without its seats. */
export function sessionItem(row: SessionRow, title: string, today: CivilDate): Omit<CalendarSession, 'seats'> {
  const { sessionId, instanceId, caseNumber, organId, level, court, courtNumber, kind } = row;
  const { time, minutes, place, isPublic, observed, version } = row;
  return {
    ...{ sessionId, instanceId, caseNumber, title, organId, level, court, courtNumber, kind },
    ...{ time, minutes, place, isPublic, observed, version },
    caseId: row.streamId,
    on: row.onDay,
    state: stateOf(row, today),
  };
}

/** Titles with their names, of the lawsuits these rows are about, as the organ's own name index has them. */
export async function suitTitles(
  ctx: ActorContext,
  rows: readonly { readonly streamId: StreamId }[],
): Promise<ReadonlyMap<string, string>> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const heads = await caseHeads(services.db, actor, [...new Set(rows.map((row) => row.streamId))], today);
  const titled = heads.map((head) => ({ ...head, organId: head.asOrgan }));
  return titlesOf(readAs(services.db, actor), titled, office, today);
}

export async function calendar(ctx: ActorContext, input: z.output<typeof zCalendar>): Promise<Calendar> {
  const { services, actor } = ctx;
  const today = services.clock.today();
  checkPeriod(input, longest.calendar);
  const all = await courtCalendar(services.db, actor, input, mostSessions + 1);
  const rows = all.slice(0, mostSessions);
  const leaders = rows.flatMap((row) => row.seats.flatMap((s) => s.leaderAccountId ?? []));
  const [titles, busy] = await Promise.all([
    suitTitles(ctx, rows),
    busySpans(ctx, [...new Set(leaders)], input.from, input.to),
  ]);
  return {
    today,
    cut: all.length > mostSessions,
    sessions: rows.map((row) => ({
      ...sessionItem(row, titles.get(row.streamId) ?? row.act, today),
      seats: row.seats.map((seat) => seatOf(ctx, row, seat, busy)),
    })),
  };
}
