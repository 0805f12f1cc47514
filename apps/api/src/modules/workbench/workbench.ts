/**
 * Everything that the acting post's first page shows, in one answer: the numbers, the first rows of each panel, and what
 * happened while somebody was away. Each case is folded once, however many panels it stands in.
 */
import { may } from '@redress/domain/access/permissions';
import type { Role } from '@redress/domain/access/roles';
import { addDays, type CivilDate } from '@redress/domain/calendar/civil-date';
import type { StreamId } from '@redress/domain/ids';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import type { CaseFilter as StoreFilter } from '../../case-store/list-cases.ts';
import { readAs } from '../../case-store/read-as.ts';
import { type RecentEntry, type RecentLapse, worklistsAs } from '../../case-store/worklists.ts';
import { instantAt } from '../../clock.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { storeFilter } from '../cases/list-cases.ts';
import type { CaseFilter } from '../cases/types.ts';
import { approverRoles, waitedForAs } from '../cases/waited-for.ts';
import { suitBench } from '../lawsuits/bench.ts';
import { type SuitHappening, suitsHappened } from '../lawsuits/happened.ts';
import { suitsWaitingFor } from '../lawsuits/to-sign.ts';
import { accountName } from '../office/names.ts';
import { caseworkCounters, type Desk, departmentCounters, deskFilter, hearingFilter } from './counters.ts';
import {
  approvalsOf,
  happening,
  hearingRow,
  lapsed,
  type Opened,
  openForRows,
  unknownRow,
  unsignedRows,
  waitRow,
  workRow,
} from './rows.ts';
import type { Happening, Load, Workbench, WorkbenchInput, WorkRow } from './types.ts';

/** How many rows each panel shows; its number says how many there are. */
const ROWS = {
  due: 12,
  toPost: 6,
  approvals: 6,
  others: 30,
  othersLate: 10,
  othersShown: 16,
  unknown: 8,
  hearings: 10,
  unsigned: 10,
};
const HAPPENED = { asked: 60, shown: 14, cases: 24 };

/** Entries that only accompany another one. */
const accompanying = [
  'document-issued',
  'case-registered',
  'step-approved',
  'person-updated',
  'linked',
  'unlinked',
] as const;

const desks: Readonly<Record<Role, Workbench['desk']>> = {
  handler: 'casework',
  'section-head': 'casework',
  'institution-head': 'casework',
  'organ-head': 'casework',
  'department-liaison': 'department',
  'department-head': 'department',
  leader: 'department',
  statistician: 'none',
  'system-admin': 'none',
  'security-admin': 'none',
  auditor: 'none',
};
/** Who may look at their own cases and at all of the office, the usual one first. */
const choices: Partial<Record<Role, readonly ['me' | 'office', ...('me' | 'office')[]]>> = {
  handler: ['me'],
  'section-head': ['office', 'me'],
  'institution-head': ['office', 'me'],
  'organ-head': ['office'],
  'department-liaison': ['office'],
  'department-head': ['office'],
  leader: ['office'],
};

const nothing = (today: CivilDate, since: CivilDate): Workbench => ({
  ...{ today, desk: 'none', whose: 'me', mayChoose: false, since, counters: [], waitingApproval: null },
  ...{
    deemedToday: [],
    due: [],
    dueAll: { value: 0, filter: {} },
    toPost: [],
    approvals: [],
    suitApprovals: [],
    others: [],
    unknown: [],
    hearings: [],
  },
  ...{ unsigned: [], happened: [], load: [], suits: null },
});

