/**
 * The histories of `real-histories.test.ts`, entered as an office enters them: step by step through `decide`, each on its
 * own day, and once more all of them long afterwards. The day of recording changes no date.
 */
import { describe, expect, it } from 'vitest';
import { clockStatusOn } from '../ledger/clock.ts';
import { policeBureau } from '../testing/builders.ts';
import { anApplication, type Play, play } from '../testing/play.ts';

const decide = 'reconsideration.decide-ordinary';
const onPaper = { doneBy: { name: '县长某某', title: '县长', role: 'organ-head' as const }, fileIds: ['file-scan'] };
const toApplicant = (p: Play, sentOn: string | null, servedOn: string | null = null) => ({
  addressee: { is: 'party' as const, partyId: p.case.parties[0]?.partyId ?? '' },
  method: 'post' as const,
  sentOn,
  servedOn,
});

type Act = readonly [on: string, write: (p: Play, on: string, today: string) => unknown];
const received = (on: string): Act => [
  on,
  (p, _on, today) =>
    p.do(
      'register-application',
      anApplication({
        filedOn: on,
        receivedOn: on,
        act: { name: '行政处罚决定', matter: 'penalty', knownHow: 'direct-service' },
      }),
      today,
    ),
];
const corrected = (on: string): Act => [
  on,
  (p, _o, today) => p.do('record-correction', { occurredOn: on, filedOn: on, materials: ['补正材料'] }, today),
];
const notified = (on: string): Act => [
  on,
  (p, _o, today) => p.do('notify-correction', { occurredOn: on, items: ['身份证明'], document: {} }, today),
];
const suspended = (on: string): Act => [
  on,
  (p, _o, today) =>
    p.do('suspend', { occurredOn: on, ground: 'other-case', reason: '以另案结果为依据', document: {} }, today),
];
const resumed = (on: string): Act => [
  on,
  (p, _o, today) => p.do('resume', { occurredOn: on, reason: '另案已审结', document: {} }, today),
];
const extended = (on: string, sentOn: string | null = null, servedOn: string | null = null): Act => [
  on,
  (p, _o, today) =>
    p.do(
      'extend',
      {
        occurredOn: on,
        days: 30,
        reason: '案情复杂',
        onPaper,
        // A judgment that tells of no notice leaves its day unknown.
        document: sentOn === null ? null : { madeOn: on, sendings: [toApplicant(p, sentOn, servedOn)] },
      },
      today,
    ),
];
const copied = (on: string, servedOn: string | null = null): Act => [
  on,
  (p, _o, today) =>
    p.do(
      'issue-copy',
      {
        occurredOn: on,
        document: {
          sendings: [{ addressee: { is: 'organ', organId: policeBureau }, method: 'exchange', sentOn: on, servedOn }],
        },
      },
      today,
    ),
];
const replied = (on: string): Act => [
  on,
  (p, _o, today) => p.do('file-reply', { occurredOn: on, respondentId: policeBureau }, today),
];
const decided = (on: string): Act => [
  on,
  (p, _o, today) =>
    p.do(
      'decide',
      {
        occurredOn: on,
        types: ['uphold'],
        articles: ['28(1)(1)'],
        operative: '维持原行政行为。',
        onPaper,
        document: {},
      },
      today,
    ),
];

const histories: readonly {
  readonly name: string;
  readonly acts: readonly Act[];
  readonly due: string;
  readonly decidedOn: string | null;
}[] = [
  {
    name: '1: across New Year and Spring Festival',
    acts: [
      received('2015-12-10'),
      notified('2015-12-16'),
      corrected('2015-12-21'),
      copied('2015-12-22', '2015-12-22'),
      replied('2016-01-04'),
      extended('2016-02-18'),
      decided('2016-03-18'),
    ],
    due: '2016-03-21',
    decidedOn: '2016-03-18',
  },
  {
    name: '2: a long suspension',
    acts: [
      received('2017-11-03'),
      copied('2017-11-06'),
      suspended('2017-11-08'),
      resumed('2018-04-10'),
      decided('2018-05-30'),
    ],
    due: '2018-06-04',
    decidedOn: '2018-05-30',
  },
  {
    name: '3: extended, then suspended near the end',
    acts: [
      received('2018-09-26'),
      copied('2018-09-27'),
      extended('2018-11-19'),
      suspended('2018-12-14'),
      resumed('2018-12-26'),
      decided('2018-12-29'),
    ],
    due: '2019-01-07',
    decidedOn: '2018-12-29',
  },
  {
    name: '4: correction time is not counted',
    acts: [received('2017-07-28'), notified('2017-08-01'), corrected('2017-08-09'), extended('2017-09-20')],
    due: '2017-11-07',
    decidedOn: null,
  },
  {
    name: '5: posted on the last day',
    acts: [
      received('2019-05-16'),
      copied('2019-05-17'),
      extended('2019-07-12', '2019-07-15', '2019-07-18'),
      decided('2019-07-31'),
    ],
    due: '2019-08-14',
    decidedOn: '2019-07-31',
  },
  {
    name: '6: extended on the day before the end',
    acts: [received('2019-03-25'), copied('2019-03-26'), extended('2019-05-23', '2019-05-23'), decided('2019-06-14')],
    due: '2019-06-24',
    decidedOn: '2019-06-14',
  },
  {
    name: '7: ninety days end on a Sunday',
    acts: [received('2017-09-25'), copied('2017-09-26'), extended('2017-11-20'), decided('2017-12-18')],
    due: '2017-12-25',
    decidedOn: '2017-12-18',
  },
];

describe.each(histories)('$name', ({ acts, due, decidedOn }) => {
  it.each([
    ['each on its own day', null],
    ['all of them in 2026', '2026-03-02'],
  ])('entered %s', (_how, today) => {
    const p = play();
    for (const [on, write] of acts) {
      // A sending some days after its act is on record by the time that it is entered.
      const later = today ?? (on === '2019-07-12' ? '2019-07-18' : on);
      write(p, on, later);
    }
    expect(p.case.law).toBe('ARL1999');
    expect(p.due(decide)).toBe(due);
    const clock = p.case.clocks.findLast((k) => k.ruleId === decide);
    expect(clock).toBeDefined();
    if (clock === undefined) return;
    if (decidedOn === null) expect(clock.end.is).toBe('open');
    else expect(clockStatusOn(clock, p.case.closing?.on ?? clock.visibleFrom)).toBe('met');
    expect(p.case.contradictions).toEqual([]);
    expect(p.case.entries.every((e) => e.irregular === null)).toBe(true);
  });
});
