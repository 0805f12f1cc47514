/**
 * One dispute on one line of time: the reconsideration and every instance in court, each a strand of its own. The set of
 * streams is what the links connect; who asks brings those that the reader may see.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { CaseNames } from '../case-view/names.ts';
import type { OrganId, StreamId } from '../ids.ts';
import type { ReconsiderationCase } from '../reconsideration/case-types.ts';
import { outcomeOf } from '../reconsideration/project.ts';
import { titleOf } from '../reconsideration/view.ts';
import type { Instance, Lawsuit } from './case-types.ts';
import { titleOfLawsuit } from './view.ts';
import type { DisputeStrand, DisputeView } from './view-types.ts';

/** A proceeding of the dispute, as its reader knows it. */
export type DisputeMember =
  | { readonly kind: 'reconsideration'; readonly state: ReconsiderationCase }
  | {
      readonly kind: 'litigation';
      readonly state: Lawsuit;
      /** Whether the reader sees what an organ did for itself. */
      readonly sees: (organ: OrganId) => boolean;
    };

/** What is marked on the line of time. */
export const disputeEvents = [
  'received',
  'accepted',
  'decided',
  'closed',
  'opened',
  'answered',
  'session',
  'judged',
  'served',
  'appealed',
  'effective',
  'performed',
] as const;
export type DisputeEvent = (typeof disputeEvents)[number];

type Event = DisputeStrand['events'][number] & { readonly code: DisputeEvent };

/** The links among streams of one dispute; the others say that a case is like another, not that it is the same. */
export const disputeLinks = ['same-dispute', 'reviewed-in-court', 'remanded-to', 'compensation-of'] as const;
const isDisputeLink = (kind: string): boolean => (disputeLinks as readonly string[]).includes(kind);

/** The connected set of a stream: every stream that the links of one dispute lead to, in either direction. */
export function connectedTo(
  start: StreamId,
  links: readonly { readonly from: StreamId; readonly to: StreamId; readonly kind: string }[],
): ReadonlySet<StreamId> {
  const found = new Set([start]);
  let grew = true;
  while (grew) {
    grew = false;
    for (const { from, to, kind } of links) {
      if (!isDisputeLink(kind) || found.has(from) === found.has(to)) continue;
      found.add(from).add(to);
      grew = true;
    }
  }
  return found;
}

/** The dispute as of `today`: what happens later is not on the line yet. */
export function disputeOf(
  members: readonly DisputeMember[],
  today: CivilDate,
  names: Pick<CaseNames, 'organ' | 'person'>,
): DisputeView {
  const strands = members
    .flatMap((m): readonly DisputeStrand[] =>
      m.kind === 'reconsideration' ? strandOf(m.state, today, names) : strandsOf(m, today, names),
    )
    .sort((a, b) => (a.from === b.from ? orderOf(a) - orderOf(b) : a.from < b.from ? -1 : 1));
  const known = new Set(members.map((m) => m.state.streamId));
  const links = members.flatMap(({ state }) =>
    state.links
      .filter((l) => known.has(l.to) && isDisputeLink(l.kind))
      .map((l) => ({ from: state.streamId, to: l.to, kind: l.kind })),
  );
  return { today, strands, links };
}

const until = (events: readonly (Event | null)[], today: CivilDate): Event[] =>
  events
    .filter((e): e is Event => e !== null && e.on <= today)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

const at = (on: CivilDate | null | undefined, code: DisputeEvent, text: string | null = null): Event | null =>
  on === null || on === undefined ? null : { on, code, text };

const orderOf = (strand: DisputeStrand): number => (strand.kind === 'reconsideration' ? 0 : 1);

function strandOf(
  c: ReconsiderationCase,
  today: CivilDate,
  names: Pick<CaseNames, 'organ' | 'person'>,
): readonly DisputeStrand[] {
  const { received, closing, acceptance } = c;
  if (received === null || received.occurredOn > today) return [];
  const closed = closing !== null && closing.on <= today ? closing : null;
  const seen = acceptance !== null && acceptance.visibleFrom <= today ? acceptance.on : null;
  const outcome = closed === null ? null : outcomeOf(c);
  const strand: DisputeStrand = {
    streamId: c.streamId,
    kind: 'reconsideration',
    number: c.number,
    title: titleOf(c, names),
    organName: c.organId === null ? '' : names.organ(c.organId),
    label: 'reconsideration',
    court: null,
    courtNumber: null,
    from: received.occurredOn,
    to: closed?.on ?? null,
    outcome,
    events: until(
      [
        at(received.occurredOn, 'received'),
        at(seen, 'accepted'),
        at(closed?.on, closed?.how.is === 'decided' ? 'decided' : 'closed', outcome),
      ],
      today,
    ),
  };
  return [strand];
}

/** One strand for each instance of a lawsuit. */
function strandsOf(
  { state: suit, sees }: Extract<DisputeMember, { kind: 'litigation' }>,
  today: CivilDate,
  names: Pick<CaseNames, 'organ' | 'person'>,
): readonly DisputeStrand[] {
  if (suit.voided !== null && suit.voided.occurredOn <= today) return [];
  const nameOf = (id: string): string => {
    const party = suit.parties.find((p) => p.partyId === id);
    return party === undefined ? names.organ(id as OrganId) : (names.person(party.person)?.name ?? '');
  };
  const title = titleOfLawsuit(suit, names);
  return suit.instances
    .filter((i) => i.opened.occurredOn <= today)
    .map((instance): DisputeStrand => {
      const ended = instance.ended !== null && instance.ended.occurredOn <= today ? instance.ended : null;
      return {
        streamId: suit.streamId,
        kind: 'litigation',
        number: suit.number,
        title,
        organName: suit.organs.map((o) => names.organ(o.organId)).join('、'),
        label: instance.level,
        court: instance.court,
        courtNumber: instance.courtNumber,
        from: instance.docketedOn ?? instance.opened.occurredOn,
        to: ended?.occurredOn ?? null,
        outcome: ended?.payload.outcomes[0] ?? null,
        events: until(eventsOf(instance, suit, nameOf, sees), today),
      };
    });
}

function eventsOf(
  instance: Instance,
  suit: Lawsuit,
  nameOf: (id: string) => string,
  sees: (organ: OrganId) => boolean,
): readonly (Event | null)[] {
  const { ended, effective } = instance;
  const performed = suit.obligations.filter((o) => o.instanceId === instance.instanceId);
  return [
    at(instance.opened.occurredOn, 'opened', instance.courtNumber),
    ...instance.answers
      .filter((e) => sees(e.payload.organId))
      .map((e) => at(e.occurredOn, 'answered', nameOf(e.payload.organId))),
    ...instance.sessions.map((s) => at(s.held?.occurredOn, 'session', s.place)),
    ended === null ? null : at(ended.occurredOn, 'judged', ended.payload.outcomes[0] ?? null),
    ...instance.served.map(({ occurredOn, payload: { to } }) =>
      at(occurredOn, 'served', nameOf(to.is === 'organ' ? to.organId : to.partyId)),
    ),
    ...instance.appeals.map(({ appealed }) =>
      at(
        appealed.occurredOn,
        'appealed',
        [...appealed.payload.organs, ...appealed.payload.parties].map(nameOf).join('、'),
      ),
    ),
    effective === null ? null : at(effective.on, 'effective'),
    ...performed.map((o) => at(o.performedOn, 'performed', o.what)),
  ];
}
