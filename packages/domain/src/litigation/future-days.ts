/** Days on which something of a lawsuit has happened: none of them may lie after today. A session or a due day may. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { FieldProblem } from '../errors.ts';

const pastDays: ReadonlySet<string> = new Set([
  'occurredOn',
  'receivedOn',
  'servedOn',
  'docketedOn',
  'appealedOn',
  'madeOn',
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
