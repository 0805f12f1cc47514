/**
 * Several steps in one transaction: all of them or none. For what is one act to a person and several ledgers to the
 * store: beginning an office, closing an account with its posts.
 */
import type { CommandId } from '@redress/domain/ids';
import { canonicalForm } from '@redress/domain/ledger/chain';
import type { ClientBase } from 'pg';
import type { Database } from '../db/database.ts';
import { decideAndWrite, type StepAnswer, type StepCommand } from './execute.ts';
import { ensureDailySeal } from './seal.ts';
import { lockStreams, writing } from './transaction.ts';

export interface Together {
  /** Who writes, for the one who has to wait. */
  readonly account: string;
  /** Locked before anything is looked at: whoever takes the same name waits, so what `prepare` sees stands still. */
  readonly lock: string;
  readonly clock: StepCommand['clock'];
  /** The steps, once the lock is held. `isKnown`: the command was carried out before and is only answered again. */
  prepare(isKnown: (command: CommandId) => Promise<boolean>, client: ClientBase): Promise<readonly StepCommand[]>;
  /** What else belongs to it, in tables that are in no ledger. */
  also?(client: ClientBase, answers: readonly StepAnswer[]): Promise<void>;
}

/** @throws RedressError as `executeStep` does; whatever is thrown, nothing was written. */
export async function executeTogether(db: Database, o: Together): Promise<readonly StepAnswer[]> {
  await ensureDailySeal(db.pool, o.clock());
  return writing(db.pool, { account: o.account, streams: [o.lock] }, async (client) => {
    await lockStreams(client, [o.lock]);
    const isKnown = async (command: CommandId) =>
      (await client.query('select from command where id = $1', [command])).rowCount !== 0;
    const commands = await o.prepare(isKnown, client);
    const answers: StepAnswer[] = [];
    for (const command of commands) {
      canonicalForm([command.step.input ?? null]);
      answers.push(await decideAndWrite(client, db, command));
    }
    await o.also?.(client, answers);
    return answers;
  });
}
