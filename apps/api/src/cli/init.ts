/**
 * `redress init`: begins an office of one's own in an empty database. Everything is checked before anything is written,
 * and it is written whole or not at all.
 */
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import type { FieldProblem } from '@redress/domain/errors';
import { RedressError } from '@redress/domain/errors';
import { catalogue, reasonText } from '@redress/domain/labels/catalogue';
import { initProblem } from '@redress/domain/labels/office';
import { type Administrator, administrators, type InitInput, planInit } from '@redress/domain/office/init-plan';
import { type InitDeps, initOffice } from '../modules/office/init-office.ts';
import { decodeCsv, organsTemplate, readOrgansCsv } from '../modules/office/organs-csv.ts';

export interface InitFlags {
  readonly name?: string;
  readonly shortName?: string;
  readonly code?: string;
  readonly level?: string;
  readonly parent?: string;
  readonly institution?: string;
  readonly prefix?: string;
  readonly organs?: string;
  /** `user:姓名` */
  readonly system?: string;
  readonly security?: string;
  readonly auditor?: string;
  readonly check?: boolean;
  readonly template?: boolean;
}

export interface InitIo {
  readonly print: (line: string) => void;
  readonly say: (line: string) => void;
  /** First passwords, where they were given; never on the command line, which other users of the machine can read. */
  readonly passwords: Readonly<Partial<Record<Administrator, string>>>;
  /** Asks at the terminal; null where there is none. */
  readonly ask: ((question: string, fallback: string) => Promise<string>) | null;
}

/** Asks at the terminal; close it when done. */
export function terminalAsker(): { ask: NonNullable<InitIo['ask']>; close(): void } {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return {
    ask: async (question, fallback) => {
      const answer = (await terminal.question(`${question}${fallback === '' ? '' : ` [${fallback}]`}: `)).trim();
      return answer === '' ? fallback : answer;
    },
    close: () => terminal.close(),
  };
}

const questions = {
  name: '行政复议机关名称 · name of the reviewing organ',
  shortName: '简称 · short name',
  code: '代码 · code',
  level: '级别（省级、市级、县级） · level',
  institution: '行政复议机构 · its reconsideration institution',
  prefix: '案号前缀，如“河政复” · prefix of its case numbers',
  organs: '机关表（CSV 文件，可空） · table of organs (a CSV file, may be empty)',
} as const;
const administratorNames: Readonly<Record<Administrator, string>> = {
  system: '系统管理员 · system administrator',
  security: '安全管理员 · security administrator',
  auditor: '审计员 · auditor',
};

/** What the flags leave open is asked at the terminal, where there is one. */
async function completed(flags: InitFlags, ask: InitIo['ask']): Promise<InitFlags> {
  if (ask === null) return flags;
  const given: Record<string, string> = {};
  for (const [key, question] of Object.entries(questions)) {
    const known = flags[key as keyof typeof questions];
    if (known !== undefined) continue;
    const fallback = key === 'shortName' ? (given.name ?? flags.name ?? '') : key === 'level' ? '县级' : '';
    given[key] = await ask(question, fallback);
  }
  for (const which of administrators) {
    if (flags[which] !== undefined) continue;
    const username = await ask(`${administratorNames[which]}：用户名 · user name`, '');
    const name = await ask(`${administratorNames[which]}：姓名 · name`, '');
    given[which] = `${username}:${name}`;
  }
  return { ...flags, ...given };
}

function administratorOf(given: string | undefined, password: string | undefined) {
  const [username = '', ...name] = (given ?? '').split(':');
  return { username: username.trim(), name: name.join(':').trim(), password: password ?? null };
}

async function inputOf(flags: InitFlags, io: InitIo): Promise<{ input: InitInput; problems: readonly FieldProblem[] }> {
  const file = flags.organs === undefined || flags.organs === '' ? null : flags.organs;
  const { rows, problems } = readOrgansCsv(file === null ? '' : decodeCsv(await readFile(file)));
  return {
    problems,
    input: {
      organ: {
        code: flags.code ?? '',
        name: flags.name ?? '',
        shortName: flags.shortName ?? '',
        level: flags.level ?? '',
        parentCode: flags.parent ?? '',
        institution: flags.institution ?? '',
        numberPrefix: flags.prefix ?? '',
      },
      organs: rows,
      administrators: {
        system: administratorOf(flags.system, io.passwords.system),
        security: administratorOf(flags.security, io.passwords.security),
        auditor: administratorOf(flags.auditor, io.passwords.auditor),
      },
    },
  };
}

/** What a refusal of the store says, in both languages. */
function sayFailure(error: RedressError, say: InitIo['say']): void {
  for (const language of ['zh-CN', 'en'] as const) {
    const { code, reason } = error.failure;
    say(reason === undefined ? catalogue(language).failures[code] : reasonText(language, reason.code, reason.params));
  }
}

/** The exit code: 0 when the office is there (or would be, with --check), else 1 and nothing was written. */
export async function runInit(given: InitFlags, io: InitIo, open: () => Promise<InitDeps>): Promise<number> {
  const { print, say } = io;
  if (given.template === true) {
    print(organsTemplate.trimEnd());
    return 0;
  }
  const flags = await completed(given, io.ask);
  let read: Awaited<ReturnType<typeof inputOf>>;
  try {
    read = await inputOf(flags, io);
  } catch (error) {
    if ((error as { code?: unknown }).code === undefined) throw error;
    say(`机关表读不出来：${flags.organs} · the table of organs cannot be read: ${flags.organs}`);
    return 1;
  }
  const planned = planInit(read.input);
  const problems = [...read.problems, ...(planned.ok ? [] : planned.problems)];
  if (!planned.ok || problems.length > 0) {
    for (const problem of problems) say(`${initProblem(problem, 'zh-CN')} · ${initProblem(problem, 'en')}`);
    say(`共 ${problems.length} 处，没有写入任何数据 · ${problems.length} problems; nothing was written`);
    return 1;
  }
  if (flags.check === true) {
    print(
      `可以建立：${planned.plan.organs.length} 个机关、3 名管理员 · ready: ${planned.plan.organs.length} organs, 3 administrators`,
    );
    return 0;
  }
  try {
    const done = await initOffice(await open(), planned.plan);
    print(`已建立：${done.organs} 个机关、3 名管理员 · made: ${done.organs} organs, 3 administrators`);
    for (const { which, username, name, password } of done.administrators) {
      const secret = password === null ? '（所给的密码 · as given）' : password;
      print(`  ${administratorNames[which]}  ${name}  ${username}  ${secret}`);
    }
    print('密码只显示这一次，首次登录时须修改 · passwords are shown this once, and changed at the first sign-in');
    return 0;
  } catch (error) {
    if (!(error instanceof RedressError)) throw error;
    sayFailure(error, say);
    return 1;
  }
}
