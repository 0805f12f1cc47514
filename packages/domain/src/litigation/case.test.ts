/** The lawsuit's fold as law: limits from the papers, sessions, judgments and their effect, appeals, remands, performance. */
import { describe, expect, it } from 'vitest';
import type { OrganId, PartyId } from '../ids.ts';
import { articleText } from '../law/article-text.ts';
import type { InstrumentId } from '../law/instruments.ts';
import { clockStatusOn } from '../ledger/clock.ts';
import {
  aParty,
  countyGovernment as county,
  day,
  marketBureau as market,
  policeBureau as police,
} from '../testing/builders.ts';
import { aLeader, aSummons, firstInstance, plaintiffLi as li } from '../testing/lawsuit-builder.ts';
import type { RetrialGround } from './codes.ts';
import { orderingOutcomes } from './codes.ts';
import { contradictionArticles } from './contradictions.ts';
import { courtNumberKey } from './instances.ts';
import { resultOf } from './results.ts';

const wang = 'party-wang' as PartyId;
/** Registered and served on the police bureau on 2 March 2026, a Monday. */
const aSuit = () => aSummons().registered('2026-03-02').papers('2026-03-02');
/** Judged on 1 June and served on both on 3 June 2026: the limit for an appeal ends on 18 June. */
const judged = (outcomes: Parameters<ReturnType<typeof aSuit>['judged']>[1] = ['reject-claims'], over = {}) =>
  aSuit().answered('2026-03-12').judged('2026-06-01', outcomes, over).servedOnAll('2026-06-03');

