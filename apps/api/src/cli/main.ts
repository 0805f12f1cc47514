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
  .helpCommand('help [command]', '显示某一命令的用法 · show how a command is used')
  .helpOption('-h, --help', '显示帮助 · show this help')
  .exitOverride()
  .configureOutput({ writeErr: (text) => void process.stderr.write(text) });

program
  .command('migrate')
  .description('将数据库升级到本版本的结构 · bring the database to this program’s schema')
  .action(() =>
    withData(async ({ databases }) => {
      const { runMigrate } = await import('./migrate.ts');
      return runMigrate({ databases, print });
    }),
  );

program
  .command('seed')
  .description('建立演示单位，仅限空数据库 · make the demonstration office, in an empty database only')
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
    '重放全部案卷，核对哈希链、封存、附件与各查询表，有不一致时退出码为 1 · replay every ledger, check chains, seals and files, and compare every read table; exit 1 on any difference',
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
  .description('由案卷重建全部查询表 · project every read table anew from the ledgers')
  .action(() =>
    withData(async ({ databases }) => {
      const [{ runRebuild }, { kinds, shippedLaw }] = await Promise.all([import('./rebuild.ts'), import('../data.ts')]);
      return runRebuild({ db: databases.owner, kinds, law: shippedLaw(), print });
    }),
  );

program
  .command('seal')
  .description('封存全部案卷的现状并输出封存值 · seal all ledgers as they stand and print the seal')
  .action(() =>
    withData(async ({ databases }, env) => {
      const [{ runSeal }, { clockOf }] = await Promise.all([import('./seal.ts'), import('../clock.ts')]);
      return runSeal({ db: databases.app, clock: clockOf(env.fixedToday).now, print });
    }),
  );

program.addCommand(limitCommand());
// A command inherits this only where the program itself made it.
for (const command of program.commands) command.exitOverride();

/** A call that could not be understood, as shells have it; 1 is a command that ran and says no. */
const MISUSED = 2;

try {
  // Asked for nothing, it says what can be asked.
  if (process.argv.length <= 2) program.outputHelp();
  else await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has said what is wrong, in English; a command that is none is the one mistake of everybody.
    if (error.code === 'commander.unknownCommand') {
      say('没有这个命令；可用的命令见：npm run -s redress -- help');
      say('There is no such command; what there is: npm run -s redress -- help');
    }
    process.exitCode = error.exitCode === 0 ? 0 : MISUSED;
  } else {
    // The sentence for people; a mistake of the program shows where it came from.
    const isSentence = error instanceof Error && /^(EnvError|EmbeddedServerError|DatabaseError)$/.test(error.name);
    say(isSentence ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  }
}
