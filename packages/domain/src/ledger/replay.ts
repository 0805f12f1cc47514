/**
 * Replaying a ledger: the one way to a case's state, used by execute, the preview, what-if, as-of, verify and rebuild.
 */
import type { InstantMs } from '../ids.ts';
import { correct, inForce } from './correction.ts';
import type { Envelope } from './envelope.ts';
import type { History, Kind, LawContext, Ledger } from './kinds.ts';
import type { CaseFactRow, ReadRows } from './projection.ts';

/** The state after these entries; with `knownAt`, as known at that instant. */
export function replay<C>(kind: Kind<C>, ledger: Ledger, law: LawContext, knownAt?: InstantMs): C {
  return kind.fold(ledger.streamId, inForce(correct(ledger.entries, kind.upcast, knownAt)), law);
}

/** The states after each command, oldest first. */
export function historyOf<C>(kind: Kind<C>, ledger: Ledger, law: LawContext): History<C> {
  const history: { recordedAt: InstantMs; state: C }[] = [];
  const { entries } = ledger;
  entries.forEach((entry, i) => {
    if (entries[i + 1]?.commandId === entry.commandId) return;
    const known: Envelope[] = entries.slice(0, i + 1);
    history.push({ recordedAt: entry.recordedAt, state: replay(kind, { ...ledger, entries: known }, law) });
  });
  return history;
}

/** Projects one ledger; null for an empty stream and for kinds outside the shared read tables. */
export function projectLedger<C>(kind: Kind<C>, ledger: Ledger, law: LawContext): ReadRows | null {
  const history = historyOf(kind, ledger, law);
  const last = history.at(-1);
  const rows = last === undefined ? null : kind.project(last.state, history, law);
  // A fold does not see annulments and the entries they took out; the ledger knows its own last seq.
  const version = ledger.entries.at(-1)?.seq ?? 0;
  return rows === null ? null : { ...rows, caseIndex: { ...rows.caseIndex, version } };
}

/** The facts with the interval each was known in: a fact that a later entry changed is closed, not overwritten. */
export function factRows<C>(
  kind: Pick<Kind<C>, 'facts'>,
  streamId: Ledger['streamId'],
  history: History<C>,
): CaseFactRow[] {
  const open = new Map<string, CaseFactRow>();
  const closed: CaseFactRow[] = [];
  for (const { recordedAt, state } of history) {
    const now = new Map(
      kind.facts(state).map((f) => [JSON.stringify([f.name, f.subject, f.on, f.value, f.visibleFrom]), f]),
    );
    for (const [key, row] of open) {
      if (now.has(key)) continue;
      // Known and corrected at one instant: never known to anybody, so it leaves no trace.
      if (row.knownFrom < recordedAt) closed.push({ ...row, knownTo: recordedAt });
      open.delete(key);
    }
    for (const [key, fact] of now) {
      if (!open.has(key)) open.set(key, { streamId, ...fact, knownFrom: recordedAt, knownTo: null });
    }
  }
  return [...closed, ...open.values()];
}
