/** People on a case, as law and its complement: who stands aside, who is given a case, and a case that never was one. */
import { describe, expect, it } from 'vitest';
import { postsHeldIn } from '../access/posts-held.ts';
import { emptyOffice } from '../access/scope.ts';
import { type CivilDate, civilDate } from '../calendar/civil-date.ts';
import type { AccountId, OrganId, PostId, StreamId } from '../ids.ts';
import type { PostSpan, PostsHeld } from '../ledger/kinds.ts';
import { projectLedger } from '../ledger/replay.ts';
import { countyGovernment, marketBureau, policeBureau } from '../testing/builders.ts';
import {
  anActor,
  anApplication,
  Play,
  play,
  theHandler,
  theInstitutionHead,
  theOrganHead,
  theSectionHead,
} from '../testing/play.ts';
import { decideReconsideration } from './decide.ts';
import { factsOf } from './facts.ts';
import { reconsideration } from './kind.ts';
import { nextSteps } from './next-steps.ts';
import { standsAside } from './stand-aside.ts';
import { isStepType, type StepType, stepTypes } from './steps.ts';

const registered = (over = {}) => play().do('register-application', anApplication(over), '2026-01-05');
const accepted = () => registered().do('accept', {}, '2026-01-08');
const second = anActor('handler', countyGovernment, 'second');
const recusal = { ground: 'interest', how: 'own-request', decidedBy: '周局长' } as const;
const recused = (p: Play = accepted(), who: AccountId = theHandler.accountId) =>
  p.do('record-recusal', { accountId: who, ...recusal }, '2026-01-09', theSectionHead);
/** A whole input for every step, as far as a refusal before its record is looked at needs one. */
const anyInput: Readonly<Partial<Record<StepType, unknown>>> = {
  'make-note': { text: '便笺' },
  accept: {},
  'assign-handlers': { accounts: [second.accountId], why: '调整' },
  'annul-entry': { seq: 1, why: '误记' },
  propose: { step: { type: 'extend', input: { days: 10, reason: '复杂' } } },
  'void-case': { why: '误登' },
  decide: { types: ['uphold'], operative: '维持。' },
};

describe('whoever is recused', () => {
  it('finds every step refused, with the day and no invented article', () => {
    const p = recused();
    const steps = p.next('2026-01-12');
    expect(steps.map((s) => s.step).sort()).toEqual([...stepTypes].sort());
    for (const step of steps) {
      expect(step, step.step).toMatchObject({ verdict: 'refused', reason: 'recused', article: null });
      expect(step.params).toEqual({ on: '2026-01-09' });
    }
    expect(p.next('2026-01-12', theSectionHead).some((s) => s.verdict !== 'refused')).toBe(true);
  });

  it.each(Object.entries(anyInput))('is refused %s by the decision, too', (type, input) => {
    const p = recused();
    if (!isStepType(type)) throw new Error(type);
    const decision = decideReconsideration(p.case, { type, input }, p.context(theHandler, '2026-01-12'));
    expect(decision).toMatchObject({ ok: false, failure: { code: 'step-refused', reason: { code: 'recused' } } });
  });

  it('handles the case no more and is not assigned again, by nobody', () => {
    const p = recused();
    expect(p.case.handlers).toEqual([]);
    const failure = p.refusal('assign-handlers', { accounts: [theHandler.accountId] }, '2026-01-12', theSectionHead);
    expect(failure.fields).toEqual([{ field: 'accounts.0', rule: 'recused', params: { on: '2026-01-09' } }]);
    p.do('assign-handlers', { accounts: [second.accountId] }, '2026-01-12', theSectionHead);
    const back = p.refusal(
      'hand-over',
      { from: second.accountId, to: theHandler.accountId, why: '休假' },
      '2026-01-12',
      theSectionHead,
    );
    expect(back.fields?.[0]).toMatchObject({ field: 'to', rule: 'recused' });
  });

  it('approves nothing: the head who stands aside leaves it to another', () => {
    const p = accepted().do('propose', { step: { type: 'extend', input: { days: 10, reason: '复杂' } } }, '2026-01-09');
    recused(p, theInstitutionHead.accountId);
    const proposalId = p.case.proposals[0]?.proposalId ?? '';
    expect(p.refusal('approve', { proposalId }, '2026-01-12', theInstitutionHead).reason?.code).toBe('recused');
    const deputy = anActor('institution-head', countyGovernment, 'deputy');
    expect(p.ask('approve', { proposalId }, '2026-01-12', deputy).ok).toBe(true);
  });

  it('comes back by a correction alone, and handles the case as before', () => {
    const p = recused();
    const seq = p.builder.entries.findLast((e) => e.type === 'recused')?.seq ?? 0;
    p.do('annul-entry', { seq, why: '登记错人' }, '2026-01-12', theSectionHead);
    expect(p.case.handlers).toEqual([theHandler.accountId]);
    expect(p.ask('make-note', { text: '便笺' }, '2026-01-12').ok).toBe(true);
  });

  it('is recorded once, and another reason says which', () => {
    const p = accepted();
    const other = { accountId: second.accountId, ...recusal, ground: 'other' } as const;
    expect(p.refusal('record-recusal', other, '2026-01-09').fields?.[0]).toMatchObject({ field: 'why' });
    recused(p);
    const again = p.refusal(
      'record-recusal',
      { accountId: theHandler.accountId, ...recusal },
      '2026-01-09',
      theSectionHead,
    );
    expect(again.fields?.[0]).toMatchObject({ field: 'accountId', rule: 'recused' });
  });
});

