/** What a dry run found, as a workbook: errors and notes, differences, and the register itself with a column of findings. */
import type { Language } from '@redress/domain/calendar/civil-date';
import { RedressError } from '@redress/domain/errors';
import { differenceText, importProblemText, importWords } from '@redress/domain/labels/import-words';
import { columnLetter } from '@redress/domain/reconsideration/import/mapping';
import { writeXlsx } from 'hucre';
import type { ActorContext } from '../../trpc/procedures.ts';
import { rowView } from './import-runs.ts';
import { findRun, type RunRow, rowsOf } from './runs.ts';
import { breathe } from './working.ts';

const ROWS_AT_ONCE = 1000;
type Line = (string | number | null)[];

/** A text that a spreadsheet would take for a formula is written as a text. */
const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text);

export async function findingsWorkbook(
  ctx: ActorContext,
  id: string,
  language: Language,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { db } = ctx.services;
  const run = await findRun(db, ctx.actor.acting.organId, id);
  if (run === null) throw new RedressError({ code: 'not-found' });
  const w = importWords(language);
  const s = w.sheet;
  const errors: Line[] = [[s.row, s.column, s.number, s.field, s.value, s.severity, s.problem]];
  const differences: Line[] = [[s.row, s.number, s.what, s.said, s.computed, s.problem]];
  const register: Line[] = [[s.row, ...run.headers.map(safe), s.found]];
  const add = (row: RunRow) => {
    const view = rowView(run, row);
    const said: string[] = [];
    for (const p of view.problems) {
      const text = importProblemText(language, p);
      errors.push([
        row.n,
        p.column,
        safe(row.caseNumber ?? ''),
        p.field === null ? '' : w.fields[p.field],
        safe(p.value),
        w.severity[p.severity],
        text,
      ]);
      said.push(`${p.column === null ? '' : `${p.column} `}${p.field === null ? '' : w.fields[p.field]}：${text}`);
    }
    for (const d of view.differences) {
      const text = differenceText(language, d);
      const value = (v: string | number) => (v === 'late' || v === 'in-time' ? w.late[v] : v);
      differences.push([
        row.n,
        safe(row.caseNumber ?? ''),
        w.differences[d.what],
        value(d.said),
        value(d.computed),
        text,
      ]);
      said.push(text);
    }
    if (row.cells !== null) {
      const cells = run.headers.map((_, i) => {
        const cell = row.cells?.[i] ?? null;
        return typeof cell === 'string' ? safe(cell) : typeof cell === 'boolean' ? String(cell) : cell;
      });
      register.push([row.n, ...cells, said.join('\n')]);
    }
  };
  for (let after = 0; ; ) {
    const rows = await rowsOf(db, id, 'all', after, ROWS_AT_ONCE);
    for (const row of rows) add(row);
    after = rows.at(-1)?.n ?? after;
    if (rows.length < ROWS_AT_ONCE) break;
    await breathe();
  }
  const freezePane = { rows: 1 };
  const widths = (list: readonly number[]) => list.map((width) => ({ width }));
  const output = await writeXlsx({
    sheets: [
      { name: s.errors, rows: errors, freezePane, columns: widths([8, 6, 20, 20, 24, 8, 80]) },
      { name: s.differences, rows: differences, freezePane, columns: widths([8, 20, 18, 16, 16, 80]) },
      {
        name: s.found,
        rows: register,
        freezePane,
        autoFilter: { range: `A1:${columnLetter(run.headers.length + 1)}${register.length}` },
      },
    ],
  });
  const name = `${run.fileName.replace(/\.[^.]*$/, '')}-${s.found}.xlsx`;
  return { name, bytes: output instanceof Uint8Array ? output : new Uint8Array(output as ArrayBuffer) };
}
