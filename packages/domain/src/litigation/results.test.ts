/** What a whole lawsuit came to: a case is lost once, by the first of the losing outcomes (form 2). */
import { describe, expect, it } from 'vitest';
import { countyGovernment, day, policeBureau } from '../testing/builders.ts';
import { aSummons, firstInstance, plaintiffLi } from '../testing/lawsuit-builder.ts';
import { lossOrder, meritOutcomes, type Outcome, outcomes, outcomesOf, type ReconsiderationFate } from './codes.ts';
import { heldIn, lossOf, resultOf, resultOfInstance } from './results.ts';

const judged = (held: readonly Outcome[], over = {}) =>
  aSummons().registered('2026-03-02').judged('2026-06-01', held, over).servedOnAll('2026-06-03');
const second = (first: readonly Outcome[], held: readonly Outcome[], reversedTo: Outcome[] = []) =>
  judged(first)
    .appealed('2026-06-10')
    .opened('i2', '2026-07-01', { level: 'second', of: firstInstance })
    .judged('2026-08-03', held, { instance: 'i2', reversedTo })
    .servedOnAll('2026-08-05', 'i2');

describe('a loss', () => {
  it('is by the first of the losing outcomes, whatever stands beside it', () => {
    expect(lossOf(['compensate-only', 'confirm-unlawful'])).toBe('confirm-unlawful');
    expect(lossOf(['revoke-partly', 'confirm-void', 'reject-claims'])).toBe('revoke-partly');
    expect(lossOf(['reject-claims'])).toBeNull();
  });

  it('every judgment on the merits but the rejection of the claims is one', () => {
    expect([...lossOrder].sort()).toEqual(meritOutcomes.filter((o) => o !== 'reject-claims').sort());
    for (const o of outcomes) if (!meritOutcomes.includes(o)) expect(lossOf([o]), o).toBeNull();
  });

  it.each(outcomesOf.first.map((o) => [o]))('of a first instance: %s', (outcome) => {
    const result = resultOf(judged([outcome]).fold());
    // After a transfer another court decides.
    if (outcome === 'transferred') expect(result).toBeNull();
    else expect(result).toMatchObject({ principal: outcome, level: 'first', lost: lossOf([outcome]) });
  });
});

