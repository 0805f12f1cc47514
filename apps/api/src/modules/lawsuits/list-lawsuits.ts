import type { Office } from '@redress/domain/access/scope';
import { type CivilDate, daysBetween } from '@redress/domain/calendar/civil-date';
import type { WorkCalendar } from '@redress/domain/calendar/work-calendar';
import type { AccountId } from '@redress/domain/ids';
import { litigation } from '@redress/domain/litigation/kind';
import type { ListedCase, CaseFilter as StoreFilter } from '../../case-store/list-cases.ts';
import { readAs } from '../../case-store/read-as.ts';
import { type SuitParts, suitPartsOf } from '../../case-store/suit-rows.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { type Titled, titledOf } from '../cases/list-titles.ts';
import { accountName, organName } from '../office/names.ts';
import type { SuitFilter, SuitListInput, SuitPage, SuitRow } from './types.ts';

/** The filter of a list of lawsuits in the store's words: `me` is whoever asks; what is left out stays out. */
export function suitStoreFilter(filter: SuitFilter, me: AccountId): StoreFilter {
  const { handler, level, court, before, undertaking, sessionFrom, sessionTo, todo, ...rest } = filter;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined && value !== '');
  return {
    ...Object.fromEntries(given),
    kind: litigation.kind,
    suit: { level, court, before, undertaking, sessionFrom, sessionTo, todo },
    ...(handler === undefined ? {} : { handler: handler === 'me' ? me : handler }),
  };
}

/** A row of the list as it stands `today`; after the due day the days left are below zero, in the limit's own unit. */
export function suitRow(
  row: ListedCase,
  today: CivilDate,
  office: Office,
  calendar: WorkCalendar,
  { title, applicants, respondents }: Titled,
  parts: SuitParts | undefined,
): SuitRow {
  const due = row.sortDue === 'infinity' ? null : row.sortDue;
  const workingDaysLeft = due === null ? null : calendar.workingDaysBetween(today, due);
  const daysLeft = due === null ? null : row.dueUnit === 'working-day' ? workingDaysLeft : daysBetween(today, due);
  const { stage, waitingFor, dueRule, dueStatus, dueUnit, light, receivedOn, closedOn, outcome } = row;
  return {
    id: row.streamId,
    version: row.version,
    number: row.caseNumber,
    title,
    ...{ stage, waitingFor, dueRule, due, dueStatus, dueUnit, daysLeft, workingDaysLeft, light },
    ...{ receivedOn, closedOn, outcome, matter: row.matter, category: row.category },
    before: parts?.before ?? null,
    plaintiffs: applicants,
    organs: respondents,
    undertakings: (parts?.undertakings ?? []).map((id) => organName(office, id, today)),
    handlers: row.handlers.map((id) => accountName(office, id)),
    level: parts?.level ?? null,
    court: parts?.court ?? null,
    courtNumber: parts?.courtNumber ?? null,
    instances: parts?.instances ?? 0,
    nextSession: parts?.nextSession ?? null,
  };
}

/** Rows of the store as the list shows them, in as many questions as one page takes. */
export async function suitRowsOf(ctx: ActorContext, rows: readonly ListedCase[]): Promise<readonly SuitRow[]> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const ids = rows.map((row) => row.streamId);
  const [titled, parts] = await Promise.all([
    titledOf(readAs(services.db, actor), rows, office, today),
    suitPartsOf(services.db, actor, ids, today),
  ]);
  const untitled = (row: ListedCase): Titled => ({ title: row.title, applicants: [], respondents: [] });
  return rows.map((row) =>
    suitRow(
      row,
      today,
      office,
      services.law.calendar,
      titled.get(row.streamId) ?? untitled(row),
      parts.get(row.streamId),
    ),
  );
}

/** A page of the lawsuits in which the actor's organ takes part, as they stand today. */
export async function listLawsuits(ctx: ActorContext, input: SuitListInput): Promise<SuitPage> {
  const { services, actor } = ctx;
  const page = await readAs(services.db, actor).listCases({
    day: services.clock.today(),
    filter: suitStoreFilter(input.filter, actor.accountId),
    sort: input.sort,
    ...(input.order === undefined ? {} : { direction: input.order }),
    cursor: input.cursor ?? null,
    limit: input.limit,
  });
  return { rows: await suitRowsOf(ctx, page.rows), nextCursor: page.nextCursor };
}
