/** Steps of a lawsuit that contradict the law or the record: clear answers, and what is recorded all the same. */
import { describe, expect, it } from 'vitest';
import { countyGovernment, marketBureau, policeBureau } from '../testing/builders.ts';
import { theLiaison } from '../testing/play.ts';
import {
  aDeputy,
  aPlayedSuit,
  aSummonsInput,
  playSuit,
  type SuitPlay,
  theDepartmentHead,
  twoDefendants,
} from '../testing/play-lawsuit.ts';
import { parseStepInput } from './step-inputs.ts';

const session = { on: '2026-04-10', time: '09:00', place: '第三审判庭' };
const why = '法院记录如此';
const judgment = { outcomes: ['reject-claims' as const], operative: '驳回诉讼请求。' };
const second = { level: 'second' as const, court: '云山市中级人民法院', courtNumber: '（2026）云04行终5号' };
const appealed = (p: SuitPlay) => ({ ...second, parties: [p.plaintiff], appealedOn: '2026-06-01' });
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
const judged = () => serve(aPlayedSuit().do('record-judgment', judgment, '2026-05-20'), '2026-05-22');

describe('registering', () => {
  it('takes a court’s number once', () => {
    const p = judged();
    const same = { ...appealed(p), courtNumber: '(2026) 云0423 行初12号' };
    expect(p.refusal('open-instance', same, '2026-06-10')).toMatchObject({
      code: 'step-refused',
      reason: { code: 'court-number-taken', params: { id: 'suit-played', number: '（2026）云0423行初12号' } },
    });
  });

  it('names each organ once, and papers and notices of organs in the suit', () => {
    const twice = aSummonsInput({
      organs: [
        { organId: policeBureau, role: 'original-organ' },
        { organId: policeBureau, role: 'original-organ' },
      ],
      papers: [{ organId: marketBureau, papers: ['summons'] }],
      session: { ...session, notices: [{ organId: marketBureau, leader: 'shall', servedOn: null }] },
    });
    expect(playSuit().refusal('register-summons', twice, '2026-03-04').fields).toEqual([
      { field: 'organs.1.organId', rule: 'named-twice', params: {} },
      { field: 'session.notices.0.organId', rule: 'not-in-the-suit', params: {} },
      { field: 'papers.0.organId', rule: 'not-in-the-suit', params: {} },
    ]);
  });

  it('has no day that was not yet, and none before the first paper', () => {
    const p = playSuit();
    const later = aSummonsInput({ instance: { ...aSummonsInput().instance, docketedOn: '2026-03-03' } });
    expect(p.refusal('register-summons', later, '2026-03-04').fields).toMatchObject([
      { field: 'instance.docketedOn', rule: 'docketed-after-received' },
    ]);
    expect(
      p.refusal('register-summons', aSummonsInput({ occurredOn: '2026-03-05' }), '2026-03-04').fields,
    ).toMatchObject([{ field: 'occurredOn', rule: 'day-in-future' }]);
    const early = aSummonsInput({
      papers: [{ organId: policeBureau, papers: ['complaint-copy'], receivedOn: '2026-03-01' }],
    });
    expect(p.refusal('register-summons', early, '2026-03-04').fields).toMatchObject([
      { field: 'papers.0.receivedOn', rule: 'papers-before-first' },
    ]);
  });

  it('has the day of its first paper where none is said', () => {
    const p = playSuit().do('register-summons', twoDefendants({ occurredOn: null }), '2026-03-06');
    expect(p.suit.registered?.occurredOn).toBe('2026-03-04');
    expect(p.suit.instances[0]?.papers.map((x) => x.occurredOn)).toEqual(['2026-03-04', '2026-03-04']);
  });
});

