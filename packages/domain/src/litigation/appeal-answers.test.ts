/** The answer to an appeal (INT2018 108(2)): from the copy that the court below sends, for whom the appeal is against. */
import { describe, expect, it } from 'vitest';
import type { PartyId } from '../ids.ts';
import { countyGovernment as county, day, policeBureau as police } from '../testing/builders.ts';
import { aSummons, firstInstance, plaintiffLi as li } from '../testing/lawsuit-builder.ts';
import { aPlayedSuit, theDepartmentHead } from '../testing/play-lawsuit.ts';
import { openAppealAnswer } from './appeal-answers.ts';
import type { ServedTo } from './step-inputs.ts';

/** Judged on 1 April 2026, served on 2 April; the plaintiff appeals on 8 April. */
const appealed = (organs = [police], who: Parameters<ReturnType<typeof aSummons>['appealed']>[1] = { parties: [li] }) =>
  aSummons()
    .registered('2026-03-02', { organs, before: organs.length > 1 ? 'upheld' : 'none' })
    .papers('2026-03-02')
    .answered('2026-03-10')
    .judged('2026-04-01', ['reject-claims'])
    .servedOnAll('2026-04-02', firstInstance, [...organs, li])
    .appealed('2026-04-08', who);
const copy = { papers: ['appeal-copy'] as const };
const second = { level: 'second' as const, of: firstInstance, docketed: '2026-04-29' };

describe('the answer to an appeal', () => {
  it('is due fifteen days after the copy that the court below sent, before anybody knows the second number', () => {
    const suit = appealed().papers('2026-04-10', copy);
    expect(suit.due('litigation.appeal-answer', police)).toBe('2026-04-27');
    expect(suit.on('2026-04-12')).toMatchObject({
      stage: 'appealed',
      waiting: { who: 'department', what: 'answer', organId: police, article: 'INT2018 108(2)' },
    });
    expect(suit.codes()).toEqual([]);
    expect(appealed().clock('litigation.appeal-answer')).toBeUndefined();
  });

  it('is met by an answer in either instance, and by none before the copy came', () => {
    const suit = () => appealed().papers('2026-04-10', copy);
    expect(suit().clock('litigation.appeal-answer')?.end.is).toBe('open');
    const below = suit().answered('2026-04-20');
    expect(below.clock('litigation.appeal-answer')?.end).toMatchObject({ is: 'met', on: '2026-04-20' });
    expect(below.codes()).toEqual([]);
    expect(below.answered('2026-04-21').codes()).toEqual(['answer-already-filed']);
    const above = suit().opened('i2', '2026-04-29', second);
    expect(above.on('2026-04-30')).toMatchObject({ stage: 'answering', waiting: { organId: police } });
    above.answered('2026-05-06', { instance: 'i2' });
    expect(above.clock('litigation.appeal-answer')?.end).toMatchObject({ is: 'met', on: '2026-05-06' });
    expect(above.on('2026-05-07').stage).toBe('trying');
  });

  it('may have its copy on record in the second instance, of a day before that was docketed', () => {
    const suit = appealed()
      .opened('i2', '2026-04-29', second)
      .papers('2026-04-10', { instance: 'i2', ...copy });
    expect(suit.codes()).toEqual([]);
    expect(suit.due('litigation.appeal-answer', police)).toBe('2026-04-27');
    expect(suit.fold().clocks.filter((k) => k.ruleId === 'litigation.appeal-answer')).toHaveLength(1);
    // Other papers of that court come from it, and not before it has the suit.
    const other = appealed()
      .opened('i2', '2026-04-29', second)
      .papers('2026-04-10', { instance: 'i2', papers: ['summons'] });
    expect(other.codes()).toContain('before-instance');
  });

  it('is the opposite party’s: not of a co-defendant whose fellow appeals, nor of who appeals alone', () => {
    const organs = [police, county];
    const fellow = appealed(organs, { organs: [police] }).papers('2026-04-10', { organ: county, ...copy });
    expect(fellow.clock('litigation.appeal-answer')).toBeUndefined();
    const both = appealed(organs, { organs: [police], parties: [li] }).papers('2026-04-10', { organ: county, ...copy });
    expect(both.due('litigation.appeal-answer', county)).toBe('2026-04-27');
  });

  it('is asked of nobody once the appeal is let go', () => {
    const suit = appealed().papers('2026-04-10', copy).appealWithdrawn('2026-04-20');
    expect(suit.clock('litigation.appeal-answer')?.end).toMatchObject({ is: 'superseded', on: '2026-04-20' });
    const folded = suit.fold();
    const [first] = folded.instances;
    expect(first && openAppealAnswer(folded, first, police, day('2026-04-19'))).not.toBeNull();
    expect(first && openAppealAnswer(folded, first, police, day('2026-04-20'))).toBeNull();
  });

  it('goes step by step without a reason, in either instance', () => {
    const judged = () => {
      const p = aPlayedSuit().do('file-answer', {}, '2026-03-10', theDepartmentHead);
      p.do('record-judgment', { outcomes: ['reject-claims'], operative: '驳回诉讼请求。' }, '2026-04-01');
      const to: ServedTo[] = [
        { is: 'organ', organId: police },
        { is: 'party', partyId: p.plaintiff as PartyId },
      ];
      return p.do('record-service', { to }, '2026-04-02').do('record-appeal', { parties: [p.plaintiff] }, '2026-04-08');
    };
    const below = judged().do('receive-papers', { papers: ['appeal-copy'] }, '2026-04-10');
    expect(below.next('2026-04-11', theDepartmentHead).find((s) => s.step === 'file-answer')).toMatchObject({
      verdict: 'usual',
    });
    below.do('file-answer', {}, '2026-04-20', theDepartmentHead);
    expect(below.suit.contradictions).toEqual([]);
    const instance = { level: 'second' as const, court: '云州市中级人民法院', courtNumber: '（2026）云04行终5号' };
    const papers = [{ organId: police, papers: ['appeal-copy' as const], receivedOn: '2026-04-10' }];
    const above = judged().do('open-instance', { ...instance, docketedOn: '2026-04-29', papers }, '2026-04-30');
    expect(above.due('litigation.appeal-answer')).toBe('2026-04-27');
    const later = judged().do('open-instance', { ...instance, docketedOn: '2026-04-29' }, '2026-04-30');
    later.do(
      'receive-papers',
      { instanceId: later.instanceId, papers: ['appeal-copy'], occurredOn: '2026-04-10' },
      '2026-05-06',
    );
    expect(later.suit.contradictions).toEqual([]);
    expect(later.due('litigation.appeal-answer')).toBe('2026-04-27');
  });
});
