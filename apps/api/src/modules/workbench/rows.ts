/** One case as the panels of a workbench say it: all that is told comes from the domain, on today. */

import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { daysBetween } from '@redress/domain/calendar/civil-date';
import type { CaseNames } from '@redress/domain/case-view/names';
import { RedressError } from '@redress/domain/errors';
import type { AccountId, OrganId, StreamId } from '@redress/domain/ids';
import type { Audience } from '@redress/domain/ledger/audience';
import { type Approver, nextToAnswer } from '@redress/domain/reconsideration/approvals';
import { asActorSees, hasReached, isWithheld, mayReceive } from '@redress/domain/reconsideration/as-respondent';
import { reconsiderationAudience } from '@redress/domain/reconsideration/audience';
import type { Position, ReconsiderationCase } from '@redress/domain/reconsideration/case-types';
import { positionOn } from '@redress/domain/reconsideration/position';
import { clockOfOffice, clockOfRespondent } from '@redress/domain/reconsideration/project';
import { mustBePostedBy, unservedSendings } from '@redress/domain/reconsideration/to-post';
import { titleOf } from '@redress/domain/reconsideration/view';
import {
  decisionDays,
  deemedAcceptanceOn,
  effectOfProposal,
  unknownLimits,
  waitedOn,
} from '@redress/domain/reconsideration/worklist';
import type { ListedCase } from '../../case-store/list-cases.ts';
import type { CaseParts } from '../../case-store/read-as.ts';
import type { ListedHearing, RecentEntry } from '../../case-store/worklists.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { actorIn, asSeen, namesFor } from '../cases/open-case.ts';
import type { ApprovalBrief, Happening, HearingRow, UnknownRow, UnsignedRow, WaitRow, WorkRow } from './types.ts';

/** A case opened for its rows: as the actor may know it today. */
export interface Opened {
  readonly whole: ReconsiderationCase;
  readonly seen: ReconsiderationCase;
  readonly audience: Audience;
  /** Whose respondent the actor is here; null for the reviewing office. */
  readonly organ: OrganId | null;
  readonly names: CaseNames;
  readonly position: Position;
}

/** Folds a case once for all the panels it stands in; null where it is not the actor's. */
export function openForRows(ctx: ActorContext, parts: CaseParts, today: CivilDate): Opened | null {
  const { services, office } = ctx;
  try {
    const { state, audience } = asSeen(ctx, parts.ledger);
    const actor = actorIn(state, ctx.actor);
    const seen = asActorSees(state, actor, today, services.law);
    return {
      whole: state,
      seen,
      audience,
      organ: audience === 'respondent' ? actor.acting.organId : null,
      names: namesFor(office, parts.kept, today),
      position: positionOn(seen, today),
    };
  } catch (error) {
    // Between the list and the ledger the case has gone out of the actor's sight.
    if (error instanceof RedressError && error.failure.code === 'not-found') return null;
    throw error;
  }
}

const headOf = ({ seen, names }: Opened): { id: StreamId; number: string | null; title: string } => ({
  id: seen.streamId,
  number: seen.number,
  title: titleOf(seen, names),
});

function subjectName({ seen, names }: Opened, subject: string | null): string | null {
  if (subject === null || subject === 'case') return null;
  const party = seen.parties.find((p) => p.partyId === subject);
  if (party !== undefined) return names.person(party.person)?.name ?? '';
  return ['applicant', 'document-maker', 'competent-organ'].includes(subject) ? null : names.organ(subject as OrganId);
}

/** The row's light on the day: a limit that runs on after the end of a case has one, too. */
const lightOf = (row: ListedCase, due: CivilDate | null, today: CivilDate): WorkRow['light'] => {
  if (!row.closed || due === null) return row.light;
  return due < today ? 'overdue' : row.amberOn <= today ? 'near' : 'ok';
};

export function workRow(ctx: ActorContext, row: ListedCase, opened: Opened, today: CivilDate): WorkRow {
  const { calendar } = ctx.services.law;
  const { seen, position, names, organ } = opened;
  const due = row.sortDue === 'infinity' ? null : row.sortDue;
  const workingDaysLeft = due === null ? null : calendar.workingDaysBetween(today, due);
  const daysLeft = due === null ? null : row.dueUnit === 'working-day' ? workingDaysLeft : daysBetween(today, due);
  const clock = organ === null ? clockOfOffice(position) : clockOfRespondent(position, organ);
  const rule = clock?.computation.rule ?? null;
  const citation = rule?.citations[0];
  return {
    ...headOf(opened),
    stage: row.stage,
    light: lightOf(row, due, today),
    waitingFor: row.waitingFor,
    dueRule: row.dueRule,
    due,
    dueStatus: row.dueStatus,
    dueUnit: row.dueUnit,
    daysLeft,
    workingDaysLeft,
    handlers: row.handlers.map((id) => names.account(id as AccountId)),
    deemedOn: organ === null ? deemedAcceptanceOn(position) : null,
    used: organ === null ? decisionDays(position) : null,
    toPost:
      organ === null
        ? mustBePostedBy(seen, position).map((one) => ({
            ...one,
            missingNames: one.missing.map((id) => subjectName(opened, id) ?? ''),
          }))
        : [],
    consequence: rule?.onExpiry[0] ?? null,
    article: citation === undefined ? null : [citation.law, citation.article].filter(Boolean).join(' '),
  };
}

