/**
 * Cases of the organ the actor acts for, and of those whose place it took, that an application may be like: by the act's number, by an applicant's name, by
 * the respondent. Identity numbers are compared here and never leave; what likeness means is for the domain to say.
 */
import type { Actor } from '@redress/domain/access/actor';
import { ownOrgans } from '@redress/domain/access/own-organs';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { OrganId, StreamId } from '@redress/domain/ids';
import type { CandidateCase } from '@redress/domain/reconsideration/checks/similar';
import type { Database } from '../db/database.ts';
import { pad } from './padding.ts';

export interface SimilarityQuestion {
  readonly day: CivilDate;
  readonly number: string;
  readonly applicants: readonly { readonly name: string; readonly idNumber: string }[];
  readonly respondents: readonly OrganId[];
  /** The case that asks, where it is registered already. */
  readonly except: StreamId | null;
}

/** Of many applicants the first are enough: one act is found by its number. */
const NAMES = 40;
/** Of one respondent the youngest cases are looked through for a like subject. */
const OF_RESPONDENT = 150;
const CANDIDATES = 300;

/** A candidate, with the organ that reviews it. */
export type FoundCase = CandidateCase & { readonly organId: OrganId };

interface Row {
  readonly id: StreamId;
  readonly organId: OrganId;
  readonly number: string | null;
  readonly receivedOn: CivilDate | null;
  readonly accepted: boolean;
  readonly closedOn: CivilDate | null;
  readonly respondents: readonly OrganId[] | null;
  readonly act: { name?: string; number?: string | null; madeOn?: CivilDate | null; content?: string } | null;
  readonly applicants: readonly { name: string; idNumber: string | null }[] | null;
}

const idForm = (idNumber: string | null): string => (idNumber ?? '').replace(/\s+/gu, '').toUpperCase();
const nameForm = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '');

/** Candidates for likeness, in no order. Nothing of another organ's is among them, and nothing registered by mistake. */
export async function similarCandidates(
  db: Database,
  actor: Actor,
  asked: SimilarityQuestion,
): Promise<readonly FoundCase[]> {
  const named = asked.applicants.filter((a) => a.name.trim() !== '').slice(0, NAMES);
  const number = pad(asked.number, db.padding);
  const names = named.map((a) => pad(a.name, db.padding)).filter((name) => name !== '');
  if (number === '' && names.length === 0 && asked.respondents.length === 0) return [];
  const answer = await db.pool.query<Row>(
    `with near as (
       (select stream_id from party_name
         where $3 <> '' and organ_id = any($1::text[]) and capacity = 'document-number' and party_id = 'act' and padded = $3 limit 100)
       union
       (select stream_id from party_name
         where organ_id = any($1::text[]) and capacity = 'applicant' and padded = any($4::text[]) limit 200)
       union
       (select f.stream_id from case_fact f
         where f.name = 'respondent' and f.subject = any($5::text[]) and f.known_to is null
           and exists (select from case_index c
               where c.stream_id = f.stream_id and c.organ_id = any($1::text[]) and c.kind = 'reconsideration')
         order by f.on desc limit ${OF_RESPONDENT}))
     select c.stream_id as id, c.organ_id as "organId", c.case_number as number, c.received_on as "receivedOn",
       coalesce(c.accepted_on <= $2::date, false) as accepted,
       case when c.closed_on <= $2::date then c.closed_on end as "closedOn",
       (select array_agg(f.subject) from case_fact f
         where f.stream_id = c.stream_id and f.name = 'respondent' and f.known_to is null) as respondents,
       coalesce(
         (select r.payload -> 'payload' -> 'act' from entry r
           where r.stream_id = c.stream_id and r.type = 'replaced' and (r.payload ->> 'seq')::int = 1
           order by r.seq desc limit 1),
         (select e.payload -> 'act' from entry e where e.stream_id = c.stream_id and e.seq = 1)) as act,
       (select jsonb_agg(jsonb_build_object('name', n.name, 'idNumber', p.content ->> 'idNumber'))
          from party_name n left join person_record p on p.id = n.person_record_id
         where n.stream_id = c.stream_id and n.organ_id = any($1::text[]) and n.capacity = 'applicant') as applicants
     from near join case_index c on c.stream_id = near.stream_id
    where c.organ_id = any($1::text[]) and c.kind = 'reconsideration' and c.stream_id is distinct from $6
      and not exists (select from participant v where v.stream_id = c.stream_id and v.stage = 'voided')
    limit ${CANDIDATES}`,
    [ownOrgans(actor), asked.day, number, names, asked.respondents, asked.except],
  );
  const own = new Map(named.map((a) => [nameForm(a.name), idForm(a.idNumber)]));
  return answer.rows.map(
    ({ act, applicants, respondents, ...row }): FoundCase => ({
      ...row,
      respondents: respondents ?? [],
      act: {
        name: act?.name ?? '',
        number: act?.number ?? null,
        madeOn: act?.madeOn ?? null,
        content: act?.content ?? '',
      },
      applicants: (applicants ?? []).map(({ name, idNumber }) => {
        const [mine, theirs] = [own.get(nameForm(name)) ?? '', idForm(idNumber)];
        return { name, sameIdNumber: mine === '' || theirs === '' ? null : mine === theirs };
      }),
    }),
  );
}
