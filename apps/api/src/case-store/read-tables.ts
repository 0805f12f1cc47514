/**
 * The read tables as one list: execute writes them, verify compares them, rebuild loads them, and none can be forgotten.
 * A row travels as JSON with the table's column names; PostgreSQL turns it into a row and back (jsonb_populate_recordset,
 * to_jsonb), so that every column of every table is compared, whichever there are.
 */
import type { InstantMs, PersonRecordId, StreamId } from '@redress/domain/ids';
import type { Kind, LawContext, Ledger } from '@redress/domain/ledger/kinds';
import type { ReadRows } from '@redress/domain/ledger/projection';
import { projectLedger, replay } from '@redress/domain/ledger/replay';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { ClientBase } from 'pg';
import { caseFact } from '../db/schema/case-fact.ts';
import { caseIndex } from '../db/schema/case-index.ts';
import { clock } from '../db/schema/clock.ts';
import { link } from '../db/schema/link.ts';
import { participant } from '../db/schema/participant.ts';
import { partyName } from '../db/schema/party-name.ts';
import type { Kinds } from './kinds.ts';
import { numberKeyOf } from './number-key.ts';
import { type Padding, pad } from './padding.ts';

export type JsonRow = Readonly<Record<string, unknown>>;
/** Table name → its rows. */
export type TableRows = ReadonlyMap<string, readonly JsonRow[]>;

export interface ReadTable {
  readonly name: string;
  /** The column that names the stream a row depends on. */
  readonly streamColumn: string;
  /** Property of the drizzle table → column. */
  readonly columns: ReadonlyMap<string, string>;
}

function readTable(table: PgTable, streamProperty = 'streamId'): ReadTable {
  const columns = new Map(Object.entries(getTableColumns(table)).map(([property, column]) => [property, column.name]));
  const streamColumn = columns.get(streamProperty);
  if (streamColumn === undefined) throw new Error(`${getTableName(table)} names no stream`);
  return { name: getTableName(table), streamColumn, columns };
}

const shared = {
  caseIndex: readTable(caseIndex),
  participant: readTable(participant),
  clock: readTable(clock),
  partyName: readTable(partyName),
  link: readTable(link, 'fromStreamId'),
  caseFact: readTable(caseFact),
} as const;

/** All read tables: the shared ones and the nouns' own. */
export function readTables(kinds: Kinds): readonly ReadTable[] {
  const own = new Map(kinds.details.map((detail) => [getTableName(detail.table), readTable(detail.table)]));
  return [...Object.values(shared), ...own.values()];
}

/** Gives a row its column names; a property the table lacks, or a column the row lacks, is a mistake in the program. */
function jsonRow(table: ReadTable, row: object): JsonRow {
  const out: Record<string, unknown> = {};
  for (const [property, column] of table.columns) {
    const value = (row as Record<string, unknown>)[property];
    if (value === undefined) throw new Error(`a row of ${table.name} has no ${property}`);
    out[column] = value;
  }
  for (const property of Object.keys(row)) {
    if (!table.columns.has(property)) throw new Error(`${table.name} has no column for ${property}`);
  }
  return out;
}

/** Names of the people a projection mentions; null once erased. */
export type Names = ReadonlyMap<string, string | null>;

export const personsIn = (rows: ReadRows | null): PersonRecordId[] =>
  (rows?.partyNames ?? []).flatMap((row) =>
    row.personRecordId === null ? [] : [row.personRecordId as PersonRecordId],
  );

/** What a stream's ledger says about itself in the read tables, before the names are filled in. */
export interface Projected {
  readonly streamId: StreamId;
  readonly version: number;
  /** When its last entry was recorded. */
  readonly updatedAt: InstantMs | null;
  readonly rows: ReadRows | null;
  readonly details: readonly { readonly table: string; readonly row: JsonRow }[];
}

/** Replays one ledger and projects it. Pure: no clock, no database. */
export function projectStream(kinds: Kinds, kind: Kind, ledger: Ledger, law: LawContext): Projected {
  const own = kinds.details.filter((detail) => detail.kind === kind.kind);
  const state = own.length === 0 ? null : replay(kind, ledger, law);
  return {
    streamId: ledger.streamId,
    version: ledger.entries.length,
    updatedAt: ledger.entries.at(-1)?.recordedAt ?? null,
    rows: projectLedger(kind, ledger, law),
    details: own.flatMap((detail) => {
      const table = readTable(detail.table);
      return detail.rows(state).map((row) => ({ table: table.name, row: jsonRow(table, row) }));
    }),
  };
}

/** The rows of every read table for one stream, exactly as they are stored. */
export function tableRows(projected: Projected, names: Names, padding: Padding): TableRows {
  const out = new Map<string, JsonRow[]>();
  const put = (table: ReadTable, rows: readonly object[]) => {
    if (rows.length > 0)
      out.set(
        table.name,
        rows.map((row) => jsonRow(table, row)),
      );
  };
  const { rows } = projected;
  if (rows !== null) {
    // The store's own: the version to expect counts corrections, too.
    put(shared.caseIndex, [{ ...rows.caseIndex, version: projected.version, updatedAt: projected.updatedAt }]);
    // What the list is ordered and narrowed by stands in the row that the list walks along.
    const { receivedOn, caseNumber, procedure, lawVersion, matter, category, channel, respondents } = rows.caseIndex;
    const ofCase = { receivedOn, procedure, lawVersion, matter, category, channel, respondents };
    const numberKey = caseNumber === null ? null : numberKeyOf(caseNumber);
    put(
      shared.participant,
      rows.participants.map((row) => ({ ...row, ...ofCase, numberKey })),
    );
    put(shared.clock, rows.clocks);
    put(
      shared.partyName,
      rows.partyNames.flatMap(({ publicName, ...row }) => {
        const name = row.personRecordId === null ? publicName : (names.get(row.personRecordId) ?? null);
        return name === null ? [] : [{ ...row, name, padded: pad(name, padding) }];
      }),
    );
    put(shared.link, rows.links);
    put(shared.caseFact, rows.caseFacts);
  }
  for (const { table, row } of projected.details) out.set(table, [...(out.get(table) ?? []), row]);
  return out;
}

const quoted = (name: string): string => `"${name}"`;

/** Reads the names of people; an erased person's is null. */
export async function namesOf(client: ClientBase, persons: readonly string[]): Promise<Names> {
  if (persons.length === 0) return new Map();
  const answer = await client.query<{ id: string; name: string | null }>(
    `select id, content ->> 'name' as name from person_record where id = any($1::text[])`,
    [persons],
  );
  return new Map(answer.rows.map((row) => [row.id, row.name]));
}

/** Removes all read rows of some streams: one statement for all tables. */
export async function deleteReadRows(client: ClientBase, kinds: Kinds, streams: readonly string[]): Promise<void> {
  const parts = readTables(kinds).map(
    (table, i) => `d${i} as (delete from ${quoted(table.name)} where ${table.streamColumn} = any($1::text[]))`,
  );
  await client.query(`with ${parts.join(', ')} select`, [streams]);
}

/** Writes read rows: one statement for all tables. */
export async function insertReadRows(client: ClientBase, rows: TableRows): Promise<void> {
  if (rows.size === 0) return;
  const tables = [...rows.entries()];
  const parts = tables.map(([name], i) => {
    const table = quoted(name);
    return `i${i} as (insert into ${table} select * from jsonb_populate_recordset(null::${table}, $${i + 1}::jsonb))`;
  });
  await client.query(
    `with ${parts.join(', ')} select`,
    tables.map(([, list]) => JSON.stringify(list)),
  );
}
