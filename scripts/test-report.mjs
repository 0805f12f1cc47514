/**
 * What vitest's own JSON reports say, added up. Whatever did not pass counts as failed: a skipped test, a file that
 * could not be loaded, a report that is missing, unreadable or empty.
 * @param {readonly (string | null)[]} reports the text of each report, `null` where there is none
 * @returns {{ passed: number, failed: number }}
 */
export function reportCounts(reports) {
  let passed = 0;
  let failed = 0;
  for (const text of reports) {
    try {
      const report = JSON.parse(text ?? 'null');
      const files = report.testResults;
      const tests = files.flatMap((file) => file.assertionResults);
      const good = tests.filter((test) => test.status === 'passed').length;
      const unloaded = files.filter((file) => file.status !== 'passed' && file.assertionResults.length === 0).length;
      passed += good;
      failed += tests.length - good + unloaded;
      if (tests.length === 0 && unloaded === 0) failed += 1;
    } catch {
      failed += 1;
    }
  }
  return { passed, failed };
}
