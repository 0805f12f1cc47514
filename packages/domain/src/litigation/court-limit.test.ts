/** The court's own limit: what it leaves out (INT2018 50(1)), an approved extension; and the appeal of its ruling on an objection. */
import { describe, expect, it } from 'vitest';
import { day, policeBureau } from '../testing/builders.ts';
import { aSummons } from '../testing/lawsuit-builder.ts';
import { aSummonsInput, playSuit } from '../testing/play-lawsuit.ts';
import { uncountedGrounds } from './codes.ts';

const limit = 'litigation.first-instance-ordinary';
const aSuit = () => aSummons().registered('2026-03-02').papers('2026-03-02');

describe('the time for trial leaves out', () => {
  it.each(uncountedGrounds)('%s, and the suit does not stand still with it', (ground) => {
    const open = aSuit().answered('2026-03-12').suspended('2026-04-01', ground);
    expect(open.clock(limit)?.computation.status).toBe('stopped');
    expect(open.on('2026-04-10').stage).toBe('trying');
    const over = open.resumed('2026-04-21');
    // Six months from 2 March are up on 2 September; twenty days are not counted.
    expect(over.due(limit)).toBe('2026-09-22');
    expect(over.codes()).toEqual([]);
  });

  it('its looking at an objection to jurisdiction, from the objection to the ruling', () => {
    const objected = aSuit().objected('2026-03-10');
    expect(objected.clock(limit)?.computation.status).toBe('stopped');
    const ruled = objected.with('jurisdiction-objection-ruled', '2026-04-20', {
      instanceId: 'instance-1',
      upheld: false,
      fileIds: [],
    });
    // Forty-one days: 2 September and they are 13 October.
    expect(ruled.due(limit)).toBe('2026-10-13');
  });

  it('nothing for an objection that came too late and was never ruled upon', () => {
    expect(aSuit().objected('2026-03-18').due(limit)).toBe('2026-09-02');
  });

  it('and a suit that stands still takes the place of such days', () => {
    const suit = aSuit()
      .suspended('2026-04-01', 'appraisal')
      .suspended('2026-04-11', 'other-case')
      .resumed('2026-04-21');
    expect(suit.codes()).toEqual([]);
    expect(suit.on('2026-04-15').stage).toBe('suspended');
    expect(suit.due(limit)).toBe('2026-09-22');
  });
});

describe('days that are only not counted', () => {
  it('do not bar a judgment; a suit that stands still does', () => {
    const judged = (ground: 'mediation' | 'other-case') => aSuit().suspended('2026-04-01', ground).judged('2026-05-01');
    expect(judged('mediation').codes()).toEqual([]);
    expect(judged('other-case').codes()).toEqual(['ended-while-suspended']);
  });

  it('begin and end by the steps of a suspension', () => {
    const p = playSuit()
      .do('register-summons', aSummonsInput(), '2026-03-04')
      .do('suspend-instance', { ground: 'appraisal' }, '2026-03-20');
    expect(p.ask('set-session', { on: '2026-04-10', time: '09:00', place: '第三审判庭' }, '2026-03-23').ok).toBe(true);
    p.do('resume-instance', {}, '2026-04-20');
    expect(p.refusal('resume-instance', {}, '2026-04-21').reason?.code).toBe('not-standing-still');
  });
});

describe('an extension approved by the court above', () => {
  it('is the day its notice states', () => {
    const suit = aSuit().papers('2026-08-20', { papers: ['extension-notice'], trialUntil: '2026-12-02' });
    expect(suit.due(limit)).toBe('2026-12-02');
    expect(suit.clock('litigation.answer')?.computation.due).toBe('2026-03-17');
  });

  it('a notice without a day extends nothing', () => {
    expect(
      aSuit()
        .papers('2026-08-20', { papers: ['extension-notice'] })
        .due(limit),
    ).toBe('2026-09-02');
  });
});

describe('the ruling on an objection to jurisdiction', () => {
  const police = policeBureau;
  const ruled = (served: string | null, organs = [police]) =>
    aSuit()
      .objected('2026-03-10')
      .with('jurisdiction-objection-ruled', '2026-03-20', {
        instanceId: 'instance-1',
        upheld: false,
        services: served === null ? [] : organs.map((organId) => ({ organId, servedOn: day(served) })),
        fileIds: [],
      });
  const appeal = 'litigation.appeal-ruling';
  const against = { instanceId: 'instance-1', organs: [police], parties: [], reason: '', fileIds: [] };
  const appealed = (on: string) =>
    ruled('2026-03-23').with('appealed', on, { ...against, against: 'jurisdiction-ruling' as const });

  it('can be appealed within ten days of its service (ALL2017 85, INT2018 101(2))', () => {
    expect(ruled('2026-03-23').due(appeal, police)).toBe('2026-04-02');
    expect(ruled(null).clock(appeal, police)?.computation.unknownWhy).toBe('no-trigger');
    expect(aSuit().objected('2026-03-10').clock(appeal)).toBeUndefined();
  });

  it('appealed in time ends that limit, later it contradicts 85; the judgment is untouched either way', () => {
    expect(appealed('2026-04-02').clock(appeal, police)?.end).toMatchObject({ is: 'met', on: '2026-04-02' });
    expect(appealed('2026-04-02').codes()).toEqual([]);
    expect(appealed('2026-04-03').codes()).toEqual(['appeal-late']);
    const judged = appealed('2026-04-02').judged('2026-06-01').servedOnAll('2026-06-03').fold();
    expect(judged.instances[0]?.effective?.on).toBe('2026-06-19');
  });

  it('is appealed by the step of an appeal, which knows while the suit goes on what it is against', () => {
    const p = playSuit().do('register-summons', aSummonsInput(), '2026-03-04');
    const early = { organs: [police] };
    expect(p.refusal('record-appeal', early, '2026-03-20').reason?.code).toBe('no-judgment-yet');
    p.do('object-jurisdiction', { grounds: '不动产在他县。' }, '2026-03-10');
    const services = [{ organId: police, servedOn: '2026-03-23' }];
    p.do('record-objection-ruling', { occurredOn: '2026-03-20', upheld: false, services }, '2026-03-24');
    p.do('record-appeal', early, '2026-03-30');
    expect(p.suit.instances[0]?.rulingAppeals).toHaveLength(1);
    expect(p.suit.instances[0]?.appeals).toHaveLength(0);
  });
});
