/** What may happen next in every state of a lawsuit: the allowed steps by hand, all others refused or irregular. */
import { describe, expect, it } from 'vitest';
import type { OrganId } from '../ids.ts';
import { countyGovernment, marketBureau, policeBureau } from '../testing/builders.ts';
import { anActor, theHandler, theLiaison, theOrganHead, theSectionHead } from '../testing/play.ts';
import {
  aDeputy,
  aPlayedSuit,
  playSuit,
  type SuitPlay,
  theDepartmentHead,
  theLeader,
  theOfficer,
  twoDefendants,
} from '../testing/play-lawsuit.ts';
import { type StageKey, stageKeys, stageTable } from './next-steps.ts';
import { type StepType, stepTypes } from './steps.ts';
import { shownEntries } from './view-audience.ts';

const on = '2026-04-10';
const session = { on, time: '09:00', place: '第三审判庭' };
const judgment = { outcomes: ['revoke' as const], redo: {}, operative: '撤销。' };
const bothServed = (p: SuitPlay, day: string) =>
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
const answered = () => aPlayedSuit().do('file-answer', {}, '2026-03-10', theDepartmentHead);
const heldAndJudged = () => {
  const p = answered().do('set-session', session, '2026-03-20');
  p.do('plan-leader', { leader: aDeputy() }, '2026-03-21', theLiaison);
  p.do('submit-identity-proof', {}, '2026-04-08', theLiaison);
  p.do('record-appearance', { leader: aDeputy() }, on, theLiaison);
  return p.do('record-judgment', judgment, '2026-05-20');
};

/** Open as long as there is a suit. */
const file = [
  'assign-undertaking',
  'assign-responders',
  'receive-advice',
  'mark-major',
  'issue-form',
  'assign-handlers',
  'hand-over',
  'update-person',
  'link',
  'add-file',
  'make-note',
  'correct-entry',
  'annul-entry',
] as const satisfies readonly StepType[];
/** While the court has not spoken. */
const trial = [
  'receive-papers',
  'acknowledge',
  'appoint-agent',
  'object-jurisdiction',
  'ask-evidence-extension',
  'file-evidence',
  'change-procedure',
  'void-lawsuit',
  'propose',
  'record-judgment',
] as const satisfies readonly StepType[];
/** What comes too late once it has: on record with a reason. */
const tooLate = [
  'appoint-agent',
  'object-jurisdiction',
  'ask-evidence-extension',
  'file-answer',
  'file-evidence',
  'change-procedure',
  'suspend-instance',
  'set-session',
  'record-appearance',
  'submit-identity-proof',
  'replace-leader',
  'void-lawsuit',
  'propose',
] as const satisfies readonly StepType[];
const afterwards = [
  'receive-papers',
  'acknowledge',
  'open-instance',
  'check-identity-proof',
] as const satisfies readonly StepType[];