describe('answer and evidence', () => {
  it('are due fifteen days after the copy of the complaint was received (67)', () => {
    const suit = aSuit();
    expect(suit.due('litigation.answer', police)).toBe('2026-03-17');
    expect(suit.due('litigation.evidence', police)).toBe('2026-03-17');
    expect(suit.due('litigation.jurisdiction-objection', police)).toBe('2026-03-17');
    expect(suit.due('litigation.ask-evidence-extension', police)).toBe('2026-03-17');
  });

  it('run for each organ from its own papers', () => {
    const suit = aSummons()
      .registered('2026-03-02', {
        organs: [police, county],
        before: 'upheld',
        roles: { [county]: 'reconsideration-organ' },
      })
      .papers('2026-03-02')
      .papers('2026-03-05', { organ: county });
    expect(suit.due('litigation.answer', police)).toBe('2026-03-17');
    expect(suit.due('litigation.answer', county)).toBe('2026-03-20');
    expect(suit.on('2026-03-18').waiting).toMatchObject({ organId: police, what: 'acknowledge' });
    suit.answered('2026-03-10');
    expect(suit.on('2026-03-18').waiting).toMatchObject({ organId: county });
    expect(suit.on('2026-03-18').stage).toBe('answering');
  });

  it('are met by the answer; the evidence only where some came with it', () => {
    const suit = aSuit().answered('2026-03-12', { evidence: 0 });
    expect(suit.clock('litigation.answer')?.end).toMatchObject({ is: 'met', on: '2026-03-12' });
    expect(suit.clock('litigation.evidence')?.end.is).toBe('open');
    suit.evidence('2026-03-19');
    const evidence = suit.clock('litigation.evidence');
    expect(evidence && clockStatusOn(evidence, day('2026-03-19'))).toBe('late');
  });

  it('of papers without the copy have no day, and it is said which is missing', () => {
    const clock = aSummons()
      .registered('2026-03-02')
      .papers('2026-03-02', { papers: ['summons'] })
      .clock('litigation.answer');
    expect(clock?.computation).toMatchObject({ status: 'unknown', unknownWhy: 'no-trigger' });
    expect(clock?.computation.rule?.trigger).toBe('complaint-copy-received');
  });

  it('are by the day the court set in the simplified procedure (INT2018 104)', () => {
    const suit = aSummons()
      .registered('2026-03-02', { procedure: 'simplified' })
      .papers('2026-03-02', { until: '2026-03-10' });
    expect(suit.due('litigation.evidence-simplified', police)).toBe('2026-03-10');
    expect(suit.clock('litigation.answer')).toBeUndefined();
    suit.answered('2026-03-09');
    expect(suit.clock('litigation.evidence-simplified')?.end.is).toBe('met');
  });

  it('the day the court sets is for the evidence, with an answer or without one; an answer alone does not meet it', () => {
    const simplified = () =>
      aSummons().registered('2026-03-02', { procedure: 'simplified' }).papers('2026-03-02', { until: '2026-03-12' });
    const alone = simplified().answered('2026-03-10', { evidence: 0 });
    expect(alone.clock('litigation.evidence-simplified')?.end.is).toBe('open');
    expect(alone.on('2026-03-13')).toMatchObject({
      stage: 'answering',
      waiting: { what: 'acknowledge', organId: police, consequence: 'act-without-evidence' },
    });
    expect(alone.acknowledged('2026-03-03').on('2026-03-13').waiting.what).toBe('file-evidence');
    const withoutAnswer = simplified().evidence('2026-03-10');
    expect(withoutAnswer.clock('litigation.evidence-simplified')?.end).toMatchObject({ is: 'met', on: '2026-03-10' });
    expect(withoutAnswer.on('2026-03-13')).toMatchObject({ stage: 'trying', waiting: { who: 'court' } });
  });

  it('come under the ordinary limits when the procedure changes before they were met', () => {
    const suit = aSummons()
      .registered('2026-03-02', { procedure: 'simplified' })
      .papers('2026-03-02', { until: '2026-03-10' })
      .procedureChanged('2026-03-06', 'ordinary');
    expect(suit.clock('litigation.evidence-simplified')?.end).toMatchObject({ is: 'superseded', on: '2026-03-06' });
    expect(suit.clock('litigation.answer')).toMatchObject({ visibleFrom: '2026-03-06' });
    expect(suit.due('litigation.answer')).toBe('2026-03-17');
    expect(suit.due('litigation.first-instance-ordinary', 'court')).toBe('2026-09-02');
    expect(suit.clock('litigation.first-instance-simplified')?.end.is).toBe('superseded');
  });

  it('more time for evidence runs from the day its cause is gone (INT2018 34); refused, nothing changes', () => {
    const asked = () => aSuit().answered('2026-03-12', { evidence: 0 }).extensionAsked('2026-03-12');
    const allowed = asked().extensionAnswered('2026-03-14', true, '2026-03-30');
    expect(allowed.clock('litigation.evidence')?.end).toMatchObject({ is: 'superseded', on: '2026-03-14' });
    expect(allowed.due('litigation.evidence-extended')).toBe('2026-04-14');
    expect(allowed.codes()).toEqual([]);
    const refused = asked().extensionAnswered('2026-03-14', false);
    expect(refused.clock('litigation.evidence')?.end.is).toBe('open');
    expect(refused.clock('litigation.evidence-extended')).toBeUndefined();
  });

  it('one co-defendant may bring the evidence for the act; only where it says so (INT2018 135(2))', () => {
    const both = () =>
      aSummons()
        .registered('2026-03-02', {
          organs: [police, county],
          before: 'upheld',
          roles: { [county]: 'reconsideration-organ' },
        })
        .papers('2026-03-02')
        .papers('2026-03-02', { organ: county });
    const filed = (alsoFor: OrganId[] | undefined) =>
      both().with('evidence-filed', '2026-03-10', {
        instanceId: firstInstance,
        organId: police,
        way: 'direct',
        proof: '法院签收',
        evidence: [{ number: '1', name: '询问笔录', pages: 3, source: '', purpose: '', fileIds: [] }],
        reason: '',
        fileIds: [],
        ...(alsoFor === undefined ? {} : { alsoFor }),
      });
    expect(filed([county]).clock('litigation.evidence', county)?.end).toMatchObject({ is: 'met', on: '2026-03-10' });
    expect(filed([county]).clock('litigation.answer', county)?.end.is).toBe('open');
    expect(filed(undefined).clock('litigation.evidence', county)?.end.is).toBe('open');
    expect(filed(undefined).clock('litigation.evidence', police)?.end.is).toBe('met');
  });

  it('more time allowed before its cause was gone: the fifteen days wait for that day, told later', () => {
    const open = aSuit()
      .answered('2026-03-12', { evidence: 0 })
      .extensionAsked('2026-03-12')
      .extensionAnswered('2026-03-14', true);
    expect(open.clock('litigation.evidence-extended')?.computation).toMatchObject({
      due: null,
      unknownWhy: 'no-trigger',
    });
    const told = open.extensionAnswered('2026-03-31', true, '2026-03-30');
    expect(told.due('litigation.evidence-extended')).toBe('2026-04-14');
    expect(told.clock('litigation.evidence')?.end).toMatchObject({ is: 'superseded', on: '2026-03-14' });
    expect(told.codes()).toEqual([]);
    // Refused afterwards, there is none.
    expect(told.extensionAnswered('2026-04-01', false).clock('litigation.evidence-extended')).toBeUndefined();
  });

  it('in the simplified procedure the day is no later than fifteen days (INT2018 104(1))', () => {
    const set = (until: string) =>
      aSummons().registered('2026-03-02', { procedure: 'simplified' }).papers('2026-03-02', { until });
    expect(set('2026-03-17').codes()).toEqual([]);
    expect(set('2026-03-18').codes()).toEqual(['evidence-day-too-late']);
    expect(set('2026-03-18').due('litigation.evidence-simplified')).toBe('2026-03-18');
  });

  it('asked for after the fifteen days, or answered without being asked: on record, and contradicted', () => {
    expect(aSuit().extensionAsked('2026-03-18').codes()).toEqual(['extension-asked-late']);
    expect(aSuit().extensionAnswered('2026-03-10', true, '2026-03-20').codes()).toEqual(['extension-not-asked']);
  });

  it('a second answer of one organ, and one before any papers, contradict the record', () => {
    expect(aSuit().answered('2026-03-05').answered('2026-03-06').codes()).toEqual(['answer-already-filed']);
    expect(aSummons().registered('2026-03-02').answered('2026-03-05').codes()).toEqual(['answer-before-papers']);
  });

  it('an objection to jurisdiction is for the same fifteen days, and never for a remand (INT2018 10, 11)', () => {
    expect(aSuit().objected('2026-03-17').codes()).toEqual([]);
    expect(aSuit().objected('2026-03-18').codes()).toEqual(['objection-late']);
    const anew = judged()
      .appealed('2026-06-10')
      .opened('i2', '2026-07-01', { level: 'second', of: firstInstance })
      .judged('2026-08-01', ['remand'], { instance: 'i2' })
      .opened('i3', '2026-09-01', { remandedBy: 'i2' })
      .papers('2026-09-01', { instance: 'i3' });
    expect(anew.objected('2026-09-05', { instance: 'i3' }).codes()).toEqual(['objection-not-examined']);
    expect(anew.clock('litigation.jurisdiction-objection')?.startSeq).toBe(4);
  });

  it('rights that nobody used are gone when their limit is over, and never overdue', () => {
    const suit = aSuit();
    const ask = suit.clock('litigation.ask-evidence-extension');
    expect(ask && clockStatusOn(ask, day('2026-03-17'))).toBe('running');
    expect(ask && clockStatusOn(ask, day('2026-03-18'))).toBe('superseded');
    const answer = suit.clock('litigation.answer');
    expect(answer && clockStatusOn(answer, day('2026-03-18'))).toBe('overdue');
  });

  it('each organ has at most two agents (31)', () => {
    const suit = aSuit().agent('a', '2026-03-05').agent('b', '2026-03-05', 'lawyer');
    expect(suit.codes()).toEqual([]);
    expect(suit.agent('c', '2026-03-06').codes()).toEqual(['too-many-agents']);
  });
});

