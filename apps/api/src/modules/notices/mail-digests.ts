/**
 * The record of daily mails: one row for each account and day. It is claimed and committed before the server hears of the
 * mail. Who dies between the two leaves a claim that nobody takes up again: a mail that is not sent is found in the
 * application the same morning, one sent twice only teaches people not to read them.
 */
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, InstantMs } from '@redress/domain/ids';
import type { Database } from '../../db/database.ts';

export type DigestStatus = 'sending' | 'sent' | 'waiting' | 'refused' | 'unknown';

export interface Claim {
  readonly accountId: AccountId;
  readonly day: CivilDate;
  readonly attempts: number;
}

/** Whose mail of a day is settled, on its way, or not to be tried yet. */
export async function settledOn(db: Database, day: CivilDate, now: InstantMs): Promise<ReadonlySet<AccountId>> {
  const answer = await db.pool.query<{ id: AccountId }>(
    `select account_id as id from mail_digest
      where day = $1 and not (status = 'waiting' and coalesce(next_at, 0) <= $2)`,
    [day, now],
  );
  return new Set(answer.rows.map((row) => row.id));
}

/** The instants up to which the last mail that went out told each of these readers; left out where none did. */
export async function coveredUntil(
  db: Database,
  accounts: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, InstantMs>> {
  const answer = await db.pool.query<{ account: AccountId; until: InstantMs }>(
    `select account_id as account, max(covers_until) as until from mail_digest
      where account_id = any($1::text[]) and status in ('sent', 'unknown', 'sending')
      group by account_id`,
    [accounts],
  );
  return new Map(answer.rows.map((row) => [row.account, row.until]));
}

/** Takes the mail of a day upon oneself: null where somebody else has it, or it is settled. */
export async function claim(
  db: Database,
  c: { readonly accountId: AccountId; readonly day: CivilDate; readonly now: InstantMs; readonly notices: number },
): Promise<Claim | null> {
  const answer = await db.pool.query<Claim>(
    `insert into mail_digest as d (account_id, day, status, attempts, claimed_at, covers_until, notices)
     values ($1, $2, 'sending', 1, $3, $3, $4)
     on conflict (account_id, day) do update
       set status = 'sending', attempts = d.attempts + 1, claimed_at = excluded.claimed_at, next_at = null,
           covers_until = excluded.covers_until, notices = excluded.notices
       where d.status = 'waiting' and coalesce(d.next_at, 0) <= excluded.claimed_at
     returning account_id as "accountId", day, attempts`,
    [c.accountId, c.day, c.now, c.notices],
  );
  return answer.rows[0] ?? null;
}

/** Writes down what became of a claimed mail. */
export async function settle(
  db: Database,
  c: Claim,
  o: {
    readonly status: Exclude<DigestStatus, 'sending'>;
    readonly at: InstantMs;
    readonly error: string | null;
    readonly nextAt: InstantMs | null;
  },
): Promise<void> {
  await db.pool.query(
    `update mail_digest set status = $3, last_error = $4, next_at = $5, sent_at = $6
      where account_id = $1 and day = $2 and status = 'sending'`,
    [c.accountId, c.day, o.status, o.error, o.nextAt, o.status === 'sent' ? o.at : null],
  );
}

/** Claims whose process died, however long ago. How many there were. */
export async function closeAbandoned(db: Database, before: InstantMs): Promise<number> {
  const answer = await db.pool.query(
    `update mail_digest set status = 'unknown', last_error = 'interrupted' where status = 'sending' and claimed_at < $1`,
    [before],
  );
  return answer.rowCount ?? 0;
}

export interface DigestDay {
  readonly day: CivilDate;
  readonly sent: number;
  readonly waiting: number;
  readonly refused: number;
  readonly unknown: number;
  /** Codes of what went wrong, each once. */
  readonly errors: readonly string[];
}

/** The last days on which there was mail to send, newest first. Whose it was is nobody's business here. */
export async function digestDays(db: Database, limit: number): Promise<readonly DigestDay[]> {
  const answer = await db.pool.query<DigestDay>(
    `select day, (count(*) filter (where status = 'sent'))::int as sent,
            (count(*) filter (where status in ('waiting', 'sending')))::int as waiting,
            (count(*) filter (where status = 'refused'))::int as refused,
            (count(*) filter (where status = 'unknown'))::int as unknown,
            coalesce(array_agg(distinct last_error) filter (where last_error is not null and status <> 'sent'), '{}') as errors
       from mail_digest group by day order by day desc limit $1`,
    [limit],
  );
  return answer.rows;
}