describe('whoever handled the act', () => {
  const span = (organId: OrganId, from: string, until: string | null): PostSpan => ({
    organId,
    from: civilDate(from),
    until: until === null ? null : civilDate(until),
  });
  const held =
    (...spans: readonly PostSpan[]): PostsHeld =>
    (id) =>
      id === theHandler.accountId ? spans : [];
  const c = accepted().case; // the act was made on 20 December 2025 by the police

  it.each([
    ['held a post there on the day of the act', [span(policeBureau, '2025-01-01', '2025-12-31')], true],
    ['holds it still', [span(policeBureau, '2025-12-20', null)], true],
    ['left the day before', [span(policeBureau, '2020-01-01', '2025-12-20')], false],
    ['came the day after', [span(policeBureau, '2025-12-21', null)], false],
    ['worked for another department', [span(marketBureau, '2020-01-01', null)], false],
    ['never worked elsewhere', [], false],
  ] as const)('%s', (_name, spans, aside) => {
    expect(standsAside(c, theHandler.accountId, held(...spans)) !== null).toBe(aside);
  });

  it('of inaction the days from the request to the application count', () => {
    const idle = registered({
      act: {
        name: '不履行职责',
        matter: 'inaction',
        knownHow: 'actual-knowledge',
        inaction: { requestedOn: '2025-09-01', periodEndsOn: '2025-11-01' },
      },
    }).case;
    expect(
      standsAside(idle, theHandler.accountId, held(span(policeBureau, '2025-08-01', '2025-09-02'))),
    ).not.toBeNull();
    expect(standsAside(idle, theHandler.accountId, held(span(policeBureau, '2025-08-01', '2025-09-01')))).toBeNull();
  });

  it('an organ that reviews its own act is no ground against its own reviewers (A23)', () => {
    const own = registered({ respondents: [countyGovernment] }).case;
    expect(standsAside(own, theHandler.accountId, held(span(countyGovernment, '2012-01-01', null)))).toBeNull();
  });

  it('is refused every step until a head says why they had nothing to do with it', () => {
    const p = accepted();
    const posts = held(span(policeBureau, '2025-01-01', '2025-12-31'));
    const next = (day: string) => nextSteps(p.case, theHandler, civilDate(day), p.builder.law, posts);
    expect(new Set(next('2026-01-12').map((s) => `${s.verdict} ${s.reason}`))).toEqual(
      new Set(['refused handled-the-act']),
    );
    const ctx = { ...p.context(theHandler, '2026-01-12'), postsHeld: posts };
    expect(decideReconsideration(p.case, { type: 'make-note', input: { text: '便笺' } }, ctx)).toMatchObject({
      failure: { reason: { code: 'handled-the-act', params: { from: '2025-01-01' } } },
    });
    const clear = { accountId: theHandler.accountId, why: '在档案室工作，与治安处罚无关' };
    expect(p.refusal('clear-conflict', clear, '2026-01-12', second).reason?.code).toBe('heads-only');
    const oneself = p.refusal(
      'clear-conflict',
      { ...clear, accountId: theSectionHead.accountId },
      '2026-01-12',
      theSectionHead,
    );
    expect(oneself.fields?.[0]).toMatchObject({ rule: 'not-for-oneself' });
    p.do('clear-conflict', clear, '2026-01-12', theSectionHead);
    expect(next('2026-01-13').some((s) => s.verdict !== 'refused')).toBe(true);
  });

  it('registers the case for others alone: neither named nor by registering does one become its handler', () => {
    const posts = held(span(policeBureau, '2025-01-01', '2025-12-31'));
    const register = (handlers: readonly AccountId[], postsHeld: PostsHeld = posts) => {
      const p = play();
      const ctx = { ...p.context(theHandler, '2026-01-05'), postsHeld };
      const input = anApplication({ handlers: [...handlers] });
      return decideReconsideration(p.case, { type: 'register-application', input }, ctx);
    };
    const aside = { rule: 'handled-the-act', params: { from: '2025-01-01' } };
    expect(register([])).toMatchObject({ failure: { fields: [{ field: 'handlers', ...aside }] } });
    expect(register([second.accountId, theHandler.accountId])).toMatchObject({
      failure: { fields: [{ field: 'handlers.1', ...aside }] },
    });
    expect(register([second.accountId]).ok).toBe(true);
    expect(register([], held(span(marketBureau, '2025-01-01', null))).ok).toBe(true);
  });

  it('is known out of the office’s ledgers: every post, also one that was left', () => {
    const taken = {
      accountId: theHandler.accountId,
      organId: policeBureau,
      role: 'department-liaison',
      title: '民警',
    } as const;
    const post = {
      id: 'post-1' as PostId,
      version: 2,
      taken: { ...taken, from: civilDate('2025-01-01') },
      leftOn: civilDate('2025-12-31'),
      delegations: [],
      handOverBy: null,
    };
    const posts = postsHeldIn({ ...emptyOffice, posts: new Map([[post.id, post]]) });
    expect(posts(theHandler.accountId)).toEqual([span(policeBureau, '2025-01-01', '2025-12-31')]);
    expect(posts(second.accountId)).toEqual([]);

    // The organ was abolished, and another one has its place: it is the respondent now (19(4)).
    const organ = (id: OrganId, successorId: OrganId | null) =>
      [id, { id, abolished: successorId === null ? null : { on: civilDate('2026-01-01'), successorId } }] as const;
    const merged = new Map([organ(policeBureau, marketBureau), organ(marketBureau, null)]) as never;
    const after = postsHeldIn({ organs: merged, posts: new Map([[post.id, post]]) });
    expect(after(theHandler.accountId)).toMatchObject([{ organId: policeBureau, successors: [marketBureau] }]);
    const against = (respondents: readonly OrganId[]) => registered({ respondents }).case;
    expect(standsAside(against([marketBureau]), theHandler.accountId, after)?.reason).toBe('handled-the-act');
    expect(standsAside(against([marketBureau]), theHandler.accountId, posts)).toBeNull();
    expect(standsAside(against(['organ-ecology' as OrganId]), theHandler.accountId, after)).toBeNull();
    const ring = new Map([organ(policeBureau, marketBureau), organ(marketBureau, policeBureau)]) as never;
    const round = postsHeldIn({ organs: ring, posts: new Map([[post.id, post]]) });
    expect(round(theHandler.accountId)[0]?.successors).toEqual([marketBureau]);
  });
});

