/** Whole numbers of one organ's own cases: which case bears one, and which cases are about an act. For an import's checks. */
import type { OrganId, StreamId } from '@redress/domain/ids';
import type { Database } from '../db/database.ts';
import { pad, searchForm } from './padding.ts';

/** Numbers as searched → the case that bears it. */
export async function casesWithNumbers(
  db: Database,
  organId: OrganId,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, StreamId>> {
  if (numbers.length === 0) return new Map();
  const byPadded = new Map(numbers.map((n) => [pad(n, db.padding), n]));
  const answer = await db.pool.query<{ padded: string; id: StreamId }>(
    `select padded, stream_id as id from party_name
      where organ_id = $1 and capacity = 'case-number' and padded = any($2::text[])`,
    [organId, [...byPadded.keys()]],
  );
  return new Map(
    answer.rows.flatMap(({ padded, id }) => (byPadded.has(padded) ? [[byPadded.get(padded) ?? '', id]] : [])),
  );
}

export interface CaseOverAct {
  readonly streamId: StreamId;
  readonly caseNumber: string | null;
  /** In one written form. */
  readonly applicants: readonly string[];
}

/** Cases over acts of these numbers, with their applicants. */
export async function casesOverActs(
  db: Database,
  organId: OrganId,
  actNumbers: readonly string[],
): Promise<ReadonlyMap<string, readonly CaseOverAct[]>> {
  if (actNumbers.length === 0) return new Map();
  const byPadded = new Map(actNumbers.map((n) => [pad(n, db.padding), n]));
  const answer = await db.pool.query<{ padded: string; id: StreamId; number: string | null; names: string[] | null }>(
    `select a.padded, a.stream_id as id,
            (select n.name from party_name n where n.stream_id = a.stream_id and n.organ_id = $1
                and n.capacity = 'case-number' limit 1) as number,
            (select array_agg(n.name) from party_name n where n.stream_id = a.stream_id and n.organ_id = $1
                and n.capacity = 'applicant') as names
       from party_name a join case_index c on c.stream_id = a.stream_id and c.kind = 'reconsideration'
      where a.organ_id = $1 and a.capacity = 'document-number' and a.party_id = 'act' and a.padded = any($2::text[])`,
    [organId, [...byPadded.keys()]],
  );
  const found = new Map<string, CaseOverAct[]>();
  for (const row of answer.rows) {
    const act = byPadded.get(row.padded);
    if (act === undefined) continue;
    const one = { streamId: row.id, caseNumber: row.number, applicants: (row.names ?? []).map(searchForm) };
    found.set(act, [...(found.get(act) ?? []), one]);
  }
  return found;
}

/** Which of these streams exist. */
export async function streamsThere(db: Database, ids: readonly StreamId[]): Promise<ReadonlySet<StreamId>> {
  if (ids.length === 0) return new Set();
  const answer = await db.pool.query<{ id: StreamId }>('select id from stream where id = any($1::text[])', [ids]);
  return new Set(answer.rows.map((row) => row.id));
}

/** Which of these cases an organ has voided. */
export async function voidedAmong(
  db: Database,
  organId: OrganId,
  ids: readonly StreamId[],
): Promise<ReadonlySet<StreamId>> {
  if (ids.length === 0) return new Set();
  const answer = await db.pool.query<{ id: StreamId }>(
    `select stream_id as id from participant where organ_id = $1 and stage = 'voided' and stream_id = any($2::text[])`,
    [organId, ids],
  );
  return new Set(answer.rows.map((row) => row.id));
}
