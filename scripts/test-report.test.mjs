import { describe, expect, it } from 'vitest';
import { reportCounts } from './test-report.mjs';

const report = (...files) =>
  JSON.stringify({
    testResults: files.map(([status, ...tests]) => ({
      status,
      assertionResults: tests.map((state) => ({ status: state })),
    })),
  });

describe('the count at the end of a test run', () => {
  it('adds the reports of all runners', () => {
    const reports = [report(['passed', 'passed', 'passed']), report(['failed', 'passed', 'failed'])];
    expect(reportCounts(reports)).toEqual({ passed: 3, failed: 1 });
  });

  it.each([
    ['skipped', report(['passed', 'skipped'])],
    ['pending', report(['passed', 'pending'])],
    ['still to be written', report(['passed', 'todo'])],
  ])('takes a test that is %s for failed', (_name, text) => {
    expect(reportCounts([text])).toEqual({ passed: 0, failed: 1 });
  });

  it.each([
    ['is missing', null],
    ['is empty', report()],
    ['was cut off', '{"testResults": ['],
    ['holds only a file that could not be loaded', report(['failed'])],
  ])('takes a report that %s for one failure', (_name, text) => {
    expect(reportCounts([text, report(['passed', 'passed'])])).toEqual({ passed: 1, failed: 1 });
  });
});