describe('handlers', () => {
  it('two are assigned; one on an accepted case is a warning and no bar', () => {
    const p = accepted();
    const assign = (day = '2026-01-12') => p.next(day).find((s) => s.step === 'assign-handlers');
    expect(assign()).toMatchObject({ verdict: 'allowed', reason: 'fewer-than-two-handlers', article: 'ARL2023 45(2)' });
    p.do('assign-handlers', { accounts: [theHandler.accountId, second.accountId] }, '2026-01-12');
    expect(assign()).toMatchObject({ verdict: 'allowed', reason: null });
    expect(
      registered()
        .next('2026-01-06')
        .find((s) => s.step === 'assign-handlers')?.reason,
    ).toBeNull();
  });

  it('a reason is needed where somebody is replaced, and only there', () => {
    const p = accepted().do('assign-handlers', { accounts: [theHandler.accountId, second.accountId] }, '2026-01-12');
    const rule = 'reassignment-needs-reason';
    expect(p.refusal('assign-handlers', { accounts: [second.accountId] }, '2026-01-12').fields?.[0]).toMatchObject({
      rule,
    });
    expect(p.ask('assign-handlers', { accounts: [second.accountId, theHandler.accountId] }, '2026-01-12').ok).toBe(
      true,
    );
    const twice = p.refusal(
      'assign-handlers',
      { accounts: [second.accountId, second.accountId], why: '调整' },
      '2026-01-12',
    );
    expect(twice.fields?.[0]).toMatchObject({ field: 'accounts.1', rule: 'named-twice' });
  });

  it('a hand-over keeps the place of who leaves, and one who is there already is not named twice', () => {
    const p = accepted().do('assign-handlers', { accounts: [theHandler.accountId, second.accountId] }, '2026-01-12');
    const third = 'account-third' as AccountId;
    const to = (accountId: AccountId) => ({ from: theHandler.accountId, to: accountId, why: '调离' });
    const decision = p.ask('hand-over', to(third), '2026-01-13');
    expect(decision).toMatchObject({ entries: [{ payload: { accounts: [third, second.accountId], why: '调离' } }] });
    expect(p.ask('hand-over', to(second.accountId), '2026-01-13')).toMatchObject({
      entries: [{ payload: { accounts: [second.accountId] } }],
    });
    expect(p.refusal('hand-over', { ...to(third), from: third }, '2026-01-13').fields?.[0]).toMatchObject({
      rule: 'not-a-handler',
    });
  });
});