export function waitRow(ctx: ActorContext, opened: Opened, today: CivilDate): WaitRow {
  const waited = waitedOn(opened.seen, opened.position, ctx.services.law.calendar);
  return {
    ...headOf(opened),
    what: waited.what,
    who: waited.who,
    subjectName: subjectName(opened, waited.subject),
    since: waited.since,
    workingDays: waited.workingDays,
    due: waited.due,
    overdue: waited.due !== null && waited.due < today,
    consequence: waited.consequence,
    article: waited.article,
    canRemind: waited.who === 'respondent',
  };
}

export const unknownRow = (opened: Opened): UnknownRow => ({
  ...headOf(opened),
  limits: unknownLimits(opened.position, opened.organ).map(({ ruleId, subject, missing }) => ({
    ruleId,
    subjectName: subjectName(opened, subject),
    missing,
  })),
});

export function hearingRow(opened: Opened, hearing: ListedHearing): HearingRow {
  const [time = '', ...place] = (hearing.value ?? '').split('|');
  const held = opened.seen.hearings.find((h) => h.hearingId === hearing.hearingId)?.held ?? null;
  const leader = held?.payload.respondentLeader ?? null;
  return {
    ...headOf(opened),
    hearingId: hearing.hearingId,
    on: hearing.on,
    time: time === '' ? null : time,
    place: place.join('|') === '' ? null : place.join('|'),
    leader: leader === null ? 'unsettled' : leader.attended ? 'attends' : 'delegates',
    leaderName: leader?.attended ? leader.name : null,
  };
}

/** The open proposals of a case that wait for this approver's answer. */
export const approvalsOf = (opened: Opened, approver: Approver): readonly ApprovalBrief[] =>
  opened.seen.proposals
    .map((proposal) => ({
      ...headOf(opened),
      ...effectOfProposal(opened.seen, proposal, opened.position),
      proposedBy: opened.names.account(proposal.proposedBy.account),
    }))
    .filter((row) => nextToAnswer(row.endorsed, row.approver) === approver);

/** What was sent to the actor's organ and is not signed for. */
export const unsignedRows = (opened: Opened, today: CivilDate): readonly UnsignedRow[] =>
  unservedSendings(opened.seen)
    .filter(({ document, sending, subject }) => {
      const isOurs = subject === opened.organ && mayReceive(document, opened.organ as OrganId);
      return isOurs && sending.sentOn <= today;
    })
    .map(({ document, sending }) => ({
      ...headOf(opened),
      documentId: document.id,
      kind: document.kind,
      documentNumber: document.number,
      sentOn: sending.sentOn,
    }));

/** An entry that somebody else made, as far as the actor's audience has it; null where it has not. */
export function happening(opened: Opened, entry: RecentEntry, today: CivilDate): Happening | null {
  const { whole, audience, organ, names } = opened;
  const rule = (reconsiderationAudience as Readonly<Record<string, readonly Audience[]>>)[entry.type];
  if (rule === undefined || !rule.includes(audience)) return null;
  if (organ !== null) {
    const e = whole.entries.find((x) => x.seq === entry.seq);
    if (e === undefined || isWithheld(whole, e, organ, today)) return null;
    const payload = e.payload as { respondentId?: OrganId; toOrgan?: OrganId; documentId?: string | null };
    const about = payload.respondentId ?? payload.toOrgan;
    if (about !== undefined && about !== organ) return null;
    const document = whole.documents.find((d) => d.id === payload.documentId);
    if (document !== undefined && !(mayReceive(document, organ) && hasReached(document, organ, today))) return null;
    // Services are told by the office's own list; a department sees what it signed for itself.
    if (entry.type === 'document-sent' || entry.type === 'document-served') return null;
  }
  return {
    ...headOf(opened),
    key: `${entry.streamId}-${entry.seq}`,
    on: entry.occurredOn,
    is: 'entry',
    type: entry.type,
    by: organ === null ? names.account(entry.account) : null,
  };
}

export const lapsed = (opened: Opened, on: CivilDate): Happening => ({
  ...headOf(opened),
  key: `${opened.seen.streamId}-lapse`,
  on,
  is: 'lapse',
  type: 'deemed-accepted',
  by: null,
});
