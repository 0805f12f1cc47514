/** What a workbench says of lawsuits: figures with the list each opens, and the first rows of each panel. */
import { addDays, type CivilDate, weekdayOf } from '@redress/domain/calendar/civil-date';
import type { OrganId, StreamId } from '@redress/domain/ids';
import { readAs } from '../../case-store/read-as.ts';
import { type ListedSession, type SessionsAsked, suitSessions } from '../../case-store/suit-sessions.ts';
import { worklistsAs } from '../../case-store/worklists.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { titlesOf } from '../cases/list-titles.ts';
import { organName } from '../office/names.ts';
import { isAfterClosing } from './count-lawsuits.ts';
import { suitRowsOf, suitStoreFilter } from './list-lawsuits.ts';
import type { SuitFilter, SuitRow } from './types.ts';

export const suitCounterKeys = [
  'overdue',
  'acknowledge',
  'answer',
  'sign',
  'sessions',
  'leader',
  'confirm',
  'unrecorded',
  'appeal',
  'perform',
  'advice',
  'unassigned',
  'open',
] as const;
export type SuitCounterKey = (typeof suitCounterKeys)[number];

export interface SuitSession {
  readonly id: StreamId;
  readonly number: string | null;
  readonly title: string;
  readonly sessionId: string;
  readonly kind: string;
  readonly court: string;
  readonly courtNumber: string;
  readonly on: CivilDate;
  readonly time: string;
  readonly place: string;
  readonly isPublic: boolean;
  readonly held: boolean;
  /** Whose appearance it is; null for a session at which nobody has to appear. */
  readonly organId: OrganId | null;
  readonly organName: string | null;
  readonly leaderName: string | null;
  readonly planned: boolean;
  readonly confirmed: boolean;
}

export interface SuitBench {
  readonly counters: readonly {
    readonly key: SuitCounterKey;
    readonly value: number;
    /** Of the list that this number is the length of. */
    readonly filter: SuitFilter;
  }[];
  /** Papers of a court that nobody of the department signed for. */
  readonly toAcknowledge: readonly SuitRow[];
  /** Answers and evidence due, the most urgent first. */
  readonly answers: readonly SuitRow[];
  /** This week's and the next's. */
  readonly sessions: readonly SuitSession[];
  /** Ahead, and no leader arranged. */
  readonly leaders: readonly SuitSession[];
  /** Ahead, and the leader arranged has not confirmed. */
  readonly confirms: readonly SuitSession[];
  /** Past, and nothing recorded of who appeared. */
  readonly unrecorded: readonly SuitSession[];
  /** What judgments order, and advice to be answered. */
  readonly obligations: readonly SuitRow[];
}

const ROWS = { acknowledge: 6, answers: 8, confirms: 8, sessions: 12, leaders: 8, unrecorded: 8, obligations: 8 };

/** Monday of this week to Sunday of the next: a summons gives no more notice than that. */
function fortnightOf(day: CivilDate): { readonly from: CivilDate; readonly to: CivilDate } {
  const from = addDays(day, 1 - weekdayOf(day));
  return { from, to: addDays(from, 13) };
}

/** The figures of a desk. */
function countersOf(
  today: CivilDate,
  mine: boolean,
  isOffice: boolean,
): readonly (readonly [SuitCounterKey, SuitFilter])[] {
  const all: SuitFilter = mine ? { handler: 'me' } : {};
  const open: SuitFilter = { ...all, closed: false };
  const todo = (key: Extract<SuitCounterKey, SuitFilter['todo']>): readonly [SuitCounterKey, SuitFilter] => [
    key,
    { ...(isAfterClosing(key) ? all : open), todo: key },
  ];
  const { from, to } = fortnightOf(today);
  return [
    ['overdue', { ...open, light: 'overdue' }],
    todo('acknowledge'),
    todo('answer'),
    todo('sign'),
    ['sessions', { ...all, sessionFrom: from, sessionTo: to }],
    todo('leader'),
    todo('confirm'),
    todo('unrecorded'),
    todo('appeal'),
    todo('perform'),
    todo('advice'),
    ...(isOffice && !mine ? [todo('unassigned')] : []),
    ['open', open],
  ];
}

/** The lawsuits on a desk: the office's, or those of an organ and its department. Everything in one go. */
export async function suitBench(
  ctx: ActorContext,
  desk: { readonly mine: boolean; readonly office: boolean },
): Promise<SuitBench> {
  const { services, actor, office } = ctx;
  const { db } = services;
  const today = services.clock.today();
  const reader = readAs(db, actor);
  const counters = countersOf(today, desk.mine, desk.office);
  const all: SuitFilter = desk.mine ? { handler: 'me' } : {};
  const stored = (filter: SuitFilter) => suitStoreFilter(filter, actor.accountId);
  const page = async (filter: SuitFilter, limit: number) =>
    (await reader.listCases({ day: today, filter: stored(filter), sort: 'due', cursor: null, limit })).rows;
  const sessionsOf = (asked: SessionsAsked, limit: number) =>
    suitSessions(db, actor, { day: today, filter: stored({ ...all, whose: 'own' }), ...asked }, limit);

  const [values, unsigned, answers, perform, advice, sessions, leaders, confirms, unrecorded] = await Promise.all([
    worklistsAs(db, actor).countEach(
      today,
      counters.map(([, filter]) => stored(filter)),
    ),
    page({ ...all, closed: false, todo: 'acknowledge' }, ROWS.acknowledge),
    page({ ...all, closed: false, todo: 'answer' }, ROWS.answers),
    page({ ...all, todo: 'perform' }, ROWS.obligations),
    page({ ...all, todo: 'advice' }, ROWS.obligations),
    sessionsOf({ which: 'all', ...fortnightOf(today) }, ROWS.sessions),
    sessionsOf({ which: 'without-leader' }, ROWS.leaders),
    sessionsOf({ which: 'to-confirm' }, ROWS.confirms),
    sessionsOf({ which: 'unrecorded' }, ROWS.unrecorded),
  ]);
  const listed = [...sessions, ...leaders, ...confirms, ...unrecorded];
  const titles = await titlesOf(
    reader,
    listed.map((s) => ({ streamId: s.streamId, kind: 'litigation', organId: s.organOfList, title: s.actName })),
    office,
    today,
  );
  const obligations = [...perform, ...advice]
    .toSorted((a, b) => (a.sortDue < b.sortDue ? -1 : a.sortDue > b.sortDue ? 1 : 0))
    .slice(0, ROWS.obligations);
  const rows = await suitRowsOf(ctx, [...unsigned, ...answers, ...obligations]);
  const from = unsigned.length;
  const sessionRow = ({ streamId, organOfList: _, caseNumber, actName, ...session }: ListedSession): SuitSession => ({
    ...session,
    id: streamId,
    number: caseNumber,
    title: titles.get(streamId) ?? actName,
    organName: session.organId === null ? null : organName(office, session.organId, today),
  });
  return {
    counters: counters.map(([key, filter], i) => ({ key, filter, value: values[i] ?? 0 })),
    toAcknowledge: rows.slice(0, from),
    answers: rows.slice(from, from + answers.length),
    sessions: sessions.map(sessionRow),
    leaders: leaders.map(sessionRow),
    confirms: confirms.map(sessionRow),
    unrecorded: unrecorded.map(sessionRow),
    obligations: rows.slice(from + answers.length),
  };
}