describe('sessions', () => {
  it('before the court had docketed the suit: recorded with a reason and the article', () => {
    const p = aPlayedSuit();
    const early = { ...session, on: '2026-02-20' };
    expect(p.refusal('set-session', early, '2026-03-05')).toMatchObject({
      code: 'needs-reason',
      contradictions: [{ code: 'session-before-docketing', article: 'ALL2017 51(1)' }],
    });
    p.do('set-session', { ...early, irregularReason: why }, '2026-03-05');
    expect(p.suit.contradictions).toMatchObject([{ code: 'session-before-docketing' }]);
  });

  it('are held on their day, not before it, and once', () => {
    const p = aPlayedSuit().do('set-session', session, '2026-03-20');
    expect(p.refusal('hold-session', {}, '2026-04-01').reason).toMatchObject({
      code: 'session-not-yet',
      params: { on: '2026-04-10' },
    });
    expect(p.refusal('hold-session', { occurredOn: '2026-04-11' }, '2026-04-12').fields).toMatchObject([
      { field: 'occurredOn', rule: 'not-the-sessions-day', params: { on: '2026-04-10' } },
    ]);
    p.do('hold-session', {}, '2026-04-12');
    expect(p.suit.instances[0]?.sessions[0]?.held?.occurredOn).toBe('2026-04-10');
    expect(p.refusal('hold-session', { sessionId: p.sessionId }, '2026-04-13').reason?.code).toBe(
      'session-held-before',
    );
    expect(p.refusal('hold-session', { sessionId: 'no-such' }, '2026-04-13').fields).toEqual([
      { field: 'sessionId', rule: 'unknown-session' },
    ]);
  });

  it('that stand side by side have to be named', () => {
    const p = aPlayedSuit().do('set-session', session, '2026-03-20');
    p.do('set-session', { ...session, on: '2026-04-20' }, '2026-03-20');
    expect(p.refusal('plan-leader', { leader: aDeputy() }, '2026-03-21', theLiaison).fields).toEqual([
      { field: 'sessionId', rule: 'session-needed' },
    ]);
  });

  it('moved: who was told is told anew', () => {
    const notices = [{ organId: policeBureau, leader: 'shall' as const, servedOn: '2026-03-20' }];
    const p = aPlayedSuit().do('set-session', { ...session, notices }, '2026-03-20');
    p.do('move-session', { on: '2026-04-17', time: '09:00' }, '2026-04-01');
    expect(p.suit.instances[0]?.sessions[0]).toMatchObject({
      on: '2026-04-17',
      place: '第三审判庭',
      notices: [{ organId: policeBureau, leader: 'shall', servedOn: null }],
    });
  });
});

