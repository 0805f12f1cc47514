/**
 * `redress …`: the commands, beside the running application or alone. Standard output holds a command's own output only.
 */
import { Command, CommanderError } from 'commander';
import type { Data } from '../data.ts';
import type { Env } from '../env.ts';
import { limitCommand } from './limit.ts';

const print = (line: string) => void process.stdout.write(`${line}\n`);
const say = (line: string) => void process.stderr.write(`${line}\n`);

/** Opens the data as a tool and leaves it in order, whatever the command does. */
async function withData(work: (data: Data, env: Env) => Promise<number>): Promise<void> {
  const { readEnv } = await import('../env.ts');
  const { openData } = await import('../data.ts');
  const env = readEnv();
  const data = await openData(env, 'tool', say);
  try {
    process.exitCode = await work(data, env);
  } finally {
    await data.close();
  }
}

const program = new Command('redress')
  .description('行政复议与应诉案件管理系统 · case management for administrative reconsideration and response')
  .helpCommand('help [command]', 'show how a command is used')
  .exitOverride()
  .configureOutput({ writeErr: (text) => void process.stderr.write(text) });

program
  .command('migrate')
  .description('bring the database to this program’s schema')
  .action(() =>
    withData(async ({ databases }) => {
      const { runMigrate } = await import('./migrate.ts');
      return runMigrate({ databases, print });
    }),
  );

program
  .command('seed')
  .description('make the demonstration office, in an empty database only')
  .action(() =>
    withData(async (data, env) => {
      const [{ runSeed }, { kinds, shippedLaw }, { clockOf }] = await Promise.all([
        import('./seed.ts'),
        import('../data.ts'),
        import('../clock.ts'),
      ]);
      const today = clockOf(env.fixedToday).today();
      const allowed = data.embedded || env.demo;
      return runSeed({ db: data.databases.app, kinds, law: shippedLaw(), today, allowed, print });
    }),
  );

program
  .command('verify')
  .description(
    'replay every ledger, check chains, seals and files, and compare every read table; exit 1 on any difference',
  )
  .action(() =>
    withData(async ({ databases }, env) => {
      const [{ runVerify }, { kinds, shippedLaw }, { folderFileStore }] = await Promise.all([
        import('./verify.ts'),
        import('../data.ts'),
        import('../files/store.ts'),
      ]);
      const files = folderFileStore(env.dataDir, env.maxFileBytes);
      return runVerify({ db: databases.owner, kinds, law: shippedLaw(), files, print });
    }),
  );

program
  .command('rebuild')
  .description('project every read table anew from the ledgers')
  .action(() =>
    withData(async ({ databases }) => {
      const [{ runRebuild }, { kinds, shippedLaw }] = await Promise.all([import('./rebuild.ts'), import('../data.ts')]);
      return runRebuild({ db: databases.owner, kinds, law: shippedLaw(), print });
    }),
  );

program
  .command('seal')
  .description('seal all ledgers as they stand and print the seal')
  .action(() =>
    withData(async ({ databases }, env) => {
      const [{ runSeal }, { clockOf }] = await Promise.all([import('./seal.ts'), import('../clock.ts')]);
      return runSeal({ db: databases.app, clock: clockOf(env.fixedToday).now, print });
    }),
  );

program.addCommand(limitCommand());

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode;
  } else {
    // The sentence for people; a mistake of the program shows where it came from.
    const isSentence = error instanceof Error && /^(EnvError|EmbeddedServerError|DatabaseError)$/.test(error.name);
    say(isSentence ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  }
}