describe('agents', () => {
  const withAgent = () => {
    const p = accepted();
    const principal = p.case.parties[0]?.partyId ?? '';
    const authority = {
      kind: 'special' as const,
      matters: ['withdraw' as const, 'mediate' as const],
      until: '2026-06-30',
    };
    return p.do(
      'add-party',
      { party: { capacity: 'agent', person: { name: '孙律师' }, actsFor: [principal], authority } },
      '2026-01-09',
    );
  };

  it('have the powers that their paper names', () => {
    expect(withAgent().case.parties.at(-1)?.authority).toEqual({
      kind: 'special',
      matters: ['withdraw', 'mediate'],
      until: '2026-06-30',
      fileIds: [],
    });
  });

  it('are replaced in one act: the old one leaves, the new one acts for the same', () => {
    const p = withAgent();
    const old = p.case.parties.at(-1);
    p.do('replace-agent', { partyId: old?.partyId ?? '', person: { name: '钱律师' }, why: '解除委托' }, '2026-01-12');
    const [left, joined] = p.case.parties.slice(-2);
    expect([left?.leftOn, joined?.leftOn, joined?.capacity]).toEqual(['2026-01-12', null, 'agent']);
    expect(joined?.actsFor).toEqual(old?.actsFor);
    const again = p.refusal(
      'replace-agent',
      { partyId: old?.partyId ?? '', person: { name: '周' }, why: '再换' },
      '2026-01-12',
    );
    expect(again.fields?.[0]).toMatchObject({ field: 'partyId', rule: 'not-an-agent' });
  });

  it('are two at most for one party (17), and representatives five (REG2007 8)', () => {
    const p = withAgent();
    const principal = p.case.parties[0]?.partyId ?? '';
    const one = (capacity: 'agent' | 'representative', name: string) => ({
      party: { capacity, person: { name }, actsFor: [principal] },
    });
    p.do('add-party', one('agent', '二'), '2026-01-09');
    expect(p.refusal('add-party', one('agent', '三'), '2026-01-09').fields?.[0]).toMatchObject({
      rule: 'too-many-agents',
    });
    for (const name of ['甲', '乙', '丙', '丁', '戊']) p.do('add-party', one('representative', name), '2026-01-09');
    expect(p.refusal('add-party', one('representative', '己'), '2026-01-09').fields?.[0]).toMatchObject({
      rule: 'too-many-representatives',
    });
  });
});