describe('appearances', () => {
  const came = (leader: ReturnType<typeof aDeputy> & { rank?: string }) => {
    const p = aPlayedSuit().do('set-session', session, '2026-03-20');
    p.do('submit-identity-proof', { leaderName: leader.name }, '2026-04-08', theLiaison);
    return p.do('record-appearance', { leader: leader as never, spoke: true }, '2026-04-10', theLiaison);
  };

  it('of somebody out of office, or of a lower organ: recorded, and not counting, with the article', () => {
    const out = came({ ...aDeputy(), until: '2026-04-01' } as never).suit.instances[0];
    expect(out?.sessions[0]?.appearances[0]).toMatchObject({
      counts: false,
      notCounting: [{ code: 'not-in-office', article: 'LEAD2020 2(1)' }],
    });
    const lower = came({ ...aDeputy(), organId: marketBureau }).suit.instances[0];
    expect(lower?.sessions[0]?.appearances[0]).toMatchObject({
      counts: false,
      notCounting: [{ code: 'lower-organ', article: 'LEAD2020 2(2)' }],
    });
    expect(lower?.duties[0]?.result).toBe('not-counting');
  });

  it('of two leaders for one duty: the second is recorded for a reason, and does not count', () => {
    const p = came(aDeputy());
    const other = { sessionId: p.sessionId, leader: aDeputy('马某') };
    expect(p.refusal('record-appearance', other, '2026-04-10', theLiaison)).toMatchObject({
      code: 'needs-reason',
      contradictions: [{ code: 'appearance-recorded-before' }],
    });
    p.do('record-appearance', { ...other, irregularReason: why }, '2026-04-10', theLiaison);
    const [duty] = p.suit.instances[0]?.duties ?? [];
    expect(duty).toMatchObject({ result: 'appeared', leader: { name: '陆某' } });
  });

  it('without a leader tell of nothing that only a leader can do (12(1)(4), (5))', () => {
    const p = aPlayedSuit().do('set-session', session, '2026-03-20');
    for (const done of [{ spoke: true }, { leftEarly: true }, { refusedToExplain: true }]) {
      expect(p.refusal('record-appearance', { leader: null, ...done }, '2026-04-10', theLiaison).fields).toEqual([
        { field: 'leader', rule: 'leader-needed', params: {} },
      ]);
    }
    p.do('record-appearance', { leader: null, lawyers: 1 }, '2026-04-10', theLiaison);
    expect(p.suit.instances[0]?.sessions[0]?.appearances[0]?.triggers).not.toContain('left-early');
  });

  it('say that the session took place where nobody has said so yet', () => {
    const p = aPlayedSuit().do('set-session', session, '2026-03-20');
    p.do('record-appearance', { lawyers: 1, adjourned: true }, '2026-04-11', theLiaison);
    expect(p.suit.instances[0]?.sessions[0]?.held).toMatchObject({
      occurredOn: '2026-04-10',
      payload: { adjourned: true },
    });
  });

  it('of an absence ask for its reason, but where there is none', () => {
    const p = aPlayedSuit().do('set-session', session, '2026-03-20');
    const absence = { ground: 'irreplaceable-duty' as const, proof: 'sealed' as const };
    expect(p.refusal('explain-absence', absence, '2026-04-08', theLiaison).fields).toMatchObject([
      { field: 'reason', rule: 'required' },
    ]);
    p.do('explain-absence', { ground: 'none', proof: 'missing' }, '2026-04-08', theLiaison);
  });

  it('for all: by one of the co-defendants, and only where there are some', () => {
    expect(
      aPlayedSuit().refusal(
        'agree-appearance',
        { organIds: [policeBureau, countyGovernment], byOrganId: policeBureau },
        '2026-03-20',
      ).reason?.code,
    ).toBe('one-organ-only');
    const p = aPlayedSuit(twoDefendants());
    expect(
      p.refusal(
        'agree-appearance',
        { organIds: [policeBureau, countyGovernment], byOrganId: marketBureau },
        '2026-03-20',
      ).fields,
    ).toMatchObject([{ field: 'byOrganId', rule: 'not-among-them' }]);
  });
});

describe('more time for evidence', () => {
  it('once allowed, the day its cause was gone is told later; once told, nothing is open (INT2018 34)', () => {
    const p = aPlayedSuit();
    p.do('ask-evidence-extension', { reason: '台风' }, '2026-03-10', theLiaison);
    p.do('record-extension-answer', { allowed: true }, '2026-03-12');
    p.do('record-extension-answer', { allowed: true, causeRemovedOn: '2026-03-20' }, '2026-03-23');
    const again = p.refusal('record-extension-answer', { allowed: true, causeRemovedOn: '2026-03-21' }, '2026-03-24');
    expect(again.reason?.code).toBe('no-extension-asked');
  });
});

describe('a suit that stands still', () => {
  it('may end without being tried, by mediation too; a judgment needs a reason (INT2018 87, 88)', () => {
    const still = () => aPlayedSuit().do('suspend-instance', { ground: 'other-case' }, '2026-03-20');
    still().do('record-judgment', { outcomes: ['mediated'], operative: '调解。' }, '2026-04-20');
    expect(still().refusal('record-judgment', judgment, '2026-04-20').code).toBe('needs-reason');
  });
});

describe('agents', () => {
  it('are at most two for one organ (ALL2017 31)', () => {
    const p = aPlayedSuit();
    for (const name of ['陶某', '方某']) p.do('appoint-agent', { name }, '2026-03-06', theLiaison);
    expect(p.refusal('appoint-agent', { name: '章某' }, '2026-03-06', theLiaison)).toMatchObject({
      code: 'needs-reason',
      contradictions: [{ code: 'too-many-agents', article: 'ALL2017 31(1)' }],
    });
    // A third that came all the same is on record.
    p.do('appoint-agent', { name: '章某', irregularReason: why }, '2026-03-06', theLiaison);
    expect(p.suit.instances[0]?.agents).toHaveLength(3);
  });
});

