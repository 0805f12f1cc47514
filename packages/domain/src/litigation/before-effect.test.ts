/** Before a judgment has taken effect, and once the court above has decided: what is done, what runs, what may still be asked. */
import { describe, expect, it } from 'vitest';
import { policeBureau } from '../testing/builders.ts';
import { aPlayedSuit, type SuitPlay } from '../testing/play-lawsuit.ts';

const judgment = {
  outcomes: ['revoke' as const],
  operative: '撤销处罚决定，责令三十日内重新作出。',
  redo: { ordered: true, days: 30 },
};
const serve = (p: SuitPlay, day: string) =>
  p.do(
    'record-service',
    {
      to: [
        { is: 'organ', organId: policeBureau },
        { is: 'party', partyId: p.plaintiff },
      ],
    },
    day,
  );
const judged = (over: object = {}) =>
  serve(aPlayedSuit().do('record-judgment', { ...judgment, ...over }, '2026-05-20'), '2026-05-22');
const second = {
  level: 'second' as const,
  court: '云山市中级人民法院',
  courtNumber: '（2026）云04行终5号',
  organs: [policeBureau],
  appealedOn: '2026-06-01',
};
const done = { proof: '新决定书' };

describe('performing before the judgment is in force', () => {
  it('is irregular, with its reason, and said beforehand', () => {
    const p = judged();
    expect(p.next('2026-05-25').find((s) => s.step === 'record-performance')).toMatchObject({
      verdict: 'irregular',
      reason: 'performed-before-effect',
      article: 'ALL2017 94',
    });
    expect(p.refusal('record-performance', done, '2026-05-25')).toMatchObject({
      code: 'needs-reason',
      contradictions: [{ code: 'performed-before-effect' }],
    });
    p.do('record-performance', { ...done, irregularReason: '已先行改正' }, '2026-05-25');
    expect(p.suit.obligations[0]?.performedOn).toBe('2026-05-25');
    expect(p.suit.closing?.on).toBe('2026-06-09');
  });

  it('is in order once it is', () => {
    const p = judged().do('record-performance', done, '2026-06-15');
    expect(p.suit.contradictions).toEqual([]);
  });

  it('comes to nothing where the court above reverses', () => {
    const p = judged()
      .do('record-performance', { ...done, irregularReason: '已先行改正' }, '2026-05-25')
      .do('open-instance', second, '2026-06-10')
      .do(
        'record-judgment',
        { outcomes: ['reverse'], reversedTo: ['reject-claims'], operative: '改判驳回。' },
        '2026-07-10',
      );
    serve(p, '2026-07-12');
    expect(p.suit.obligations[0]).toMatchObject({ inForceFrom: null, fellOn: '2026-07-12' });
    expect(p.suit.clocks.filter((k) => k.ruleId === 'litigation.perform')).toEqual([]);
    expect(p.next('2026-07-15').find((s) => s.step === 'record-performance')?.reason).toBe('no-open-obligation');
  });
});

const upheld = () => {
  const p = judged({ obligations: [{ organId: policeBureau, what: '重新作出处罚决定', performBy: null }] })
    .do('open-instance', second, '2026-06-01')
    .do('record-judgment', { outcomes: ['uphold'], operative: '驳回上诉，维持原判。' }, '2026-06-03');
  return serve(p, '2026-06-04');
};
const clocksOf = (p: SuitPlay, ruleId: string) => p.suit.clocks.filter((k) => k.ruleId === ruleId);
const stepOn = (p: SuitPlay, day: string, step: string) => p.next(day).find((s) => s.step === step);

