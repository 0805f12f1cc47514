/**
 * A process that writes until it is killed: `node tally-writer.ts DATABASE_URL`. Every line it prints was acknowledged:
 * `stream n` after the commit of an addition of n.
 */
import { openDatabases } from '../postgres/databases.ts';
import { anOpenTally, onMonday, tallyStep } from './tally.ts';

const { app } = await openDatabases({ databaseUrl: process.argv[2] ?? '' });

async function writeForEver(): Promise<void> {
  for (;;) {
    const id = await anOpenTally(app);
    for (let n = 1; n <= 5; n += 1) {
      await tallyStep(app, id, n, 'add', { on: onMonday, n });
      process.stdout.write(`${id} ${n}\n`);
    }
  }
}

await Promise.all([1, 2, 3, 4].map(writeForEver));
