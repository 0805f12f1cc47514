/** The database behind the application or a command: the embedded server, or the office's own. */
import { mkdirSync } from 'node:fs';
import { shippedWorkCalendar } from '@redress/domain/calendar/work-calendar';
import { shippedLawBook } from '@redress/domain/law/law-book';
import type { LawContext } from '@redress/domain/ledger/kinds';
import { litigation } from '@redress/domain/litigation/kind';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import { registerKinds } from './case-store/kinds.ts';
import { lawsuitTables } from './case-store/lawsuit-tables.ts';
import type { Env } from './env.ts';
import { officeKinds } from './modules/office/directory.ts';
import { type Databases, openDatabases } from './postgres/databases.ts';
import { acquireEmbeddedServer } from './postgres/embedded.ts';

/** Every kind of ledger there is. */
export const kinds = registerKinds([reconsideration, litigation, ...officeKinds], lawsuitTables);

/** Law and calendar as shipped; a value, handed on. */
export const shippedLaw = (): LawContext => ({ lawBook: shippedLawBook(), calendar: shippedWorkCalendar() });

export interface Data {
  readonly databases: Databases;
  readonly embedded: boolean;
  /** Closes the pools and leaves the server, which stops with its last user. */
  close(): Promise<void>;
}

/**
 * Opens the data, migrated. `application`: the one that owns the folder; `tool`: a command, beside it or alone.
 * `onLost` is told when the embedded server is gone for good, or another application has taken its folder.
 * @throws EmbeddedServerError or DatabaseError, each with a sentence in both languages.
 */
export async function openData(
  env: Pick<Env, 'dataDir' | 'databaseUrl'>,
  purpose: 'application' | 'tool',
  log: (line: string) => void,
  onLost?: (error: unknown) => void,
): Promise<Data> {
  if (env.databaseUrl !== null) {
    mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
    const databases = await openDatabases({ databaseUrl: env.databaseUrl }, { log });
    return { databases, embedded: false, close: () => databases.close() };
  }
  const server = await acquireEmbeddedServer({
    dataDir: env.dataDir,
    purpose,
    log,
    ...(onLost === undefined ? {} : { onLost }),
  });
  try {
    const databases = await openDatabases({ adminUrl: server.adminUrl, database: 'redress' }, { log });
    return {
      databases,
      embedded: true,
      close: async () => {
        await databases.close();
        await server.release();
      },
    };
  } catch (error) {
    await server.release();
    throw error;
  }
}
