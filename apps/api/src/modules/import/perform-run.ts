/**
 * The run: each row becomes one case, all of its steps in one transaction together with the note that the row is done.
 * So nothing is written twice or by halves: not by two people with one file, not after the process died in the middle.
 */
import { RedressError } from '@redress/domain/errors';
import type { CommandId } from '@redress/domain/ids';
import type { ReconsiderationCase } from '@redress/domain/reconsideration/case-types';
import { parseRow, rowKeyText } from '@redress/domain/reconsideration/import/parse-row';
import { planRow } from '@redress/domain/reconsideration/import/plan-row';
import { hasError, type ImportProblem } from '@redress/domain/reconsideration/import/problems';
import { problemsOfFailure } from '@redress/domain/reconsideration/import/replay-row';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import { executeHistory, HistoryRefused, type HistoryStep } from '../../case-store/execute-history.ts';
import { type Importing, rowKey, streamOfKey } from './import-context.ts';
import { forgetUpload, hasUnread, moveRun, type RunRow, readyRows, settleRow, settleRowIn, touchRun } from './runs.ts';
import { breathe } from './working.ts';

const ROWS_AT_ONCE = 25;

/** What a failure that is no refused step means for a row. */
const asProblem = (error: RedressError): ImportProblem => {
  const taken = error.failure.fields?.find((f) => f.rule === 'number-taken');
  const base = { field: 'caseNumber' as const, severity: 'error' as const, value: '', article: null };
  if (taken !== undefined) return { ...base, from: 'import', code: 'number-taken', params: taken.params ?? {} };
  const [field] = error.failure.fields ?? [];
  if (field !== undefined) return { ...base, from: 'rule', code: field.rule, params: field.params ?? {} };
  return { ...base, from: 'reason', code: error.failure.reason?.code ?? 'unknown-step', params: {} };
};

/** Writes one row. Answers false where the database is away or busy: the row waits for another time. */
async function performRow(w: Importing, { n, cells }: RunRow): Promise<boolean> {
  const { services, run, actor } = w;
  const { db, clock, law, kinds } = services;
  if (cells === null) return true;
  const ctx = w.contextOf(n);
  const { row, problems } = parseRow(cells, w.mapping, ctx.directory);
  const plan = planRow(row, ctx);
  const found = [...problems, ...plan.problems];
  const [first, ...rest] = plan.steps;
  if (hasError(found) || first === undefined) {
    await settleRow(db, run.id, n, { status: 'failed', problems: found });
    return true;
  }
  const streamId = streamOfKey(rowKey(run.organId, rowKeyText(row)));
  const recordedAt = clock.now();
  const asHistory = (step: typeof first, i: number): HistoryStep => ({
    step: (state) => step.make(state as ReconsiderationCase),
    commandId: `${run.id}-${n}-${i}` as CommandId,
    actor,
    recordedAt,
  });
  try {
    await executeHistory(db, {
      stream: { id: streamId, kind: reconsideration.kind, expectedVersion: null },
      steps: [asHistory(first, 0), ...rest.map((s, i) => asHistory(s, i + 1))],
      law,
      kinds,
      fromRegister: true,
      also: (client) => settleRowIn(client, run.id, n, { status: 'done', streamId }),
    });
  } catch (error) {
    if (!(error instanceof RedressError)) throw error;
    const { code } = error.failure;
    if (code === 'database-away' || code === 'busy') return false;
    if (code === 'already-exists') {
      await settleRow(db, run.id, n, { status: 'known', streamId });
      return true;
    }
    const step = error instanceof HistoryRefused ? plan.steps[error.index] : undefined;
    const refused =
      step === undefined || error.failure.fields?.some((f) => f.rule === 'number-taken') === true
        ? [asProblem(error)]
        : problemsOfFailure(step, error.failure);
    await settleRow(db, run.id, n, { status: 'failed', problems: [...found, ...refused] });
  }
  return true;
}

/** Writes all rows that are ready, until none is left or somebody stops it. */
export async function performRun(w: Importing, stopped: () => boolean): Promise<void> {
  const { services, run } = w;
  const { db, clock } = services;
  for (;;) {
    const rows = await readyRows(db, run.id, ROWS_AT_ONCE);
    if (rows.length === 0) {
      // What nobody has checked is not finished: it is checked first.
      if (await hasUnread(db, run.id)) await moveRun(db, run.id, ['running'], 'uploaded', clock.now());
      else if (await moveRun(db, run.id, ['running'], 'finished', clock.now())) await forgetUpload(db, run.id);
      return;
    }
    for (const row of rows) {
      if (stopped()) return;
      // Away or busy: what is not done stays ready, and the page says that the run was cut off.
      if (!(await performRow(w, row))) return;
      await breathe();
    }
    if ((await touchRun(db, run.id, clock.now())) !== 'running') return;
  }
}