describe('the court', () => {
  it('tries a first instance in six months, a simplified one in forty-five days', () => {
    expect(aSuit().due('litigation.first-instance-ordinary')).toBe('2026-09-02');
    expect(
      aSummons().registered('2026-03-02', { procedure: 'simplified' }).due('litigation.first-instance-simplified'),
    ).toBe('2026-04-16');
  });

  it('does not count the days the suit stood still (INT2018 50)', () => {
    const suit = aSuit().answered('2026-03-12').suspended('2026-04-01').resumed('2026-05-01');
    expect(suit.due('litigation.first-instance-ordinary')).toBe('2026-10-08');
    expect(suit.on('2026-04-10').stage).toBe('suspended');
    expect(suit.on('2026-05-01').stage).toBe('trying');
  });

  it('may end a suit that nobody carried on for ninety days (INT2018 88)', () => {
    const suit = aSuit().suspended('2026-04-01', 'plaintiff-died');
    expect(suit.due('litigation.suspension-longest')).toBe('2026-06-30');
    expect(suit.on('2026-05-01').waiting).toMatchObject({ who: 'other-party', what: 'successor' });
    expect(aSuit().suspended('2026-04-01', 'other-case').clock('litigation.suspension-longest')).toBeUndefined();
  });

  it('sends a judgment it pronounced in court within ten days (80)', () => {
    const suit = aSuit().answered('2026-03-12').judged('2026-06-01', ['reject-claims'], { pronouncedInCourt: true });
    expect(suit.due('litigation.deliver-judgment', 'court')).toBe('2026-06-11');
    expect(suit.served('2026-06-03', police).clock('litigation.deliver-judgment')?.end.is).toBe('met');
    expect(judged().clock('litigation.deliver-judgment')).toBeUndefined();
  });

  it('judges no suit that stands still', () => {
    expect(aSuit().suspended('2026-04-01').judged('2026-05-01').codes()).toEqual(['ended-while-suspended']);
    expect(aSuit().suspended('2026-04-01', 'plaintiff-died').judged('2026-07-10', ['ended']).codes()).toEqual([]);
  });
});

describe('sessions', () => {
  it('are summoned to three days before (INT2018 71), and a leader is told as long before (LEAD2020 5)', () => {
    const suit = aSuit().sessionSet('2026-04-10', {
      known: '2026-04-02',
      told: [{ organ: police, served: '2026-04-02', leader: 'shall' }],
    });
    expect(suit.due('litigation.summons', police)).toBe('2026-04-07');
    const late = aSuit().sessionSet('2026-04-10', {
      known: '2026-04-08',
      told: [{ organ: police, served: '2026-04-08', leader: 'may' }],
    });
    const clock = late.clock('litigation.appearance-notice', police);
    expect(clock && clockStatusOn(clock, day('2026-04-09'))).toBe('late');
  });

  it('a moved one is a new event with new notices (A17)', () => {
    const suit = aSuit()
      .sessionSet('2026-04-10', { known: '2026-04-02', told: [{ organ: police, served: '2026-04-02' }] })
      .sessionMoved('2026-04-08', '2026-04-20');
    const [session] = suit.fold().instances[0]?.sessions ?? [];
    expect(session).toMatchObject({ on: '2026-04-20', time: '14:30', place: '第一审判庭', notices: [] });
  });

  it('held or set before the court docketed the suit are on record and contradict 51', () => {
    const early = aSummons()
      .registered('2026-03-10', { docketed: '2026-03-08' })
      .sessionSet('2026-03-05', { known: '2026-03-10' });
    expect(early.fold().contradictions).toMatchObject([{ code: 'session-before-docketing', article: 'ALL2017 51(1)' }]);
    expect(early.held('2026-03-05').fold().instances[0]?.sessions[0]?.held).not.toBeNull();
  });

  it('are held once, and on the day they were set for', () => {
    const set = () => aSuit().sessionSet('2026-04-10', { known: '2026-04-02' });
    expect(set().held('2026-04-10').codes()).toEqual([]);
    expect(set().held('2026-04-10').held('2026-04-10').codes()).toEqual(['session-held-twice']);
    expect(set().held('2026-04-11').codes()).toEqual(['held-on-other-day']);
    expect(set().sessionCancelled('2026-04-08').held('2026-04-10').codes()).toEqual(['session-cancelled']);
    expect(set().held('2026-04-10').sessionMoved('2026-04-11', '2026-04-20').codes()).toEqual(['session-over']);
  });

  it('an appearance at a session that was not held, a proof and a replacement that come after it', () => {
    const set = () => aSuit().sessionSet('2026-04-10', { known: '2026-04-02' });
    expect(set().appeared('2026-04-10').codes()).toEqual(['session-not-held']);
    expect(set().held('2026-04-10').appeared('2026-04-10').codes()).toEqual([]);
    expect(set().proof('2026-04-11').codes()).toEqual(['proof-after-session']);
    expect(set().replacedBy('2026-04-11', aLeader()).codes()).toEqual(['replaced-after-session']);
  });

  it('nothing of a session nobody set', () => {
    expect(aSuit().held('2026-04-10').codes()).toEqual(['unknown-session']);
    expect(aSuit().planned('2026-04-01').codes()).toEqual(['unknown-session']);
  });

  it('after the judgment only its pronouncement', () => {
    const over = () => aSuit().judged('2026-06-01');
    expect(
      over().sessionSet('2026-06-10', { kind: 'pronouncement', known: '2026-06-05' }).held('2026-06-10').codes(),
    ).toEqual([]);
    expect(over().sessionSet('2026-06-10', { known: '2026-06-05' }).codes()).toEqual(['after-instance-ended']);
  });
});

