import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { reportCounts } from './test-report.mjs';
import { root, runNode, runTool, withToday } from './tools.mjs';
import { buildWeb } from './web.mjs';

// REDRESS_TEST_TODAY=2028-02-29: the whole run on another day than the machine's.
Object.assign(process.env, withToday(process.env.REDRESS_TEST_TODAY, process.env.NODE_OPTIONS));

/** Every place that has tests must bring a report: one that brings none counts as failed. */
const unitReports = ['packages/domain', 'packages/ui', 'apps/web', 'apps/api', 'scripts'].map((folder) =>
  path.join(root, folder, 'dist/reports/unit.json'),
);
const endToEndReport = path.join(root, 'apps/web/dist/reports/e2e.json');

const total = { passed: 0, failed: 0 };

const add = (name, { passed, failed }) => {
  total.passed += passed;
  total.failed += failed;
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed`);
};

const heading = (name) => console.log(`\n—— ${name} ——`);

/** A check that is one thing: it passes or it fails. */
async function check(name, work) {
  heading(name);
  const passed = await work().then(
    (code) => code === 0,
    (error) => {
      console.error(error.message);
      return false;
    },
  );
  add(name, { passed: passed ? 1 : 0, failed: passed ? 0 : 1 });
  return passed;
}

/** A run of a test runner: what its own reports say; an exit code they do not explain is one failure more. */
async function suite(name, reports, work) {
  heading(name);
  for (const report of reports) rmSync(report, { force: true });
  const code = await work();
  const counts = reportCounts(reports.map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : null)));
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  add(name, counts);
}

async function types() {
  const packages = await runTool('turbo', ['run', 'typecheck', '--continue', '--output-logs=new-only']);
  // The browser's tests are a program of their own: they see the whole repository, and nothing imports them.
  const endToEnd = await runTool('tsc', ['-p', 'apps/web/e2e', '--pretty', 'false']);
  return packages || endToEnd;
}

async function all() {
  await check('types', types);
  await check('lint', () => runTool('biome', ['ci', '--colors=off', '.']));
  await check('boundaries', () => runNode(['scripts/boundaries.mjs']));
  await suite('unit and integration', unitReports, async () => {
    const args = ['run', 'test', '--continue', '--concurrency=1', '--output-logs=new-only'];
    const packages = await runTool('turbo', args);
    const scripts = await runTool('vitest', ['run', '--config', 'scripts/vitest.config.mjs']);
    return packages || scripts;
  });
  let web = '';
  await check('web build', async () => {
    web = await buildWeb();
    return 0;
  });
  await suite('end to end', [endToEndReport], () =>
    runTool('vitest', ['run', '--config', 'vitest.e2e.config.ts'], {
      cwd: path.join(root, 'apps/web'),
      env: web === '' ? {} : { REDRESS_WEB_DIST: web },
    }),
  );
}

await withLock(path.join(root, '.turbo', 'test.lock'), all, () =>
  console.error('另一次测试正在进行，等待 · another test run is going on, waiting'),
).catch((error) => {
  // Whatever broke off the run, its last line is still the count.
  console.error(error);
  total.failed += 1;
});
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
