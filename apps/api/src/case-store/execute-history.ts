/**
 * Several steps of one stream in one transaction: a history told from its beginning, all of it or nothing. Each step is
 * decided on the state that the steps before it left, by its own actor, at its own moment and under its own command, just
 * as if they had been sent one by one; the read tables are projected once, at the end.
 */
import { randomUUID } from 'node:crypto';
import type { Actor } from '@redress/domain/access/actor';
import { RedressError } from '@redress/domain/errors';
import type { CommandId, InstantMs, StreamId } from '@redress/domain/ids';
import { canonicalForm, chainOnto, emptyHead } from '@redress/domain/ledger/chain';
import type { Envelope } from '@redress/domain/ledger/envelope';
import type { LawContext, Ledger, Step } from '@redress/domain/ledger/kinds';
import { replay } from '@redress/domain/ledger/replay';
import type { ClientBase } from 'pg';
import type { Database } from '../db/database.ts';
import { civilDayOf } from './civil-day.ts';
import {
  bodyOf,
  checkExpectations,
  checked,
  fail,
  kindOf,
  lockedRows,
  type StoredAnswer,
  writeStreams,
} from './execute.ts';
import { adoptFiles } from './files.ts';
import { newSalt, saltedHash, sha256 } from './hash.ts';
import { eraseKept, insertKept, makeKeeper } from './kept.ts';
import type { Kinds } from './kinds.ts';
import { insertEntries, loadEntries } from './ledgers.ts';
import { numbered } from './numbers.ts';
import { unprintable } from './printable.ts';
import { deleteReadRows, insertReadRows, namesOf, personsIn, projectStream, tableRows } from './read-tables.ts';
import { ensureDailySeal } from './seal.ts';
import { lockStreams, writing } from './transaction.ts';
import { markHeard } from './unheard.ts';

/** One step of a history. */
export interface HistoryStep {
  /** The step, or what makes it from the state it will be decided on (ids of documents, parties, proposals). Pure: it may be asked again. */
  readonly step: Step | ((state: unknown) => Step);
  readonly commandId: CommandId;
  readonly actor: Actor;
  /** The moment it is recorded; never before that of the step before it. Its civil day is the step's today. */
  readonly recordedAt: InstantMs;
  /** Fresh ids; random unless a deterministic seed gives its own. */
  readonly newId?: () => string;
}

export interface HistoryCommand {
  /** `expectedVersion`: null for a stream that is to be new. */
  readonly stream: { readonly id: StreamId; readonly kind: string; readonly expectedVersion: number | null };
  readonly steps: readonly [HistoryStep, ...HistoryStep[]];
  readonly law: LawContext;
  readonly kinds: Kinds;
  /** Past acts recorded from the office's earlier register (see DecideContext). */
  readonly fromRegister?: boolean;
  /** ms to wait for a lock; 5 s unless a test is in a hurry. */
  readonly lockTimeout?: number;
  /** More that is written in the same transaction, e.g. that a row of an import is done. `appended` 0: it was all known. */
  readonly also?: (client: ClientBase, answer: HistoryAnswer) => Promise<void>;
}

export interface HistoryAnswer {
  readonly version: number;
  readonly ledger: Ledger;
  /** How many steps were done now; the others were known already. */
  readonly done: number;
}

/** A step of a history was refused: its place says which. Nothing was written. */
export class HistoryRefused extends RedressError {
  readonly index: number;
  constructor(index: number, error: RedressError) {
    super(error.failure);
    this.name = 'HistoryRefused';
    this.index = index;
    this.cause = error;
  }
}

async function knownCommands(client: ClientBase, ids: readonly CommandId[]): Promise<ReadonlySet<string>> {
  const answer = await client.query<{ id: string }>('select id from command where id = any($1::text[])', [ids]);
  return new Set(answer.rows.map((row) => row.id));
}

interface Written {
  readonly entries: readonly Envelope[];
  readonly body: unknown;
  readonly commandId: CommandId;
}

