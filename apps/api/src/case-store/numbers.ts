/** Case and document numbers: taken from their counter in the transaction that uses them, so none is skipped or doubled. */
import type { NewEntry } from '@redress/domain/ledger/envelope';
import type { NumberRequest } from '@redress/domain/ledger/kinds';
import type { ClientBase } from 'pg';

/** Raises the counters and answers placeholder → number as written. Counters are locked in one order by everybody. */
async function takeNumbers(client: ClientBase, requests: readonly NumberRequest[]): Promise<Map<string, string>> {
  const order = (r: NumberRequest) => JSON.stringify([r.organId, r.series, r.year, r.placeholder]);
  const taken = new Map<string, string>();
  for (const request of requests.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))) {
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
): Promise<readonly NewEntry[]> {
  if (requests.length === 0) return entries;
  const taken = await takeNumbers(client, requests);
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
