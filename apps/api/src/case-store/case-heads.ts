/** Cases by their ids, or by who handles them, as one line each: number, title, stage. Scoped like every list. */
import type { Actor } from '@redress/domain/access/actor';
import { ownOrgans } from '@redress/domain/access/own-organs';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, OrganId, StreamId } from '@redress/domain/ids';
import type { Database } from '../db/database.ts';
import { seenAs } from './seen-as.ts';
import { unfinished } from './work-filter.ts';

export interface CaseHead {
  readonly streamId: StreamId;
  /** What kind of case it is. */
  readonly kind: string;
  /** The reviewing organ. */
  readonly organId: OrganId;
  /** Which of the actor's organs has the part in it that answered. */
  readonly asOrgan: OrganId;
  readonly caseNumber: string | null;
  /** The act's name; the whole title is made of names that no row holds. */
  readonly title: string;
  readonly stage: string;
  readonly closed: boolean;
  readonly version: number;
  readonly handlers: readonly AccountId[];
  readonly receivedOn: CivilDate | null;
}

const columns = `c.stream_id as "streamId", c.kind, c.organ_id as "organId", p.organ_id as "asOrgan", c.case_number as "caseNumber", c.title, p.stage, p.closed,
  c.version, c.handlers, c.received_on as "receivedOn"`;

/** Those of the cases in which the actor's organs take part, on a day; in no order. */
export async function caseHeads(
  db: Database,
  actor: Pick<Actor, 'scope' | 'acting'>,
  ids: readonly StreamId[],
  day: CivilDate,
): Promise<readonly CaseHead[]> {
  if (ids.length === 0) return [];
  const answer = await db.pool.query<CaseHead>(
    `select distinct on (c.stream_id) ${columns}
       from case_index c join participant p on p.stream_id = c.stream_id
      where c.stream_id = any($1::text[]) and p.organ_id = any($2::text[]) and ${seenAs(actor)}
        and p.from_on <= $3::date and $3::date < p.until_on
      order by c.stream_id, p.capacity = 'reviewing' desc`,
    [ids, actor.scope, day],
  );
  return answer.rows;
}

/**
 * The cases of the actor's own organ, and of those whose place it took, that an account handles and that still ask for
 * something: the open ones, and of the closed ones those with a duty, a sending or a service open. The oldest first.
 */
export async function casesHandledBy(
  db: Database,
  actor: Pick<Actor, 'acting'>,
  account: AccountId,
  day: CivilDate,
  limit: number,
): Promise<readonly CaseHead[]> {
  const answer = await db.pool.query<CaseHead>(
    `select ${columns} from participant p join case_index c on c.stream_id = p.stream_id
      where p.organ_id = any($2::text[]) and p.capacity = 'reviewing' and p.handlers @> array[$3]::text[]
        and p.stage <> 'voided' and ${unfinished}
        and p.from_on <= $1::date and $1::date < p.until_on
      order by c.received_on, c.stream_id limit $4`,
    [day, ownOrgans(actor), account, limit],
  );
  return answer.rows;
}