describe('the duty to appear', () => {
  const adjourned = () =>
    aSuit()
      .answered('2026-03-12')
      .sessionSet('2026-04-10', {
        known: '2026-04-01',
        told: [{ organ: police, served: '2026-04-01', leader: 'shall' }],
      })
      .planned('2026-04-02')
      .confirmed('2026-04-02')
      .proof('2026-04-08', { sealed: false })
      .proofChecked('2026-04-10', 'rejected')
      .held('2026-04-10', 'session-1', true)
      .appeared('2026-04-10');

  it('is not discharged by a leader whose proof was rejected (LEAD2020 6), and is at the next session', () => {
    const suit = adjourned();
    expect(suit.fold().instances[0]?.duties).toMatchObject([{ dischargedOn: null, result: 'not-counting' }]);
    suit
      .sessionSet('2026-04-24', { session: 's2', known: '2026-04-14' })
      .planned('2026-04-15', aLeader(), { session: 's2' });
    expect(suit.on('2026-04-16').waiting).toMatchObject({ who: 'leader', what: 'confirm-leader' });
    suit.confirmed('2026-04-15', { session: 's2' }).proof('2026-04-20', { session: 's2' });
    suit.held('2026-04-24', 's2').appeared('2026-04-24', aLeader(), { session: 's2' });
    expect(suit.fold().instances[0]?.duties).toMatchObject([
      { arisesOn: '2026-04-10', dischargedOn: '2026-04-24', dischargedIn: 's2', result: 'appeared' },
    ]);
    expect(suit.codes()).toEqual([]);
  });

  it('is of each court number: a second instance asks for it anew (LEAD2020 7(2))', () => {
    const suit = adjourned()
      .judged('2026-06-01')
      .servedOnAll('2026-06-03')
      .appealed('2026-06-10')
      .opened('i2', '2026-07-01', { level: 'second', of: firstInstance })
      .sessionSet('2026-07-20', { session: 's3', instance: 'i2', known: '2026-07-10' });
    expect(suit.on('2026-07-11').waiting).toMatchObject({ what: 'plan-leader', organId: police });
    expect(suit.fold().instances.map((i) => i.duties.length)).toEqual([1, 1]);
    expect(suit.fold().instances[1]?.duties).toMatchObject([{ arisesOn: null, result: null }]);
  });

  it('of a leader who cannot come is waited for nobody, once it is explained', () => {
    const suit = aSuit()
      .answered('2026-03-12')
      .sessionSet('2026-04-10', { known: '2026-04-01' })
      .absenceExplained('2026-04-08');
    expect(suit.on('2026-04-09').waiting).toMatchObject({ who: 'court', what: 'session' });
  });
});

describe('instances', () => {
  it('a second first instance without a remand contradicts the record (INT2018 69)', () => {
    const suit = aSuit().opened('i2', '2026-05-01', { number: '（2026）云0423行初99号' });
    expect(suit.fold().contradictions).toMatchObject([{ code: 'second-first-instance', article: 'INT2018 69(1)(6)' }]);
  });

  it('a remand opens a first instance anew; a court sends back once (89)', () => {
    const remanded = judged()
      .appealed('2026-06-10')
      .opened('i2', '2026-07-01', { level: 'second', of: firstInstance })
      .judged('2026-08-01', ['remand'], { instance: 'i2' })
      .opened('i3', '2026-09-01', { remandedBy: 'i2' });
    expect(remanded.codes()).toEqual([]);
    const again = remanded
      .judged('2026-11-02', ['reject-claims'], { instance: 'i3' })
      .servedOnAll('2026-11-04', 'i3')
      .appealed('2026-11-10', { parties: [li] }, 'i3')
      .opened('i4', '2026-12-01', { level: 'second', of: 'i3', number: '（2026）云04行终4号' });
    expect(again.judged('2026-12-20', ['remand'], { instance: 'i4' }).codes()).toEqual(['second-remand']);
  });

  it('of an instance that sent nothing back there is no remand', () => {
    const suit = judged()
      .appealed('2026-06-10')
      .opened('i2', '2026-07-01', { level: 'second', of: firstInstance })
      .judged('2026-08-01', ['uphold'], { instance: 'i2' })
      .opened('i3', '2026-09-01', { remandedBy: 'i2' });
    expect(suit.codes()).toEqual(['not-remanded']);
  });

  it('one court number stands once, however it is written', () => {
    expect(courtNumberKey('（2026） 云0423行初12号')).toBe(courtNumberKey('(2026)云0423行初１2号'));
    expect(courtNumberKey('〔2026〕云0423行初12号')).toBe('2026云0423行初12');
    expect(courtNumberKey('2026云0423行初12')).toBe(courtNumberKey('（2026）云0423行初12号'));
    expect(courtNumberKey('（2026）云0423行初1号')).not.toBe(courtNumberKey('（2026）云0423行初12号'));
    const suit = aSummons()
      .registered('2026-03-02', { number: '（2026）云0423行初12号' })
      .opened('i2', '2026-05-01', { level: 'second', of: firstInstance, number: '(2026)云0423行初 12号' });
    expect(suit.codes()).toEqual(['court-number-twice']);
  });

  it('the simplified procedure is for a first instance that is no remand (82)', () => {
    expect(
      aSuit().opened('i2', '2026-05-01', { level: 'second', of: firstInstance, procedure: 'simplified' }).codes(),
    ).toEqual(['simplified-not-allowed']);
  });

  it('an outcome belongs to its instance', () => {
    const { contradictions } = aSuit().judged('2026-06-01', ['uphold']).fold();
    expect(contradictions).toMatchObject([
      { code: 'outcome-not-of-instance', params: { outcome: 'uphold', level: 'first' } },
    ]);
  });

  it('a judgment ends it once, and what comes after belongs to another', () => {
    expect(aSuit().judged('2026-06-01').judged('2026-06-02').codes()).toEqual(['instance-ended-twice']);
    expect(aSuit().judged('2026-06-01').answered('2026-06-02').codes()).toEqual(['after-instance-ended']);
  });
});

