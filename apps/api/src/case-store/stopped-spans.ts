/** The days on which the decision limits of some cases stood still, from the facts of those cases. */
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { StreamId } from '@redress/domain/ids';
import type { Pool } from 'pg';

/** [from, to), `to` null while open. */
export interface Span {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** Overlapping spans as one, so that no day is counted twice; earliest first. */
export function united(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = out.at(-1);
    if (last === undefined || (last.to !== null && last.to < span.from)) out.push(span);
    else if (last.to !== null && (span.to === null || span.to > last.to))
      out[out.length - 1] = { ...last, to: span.to };
  }
  return out;
}

/** By case; a case that never stood still is left out. Only of cases the organs take part in. */
export async function stoppedSpansOf(
  pool: Pool,
  organs: readonly string[],
  streamIds: readonly StreamId[],
): Promise<ReadonlyMap<StreamId, readonly Span[]>> {
  const answer = await pool.query<Span & { streamId: StreamId }>(
    `select s.stream_id as "streamId", s."on" as "from", r."on" as "to"
       from case_fact s left join case_fact r on r.stream_id = s.stream_id and r.name = 'resumed'
        and r.subject = s.subject and r.known_to is null
      where s.stream_id = any($1::text[]) and s.name = 'suspended' and s.known_to is null
        and exists (select from participant p where p.stream_id = s.stream_id and p.organ_id = any($2::text[]))`,
    [streamIds, organs],
  );
  return new Map(
    [...Map.groupBy(answer.rows, (row) => row.streamId)].map(([id, rows]) => [
      id,
      united(rows.map(({ from, to }) => ({ from, to }))),
    ]),
  );
}
