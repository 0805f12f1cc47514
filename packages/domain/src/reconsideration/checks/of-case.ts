/** A registered case as the checks read it: the same questions are asked again before acceptance. */
import type { PersonRef } from '../../ledger/common-entries.ts';
import type { PersonData } from '../../ledger/person.ts';
import type { ReconsiderationCase } from '../case-types.ts';
import type { ApplicationToCheck } from './application.ts';

/** null where nothing was received yet. */
export function applicationOfCase(
  c: ReconsiderationCase,
  person: (ref: PersonRef) => PersonData | null,
): ApplicationToCheck | null {
  const { received, act, organId } = c;
  if (received === null || act === null || organId === null) return null;
  const parties = c.parties.filter((p) => p.leftOn === null);
  return {
    reviewingOrganId: organId,
    receivedOn: received.occurredOn,
    filedOn: received.payload.filedOn,
    respondents: [...c.respondents],
    applicants: parties
      .filter((p) => p.capacity === 'applicant')
      .map((p) => {
        const data = person(p.person);
        // Erased data leave the party: it was definite when it applied.
        return { name: data?.name ?? '—', idNumber: data?.idNumber ?? '' };
      }),
    representatives: parties.filter((p) => p.capacity === 'representative').length,
    act: {
      name: act.name,
      number: act.number ?? '',
      matter: act.matter,
      category: act.category,
      content: act.content,
      amount: act.amount,
      madeOn: act.madeOn,
      madeOnTheSpot: act.madeOnTheSpot,
      immovable: act.immovable,
      knownOn: act.knownOn,
      notInformed: act.notInformed,
      obstacles: act.obstacles.filter((o) => o.from <= o.to).map(({ from, to }) => ({ from, to })),
      inaction: act.inaction,
    },
    hasRequests: true,
    hasGrounds: true,
    suit: received.payload.suit ?? null,
  };
}