describe('what a court decided', () => {
  it.each([
    ['record-objection-ruling', 'upheld'],
    ['record-extension-answer', 'allowed'],
    ['rule-on-absence', 'accepted'],
  ] as const)('is not guessed: %s without %s is refused at the field', (step, field) => {
    for (const input of [{}, { [field]: null }]) {
      expect(parseStepInput(step, input)).toEqual({ ok: false, fields: [{ field, rule: 'required' }] });
    }
    for (const said of [true, false]) expect(parseStepInput(step, { [field]: said })).toMatchObject({ ok: true });
  });
});

describe('judgments', () => {
  it('are of their instance', () => {
    const p = aPlayedSuit();
    expect(p.refusal('record-judgment', { outcomes: ['uphold'], operative: '维持。' }, '2026-05-20').fields).toEqual([
      { field: 'outcomes.0', rule: 'not-of-this-instance', params: { level: 'first' } },
    ]);
    const others = {
      ...judgment,
      redo: { ordered: false },
      reversedTo: ['revoke' as const],
      reconsideration: 'annulled' as const,
    };
    expect(p.refusal('record-judgment', others, '2026-05-20').fields?.map((f) => f.rule)).toEqual([
      'reversal-needed',
      'no-reconsideration-before',
    ]);
  });

  it('that annul say whether a new act is ordered (ALL2017 70); others are not asked', () => {
    const asked = (over: object) =>
      aPlayedSuit().ask(
        'record-judgment',
        { ...judgment, outcomes: ['revoke'], redo: null, ...over } as never,
        '2026-05-20',
      );
    const missing = { ok: false, failure: { fields: [{ field: 'redo.ordered', rule: 'required' }] } };
    expect(asked({})).toMatchObject(missing);
    expect(asked({ redo: { ordered: null } })).toMatchObject(missing);
    for (const redo of [{ ordered: false }, { ordered: true, days: 60 }]) expect(asked({ redo }).ok).toBe(true);
    expect(asked({ outcomes: ['reject-claims'] }).ok).toBe(true);
  });

  it('end an instance once; a wrong one is corrected', () => {
    const p = judged();
    expect(p.refusal('record-judgment', judgment, '2026-05-25').reason?.code).toBe('judged-before');
    const seq = p.suit.instances[0]?.ended?.seq ?? 0;
    p.do('correct-entry', { seq, payload: { number: '（2026）云0423行初12号判决' }, why: '漏填' }, '2026-05-26');
    expect(p.suit.instances[0]?.ended?.payload.number).toBe('（2026）云0423行初12号判决');
    expect(p.refusal('annul-entry', { seq, why: '误录' }, '2026-05-26').reason?.code).toBe('entry-still-needed');
  });

  it('reach nobody before they were made, and everybody once', () => {
    const p = aPlayedSuit().do('record-judgment', judgment, '2026-05-20');
    const to = { is: 'organ' as const, organId: policeBureau };
    expect(p.refusal('record-service', { to, occurredOn: '2026-05-19' }, '2026-05-22').code).not.toBe('needs-reason');
    p.do('record-service', { to }, '2026-05-22');
    expect(p.refusal('record-service', { to }, '2026-05-23').fields).toMatchObject([
      { field: 'to', rule: 'already-received-it', params: { servedOn: '2026-05-22' } },
    ]);
    expect(
      serve(aPlayedSuit().do('record-judgment', judgment, '2026-05-20'), '2026-05-22').refusal(
        'record-service',
        { to },
        '2026-05-23',
      ).reason?.code,
    ).toBe('all-served');
  });
});