interface State {
  readonly day: string;
  readonly stage: StageKey;
  readonly make: () => SuitPlay;
  readonly usual: readonly StepType[];
  readonly allowed: readonly StepType[];
  readonly irregular: readonly StepType[];
}
const states: Readonly<Record<string, State>> = {
  unregistered: {
    day: '2026-03-02',
    stage: 'unregistered',
    usual: ['register-summons'],
    allowed: [],
    irregular: [],
    make: playSuit,
  },
  answering: {
    day: '2026-03-03',
    stage: 'answering',
    // The answer is waited for, and not the office's.
    usual: [],
    allowed: [...file, ...trial, 'file-answer', 'suspend-instance', 'set-session'],
    irregular: [],
    make: aPlayedSuit,
  },
  trying: {
    day: '2026-03-12',
    stage: 'trying',
    usual: ['set-session'],
    allowed: [...file, ...trial, 'suspend-instance'],
    irregular: ['file-answer'],
    make: answered,
  },
  'before the session': {
    day: '2026-03-25',
    stage: 'trying',
    usual: [],
    allowed: [
      ...file,
      ...trial,
      'suspend-instance',
      'set-session',
      'move-session',
      'cancel-session',
      'mark-observation',
      'confirm-leader',
      'replace-leader',
      'submit-identity-proof',
      'explain-absence',
    ],
    irregular: ['file-answer', 'plan-leader'],
    make: () =>
      answered().do('set-session', session, '2026-03-20').do('plan-leader', { leader: aDeputy() }, '2026-03-21'),
  },
  suspended: {
    day: '2026-03-25',
    stage: 'suspended',
    usual: ['resume-instance'],
    allowed: [...file, ...trial],
    irregular: ['file-answer', 'suspend-instance', 'set-session'],
    make: () => answered().do('suspend-instance', { ground: 'other-case' }, '2026-03-20'),
  },
  judged: {
    day: '2026-05-21',
    stage: 'judged',
    usual: ['record-service'],
    allowed: [...file, ...afterwards, 'record-appeal', 'record-court-measure', 'record-defects'],
    irregular: [...tooLate, 'record-retrial-application', 'record-performance'],
    make: heldAndJudged,
  },
  appealed: {
    day: '2026-06-02',
    stage: 'appealed',
    usual: ['open-instance'],
    allowed: [
      ...file,
      ...afterwards.filter((s) => s !== 'open-instance'),
      'record-appeal',
      'withdraw-appeal',
      'record-court-measure',
      'record-defects',
    ],
    irregular: [...tooLate, 'record-retrial-application', 'record-performance'],
    make: () => bothServed(heldAndJudged(), '2026-05-22').do('record-appeal', { organs: [policeBureau] }, '2026-06-01'),
  },
  performing: {
    day: '2026-07-01',
    stage: 'performing',
    usual: ['record-performance', 'record-defects'],
    allowed: [...file, ...afterwards, 'record-retrial-application', 'record-court-measure'],
    irregular: [...tooLate, 'record-appeal'],
    make: () => bothServed(heldAndJudged(), '2026-05-22'),
  },
  closed: {
    day: '2026-07-02',
    stage: 'closed',
    usual: ['record-defects'],
    allowed: [...file, ...afterwards, 'record-retrial-application'],
    irregular: [...tooLate, 'record-appeal'],
    make: () =>
      bothServed(heldAndJudged(), '2026-05-22').do('record-performance', { proof: '重新作出决定' }, '2026-07-01'),
  },
  voided: {
    day: '2026-03-05',
    stage: 'voided',
    usual: [],
    allowed: ['make-note', 'annul-entry'],
    irregular: [],
    make: () => aPlayedSuit().do('void-lawsuit', { why: '登记错误' }, '2026-03-04', theSectionHead),
  },
};

describe('every step in every state', () => {
  it.each(Object.entries(states))('%s: the allowed ones by hand, all others refused', (_name, s) => {
    const next = s.make().next(s.day);
    const by = (verdict: string) =>
      next
        .filter((n) => n.verdict === verdict)
        .map((n) => n.step)
        .sort();
    expect(by('usual')).toEqual([...s.usual].sort());
    expect(by('allowed')).toEqual([...s.allowed].sort());
    expect(by('irregular')).toEqual([...s.irregular].sort());
    expect(next).toHaveLength(stepTypes.length);
    for (const n of next) {
      if (n.verdict === 'refused' || n.verdict === 'irregular') expect(n.reason, n.step).not.toBeNull();
    }
  });

  it('covers every stage of the table but the one between two instances', () => {
    const covered = new Set(Object.values(states).map((s) => s.stage));
    expect(stageKeys.filter((k) => !covered.has(k))).toEqual(['effective']);
    expect(Object.keys(stageTable).sort()).toEqual([...stageKeys].sort());
  });

  it.each(Object.entries(states))('%s: what is refused as a button is refused as a step', (_name, { day, make }) => {
    const p = make();
    for (const { step, verdict, reason } of p.next(day)) {
      if (verdict !== 'refused') continue;
      const answer = p.ask(step as StepType, {} as never, day);
      expect(answer.ok, `${step} ${reason}`).toBe(false);
    }
  });
});