async function decideAndWriteAll(client: ClientBase, db: Database, c: HistoryCommand): Promise<HistoryAnswer> {
  const { stream } = c;
  const kind = kindOf(c.kinds, stream.kind);
  await lockStreams(client, [stream.id]);
  const known = await knownCommands(
    client,
    c.steps.map((s) => s.commandId),
  );
  const firstNew = c.steps.findIndex((s) => !known.has(s.commandId));
  // A history that was cut short goes on where it stopped; one whose beginning is unknown and whose end is not is another one.
  if (known.size !== (firstNew === -1 ? c.steps.length : firstNew)) fail({ code: 'command-reused' });
  const [{ actor: firstActor }] = c.steps;
  const rows = await lockedRows(client, { streams: [stream], actor: firstActor });
  const stored = (await loadEntries(client, [stream.id])).get(stream.id) ?? [];
  if (known.size > 0) {
    const own = new Set(stored.map((e) => e.commandId));
    if (!c.steps.slice(0, known.size).every((s) => own.has(s.commandId))) fail({ code: 'command-reused' });
  } else checkExpectations({ streams: [stream] }, rows);

  const close = async (answer: HistoryAnswer): Promise<HistoryAnswer> => {
    // What an earlier register tells is no news to anybody.
    if (c.fromRegister === true) await markHeard(client, stream.id, answer.version);
    await c.also?.(client, answer);
    return answer;
  };
  let ledger: Ledger = { streamId: stream.id, kind: stream.kind, entries: stored };
  if (firstNew === -1) {
    return close({ version: stored.length, ledger, done: 0 });
  }

  let state: unknown = replay(kind, ledger, c.law);
  let head: Parameters<typeof chainOnto>[0] = rows.get(stream.id) ?? emptyHead;
  const written: Written[] = [];
  for (const [index, s] of c.steps.entries()) {
    if (index < firstNew) continue;
    try {
      const step = typeof s.step === 'function' ? s.step(state) : s.step;
      const fields = unprintable(step.input);
      if (fields.length > 0) fail({ code: 'invalid-input', fields });
      const body = bodyOf({ streams: [{ ...stream }], step, actor: s.actor });
      canonicalForm(body);
      const newId = s.newId ?? randomUUID;
      const keeper = makeKeeper(stream.id, newId);
      const decision = kind.decide(state, step, {
        ...c.law,
        actor: s.actor,
        today: civilDayOf(s.recordedAt),
        newId,
        keep: keeper.keep,
        ...(c.fromRegister === undefined ? {} : { fromRegister: c.fromRegister }),
      });
      if (!decision.ok) {
        fail(decision.failure);
        continue;
      }
      if (decision.entries.length === 0) throw new Error(`${step.type} was decided without an entry`);
      if ((decision.also ?? []).length > 0) throw new Error(`${step.type} writes to a stream its history did not name`);
      const withNumbers = await numbered(client, decision.entries, decision.numbers ?? [], db.padding);
      const { acting, accountId } = s.actor;
      const recordedBy = { account: accountId, organ: acting.organId, post: acting.postId };
      const envelope = { streamId: stream.id, recordedAt: s.recordedAt, recordedBy, commandId: s.commandId };
      const chained = chainOnto(head, checked(kind, withNumbers), envelope, sha256);
      const last = chained.at(-1) as Envelope;
      head = { version: last.seq, headHash: last.hash, lastRecordedAt: last.recordedAt };
      ledger = { ...ledger, entries: [...ledger.entries, ...chained] };
      state = replay(kind, ledger, c.law);
      written.push({ entries: chained, body, commandId: s.commandId });
      await insertKept(client, keeper, chained);
      await adoptFiles(client, stream.id, chained, step.input, s.actor);
    } catch (error) {
      throw error instanceof RedressError ? new HistoryRefused(index, error) : error;
    }
  }

  const all = written.flatMap((w) => w.entries);
  await writeStreams(client, { streams: [stream] }, [all]);
  await insertEntries(client, all);
  await eraseKept(client, stream.id, all);

  const projected = projectStream(c.kinds, kind, ledger, c.law);
  const names = await namesOf(client, personsIn(projected.rows));
  if (rows.has(stream.id)) await deleteReadRows(client, c.kinds, [stream.id]);
  await insertReadRows(client, tableRows(projected, names, db.padding));

  const commands = written.map(({ entries, body, commandId }) => {
    const salt = newSalt();
    const answer: StoredAnswer = [
      { streamId: stream.id, version: (entries.at(-1) as Envelope).seq, fromSeq: (entries[0] as Envelope).seq },
    ];
    return { id: commandId, salt, body_hash: saltedHash(salt, body), answer };
  });
  await client.query('insert into command select * from jsonb_populate_recordset(null::command, $1::jsonb)', [
    JSON.stringify(commands),
  ]);
  return close({ version: ledger.entries.length, ledger, done: written.length });
}

/**
 * Does all steps or none. Steps whose commands are known from the beginning on are not done again, so an interrupted
 * history may simply be sent once more.
 * @throws HistoryRefused (a RedressError) with the place of the step that `decide` refused; RedressError `already-exists`,
 * `not-found`, `stale-version`, `command-reused`, `busy`, `database-away` as `executeStep` does.
 */
export async function executeHistory(db: Database, c: HistoryCommand): Promise<HistoryAnswer> {
  const [first] = c.steps;
  await ensureDailySeal(db.pool, first.recordedAt);
  return writing(
    db.pool,
    {
      account: first.actor.accountId,
      streams: [c.stream.id],
      ...(c.lockTimeout === undefined ? {} : { lockTimeout: c.lockTimeout }),
    },
    (client) => decideAndWriteAll(client, db, c),
  );
}
