// How fast the parts everything else waits for are, on this machine: read ratios, not seconds. Asserts nothing.
import { measureOffice } from '../apps/api/bench/measure-office.ts';
import { shippedWorkCalendar } from '../packages/domain/src/calendar/work-calendar.ts';
import { shippedLawBook } from '../packages/domain/src/law/law-book.ts';
import { limitRow } from '../packages/domain/src/law/limit-batch.ts';
import { startApplication } from './application.mjs';

/** Print how often something happened in a second, over `times` of it. */
async function rate(name, times, work) {
  const began = performance.now();
  await work(times);
  const seconds = (performance.now() - began) / 1000;
  console.log(`${name.padEnd(44)} ${Math.round(times / seconds).toLocaleString('en')}/s`);
}

const law = { lawBook: shippedLawBook(), calendar: shippedWorkCalendar() };
const row = {
  rule: 'reconsideration.decide-ordinary',
  from: '2025-12-03',
  suspended: '2026-01-05..2026-01-20',
  extended_days: '',
};
await rate('a limit with its steps', 20_000, (times) => {
  for (let n = 0; n < times; n += 1) limitRow(row, law);
});

const began = performance.now();
const application = await startApplication();
console.log(`${'a new data folder until ready'.padEnd(44)} ${((performance.now() - began) / 1000).toFixed(1)} s`);
try {
  await rate('an answer that asks the database', 2_000, async (times) => {
    const asks = async (share) => {
      for (let n = 0; n < share; n += 1) await (await fetch(`${application.url}/health/ready`)).text();
    };
    await Promise.all(Array.from({ length: 16 }, () => asks(times / 16)));
  });
} finally {
  await application.stop();
}

const cases = Number(process.env.BENCH_CASES ?? 40_000);
console.log(`\nan office of ${cases.toLocaleString('en')} cases, medians:`);
await measureOffice(cases, (name, ms) => console.log(`${name.padEnd(44)} ${ms.toFixed(1)} ms`));
