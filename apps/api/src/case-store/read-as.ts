/**
 * The only way to query cases: as somebody. Scope is `participant`: a case none of the actor's organs has a part in
 * answers like an unknown one, in every question.
 */
import type { Actor } from '@redress/domain/access/actor';
import { may } from '@redress/domain/access/permissions';
import { RedressError } from '@redress/domain/errors';
import type { OrganId, StreamId } from '@redress/domain/ids';
import type { Ledger } from '@redress/domain/ledger/kinds';
import type { PersonData } from '@redress/domain/ledger/person';
import type { LinkRow, ParticipantRow } from '@redress/domain/ledger/projection';
import type { Database } from '../db/database.ts';
import { type FileRow, findFiles } from './files.ts';
import { loadEntries, loadLedger } from './ledgers.ts';
import {
  type CaseCounts,
  type CasePage,
  type CaseQuery,
  countCases,
  type ListedCase,
  listCases,
} from './list-cases.ts';
import { filesInInbox } from './scans.ts';
import { seenAs } from './seen-as.ts';
import { type Span, stoppedSpansOf } from './stopped-spans.ts';
import { isDatabaseAway } from './transaction.ts';

/** People and texts of a case as kept beside its ledger; null once erased. */
export interface Kept {
  readonly persons: ReadonlyMap<string, PersonData | null>;
  readonly narratives: ReadonlyMap<string, string | null>;
}

/** A file that belongs to a case, without its bytes. */
export interface CaseFile {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly name: string;
  readonly kind: string;
  readonly mediaType: string;
}

/** All that a case's page is made of. */
export interface CaseParts {
  readonly ledger: Ledger;
  readonly kept: Kept;
  readonly files: readonly CaseFile[];
}

/** Who asks and who answers: the names in a case's title, which no index row holds. */
export interface TitleParts {
  /** Names in the order of the application, as far as none was erased. */
  readonly applicants: readonly string[];
  readonly respondents: readonly OrganId[];
}

export interface Reader {
  readonly actor: Actor;
  /** A page of the list on a day. */
  listCases(query: CaseQuery): Promise<CasePage>;
  countCases(query: Pick<CaseQuery, 'day' | 'filter'>): Promise<CaseCounts>;
  /** In which capacities the actor's organs take part in a case, on any day; empty = not theirs. */
  capacitiesIn(streamId: StreamId): Promise<readonly ParticipantRow['capacity'][]>;
  /** A case's ledger. Throws `not-found` for an unknown case and for another organ's alike. */
  ledgerOf(streamId: StreamId): Promise<Ledger>;
  /** Throws `not-found` as `ledgerOf` does. What of it the actor may see is for the audience to say. */
  keptOf(streamId: StreamId): Promise<Kept>;
  filesOf(streamId: StreamId): Promise<readonly CaseFile[]>;
  /** Several cases at once, in as many questions as one takes; those that are not the actor's are left out. */
  partsOf(streamIds: readonly StreamId[]): Promise<ReadonlyMap<StreamId, CaseParts>>;
  /**
   * A file by its id: the actor's own fresh upload, one that waits in their organ's inbox for registration, or one of a
   * case their organs take part in; null for every other.
   * Whether the case's audience shows it is asked of the case's view.
   */
  fileOf(id: string): Promise<FileRow | null>;
  /** What the titles of listed cases are made of, by case; only of the actor's organs' cases. */
  titlePartsOf(cases: readonly Pick<ListedCase, 'streamId' | 'organId'>[]): Promise<ReadonlyMap<StreamId, TitleParts>>;
  /** The days on which listed cases stood still, by case; those that never did are left out. */
  stoppedSpansOf(streamIds: readonly StreamId[]): Promise<ReadonlyMap<StreamId, readonly Span[]>>;
  /** Links from and to a case, as far as both ends are the actor's to see. */
  linksOf(streamId: StreamId): Promise<readonly LinkRow[]>;
}

