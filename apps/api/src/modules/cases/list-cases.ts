import type { Office } from '@redress/domain/access/scope';
import { type CivilDate, daysBetween } from '@redress/domain/calendar/civil-date';
import type { WorkCalendar } from '@redress/domain/calendar/work-calendar';
import type { AccountId } from '@redress/domain/ids';
import { daysUsedOn } from '@redress/domain/law/days-used';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import { civilDayOf } from '../../case-store/civil-day.ts';
import type { ListedCase, CaseFilter as StoreFilter } from '../../case-store/list-cases.ts';
import { readAs } from '../../case-store/read-as.ts';
import type { Span } from '../../case-store/stopped-spans.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { accountName } from '../office/names.ts';
import { type Titled, titledOf } from './list-titles.ts';
import type { CaseFilter, CaseListInput, CasePage, CaseRow } from './types.ts';

/** The list's filter in the store's words: `me` is whoever asks; what is left out stays out. */
export function storeFilter(filter: CaseFilter, me: AccountId): StoreFilter {
  const { handler, ...rest } = filter;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined && value !== '');
  return {
    ...Object.fromEntries(given),
    kind: reconsideration.kind,
    ...(handler === undefined ? {} : { handler: handler === 'me' ? me : handler }),
  };
}

/** What is left, in the limit's own unit, as the case's page says it: two pages never show two numbers. */
function left(
  row: ListedCase,
  due: CivilDate | null,
  today: CivilDate,
  calendar: WorkCalendar,
): Pick<CaseRow, 'dueUnit' | 'daysLeft' | 'workingDaysLeft'> {
  if (due === null) return { dueUnit: row.dueUnit, daysLeft: null, workingDaysLeft: null };
  const workingDaysLeft = calendar.workingDaysBetween(today, due);
  const daysLeft = row.dueUnit === 'working-day' ? workingDaysLeft : daysBetween(today, due);
  return { dueUnit: row.dueUnit, daysLeft, workingDaysLeft };
}

/** What a row is made of beside the store's own. */
export interface RowParts extends Titled {
  readonly stopped: readonly Span[];
}

/** A row of the list as it stands `today`; after the due day the days left are below zero, in the limit's own unit. */
export function caseRow(
  row: ListedCase,
  today: CivilDate,
  office: Office,
  calendar: WorkCalendar,
  { title, applicants, respondents, stopped }: RowParts,
): CaseRow {
  const due = row.sortDue === 'infinity' ? null : row.sortDue;
  const isSeen = row.acceptedVisibleFrom !== null && row.acceptedVisibleFrom <= today;
  const { acceptedOn, closedOn } = row;
  return {
    id: row.streamId,
    number: row.caseNumber,
    title,
    stage: row.stage,
    procedure: row.procedure,
    deemedAccepted: row.acceptedBy === 'lapse' && isSeen,
    waitingFor: row.waitingFor,
    dueRule: row.dueRule,
    due,
    dueStatus: row.dueStatus,
    ...left(row, due, today, calendar),
    light: row.light,
    receivedOn: row.receivedOn,
    handlers: row.handlers.map((id) => accountName(office, id)),
    applicants,
    respondents,
    matter: row.matter,
    category: row.category,
    channel: row.channel,
    lawVersion: row.lawVersion,
    acceptedOn,
    closedOn,
    outcome: row.outcome,
    daysUsed: daysUsedOn({ trigger: acceptedOn, stoppedSpans: stopped }, closedOn ?? today),
    updatedOn: row.updatedAt === null ? null : civilDayOf(row.updatedAt),
    version: row.version,
  };
}

/** A page of the cases in which the actor's organ takes part, as they stand today. */
export async function listCases(ctx: ActorContext, input: CaseListInput): Promise<CasePage> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const reader = readAs(services.db, actor);
  const page = await reader.listCases({
    day: today,
    filter: storeFilter(input.filter, actor.accountId),
    sort: input.sort,
    ...(input.order === undefined ? {} : { direction: input.order }),
    cursor: input.cursor ?? null,
    limit: input.limit,
  });
  const [titled, stopped] = await Promise.all([
    titledOf(reader, page.rows, office, today),
    reader.stoppedSpansOf(page.rows.map((row) => row.streamId)),
  ]);
  const { calendar } = services.law;
  return {
    rows: page.rows.map((row) =>
      caseRow(row, today, office, calendar, {
        ...(titled.get(row.streamId) ?? { title: row.title, applicants: [], respondents: [] }),
        stopped: stopped.get(row.streamId) ?? [],
      }),
    ),
    nextCursor: page.nextCursor,
  };
}
