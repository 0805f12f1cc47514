/** The three rates: what each counts, what it leaves out, and that a figure is the length of its list. */
import { describe, expect, it } from 'vitest';
import type { AccountId, OrganId, StreamId } from '../ids.ts';
import { day } from '../testing/builders.ts';
import { isSeated, type RateDuty, type RateFacts, type RateSession, ratesOf, rateUnits, subjectsOf } from './rates.ts';

const police = 'organ-police' as OrganId;
const county = 'organ-county' as OrganId;
const year = { from: day('2026-01-01'), to: day('2026-12-31') };

type Seat = RateSession['seats'][number];
const seat = (over: Partial<Seat> = {}): Seat => ({
  organId: police,
  leaderName: '顾长风',
  leaderAccountId: 'account-gu' as AccountId,
  counts: true,
  notCounting: [],
  recordedOn: day('2026-04-01'),
  ...over,
});
const absent = (over: Partial<Seat> = {}) => seat({ leaderName: null, leaderAccountId: null, counts: false, ...over });
const session = (
  id: string,
  on: string | null,
  seats: readonly Seat[],
  over: Partial<RateSession> = {},
): RateSession => ({
  streamId: 's1' as StreamId,
  instanceId: 'i1',
  sessionId: id,
  kind: 'trial',
  isPublic: true,
  heldOn: on === null ? null : day(on),
  seats,
  ...over,
});
const duty = (over: Partial<RateDuty> = {}): RateDuty => ({
  streamId: 's1' as StreamId,
  instanceId: 'i1',
  organId: police,
  arisesOn: day('2026-04-01'),
  dischargedOn: day('2026-04-01'),
  result: 'appeared',
  coveredBy: null,
  leaderName: '顾长风',
  leaderAccountId: 'account-gu' as AccountId,
  ...over,
});
const of = (sessions: readonly RateSession[], duties: readonly RateDuty[] = []): RateFacts => ({ sessions, duties });
const all = { is: 'all' } as const;
const shown = (facts: RateFacts, period = year, who: Parameters<typeof ratesOf>[2] = all) =>
  ratesOf(facts, period, who).map((r) => `${r.numerator}/${r.denominator}`);

describe('each rate has its own denominator', () => {
  it('one case, two sessions, a leader at the second: 1/1 by case, 1/2 by session', () => {
    const facts = of([session('a', '2026-04-01', [absent()]), session('b', '2026-04-20', [seat()])], [duty()]);
    expect(shown(facts)).toEqual(['1/1', '1/1', '1/2']);
  });

  it('a case heard in closed session only is no publicly heard case; its session counts as one', () => {
    const facts = of([session('a', '2026-04-01', [seat()], { isPublic: false })], [duty()]);
    expect(shown(facts)).toEqual(['0/0', '1/1', '1/1']);
  });

  it('an exchange of evidence, an inquiry and a pronouncement count nowhere', () => {
    for (const kind of ['evidence-exchange', 'inquiry', 'pronouncement']) {
      expect(shown(of([session('a', '2026-04-01', [seat()], { kind })]))).toEqual(['0/0', '0/0', '0/0']);
    }
  });

  it('a session that was not held counts nowhere', () => {
    expect(
      shown(of([session('a', null, [seat()])], [duty({ arisesOn: null, dischargedOn: null, result: null })])),
    ).toEqual(['0/0', '0/0', '0/0']);
  });

  it('a duty covered under article 3 is in neither part; excused, absent and unrecorded ones are in the denominator', () => {
    const facts = of(
      [],
      [
        duty(),
        duty({ organId: county, result: 'covered', coveredBy: police }),
        ...['excused', 'absent', 'not-counting', 'unrecorded'].map((result, i) =>
          duty({ instanceId: `i${i + 2}`, result, dischargedOn: null }),
        ),
      ],
    );
    expect(shown(facts)[1]).toBe('1/5');
  });

  it('co-defendants: a case and a session count by whoever’s leader came (A28)', () => {
    const facts = of([session('a', '2026-04-01', [seat(), absent({ organId: county })])]);
    expect(shown(facts, year, { is: 'organ', organId: county })).toEqual(['1/1', '0/0', '1/1']);
    expect(shown(facts, year, { is: 'organ', organId: 'organ-x' as OrganId })).toEqual(['0/0', '0/0', '0/0']);
  });

  it('a second leader sat there, though the duty was discharged by the first; other reasons did not', () => {
    expect(isSeated(seat({ counts: false, notCounting: ['second-leader'] }))).toBe(true);
    expect(isSeated(seat({ counts: false, notCounting: ['lower-organ', 'second-leader'] }))).toBe(false);
    expect(isSeated(seat({ counts: false, notCounting: ['proof-rejected'] }))).toBe(false);
    expect(isSeated(absent())).toBe(false);
    expect(isSeated(seat({ counts: null, recordedOn: null }))).toBe(false);
  });
});

describe('the period', () => {
  const facts = of(
    [session('a', '2026-03-31', [absent()]), session('b', '2026-04-02', [seat()])],
    [duty({ arisesOn: day('2026-03-31'), dischargedOn: day('2026-04-02') })],
  );
  const march = { from: day('2026-03-01'), to: day('2026-03-31') };
  const april = { from: day('2026-04-01'), to: day('2026-04-30') };

  it('a case belongs to the day of its first public session, a duty to the day it arose, a session to its own', () => {
    expect(shown(facts, april)).toEqual(['0/0', '0/0', '1/1']);
  });

  it('what happened after its end does not count into it', () => {
    expect(shown(facts, march)).toEqual(['0/1', '0/1', '0/1']);
    const both = { from: march.from, to: april.to };
    expect(shown(facts, both)).toEqual(['1/1', '1/1', '1/2']);
  });
});

describe('by leader', () => {
  const facts = of(
    [
      session('a', '2026-04-01', [seat()]),
      session('b', '2026-04-20', [
        seat({ leaderName: '江晚晴', leaderAccountId: null, counts: false, notCounting: ['proof-missing'] }),
      ]),
    ],
    [duty()],
  );

  it('who was named stands in the denominator, who sat in the numerator, too', () => {
    const keys = [...subjectsOf(facts, year, 'leader').keys()];
    expect(keys).toEqual(['account-gu', `${police}|江晚晴`]);
    expect(keys.map((key) => shown(facts, year, { is: 'leader', key }))).toEqual([
      ['1/1', '1/1', '1/1'],
      ['0/1', '0/0', '0/1'],
    ]);
  });

  it('the list behind a figure has as many units as the figure, each once', () => {
    for (const rate of ratesOf(facts, year, all)) {
      const units = rateUnits(rate.kind, facts, year, all);
      expect(units).toHaveLength(rate.denominator);
      expect(units.filter((u) => u.met)).toHaveLength(rate.numerator);
      expect(new Set(units.map((u) => `${u.instanceId}|${u.sessionId}|${u.organId}`)).size).toBe(units.length);
    }
  });
});