describe('a split', () => {
  const three = () =>
    registered({
      applicants: ['甲', '乙', '丙'].map((name, n) => ({ key: `a${n}`, person: { name } })),
      agents: [
        { person: { name: '共同律师' }, actsFor: ['a0', 'a1'] },
        { person: { name: '乙的律师' }, actsFor: ['a1'] },
      ],
    });
  const split = (p: Play, at: readonly number[], day = '2026-01-12') => {
    const persons = Object.fromEntries(p.case.parties.map((x, n) => [x.partyId, { name: `人${n}` }]));
    const parties = at.map((n) => p.case.parties[n]?.partyId ?? '');
    return p.ask('split-case', { parties, why: '事实各异', newCaseId: 'case-split', persons }, day);
  };

  it('takes with the applicant who acts for them alone, and copies who acts for both', () => {
    const decision = split(three(), [1]);
    if (!decision.ok) throw new Error(JSON.stringify(decision.failure));
    expect(decision.entries.map((e) => e.type)).toEqual(['party-left', 'party-left']);
    const [other] = decision.also ?? [];
    expect(other?.streamId).toBe('case-split');
    expect(other?.entries.map((e) => e.type)).toEqual([
      'application-received',
      'case-registered',
      'handlers-assigned',
      'linked',
    ]);
    type Received = { readonly parties: readonly { readonly capacity: string; readonly actsFor: readonly string[] }[] };
    const { parties } = (other?.entries[0]?.payload ?? { parties: [] }) as Received;
    expect(parties.map((x) => x.capacity)).toEqual(['applicant', 'agent', 'agent']);
    expect(parties.slice(1).map((x) => x.actsFor.length)).toEqual([1, 1]);
    expect(decision.numbers?.[0]?.format).toBe('云政复〔{year}〕{n}号');
  });

  it('leaves the title to those who stay; who left is found by name still', () => {
    const p = three();
    p.do('remove-party', { partyId: p.case.parties[0]?.partyId ?? '', why: '退出' }, '2026-01-12');
    const rows = projectLedger(reconsideration, p.builder.ledger, p.builder.law);
    const capacities = rows?.partyNames.map((n) => n.capacity).filter((x) => x.endsWith('applicant'));
    expect(capacities).toEqual(['former-applicant', 'applicant', 'applicant']);
  });

  it('carries a recorded acceptance with its day', () => {
    const decision = split(three().do('accept', {}, '2026-01-08'), [2]);
    const entries = decision.ok ? (decision.also?.[0]?.entries ?? []) : [];
    expect(entries.find((e) => e.type === 'accepted')?.occurredOn).toBe('2026-01-08');
  });

  /** What the case that is split off becomes when it is written. */
  const apart = (p: Play, at: readonly number[], day = '2026-02-20') => {
    const persons = Object.fromEntries(p.case.parties.map((x, n) => [x.partyId, { name: `人${n}` }]));
    const parties = at.map((n) => p.case.parties[n]?.partyId ?? '');
    const decision = p.ask('split-case', { parties, why: '事实各异', newCaseId: 'case-split', persons }, day);
    if (!decision.ok) throw new Error(JSON.stringify(decision.failure));
    const other = new Play('case-split');
    other.write(decision.also?.[0]?.entries ?? [], [], theHandler);
    return other;
  };
  const toAll = (p: Play, sentOn: string, among: (n: number) => boolean = () => true) => ({
    sendings: p.case.parties
      .filter((x, n) => x.capacity === 'applicant' && among(n))
      .map((x) => ({ addressee: { is: 'party' as const, partyId: x.partyId }, method: 'post' as const, sentOn })),
  });
  const due = (p: Play, rule: string) => p.case.clocks.findLast((k) => k.ruleId === rule)?.computation.due;

  it('whoever stands aside stands aside in both, and who was cleared is cleared in both', () => {
    const p = recused(three(), second.accountId);
    p.do('record-recusal', { accountId: theInstitutionHead.accountId, ...recusal }, '2026-01-09', theSectionHead);
    const seq = p.builder.entries.findLast((e) => e.type === 'recused')?.seq ?? 0;
    p.do('annul-entry', { seq, why: '登记错人' }, '2026-01-10', theSectionHead);
    p.do('clear-conflict', { accountId: theHandler.accountId, why: '当时不在该局' }, '2026-01-09', theSectionHead);
    const { recusals, cleared } = apart(p, [1], '2026-01-12').case;
    expect(recusals.map((r) => [r.accountId, r.on, r.ground])).toEqual([[second.accountId, '2026-01-09', 'interest']]);
    expect(cleared.map((x) => x.accountId)).toEqual([theHandler.accountId]);
    const free = apart(three(), [1], '2026-01-12').case;
    expect([free.recusals, free.cleared]).toEqual([[], []]);
  });

  it('takes over a correction: silence has not accepted what the first case was still correcting', () => {
    const p = three();
    p.do('notify-correction', { items: ['身份证明'], document: toAll(p, '2026-01-07') }, '2026-01-07');
    p.do('record-correction', { materials: ['身份证明'] }, '2026-01-19');
    p.do('accept', {}, '2026-01-23');
    const other = apart(p, [1], '2026-02-02');
    expect(other.case.acceptance).toMatchObject({ on: '2026-01-23', by: 'decision' });
    expect(due(other, 'reconsideration.decide-ordinary')).toBe(due(p, 'reconsideration.decide-ordinary'));
    expect(due(p, 'reconsideration.decide-ordinary')).toBe('2026-03-24');
    expect(other.case.contradictions).toEqual([]);
  });

  it('takes over the copy, the suspension and the extension, with their days', () => {
    const p = three();
    p.do('accept', {}, '2026-01-08');
    const toOrgan = { is: 'organ' as const, organId: policeBureau };
    p.do(
      'issue-copy',
      { document: { sendings: [{ addressee: toOrgan, method: 'exchange', sentOn: '2026-01-12' }] } },
      '2026-01-12',
    );
    p.do(
      'suspend',
      { ground: 'other-case', reason: '等待另案', document: toAll(p, '2026-01-12') },
      '2026-01-12',
      theInstitutionHead,
    );
    p.do('resume', { reason: '另案已结', document: toAll(p, '2026-02-12') }, '2026-02-12', theInstitutionHead);
    p.do(
      'extend',
      { days: 10, reason: '情况复杂', document: toAll(p, '2026-02-16') },
      '2026-02-16',
      theInstitutionHead,
    );
    const other = apart(p, [0, 1]);
    for (const rule of ['decide-ordinary', 'send-copy-ordinary']) {
      expect(due(other, `reconsideration.${rule}`), rule).toBe(due(p, `reconsideration.${rule}`));
    }
    expect(other.case.spans).toMatchObject([{ from: '2026-01-12', to: '2026-02-12', effective: true }]);
    expect(other.case.extensions).toMatchObject([{ days: 10, effective: true }]);
    expect(other.case.clocks.find((k) => k.ruleId === 'reconsideration.send-copy-ordinary')?.end.is).toBe('met');
    // Nobody who stays is an addressee of the other case, and no id stands in both.
    const ids = (x: Play) => x.case.documents.flatMap((d) => [d.id, ...d.sendings.map((s) => s.id)] as string[]);
    expect(ids(other).filter((id) => ids(p).includes(id))).toEqual([]);
    const stays = p.case.parties[2]?.partyId;
    expect(other.case.documents.flatMap((d) => d.sendings).map((s) => s.addressee)).not.toContainEqual({
      is: 'party',
      partyId: stays,
    });
  });

  it('is none while a document has moved a limit for those who stay and not for those who leave', () => {
    const p = three();
    p.do('accept', {}, '2026-01-08');
    const some = toAll(p, '2026-01-14', (n) => n === 0);
    const suspension = { occurredOn: '2026-01-12', ground: 'other-case', reason: '等待另案' } as const;
    p.do('suspend', { ...suspension, document: { ...some, madeOn: '2026-01-12' } }, '2026-01-14', theInstitutionHead);
    p.do('resume', { reason: '另案已结', document: toAll(p, '2026-02-12') }, '2026-02-12', theInstitutionHead);
    expect(split(p, [1], '2026-02-20')).toMatchObject({ failure: { fields: [{ rule: 'split-moves-limit' }] } });
    expect(split(p, [0], '2026-02-20').ok).toBe(true);
  });

  it('is none where nobody stays, where a name was erased, or of one applicant', () => {
    expect(split(three(), [0, 1, 2])).toMatchObject({ failure: { fields: [{ rule: 'one-applicant-stays' }] } });
    const p = three();
    const erased = p.ask('split-case', { parties: [p.case.parties[2]?.partyId ?? ''], why: '分案' }, '2026-01-12');
    expect(erased).toMatchObject({ failure: { fields: [{ rule: 'person-erased' }] } });
    expect(
      registered()
        .next('2026-01-12')
        .find((s) => s.step === 'split-case')?.reason,
    ).toBe('one-applicant-only');
  });
});

