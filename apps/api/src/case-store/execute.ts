/**
 * The only writer of streams and read tables. One step is one short transaction:
 * lock · known command · expected version · load · decide · append (hash-chained) · project · commit.
 */
import { randomUUID } from 'node:crypto';
import type { Actor } from '@redress/domain/access/actor';
import { type Failure, RedressError } from '@redress/domain/errors';
import type { CommandId, InstantMs, Sha256, StreamId } from '@redress/domain/ids';
import { canonicalForm, chainOnto, emptyHead } from '@redress/domain/ledger/chain';
import type { Envelope, NewEntry } from '@redress/domain/ledger/envelope';
import type { Kind, LawContext, Ledger, PostsHeld, Step } from '@redress/domain/ledger/kinds';
import { replay } from '@redress/domain/ledger/replay';
import type { ClientBase } from 'pg';
import type { Database } from '../db/database.ts';
import { tellCommitted } from './after-commit.ts';
import { civilDayOf } from './civil-day.ts';
import { adoptFiles } from './files.ts';
import { newSalt, saltedHash, sha256 } from './hash.ts';
import { eraseKept, insertKept, makeKeeper } from './kept.ts';
import type { Kinds } from './kinds.ts';
import { insertEntries, loadEntries } from './ledgers.ts';
import { numbered } from './numbers.ts';
import { unprintable } from './printable.ts';
import { deleteReadRows, insertReadRows, namesOf, personsIn, projectStream, tableRows } from './read-tables.ts';
import { ensureDailySeal } from './seal.ts';
import { seenAs } from './seen-as.ts';
import { lockStreams, writing } from './transaction.ts';

export interface StreamToWrite {
  readonly id: StreamId;
  readonly kind: string;
  /** The version the actor saw; null for a stream that is to be new; `any` where only its state under the lock matters. */
  readonly expectedVersion: number | null | 'any';
}

export interface StepCommand {
  /** The first is the one the step is for: its kind decides. The others are locked with it and may be appended to. */
  readonly streams: readonly [StreamToWrite, ...StreamToWrite[]];
  readonly step: Step;
  /** Made by the client; the same command acts once, however often it is sent. */
  readonly commandId: CommandId;
  readonly actor: Actor;
  readonly clock: () => InstantMs;
  readonly law: LawContext;
  readonly kinds: Kinds;
  /** The posts everybody holds or has held, for rules about who reviews what. */
  readonly postsHeld?: PostsHeld;
  /** Fresh ids; random unless a deterministic seed gives its own. */
  readonly newId?: () => string;
  /** ms to wait for a lock; 5 s unless a test is in a hurry. */
  readonly lockTimeout?: number;
}

export interface StepAnswer {
  /** Of the first stream, after this command. */
  readonly version: number;
  /** What this command appended to the first stream. */
  readonly entries: readonly Envelope[];
  /** The first stream's whole ledger as it stands now. */
  readonly ledger: Ledger;
}

export interface StreamRow {
  readonly id: StreamId;
  readonly kind: string;
  readonly version: number;
  readonly headHash: Sha256;
  readonly lastRecordedAt: InstantMs | null;
  readonly hidden: boolean;
}

/** What a command's answer is rebuilt from. */
export type StoredAnswer = readonly {
  readonly streamId: StreamId;
  readonly version: number;
  readonly fromSeq: number;
}[];

export const fail = (failure: Failure): never => {
  throw new RedressError(failure);
};

/** What must be equal for a command to be the same one again. */
export const bodyOf = ({ streams, step, actor }: Pick<StepCommand, 'streams' | 'step' | 'actor'>): unknown => ({
  streams: streams.map(({ id, kind, expectedVersion }) => ({ id, kind, expectedVersion })),
  step: { type: step.type, input: step.input ?? null },
  account: actor.accountId,
  post: actor.acting.postId,
});

async function answerTo(client: ClientBase, kind: string, stored: StoredAnswer): Promise<StepAnswer> {
  const [first] = stored;
  if (first === undefined) throw new Error('a command without an answer');
  const entries = (await loadEntries(client, [first.streamId])).get(first.streamId) ?? [];
  return {
    version: first.version,
    entries: entries.filter((e) => e.seq >= first.fromSeq && e.seq <= first.version),
    ledger: { streamId: first.streamId, kind, entries },
  };
}