describe('a judgment takes effect', () => {
  it('the day after the last limit for an appeal ends (85)', () => {
    const suit = judged();
    expect(suit.due('litigation.appeal-judgment', police)).toBe('2026-06-18');
    // 19 to 21 June 2026 is the Dragon Boat festival, but no limit ends in it.
    expect(suit.fold().instances[0]?.effective).toMatchObject({ on: '2026-06-19', article: 'ALL2017 85' });
    expect(suit.on('2026-06-18').stage).toBe('judged');
    expect(suit.on('2026-06-19').stage).toBe('closed');
  });

  it('by the last of those it was served on', () => {
    const suit = aSummons()
      .registered('2026-03-02', { parties: [aParty(li), aParty(wang)] })
      .judged('2026-06-01')
      .served('2026-06-03', police)
      .served('2026-06-03', li);
    expect(suit.fold().instances[0]?.effective).toBeNull();
    expect(suit.on('2026-07-30').waiting).toMatchObject({ who: 'service', what: 'serve-judgment' });
    suit.served('2026-06-08', wang);
    expect(suit.fold().instances[0]?.effective?.on).toBe('2026-06-24');
  });

  it('a ruling dismissing the suit after ten days; one without appeal when the last has it (INT2018 101)', () => {
    expect(judged(['dismiss-suit']).due('litigation.appeal-ruling', li)).toBe('2026-06-15');
    expect(judged(['dismiss-suit']).fold().instances[0]?.effective?.on).toBe('2026-06-16');
    const withdrawn = judged(['withdrawn']);
    expect(withdrawn.clock('litigation.appeal-ruling')).toBeUndefined();
    expect(withdrawn.fold().instances[0]?.effective).toMatchObject({ on: '2026-06-03', article: 'INT2018 101(2)' });
  });

  it('not while an appeal made in time is tried', () => {
    const suit = judged().appealed('2026-06-18');
    expect(suit.codes()).toEqual([]);
    expect(suit.fold().instances[0]?.effective).toBeNull();
    expect(suit.on('2026-08-01').stage).toBe('appealed');
    expect(suit.fold().closing).toBeNull();
  });

  it('an appeal after it took effect is recorded as late and does not undo it', () => {
    const suit = judged().appealed('2026-06-25');
    expect(suit.fold().contradictions).toMatchObject([{ code: 'appeal-after-effect', article: 'ALL2017 85' }]);
    expect(suit.fold().instances[0]?.appeals).toMatchObject([{ late: true }]);
    expect(suit.fold().instances[0]?.effective?.on).toBe('2026-06-19');
    expect(suit.on('2026-06-26').stage).toBe('closed');
  });

  it('an appeal after its own limit, while another party may still appeal, is late and leaves the effect alone', () => {
    const suit = aSuit().judged('2026-06-01').served('2026-06-03', li).served('2026-06-10', police);
    suit.appealed('2026-06-20');
    expect(suit.codes()).toEqual(['appeal-late']);
    expect(suit.fold().instances[0]?.effective?.on).toBe('2026-06-26');
  });

  it('an appeal withdrawn before anybody tried it counts as none, from the day it was withdrawn', () => {
    const suit = judged().appealed('2026-06-10').appealWithdrawn('2026-07-01');
    expect(suit.fold().instances[0]?.effective?.on).toBe('2026-07-01');
    expect(judged().appealed('2026-06-10').appealWithdrawn('2026-06-12').fold().instances[0]?.effective?.on).toBe(
      '2026-06-19',
    );
    expect(judged().appealWithdrawn('2026-06-12').codes()).toEqual(['appeal-not-made']);
  });

  it('one of those who appealed together lets go of its own appeal only', () => {
    const both = () =>
      aSummons()
        .registered('2026-03-02', { organs: [police, county], before: 'upheld' })
        .judged('2026-04-01', ['revoke'])
        .servedOnAll('2026-04-02', firstInstance, [police, county, li])
        .appealed('2026-04-10', { organs: [police, county] })
        .appealWithdrawn('2026-04-20', { organs: [county] });
    expect(both().fold().instances[0]?.appeals).toMatchObject([{ withdrawnOn: null, withdrawnBy: [county] }]);
    expect(both().fold().instances[0]?.effective).toBeNull();
    expect(both().on('2026-06-01').stage).toBe('appealed');
    expect(
      both()
        .appealWithdrawn('2026-04-21', { organs: [county] })
        .codes(),
    ).toEqual(['appeal-not-made']);
    const nobody = both().appealWithdrawn('2026-04-25', { organs: [police] });
    expect(nobody.fold().instances[0]?.appeals).toMatchObject([{ withdrawnOn: '2026-04-25' }]);
    expect(nobody.fold().instances[0]?.effective?.on).toBe('2026-04-25');
  });

  it('when the court above lets the appeal go, with its ruling', () => {
    const suit = judged()
      .appealed('2026-06-10')
      .opened('i2', '2026-07-01', { level: 'second', of: firstInstance })
      .judged('2026-08-03', ['appeal-withdrawn'], { instance: 'i2' })
      .servedOnAll('2026-08-05', 'i2');
    expect(suit.fold().instances.map((i) => i.effective?.on)).toEqual(['2026-08-05', '2026-08-05']);
    expect(suit.fold().closing).toMatchObject({ on: '2026-08-05' });
    expect(resultOf(suit.fold())).toMatchObject({ principal: 'reject-claims', lost: null });
  });

  it('a second judgment when the last party has it (7); the first one never by itself', () => {
    const suit = judged(['revoke'])
      .appealed('2026-06-10', { organs: [police] })
      .opened('i2', '2026-07-01', { level: 'second', of: firstInstance })
      .judged('2026-08-03', ['uphold'], { instance: 'i2' })
      .served('2026-08-05', police, 'i2')
      .served('2026-08-07', li, 'i2');
    const [first, second] = suit.fold().instances;
    expect(first?.effective).toBeNull();
    expect(second?.effective).toMatchObject({ on: '2026-08-07', article: 'ALL2017 7' });
    expect(suit.clock('litigation.appeal-judgment', li)?.startSeq).not.toBe(second?.served[0]?.seq);
    expect(resultOf(suit.fold())).toMatchObject({ level: 'second', principal: 'revoke', lost: 'revoke' });
  });

  it('no appeal where the law knows none', () => {
    expect(judged(['withdrawn']).appealed('2026-06-10').codes()).toEqual(['not-appealable']);
  });

  it('a retrial of a first judgment by the same court may be appealed, one by the court above not (INT2018 119)', () => {
    const over = (court: string) =>
      judged()
        .opened('i2', '2026-09-01', { level: 'retrial', of: firstInstance, court, number: '（2026）云行再1号' })
        .judged('2026-10-12', ['uphold'], { instance: 'i2' })
        .servedOnAll('2026-10-14', 'i2');
    expect(over('云岭县人民法院').fold().instances[1]?.effective).toMatchObject({
      on: '2026-10-30',
      article: 'ALL2017 85',
    });
    expect(over('云州市中级人民法院').fold().instances[1]?.effective).toMatchObject({ on: '2026-10-14' });
  });
});

