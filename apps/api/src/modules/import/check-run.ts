/** The dry run: every row read and replayed in memory, compared with the other rows and with the cases there are. */
import type { StreamId } from '@redress/domain/ids';
import { rowKeyText } from '@redress/domain/reconsideration/import/parse-row';
import { hasError, type ImportProblem } from '@redress/domain/reconsideration/import/problems';
import { type ReplayedRow, replayRow } from '@redress/domain/reconsideration/import/replay-row';
import { casesOverActs, casesWithNumbers, streamsThere, voidedAmong } from '../../case-store/cases-by-number.ts';
import { searchForm } from '../../case-store/padding.ts';
import { type Importing, rowKey, streamOfKey } from './import-context.ts';
import { type CheckedRow, moveRun, type RowLevel, rowsOf, saveChecked, touchRun } from './runs.ts';
import { breathe } from './working.ts';

const ROWS_AT_ONCE = 200;

const problem = (
  code: string,
  severity: ImportProblem['severity'],
  value: string,
  params: ImportProblem['params'] = {},
): ImportProblem => ({ from: 'import', code, field: 'caseNumber', severity, value, article: null, params });

interface Read {
  readonly n: number;
  readonly key: string;
  readonly replayed: ReplayedRow;
  readonly problems: ImportProblem[];
}

const isNothing = (r: ReplayedRow): boolean => r.problems.some((p) => p.code === 'total-row');

/** The same applicant over the same act, or another case under the row's number. */
async function compareWithCases(w: Importing, rows: readonly Read[]): Promise<ReadonlySet<string>> {
  const { db } = w.services;
  const { organId } = w.run;
  const there = await streamsThere(
    db,
    rows.map((r) => streamOfKey(r.key)),
  );
  const numbers = rows.flatMap((r) => r.replayed.row.number ?? []);
  const acts = rows.flatMap((r) => r.replayed.row.actNumber ?? []);
  const [voided, taken, overActs] = await Promise.all([
    voidedAmong(db, organId, [...there]),
    casesWithNumbers(db, organId, [...new Set(numbers)]),
    casesOverActs(db, organId, [...new Set(acts)]),
  ]);
  for (const { key, replayed, problems } of rows) {
    const own: StreamId = streamOfKey(key);
    const { number, actNumber, applicants } = replayed.row;
    if (voided.has(own)) problems.push(problem('known-but-voided', 'warning', number ?? '', { caseId: own }));
    if (there.has(own)) continue;
    const bearer = number === null ? undefined : taken.get(number);
    if (number !== null && bearer !== undefined && bearer !== own) {
      problems.push(problem('number-taken', 'error', number, { number, caseId: bearer }));
    }
    const names = new Set(applicants.map((a) => searchForm(a.name)));
    const same = (actNumber === null ? [] : (overActs.get(actNumber) ?? [])).find(
      (c) => c.streamId !== own && c.applicants.some((name) => names.has(name)),
    );
    if (same !== undefined && same.streamId !== bearer) {
      problems.push({
        ...problem('same-act-same-applicant', 'warning', actNumber ?? '', {
          number: same.caseNumber ?? '',
          caseId: same.streamId,
        }),
        field: 'actNumber',
      });
    }
  }
  return there;
}

function asChecked(r: Read, there: ReadonlySet<string>): CheckedRow {
  const { differences, row } = r.replayed;
  const streamId = streamOfKey(r.key);
  // Of two rows that are one case the second one stays a mistake, also once the first is in the system.
  const known = there.has(streamId) && !r.problems.some((p) => p.code === 'duplicate-in-file');
  const wrong = hasError(r.problems) && !known;
  const level: RowLevel = wrong
    ? 'error'
    : differences.length > 0
      ? 'difference'
      : r.problems.length > 0
        ? 'warning'
        : 'clean';
  return {
    n: r.n,
    key: r.key,
    status: known ? 'known' : wrong ? 'error' : 'ready',
    level,
    caseNumber: row.number,
    problems: r.problems.length > 0 ? r.problems : null,
    differences: differences.length > 0 ? differences : null,
    streamId: known ? streamId : null,
  };
}

/** Checks all rows of a run, a few hundred at a time; between any two rows everybody else is served. */
export async function checkRun(w: Importing, stopped: () => boolean): Promise<void> {
  const { services, run } = w;
  const { db, clock } = services;
  const firstOf = new Map<string, number>();
  for (let after = 0; ; ) {
    const rows = await rowsOf(db, run.id, 'all', after, ROWS_AT_ONCE);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.n;
    const read: Read[] = [];
    for (const { n, cells, status } of rows) {
      if (stopped()) return;
      if (cells === null || status === 'done') continue;
      const replayed = replayRow(cells, w.contextOf(n));
      const key = rowKey(run.organId, isNothing(replayed) ? `${run.id}|${n}` : rowKeyText(replayed.row));
      const problems = [...replayed.problems];
      const first = firstOf.get(key);
      if (first === undefined) firstOf.set(key, n);
      else problems.push(problem('duplicate-in-file', 'error', replayed.row.number ?? '', { row: first }));
      read.push({ n, key, replayed, problems });
      await breathe();
    }
    const there = await compareWithCases(w, read);
    await saveChecked(
      db,
      run.id,
      read.map((r) => asChecked(r, there)),
    );
    if ((await touchRun(db, run.id, clock.now())) !== 'checking') return;
  }
  await moveRun(db, run.id, ['checking'], 'checked', clock.now());
}
