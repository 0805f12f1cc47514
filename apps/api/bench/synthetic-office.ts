/**
 * A large office to measure lists and search on: read rows of cases that were never played, written straight into the
 * tables of a database that is thrown away. The open ones are the newest, and a few that stayed behind; names and numbers are as spread as in an office.
 */
import type { Actor } from '@redress/domain/access/actor';
import type { AccountId, OrganId, PostId } from '@redress/domain/ids';
import type { Pool } from 'pg';
import { pad } from '../src/case-store/padding.ts';

export const benchOrgan = 'organ-bench' as OrganId;

/** Somebody of the reviewing organ who sees all of it. */
export const benchActor: Actor = (() => {
  const acting = { postId: 'post-bench' as PostId, organId: benchOrgan, role: 'handler' as const, delegatedBy: null };
  return { accountId: 'account-bench' as AccountId, name: '—', acting, posts: [acting], scope: [benchOrgan] };
})();

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅鑫波斌宇浩凯健俊帆雪晨曦'];
/** Cases registered in a year of this office. */
const casesPerYear = 20_000;

/** A name that only a few people bear. */
export const rareName = '端木禹锡';

/**
 * Fills the read tables with `cases` cases, each with the reviewing organ and one respondent.
 * @param pool of the tables' owner
 */
export async function fillOffice(pool: Pool, cases: number): Promise<void> {
  // Loaded without the large index and indexed once: half the time, the same index.
  await pool.query('drop index party_name_search');
  const number = (n: string) =>
    `'云政复〔' || (2026 - ${n} / ${casesPerYear}) || '〕' || (${n} % ${casesPerYear} + 1) || '号'`;
  await pool.query(
    `insert into case_index (stream_id, kind, projection_version, version, case_number, title, organ_id, handlers,
        procedure, law_version, filed_on, received_on, law_book_version, calendar_version)
     select 'bench-' || reverse(lpad(n::text, 9, '0')), 'reconsideration', 1, 8, ${number('n')}, '行政处罚决定', $2, array['account-' || n % 12], 'ordinary',
        'ARL2023', date '2026-03-01' - n / 55, date '2026-03-01' - n / 55, 'b', 'b'
       from generate_series(0, $1::int - 1) n`,
    [cases, benchOrgan],
  );
  await pool.query(
    `insert into participant (stream_id, kind, organ_id, capacity, from_on, until_on, stage, waiting_for, due_rule,
        due_unit, sort_due, due_status, amber_on, red_on, handlers, closed, received_on, accepted_on, closed_on,
        number_key, procedure, law_version, matter, category, channel, respondents, outcome)
     select c.stream_id, c.kind, o.organ_id, o.capacity, '-infinity', 'infinity', case when o.closed then 'closed' else
        'accepted' end, case when o.closed then null else 'institution' end, 'reconsideration.decide-ordinary', 'day',
        case when o.closed then 'infinity'::date else c.received_on + 60 end, 'running',
        case when o.closed then 'infinity'::date else c.received_on + 55 end,
        case when o.closed then 'infinity'::date else c.received_on + 61 end, c.handlers, o.closed, c.received_on,
        c.received_on + 4, case when o.closed then c.received_on + 58 end,
        to_char(c.received_on, 'YYYY') || '|' || lpad(substring(c.case_number from '(\\d+)号'), 9, '0') || '|000|云政复',
        c.procedure, c.law_version, (array['penalty','penalty','coercion','open-information','inaction','levy'])[1 + abs(hashtext(c.stream_id || 'm')) % 6],
        null, 'counter', '{}', case when o.closed then (array['uphold','revoke','mediated'])[1 + abs(hashtext(c.stream_id || 'o')) % 3] end
       from case_index c, lateral (select c.organ_id, 'reviewing' as capacity, c.received_on < date '2026-03-01' - case when hashtext(c.stream_id) % 40 = 0 then 900 else 120 end as closed
         union all select 'organ-bench-' || abs(hashtext(c.stream_id)) % 40, 'respondent',
           c.received_on < date '2026-03-01' - 120) o`,
  );
  const names: string[] = [];
  for (const s of surnames) for (const g of given) for (const h of ['', ...given.slice(0, 12)]) names.push(s + g + h);
  await pool.query(
    `with name as (select name, padded, at - 1 as at from unnest($1::text[], $2::text[]) with ordinality u (name, padded, at))
     insert into party_name (stream_id, party_id, capacity, organ_id, person_record_id, name, padded)
     select p.stream_id, 'p1', 'applicant', p.organ_id, 'person-' || p.stream_id,
        case when h.n < 5 then $4 else name.name end, case when h.n < 5 then $5 else name.padded end
       from participant p, lateral (select abs(hashtext(p.stream_id || 'n'))::int % 100000 as n) h
       join name on name.at = (h.n * 7) % $3`,
    [names, names.map((n) => pad(n, 'letters')), names.length, rareName, pad(rareName, 'letters')],
  );
  await pool.query(
    `insert into party_name (stream_id, party_id, capacity, organ_id, person_record_id, name, padded)
     select p.stream_id, d.id, case when d.id = 'case' then 'case-number' else 'document-number' end, p.organ_id, null,
        d.form || '〔' || d.year || '〕' || d.serial || '号',
        regexp_replace(d.form || '(' || d.year || ')' || d.serial || '号', '(.)', 'a\\1', 'g') || 'a'
       from participant p, lateral (select reverse(substr(p.stream_id, 7))::int as n) s, lateral (
         values ('case', '云政复', 2026 - s.n / ${casesPerYear}, s.n % ${casesPerYear} + 1),
                ('d1', '云政复受字', 2026 - s.n / ${casesPerYear}, s.n % ${casesPerYear} + 1),
                ('d2', '云政复答字', 2026 - s.n / ${casesPerYear}, s.n % ${casesPerYear} + 1),
                ('d3', '云政复决字', 2026 - s.n / ${casesPerYear}, s.n % 15000 + 1)) as d (id, form, year, serial)
      where p.capacity = 'reviewing' or d.id in ('case', 'd2')`,
  );
  await pool.query('create index party_name_search on party_name using gin (organ_id, padded gin_trgm_ops)');
  await pool.query('vacuum analyze case_index, participant, party_name');
}