/** Every failure of the connection becomes `database-away`; the rest goes up as it is. */
export async function answered<T>(question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (error) {
    throw isDatabaseAway(error) ? new RedressError({ code: 'database-away' }) : error;
  }
}

/** Opens the database to one actor. */
export function readAs(db: Database, actor: Actor): Reader {
  const { pool } = db;

  async function capacitiesIn(streamId: StreamId): Promise<readonly ParticipantRow['capacity'][]> {
    const answer = await pool.query<{ capacity: ParticipantRow['capacity'] }>(
      `select distinct p.capacity from participant p
        where p.stream_id = $1 and p.organ_id = any($2::text[]) and ${seenAs(actor)} order by 1`,
      [streamId, actor.scope],
    );
    return answer.rows.map((row) => row.capacity);
  }

  async function inScope(streamId: StreamId): Promise<void> {
    if ((await capacitiesIn(streamId)).length === 0) throw new RedressError({ code: 'not-found' });
  }

  async function ledgerOf(streamId: StreamId): Promise<Ledger> {
    await inScope(streamId);
    const ledger = await loadLedger(pool, streamId);
    if (ledger === null) throw new RedressError({ code: 'not-found' });
    return ledger;
  }

  async function keptOf(streamId: StreamId): Promise<Kept> {
    await inScope(streamId);
    const persons = await pool.query<{ id: string; content: PersonData | null }>(
      'select id, content from person_record where stream_id = $1',
      [streamId],
    );
    const narratives = await pool.query<{ id: string; content: string | null }>(
      'select id, content from narrative where stream_id = $1',
      [streamId],
    );
    return {
      persons: new Map(persons.rows.map((row) => [row.id, row.content])),
      narratives: new Map(narratives.rows.map((row) => [row.id, row.content])),
    };
  }

  async function filesOf(streamId: StreamId): Promise<readonly CaseFile[]> {
    await inScope(streamId);
    const answer = await pool.query<CaseFile>(
      `select id, sha256, size, name, kind, media_type as "mediaType" from file where stream_id = $1 order by id`,
      [streamId],
    );
    return answer.rows;
  }

  async function partsOf(streamIds: readonly StreamId[]): Promise<ReadonlyMap<StreamId, CaseParts>> {
    const theirs = await pool.query<{ id: StreamId; kind: string }>(
      `select s.id, s.kind from stream s where s.id = any($1::text[]) and exists
         (select from participant p where p.stream_id = s.id and p.organ_id = any($2::text[]) and ${seenAs(actor)})`,
      [streamIds, actor.scope],
    );
    const ids = theirs.rows.map((row) => row.id);
    type Of = { readonly streamId: StreamId };
    const [entries, persons, narratives, files] = await Promise.all([
      loadEntries(pool, ids),
      pool.query<Of & { id: string; content: PersonData | null }>(
        'select stream_id as "streamId", id, content from person_record where stream_id = any($1::text[])',
        [ids],
      ),
      pool.query<Of & { id: string; content: string | null }>(
        'select stream_id as "streamId", id, content from narrative where stream_id = any($1::text[])',
        [ids],
      ),
      pool.query<Of & CaseFile>(
        `select stream_id as "streamId", id, sha256, size, name, kind, media_type as "mediaType"
           from file where stream_id = any($1::text[]) order by id`,
        [ids],
      ),
    ]);
    const personsOf = Map.groupBy(persons.rows, (row) => row.streamId);
    const narrativesOf = Map.groupBy(narratives.rows, (row) => row.streamId);
    const filesBy = Map.groupBy(files.rows, (row) => row.streamId);
    return new Map(
      theirs.rows.map(({ id, kind }) => [
        id,
        {
          ledger: { streamId: id, kind, entries: entries.get(id) ?? [] },
          kept: {
            persons: new Map((personsOf.get(id) ?? []).map((row) => [row.id, row.content])),
            narratives: new Map((narrativesOf.get(id) ?? []).map((row) => [row.id, row.content])),
          },
          files: filesBy.get(id) ?? [],
        },
      ]),
    );
  }

  async function fileOf(id: string): Promise<FileRow | null> {
    const [row] = await findFiles(pool, [id]);
    if (row === undefined) return null;
    if (row.streamId === null) {
      if (row.uploadedBy === actor.accountId) return row;
      const waits = may(actor, 'cases.register') && (await filesInInbox(pool, actor, [id])).has(id);
      return waits ? row : null;
    }
    return (await capacitiesIn(row.streamId)).length === 0 ? null : row;
  }

  async function titlePartsOf(
    cases: readonly Pick<ListedCase, 'streamId' | 'organId'>[],
  ): Promise<ReadonlyMap<StreamId, TitleParts>> {
    const answer = await pool.query<{ streamId: StreamId } & { [K in keyof TitleParts]: TitleParts[K] | null }>(
      `with page as (select p.* from unnest($1::text[], $2::text[]) as p (stream_id, organ_id)
                      where p.organ_id = any($3::text[]) and exists
                        (select from participant q where q.stream_id = p.stream_id and q.organ_id = p.organ_id and ${seenAs(actor, 'q')})),
       first as (select e.stream_id, e.payload from entry e join page p on p.stream_id = e.stream_id where e.seq = 1)
       select p.stream_id as "streamId",
         (select array_agg(n.name order by array_position(
              array(select x ->> 'partyId' from jsonb_array_elements(f.payload -> 'parties') x), n.party_id::text) nulls last,
              n.party_id)
            from party_name n
           where n.stream_id = p.stream_id and n.organ_id = p.organ_id and n.capacity = 'applicant') as applicants,
         (select array_agg(r.subject order by array_position(x.respondents, r.subject::text) nulls last, r.subject)
            from case_fact r
           where r.stream_id = p.stream_id and r.known_to is null
             and (r.name = 'respondent' or (r.name = 'defendant' and r.value <> 'third-party-organ'))) as respondents
         from page p left join first f on f.stream_id = p.stream_id
         left join case_index x on x.stream_id = p.stream_id`,
      [cases.map((c) => c.streamId), cases.map((c) => c.organId), actor.scope],
    );
    return new Map(
      answer.rows.map(({ streamId, applicants, respondents }) => [
        streamId,
        { applicants: applicants ?? [], respondents: respondents ?? [] },
      ]),
    );
  }

  async function linksOf(streamId: StreamId): Promise<readonly LinkRow[]> {
    await inScope(streamId);
    const answer = await pool.query<LinkRow>(
      `select from_stream_id as "fromStreamId", to_stream_id as "toStreamId", kind, seq from link l
        where (from_stream_id = $1 or to_stream_id = $1)
          and (select count(distinct p.stream_id) from participant p
                where p.stream_id in (l.from_stream_id, l.to_stream_id) and p.organ_id = any($2::text[])
                  and p.capacity <> 'addressed' and ${seenAs(actor)}) = 2
        order by from_stream_id, seq`,
      [streamId, actor.scope],
    );
    return answer.rows;
  }

  return {
    actor,
    listCases: (query) => answered(listCases(db, actor, query)),
    countCases: (query) => answered(countCases(db, actor, query)),
    capacitiesIn: (streamId) => answered(capacitiesIn(streamId)),
    ledgerOf: (streamId) => answered(ledgerOf(streamId)),
    keptOf: (streamId) => answered(keptOf(streamId)),
    filesOf: (streamId) => answered(filesOf(streamId)),
    partsOf: (streamIds) => answered(partsOf(streamIds)),
    fileOf: (id) => answered(fileOf(id)),
    titlePartsOf: (cases) => answered(titlePartsOf(cases)),
    stoppedSpansOf: (streamIds) => answered(stoppedSpansOf(pool, actor.scope, streamIds)),
    linksOf: (streamId) => answered(linksOf(streamId)),
  };
}