describe('once the court above has decided', () => {
  it('nobody’s limit for an appeal runs on, and there is neither appeal nor withdrawal', () => {
    const p = upheld();
    // The plaintiff’s own fifteen days would have lasted until 06-08.
    const left = clocksOf(p, 'litigation.appeal-judgment').find((k) => k.subject === p.plaintiff);
    expect(left).toMatchObject({ end: { is: 'superseded', on: '2026-06-04' } });
    expect(stepOn(p, '2026-06-05', 'record-appeal')).toMatchObject({ verdict: 'refused', reason: 'final-instance' });
    expect(stepOn(p, '2026-06-05', 'withdraw-appeal')).toMatchObject({ verdict: 'refused', reason: 'no-appeal-made' });
  });

  it('leaves them as they are until then', () => {
    const p = judged().do('open-instance', second, '2026-06-01');
    const left = clocksOf(p, 'litigation.appeal-judgment').find((k) => k.subject === p.plaintiff);
    expect(left).toMatchObject({ computation: { due: '2026-06-08' }, end: { is: 'superseded', on: '2026-06-09' } });
    expect(stepOn(p, '2026-06-03', 'record-appeal')?.verdict).toBe('allowed');
    expect(stepOn(p, '2026-06-03', 'withdraw-appeal')?.verdict).toBe('allowed');
  });
});

describe('the days for acting anew', () => {
  it('are the limit of what the judgment lists without a day, from its effect, and the two years follow them', () => {
    const p = upheld();
    expect(p.due('litigation.perform')).toBe('2026-07-06');
    expect(p.due('litigation.apply-enforcement')).toBe('2028-07-06');
    const [k] = clocksOf(p, 'litigation.apply-enforcement');
    expect(k?.computation).toMatchObject({ trigger: '2026-07-06', rule: { trigger: 'performance-period-expired' } });
  });

  it('are not the limit of one of several, of another’s, or of one with a day of its own', () => {
    const two = judged({
      obligations: [
        { organId: policeBureau, what: '重新作出处罚决定', performBy: null },
        { organId: policeBureau, what: '返还扣押的车辆', performBy: null },
      ],
    });
    expect(clocksOf(two, 'litigation.perform').map((k) => k.computation.due)).toEqual([null, null]);
    const own = judged({ obligations: [{ organId: policeBureau, what: '返还车辆', performBy: '2026-08-03' }] });
    expect(own.due('litigation.perform')).toBe('2026-08-03');
  });
});

describe('the two years for enforcement', () => {
  it('name what they count from: the service where no day is set, the effect where an appeal kept the judgment from it', () => {
    const p = judged({ redo: { ordered: true, days: null } });
    const [k] = clocksOf(p, 'litigation.apply-enforcement');
    expect(k?.computation).toMatchObject({ trigger: '2026-05-22', rule: { trigger: 'judgment-served' } });
  });

  it('do not run before the judgment is in force', () => {
    const p = judged({ redo: { ordered: true, days: null } }).do('open-instance', second, '2026-06-01');
    expect(clocksOf(p, 'litigation.apply-enforcement')).toEqual([]);
  });
});

describe('whose turn it is after the judgment', () => {
  it('offers the organ that lost its appeal while its limit runs, and no longer', () => {
    expect(stepOn(judged(), '2026-05-25', 'record-appeal')?.verdict).toBe('usual');
    expect(stepOn(judged(), '2026-06-15', 'record-appeal')?.verdict).toBe('irregular');
    const won = { outcomes: ['reject-claims' as const], redo: undefined, operative: '驳回诉讼请求。' };
    expect(stepOn(judged(won), '2026-05-25', 'record-appeal')?.verdict).toBe('allowed');
  });

  it('says what the service is for: the limit for an appeal, or the effect of what is final', () => {
    const first = aPlayedSuit().do('record-judgment', judgment, '2026-05-20');
    expect(first.builder.on('2026-05-21').waiting.consequence).toBe('not-effective');
    const final = judged()
      .do('open-instance', second, '2026-06-01')
      .do('record-judgment', { outcomes: ['uphold'], operative: '驳回上诉，维持原判。' }, '2026-06-03');
    expect(final.builder.on('2026-06-03').waiting.consequence).toBe('not-in-force');
  });
});
