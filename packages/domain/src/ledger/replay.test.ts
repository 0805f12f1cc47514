/** Facts with the interval they were known in, and rows that are the same under any clock. */
import { describe, expect, it } from 'vitest';
import { reconsideration } from '../reconsideration/kind.ts';
import { aCase } from '../testing/builders.ts';
import { factRows, historyOf, projectLedger } from './replay.ts';

const corrected = () => {
  const c = aCase().received('2026-03-02').accepted('2026-03-04');
  const accepted = c.entries.find((e) => e.type === 'accepted');
  const knownFirst = c.head.lastRecordedAt;
  c.replaced(accepted?.seq ?? 0, '2026-03-05', accepted?.payload);
  return { c, knownFirst, knownSecond: c.head.lastRecordedAt };
};

describe('facts over recorded time', () => {
  it('a corrected fact is closed, not overwritten: what was believed on a day is a comparison', () => {
    const { c, knownFirst, knownSecond } = corrected();
    const rows = factRows(reconsideration, c.streamId, historyOf(reconsideration, c.ledger, c.law));
    const accepted = rows.filter((r) => r.name === 'accepted').map((r) => [r.on, r.value, r.knownTo]);
    expect(accepted).toEqual([
      // Between receipt and acceptance the ledger already said what silence would do.
      ['2026-03-09', 'lapse', knownFirst],
      ['2026-03-04', 'decision', knownSecond],
      ['2026-03-05', 'decision', null],
    ]);
    expect(rows.filter((r) => r.name === 'received')).toMatchObject([{ on: '2026-03-02', knownTo: null }]);
  });
  it('the facts known now are the facts of the state', () => {
    const { c } = corrected();
    const rows = factRows(reconsideration, c.streamId, historyOf(reconsideration, c.ledger, c.law));
    const now = rows
      .filter((r) => r.knownTo === null)
      .map(({ name, subject, on, value }) => [name, subject, on, value]);
    const facts = reconsideration.facts(c.fold()).map(({ name, subject, on, value }) => [name, subject, on, value]);
    const sorted = (list: unknown[][]) => list.map((x) => JSON.stringify(x)).sort();
    expect(sorted(now)).toEqual(sorted(facts));
  });
  it('one state per command', () => {
    const { c } = corrected();
    expect(historyOf(reconsideration, c.ledger, c.law)).toHaveLength(3);
  });
});

describe('projection', () => {
  it('is the same however often and whenever it is made', () => {
    const { c } = corrected();
    expect(projectLedger(reconsideration, c.ledger, c.law)).toEqual(projectLedger(reconsideration, c.ledger, c.law));
  });
  it('of an empty ledger is nothing', () => {
    expect(projectLedger(reconsideration, aCase().ledger, aCase().law)).toBeNull();
  });
});