describe('instances', () => {
  it('a second first instance only after a remand', () => {
    const p = judged();
    const again = { level: 'first' as const, court: '云岭县人民法院', courtNumber: '（2026）云0423行初99号' };
    expect(p.refusal('open-instance', again, '2026-06-20').reason).toMatchObject({
      code: 'second-first-instance',
      article: 'INT2018 69(1)(6)',
    });
    p.do('open-instance', appealed(p), '2026-06-24');
    expect(p.refusal('open-instance', again, '2026-06-25').reason?.code).toBe('instance-still-running');
    p.do('record-judgment', { outcomes: ['remand'], operative: '发回重审。' }, '2026-07-30');
    p.do('open-instance', again, '2026-08-10');
    expect(p.suit.instances.at(-1)).toMatchObject({
      level: 'first',
      opened: { payload: { remandedBy: p.suit.instances[1]?.instanceId } },
    });
    expect(p.suit.contradictions).toEqual([]);
  });

  it('another court’s after a transfer is no remand', () => {
    const p = aPlayedSuit().do('record-judgment', { outcomes: ['transferred'], operative: '移送。' }, '2026-03-20');
    p.do(
      'open-instance',
      { level: 'first', court: '云山区人民法院', courtNumber: '（2026）云0402行初3号' },
      '2026-04-10',
    );
    expect(p.suit.instances[1]?.opened.payload.remandedBy).toBeNull();
    expect(p.suit.contradictions).toEqual([]);
  });

  it('a second instance says who appealed, or why nobody is on record', () => {
    const p = judged();
    expect(p.refusal('open-instance', second, '2026-06-24')).toMatchObject({
      code: 'needs-reason',
      contradictions: [{ code: 'appeal-not-on-record', article: 'ALL2017 85' }],
    });
    p.do('open-instance', appealed(p), '2026-06-24');
    expect(p.suit.instances[0]?.appeals).toMatchObject([{ late: false }]);
  });

  it('an appeal after the judgment took effect is recorded as late, never refused, and undoes nothing', () => {
    const p = judged();
    const effective = p.suit.instances[0]?.effective?.on;
    expect(effective).toBe('2026-06-09');
    const late = { parties: [p.plaintiff] };
    const refusal = p.refusal('record-appeal', late, '2026-07-01');
    expect(refusal.code).toBe('needs-reason');
    expect(refusal.contradictions?.map((x) => x.code)).toContain('appeal-after-effect');
    p.do('record-appeal', { ...late, irregularReason: why }, '2026-07-01');
    expect(p.suit.instances[0]).toMatchObject({ appeals: [{ late: true }], effective: { on: effective } });
  });

  it('a final judgment is not appealed, but a retrial may be asked for', () => {
    const p = judged();
    p.do('open-instance', appealed(p), '2026-06-24');
    serve(p.do('record-judgment', { outcomes: ['uphold'], operative: '维持。' }, '2026-07-30'), '2026-08-03');
    expect(p.refusal('record-appeal', { parties: [p.plaintiff] }, '2026-08-05').reason?.code).toBe('final-instance');
    p.do('record-retrial-application', { parties: [p.plaintiff] }, '2026-08-20');
    p.do(
      'open-instance',
      { level: 'retrial-review', court: '省高级人民法院', courtNumber: '（2026）云行申8号', parties: [p.plaintiff] },
      '2026-09-10',
    );
    p.do('record-judgment', { outcomes: ['retrial-ordered'], operative: '提审。' }, '2026-11-10');
    p.do(
      'open-instance',
      { level: 'retrial', court: '省高级人民法院', courtNumber: '（2026）云行再2号' },
      '2026-11-20',
    );
    expect(p.suit.instances.map((i) => i.level)).toEqual(['first', 'second', 'retrial-review', 'retrial']);
    expect(p.suit.contradictions).toEqual([]);
  });

  it('an ending without trial may come while the suit stands still; a judgment needs a reason', () => {
    const p = aPlayedSuit().do('suspend-instance', { ground: 'plaintiff-died' }, '2026-03-10');
    expect(p.refusal('record-judgment', judgment, '2026-06-20')).toMatchObject({
      code: 'needs-reason',
      contradictions: [{ code: 'ended-while-suspended' }],
    });
  });
});

