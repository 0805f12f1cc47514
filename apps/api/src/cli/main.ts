/**
 * `redress …`: the commands, beside the running application or alone. Standard output holds a command's own output only.
 */
import { Command, CommanderError } from 'commander';
import type { Data } from '../data.ts';
import type { Env } from '../env.ts';
import type { InitFlags } from './init.ts';
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
  .command('init')
  .description(
    '在空数据库中建立本单位；在终端中逐项询问 · begin an office of your own in an empty database; asks at a terminal',
  )
  .option('--name <name>', '行政复议机关名称 · the reviewing organ')
  .option('--short-name <name>', '简称 · its short name')
  .option('--code <code>', '代码 · its code')
  .option('--level <level>', '级别：省级、市级、县级… · its level: province, city, county …')
  .option('--parent <code>', '上级机关代码（在机关表中） · the code of the organ above it, in the table')
  .option('--institution <name>', '行政复议机构 · its reconsideration institution')
  .option('--prefix <prefix>', '案号前缀 · the prefix of its case numbers')
  .option('--organs <file>', '机关表（CSV） · the table of organs')
  .option('--system <user:name>', '系统管理员 · system administrator')
  .option('--security <user:name>', '安全管理员 · security administrator')
  .option('--auditor <user:name>', '审计员 · auditor')
  .option('--check', '只检查，不写入 · look only, write nothing')
  .option('--template', '输出机关表样例 · print an example of the table')
  .addHelpText(
    'after',
    '\n初始密码可由环境变量给出，否则自动生成并只显示一次 · first passwords may come from the environment, else they are made up and shown once:\n' +
      '  REDRESS_INIT_SYSTEM_PASSWORD, REDRESS_INIT_SECURITY_PASSWORD, REDRESS_INIT_AUDITOR_PASSWORD\n',
  )
  .action(async (flags: InitFlags) => {
    const [{ runInit, terminalAsker }, { readEnv }, { kinds, openData, shippedLaw }, { clockOf }] = await Promise.all([
      import('./init.ts'),
      import('../env.ts'),
      import('../data.ts'),
      import('../clock.ts'),
    ]);
    const env = readEnv();
    const { REDRESS_INIT_SYSTEM_PASSWORD, REDRESS_INIT_SECURITY_PASSWORD, REDRESS_INIT_AUDITOR_PASSWORD } = process.env;
    const passwords = {
      ...(REDRESS_INIT_SYSTEM_PASSWORD ? { system: REDRESS_INIT_SYSTEM_PASSWORD } : {}),
      ...(REDRESS_INIT_SECURITY_PASSWORD ? { security: REDRESS_INIT_SECURITY_PASSWORD } : {}),
      ...(REDRESS_INIT_AUDITOR_PASSWORD ? { auditor: REDRESS_INIT_AUDITOR_PASSWORD } : {}),
    };
    // Flags are for scripts: whoever gives none and sits at a terminal is asked.
    const asks = process.stdin.isTTY === true && flags.name === undefined && flags.template !== true;
    const terminal = asks ? terminalAsker() : null;
    const opened: Data[] = [];
    try {
      process.exitCode = await runInit(flags, { print, say, passwords, ask: terminal?.ask ?? null }, async () => {
        const data = await openData(env, 'tool', say);
        opened.push(data);
        return { db: data.databases.app, kinds, law: shippedLaw(), clock: clockOf(null) };
      });
    } finally {
      terminal?.close();
      for (const data of opened) await data.close();
    }
  });

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

program
  .command('backup')
  .argument('<file>', '备份文件，不覆盖已有的文件 · the file to write; never an existing one')
  .description(
    '备份全部案卷、账号与附件，运行中也可进行 · back up every ledger, account and stored file, while it runs',
  )
  .action((file: string) =>
    withData(async ({ databases }, env) => {
      const [{ runBackup }, { kinds }, { clockOf }, path] = await Promise.all([
        import('./backup.ts'),
        import('../data.ts'),
        import('../clock.ts'),
        import('node:path'),
      ]);
      const { now } = clockOf(env.fixedToday);
      return runBackup({ db: databases.app, kinds, dataDir: env.dataDir, file: path.resolve(file), now, print });
    }),
  );

program
  .command('restore')
  .argument('<file>', '备份文件 · the backup')
  .description('将备份恢复到空的数据库并重放核对 · restore a backup into an empty database, and verify it by replay')
  .action((file: string) =>
    withData(async ({ databases }, env) => {
      const [{ runRestore }, { kinds, shippedLaw }, { folderFileStore }, path] = await Promise.all([
        import('./restore.ts'),
        import('../data.ts'),
        import('../files/store.ts'),
        import('node:path'),
      ]);
      const files = folderFileStore(env.dataDir, env.maxFileBytes);
      const { dataDir } = env;
      const law = shippedLaw();
      return runRestore({ db: databases.owner, kinds, law, dataDir, files, file: path.resolve(file), print });
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
