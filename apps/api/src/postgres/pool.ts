/** Connection pools, with the few settings every connection needs. */
import pg from 'pg';

const DATE_OID = 1082;
const INT8_OID = 20;

/** int8 as a number: counts, sizes and instants in ms fit; anything larger is a mistake and says so. */
function safeInteger(text: string): number {
  const n = Number(text);
  if (!Number.isSafeInteger(n)) throw new RangeError(`${text} is no safe integer`);
  return n;
}

/**
 * Reading of values: a civil day stays its ISO text (pg would make a local `Date` of it, a day early in Shanghai),
 * int8 becomes a safe integer, numeric stays text. Given to each pool, so that nobody else's `pg` changes.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary' && oid === DATE_OID) return (text: string) => text;
    if (format !== 'binary' && oid === INT8_OID) return safeInteger;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  },
};

export interface PoolOptions {
  readonly url: string;
  /** Shown in pg_stat_activity; a writer replaces it by its account while it writes. */
  readonly applicationName: string;
  readonly max: number;
  /** A role to act as instead of the one that signs in. */
  readonly role?: string;
  /** ms; 0 = none, for migrations, verify and rebuild. */
  readonly statementTimeout?: number;
}

/** The settings of one connection, for a pool or a single client. */
export function connectionConfig(o: Omit<PoolOptions, 'max'>): pg.ClientConfig {
  return {
    connectionString: o.url,
    application_name: o.applicationName,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types,
    statement_timeout: o.statementTimeout ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
    ...(o.role === undefined ? {} : { options: `-c role=${o.role}` }),
  };
}

/** A pool; a lost idle connection is dropped quietly and the next query opens a new one. */
export function makePool(o: PoolOptions): pg.Pool {
  const pool = new pg.Pool({ ...connectionConfig(o), max: o.max, idleTimeoutMillis: 30_000, allowExitOnIdle: true });
  pool.on('error', () => undefined);
  return pool;
}
