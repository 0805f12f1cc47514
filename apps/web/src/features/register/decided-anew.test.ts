import { civilDate } from '@redress/domain/calendar/civil-date';
import { policeBureau } from '@redress/domain/testing/builders';
import { expect, test } from 'vitest';
import type { Outputs } from '../../lib/trpc.ts';
import { received, SmallOffice } from '../../testing/small-office.ts';
import { draftOfLawsuit, toInput } from './register-draft.ts';

type Suit = Outputs['lawsuits']['view'];

const today = civilDate('2026-06-01');
const suit = {
  id: 'suit-1',
  number: '云政应〔2026〕1号',
  title: '李某诉某县公安局、某县人民政府',
  organs: [
    { organId: policeBureau, role: 'original-organ' },
    { organId: 'organ-county', role: 'reconsideration-organ' },
  ],
  parties: [{ capacity: 'applicant', kind: 'citizen', name: '李某', leftOn: null }],
  act: {
    name: '行政处罚决定',
    number: null,
    madeOn: null,
    matter: 'penalty',
    category: null,
    content: '',
    immovable: false,
  },
} as unknown as Suit;

test('a case that is decided anew begins with what the annulled reconsideration was about, and names both', () => {
  const earlier = new SmallOffice('2026-01-07', undefined, received()).view() as Outputs['cases']['view'];
  const draft = draftOfLawsuit(suit, earlier, today);
  expect(draft.respondents).toEqual(earlier.respondents.map((organ) => organ.organId));
  expect(draft.applicants.map(({ person }) => person.name)).toEqual(
    earlier.parties.filter((party) => party.capacity === 'applicant').map((party) => party.name),
  );
  expect(draft.act.knownOn).toBe(earlier.act?.knownOn);
  expect(draft.requests).toBe(earlier.requests);
  expect(toInput(draft, earlier.organId).links).toEqual([
    { kind: 'remanded-to', to: 'suit-1' },
    { kind: 'same-dispute', to: earlier.id },
  ]);
});

test('where the reconsideration is no case of this system, the suit says what it can', () => {
  const draft = draftOfLawsuit(suit, null, today);
  expect(draft.respondents).toEqual([policeBureau]);
  expect(draft.applicants.map(({ person }) => person.name)).toEqual(['李某']);
  expect(draft.links).toEqual([{ kind: 'remanded-to', to: 'suit-1' }]);
});
