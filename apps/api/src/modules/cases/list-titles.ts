/**
 * The titles of a page of cases, 某某不服某机关某行为, as the case's own page says them: the names are in no index row,
 * for they are a person's to have erased and an organ's to change.
 */
import type { Office } from '@redress/domain/access/scope';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { OrganId, StreamId } from '@redress/domain/ids';
import type { ListedCase } from '../../case-store/list-cases.ts';
import type { Database } from '../../db/database.ts';
import { organName } from '../office/names.ts';

interface TitleRow {
  readonly streamId: StreamId;
  /** In the order of the application; null where none is left. */
  readonly applicants: readonly string[] | null;
  readonly respondents: readonly OrganId[] | null;
}

/** Titles by case, for rows that the actor has been given (scope is theirs). */
export async function titlesOf(
  db: Database,
  rows: readonly Pick<ListedCase, 'streamId' | 'organId' | 'title'>[],
  office: Office,
  day: CivilDate,
): Promise<ReadonlyMap<StreamId, string>> {
  const answer = await db.pool.query<TitleRow>(
    `with page as (select * from unnest($1::text[], $2::text[]) as p (stream_id, organ_id)),
     first as (select e.stream_id, e.payload from entry e join page p on p.stream_id = e.stream_id where e.seq = 1)
     select p.stream_id as "streamId",
       (select array_agg(n.name order by array_position(
            array(select x ->> 'partyId' from jsonb_array_elements(f.payload -> 'parties') x), n.party_id::text) nulls last,
            n.party_id)
          from party_name n
         where n.stream_id = p.stream_id and n.organ_id = p.organ_id and n.capacity = 'applicant') as applicants,
       (select array_agg(r.subject order by array_position(
            array(select jsonb_array_elements_text(f.payload -> 'respondents')), r.subject::text) nulls last, r.subject)
          from case_fact r
         where r.stream_id = p.stream_id and r.name = 'respondent' and r.known_to is null) as respondents
       from page p left join first f on f.stream_id = p.stream_id`,
    [rows.map((r) => r.streamId), rows.map((r) => r.organId)],
  );
  const found = new Map(answer.rows.map((row) => [row.streamId, row]));
  return new Map(
    rows.map((row) => {
      const { applicants, respondents } = found.get(row.streamId) ?? { applicants: null, respondents: null };
      const who = `${applicants?.[0] ?? ''}${(applicants?.length ?? 0) > 1 ? '等' : ''}`;
      const organs = (respondents ?? []).map((id) => organName(office, id, day)).join('、');
      return [row.streamId, `${who}不服${organs}${row.title}`];
    }),
  );
}
