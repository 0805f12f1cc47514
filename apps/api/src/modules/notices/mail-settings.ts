/** Where the daily mail of an account goes. The table is in no ledger: it moves no date, no number and no right. */

import { RedressError } from '@redress/domain/errors';
import type { AccountId, InstantMs } from '@redress/domain/ids';
import { z } from 'zod';
import type { Database } from '../../db/database.ts';
import type { MailSettings } from './types.ts';

export type StoredMailSettings = Omit<MailSettings, 'available'>;

/** One address as a server takes it: no name beside it, no second one behind it. */
const zAddress = z.email().max(254);

/** One's own settings; without any no mail is sent. */
export async function mailSettingsOf(db: Database, account: AccountId): Promise<StoredMailSettings> {
  const answer = await db.pool.query<StoredMailSettings>(
    'select address, digest, language from mail_setting where account_id = $1',
    [account],
  );
  return answer.rows[0] ?? { address: '', digest: true, language: 'zh-CN' };
}

/** Keeps them. Throws `invalid-input` at `address` for what is no mail address. */
export async function keepMailSettings(
  db: Database,
  account: AccountId,
  settings: StoredMailSettings,
  at: InstantMs,
): Promise<void> {
  if (settings.address !== '' && !zAddress.safeParse(settings.address).success) {
    throw new RedressError({ code: 'invalid-input', fields: [{ field: 'address', rule: 'malformed' }] });
  }
  await db.pool.query(
    `insert into mail_setting (account_id, address, digest, language, updated_at) values ($1, $2, $3, $4, $5)
     on conflict (account_id) do update set address = excluded.address, digest = excluded.digest,
       language = excluded.language, updated_at = excluded.updated_at`,
    [account, settings.address, settings.digest, settings.language, at],
  );
}

export interface MailReader extends StoredMailSettings {
  readonly accountId: AccountId;
}

/** Everybody who wants the daily mail, in the order of their ids. */
export async function mailReaders(db: Database): Promise<readonly MailReader[]> {
  const answer = await db.pool.query<MailReader>(
    `select account_id as "accountId", address, digest, language from mail_setting
      where digest and address <> '' order by account_id`,
  );
  return answer.rows;
}
