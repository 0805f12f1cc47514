/** What comes after the judgment, and beside it: performance, judicial advice, defects fed back, major suits. */
import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import type { CaseNames } from '../case-view/names.ts';
import type { OrganId } from '../ids.ts';
import type { Clock } from '../ledger/clock.ts';
import { daysOf } from './anew.ts';
import { orderedId, redoObligationId, redoReconsiderationId } from './case.ts';
import type { Lawsuit, Obligation } from './case-types.ts';
import { orderingOutcomes } from './codes.ts';
import type { AdviceView, LawsuitView, ObligationView } from './view-types.ts';

interface FollowUpInputs {
  readonly names: CaseNames;
  readonly clocks: readonly Clock[];
  readonly sees: (organ: OrganId) => boolean;
}

export const obligationViews = (suit: Lawsuit, { names, clocks }: FollowUpInputs): readonly ObligationView[] =>
  suit.obligations.map((o) => ({
    obligationId: o.obligationId,
    instanceId: o.instanceId,
    organId: o.organId,
    organName: o.organId === null ? null : names.organ(o.organId),
    what: o.what,
    anew: anewOf(o),
    performBy: o.performBy,
    days: daysOf(o, suit),
    clockId: clockOf(o, clocks)?.id ?? null,
    performedOn: o.performedOn,
    measures: o.measures.map((m) => ({ measure: m.payload.measure, on: m.occurredOn })),
  }));

const anewOf = ({ obligationId, instanceId }: Obligation): ObligationView['anew'] => {
  if (obligationId === redoObligationId(instanceId)) return 'act';
  if (obligationId === redoReconsiderationId(instanceId)) return 'decision';
  return orderingOutcomes.find((o) => obligationId === orderedId(instanceId, o)) ?? null;
};

/** The limit for performing an obligation; once that is over, the two years in which enforcement may be applied for. */
const clockOf = (o: Obligation, clocks: readonly Clock[]): Clock | undefined =>
  clocks.findLast((k) => k.subject === o.obligationId && k.ruleId === 'litigation.perform') ??
  clocks.findLast((k) => k.subject === o.obligationId);

export const adviceViews = (suit: Lawsuit, { names, clocks, sees }: FollowUpInputs): readonly AdviceView[] =>
  suit.advice
    .filter(({ received }) => sees(received.payload.organId))
    .map(({ received, answered }) => {
      const { adviceId, organId, subject, number, dueOn, summary } = received.payload;
      return {
        adviceId,
        organId,
        organName: names.organ(organId),
        subject,
        number,
        receivedOn: received.occurredOn,
        dueOn,
        clockId: clocks.findLast((k) => k.startSeq === received.seq)?.id ?? null,
        summary,
        answeredOn: answered?.occurredOn ?? null,
      };
    });

export const defectViews = (suit: Lawsuit, { names, sees }: FollowUpInputs): LawsuitView['defects'] =>
  suit.defects
    .filter(({ recorded }) => sees(recorded.payload.organId))
    .map(({ recorded, read }) => ({
      organId: recorded.payload.organId,
      organName: names.organ(recorded.payload.organId),
      instanceId: recorded.payload.instanceId,
      elements: recorded.payload.elements,
      what: recorded.payload.what,
      advice: recorded.payload.advice,
      on: recorded.occurredOn,
      readOn: read?.occurredOn ?? null,
      measures: read?.payload.measures ?? null,
    }));

/** A major suit with the day its next feedback is due: counted from the last one, else from the marking. */
export function majorView(suit: Lawsuit, names: CaseNames, internal: boolean, today: CivilDate): LawsuitView['major'] {
  if (suit.major === null) return null;
  const { marked, feedbacks, unmarkedOn } = suit.major;
  const { grounds, everyDays } = marked.payload;
  const last: CivilDate = feedbacks.at(-1)?.occurredOn ?? marked.occurredOn;
  return {
    grounds,
    since: marked.occurredOn,
    everyDays,
    nextOn: addDays(last, everyDays),
    feedbacks: internal ? feedbacks.map((f) => ({ on: f.occurredOn, text: names.narrative(f.payload.text) })) : [],
    ended: (unmarkedOn !== null && unmarkedOn <= today) || (suit.closing !== null && suit.closing.on <= today),
  };
}
