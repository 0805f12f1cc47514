/** Case and document numbers: taken from their counter in the transaction that uses them, so none is skipped or doubled. */
import { RedressError } from '@redress/domain/errors';
import type { NewEntry } from '@redress/domain/ledger/envelope';
import type { NumberRequest } from '@redress/domain/ledger/kinds';
import type { ClientBase } from 'pg';
import { type Padding, pad } from './padding.ts';

/**
 * A number from before this program: the counter is raised to it, which also locks the series, and only then is it
 * asked whether another case of the organ bears it.
 */
async function keepGiven(
  client: ClientBase,
  request: NumberRequest,
  given: NonNullable<NumberRequest['given']>,
  padding: Padding,
): Promise<void> {
  if (given.n !== null) {
    await client.query(
      `insert into number_counter (organ_id, series, year, last) values ($1, $2, $3, $4)
       on conflict (organ_id, series, year) do update set last = greatest(number_counter.last, excluded.last)`,
      [request.organId, request.series, request.year, given.n],
    );
  }
  const taken = await client.query(
    `select from party_name where organ_id = $1 and capacity = 'case-number' and padded = $2 limit 1`,
    [request.organId, pad(given.number, padding)],
  );
  if (taken.rowCount !== 0) {
    const fields = [{ field: 'numberGiven', rule: 'number-taken', params: { number: given.number } }];
    throw new RedressError({ code: 'invalid-input', fields });
  }
}

/** Raises the counters and answers placeholder → number as written. Counters are locked in one order by everybody. */
async function takeNumbers(
  client: ClientBase,
  requests: readonly NumberRequest[],
  padding: Padding,
): Promise<Map<string, string>> {
  const order = (r: NumberRequest) => JSON.stringify([r.organId, r.series, r.year, r.placeholder]);
  const taken = new Map<string, string>();
  for (const request of requests.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))) {
    if (request.given !== undefined) {
      await keepGiven(client, request, request.given, padding);
      taken.set(request.placeholder, request.given.number);
      continue;
    }
    const answer = await client.query<{ last: number }>(
      `insert into number_counter (organ_id, series, year, last) values ($1, $2, $3, 1)
       on conflict (organ_id, series, year) do update set last = number_counter.last + 1 returning last`,
      [request.organId, request.series, request.year],
    );
    const n = answer.rows[0]?.last;
    const written = request.format.replaceAll('{year}', String(request.year)).replaceAll('{n}', String(n));
    taken.set(request.placeholder, written);
  }
  return taken;
}

/** Replaces the placeholders of a decision's entries by numbers. */
export async function numbered(
  client: ClientBase,
  entries: readonly NewEntry[],
  requests: readonly NumberRequest[],
  padding: Padding,
): Promise<readonly NewEntry[]> {
  if (requests.length === 0) return entries;
  const taken = await takeNumbers(client, requests, padding);
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') {
      let text = value;
      for (const [placeholder, number] of taken) text = text.replaceAll(placeholder, number);
      return text;
    }
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]));
  };
  return entries.map((entry) => ({ ...entry, payload: fill(entry.payload) }));
}
