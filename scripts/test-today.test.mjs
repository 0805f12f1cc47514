import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { withToday } from './tools.mjs';

const file = pathToFileURL(path.join(import.meta.dirname, 'test-today.mjs')).href;
const onDay = (day, program) =>
  execFileSync(process.execPath, ['--import', `${file}?day=${day}`, '-e', program], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
const print = (expression) =>
  `console.log(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(${expression}))`;

it.each(['2027-01-02', '2028-02-29'])('makes %s of today, and of no other day', (day) => {
  for (const now of ['new Date()', 'Date.now()', 'new Date(Date.now())'])
    expect(onDay(day, print(now)).trim()).toBe(day);
  expect(onDay(day, print('new Date(0)')).trim()).toBe('1970-01-01');
  expect(onDay(day, 'console.log(new Date() instanceof Date, Date.UTC(2026, 0))').trim()).toBe('true 1767225600000');
});

it('refuses what is no day', () => {
  expect(() => onDay('tomorrow', '')).toThrow('tomorrow is no day');
});

it('is asked for by one variable, beside the options that are there', () => {
  expect(withToday(undefined, '--trace-warnings')).toEqual({});
  expect(withToday('', undefined)).toEqual({});
  expect(withToday('2028-02-29', '--trace-warnings')).toEqual({
    NODE_OPTIONS: `--trace-warnings --import=${file}?day=2028-02-29`,
  });
});