describe('who asks', () => {
  const steps = (p: SuitPlay, day: string, actor: typeof theOfficer) =>
    p
      .next(day, actor)
      .filter((s) => s.verdict !== 'refused')
      .map((s) => s.step)
      .sort();

  it('the people of the organ: their own steps, and none of the office’s', () => {
    const p = states.answering?.make() as SuitPlay;
    expect(steps(p, '2026-03-03', theLiaison)).toEqual(
      [
        'acknowledge',
        'assign-responders',
        'appoint-agent',
        'object-jurisdiction',
        'ask-evidence-extension',
        'file-answer',
        'file-evidence',
        'issue-form',
        'add-file',
        'propose',
      ].sort(),
    );
  });

  it('the office is nudged where its own organ answers through it', () => {
    const usual = (p: SuitPlay, actor: typeof theOfficer) =>
      p
        .next('2026-03-05', actor)
        .filter((s) => s.verdict === 'usual')
        .map((s) => s.step);
    expect(usual(aPlayedSuit(twoDefendants()), theOfficer)).toEqual(['acknowledge', 'file-answer']);
    expect(usual(aPlayedSuit(), theLiaison)).toEqual(['acknowledge', 'file-answer']);
  });

  it('the undertaking department acts for the organ it undertakes', () => {
    const p = aPlayedSuit(
      twoDefendants({
        organs: [{ organId: countyGovernment, role: 'original-organ', undertakingId: policeBureau }],
        before: 'none',
        papers: [{ organId: countyGovernment, papers: ['complaint-copy'] }],
      }),
    );
    p.do('acknowledge', { name: '陶某' }, '2026-03-03', theLiaison);
    expect(p.suit.acknowledged[0]?.payload.organId).toBe(countyGovernment);
    p.do('file-answer', {}, '2026-03-10', theDepartmentHead);
    expect(p.suit.instances[0]?.answers[0]?.payload.organId).toBe(countyGovernment);
  });

  it('another organ, a statistician: nothing; the organ above sees and does nothing', () => {
    const p = states.answering?.make() as SuitPlay;
    expect(steps(p, '2026-03-03', anActor('department-liaison', marketBureau))).toEqual([]);
    expect(steps(p, '2026-03-03', anActor('statistician'))).toEqual([]);
    const above = { ...anActor('handler', 'organ-city' as never), scope: [countyGovernment] };
    expect(steps(p, '2026-03-03', above)).toEqual([]);
  });

  it('an organ does not act for its co-defendant', () => {
    const p = aPlayedSuit(twoDefendants());
    const refusal = p.refusal('acknowledge', { organId: countyGovernment, name: '陶某' }, '2026-03-05', theLiaison);
    expect(refusal.reason?.code).toBe('not-this-actor');
  });

  it('the leader confirms their own appearance and nothing else', () => {
    const p = states['before the session']?.make() as SuitPlay;
    expect(steps(p, '2026-03-25', theLeader)).toEqual(['confirm-leader']);
    expect(p.next('2026-03-25', theLeader)[0]).toMatchObject({ step: 'confirm-leader', verdict: 'usual' });
    expect(steps(p, '2026-03-25', anActor('leader', policeBureau, '另一人'))).toEqual([]);
    p.do('confirm-leader', {}, '2026-03-25', theLeader);
    expect(steps(p, '2026-03-25', theLeader)).toEqual([]);
  });

  it('who took another organ’s place acts in its suits', () => {
    const successor = anActor('department-liaison', marketBureau);
    const heir = { ...successor, acting: { ...successor.acting, succeeds: [policeBureau] } };
    const p = states.answering?.make() as SuitPlay;
    p.do('acknowledge', { name: '陶某' }, '2026-03-03', heir);
    expect(p.suit.acknowledged[0]?.payload.organId).toBe(policeBureau);
  });
});

