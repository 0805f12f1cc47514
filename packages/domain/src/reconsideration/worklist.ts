/**
 * What a worklist says of a case on a day beside its due date: how many days of the decision are used, whether silence
 * will accept the application tonight, since when it waits for others, and which limits cannot be reckoned and why.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { OrganId } from '../ids.ts';
import { daysUsedOn } from '../law/days-used.ts';
import { type Clock, clockStatusOn } from '../ledger/clock.ts';
import { type Approver, approverOfProposal } from './approvals.ts';
import { closingDocument } from './case-documents.ts';
import type { OpenProposal, Position, ReconsiderationCase, Waiting } from './case-types.ts';
import { daysOfDecision, marksOf, rulesOfAct } from './due-acts.ts';
import { lawOfActIn } from './limit-of.ts';
import { unservedSendings } from './to-post.ts';

/** The decision limit as staff follow it: 已用 47/60, with the fortieth and the fiftieth day marked. */
export interface DecisionDays {
  readonly used: number;
  /** With the extension that took effect. */
  readonly of: number;
  readonly marks: readonly { readonly at: number; readonly reached: boolean }[];
  readonly stopped: boolean;
}

/** The days used of the decision limit that runs or stands still; null where none does. */
export function decisionDays(position: Position): DecisionDays | null {
  const clock = position.running.find((k) => (rulesOfAct.decide as readonly string[]).includes(k.ruleId));
  if (clock === undefined) return null;
  const { computation } = clock;
  const used = daysUsedOn(computation, position.day);
  const of = daysOfDecision(computation);
  if (of === null || used === null) return null;
  return {
    used,
    of,
    marks: marksOf(computation).map((at) => ({ at, reached: used >= at })),
    stopped: clockStatusOn(clock, position.day) === 'stopped',
  };
}

/** The day at whose end silence accepts the application (30(3)); null where it will not. */
export function deemedAcceptanceOn(position: Position): CivilDate | null {
  const clock = position.running.find((k) => (rulesOfAct.examine as readonly string[]).includes(k.ruleId));
  const lapses = clock?.computation.rule?.onExpiry.includes('deemed-accepted-at-end') === true;
  return lapses && (position.stage === 'received' || position.stage === 'examining-corrected')
    ? (clock?.computation.due ?? null)
    : null;
}

export interface WaitedFor extends Waiting {
  readonly since: CivilDate;
  /** Working days since then; null where the calendar does not reach. */
  readonly workingDays: number | null;
  readonly due: CivilDate | null;
}

/** Which document is under way while the case waits for its service. */
const underWay: Readonly<Record<string, string>> = {
  'serve-correction': 'correction-notice',
  'serve-copy': 'reply-notice',
};

/** Since when that document has been under way; a decision that has not left waits since it was made. */
function sinceService(c: ReconsiderationCase, what: string): CivilDate | null {
  const closing = closingDocument(c);
  const kind = underWay[what] ?? closing?.kind;
  const sent = unservedSendings(c).flatMap(({ document, sending }) => (document.kind === kind ? [sending.sentOn] : []));
  return sent.sort()[0] ?? (what === 'serve-decision' ? (closing?.madeOn ?? null) : null);
}

/** Whom the case waits for, and how long it has: from the fact that began their limit, else from what stopped it. */
export function waitedOn(c: ReconsiderationCase, position: Position, calendar: WorkCalendar): WaitedFor {
  const { waiting, suspended, day } = position;
  const clock = position.running.find((k) => k.id === waiting.clockId) ?? null;
  const byClock = clock === null ? null : (clock.computation.trigger ?? clock.visibleFrom);
  const last = c.entries.filter((e) => e.occurredOn <= day).at(-1)?.occurredOn ?? day;
  const since =
    (waiting.who === 'service' ? sinceService(c, waiting.what) : null) ??
    (suspended !== null && waiting.who !== 'applicant' ? suspended.from : byClock) ??
    last;
  return {
    ...waiting,
    since,
    workingDays: since > day ? 0 : calendar.workingDaysBetween(since, day),
    due: clock?.computation.due ?? null,
  };
}

/** Rights of the parties are no work of the office. */
const isRight = (clock: Clock): boolean =>
  clock.ruleId.startsWith('litigation.') || clock.ruleId.startsWith('reconsideration.apply');

export interface UnknownLimit {
  readonly ruleId: string;
  readonly subject: string;
  /** What is missing: the trigger that is not on record, else why the engine gives no date. */
  readonly missing: string;
}

/** Limits that run and have no date, with what is missing; `organ`: those of one respondent only. */
export const unknownLimits = (position: Position, organ: OrganId | null = null): readonly UnknownLimit[] =>
  position.running
    .filter(
      (k) => clockStatusOn(k, position.day) === 'unknown' && !isRight(k) && (organ === null || k.subject === organ),
    )
    .map(({ ruleId, subject, computation }) => {
      const why = computation.unknownWhy ?? 'no-trigger';
      return { ruleId, subject, missing: why === 'no-trigger' ? (computation.rule?.trigger ?? why) : why };
    });

/** What an open proposal would do, as its approver asks first. */
export interface ProposalEffect {
  readonly proposalId: OpenProposal['proposalId'];
  readonly step: string;
  readonly approver: Approver;
  /** The section head has agreed. */
  readonly endorsed: boolean;
  /** Days of an extension. */
  readonly days: number | null;
  /** The procedure it would change to. */
  readonly to: string | null;
  /** Decision types. */
  readonly types: readonly string[];
  /** The end by which it must be approved, and what it makes posted. */
  readonly by: CivilDate | null;
}

/** An open proposal in the few words that a worklist has room for. */
export function effectOfProposal(c: ReconsiderationCase, proposal: OpenProposal, position: Position): ProposalEffect {
  const input = (proposal.input ?? {}) as { readonly days?: unknown; readonly to?: unknown; readonly types?: unknown };
  const decide = position.running.find((k) => (rulesOfAct.decide as readonly string[]).includes(k.ruleId));
  return {
    proposalId: proposal.proposalId,
    step: proposal.step,
    approver: approverOfProposal(proposal, position.day, lawOfActIn(c, position.day)),
    endorsed: proposal.endorsed.length > 0,
    days: typeof input.days === 'number' ? input.days : null,
    to: typeof input.to === 'string' ? input.to : null,
    types: Array.isArray(input.types) ? input.types.filter((t): t is string => typeof t === 'string') : [],
    by: decide?.computation.due ?? null,
  };
}
