import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limitCommand } from './limit.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-limit-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs the subcommand as a person would type it. */
async function run(...args: string[]): Promise<{ out: string; err: string; code: number }> {
  let out = '';
  let err = '';
  let code = 0;
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    fail: (n: number) => {
      code = n;
    },
  };
  await limitCommand(io).parseAsync(args, { from: 'user' });
  return { out, err, code };
}

async function batch(content: string | Uint8Array): Promise<{ lines: string[]; err: string; code: number }> {
  const file = join(folder, 'rows.csv');
  await writeFile(file, content);
  const { out, err, code } = await run('--batch', file);
  return { lines: out.split('\n').filter((line) => line !== ''), err, code };
}

const header = 'rule,from,suspended,extended_days';
const answerHeader = 'rule,from,suspended,extended_days,raw,due,status';

describe('limit RULE', () => {
  it('prints the date and its steps', async () => {
    const { out, code } = await run(
      ...'reconsideration.decide-ordinary --from 2025-12-03 --suspend 2026-01-05..2026-01-20'.split(' '),
    );
    expect(code).toBe(0);
    expect(out).toContain('2026年2月24日（周二）届满  final');
    expect(out).toContain('2月16日–2月23日为春节放假，顺延至 2026年2月24日');
    expect(out).toContain('content_7047091');
  });

  it('takes several spans and an extension, and prints JSON', async () => {
    const { out } = await run(
      ...'reconsideration.decide-ordinary --from 2024-03-01 --suspend 2024-04-20..2024-05-10'.split(' '),
      ...'--suspend 2024-05-15..2024-05-25 --extend 30 --json --lang en'.split(' '),
    );
    expect(JSON.parse(out)).toMatchObject({
      ruleId: 'reconsideration.decide-ordinary',
      status: 'final',
      raw: '2024-06-29',
      due: '2024-07-01',
      citations: [{ law: 'ARL2023', article: '62(1)' }],
      explained: { result: 'ends on Mon 1 Jul 2024' },
    });
  });

  it('chooses the row by the day of filing', async () => {
    const { out } = await run(...'reconsideration.apply --from 2023-12-20 --filed 2024-01-05'.split(' '));
    expect(out).toContain('《行政复议法》（2023年修订）第二十条第一款');
  });

  it.each([
    ['nothing --from 2025-03-03', 'RULE: nothing is not a rule on file'],
    ['reconsideration.examine', '--from: missing'],
    ['reconsideration.examine --from 2025-02-30', '--from: there is no day 2025-02-30'],
    ['reconsideration.examine --from 2025-02-03 --extend 5', '--extend: the rule knows no extension'],
    ['reconsideration.examine --from 2025-02-03 --suspend 2025-02-05', '--suspend: 2025-02-05 is not a span'],
    ['--from 2025-02-03', 'RULE: missing'],
    ['reconsideration.examine --batch x.csv', 'exclude each other'],
    ['reconsideration.examine --from 2025-02-03 --from 2025-03-03', '--from: given twice: 2025-02-03 and 2025-03-03'],
    ['reconsideration.decide-ordinary --from 2025-02-03 --extend 10 --extend 20', '--extend: given twice: 10 and 20'],
    ['reconsideration.apply --from 2025-02-03 --filed 2025-02-04 --filed 2025-02-04', '--filed: given twice'],
    ['--batch x.csv --batch y.csv', '--batch: given twice'],
    ['--batch x.csv --from 2025-02-03', '--from: with --batch every row has its own'],
    ['--batch x.csv --json', '--json: --batch answers with CSV'],
    [
      'reconsideration.examine --from 2025-02-03 --suspend ..2025-02-05',
      '--suspend: of the span ..2025-02-05 the begin is missing',
    ],
    ['reconsideration.apply --from 2025-02-03 --filed 2025-02-02', '--filed: before from'],
  ])('refuses "%s" with one sentence', async (args, sentence) => {
    const { out, err, code } = await run(...args.split(' '));
    expect(out).toBe('');
    expect(err).toContain(sentence);
    expect(code).toBe(1);
  });
});