/** The first page of the acting post. */
export async function workbench(ctx: ActorContext, input: WorkbenchInput): Promise<Workbench> {
  const { services, actor } = ctx;
  const { role } = actor.acting;
  const today = services.clock.today();
  const since = addDays(today, -input.sinceDays);
  const desk = desks[role];
  if (desk === 'none') return nothing(today, since);
  const allowed = choices[role] ?? ['me'];
  const whose = input.whose !== undefined && allowed.includes(input.whose) ? input.whose : allowed[0];
  const at: Desk = { today, since, mine: whose === 'me' };

  const reader = readAs(services.db, actor);
  const worklists = worklistsAs(services.db, actor);
  const stored = (filter: CaseFilter): StoreFilter => storeFilter(filter, actor.accountId);
  const page = async (filter: CaseFilter | null, limit: number) => {
    if (filter === null) return [];
    const found = await reader.listCases({ day: today, filter: stored(filter), sort: 'due', cursor: null, limit });
    return found.rows;
  };
  const isOffice = desk === 'casework';
  const filters = isOffice ? caseworkCounters(at) : departmentCounters(at);
  const filterOf = (key: (typeof filters)[number][0]): CaseFilter | null =>
    filters.find(([name]) => name === key)?.[1] ?? null;
  const all = deskFilter(at);
  const own = waitedForAs[role];
  const approves = approverRoles.find((approver) => approver === own) ?? null;
  const approvalFilter: CaseFilter | null = approves === null ? null : { waitingFor: approves, closed: false };

  const dueFilter: CaseFilter = isOffice ? { ...all, closed: false } : { ...all, dueTo: addDays(today, 400) };
  const waits = filterOf('waits');
  const waitsOf = (closed: boolean, limit: number) => page(waits === null ? null : { ...waits, closed }, limit);

  // Everything that is listed, in one go.
  const [
    values,
    [dueCount = 0, approvalCount = 0],
    due,
    deemed,
    toPost,
    awaited,
    others,
    othersClosed,
    unknown,
    unsigned,
    hearings,
    entries,
    lapses,
    loads,
    suits,
    toSign,
    inSuits,
  ] = await Promise.all([
    worklists.countEach(
      today,
      filters.map(([, filter]) => stored(filter)),
    ),
    worklists.countEach(today, [stored(dueFilter), ...(approvalFilter === null ? [] : [stored(approvalFilter)])]),
    page(dueFilter, ROWS.due),
    page(filterOf('deemedToday'), ROWS.due),
    page(filterOf('toPost'), ROWS.toPost),
    page(approvalFilter, ROWS.approvals),
    waitsOf(false, ROWS.others),
    waitsOf(true, ROWS.othersLate),
    page(filterOf('unknown'), ROWS.unknown),
    page(isOffice ? null : filterOf('unsigned'), ROWS.unsigned),
    worklists.hearings(today, stored(hearingFilter(at)), ROWS.hearings),
    worklists.recentEntries(today, stored(all), instantAt(since, 0), accompanying, HAPPENED.asked),
    worklists.recentLapses(today, stored({ ...all, deemedFrom: since, deemedTo: today }), HAPPENED.shown),
    isOffice && whose === 'office' ? worklists.loads(today, reconsideration.kind) : [],
    suitBench(ctx, { mine: at.mine, office: isOffice }),
    suitsWaitingFor(ctx),
    suitsHappened(ctx, { mine: at.mine, since: instantAt(since, 0), not: accompanying }),
  ]);

  // Each case once.
  const recent = casesOf(entries, lapses);
  const listed = [due, deemed, toPost, awaited, others, othersClosed, unknown, unsigned, hearings]
    .flat()
    .map((row) => row.streamId);
  const parts = await reader.partsOf([...new Set([...listed, ...recent])]);
  const opened = new Map<StreamId, Opened>();
  for (const [id, one] of parts) {
    const open = openForRows(ctx, one, today);
    if (open !== null) opened.set(id, open);
  }
  const each = <R extends { readonly streamId: StreamId }, T>(
    rows: readonly R[],
    make: (row: R, o: Opened) => T,
  ): T[] =>
    rows.flatMap((row) => {
      const open = opened.get(row.streamId);
      return open === undefined ? [] : [make(row, open)];
    });
  const longestFirst = (rows: typeof others) =>
    each(rows, (_, open) => waitRow(ctx, open, today)).sort(
      (a, b) =>
        Number(b.overdue) - Number(a.overdue) ||
        (a.overdue && b.overdue ? (a.due ?? '').localeCompare(b.due ?? '') : 0) ||
        a.since.localeCompare(b.since),
    );
  const work = (rows: Parameters<typeof each<(typeof due)[number], WorkRow>>[0]) =>
    each(rows, (row, open) => workRow(ctx, row, open, today));

  return {
    today,
    desk,
    whose,
    mayChoose: allowed.length > 1,
    since,
    counters: filters.map(([key, filter], i) => ({ key, filter, value: values[i] ?? 0 })),
    waitingApproval: may(actor, 'approvals.read') ? approvalCount + toSign.length : null,
    deemedToday: work(deemed),
    due: work(due),
    dueAll: { value: dueCount, filter: dueFilter },
    toPost: work(toPost),
    approvals: approves === null ? [] : each(awaited, (_, open) => approvalsOf(open, approves)).flat(),
    suitApprovals: toSign.slice(0, ROWS.approvals),
    // What is overdue longest first, whether the case still runs or its decision is not performed; then the longest wait.
    others: longestFirst([...others, ...othersClosed]).slice(0, ROWS.othersShown),
    unknown: each(unknown, (_, open) => unknownRow(open)),
    hearings: each(hearings, (row, open) => hearingRow(open, row)),
    unsigned: each(unsigned, (_, open) => unsignedRows(open, today)).flat(),
    happened: happenedOf(entries, lapses, inSuits, opened, today),
    load: loads.map(
      ({ accountId, ...counts }): Load => ({
        accountId,
        name: accountName(ctx.office, accountId),
        ...counts,
        filters: loadFilters({ ...all, handler: accountId }),
      }),
    ),
    suits,
  };
}

const loadFilters = (filter: CaseFilter): Load['filters'] => ({
  open: { ...filter, closed: false },
  overdue: { ...filter, closed: false, light: 'overdue' },
  near: { ...filter, closed: false, light: 'near' },
  stopped: { ...filter, closed: false, light: 'stopped' },
});

/** The cases of the newest happenings, as many as are told. */
const casesOf = (entries: readonly RecentEntry[], lapses: readonly RecentLapse[]): readonly StreamId[] =>
  [...new Set([...lapses, ...entries].map((one) => one.streamId))].slice(0, HAPPENED.cases);

/** What happened meanwhile, newest first: what others entered, and what silence made happen. */
function happenedOf(
  entries: readonly RecentEntry[],
  lapses: readonly RecentLapse[],
  inSuits: readonly SuitHappening[],
  opened: ReadonlyMap<StreamId, Opened>,
  today: CivilDate,
): readonly Happening[] {
  const told: { readonly at: number; readonly one: Happening }[] = inSuits.map(({ seq, at, ...one }) => ({
    at,
    one: { ...one, kind: 'litigation', key: `${one.id}-${seq}`, is: 'entry' },
  }));
  for (const entry of entries) {
    const open = opened.get(entry.streamId);
    const one = open === undefined ? null : happening(open, entry, today);
    if (one !== null) told.push({ at: entry.recordedAt, one });
  }
  for (const { streamId, visibleFrom } of lapses) {
    const open = opened.get(streamId);
    if (open !== undefined) told.push({ at: instantAt(visibleFrom, 0), one: lapsed(open, visibleFrom) });
  }
  return told
    .sort((a, b) => b.at - a.at)
    .slice(0, HAPPENED.shown)
    .map(({ one }) => one);
}
