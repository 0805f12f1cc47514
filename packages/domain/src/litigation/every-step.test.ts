/** Every step of a lawsuit is reachable: each is done once, and what it leaves passes the schema of its entry. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countyGovernment, marketBureau, policeBureau } from '../testing/builders.ts';
import { theHandler, theLiaison, theSectionHead } from '../testing/play.ts';
import {
  aDeputy,
  aSummonsInput,
  playSuit,
  type SuitPlay,
  theDepartmentHead,
  theLeader,
  twoDefendants,
} from '../testing/play-lawsuit.ts';
import { suitFieldLabels } from './step-forms.ts';
import { type StepType, stepTypes } from './steps.ts';

const done = new Set<StepType>();
/** A play that remembers which steps were done. */
function watched(p: SuitPlay = playSuit()): SuitPlay {
  const original = p.do.bind(p);
  p.do = ((type: StepType, ...rest: [never, string]) => {
    original(type, ...rest);
    done.add(type);
    return p;
  }) as SuitPlay['do'];
  return p;
}
const registered = (input = aSummonsInput()) => watched().do('register-summons', input, '2026-03-04');
const session = { on: '2026-04-10', time: '09:00', place: '第三审判庭' };
const withSession = () => registered().do('set-session', session, '2026-03-20');
const reason = '情况如此';
const why = '另有安排';
const judgment = { outcomes: ['revoke' as const], redo: { days: 60 }, operative: '撤销。' };
const everybody = (p: SuitPlay) => [
  { is: 'organ' as const, organId: policeBureau },
  { is: 'party' as const, partyId: p.plaintiff },
];