describe('who signs', () => {
  it('the answer of an organ leaves it once its head has signed', () => {
    const p = states.answering?.make() as SuitPlay;
    expect(p.refusal('file-answer', {}, '2026-03-05', theLiaison)).toMatchObject({
      code: 'needs-approval',
      reason: { code: 'proposes-to-approver', params: { approver: 'department-head' } },
    });
    p.do('propose', { step: { type: 'file-answer', input: { opinion: '请求驳回。' } } }, '2026-03-05', theLiaison);
    expect(p.refusal('propose', { step: { type: 'file-answer', input: {} } }, '2026-03-05', theLiaison)).toMatchObject({
      reason: { code: 'proposal-pending' },
    });
    const proposalId = p.suit.proposals[0]?.proposalId ?? '';
    expect(p.refusal('approve', { proposalId }, '2026-03-06', theLiaison).reason?.code).toBe('not-the-approver');
    expect(p.refusal('approve', { proposalId }, '2026-03-06', theHandler).reason?.code).toBe('not-the-approver');
    p.do('return-proposal', { proposalId, reasons: '请补充事实。' }, '2026-03-06', theDepartmentHead);
    expect(p.suit.proposals).toEqual([]);
    p.do('propose', { step: { type: 'file-answer', input: { opinion: '已补充。' } } }, '2026-03-07', theLiaison);
    p.do('withdraw-proposal', { proposalId: p.suit.proposals[0]?.proposalId ?? '' }, '2026-03-07', theLiaison);
    p.do('propose', { step: { type: 'file-answer', input: { opinion: '已补充。' } } }, '2026-03-09', theLiaison);
    p.do('approve', { proposalId: p.suit.proposals[0]?.proposalId ?? '' }, '2026-03-10', theDepartmentHead);
    expect(p.suit.instances[0]?.answers[0]?.occurredOn).toBe('2026-03-10');
  });

  it('on paper, by the head the answer is signed by, with the scan', () => {
    const p = states.answering?.make() as SuitPlay;
    const paper = (role: 'department-head' | 'organ-head') => ({
      doneBy: { name: '何局长', title: '局长', role },
      fileIds: ['file-scan'],
    });
    expect(p.refusal('file-answer', { onPaper: paper('organ-head') }, '2026-03-05', theLiaison)).toMatchObject({
      fields: [{ field: 'onPaper.doneBy.role', rule: 'not-the-signer' }],
    });
    p.do('file-answer', { onPaper: paper('department-head') }, '2026-03-05', theLiaison);
    const [answer] = p.suit.instances[0]?.answers ?? [];
    expect(answer).toMatchObject({ doneBy: { name: '何局长' }, payload: { signedByHead: true } });
    expect(answer?.documentIds).toHaveLength(1);
    // The scan of the signature stays inside the organ; not even the office sees it.
    const scans = (acting: OrganId, audience: 'respondent' | 'reviewing') =>
      shownEntries(p.suit.entries, { mine: [acting], audience, own: [acting] }).filter(
        (e) => e.type === 'document-issued',
      );
    expect(scans(policeBureau, 'respondent')).toHaveLength(1);
    expect(scans(countyGovernment, 'reviewing')).toHaveLength(0);
    expect(scans(marketBureau, 'respondent')).toHaveLength(0);
  });

  it('where the office answers itself, its organ’s head signs', () => {
    const p = aPlayedSuit(twoDefendants());
    const own = { organId: countyGovernment };
    expect(p.refusal('file-answer', own, '2026-03-05', theHandler)).toMatchObject({
      code: 'needs-approval',
      reason: { params: { approver: 'organ-head' } },
    });
    p.do('propose', { step: { type: 'file-answer', input: own } }, '2026-03-05', theHandler);
    p.do('approve', { proposalId: p.suit.proposals[0]?.proposalId ?? '' }, '2026-03-06', theOrganHead);
    // What the department filed is recorded by whoever keeps the file, as every other paper is.
    p.do('file-answer', { organId: policeBureau }, '2026-03-09', theHandler);
    expect(p.suit.instances[0]?.answers.map((a) => a.payload.organId)).toEqual([countyGovernment, policeBureau]);
  });

  it('a suit is voided by a head', () => {
    const p = states.answering?.make() as SuitPlay;
    expect(p.refusal('void-lawsuit', { why: '重复' }, '2026-03-05').code).toBe('needs-approval');
    p.do('propose', { step: { type: 'void-lawsuit', input: { why: '重复' } } }, '2026-03-05');
    p.do('approve', { proposalId: p.suit.proposals[0]?.proposalId ?? '' }, '2026-03-05', theSectionHead);
    expect(p.suit.voided).not.toBeNull();
    const seq = p.suit.voided?.seq ?? 0;
    expect(p.refusal('annul-entry', { seq, why: '误作废' }, '2026-03-06').reason?.code).toBe('heads-only');
    p.do('annul-entry', { seq, why: '误作废' }, '2026-03-06', theSectionHead);
    expect(p.suit.voided).toBeNull();
  });
});
