/** Days on which something has happened: none of them may lie after today. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { FieldProblem } from '../errors.ts';

/** The fields that name a day on which something has happened: none may lie in the future. */
const pastDays: ReadonlySet<string> = new Set([
  'occurredOn',
  'filedOn',
  'receivedOn',
  'madeOn',
  'knownOn',
  'rightsKnownOn',
  'contentKnownOn',
  'requestedOn',
  'sentOn',
  'servedOn',
  'lastSignedOn',
  'sealedOn',
]);

/** Days of an input that lie after today, each at its field. */
export function futureDays(input: unknown, today: CivilDate, path = ''): FieldProblem[] {
  if (input === null || typeof input !== 'object') return [];
  return Object.entries(input).flatMap(([key, value]) => {
    const field = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') {
      return pastDays.has(key) && value > today ? [{ field, rule: 'day-in-future', params: { today } }] : [];
    }
    return futureDays(value, today, field);
  });
}
