/** Why a search found a case: the rows of `party_name` that answer to it, of the cases asked for. */
import type { Actor } from '@redress/domain/access/actor';
import type { StreamId } from '@redress/domain/ids';
import type { Database } from '../db/database.ts';
import { likePattern } from './padding.ts';
import { answered } from './read-as.ts';

export interface SearchHit {
  readonly streamId: StreamId;
  readonly capacity: string;
  readonly name: string;
}

/** Numbers first, then names, then the act's words; the same text once. */
export async function searchHits(
  db: Database,
  actor: Actor,
  q: string,
  streamIds: readonly StreamId[],
): Promise<readonly SearchHit[]> {
  if (streamIds.length === 0) return [];
  const answer = await answered(
    db.pool.query<SearchHit>(
      `select distinct n.stream_id as "streamId", n.capacity, n.name,
              coalesce(array_position(array['case-number', 'document-number'], n.capacity::text),
                case when n.capacity = 'act-words' then 9 else 5 end) as rank
         from party_name n
        where n.stream_id = any($1::text[]) and n.organ_id = any($2::text[]) and n.padded like $3
        order by n.stream_id, rank, n.name`,
      [streamIds, actor.scope, likePattern(q, db.padding)],
    ),
  );
  return answer.rows.map(({ streamId, capacity, name }) => ({ streamId, capacity, name }));
}
