/** What is done, or asked, before a judgment has taken effect: recordable with a reason, and what is changed above falls. */
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
