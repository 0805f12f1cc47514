import type { TestProject } from 'vitest/node';
import { acquireEmbeddedServer } from '../postgres/embedded.ts';
import { removeAbandonedDataDirs, removeDataDir, temporaryDataDir } from './temporary-data-dir.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection address of a superuser on the one server of this test run; each test file makes its own databases. */
    postgresUrl: string;
  }
}

/** One real PostgreSQL for the whole run: `DATABASE_URL` when set, else an embedded one in a folder of its own. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) {
    project.provide('postgresUrl', DATABASE_URL);
    return undefined;
  }
  await removeAbandonedDataDirs();
  const dataDir = temporaryDataDir();
  const server = await acquireEmbeddedServer({ dataDir, purpose: 'test' });
  project.provide('postgresUrl', server.adminUrl);
  return async () => {
    await server.release();
    removeDataDir(dataDir);
  };
}
