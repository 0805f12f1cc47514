import { expect, test } from 'vitest';
import type { StreamId } from '../ids.ts';
import { anApplication, play } from '../testing/play.ts';

const lawsuit = 'suit-1' as StreamId;
const earlier = 'case-before' as StreamId;

test('a case that a judgment orders to be decided anew names the lawsuit and the reconsideration before it', () => {
  const links = [
    { kind: 'remanded-to', to: lawsuit },
    { kind: 'same-dispute', to: earlier },
  ] as const;
  const anew = play().do('register-application', { ...anApplication(), links: [...links] }, '2026-01-05');
  expect(anew.case.links.map(({ kind, to }) => ({ kind, to }))).toEqual(links);
  expect(anew.case.number).not.toBeNull();
});

test('any other case follows nothing', () => {
  expect(play().do('register-application', anApplication(), '2026-01-05').case.links).toEqual([]);
});