describe('what is named and is not there', () => {
  it.each([
    ['end-agent', { agentId: 'none' }, 'agentId', 'unknown-agent'],
    ['record-performance', { obligationId: 'none', proof: '—' }, 'obligationId', 'unknown-obligation'],
    ['answer-advice', { adviceId: 'none', adopted: 'yes', summary: '—' }, 'adviceId', 'unknown-advice'],
    ['receive-papers', { instanceId: 'none', papers: ['other'] }, 'instanceId', 'unknown-instance'],
    ['receive-papers', { organId: marketBureau, papers: ['other'] }, 'organId', 'not-in-the-suit'],
    ['correct-entry', { seq: 999, why: '—' }, 'seq', 'unknown-entry'],
  ] as const)('%s: %j', (step, input, field, rule) => {
    expect(aPlayedSuit().refusal(step, input as never, '2026-03-10').fields).toMatchObject([{ field, rule }]);
  });

  it('the organ, where there are several', () => {
    const p = aPlayedSuit(twoDefendants());
    expect(p.refusal('receive-papers', { papers: ['summons'] }, '2026-03-10').fields).toEqual([
      { field: 'organId', rule: 'organ-needed' },
    ]);
    // The department's own needs no naming.
    p.do('acknowledge', { name: '陶某' }, '2026-03-10', theLiaison);
    p.do('file-answer', {}, '2026-03-10', theDepartmentHead);
    expect(p.suit.instances[0]?.answers[0]?.payload.organId).toBe(policeBureau);
  });
});

describe('a day before what it follows', () => {
  const both = (p: SuitPlay) => ({
    to: [
      { is: 'organ' as const, organId: policeBureau },
      { is: 'party' as const, partyId: p.plaintiff },
    ],
  });
  const heldOn = () =>
    aPlayedSuit()
      .do('set-session', session, '2026-03-20')
      .do('hold-session', { occurredOn: '2026-04-10' }, '2026-04-10');

  it('is told as that: a judgment before the session', () => {
    const early = { ...judgment, occurredOn: '2026-04-08' };
    expect(heldOn().refusal('record-judgment', early, '2026-05-20')).toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'occurredOn', rule: 'day-before-trigger', params: { from: '2026-04-10' } }],
    });
    expect(heldOn().ask('record-judgment', { ...judgment, occurredOn: '2026-04-10' }, '2026-05-20').ok).toBe(true);
  });

  it('a service before the judgment, also where it is corrected to that day', () => {
    const p = heldOn().do('record-judgment', judgment, '2026-05-20');
    const fields = [{ field: 'occurredOn', rule: 'day-before-trigger', params: { from: '2026-05-20' } }];
    expect(p.refusal('record-service', { ...both(p), occurredOn: '2026-05-19' }, '2026-05-22')).toMatchObject({
      reason: { code: 'day-before-trigger', params: { from: '2026-05-20' } },
      fields,
    });
    p.do('record-service', both(p), '2026-05-22');
    const seq = p.suit.instances[0]?.served[0]?.seq ?? 0;
    const corrected = { seq, why: '日期误录', payload: {}, occurredOn: '2026-05-19' };
    expect(p.refusal('correct-entry', corrected, '2026-05-23')).toMatchObject({ code: 'invalid-input', fields });
    expect(p.ask('correct-entry', { ...corrected, occurredOn: '2026-05-21' }, '2026-05-23').ok).toBe(true);
  });

  it('a judgment that is corrected to a day before the session', () => {
    const p = heldOn().do('record-judgment', judgment, '2026-05-20');
    const seq = p.suit.instances[0]?.ended?.seq ?? 0;
    const corrected = { seq, why: '日期误录', payload: {}, occurredOn: '2026-04-08' };
    expect(p.refusal('correct-entry', corrected, '2026-05-23')).toMatchObject({
      fields: [{ field: 'occurredOn', rule: 'day-before-trigger', params: { from: '2026-04-10' } }],
    });
  });
});

describe('an absence explained after the session', () => {
  const absent = () => aPlayedSuit().do('set-session', session, '2026-03-20');
  const reason = { ground: 'force-majeure' as const, reason: '住院治疗', proof: 'sealed' as const };

  it('is irregular, and waits for the court', () => {
    const p = absent().do('record-appearance', { leader: null, lawyers: 1 }, '2026-04-10');
    expect(p.refusal('explain-absence', reason, '2026-05-18')).toMatchObject({
      code: 'needs-reason',
      contradictions: [{ code: 'explained-after-session', article: 'LEAD2020 9(1)', params: { on: '2026-04-10' } }],
    });
  });

  it('is in order before it', () => {
    expect(absent().ask('explain-absence', reason, '2026-04-09').ok).toBe(true);
    expect(absent().ask('explain-absence', reason, '2026-04-10').ok).toBe(true);
  });
});
