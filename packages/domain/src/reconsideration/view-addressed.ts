/**
 * What an organ sees that is no party to the case, but was sent an opinion letter in it (76): the letter, its own report
 * on it and the limit for that; not whose case it is, nor against whom, nor how it stands.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { OrganId } from '../ids.ts';
import type { LawContext } from '../ledger/kinds.ts';
import { asAddressedSees } from './as-respondent.ts';
import type { ReconsiderationCase } from './case-types.ts';
import type { AskView } from './proceedings-types.ts';
import { asksOf } from './view-asks.ts';
import type { CaseView } from './view-types.ts';

/** Of several letters the one that waits for its report, else the last. */
function letterAmong(asks: readonly AskView[]): { open: AskView | null; letter: AskView | null } {
  const letters = asks.filter((a) => a.kind === 'opinion-letter');
  const open = letters.find((a) => a.state === 'open' || a.state === 'overdue') ?? null;
  return { open, letter: open ?? letters.at(-1) ?? null };
}

/** What the case is called to an organ that was only sent a letter in it: the letter's number and what it is about. */
export function letterNameOf(
  c: ReconsiderationCase,
  own: OrganId,
  day: CivilDate,
  law: LawContext,
): { readonly number: string | null; readonly title: string } {
  const { letter } = letterAmong(asksOf(asAddressedSees(c, own, day, law), own, '', day));
  return { number: letter?.document?.number ?? null, title: letter?.subject ?? '' };
}

/** The view with everything of the case itself left out. */
export function asLetterOnly(view: CaseView, own: OrganId): CaseView {
  const { open, letter } = letterAmong(view.asks);
  return {
    ...view,
    number: letter?.document?.number ?? null,
    title: letter?.subject ?? '',
    respondents: [],
    handlers: [],
    deemedAccepted: false,
    acceptedOn: null,
    procedure: null,
    closedOn: null,
    outcome: null,
    act: null,
    requests: null,
    grounds: null,
    channel: null,
    filedOn: null,
    receivedOn: null,
    parties: [],
    clocks: view.clocks.filter((k) => k.subject === own),
    proceedings: { opinions: [], hearings: [], committee: null, reviews: [], stops: [], missing: [] },
    waiting: {
      who: open === null ? 'nobody' : 'respondent',
      what: open === null ? 'nothing' : 'report',
      subject: open === null ? null : own,
      subjectName: open?.organName ?? null,
      article: open?.article ?? null,
      clockId: open?.clockId ?? null,
      consequence: open?.consequences[0] ?? null,
    },
  };
}
