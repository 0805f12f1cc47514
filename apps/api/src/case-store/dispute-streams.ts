/** The connected set of proceedings that a dispute is: over links of both directions, as far as the actor sees. */
import type { Actor } from '@redress/domain/access/actor';
import type { StreamId } from '@redress/domain/ids';
import { disputeLinks } from '@redress/domain/litigation/dispute';
import type { Database } from '../db/database.ts';
import { answered } from './read-as.ts';
import { seenAs } from './seen-as.ts';

/** No dispute has more proceedings than this; a page of more would be a mistake of links. */
const MOST = 60;

/** The proceedings of the dispute that one belongs to, that one first. A link is followed only where both ends are the actor's. */
export async function disputeStreams(db: Database, actor: Actor, id: StreamId): Promise<readonly StreamId[]> {
  const answer = await answered(
    db.pool.query<{ id: StreamId }>(
      `with recursive dispute (id) as (
         select $1::text collate "C"
         union
         select case when l.from_stream_id = d.id then l.to_stream_id else l.from_stream_id end
           from dispute d join link l on (l.from_stream_id = d.id or l.to_stream_id = d.id)
          where l.kind = any($3::text[])
            and (select count(distinct p.stream_id) from participant p
                  where p.stream_id in (l.from_stream_id, l.to_stream_id) and p.organ_id = any($2::text[])
                    and p.capacity <> 'addressed' and ${seenAs(actor)}) = 2)
       select id from dispute order by id = $1 desc, id limit ${MOST}`,
      [id, actor.scope, [...disputeLinks]],
    ),
  );
  return answer.rows.map((row) => row.id);
}
