/** What the office has that a summons may be about: lawsuits over the same act or of the same people, and who had such acts. */
import type { Actor } from '@redress/domain/access/actor';
import { ownOrgans } from '@redress/domain/access/own-organs';
import type { OrganId, StreamId } from '@redress/domain/ids';
import type { Database } from '../db/database.ts';
import { pad } from './padding.ts';
import { answered } from './read-as.ts';

/** Of many lawsuits the newest are enough to look at. */
const MOST = 20;

export interface LikeSuit {
  readonly streamId: StreamId;
  readonly why: readonly ('act' | 'plaintiff')[];
}

/** Lawsuits of the actor's own organ over an act of this number or by one of these plaintiffs; nothing registered by mistake. */
export async function suitsOverAct(
  db: Database,
  actor: Actor,
  asked: { readonly number: string; readonly plaintiffs: readonly string[] },
): Promise<readonly LikeSuit[]> {
  const number = pad(asked.number, db.padding);
  const names = asked.plaintiffs.map((name) => pad(name, db.padding)).filter((name) => name !== '');
  if (number === '' && names.length === 0) return [];
  const answer = await answered(
    db.pool.query<{ streamId: StreamId; act: boolean; plaintiff: boolean }>(
      `select n.stream_id as "streamId", bool_or(n.capacity = 'document-number') as act,
              bool_or(n.capacity = 'applicant') as plaintiff
         from party_name n join case_index c on c.stream_id = n.stream_id
        where n.organ_id = any($1::text[]) and c.kind = 'litigation'
          and ((n.capacity = 'document-number' and n.party_id = 'act' and $2 <> '' and n.padded = $2)
            or (n.capacity = 'applicant' and n.padded = any($3::text[])))
          and not exists (select from participant v where v.stream_id = n.stream_id and v.stage = 'voided')
        group by n.stream_id, c.received_on order by c.received_on desc limit ${MOST}`,
      [ownOrgans(actor), number, names],
    ),
  );
  return answer.rows.map(({ streamId, act, plaintiff }) => ({
    streamId,
    why: [...(act ? (['act'] as const) : []), ...(plaintiff ? (['plaintiff'] as const) : [])],
  }));
}

/** How many cases and suits about such acts each of these departments had, among those the actor sees. */
export async function departmentsOfKind(
  db: Database,
  actor: Actor,
  asked: { readonly organs: readonly OrganId[]; readonly matter: string | null; readonly category: string | null },
): Promise<ReadonlyMap<OrganId, number>> {
  if (asked.organs.length === 0 || (asked.matter === null && asked.category === null)) return new Map();
  // A category is a field of administration and says more than the kind of act; without one the kind has to do.
  const answer = await answered(
    db.pool.query<{ organId: OrganId; n: number }>(
      `select r as "organId", count(*)::int as n
         from participant p cross join unnest(p.respondents) r
        where p.organ_id = any($1::text[]) and p.capacity = 'reviewing' and p.until_on = 'infinity'
          and r = any($2::text[])
          and case when $4::text is null then p.matter = $3 else p.category = $4 end
        group by r`,
      [ownOrgans(actor), asked.organs, asked.matter, asked.category],
    ),
  );
  return new Map(answer.rows.map(({ organId, n }) => [organId, n]));
}
