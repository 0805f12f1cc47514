/** One writing transaction: its locks, its retries, and what its errors mean. */
import { createHash } from 'node:crypto';
import { type Failure, RedressError } from '@redress/domain/errors';
import type { ClientBase, Pool, PoolClient } from 'pg';

/** How often a transaction that lost against another one is begun again. */
const ATTEMPTS = 5;

/** The advisory lock key of a stream: the first 64 bits of its id's hash. A collision only makes two streams wait. */
export const lockKeyOf = (streamId: string): string =>
  createHash('sha256').update(streamId).digest().readBigInt64BE(0).toString();

const codeOf = (error: unknown): string | undefined => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
};

const isLockTimeout = (error: unknown): boolean => codeOf(error) === '55P03';

/** Serialization failure, deadlock, or two at once doing what only one can: the second look finds the first's work. */
const isWorthRetrying = (error: unknown): boolean => ['40001', '40P01', '23505'].includes(codeOf(error) ?? '');

const lostCodes = /^(08|57P0[1-5]$|53300$|ECONN|EPIPE$|ETIMEDOUT$|EHOSTUNREACH$|ENOTFOUND$)/;
const lostMessages = /Connection terminated|connection error|timeout exceeded when trying to connect|not queryable/i;

/** The connection went away, or could not be had. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isDatabaseAway)) return true;
  return lostCodes.test(codeOf(error) ?? '') || lostMessages.test(error.message) || isDatabaseAway(error.cause);
}

/**
 * Who holds one of these streams' locks just now: writers put their account into application_name, and the lock table
 * knows their connection. null where the writer has just finished, or is no writer of ours.
 */
async function whoIsWriting(client: ClientBase, streams: readonly string[]): Promise<string | null> {
  const answer = await client.query<{ account: string }>(
    `select substr(a.application_name, length('redress write ') + 1) as account
       from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.granted and l.objsubid = 1
        and l.database = (select oid from pg_database where datname = current_database())
        and (l.classid::bigint << 32) + l.objid::bigint = any($1::bigint[])
        and a.application_name like 'redress write %'
      limit 1`,
    [streams.map(lockKeyOf)],
  );
  return answer.rows[0]?.account ?? null;
}

/** Takes the locks of streams in the order of their ids, new ones included; they end with the transaction. */
export async function lockStreams(client: ClientBase, streams: readonly string[]): Promise<void> {
  for (const id of streams.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))) {
    await client.query('select pg_advisory_xact_lock($1::bigint)', [lockKeyOf(id)]);
  }
}

export interface WritingOptions {
  /** Who writes, for the one who has to wait. */
  readonly account: string;
  readonly streams: readonly string[];
  /** ms; how long a lock is waited for before the answer is `busy`. */
  readonly lockTimeout?: number;
}

async function attempt<T>(pool: Pool, o: WritingOptions, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection lost between two queries would otherwise end the process.
  const ignore = () => undefined;
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    const name = `redress write ${o.account}`.replace(/[^A-Za-z0-9_.: -]/g, '?').slice(0, 63);
    await client.query(
      `begin; set local lock_timeout = ${Math.trunc(o.lockTimeout ?? 5_000)}; set local application_name = '${name}'`,
    );
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    if (isDatabaseAway(error)) {
      broken = error as Error;
      throw error;
    }
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    if (isLockTimeout(error) && broken === undefined) {
      const account = await whoIsWriting(client, o.streams).catch(() => null);
      throw new RedressError(busy(account));
    }
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

const busy = (account: string | null): Failure => ({
  code: 'busy',
  reason: { code: 'being-written', article: null, params: account === null ? {} : { account } },
});

/**
 * Runs `work` in one transaction: all of it or nothing.
 * @throws RedressError `busy` when a lock was not got in time, `database-away` when the connection was lost. After the
 * latter the outcome of a commit may be unknown; sending the same command again tells, and acts once.
 */
export async function writing<T>(pool: Pool, o: WritingOptions, work: (client: PoolClient) => Promise<T>): Promise<T> {
  for (let n = 1; ; n += 1) {
    try {
      return await attempt(pool, o, work);
    } catch (error) {
      if (error instanceof RedressError) throw error;
      if (isDatabaseAway(error)) throw new RedressError({ code: 'database-away' });
      if (!isWorthRetrying(error) || n === ATTEMPTS) throw error;
    }
  }
}