describe('joining', () => {
  const case_ = (id: string, receivedOn: string) => {
    const p = new Play(id);
    return p.do('register-application', anApplication({ filedOn: receivedOn, receivedOn }), receivedOn);
  };
  const join = (younger: Play, older: Play) => {
    const into = older.builder.streamId;
    const others = new Map([[into, { kind: 'reconsideration', state: older.case }]]);
    const ctx = { ...younger.context(theHandler, '2026-01-12'), others };
    return decideReconsideration(younger.case, { type: 'join-cases', input: { into, reason: '同一行为' } }, ctx);
  };

  it('links the later case to the earlier one and moves neither number nor clock', () => {
    const [older, younger] = [case_('case-older', '2026-01-05'), case_('case-younger', '2026-01-06')];
    const decision = join(younger, older);
    expect(decision).toMatchObject({
      entries: [{ type: 'linked', payload: { kind: 'joined-into', to: 'case-older' } }],
    });
    expect(join(older, younger)).toMatchObject({ failure: { fields: [{ rule: 'not-the-older' }] } });
    if (!decision.ok) return;
    const before = younger.case;
    younger.write(decision.entries, [], theHandler);
    expect([younger.case.number, younger.case.clocks]).toEqual([before.number, before.clocks]);
    expect(younger.next('2026-01-12').find((s) => s.step === 'join-cases')?.reason).toBe('already-joined');
    const third = case_('case-third', '2026-01-07');
    expect(join(third, younger)).toMatchObject({ failure: { fields: [{ rule: 'joined-elsewhere' }] } });
  });

  it('is by its own step alone: a plain link joins nothing, and links in every other way', () => {
    const younger = case_('case-younger', '2026-01-06');
    const link = (kind: 'joined-into' | 'series') => ({ kind, to: 'case-older', why: '同一行为' });
    expect(younger.refusal('link', link('joined-into'), '2026-01-12').fields).toEqual([
      { field: 'kind', rule: 'join-by-its-step', params: {} },
    ]);
    expect(younger.ask('link', link('series'), '2026-01-12').ok).toBe(true);
  });

  it('is with no case that ended, nor with one that nobody sees', () => {
    const [older, younger] = [case_('case-older', '2026-01-05'), case_('case-younger', '2026-01-06')];
    older.do('withdraw-before-acceptance', {}, '2026-01-07');
    expect(join(younger, older)).toMatchObject({ failure: { fields: [{ rule: 'case-ended' }] } });
    expect(
      younger.refusal('join-cases', { into: 'nowhere', reason: '同一行为' }, '2026-01-12').fields?.[0],
    ).toMatchObject({
      rule: 'unknown-link',
    });
  });
});

