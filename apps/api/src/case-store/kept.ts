/** People's data and long texts: kept beside the ledger, in the same transaction, and named by the entry. */
import type { NarrativeId, PersonRecordId, StreamId } from '@redress/domain/ids';
import type { NarrativeRef, PersonRef } from '@redress/domain/ledger/common-entries';
import type { Envelope } from '@redress/domain/ledger/envelope';
import type { DecideContext } from '@redress/domain/ledger/kinds';
import type { PersonData } from '@redress/domain/ledger/person';
import type { ClientBase } from 'pg';
import { newSalt, saltedHash } from './hash.ts';

interface Kept<C> {
  readonly id: string;
  readonly stream_id: StreamId;
  readonly salt: string;
  readonly content: C;
}

/** Collects what one decision keeps; nothing is stored before `insertKept`. */
export interface Keeper {
  readonly keep: DecideContext['keep'];
  readonly persons: readonly Kept<PersonData>[];
  readonly narratives: readonly Kept<string>[];
}

/** A keeper for one decision on one stream; every row has a salt of its own, so equal texts do not hash alike. */
export function makeKeeper(streamId: StreamId, newId: () => string): Keeper {
  const persons: Kept<PersonData>[] = [];
  const narratives: Kept<string>[] = [];
  return {
    persons,
    narratives,
    keep: {
      person(data): PersonRef {
        const row = { id: newId(), stream_id: streamId, salt: newSalt(), content: data };
        persons.push(row);
        return { personRecordId: row.id as PersonRecordId, saltedHash: saltedHash(row.salt, data) };
      },
      narrative(text): NarrativeRef {
        const row = { id: newId(), stream_id: streamId, salt: newSalt(), content: text };
        narratives.push(row);
        return { narrativeId: row.id as NarrativeId, saltedHash: saltedHash(row.salt, text) };
      },
    },
  };
}

/**
 * Only what an entry names is stored: a decision may have kept something and then gone another way. Each row belongs to
 * the stream whose entry names it.
 */
export async function insertKept(client: ClientBase, keeper: Keeper, entries: readonly Envelope[]): Promise<void> {
  const named = [...Map.groupBy(entries, (e) => e.streamId)].map(([id, own]) => ({ id, refs: keptRefsIn(own) }));
  const inStreams = <C>(rows: readonly Kept<C>[], of: keyof KeptRefs): Kept<C>[] =>
    named.flatMap(({ id, refs }) =>
      rows.filter((row) => refs[of].has(row.id)).map((row) => ({ ...row, stream_id: id })),
    );
  const persons = inStreams(keeper.persons, 'persons');
  const narratives = inStreams(keeper.narratives, 'narratives');
  for (const [table, rows] of [
    ['person_record', persons],
    ['narrative', narratives],
  ] as const) {
    if (rows.length === 0) continue;
    await client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
      JSON.stringify(rows),
    ]);
  }
}

export interface KeptRefs {
  /** Record id → the salted hashes entries give for it (one, unless somebody tampered). */
  readonly persons: Map<string, Set<string>>;
  readonly narratives: Map<string, Set<string>>;
}

/** Every reference to a kept record in some entries, wherever in their payloads it stands. */
export function keptRefsIn(entries: readonly Envelope[]): KeptRefs {
  const refs: KeptRefs = { persons: new Map(), narratives: new Map() };
  const add = (to: Map<string, Set<string>>, id: unknown, hash: unknown) => {
    if (typeof id !== 'string' || typeof hash !== 'string') return;
    const known = to.get(id);
    if (known) known.add(hash);
    else to.set(id, new Set([hash]));
  };
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      const o = value as Record<string, unknown>;
      add(refs.persons, o.personRecordId, o.saltedHash);
      add(refs.narratives, o.narrativeId, o.saltedHash);
      Object.values(o).forEach(walk);
    }
  };
  for (const entry of entries) walk(entry.payload);
  return refs;
}

/** What the erasing entries of a ledger name. */
export function erasedIn(entries: readonly Envelope[]): { persons: Set<string>; narratives: Set<string> } {
  const persons = new Set<string>();
  const narratives = new Set<string>();
  for (const { type, payload } of entries) {
    if (type !== 'personal-data-erased') continue;
    const erased = payload as { personRecordIds: string[]; narrativeIds: string[] };
    for (const id of erased.personRecordIds) persons.add(id);
    for (const id of erased.narrativeIds) narratives.add(id);
  }
  return { persons, narratives };
}

/**
 * Carries out the erasing entries just appended: content and salt go, and with them the salts of the stream's command
 * bodies, which held the same data. The rows, their hashes in the ledger and every figure stay.
 */
export async function eraseKept(client: ClientBase, streamId: StreamId, entries: readonly Envelope[]): Promise<void> {
  const { persons, narratives } = erasedIn(entries);
  if (persons.size === 0 && narratives.size === 0) return;
  for (const [table, ids] of [
    ['person_record', persons],
    ['narrative', narratives],
  ] as const) {
    await client.query(
      `update ${table} set salt = null, content = null where stream_id = $1 and id = any($2::text[])`,
      [streamId, [...ids]],
    );
  }
  await client.query(
    `update command set salt = null, body_hash = null
      where id in (select command_id from entry where stream_id = $1)`,
    [streamId],
  );
}
