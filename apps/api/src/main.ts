/** Starts the application in the foreground, until SIGINT or SIGTERM. */
import { addressesOf, StartError, startApplication } from './application.ts';
import { EnvError, readEnv } from './env.ts';
import { demoAccountsOf } from './modules/demo/accounts.ts';
import { DatabaseError } from './postgres/database-error.ts';
import { EmbeddedServerError } from './postgres/embedded-error.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);
/** Errors whose message is a sentence for people; any other shows where it came from. */
const isSentence = (error: unknown): error is Error =>
  error instanceof StartError ||
  error instanceof EnvError ||
  error instanceof EmbeddedServerError ||
  error instanceof DatabaseError;

function announce(addresses: readonly string[], demo: ReturnType<typeof demoAccountsOf>): void {
  const lines = ['', `  Redress 行政复议与应诉案件管理系统`, ...addresses.map((address) => `  ${address}`), ''];
  if (demo !== null) {
    lines.push(`  演示账号 Demonstration accounts · 密码 password: ${demo.password}`);
    for (const { username, name, title } of demo.accounts) {
      lines.push(`    ${username.padEnd(14)} ${name}  ${title}`);
    }
    lines.push('');
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

const firstStartWords =
  '  尚未建立单位：用浏览器打开上面的地址，选择“演示”或“本单位”并输入启动码；或者执行 npm run -s redress -- init\n' +
  '  No office yet: open the address above in a browser, choose the demonstration or your own office and give the\n' +
  '  setup code; or run npm run -s redress -- init\n';

let asked: NodeJS.Signals | null = null;
let stop: (() => Promise<void>) | null = null;
const stopNow = async () => {
  await stop?.().catch(() => process.exit(1));
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    // While it starts, it is stopped as soon as it can be stopped in order; asked twice it ends at once.
    asked = signal;
    say(`${signal}: 正在停止…  stopping…`);
    if (stop !== null) void stopNow();
  });
}

try {
  const env = readEnv();
  const application = await startApplication(env, { say, onLost: () => process.exit(1) });
  stop = application.stop;
  if (asked === null) {
    const { services, demoOffered } = application;
    const demo = demoOffered ? demoAccountsOf(await services.directory.current(), services.clock.today()) : null;
    announce(addressesOf(env, application.port), demo);
    if (await application.announceFirstStart()) say(firstStartWords);
  }
  if (asked !== null) await stopNow();
} catch (error) {
  say(isSentence(error) ? error.message : `无法启动。 Cannot start.\n${error instanceof Error ? error.stack : error}`);
  process.exit(1);
}
