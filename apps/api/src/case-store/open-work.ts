/**
 * How many cases hang on a person or an organ: numbers only, so that an administrator who sees no case can be told what
 * an act of theirs would leave behind.
 */
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, OrganId } from '@redress/domain/ids';
import type { RunningCases } from '@redress/domain/office/rules';
import type { Database } from '../db/database.ts';
import { waits } from './scans.ts';

/** Open cases of the phase that holds day $1. */
const openOn = 'not p.closed and p.from_on <= $1::date and $1::date < p.until_on';

export interface OpenWork {
  readonly accountId: AccountId;
  readonly organId: OrganId;
  readonly cases: number;
}

/** The open cases each of these accounts works on, by the organ that reviews them. */
export async function openWorkOf(db: Database, accounts: readonly AccountId[], day: CivilDate): Promise<OpenWork[]> {
  const answer = await db.pool.query<OpenWork>(
    `select h.account as "accountId", p.organ_id as "organId", count(distinct p.stream_id)::int as cases
       from participant p cross join lateral unnest(p.handlers) as h (account)
      where p.capacity = 'reviewing' and ${openOn} and p.handlers && $2::text[] and h.account = any($2::text[])
      group by 1, 2 order by 1, 2`,
    [day, accounts],
  );
  return answer.rows;
}

/** Everybody who works on open cases of these organs, with how many. */
export async function workOfOrgans(db: Database, organs: readonly OrganId[], day: CivilDate): Promise<OpenWork[]> {
  const answer = await db.pool.query<OpenWork>(
    `select h.account as "accountId", p.organ_id as "organId", count(distinct p.stream_id)::int as cases
       from participant p cross join lateral unnest(p.handlers) as h (account)
      where p.capacity = 'reviewing' and p.organ_id = any($2::text[]) and ${openOn}
      group by 1, 2 order by 1, 2`,
    [day, organs],
  );
  return answer.rows;
}

/**
 * What would be left behind by an organ, given with those whose place it took: the open cases it reviews and those
 * against it (these by the case itself, since an organ has no part in a case before it was told of it; of lawsuits also those it answers in for another organ), the opinion
 * letters to it that nobody has answered in other cases, and the arrivals that wait for registration.
 */
export async function runningCasesOf(
  db: Database,
  organs: readonly OrganId[],
  day: CivilDate,
): Promise<Required<RunningCases>> {
  const answer = await db.pool.query<Required<RunningCases>>(
    `with against as (
       select distinct f.stream_id from case_fact f
         join participant p on p.stream_id = f.stream_id and p.capacity = 'reviewing' and ${openOn}
        where f.name in ('respondent', 'defendant') and f.subject = any($2::text[]) and f.known_to is null
       union
       select p.stream_id from participant p
        where p.organ_id = any($2::text[]) and p.capacity = 'respondent' and p.kind = 'litigation' and ${openOn})
     select (select count(distinct p.stream_id)::int from participant p
              where p.organ_id = any($2::text[]) and p.capacity = 'reviewing' and ${openOn}) as "asReviewing",
            (select count(*)::int from against) as "asRespondent",
            (select count(distinct l.stream_id)::int from case_fact l
              where l.name = 'opinion-letter-issued' and l.value = any($2::text[]) and l.known_to is null
                and l.stream_id not in (select stream_id from against)
                and not exists (select from case_fact r where r.stream_id = l.stream_id
                      and r.name = 'opinion-reported' and r.subject = l.subject and r.known_to is null)
                and not exists (select from participant v where v.stream_id = l.stream_id and v.stage = 'voided')
            ) as "asAddressed",
            (select count(*)::int from scan s where s.organ_id = any($2::text[]) and ${waits}) as arrivals`,
    [day, organs],
  );
  return answer.rows[0] ?? { asReviewing: 0, asRespondent: 0, asAddressed: 0, arrivals: 0 };
}

export interface LastNumber {
  readonly organId: OrganId;
  readonly series: string;
  readonly year: number;
  readonly last: number;
}

/** The last number taken in each series of these organs, the latest year first. */
export async function lastNumbersOf(db: Database, organs: readonly OrganId[]): Promise<LastNumber[]> {
  const answer = await db.pool.query<LastNumber>(
    `select organ_id as "organId", series, year, last from number_counter
      where organ_id = any($1::text[]) order by organ_id, year desc, series`,
    [organs],
  );
  return answer.rows;
}