const stories: Readonly<Record<string, () => SuitPlay>> = {
  'the organ answers': () => {
    const p = registered()
      .do('receive-papers', { papers: ['evidence-notice'] }, '2026-03-05')
      .do('acknowledge', { name: '陶某' }, '2026-03-05', theLiaison)
      .do('assign-responders', { accounts: [theLiaison.accountId] }, '2026-03-05', theLiaison)
      .do('appoint-agent', { kind: 'lawyer', name: '方某', unit: '某律师事务所' }, '2026-03-06', theLiaison)
      .do('object-jurisdiction', { grounds: '不动产在他县。' }, '2026-03-06', theLiaison)
      .do('record-objection-ruling', { upheld: false }, '2026-03-09')
      .do('ask-evidence-extension', { reason: '台风' }, '2026-03-10', theLiaison)
      .do('record-extension-answer', { allowed: true, causeRemovedOn: '2026-03-20' }, '2026-03-12', theLiaison);
    p.do(
      'end-agent',
      { agentId: p.suit.instances[0]?.agents[0]?.appointed.payload.agentId ?? '' },
      '2026-03-12',
      theLiaison,
    );
    return p
      .do('file-answer', { opinion: '请求驳回。' }, '2026-03-13', theDepartmentHead)
      .do('file-evidence', { evidence: [{ name: '鉴定书' }] }, '2026-03-30', theLiaison);
  },
  'a proposal on every road': () => {
    const p = registered();
    const id = () => p.suit.proposals[0]?.proposalId ?? '';
    const step = { type: 'file-answer' as const, input: {} };
    p.do('propose', { step }, '2026-03-05', theLiaison);
    p.do('return-proposal', { proposalId: id(), reasons: reason }, '2026-03-06', theDepartmentHead);
    p.do('propose', { step }, '2026-03-07', theLiaison);
    p.do('withdraw-proposal', { proposalId: id() }, '2026-03-07', theLiaison);
    p.do('propose', { step }, '2026-03-09', theLiaison);
    return p.do('approve', { proposalId: id() }, '2026-03-10', theDepartmentHead);
  },
  'the trial stands still and goes on in another procedure': () =>
    registered(aSummonsInput({ instance: { ...aSummonsInput().instance, procedure: 'simplified' } }))
      .do('change-procedure', { to: 'ordinary', reason }, '2026-03-09')
      .do('suspend-instance', { ground: 'other-case' }, '2026-03-10')
      .do('resume-instance', {}, '2026-04-10'),
  'a leader appears': () =>
    withSession()
      .do('mark-observation', { invited: [marketBureau] }, '2026-03-21')
      .do('plan-leader', { leader: aDeputy('何某') }, '2026-03-23', theLiaison)
      .do('replace-leader', { leader: aDeputy(), why }, '2026-03-24', theLiaison)
      .do('confirm-leader', {}, '2026-03-25', theLeader)
      .do('move-session', { on: '2026-04-13', time: '14:30', why }, '2026-04-01')
      .do('submit-identity-proof', {}, '2026-04-08', theLiaison)
      .do('check-identity-proof', { result: 'accepted' }, '2026-04-13')
      .do('hold-session', {}, '2026-04-13')
      .do('record-appearance', { leader: aDeputy(), spoke: true }, '2026-04-13', theLiaison)
      .do('record-observers', { came: [{ organId: marketBureau, people: 3 }] }, '2026-04-13'),
  'nobody can come': () =>
    withSession()
      .do(
        'explain-absence',
        { ground: 'force-majeure', reason: '台风', proof: 'sealed', askedAdjournment: true },
        '2026-04-09',
        theLiaison,
      )
      .do('rule-on-absence', { accepted: true }, '2026-04-09')
      .do('cancel-session', { why: '延期' }, '2026-04-09'),
  'one leader for both': () =>
    registered(twoDefendants()).do(
      'agree-appearance',
      { organIds: [policeBureau, countyGovernment], byOrganId: policeBureau },
      '2026-03-20',
    ),
  'judged, appealed, and taken back': () => {
    const p = registered().do('record-judgment', judgment, '2026-05-20');
    return p
      .do('record-service', { to: everybody(p) }, '2026-05-22')
      .do('record-appeal', { organs: [policeBureau] }, '2026-06-01')
      .do('withdraw-appeal', { organs: [policeBureau] }, '2026-06-02');
  },
  'to the second instance and to performance': () => {
    const p = registered().do('record-judgment', judgment, '2026-05-20');
    p.do('record-service', { to: everybody(p) }, '2026-05-22');
    p.do(
      'open-instance',
      {
        level: 'second',
        court: '云山市中级人民法院',
        courtNumber: '（2026）云04行终5号',
        parties: [p.plaintiff],
        appealedOn: '2026-06-01',
      },
      '2026-06-24',
    );
    p.do('record-judgment', { outcomes: ['uphold'], operative: '维持。' }, '2026-07-30');
    p.do('record-service', { to: everybody(p) }, '2026-08-03');
    return p
      .do('record-retrial-application', { parties: [p.plaintiff], court: '省高院' }, '2026-08-20')
      .do('record-court-measure', { measure: 'public-notice', irregularReason: reason }, '2026-09-20')
      .do('record-performance', { proof: '重新作出决定' }, '2026-09-25', theLiaison)
      .do('receive-advice', { subject: 'performance', summary: '及时履行' }, '2026-09-26')
      .do('answer-advice', { adopted: 'yes', summary: '已整改' }, '2026-10-08', theLiaison)
      .do('record-defects', { elements: ['facts'], what: '事实不清', irregularReason: reason }, '2026-10-08')
      .do('read-defects', { name: '陶某' }, '2026-10-09', theLiaison);
  },
  'a major lawsuit': () =>
    registered()
      .do('mark-major', { grounds: ['public-attention'] }, '2026-03-05')
      .do('feed-back-major', { text: '已应诉。' }, '2026-03-20')
      .do('unmark-major', { why }, '2026-04-20'),
  'the file': () => {
    const p = registered()
      .do('assign-undertaking', { undertakingId: marketBureau }, '2026-03-05')
      .do('assign-handlers', { accounts: [theHandler.accountId, 'account-second'] }, '2026-03-05')
      .do('hand-over', { from: theHandler.accountId, to: 'account-third' }, '2026-03-05')
      .do(
        'issue-form',
        { kind: 'power-of-attorney', template: 'power-of-attorney-1', fileId: 'file-1', name: '授权委托书' },
        '2026-03-06',
      )
      .do('add-file', { fileId: 'file-2', sha256: 'a'.repeat(64), name: '传票', kind: 'scan', size: 10 }, '2026-03-06')
      .do('make-note', { text: '已电话联系法院。' }, '2026-03-06')
      .do('link', { kind: 'related', to: 'case-1' }, '2026-03-06');
    p.do('unlink', { seq: p.suit.links[0]?.seq ?? 0, why }, '2026-03-07');
    p.do('update-person', { partyId: p.plaintiff, person: { name: '李某', address: '新街 1 号' } }, '2026-03-07');
    const papers = p.builder.entries.find((e) => e.type === 'court-papers-received')?.seq ?? 0;
    p.do('correct-entry', { seq: papers, payload: { way: 'direct' }, why: '登记有误' }, '2026-03-09');
    const undertaking = p.builder.entries.find((e) => e.type === 'undertaking-assigned')?.seq ?? 0;
    return p.do('annul-entry', { seq: undertaking, why: '登记有误' }, '2026-03-09');
  },
  'none at all': () =>
    registered().do('void-lawsuit', { why: '重复登记', duplicateOf: 'suit-other' }, '2026-03-05', theSectionHead),
};

describe('every step of a lawsuit', () => {
  it.each(Object.entries(stories))('%s', (_name, story) => {
    const p = story();
    expect(JSON.stringify(p.builder.entries)).not.toContain('number:');
    expect(p.suit.registered).not.toBeNull();
  });

  it('was done at least once', () => {
    for (const story of Object.values(stories)) story();
    expect(stepTypes.filter((s) => !done.has(s))).toEqual([]);
  });
});

describe('any input', () => {
  it('is answered, never thrown at', () => {
    const plays = [stories['a leader appears'], stories['to the second instance and to performance']].map(
      (s) => s?.() ?? playSuit(),
    );
    const value = fc.anything({ maxDepth: 2, withNullPrototype: false });
    const named = fc.dictionary(fc.constantFrom(...suitFieldLabels.filter((l) => !l.includes('.'))), value, {
      maxKeys: 12,
    });
    const whole = { ...aSummonsInput(), ...session, ...judgment, leader: aDeputy(), reason, why, name: '陶某' };
    fc.assert(
      fc.property(fc.constantFrom(...stepTypes), named, fc.boolean(), fc.nat(1), (type, given, fromWhole, n) => {
        const input = fromWhole ? { ...whole, ...given } : given;
        expect(typeof plays[n]?.ask(type, input as never, '2026-10-10').ok).toBe('boolean');
        const first = playSuit().ask('register-summons', { ...whole, ...given } as never, '2026-10-10');
        expect(typeof first.ok).toBe('boolean');
      }),
      { numRuns: 400 },
    );
  });
});
