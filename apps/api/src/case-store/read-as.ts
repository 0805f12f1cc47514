/**
 * The only way to query cases: as somebody. Scope is `participant`: a case none of the actor's organs has a part in
 * answers like an unknown one, in every question.
 */
import type { Actor } from '@redress/domain/access/actor';
import { RedressError } from '@redress/domain/errors';
import type { StreamId } from '@redress/domain/ids';
import type { Ledger } from '@redress/domain/ledger/kinds';
import type { PersonData } from '@redress/domain/ledger/person';
import type { LinkRow, ParticipantRow } from '@redress/domain/ledger/projection';
import type { Database } from '../db/database.ts';
import { loadLedger } from './ledgers.ts';
import { type CaseCounts, type CasePage, type CaseQuery, countCases, listCases } from './list-cases.ts';
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
  /** Links from and to a case, as far as both ends are the actor's to see. */
  linksOf(streamId: StreamId): Promise<readonly LinkRow[]>;
}

/** Every failure of the connection becomes `database-away`; the rest goes up as it is. */
async function answered<T>(question: Promise<T>): Promise<T> {
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
      `select distinct capacity from participant where stream_id = $1 and organ_id = any($2::text[]) order by 1`,
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

  async function linksOf(streamId: StreamId): Promise<readonly LinkRow[]> {
    await inScope(streamId);
    const answer = await pool.query<LinkRow>(
      `select from_stream_id as "fromStreamId", to_stream_id as "toStreamId", kind, seq from link l
        where (from_stream_id = $1 or to_stream_id = $1)
          and (select count(distinct p.stream_id) from participant p
                where p.stream_id in (l.from_stream_id, l.to_stream_id) and p.organ_id = any($2::text[])) = 2
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
    linksOf: (streamId) => answered(linksOf(streamId)),
  };
}