describe('the whole suit', () => {
  it('upheld comes to what the first judgment held, at the second instance', () => {
    expect(resultOf(second(['confirm-unlawful'], ['uphold']).fold())).toMatchObject({
      level: 'second',
      principal: 'confirm-unlawful',
      lost: 'confirm-unlawful',
    });
  });

  it('reversed comes to what the court above held instead', () => {
    expect(resultOf(second(['revoke'], ['reverse'], ['reject-claims']).fold())).toMatchObject({
      principal: 'reject-claims',
      lost: null,
    });
    expect(
      resultOf(second(['reject-claims'], ['reverse'], ['confirm-unlawful', 'compensate-only']).fold()),
    ).toMatchObject({
      principal: 'confirm-unlawful',
      lost: 'confirm-unlawful',
    });
  });

  it('partly upheld and partly changed comes to both: one item changed against the organ is a loss', () => {
    expect(resultOf(second(['reject-claims'], ['uphold', 'reverse'], ['revoke-partly']).fold())).toMatchObject({
      level: 'second',
      principal: 'revoke-partly',
      lost: 'revoke-partly',
    });
    // What was left of the first judgment stands beside what was changed.
    expect(resultOf(second(['confirm-unlawful'], ['uphold', 'reverse'], ['reject-claims']).fold())).toMatchObject({
      lost: 'confirm-unlawful',
    });
    expect(resultOf(second(['confirm-unlawful'], ['reverse'], ['reject-claims']).fold())).toMatchObject({ lost: null });
  });

  it('the reconsideration decision alone may fall: the act stands, and the suit is lost (INT2018 136(5))', () => {
    const suit = (reconsideration: ReconsiderationFate, held: Outcome[] = ['reject-claims']) =>
      aSummons()
        .registered('2026-03-02', {
          organs: [policeBureau, countyGovernment],
          roles: { [countyGovernment]: 'reconsideration-organ' },
          before: 'upheld',
        })
        .judged('2026-06-01', held, { reconsideration })
        .servedOnAll('2026-06-03', firstInstance, [policeBureau, countyGovernment, plaintiffLi]);
    expect(resultOf(suit('annulled').fold())).toMatchObject({ principal: 'revoke', lost: 'revoke' });
    expect(resultOf(suit('confirmed-unlawful').fold())).toMatchObject({ lost: 'confirm-unlawful' });
    expect(resultOf(suit('stands').fold())).toMatchObject({ principal: 'reject-claims', lost: null });
    expect(suit('confirmed-unlawful').codes()).toEqual([]);
    // Where the act falls, too, its own judgment is the one the suit counts by.
    expect(resultOf(suit('annulled', ['order-duty']).fold())).toMatchObject({ lost: 'order-duty' });
    const upheld = suit('annulled')
      .appealed('2026-06-10')
      .opened('i2', '2026-07-01', { level: 'second', of: firstInstance })
      .judged('2026-08-03', ['uphold'], { instance: 'i2' })
      .servedOnAll('2026-08-05', 'i2', [policeBureau, countyGovernment, plaintiffLi]);
    expect(resultOf(upheld.fold())).toMatchObject({ level: 'second', lost: 'revoke' });
    expect(upheld.fold().instances.map((i) => resultOfInstance(i)?.principal)).toEqual(['revoke', 'uphold']);
  });

  it('withdrawn at the second instance is no loss any more', () => {
    expect(resultOf(second(['revoke'], ['withdrawn-after-change']).fold())).toMatchObject({
      level: 'second',
      principal: 'withdrawn-after-change',
      lost: null,
    });
  });

  it('sent back is undecided until the new first instance ends', () => {
    const remanded = second(['revoke'], ['remand']);
    expect(resultOf(remanded.fold())).toBeNull();
    remanded
      .opened('i3', '2026-09-01', { remandedBy: 'i2' })
      .judged('2026-11-02', ['reject-claims'], { instance: 'i3' });
    expect(resultOf(remanded.fold())).toMatchObject({ instanceId: 'i3', principal: 'reject-claims', lost: null });
  });

  it('an appeal let go leaves the first judgment, and its instance', () => {
    expect(resultOf(second(['revoke'], ['appeal-withdrawn']).fold())).toMatchObject({ level: 'first', lost: 'revoke' });
  });

  it('retried and upheld is what was upheld', () => {
    const retried = second(['revoke'], ['uphold'])
      .opened('i3', '2026-10-08', {
        level: 'retrial',
        of: 'i2',
        court: '云省高级人民法院',
        number: '（2026）云行再3号',
      })
      .judged('2026-12-01', ['uphold'], { instance: 'i3' });
    expect(resultOf(retried.fold())).toMatchObject({ level: 'retrial', principal: 'revoke', lost: 'revoke' });
  });

  const reviewed = (held: Outcome) =>
    judged(['revoke'], { redo: { days: 60 } })
      .opened('i2', '2026-07-01', { level: 'retrial-review', of: firstInstance, number: '（2026）云行申1号' })
      .judged('2026-08-03', [held], { instance: 'i2' })
      .servedOnAll('2026-08-05', 'i2');
  const retriedTo = (held: Outcome, reversedTo: Outcome[] = []) =>
    reviewed('retrial-ordered')
      .opened('i3', '2026-08-10', {
        level: 'retrial',
        of: 'i2',
        court: '云州市中级人民法院',
        number: '（2026）云04行再1号',
      })
      .judged('2026-09-02', [held], { instance: 'i3', reversedTo })
      .servedOnAll('2026-09-04', 'i3');

  it.each(outcomesOf['retrial-review'].map((o) => [o]))(
    'however an application for a retrial ends, the loss stays (INT2018 115): %s',
    (held) => {
      expect(resultOf(reviewed(held).fold())).toMatchObject({ level: 'first', principal: 'revoke', lost: 'revoke' });
      expect(reviewed(held).fold().obligations).toMatchObject([{ fellOn: null }]);
    },
  );

  it('a retrial that is ended leaves the judgment in force, and what it orders (INT2018 121); one that reverses does not', () => {
    for (const held of ['withdrawn', 'ended'] as const) {
      const suit = retriedTo(held);
      expect(resultOf(suit.fold()), held).toMatchObject({ level: 'first', lost: 'revoke' });
      expect(suit.fold().obligations, held).toMatchObject([{ inForceFrom: '2026-06-19', fellOn: null }]);
      expect(suit.on('2026-10-08').stage, held).toBe('performing');
    }
    const reversed = retriedTo('reverse', ['reject-claims']);
    expect(resultOf(reversed.fold())).toMatchObject({ level: 'retrial', lost: null });
    expect(reversed.fold().obligations).toMatchObject([{ fellOn: '2026-09-04' }]);
    expect(reversed.on('2026-10-08').stage).toBe('closed');
  });

  it('is as of a day what it was then', () => {
    const suit = second(['revoke'], ['reverse'], ['reject-claims']).fold();
    expect(resultOf(suit, day('2026-05-30'))).toBeNull();
    expect(resultOf(suit, day('2026-07-15'))).toMatchObject({ level: 'first', lost: 'revoke' });
    expect(resultOf(suit, day('2026-08-03'))).toMatchObject({ level: 'second', lost: null });
  });

  it('each instance has its own row in form 2', () => {
    const { instances } = second(['revoke'], ['reverse'], ['reject-claims']).fold();
    expect(instances.map((i) => resultOfInstance(i)?.principal)).toEqual(['revoke', 'reverse']);
    expect(instances.map((i) => heldIn(i))).toEqual([['revoke'], ['reject-claims']]);
  });

  it('the row of an instance counts by the loss, as the whole suit does', () => {
    const mixed = judged(['reject-claims', 'revoke-partly']).fold();
    const [first] = mixed.instances;
    expect(first && resultOfInstance(first)).toMatchObject({ principal: 'revoke-partly', lost: 'revoke-partly' });
    expect(resultOf(mixed)).toMatchObject({ principal: 'revoke-partly' });
    const changed = second(['reject-claims'], ['uphold', 'reverse'], ['revoke-partly']).fold().instances[1];
    expect(changed && resultOfInstance(changed)).toMatchObject({ principal: 'reverse', lost: 'revoke-partly' });
  });
});