describe('after the judgment', () => {
  const ordered = (performBy: string | null = '2026-08-20') =>
    judged(['revoke'], {
      redo: { days: 60 },
      obligations: [
        {
          obligationId: 'o1',
          organId: police,
          what: '重新作出行政行为',
          performBy: performBy === null ? null : day(performBy),
        },
      ],
    });

  it('what it orders is due by the day it sets, and then by the court (94, 96)', () => {
    const suit = ordered();
    expect(suit.on('2026-06-18').stage).toBe('judged');
    expect(suit.on('2026-06-19')).toMatchObject({ stage: 'performing', waiting: { what: 'perform', organId: police } });
    expect(suit.due('litigation.perform', 'o1')).toBe('2026-08-20');
    expect(suit.on('2026-08-21').waiting.consequence).toBe('court-measures-of-96');
    expect(suit.due('litigation.apply-enforcement', 'o1')).toBe('2028-08-21');
    suit.performed('2026-08-18', 'o1');
    expect(suit.fold().closing).toMatchObject({ on: '2026-08-18' });
    expect(suit.on('2026-08-18').stage).toBe('closed');
  });

  it('what a plaintiff owes is enforced by the court or the organ (95), and no measure of 96 threatens anybody', () => {
    const suit = judged(['reject-claims'], {
      obligations: [{ obligationId: 'o1', organId: null, what: '缴纳罚款', performBy: day('2026-08-20') }],
    });
    expect(suit.on('2026-08-21').waiting).toMatchObject({
      who: 'other-party',
      article: 'ALL2017 95',
      consequence: 'enforced-by-court-or-organ',
    });
    expect(suit.clock('litigation.perform', 'o1')?.computation.rule).toMatchObject({ onExpiry: [], obligor: 'party' });
    expect(ordered().clock('litigation.perform', 'o1')?.computation.rule?.onExpiry).toEqual(['court-measures-of-96']);
  });

  it('an advice is due on the day it names; only one about a normative document rests on 149(4)', () => {
    const advised = (subject: 'left-early' | 'normative-document', dueOn: string | null) =>
      judged().with('judicial-advice-received', '2026-06-20', {
        adviceId: 'a1',
        instanceId: firstInstance,
        organId: police,
        subject,
        number: null,
        summary: '规范出庭',
        dueOn: dueOn === null ? null : day(dueOn),
        fileIds: [],
      });
    const rule = 'litigation.document-advice-reply';
    const own = advised('left-early', '2026-07-20').clock(rule, police)?.computation;
    expect(own).toMatchObject({ due: '2026-07-20', rule: { citations: [] } });
    expect(advised('left-early', null).clock(rule)).toBeUndefined();
    const document = advised('normative-document', null).clock(rule, police)?.computation;
    expect(document?.rule?.citations).toEqual([{ law: 'INT2018', article: '149(4)' }]);
    expect(document?.due).toBe('2026-08-19');
  });

  it.each(orderingOutcomes.map((o) => [o]))(
    'a judgment to perform or to pay is an obligation by itself (72, 73): %s',
    (o) => {
      const suit = judged([o]);
      expect(suit.fold().obligations).toMatchObject([{ organId: police, inForceFrom: '2026-06-19' }]);
      expect(suit.on('2026-06-19')).toMatchObject({
        stage: 'performing',
        waiting: { what: 'perform', organId: police },
      });
      expect(suit.fold().closing).toBeNull();
      suit.performed('2026-07-01', suit.fold().obligations[0]?.obligationId ?? '');
      expect(suit.fold().closing).toMatchObject({ on: '2026-07-01' });
      expect(suit.codes()).toEqual([]);
    },
  );

  it('of one that orders nothing, or lists what it orders, nothing is added', () => {
    for (const o of ['reject-claims', 'confirm-unlawful', 'change'] as const) {
      expect(judged([o]).fold().obligations, o).toEqual([]);
      expect(judged([o]).on('2026-06-19').stage, o).toBe('closed');
    }
    const own = [{ obligationId: 'o1', organId: police, what: '退还罚款', performBy: null }];
    expect(judged(['order-payment'], { obligations: own }).fold().obligations).toMatchObject([{ obligationId: 'o1' }]);
    expect(judged(['order-duty'], { redo: { days: 60 } }).fold().obligations).toHaveLength(1);
  });

  it('partly done is not done', () => {
    const suit = ordered().performed('2026-08-01', 'o1', 'partly');
    expect(suit.fold().obligations[0]).toMatchObject({ performedOn: null, inForceFrom: '2026-06-19' });
    expect(suit.on('2026-08-02').stage).toBe('performing');
  });

  it('an order to act anew is an obligation, also where nothing lists it', () => {
    const suit = judged(['revoke'], { redo: { days: 30 } });
    expect(suit.fold().obligations).toMatchObject([{ obligationId: `redo-${firstInstance}`, organId: police }]);
    expect(suit.due('litigation.perform')).toBe('2026-07-20');
    const silent = judged(['revoke'], { redo: { days: null } });
    expect(silent.clock('litigation.perform')?.computation).toMatchObject({ due: null, unknownWhy: 'as-decided' });
    // No day set: the two years count from service (INT2018 153).
    expect(silent.clock('litigation.apply-enforcement')?.computation.trigger).toBe('2026-06-03');
  });

  it('a reconsideration decision annulled with a new one ordered is the reconsideration organ’s to do', () => {
    const suit = aSummons()
      .registered('2026-03-02', {
        organs: [police, county],
        roles: { [county]: 'reconsideration-organ' },
        before: 'changed',
      })
      .judged('2026-06-01', ['revoke'], { reconsideration: 'annulled-redo' });
    expect(suit.fold().obligations).toMatchObject([{ organId: county }]);
    expect(suit.codes()).toEqual([]);
  });

  it('falls with the judgment when the court above reverses it, and stands when it upholds it', () => {
    const appealed = (outcome: 'reverse' | 'uphold') =>
      ordered()
        .appealed('2026-06-15', { organs: [police] })
        .opened('i2', '2026-07-01', { level: 'second', of: firstInstance })
        .judged('2026-08-03', [outcome], { instance: 'i2', reversedTo: outcome === 'reverse' ? ['reject-claims'] : [] })
        .servedOnAll('2026-08-05', 'i2');
    expect(appealed('reverse').fold().obligations[0]).toMatchObject({ inForceFrom: null, fellOn: '2026-08-05' });
    expect(appealed('reverse').on('2026-08-05').stage).toBe('closed');
    expect(appealed('uphold').fold().obligations[0]).toMatchObject({ inForceFrom: '2026-08-05', fellOn: null });
    expect(appealed('uphold').on('2026-08-05').stage).toBe('performing');
    expect(resultOf(appealed('reverse').fold())).toMatchObject({ principal: 'reject-claims', lost: null });
  });

  it('a retrial that is ordered stays execution until it has ended (INT2018 118, 121)', () => {
    const reviewed = (performBy: string, over = {}) =>
      ordered(performBy)
        .opened('i2', '2026-07-06', { level: 'retrial-review', of: firstInstance, number: '（2026）云行申1号' })
        .judged('2026-08-03', ['retrial-ordered'], { instance: 'i2', ...over })
        .servedOnAll('2026-08-03', 'i2');
    const ended = (performBy: string, held: 'ended' | 'uphold') =>
      reviewed(performBy)
        .opened('i3', '2026-08-10', {
          level: 'retrial',
          of: 'i2',
          court: '云州市中级人民法院',
          number: '（2026）云04行再1号',
        })
        .judged('2026-10-12', [held], { instance: 'i3' })
        .servedOnAll('2026-10-14', 'i3');
    expect(reviewed('2026-08-20').clock('litigation.perform')?.end).toMatchObject({
      is: 'superseded',
      on: '2026-08-03',
    });
    expect(reviewed('2026-08-20').on('2026-09-01')).toMatchObject({
      stage: 'judged',
      waiting: { who: 'court', what: 'next-instance' },
    });
    // Not even what was overdue before is forced now.
    const running = (on: string) =>
      reviewed('2026-07-20')
        .on(on)
        .running.map((k) => k.ruleId);
    expect(running('2026-08-02')).toContain('litigation.perform');
    expect(running('2026-08-04')).not.toContain('litigation.perform');
    expect(reviewed('2026-08-20').clock('litigation.apply-enforcement')?.computation.status).toBe('stopped');
    for (const held of ['ended', 'uphold'] as const) {
      const suit = ended('2026-08-20', held);
      // 72 days from the ruling to the end of the retrial are not counted.
      expect(suit.clock('litigation.perform'), held).toMatchObject({ visibleFrom: '2026-10-14', end: { is: 'open' } });
      expect(suit.due('litigation.perform'), held).toBe('2026-10-31');
      expect(suit.on('2026-10-15').stage, held).toBe('performing');
      expect(ended('2026-07-20', held).due('litigation.perform'), held).toBe('2026-07-20');
    }
    const goesOn = reviewed('2026-08-20', { executionGoesOn: true });
    expect(goesOn.clock('litigation.perform')?.end.is).toBe('open');
    expect(goesOn.on('2026-09-01')).toMatchObject({ stage: 'performing', waiting: { what: 'perform' } });
  });

  it('upheld, the two years for enforcement count from the judgment that upheld it (INT2018 153)', () => {
    const suit = aSummons()
      .registered('2025-01-06')
      .judged('2025-03-28', ['revoke'], { redo: { days: null } })
      .servedOnAll('2025-04-01')
      .appealed('2025-04-10', { organs: [police] })
      .opened('i2', '2025-05-06', { level: 'second', of: firstInstance })
      .judged('2026-02-27', ['uphold'], { instance: 'i2' })
      .servedOnAll('2026-03-03', 'i2');
    expect(suit.fold().obligations).toMatchObject([{ inForceFrom: '2026-03-03' }]);
    expect(suit.clock('litigation.apply-enforcement')?.computation.trigger).toBe('2026-03-03');
    expect(suit.due('litigation.apply-enforcement')).toBe('2028-03-03');
    const letGo = judged(['revoke'], { redo: { days: null } })
      .appealed('2026-06-10', { organs: [police] })
      .appealWithdrawn('2026-09-01', { organs: [police] });
    expect(letGo.clock('litigation.apply-enforcement')?.computation.trigger).toBe('2026-09-01');
  });

  it('a retrial is applied for within six months of the effect (INT2018 110)', () => {
    const suit = judged();
    expect(suit.due('litigation.retrial-application')).toBe('2026-12-21');
    const applied = (on: string) =>
      judged().with('retrial-applied', on, {
        instanceId: firstInstance,
        organs: [],
        parties: [li],
        procurator: false,
        court: '',
        reason: '',
        fileIds: [],
      });
    expect(applied('2026-12-21').codes()).toEqual([]);
    expect(applied('2026-12-22').codes()).toEqual(['retrial-applied-late']);
    expect(applied('2026-06-10').codes()).toEqual(['not-effective']);
  });

  it('a listed ground has six months of its own, from the day it became known (INT2018 110(1)-(4))', () => {
    const applied = (on: string, ground: RetrialGround, knewOn: string | null) =>
      judged().with('retrial-applied', on, {
        instanceId: firstInstance,
        organs: [],
        parties: [li],
        procurator: false,
        court: '云州市中级人民法院',
        ground,
        knewOn: knewOn === null ? null : day(knewOn),
        reason: '',
        fileIds: [],
      });
    const rule = 'litigation.retrial-application-late-ground';
    expect(applied('2027-03-01', 'new-evidence', '2026-10-08').due(rule)).toBe('2027-04-08');
    expect(applied('2027-03-01', 'new-evidence', '2026-10-08').codes()).toEqual([]);
    expect(applied('2027-04-09', 'new-evidence', '2026-10-08').codes()).toEqual(['retrial-applied-late']);
    // Since when it was known is not on record: nothing is late. Another ground has no start of its own.
    expect(applied('2027-03-01', 'forged-evidence', null).codes()).toEqual([]);
    expect(applied('2027-03-01', 'other', '2026-10-08').codes()).toEqual(['retrial-applied-late']);
    expect(applied('2027-03-01', 'other', '2026-10-08').clock(rule)).toBeUndefined();
  });

  it('a refusal of the retrial closes the suit again and changes nothing else', () => {
    const suit = judged()
      .opened('i2', '2026-09-01', { level: 'retrial-review', of: firstInstance, number: '（2026）云行申1号' })
      .judged('2026-10-12', ['retrial-refused'], { instance: 'i2' })
      .servedOnAll('2026-10-14', 'i2');
    expect(suit.on('2026-08-01').stage).toBe('closed');
    expect(suit.on('2026-09-15').stage).toBe('trying');
    expect(suit.on('2026-10-14').stage).toBe('closed');
    expect(resultOf(suit.fold())).toMatchObject({ level: 'first', principal: 'reject-claims' });
  });

  it('a remand leaves the suit open until the new first instance ends', () => {
    const suit = judged(['revoke'])
      .appealed('2026-06-15', { organs: [police] })
      .opened('i2', '2026-07-01', { level: 'second', of: firstInstance })
      .judged('2026-08-03', ['remand'], { instance: 'i2' })
      .servedOnAll('2026-08-05', 'i2');
    expect(suit.on('2026-08-06')).toMatchObject({ stage: 'judged', waiting: { who: 'court', what: 'next-instance' } });
    expect(resultOf(suit.fold())).toBeNull();
    expect(suit.fold().closing).toBeNull();
    expect(suit.clock('litigation.retrial-application')).toBeUndefined();
  });
});

