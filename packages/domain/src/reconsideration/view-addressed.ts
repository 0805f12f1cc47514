/**
 * What an organ sees that is no party to the case, but was sent an opinion letter in it (76): the letter, its own report
 * on it and the limit for that; not whose case it is, nor against whom, nor how it stands.
 */
import type { OrganId } from '../ids.ts';
import type { CaseView } from './view-types.ts';

/** The view with everything of the case itself left out. */
export function asLetterOnly(view: CaseView, own: OrganId): CaseView {
  const letters = view.asks.filter((a) => a.kind === 'opinion-letter');
  const open = letters.find((a) => a.state === 'open' || a.state === 'overdue') ?? null;
  const letter = open ?? letters.at(-1) ?? null;
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