describe('a void case', () => {
  const voided = (p: Play = accepted()) => p.do('void-case', { why: '重复登记' }, '2026-01-12', theSectionHead);

  it('is voided by the section head or the head of the institution, and proposed by a handler', () => {
    const p = accepted();
    const input = { why: '重复登记' };
    expect(p.refusal('void-case', input, '2026-01-12').code).toBe('needs-approval');
    for (const head of [theSectionHead, theInstitutionHead])
      expect(p.ask('void-case', input, '2026-01-12', head).ok).toBe(true);
    expect(p.refusal('void-case', input, '2026-01-12', theOrganHead).code).toBe('needs-approval');
    p.do('propose', { step: { type: 'void-case', input } }, '2026-01-12');
    expect(p.builder.on('2026-01-12' as CivilDate).waiting.who).toBe('section-head');
    const proposalId = p.case.proposals[0]?.proposalId ?? '';
    p.do('approve', { proposalId }, '2026-01-13', theSectionHead);
    expect(p.builder.on('2026-01-13' as CivilDate).stage).toBe('voided');
  });

  it('is in no figure: its one fact is that it is void, and it has no limit', () => {
    const p = voided();
    expect(factsOf(p.case)).toEqual([
      { name: 'voided', subject: '', on: '2026-01-12', value: null, visibleFrom: '2026-01-12' },
    ]);
    expect(p.case.clocks.length).toBeGreaterThan(0);
    expect(new Set(p.case.clocks.map((k) => k.end.is))).toEqual(new Set(['superseded']));
    const rows = projectLedger(reconsideration, p.builder.ledger, p.builder.law);
    expect(rows?.caseIndex.outcome).toBe('voided');
    expect(rows?.participants.every((row) => row.stage === 'voided' && row.closed && row.sortDue === 'infinity')).toBe(
      true,
    );
    // What was believed before the mistake was found stays known for that time.
    const received = rows?.caseFacts.find((f) => f.name === 'received');
    expect(received?.knownTo).not.toBeNull();
    expect(rows?.caseFacts.filter((f) => f.knownTo === null).map((f) => f.name)).toEqual(['voided']);
  });

  it('silence accepts nothing in it', () => {
    const p = voided(registered());
    expect(p.builder.on('2026-02-12' as CivilDate).stage).toBe('voided');
    expect(p.case.lapses).toEqual([]);
  });

  it.each(stepTypes.filter((s) => s !== 'make-note' && s !== 'annul-entry'))('allows no %s', (step) => {
    for (const actor of [theHandler, theSectionHead, theInstitutionHead, theOrganHead]) {
      expect(
        voided()
          .next('2026-01-13', actor)
          .find((s) => s.step === step)?.verdict,
      ).toBe('refused');
    }
  });

  it('takes notes, and comes back whole by a head’s correction', () => {
    const p = accepted();
    const before = factsOf(p.case);
    voided(p).do('make-note', { text: '与前案重复。' }, '2026-01-13');
    const seq = p.builder.entries.find((e) => e.type === 'voided')?.seq ?? 0;
    expect(p.refusal('annul-entry', { seq, why: '并非重复' }, '2026-01-13').reason?.code).toBe('heads-only');
    expect(p.refusal('annul-entry', { seq: 4, why: '误记' }, '2026-01-13', theSectionHead).reason?.code).toBe(
      'case-voided',
    );
    p.do('annul-entry', { seq, why: '并非重复' }, '2026-01-13', theSectionHead);
    expect(factsOf(p.case)).toEqual(before);
  });

  it('with an outcome is void only with a reason, for what was served stands', () => {
    const p = registered().do('withdraw-before-acceptance', {}, '2026-01-07');
    const input = { why: '重复登记', duplicateOf: 'case-older' as StreamId };
    expect(p.refusal('void-case', input, '2026-01-12', theSectionHead)).toMatchObject({
      code: 'needs-reason',
      contradictions: [{ code: 'outcome-stands', article: null }],
    });
    p.do('void-case', { ...input, irregularReason: '导入时重复' }, '2026-01-12', theSectionHead);
    // Its outcome is not taken back meanwhile: only the voiding is.
    const seqOf = (type: string) => p.builder.entries.findLast((e) => e.type === type)?.seq ?? 0;
    const annul = (seq: number) => p.ask('annul-entry', { seq, why: '误记' }, '2026-01-13', theSectionHead);
    expect(annul(seqOf('withdrawn-before-acceptance'))).toMatchObject({ failure: { reason: { code: 'case-voided' } } });
    expect(annul(seqOf('voided')).ok).toBe(true);
    expect(factsOf(p.case)[0]?.value).toBe('case-older');
  });
});

