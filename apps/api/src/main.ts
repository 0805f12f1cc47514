/** Starts the application in the foreground, until SIGINT or SIGTERM. */
import { addressesOf, StartError, startApplication } from './application.ts';
import { EnvError, readEnv } from './env.ts';
import { demoPassword, everyDemoPerson } from './modules/demo/demo-office.ts';
import { DatabaseError } from './postgres/database-error.ts';
import { EmbeddedServerError } from './postgres/embedded-error.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);
/** Errors whose message is a sentence for people; any other shows where it came from. */
const isSentence = (error: unknown): error is Error =>
  error instanceof StartError ||
  error instanceof EnvError ||
  error instanceof EmbeddedServerError ||
  error instanceof DatabaseError;

function announce(addresses: readonly string[], demoOffered: boolean): void {
  const lines = ['', `  Redress 行政复议与应诉案件管理系统`, ...addresses.map((address) => `  ${address}`), ''];
  if (demoOffered) {
    lines.push(`  演示账号 Demonstration accounts · 密码 password: ${demoPassword}`);
    for (const { username, name, title } of everyDemoPerson) {
      lines.push(`    ${username.padEnd(14)} ${name}  ${title}`);
    }
    lines.push('');
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

try {
  const env = readEnv();
  const application = await startApplication(env, { say, onLost: () => process.exit(1) });
  announce(addressesOf(env, application.port), application.demoOffered);
  const stop = (signal: NodeJS.Signals) => {
    say(`${signal}: 正在停止…  stopping…`);
    application.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  say(isSentence(error) ? error.message : `无法启动。 Cannot start.\n${error instanceof Error ? error.stack : error}`);
  process.exit(1);
}