/** The first answer to a command that is known already; null for a new one. */
async function knownAnswer(client: ClientBase, c: StepCommand): Promise<StepAnswer | null> {
  const known = await client.query<{ salt: string | null; bodyHash: string | null; answer: StoredAnswer }>(
    `select salt, body_hash as "bodyHash", answer from command where id = $1`,
    [c.commandId],
  );
  const row = known.rows[0];
  if (row === undefined) return null;
  if (row.salt === null || saltedHash(row.salt, bodyOf(c)) !== row.bodyHash) return fail({ code: 'command-reused' });
  return answerTo(client, c.streams[0].kind, row.answer);
}

/** The streams' rows, locked; with whether the actor's organs have no part in them. */
export async function lockedRows(
  client: ClientBase,
  c: Pick<StepCommand, 'streams' | 'actor'>,
): Promise<Map<StreamId, StreamRow>> {
  const answer = await client.query<StreamRow>(
    `select s.id, s.kind, s.version, s.head_hash as "headHash", s.last_recorded_at as "lastRecordedAt",
            exists (select from participant p where p.stream_id = s.id)
              and not exists (select from participant p
                               where p.stream_id = s.id and p.organ_id = any($2::text[]) and ${seenAs(c.actor)}) as hidden
       from stream s where s.id = any($1::text[]) order by s.id for update of s`,
    [c.streams.map((s) => s.id), c.actor.scope],
  );
  return new Map(answer.rows.map((row) => [row.id, row]));
}

export function checkExpectations(c: Pick<StepCommand, 'streams'>, rows: ReadonlyMap<StreamId, StreamRow>): void {
  for (const { id, kind, expectedVersion } of c.streams) {
    const row = rows.get(id);
    // Another organ's stream answers like an unknown one, or, asked for as a new one, like any taken id.
    if (expectedVersion === null) {
      if (row !== undefined) fail({ code: 'already-exists' });
    } else if (row === undefined || row.hidden || row.kind !== kind) fail({ code: 'not-found' });
    else if (expectedVersion !== 'any' && row.version !== expectedVersion) fail({ code: 'stale-version' });
  }
}

/** Entries as their kind's schema reads them; an entry that does not fit is a mistake in `decide`. */
export function checked(kind: Kind, entries: readonly NewEntry[]): NewEntry[] {
  return entries.map((entry) => {
    const schema = kind.entries[entry.type];
    if (schema === undefined) throw new Error(`${kind.kind} knows no entry ${entry.type}`);
    const parsed = schema.safeParse(entry.payload);
    if (!parsed.success) {
      // Paths and rules only: the values may be personal.
      const where = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join(', ');
      throw new Error(`${kind.kind} decided an entry ${entry.type} that its schema refuses (${where})`);
    }
    // JSON has no undefined: what is hashed must be what is read back.
    return { ...entry, payload: JSON.parse(JSON.stringify(parsed.data)) };
  });
}

export const kindOf = (kinds: Kinds, name: string): Kind => {
  const kind = kinds.byName.get(name);
  if (kind === undefined) throw new Error(`no kind ${name} is registered`);
  return kind;
};

export async function writeStreams(
  client: ClientBase,
  c: Pick<StepCommand, 'streams'>,
  appended: readonly (readonly Envelope[])[],
): Promise<void> {
  const heads = appended.flatMap((entries) => {
    const last = entries.at(-1);
    const stream = c.streams.find((s) => s.id === last?.streamId);
    return last === undefined || stream === undefined
      ? []
      : [
          {
            id: stream.id,
            kind: stream.kind,
            version: last.seq,
            head_hash: last.hash,
            last_recorded_at: last.recordedAt,
          },
        ];
  });
  await client.query(
    `insert into stream select * from jsonb_populate_recordset(null::stream, $1::jsonb)
     on conflict (id) do update set version = excluded.version, head_hash = excluded.head_hash,
       last_recorded_at = excluded.last_recorded_at`,
    [JSON.stringify(heads)],
  );
}