describe('a transferred case', () => {
  const toApplicants = (p: Play) => ({
    sendings: [
      {
        addressee: { is: 'party' as const, partyId: p.case.parties[0]?.partyId ?? '' },
        method: 'post' as const,
        sentOn: '2026-01-12',
      },
    ],
  });
  it.each(['received', 'accepted'] as const)(
    'leaves from %s with its letter, and nothing is decided in it any more',
    (from) => {
      const p = from === 'received' ? registered() : accepted();
      const input = { toName: '某市人民政府', reason: '属于该机关管辖', document: toApplicants(p) };
      // Before acceptance the applicant is told who is competent (30(2)); after it only the rejection is left (33).
      if (from === 'accepted') {
        expect(p.refusal('transfer-case', input, '2026-01-12')).toMatchObject({
          code: 'needs-reason',
          contradictions: [{ code: 'transfer-after-acceptance', article: 'ARL2023 33' }],
        });
      } else expect(p.next('2026-01-12').find((s) => s.step === 'transfer-case')?.article).toBe('ARL2023 30(2)');
      const irregularReason = from === 'accepted' ? '有管辖权的机关同意接收' : null;
      p.do('transfer-case', { ...input, irregularReason }, '2026-01-12');
      expect(p.case.documents.at(-1)?.sendings).toHaveLength(1);
      expect(p.builder.on('2026-01-12' as CivilDate)).toMatchObject({
        stage: 'transferred',
        waiting: { who: 'nobody' },
      });
      expect(p.case.documents.at(-1)?.kind).toBe('relay-letter');
      expect(
        p.refusal('decide', { types: ['uphold'], operative: '维持。' }, '2026-01-13', theOrganHead).reason?.code,
      ).toBe('case-transferred');
    },
  );
});