describe('a ruling that did not let the suit in', () => {
  const reversed = () =>
    judged(['dismiss-suit'])
      .appealed('2026-06-10')
      .opened('i2', '2026-07-01', { level: 'second', of: firstInstance })
      .judged('2026-08-03', ['reverse'], { instance: 'i2' })
      .servedOnAll('2026-08-05', 'i2');

  it('reversed, sends the suit back to be tried (INT2018 109)', () => {
    expect(reversed().on('2026-08-06')).toMatchObject({ stage: 'judged', waiting: { what: 'next-instance' } });
    expect(reversed().fold().closing).toBeNull();
    expect(resultOf(reversed().fold())).toBeNull();
    const tried = reversed().opened('i3', '2026-09-01', { remandedBy: 'i2' });
    expect(tried.codes()).toEqual([]);
    expect(tried.on('2026-09-02').stage).toBe('trying');
  });
});

describe('whom the suit waits for', () => {
  it('from the papers to the session', () => {
    const suit = aSummons()
      .registered('2026-03-02', { undertakings: { [police]: 'organ-division' as OrganId } })
      .papers('2026-03-02');
    const what = (on: string) => suit.on(on).waiting.what;
    expect(what('2026-03-03')).toBe('acknowledge');
    suit.acknowledged('2026-03-03');
    expect(what('2026-03-04')).toBe('answer');
    suit.answered('2026-03-12');
    expect(suit.on('2026-03-13')).toMatchObject({ stage: 'trying', waiting: { who: 'court', what: 'judgment' } });
    suit.sessionSet('2026-04-10', { known: '2026-04-01' });
    expect(what('2026-04-02')).toBe('plan-leader');
    suit.planned('2026-04-03');
    expect(suit.on('2026-04-04').waiting).toMatchObject({ who: 'leader', what: 'confirm-leader' });
    suit.confirmed('2026-04-05');
    expect(what('2026-04-06')).toBe('submit-identity-proof');
    suit.proof('2026-04-07');
    expect(what('2026-04-08')).toBe('session');
    expect(what('2026-04-11')).toBe('hold-session');
    suit.held('2026-04-10');
    expect(what('2026-04-12')).toBe('record-appearance');
    suit.appeared('2026-04-10');
    expect(what('2026-04-13')).toBe('judgment');
  });

  it('whether a session took place is asked before an answer that never came', () => {
    const suit = aSuit().sessionSet('2026-04-10', { known: '2026-04-01' });
    expect(suit.on('2026-04-09').waiting.what).toBe('acknowledge');
    expect(suit.on('2026-04-11').waiting).toMatchObject({ who: 'office', what: 'hold-session' });
  });

  it('an organ whose duty is discharged, or covered under article 3, arranges nobody', () => {
    const suit = aSummons()
      .registered('2026-03-02', { organs: [police, market] })
      .with('appearance-agreed', '2026-03-20', {
        instanceId: firstInstance,
        organIds: [police, market],
        byOrganId: police,
        how: 'agreed',
        fileIds: [],
      })
      .sessionSet('2026-04-10', { known: '2026-04-01' });
    expect(suit.on('2026-04-02').waiting).toMatchObject({ what: 'plan-leader', organId: police });
    suit.planned('2026-04-03').confirmed('2026-04-03').proof('2026-04-03');
    expect(suit.on('2026-04-04').waiting.what).toBe('session');
    suit.held('2026-04-10').appeared('2026-04-10').sessionSet('2026-05-10', { session: 's2', known: '2026-04-20' });
    expect(suit.on('2026-04-21').waiting.what).toBe('session');
  });
});