describe('limit --batch', () => {
  it('answers row by row in order', async () => {
    const { lines, code, err } = await batch(
      [
        header,
        'reconsideration.decide-ordinary,2026-07-28,2026-09-28..2026-10-12,',
        'reconsideration.decide-ordinary,2024-03-01,2024-04-20..2024-05-10;2024-05-15..2024-05-25,',
        'reconsideration.decide-ordinary,2026-03-02,2026-03-12..,30',
        'reconsideration.perform,2026-03-02,,',
        'litigation.summons,2026-10-08,,0',
        '',
      ].join('\n'),
    );
    expect(lines).toEqual([
      answerHeader,
      'reconsideration.decide-ordinary,2026-07-28,2026-09-28..2026-10-12,,2026-09-26,2026-10-12,final',
      'reconsideration.decide-ordinary,2024-03-01,2024-04-20..2024-05-10;2024-05-15..2024-05-25,,2024-05-30,2024-05-30,final',
      'reconsideration.decide-ordinary,2026-03-02,2026-03-12..,30,,,stopped',
      'reconsideration.perform,2026-03-02,,,,,unknown',
      'litigation.summons,2026-10-08,,0,2026-10-05,2026-10-05,final',
    ]);
    expect([code, err]).toEqual([0, '']);
  });

  it('answers a bad row in its place and ends with 1', async () => {
    const { lines, code } = await batch(
      `${header}\nreconsideration.examine,2025-02-30,,\nreconsideration.examine,2025-03-03,,\nreconsideration.examine,2025-03-03,,,surplus\n`,
    );
    expect(lines.slice(1)).toEqual([
      'reconsideration.examine,2025-02-30,,,,,error: from: there is no day 2025-02-30',
      'reconsideration.examine,2025-03-03,,,2025-03-10,2025-03-10,final',
      'reconsideration.examine,2025-03-03,,,,,error: row: 1 more cell than the header',
    ]);
    expect(code).toBe(1);
  });

  it('reads a file as spreadsheets write it: a mark at its head, other line ends, quotes, other columns and their order', async () => {
    const { lines, code } = await batch(
      '\uFEFF"note","filed","from","rule","suspended","extended_days"\r\n"a, b","2024-01-05","2023-12-20","reconsideration.apply","",""\r\n\r\n',
    );
    expect(lines).toEqual([answerHeader, 'reconsideration.apply,2023-12-20,,,2024-02-18,2024-02-18,final']);
    expect(code).toBe(0);
  });

  it('answers a row with a broken quote in its place, and every other', async () => {
    const good = 'reconsideration.examine,2025-03-03,,';
    const answered = `${good},2025-03-10,2025-03-10,final`;
    const broken = '"error: row: a quote is not closed, or stands where none can"';
    const { lines, code, err } = await batch(
      [
        header,
        good,
        '"reconsideration.examine,2025-03-03,,',
        good,
        'reconsideration.examine,2025-03-03,"2025-03-04..,',
        good,
        'reconsideration.examine,2025-03-03,x"y",',
        '"reconsideration.examine","2025-03-03","",""',
        'reconsideration.examine,"2025-03-03" ,,',
        good,
        'reconsideration.examine,2025-03-03,,"',
      ].join('\r\n'),
    );
    expect(lines).toEqual([
      answerHeader,
      answered,
      `"""reconsideration.examine",2025-03-03,,,,,${broken}`,
      answered,
      `reconsideration.examine,2025-03-03,"""2025-03-04..",,,,${broken}`,
      answered,
      `reconsideration.examine,2025-03-03,"x""y""",,,,${broken}`,
      answered,
      `reconsideration.examine,"""2025-03-03"" ",,,,,${broken}`,
      answered,
      `reconsideration.examine,2025-03-03,,"""",,,${broken}`,
    ]);
    expect([code, err]).toEqual([1, expect.stringContaining('5 rows could not be answered')]);
  });

  it('does not take the rows between two broken quotes for the inside of a cell', async () => {
    const good = 'reconsideration.examine,2025-03-03,,';
    const { lines } = await batch([header, `"${good}`, good, good, `${good}"`, good].join('\n'));
    expect(lines.slice(1).map((line) => /final$/.test(line))).toEqual([false, true, true, false, true]);
    expect(lines).toHaveLength(6);
  });

  it('reads a cell that holds line ends and commas between its quotes', async () => {
    const note = '"one,\ntwo ""three"",\r\n\r\nfour"';
    const { lines, code } = await batch(
      `${header},note\nreconsideration.examine,2025-03-03,,,${note}\nreconsideration.examine,2025-03-04,,,""\n`,
    );
    expect(lines.slice(1)).toEqual([
      'reconsideration.examine,2025-03-03,,,2025-03-10,2025-03-10,final',
      'reconsideration.examine,2025-03-04,,,2025-03-11,2025-03-11,final',
    ]);
    expect(code).toBe(0);
  });

  it('takes a short row for one whose last cells are empty', async () => {
    const { lines } = await batch(`${header}\nreconsideration.examine,2025-03-03\n`);
    expect(lines[1]).toBe('reconsideration.examine,2025-03-03,,,2025-03-10,2025-03-10,final');
  });

  it.each([
    ['', 'missing columns: rule, from, suspended, extended_days'],
    ['rule,from,suspend,extended_days\n', 'missing column: suspended'],
    ['rule,from,from,suspended,extended_days\n', 'the column from occurs twice'],
    ['"rule,from,suspended,extended_days\nreconsideration.examine,2025-03-03,,\n', 'the header is not readable as CSV'],
    [new Uint8Array([0xb9, 0xe6, 0xd4, 0xf2]), 'the text is not UTF-8'],
  ])('refuses a file that is no such table (%#)', async (content, sentence) => {
    const { lines, err, code } = await batch(content);
    expect(lines).toEqual([]);
    expect(err).toContain(sentence);
    expect(code).toBe(1);
  });

  it('says what is wrong with a file that cannot be read', async () => {
    expect(await run('--batch', join(folder, 'absent.csv'))).toMatchObject({ out: '', code: 1 });
    expect((await run('--batch', join(folder, 'absent.csv'))).err).toContain('there is no such file');
    expect((await run('--batch', folder)).err).toContain('this is a folder');
  });
});