export async function decideAndWrite(client: ClientBase, db: Database, c: StepCommand): Promise<StepAnswer> {
  await lockStreams(
    client,
    c.streams.map((s) => s.id),
  );
  const known = await knownAnswer(client, c);
  if (known !== null) return known;

  const rows = await lockedRows(client, c);
  checkExpectations(c, rows);

  const stored = await loadEntries(client, [...rows.keys()]);
  const ledgers = c.streams.map(({ id, kind }): Ledger => ({ streamId: id, kind, entries: stored.get(id) ?? [] }));
  const states = ledgers.map((ledger) => replay(kindOf(c.kinds, ledger.kind), ledger, c.law));
  const [subject] = c.streams;
  const newId = c.newId ?? randomUUID;
  const keeper = makeKeeper(subject.id, newId);
  const recordedAt = c.clock();

  const decision = kindOf(c.kinds, subject.kind).decide(states[0], c.step, {
    ...c.law,
    actor: c.actor,
    today: civilDayOf(recordedAt),
    newId,
    keep: keeper.keep,
    ...(c.postsHeld === undefined ? {} : { postsHeld: c.postsHeld }),
    others: new Map(
      ledgers.slice(1).map((ledger, i) => [ledger.streamId, { kind: ledger.kind, state: states[i + 1] }]),
    ),
  });
  if (!decision.ok) return fail(decision.failure);
  if (decision.entries.length === 0) throw new Error(`${c.step.type} was decided without an entry`);

  const wanted = new Map<StreamId, readonly NewEntry[]>([[subject.id, decision.entries]]);
  for (const { streamId, entries } of decision.also ?? []) {
    if (wanted.has(streamId) || !c.streams.some((s) => s.id === streamId)) {
      throw new Error(`${c.step.type} writes to a stream its command did not name`);
    }
    wanted.set(streamId, entries);
  }

  const { acting, accountId } = c.actor;
  const recordedBy = { account: accountId, organ: acting.organId, post: acting.postId };
  const appended: Envelope[][] = [];
  const after: Ledger[] = [];
  for (const ledger of ledgers) {
    const entries = wanted.get(ledger.streamId) ?? [];
    if (entries.length === 0) continue;
    const written = JSON.stringify(entries);
    const asked = (decision.numbers ?? []).filter((n) => written.includes(n.placeholder));
    const withNumbers = await numbered(client, entries, asked, db.padding);
    const row = rows.get(ledger.streamId);
    const chained = chainOnto(
      row ?? emptyHead,
      checked(kindOf(c.kinds, ledger.kind), withNumbers),
      { streamId: ledger.streamId, recordedAt, recordedBy, commandId: c.commandId },
      sha256,
    );
    appended.push(chained);
    after.push({ ...ledger, entries: [...ledger.entries, ...chained] });
  }
  await writeStreams(client, c, appended);
  await insertEntries(client, appended.flat());
  await insertKept(client, keeper, appended.flat());
  for (const entries of appended) {
    const streamId = entries[0]?.streamId;
    if (streamId === undefined) continue;
    await adoptFiles(client, streamId, entries, c.step.input, c.actor);
    await eraseKept(client, streamId, entries);
  }

  const projected = after.map((ledger) => projectStream(c.kinds, kindOf(c.kinds, ledger.kind), ledger, c.law));
  const names = await namesOf(
    client,
    projected.flatMap((p) => personsIn(p.rows)),
  );
  await deleteReadRows(
    client,
    c.kinds,
    after.filter((ledger) => rows.has(ledger.streamId)).map((ledger) => ledger.streamId),
  );
  for (const p of projected) await insertReadRows(client, tableRows(p, names, db.padding));

  const answer: StoredAnswer = appended.map((entries) => ({
    streamId: (entries[0] as Envelope).streamId,
    version: (entries.at(-1) as Envelope).seq,
    fromSeq: (entries[0] as Envelope).seq,
  }));
  const salt = newSalt();
  await client.query('insert into command (id, salt, body_hash, answer) values ($1, $2, $3, $4::jsonb)', [
    c.commandId,
    salt,
    saltedHash(salt, bodyOf(c)),
    JSON.stringify(answer),
  ]);

  const [ledger] = after as [Ledger, ...Ledger[]];
  return { version: ledger.entries.length, entries: appended[0] as Envelope[], ledger };
}

/**
 * Does one step: all of it or nothing, and once, however often the command is sent.
 * @throws RedressError with what `decide` refused, or `not-found`, `already-exists`, `stale-version` (somebody else acted
 * first), `command-reused`, `invalid-input` (text that cannot be kept, a file that is not this case's to name), `busy` (params.account says who is writing),
 * `database-away` (send the same command again).
 */
export async function executeStep(db: Database, c: StepCommand): Promise<StepAnswer> {
  if (new Set(c.streams.map((s) => s.id)).size !== c.streams.length) throw new Error('a command names a stream twice');
  const fields = unprintable(c.step.input);
  if (fields.length > 0) fail({ code: 'invalid-input', fields });
  // Canonical once before the transaction: a body that is no JSON is a mistake of the caller, not of the database.
  canonicalForm(bodyOf(c));
  await ensureDailySeal(db.pool, c.clock());
  const streams = c.streams.map((s) => s.id);
  const answer = await writing(
    db.pool,
    { account: c.actor.accountId, streams, ...(c.lockTimeout === undefined ? {} : { lockTimeout: c.lockTimeout }) },
    (client) => decideAndWrite(client, db, c),
  );
  tellCommitted(db.pool, streams);
  return answer;
}