describe('the record', () => {
  it('a suit that was voided is in nothing', () => {
    const suit = judged().voided('2026-06-20');
    expect(suit.on('2026-06-19').stage).toBe('closed');
    expect(suit.on('2026-06-20').stage).toBe('voided');
    expect(suit.on('2026-06-20').running).toEqual([]);
    for (const k of suit.fold().clocks) expect(k.end.is, k.id).not.toBe('open');
    expect(resultOf(suit.fold())).toBeNull();
    expect(suit.held('2026-06-21').codes()).toContain('after-voiding');
  });

  it('a corrected day of receipt moves every limit that began with it', () => {
    const suit = aSuit();
    const papers = suit.entries[3];
    expect(papers?.type).toBe('court-papers-received');
    suit.replaced(4, '2026-03-04', papers?.payload);
    expect(suit.due('litigation.answer', police)).toBe('2026-03-19');
  });

  it('the articles it cites are on file', () => {
    for (const cited of Object.values(contradictionArticles)) {
      if (cited === null) continue;
      const [law = '', article = ''] = cited.split(' ');
      expect(articleText(law as InstrumentId, article), cited).not.toBeNull();
    }
  });

  it('a person whose data changed is found by the newest', () => {
    const suit = aSuit().with('person-updated', '2026-04-01', {
      partyId: li,
      person: { personRecordId: 'person-new' as never, saltedHash: '4'.repeat(64) as never },
      why: '更名',
    });
    expect(suit.fold().parties[0]?.person.personRecordId).toBe('person-new');
  });

  it('knows no organ or party that is not in the suit', () => {
    expect(aSuit().answered('2026-03-05', { organ: market }).codes()).toContain('unknown-organ');
    expect(
      judged()
        .served('2026-06-05', 'party-x' as PartyId)
        .codes(),
    ).toEqual(['unknown-party']);
    expect(judged().performed('2026-07-01', 'x').codes()).toEqual(['unknown-obligation']);
  });
});
