/** Steps as they are decided: the whole errand, approvals on both routes, what is recorded although it broke a rule, what is not possible. */
import { describe, expect, it } from 'vitest';
import { entriesWith } from '../case-view/hypothetical.ts';
import type { DocumentId, SendingId } from '../ids.ts';
import { catalogue, reasonText } from '../labels/catalogue.ts';
import { clockStatusOn } from '../ledger/clock.ts';
import { aCase, countyGovernment, marketBureau, policeBureau } from '../testing/builders.ts';
import {
  anActor,
  anApplication,
  type Play,
  play,
  theHandler,
  theInstitutionHead,
  theLiaison,
  theOrganHead,
  theSectionHead,
} from '../testing/play.ts';
import { foldWith } from './hypothetical.ts';
import { type DocumentInput, type PaperDecider, paperDeciders } from './step-inputs.ts';
import { stepTypes } from './steps.ts';

type Sendings = Parameters<Play['do']>[1] extends never ? never : NonNullable<Partial<DocumentInput>['sendings']>;
const toOrgan = (sentOn: string | null, servedOn: string | null = null) =>
  [{ addressee: { is: 'organ', organId: policeBureau }, method: 'exchange', sentOn, servedOn }] as unknown as Sendings;

const applicantOf = (p: Play): string => p.case.parties.find((x) => x.capacity === 'applicant')?.partyId ?? '';
const toApplicant = (p: Play, sentOn: string | null, servedOn: string | null = null) =>
  [{ addressee: { is: 'party', partyId: applicantOf(p) }, method: 'post', sentOn, servedOn }] as unknown as Sendings;
const everyone = (p: Play, sentOn: string | null, servedOn: string | null = null) =>
  [...toApplicant(p, sentOn, servedOn), ...toOrgan(sentOn, servedOn)] as unknown as Sendings;

const registered = () => play().do('register-application', anApplication(), '2026-01-05');
const accepted = () => registered().do('accept', {}, '2026-01-08');
/** Accepted 2026-01-08: 60 days end on Monday 2026-03-09. */
const replied = () =>
  accepted()
    .do(
      'issue-copy',
      { occurredOn: '2026-01-09', document: { sendings: toOrgan('2026-01-09', '2026-01-12') } },
      '2026-01-12',
    )
    .do('file-reply', { respondentId: policeBureau, opinion: '请求维持。' }, '2026-01-20', theLiaison);
const heard = () => {
  const p = replied();
  return p.do('hear-opinion', { partyId: applicantOf(p), manner: 'telephone', summary: '坚持请求。' }, '2026-01-21');
};
const decision = { types: ['uphold' as const], operative: '维持。', articles: ['68'] };
const extension = { days: 30, reason: '案情复杂。' };

const paper = (role: PaperDecider = 'institution-head') => ({
  doneBy: { name: '周某', title: '机构负责人', role },
  fileIds: ['file-1'],
});
const codes = (p: { contradictions?: readonly { code: string }[] }) => (p.contradictions ?? []).map((x) => x.code);
const rulesOf = (f: { fields?: readonly { field: string; rule: string }[] }) =>
  (f.fields ?? []).map((x) => `${x.field} ${x.rule}`);
const typesOf = (p: Play) => p.builder.entries.map((e) => e.type);

describe('the errand', () => {
  it('goes from the post to a served decision, with approvals', () => {
    const p = registered();
    expect(p.case.number).toBe('云政复〔2026〕41号');
    p.do(
      'notify-correction',
      {
        occurredOn: '2026-01-07',
        items: ['身份证明'],
        document: { sendings: toApplicant(p, '2026-01-07', '2026-01-08') },
      },
      '2026-01-08',
      theHandler,
    );
    expect(p.due('reconsideration.correct')).toBe('2026-01-22');
    p.do('record-correction', { filedOn: '2026-01-13', materials: ['身份证'] }, '2026-01-14');
    p.do('accept', { document: { sendings: toApplicant(p, '2026-01-16') } }, '2026-01-16');
    p.do('issue-copy', { document: { sendings: toOrgan('2026-01-19') } }, '2026-01-19');
    const copy = p.case.documents.find((d) => d.kind === 'reply-notice');
    p.do('record-service', { sendingId: copy?.sendings[0]?.id ?? '', proof: '签收' }, '2026-01-20');
    expect(p.due('reconsideration.reply-ordinary')).toBe('2026-02-03');
    p.do('file-reply', { respondentId: policeBureau, opinion: '请求维持。' }, '2026-02-02', theLiaison);
    p.do('hear-opinion', { partyId: applicantOf(p), manner: 'internet', summary: '坚持请求。' }, '2026-02-05');
    p.do('suspend', { ground: 'other-case', reason: '等待另案。' }, '2026-02-10');
    expect(p.builder.on('2026-02-11').stage).toBe('suspended');
    p.do('resume', { reason: '另案已结。' }, '2026-02-20');
    p.do(
      'propose',
      {
        step: { type: 'extend', input: { ...extension, document: { sendings: everyone(p, null) } } },
        opinion: '拟延期',
      },
      '2026-03-02',
    );
    p.do(
      'endorse',
      { proposalId: p.case.proposals[0]?.proposalId ?? '', opinion: '同意呈报' },
      '2026-03-03',
      theSectionHead,
    );
    p.do(
      'approve',
      { proposalId: p.case.proposals[0]?.proposalId ?? '', opinion: '同意' },
      '2026-03-04',
      theInstitutionHead,
    );
    expect(p.case.proposals).toEqual([]);
    // Approved, and not posted yet: sixty days and ten stopped ones; with the notice on its way thirty more.
    expect(p.due('reconsideration.decide-ordinary')).toBe('2026-03-27');
    expect(codes(p.case)).toEqual(['extension-not-sent']);
    expect(p.builder.on('2026-03-04').waiting.what).toBe('send-extension');
    const notice = p.case.documents.find((d) => d.kind === 'extension-notice');
    const sendings = everyone(p, '2026-03-05');
    p.do('send-document', { documentId: notice?.id ?? '', sendings: sendings ?? [] }, '2026-03-05');
    expect(p.due('reconsideration.decide-ordinary')).toBe('2026-04-27');
    expect(p.builder.on('2026-03-05').waiting.what).toBe('decide');
    p.do(
      'propose',
      { step: { type: 'decide', input: { ...decision, document: { sendings: everyone(p, null) } } } },
      '2026-04-01',
    );
    p.do('approve', { proposalId: p.case.proposals[0]?.proposalId ?? '' }, '2026-04-02', theOrganHead);
    expect(p.builder.on('2026-04-02').stage).toBe('decided');
    const letter = p.case.documents.find((d) => d.kind === 'decision');
    expect(letter?.number).toBe('云政复决字〔2026〕41号');
    for (const s of letter?.sendings ?? []) {
      p.do('record-service', { sendingId: s.id, proof: '送达回证' }, '2026-04-07');
    }
    expect(p.builder.on('2026-04-07').stage).toBe('closed');
    expect(p.case.contradictions).toEqual([]);
  });

  it('numbers the documents of a case with its own serial, a second of a kind apart', () => {
    const p = accepted();
    for (let i = 0; i < 2; i += 1) p.do('issue-document', { kind: 'hearing-notice' }, '2026-01-12');
    p.do('issue-document', { kind: 'other' }, '2026-01-12');
    p.do('issue-document', { kind: 'decision', document: { number: '云政复终〔2026〕3号' } }, '2026-01-12');
    expect(p.case.documents.map((d) => d.number)).toEqual([
      '云政复听字〔2026〕41号',
      '云政复听字〔2026〕41-2号',
      null,
      '云政复终〔2026〕3号',
    ]);
  });

  it('keeps people and long texts beside the ledger', () => {
    const p = registered();
    expect(p.kept).toEqual(['李某', '撤销该行政处罚决定。', '认定事实不清。']);
    expect(JSON.stringify(p.builder.entries)).not.toContain('李某');
  });

  it('asks the store for the number, of the year of receipt', () => {
    const asked = play().ask('register-application', anApplication(), '2026-01-06');
    expect(asked.ok && asked.numbers).toEqual([
      expect.objectContaining({
        organId: countyGovernment,
        series: 'reconsideration',
        year: 2026,
        format: '云政复〔{year}〕{n}号',
      }),
    ]);
  });

  it('leaves the first entries of a case: received, registered, handlers', () => {
    expect(typesOf(registered())).toEqual(['application-received', 'case-registered', 'handlers-assigned']);
  });
});

describe('the simplified procedure by agreement (53(2))', () => {
  const agreed = (allPartiesAgree: boolean) => ({
    procedure: 'simplified' as const,
    simplifiedGround: 'all-parties-agree' as const,
    allPartiesAgree,
  });
  it('is accepted on record of the agreement; without it a reason is asked for', () => {
    expect(codes(registered().refusal('accept', agreed(false), '2026-01-08'))).toEqual(['not-all-parties-agree']);
    const p = registered().do('accept', agreed(true), '2026-01-08');
    expect(p.case.contradictions).toEqual([]);
    expect(p.case.procedures).toMatchObject([{ procedure: 'simplified' }]);
  });
});

describe('the mediation letter', () => {
  it('is signed and sealed between its own day and the day recorded: any other day is wrong at its field', () => {
    const p = heard().do('make-mediation-letter', { terms: '协议' }, '2026-02-10');
    const sign = (lastSignedOn: string, sealedOn: string) =>
      rulesOf(p.refusal('sign-mediation', { occurredOn: '2026-02-12', lastSignedOn, sealedOn }, '2026-02-20'));
    expect(sign('2026-02-09', '2026-02-11')).toEqual(['lastSignedOn day-before-trigger']);
    expect(sign('2026-02-11', '2026-02-13')).toEqual(['sealedOn signed-after-recording']);
    p.do(
      'sign-mediation',
      { occurredOn: '2026-02-12', lastSignedOn: '2026-02-10', sealedOn: '2026-02-12' },
      '2026-02-20',
    );
    expect(p.case.closing).toMatchObject({ on: '2026-02-12', how: { is: 'mediated' } });
  });
});

describe('approval', () => {
  it('is needed where an article names an approver, and the handler is told whose', () => {
    const p = heard();
    expect(p.refusal('extend', extension, '2026-03-02')).toEqual({
      code: 'needs-approval',
      reason: { code: 'proposes-to-approver', article: 'ARL2023 62(1)', params: { approver: 'institution-head' } },
    });
    expect(p.refusal('decide', decision, '2026-03-02').reason?.params).toEqual({ approver: 'organ-head' });
  });

  it('is not needed where the approver acts in person', () => {
    expect(heard().ask('extend', extension, '2026-03-02', theInstitutionHead).ok).toBe(true);
    expect(heard().ask('extend', extension, '2026-03-02', theOrganHead).ok).toBe(false);
  });

  it('is recorded from paper by a clerk, with who decided and the scan', () => {
    const p = heard();
    p.do('extend', { ...extension, occurredOn: '2026-03-02', onPaper: paper() }, '2026-03-04');
    const extended = p.builder.entries.find((e) => e.type === 'extended');
    expect(extended?.doneBy).toEqual({ name: '周某', title: '机构负责人' });
    expect(extended?.occurredOn).toBe('2026-03-02');
    const scan = p.case.documents.find((d) => d.kind === 'approval-form');
    expect(scan?.fileIds).toEqual(['file-1']);
    expect(extended?.documentIds).toContain(scan?.id);
  });

  it('decides anew on the day of approval: the letter bears that day, and is sent no earlier', () => {
    const p = heard();
    const document = { madeOn: '2026-03-01', sendings: everyone(p, null) };
    p.do('propose', { step: { type: 'extend', input: { ...extension, document } } }, '2026-03-02');
    const { proposalId } = p.case.proposals[0] ?? { proposalId: '' };
    p.do('approve', { proposalId }, '2026-03-06', theInstitutionHead);
    const extended = p.builder.entries.find((e) => e.type === 'extended');
    expect(extended?.occurredOn).toBe('2026-03-06');
    const letter = p.case.documents.find((d) => d.kind === 'extension-notice');
    expect(letter?.madeOn).toBe('2026-03-06');
    expect(letter?.sendings.every((s) => s.sentOn === null)).toBe(true);
    expect(typesOf(p).slice(-3)).toEqual(['step-approved', 'document-issued', 'extended']);
  });

  it('of an extension after the limit asks the approver for a reason, and moves nothing', () => {
    const p = heard();
    p.do('propose', { step: { type: 'extend', input: extension } }, '2026-03-02');
    const { proposalId } = p.case.proposals[0] ?? { proposalId: '' };
    const late = p.refusal('approve', { proposalId }, '2026-03-10', theInstitutionHead);
    expect(late.code).toBe('needs-reason');
    expect(codes(late)).toContain('extension-made-late');
    p.do('approve', { proposalId, irregularReason: '漏办' }, '2026-03-10', theInstitutionHead);
    expect(p.due('reconsideration.decide-ordinary')).toBe('2026-03-09');
  });

  it('is answered only by those who may: returned with reasons, withdrawn by who proposed', () => {
    const p = heard();
    p.do('propose', { step: { type: 'extend', input: extension }, opinion: '拟延期' }, '2026-03-02');
    const { proposalId } = p.case.proposals[0] ?? { proposalId: '' };
    expect(p.refusal('approve', { proposalId }, '2026-03-03').reason?.code).toBe('not-the-approver');
    expect(p.refusal('approve', { proposalId }, '2026-03-03', theOrganHead).reason?.code).toBe('not-the-approver');
    expect(p.refusal('endorse', { proposalId }, '2026-03-03').reason?.code).toBe('not-this-actor');
    expect(p.refusal('withdraw-proposal', { proposalId }, '2026-03-03', theOrganHead).reason?.code).toBe(
      'not-this-actor',
    );
    expect(rulesOf(p.refusal('return-proposal', { proposalId, reasons: '' }, '2026-03-03', theSectionHead))).toEqual([
      'reasons required',
    ]);
    p.do('endorse', { proposalId }, '2026-03-03', theSectionHead);
    expect(p.refusal('endorse', { proposalId }, '2026-03-03', theSectionHead).reason?.code).toBe('already-endorsed');
    p.do('return-proposal', { proposalId, reasons: '理由不足' }, '2026-03-04', theInstitutionHead);
    expect(p.case.proposals).toEqual([]);
    expect(rulesOf(p.refusal('approve', { proposalId }, '2026-03-04', theInstitutionHead))).toEqual([
      'proposalId unknown-proposal',
    ]);
    p.do('propose', { step: { type: 'extend', input: extension } }, '2026-03-05');
    p.do('withdraw-proposal', { proposalId: p.case.proposals[0]?.proposalId ?? '' }, '2026-03-05');
    expect(p.case.proposals).toEqual([]);
  });

  it('may be recorded from paper for a proposal that waits in the system', () => {
    const p = heard();
    p.do('propose', { step: { type: 'extend', input: extension } }, '2026-03-02');
    const { proposalId } = p.case.proposals[0] ?? { proposalId: '' };
    const onPaper = paper();
    for (const wrong of ['section-head', 'organ-head', 'collective-discussion'] as const) {
      expect(rulesOf(p.refusal('approve', { proposalId, onPaper: paper(wrong) }, '2026-03-04'))).toEqual([
        'onPaper.doneBy.role not-the-approver',
      ]);
    }
    p.do('approve', { proposalId, onPaper }, '2026-03-04');
    const extended = p.builder.entries.find((e) => e.type === 'extended');
    expect(extended?.doneBy).toEqual({ name: '周某', title: '机构负责人' });
    const scan = p.case.documents.find((d) => d.kind === 'approval-form');
    expect(scan?.fileIds).toEqual(['file-1']);
    expect(extended?.documentIds).toContain(scan?.id);
  });

  it('is returned from paper by whoever may return it, with the scan', () => {
    const p = heard();
    p.do('propose', { step: { type: 'extend', input: extension } }, '2026-03-02');
    const { proposalId } = p.case.proposals[0] ?? { proposalId: '' };
    const returned = (role: PaperDecider) => ({ proposalId, reasons: '理由不足', onPaper: paper(role) });
    expect(rulesOf(p.refusal('return-proposal', returned('organ-head'), '2026-03-03'))).toEqual([
      'onPaper.doneBy.role not-the-approver',
    ]);
    p.do('return-proposal', returned('section-head'), '2026-03-03');
    expect(p.case.proposals).toEqual([]);
    const scan = p.case.documents.find((d) => d.kind === 'approval-form');
    const entry = p.builder.entries.find((e) => e.type === 'step-returned');
    expect(entry).toMatchObject({ documentIds: [scan?.id], doneBy: { name: '周某', title: '机构负责人' } });
  });

  it('on paper is no way round the approver: no scan, no office, or another one’s is refused', () => {
    const extend = (onPaper: unknown) =>
      rulesOf(heard().refusal('extend', { ...extension, onPaper: onPaper as never }, '2026-03-02'));
    expect(extend({ doneBy: paper().doneBy })).toEqual(['onPaper.fileIds required']);
    expect(extend({ ...paper(), fileIds: [] })).toEqual(['onPaper.fileIds required']);
    expect(extend({ ...paper(), doneBy: { name: '周某', title: '机构负责人' } })).toEqual([
      'onPaper.doneBy.role required',
    ]);
    for (const role of paperDeciders.filter((r) => r !== 'institution-head')) {
      expect(extend(paper(role)), role).toEqual(['onPaper.doneBy.role not-the-approver']);
    }
    for (const role of ['section-head', 'institution-head'] as const) {
      const decided = heard().refusal('decide', { ...decision, onPaper: paper(role) }, '2026-03-02');
      expect(rulesOf(decided), role).toEqual(['onPaper.doneBy.role not-the-approver']);
    }
    // Under the old law the organ's head approved an extension.
    const old = play().do(
      'register-application',
      anApplication({
        filedOn: '2019-03-25',
        receivedOn: '2019-03-25',
        act: { ...anApplication().act, madeOn: null, knownOn: null },
      }),
      '2019-03-25',
    );
    expect(rulesOf(old.refusal('extend', { ...extension, onPaper: paper() }, '2019-05-20'))).toEqual([
      'onPaper.doneBy.role not-the-approver',
    ]);
    expect(old.ask('extend', { ...extension, onPaper: paper('organ-head') }, '2019-05-20').ok).toBe(true);
  });

  it('of a decision may be collective discussion, whose minutes are the scan', () => {
    const p = heard().do('decide', { ...decision, onPaper: paper('collective-discussion') }, '2026-03-02');
    expect(p.case.decision?.payload.collective).toBe(true);
    expect(p.case.documents.find((d) => d.kind === 'approval-form')?.fileIds).toEqual(['file-1']);
    const byHead = heard().do('decide', { ...decision, onPaper: paper('organ-head') }, '2026-03-02');
    expect(byHead.case.decision?.payload.collective).toBe(false);
  });

  it('is not asked for what could not be done, and not twice', () => {
    const p = heard();
    const bad = p.refusal('propose', { step: { type: 'extend', input: { days: 0 } } }, '2026-03-02');
    expect(rulesOf(bad)).toEqual(['step.input.days too-low', 'step.input.reason required']);
    expect(p.refusal('propose', { step: { type: 'suspend', input: {} } }, '2026-03-02').reason?.code).toBe(
      'no-approval-needed',
    );
    expect(
      registered().refusal('propose', { step: { type: 'decide', input: decision } }, '2026-01-06').reason?.code,
    ).toBe('not-accepted-yet');
    p.do('propose', { step: { type: 'extend', input: extension } }, '2026-03-02');
    expect(p.refusal('propose', { step: { type: 'extend', input: extension } }, '2026-03-02').reason?.code).toBe(
      'proposal-pending',
    );
    expect(p.refusal('extend', extension, '2026-03-02', theInstitutionHead).reason?.code).toBe('proposal-pending');
  });

  it('keeps nothing beside the ledger for a proposal, which is no fact', () => {
    const p = heard();
    const before = p.kept.length;
    const due = p.due('reconsideration.decide-ordinary');
    p.do('propose', { step: { type: 'decide', input: decision } }, '2026-02-10');
    expect(p.kept.length).toBe(before);
    expect(p.case.decision).toBeNull();
    expect(p.due('reconsideration.decide-ordinary')).toBe(due);
  });

  it('before 2024 came from the head of the organ', () => {
    const p = play().do(
      'register-application',
      anApplication({
        filedOn: '2019-03-25',
        receivedOn: '2019-03-25',
        act: { ...anApplication().act, madeOn: '2019-03-01', knownOn: '2019-03-01' },
      }),
      '2019-03-25',
    );
    expect(p.refusal('extend', extension, '2019-05-23').reason).toEqual({
      code: 'proposes-to-approver',
      article: 'ARL1999 31(1)',
      params: { approver: 'organ-head' },
    });
    expect(p.ask('extend', extension, '2019-05-23', theOrganHead).ok).toBe(true);
  });
});

describe('what broke a rule is recorded with a reason, and moves no date that it could not move', () => {
  const onPaper = paper();
  const decide = 'reconsideration.decide-ordinary';

  it('an extension after the end', () => {
    const p = heard();
    const late = { ...extension, onPaper };
    expect(codes(p.refusal('extend', late, '2026-03-10'))).toContain('extension-made-late');
    p.do('extend', { ...late, irregularReason: '漏办' }, '2026-03-10');
    expect(p.due(decide)).toBe('2026-03-09');
    const entry = p.builder.entries.find((e) => e.type === 'extended');
    expect(entry?.irregular?.reason).toBe('漏办');
    expect(entry?.irregular?.codes).toContain('extension-made-late');
    expect(p.builder.entries.filter((e) => e.type === 'document-issued').every((e) => e.irregular === null)).toBe(true);
  });

  it('more than thirty days', () => {
    const p = heard();
    const long = { days: 45, reason: '案情复杂。', onPaper };
    expect(codes(p.refusal('extend', long, '2026-03-02'))).toContain('extension-beyond-cap');
    p.do('extend', { ...long, irregularReason: '误批' }, '2026-03-02');
    expect(p.due(decide)).toBe('2026-03-09');
  });

  it('a suspension on no listed ground: the clock runs on', () => {
    const p = heard();
    const stop = { ground: null, reason: '工作安排。' };
    expect(codes(p.refusal('suspend', stop, '2026-02-02'))).toContain('suspended-on-no-ground');
    p.do('suspend', { ...stop, irregularReason: '已发出通知' }, '2026-02-02');
    p.do('resume', { reason: '恢复。' }, '2026-02-12');
    expect(p.due(decide)).toBe('2026-03-09');
    expect(p.builder.on('2026-02-05').stage).toBe('accepted');
  });

  it('a second correction notice, an early abandonment, a refusal after silence', () => {
    const p = registered();
    p.do(
      'notify-correction',
      {
        occurredOn: '2026-01-07',
        items: ['身份证明'],
        document: { sendings: toApplicant(p, '2026-01-07', '2026-01-08') },
      },
      '2026-01-08',
    );
    expect(codes(p.refusal('notify-correction', { items: ['委托书'] }, '2026-01-09'))).toEqual([
      'second-correction-notice',
    ]);
    expect(codes(p.refusal('record-abandonment', { reason: '未补正' }, '2026-01-12'))).toContain(
      'abandonment-before-limit',
    );
    const silent = registered();
    const refuse = { condition: 'within-scope' as const, reason: '不属于受理范围' };
    expect(codes(silent.refusal('refuse', refuse, '2026-01-14'))).toEqual(['stands-accepted']);
    silent.do('refuse', { ...refuse, irregularReason: '逾期作出' }, '2026-01-14');
    expect(silent.case.acceptance?.on).toBe('2026-01-12');
    expect(silent.case.closing).toBeNull();
  });

  it('a decision during the suspension, or without hearing anybody', () => {
    const stopped = heard().do('suspend', { ground: 'other-case', reason: '等待另案。' }, '2026-02-02');
    expect(codes(stopped.refusal('decide', decision, '2026-02-05', theOrganHead))).toContain('decided-while-suspended');
    expect(codes(replied().refusal('decide', decision, '2026-02-05', theOrganHead))).toEqual(['decided-before-heard']);
    expect(heard().ask('decide', decision, '2026-02-05', theOrganHead).ok).toBe(true);
  });

  it('an application beyond its limit is accepted only with the check answered', () => {
    const late = anApplication({ filedOn: '2026-03-30', receivedOn: '2026-03-31' });
    const p = play().do('register-application', late, '2026-03-31');
    expect(codes(p.refusal('accept', {}, '2026-04-01'))).toEqual(['filed-late']);
    const overridden = [{ check: 'within-time-limit', reason: '不可抗力耽误' }];
    expect(p.ask('accept', { overridden }, '2026-04-01').ok).toBe(true);
  });

  it('six applicants without a representative', () => {
    const applicants = ['一', '二', '三', '四', '五', '六'].map((n) => ({ key: n, person: { name: `赵${n}` } }));
    expect(codes(play().refusal('register-application', anApplication({ applicants }), '2026-01-05'))).toEqual([
      'representatives-missing',
    ]);
    const representatives = [{ person: { name: '赵一' }, actsFor: ['一', '二', '三', '四', '五', '六'] }];
    const asked = play().ask('register-application', anApplication({ applicants, representatives }), '2026-01-05');
    expect(asked.ok).toBe(true);
  });

  it('an act after the end of the case', () => {
    const p = accepted()
      .do('request-withdrawal', { reason: '自愿' }, '2026-01-12')
      .do('terminate', { ground: 'withdrawn' }, '2026-01-13');
    expect(codes(p.refusal('suspend', { ground: 'other-case', reason: '等待另案。' }, '2026-01-20'))).toContain(
      'after-closing',
    );
  });

  it('a past act is judged on its own day', () => {
    const p = accepted()
      .do('request-withdrawal', { reason: '自愿' }, '2026-01-20')
      .do('terminate', { ground: 'withdrawn' }, '2026-01-21');
    const hear = { partyId: applicantOf(p), manner: 'telephone' as const, summary: '愿意撤回。' };
    expect(p.ask('hear-opinion', { ...hear, occurredOn: '2026-01-15' }, '2026-02-01').ok).toBe(true);
    expect(p.ask('hear-opinion', hear, '2026-02-01').ok).toBe(false);
  });
});

describe('what is not possible is refused, at its field', () => {
  it('a day in the future', () => {
    const failure = registered().refusal('accept', { occurredOn: '2026-01-09' }, '2026-01-08');
    expect(failure.code).toBe('step-refused');
    expect(failure.reason?.code).toBe('day-in-future');
    expect(rulesOf(failure)).toEqual(['occurredOn day-in-future']);
    const sent = accepted().refusal('issue-copy', { document: { sendings: toOrgan('2026-02-01') } }, '2026-01-12');
    expect(rulesOf(sent)).toEqual(['document.sendings.0.sentOn day-in-future']);
    const later = play().refusal('register-application', anApplication({ receivedOn: '2026-01-07' }), '2026-01-05');
    expect(rulesOf(later)).toEqual(['receivedOn day-in-future']);
  });

  it('a day before its trigger', () => {
    const before = registered().refusal('accept', { occurredOn: '2026-01-02' }, '2026-01-08');
    expect(before.reason?.code).toBe('day-before-receipt');
    expect(rulesOf(before)).toEqual(['occurredOn day-before-trigger']);
    expect(accepted().refusal('issue-copy', { occurredOn: '2026-01-06' }, '2026-01-12').reason?.code).toBe(
      'not-accepted-yet',
    );
    const p = registered();
    p.do('notify-correction', { items: ['身份证明'] }, '2026-01-08');
    expect(
      p.refusal('record-correction', { occurredOn: '2026-01-07', materials: ['身份证'] }, '2026-01-12').reason?.code,
    ).toBe('no-correction-notice');
    const q = accepted().do('suspend', { ground: 'other-case', reason: '等待另案。' }, '2026-01-20');
    expect(q.refusal('resume', { reason: '恢复', occurredOn: '2026-01-15' }, '2026-01-22').reason?.code).toBe(
      'no-suspension',
    );
  });

  it('a document sent before it was made or served before it was sent', () => {
    const p = accepted();
    const backwards = { madeOn: '2026-01-12', sendings: toOrgan('2026-01-09', '2026-01-08') };
    expect(rulesOf(p.refusal('issue-copy', { document: backwards }, '2026-01-12'))).toEqual([
      'document.sendings.0.sentOn sent-before-made',
      'document.sendings.0.servedOn served-before-sent',
    ]);
    p.do('issue-copy', { document: { sendings: toOrgan('2026-01-09'), madeOn: '2026-01-09' } }, '2026-01-12');
    const sendingId = p.case.documents.at(-1)?.sendings[0]?.id ?? '';
    expect(
      rulesOf(p.refusal('record-service', { sendingId, proof: '签收', occurredOn: '2026-01-08' }, '2026-01-12')),
    ).toEqual(['occurredOn served-before-sent']);
  });

  it('what refers to nothing: sendings, documents, parties, hearings, respondents, proposals, entries', () => {
    const p = accepted().do('issue-copy', { document: { sendings: toOrgan('2026-01-12') } }, '2026-01-12');
    const wrong = (type: Parameters<Play['refusal']>[0], input: unknown) =>
      rulesOf(p.refusal(type, input as never, '2026-01-13'));
    expect(wrong('record-service', { sendingId: 'nowhere' as SendingId, proof: '签收' })).toEqual([
      'sendingId unknown-sending',
    ]);
    expect(wrong('send-document', { documentId: 'nothing' as DocumentId, sendings: toOrgan('2026-01-12') })).toEqual([
      'documentId unknown-document',
    ]);
    expect(wrong('file-reply', { respondentId: marketBureau })).toEqual(['respondentId unknown-respondent']);
    expect(wrong('remove-party', { partyId: 'nobody', why: '退出' })).toEqual(['partyId unknown-party']);
    expect(wrong('endorse', { proposalId: 'nothing' })).toEqual([]);
    expect(wrong('approve', { proposalId: 'nothing' })).toEqual(['proposalId unknown-proposal']);
    expect(wrong('annul-entry', { seq: 99, why: '误录' })).toEqual(['seq unknown-entry']);
    p.do('schedule-hearing', { on: '2026-02-02', time: '09:30', place: '听证室' }, '2026-01-13');
    expect(rulesOf(p.refusal('cancel-hearing', { hearingId: 'other', reason: '改期' }, '2026-01-14'))).toEqual([
      'hearingId unknown-hearing',
    ]);
  });

  it('an actor of another organ, an administrator, a respondent for somebody else', () => {
    const foreign = anActor('handler', marketBureau);
    expect(registered().refusal('accept', {}, '2026-01-08', foreign).reason?.code).toBe('not-this-actor');
    expect(registered().refusal('accept', {}, '2026-01-08', anActor('system-admin')).reason?.code).toBe(
      'not-this-actor',
    );
    expect(registered().refusal('accept', {}, '2026-01-08', theLiaison).reason?.code).toBe('not-this-actor');
    expect(play().refusal('register-application', anApplication(), '2026-01-05', foreign).reason?.code).toBe(
      'not-this-actor',
    );
    const p = play()
      .do('register-application', anApplication({ respondents: [policeBureau, marketBureau] }), '2026-01-05')
      .do('accept', {}, '2026-01-08')
      .do('issue-copy', {}, '2026-01-09');
    expect(rulesOf(p.refusal('file-reply', { respondentId: marketBureau }, '2026-01-12', theLiaison))).toEqual([
      'respondentId unknown-respondent',
    ]);
    expect(p.ask('file-reply', { respondentId: policeBureau }, '2026-01-12', theLiaison).ok).toBe(true);
  });

  it('every step of a foreign actor, whatever it asks', () => {
    const p = heard();
    for (const type of stepTypes) {
      const asked = p.ask(type, {} as never, '2026-02-02', anActor('handler', marketBureau));
      expect(asked.ok, type).toBe(false);
    }
  });

  it('an unknown step, a second registration, an input that is no object', () => {
    expect(registered().refusal('dance' as never, {} as never, '2026-01-08').reason?.code).toBe('unknown-step');
    expect(registered().refusal('register-application', anApplication(), '2026-01-05').reason?.code).toBe(
      'already-registered',
    );
    for (const input of [null, 7, 'text', []]) {
      expect(registered().ask('refuse', input as never, '2026-01-08').ok).toBe(false);
    }
  });

  it('a form with missing or wrong fields, each at its field with its rule', () => {
    const missing = play().refusal('register-application', {} as never, '2026-01-05');
    expect(missing.code).toBe('invalid-input');
    expect(rulesOf(missing)).toEqual(
      expect.arrayContaining([
        'channel required',
        'receivedOn required',
        'applicants required',
        'act required',
        'requests required',
      ]),
    );
    const application = anApplication();
    const wrong = play().refusal(
      'register-application',
      anApplication({
        channel: 'via-penalising-organ',
        respondents: [policeBureau, policeBureau],
        act: { ...application.act, madeOn: '2026-02-30' },
      }),
      '2026-01-07',
    );
    expect(rulesOf(wrong)).toEqual(['act.madeOn not-a-day', 'relay relay-required', 'respondents named-twice']);
    const crossed = play().refusal(
      'register-application',
      anApplication({
        filedOn: '2026-01-06',
        channel: 'via-penalising-organ',
        respondents: [policeBureau, policeBureau],
        act: { ...application.act, madeOn: '2026-01-07', knownOn: '2026-01-01' },
        agents: ['甲', '乙', '丙'].map((name) => ({ person: { name }, actsFor: ['a'] })),
        representatives: [{ person: { name: '丁' }, actsFor: ['nobody'] }],
      }),
      '2026-01-08',
    );
    expect(rulesOf(crossed)).toEqual([
      'filedOn filed-after-received',
      'relay relay-required',
      'respondents named-twice',
      'act.madeOn made-after-filed',
      'act.knownOn known-before-made',
      'representatives.0.actsFor.0 unknown-party',
      'agents too-many-agents',
    ]);
    expect(crossed.fields?.find((f) => f.rule === 'too-many-agents')?.params).toEqual({ max: 2, count: 3 });
    expect(rulesOf(registered().refusal('accept', { procedure: 'simplified' }, '2026-01-08'))).toEqual([
      'simplifiedGround simplified-needs-ground',
    ]);
    expect(
      rulesOf(registered().refusal('refuse', { condition: 'own-jurisdiction', reason: '不属本机关' }, '2026-01-08')),
    ).toEqual(['competentOrgan competent-organ-required']);
    expect(rulesOf(heard().refusal('decide', { ...decision, redo: { days: 30 } }, '2026-02-05', theOrganHead))).toEqual(
      ['redo not-the-redo-types'],
    );
  });
});

describe('what a step asks for', () => {
  it('materials of a correction are named, or there as files', () => {
    const p = registered().do('notify-correction', { items: ['身份证明'] }, '2026-01-07');
    expect(rulesOf(p.refusal('record-correction', {}, '2026-01-12'))).toEqual(['materials material-or-file']);
    expect(p.ask('record-correction', { fileIds: ['file-1'] } as never, '2026-01-12').ok).toBe(true);
    expect(p.ask('record-correction', { materials: ['身份证'] }, '2026-01-12').ok).toBe(true);
  });

  it('a reason that names a day has it', () => {
    const reason = (p: Play, step: string, on = '2026-01-12') => {
      const next = p.next(on).find((s) => s.step === step);
      return next === undefined || next.reason === null ? '' : reasonText('zh-CN', next.reason, next.params);
    };
    expect(reason(accepted(), 'accept')).toBe('申请已于 2026年1月8日 受理');
    expect(reason(accepted(), 'withdraw-before-acceptance')).toContain('2026年1月8日');
    // Wherever the menu speaks, no sentence is left with a hole.
    const cases = [registered(), accepted(), heard(), heard().do('decide', decision, '2026-02-05', theOrganHead)];
    for (const p of cases) {
      for (const next of p.next('2026-02-06')) {
        if (next.reason === null) continue;
        const words = { ...catalogue('zh-CN').reasons, ...catalogue('zh-CN').contradictions };
        const named = [...words[next.reason as keyof typeof words].matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '');
        for (const name of named) expect(next.params, `${next.step} ${next.reason}`).toHaveProperty(name);
      }
    }
  });
});

describe('what is done once is not done twice unseen', () => {
  const out = (on: string) => ({ document: { sendings: toOrgan(on) } });

  it('a second copy to the same respondent names the day of the first and needs a reason', () => {
    const p = accepted().do('issue-copy', out('2026-01-12'), '2026-01-12');
    const again = p.refusal('issue-copy', out('2026-01-13'), '2026-01-13');
    expect(again.code).toBe('needs-reason');
    expect(again.contradictions).toMatchObject([
      { code: 'copy-already-issued', params: { sentOn: '2026-01-12', organ: policeBureau } },
    ]);
    expect(reasonText('zh-CN', 'copy-already-issued', { sentOn: '2026-01-12' })).toBe(
      '申请书副本已于 2026年1月12日 发送',
    );
    const due = p.due('reconsideration.send-copy-ordinary');
    p.do('issue-copy', { ...out('2026-01-13'), irregularReason: '首次邮件被退回。' }, '2026-01-13');
    expect(p.builder.entries.at(-1)?.irregular).toMatchObject({ codes: ['copy-already-issued'] });
    expect(p.due('reconsideration.send-copy-ordinary')).toBe(due);
  });

  it('a copy whose sendings are not on record went to every respondent', () => {
    const p = accepted().do('issue-copy', {}, '2026-01-12');
    expect(p.refusal('issue-copy', out('2026-01-13'), '2026-01-13').code).toBe('needs-reason');
    expect(p.next('2026-01-13').find((s) => s.step === 'issue-copy')).toMatchObject({
      verdict: 'irregular',
      reason: 'copy-already-issued',
      params: { sentOn: '2026-01-12' },
    });
  });

  it('a copy that has not left is sent next, and only then is the reply recorded', () => {
    const usual = (p: Play) => p.next('2026-01-13').flatMap((s) => (s.verdict === 'usual' ? [s.step] : []));
    const unsent = accepted().do('issue-copy', { document: { sendings: toOrgan(null) } }, '2026-01-12');
    expect(usual(unsent)).toEqual(['send-document']);
    const sent = accepted().do('issue-copy', out('2026-01-12'), '2026-01-12');
    expect(usual(sent)).toContain('record-service');
    expect(usual(sent)).not.toContain('send-document');
  });

  it('the copy to each of two respondents is each its first', () => {
    const b = aCase()
      .received('2026-03-02', { respondents: [policeBureau, marketBureau] })
      .accepted('2026-03-04');
    b.copied('2026-03-05', { sent: '2026-03-05' }, [policeBureau]);
    b.copied('2026-03-06', { sent: '2026-03-06' }, [marketBureau]);
    expect(b.fold().contradictions).toEqual([]);
    b.copied('2026-03-09', { sent: '2026-03-09' }, [marketBureau]);
    expect(b.fold().contradictions.map((x) => [x.code, x.params.sentOn])).toEqual([
      ['copy-already-issued', '2026-03-06'],
    ]);
  });

  it('a second reply of the same respondent needs a reason, also from the respondent itself; the first day counts', () => {
    const p = accepted()
      .do('issue-copy', out('2026-01-12'), '2026-01-12')
      .do('file-reply', { respondentId: policeBureau }, '2026-01-14', theLiaison);
    for (const who of [theHandler, theLiaison]) {
      expect(p.refusal('file-reply', { respondentId: policeBureau }, '2026-01-15', who).contradictions).toMatchObject([
        { code: 'reply-already-filed', params: { filedOn: '2026-01-14' } },
      ]);
    }
    p.do('file-reply', { respondentId: policeBureau, irregularReason: '补充答复。' }, '2026-01-15', theLiaison);
    expect(p.case.replies.map((r) => r.occurredOn)).toEqual(['2026-01-14', '2026-01-15']);
  });
});

describe('correction', () => {
  const seqOf = (p: Play, type: string) => p.builder.entries.findLast((e) => e.type === type)?.seq ?? 0;

  it('replaces the day and moves every date that hangs on it; the original stays', () => {
    const p = accepted();
    expect(p.due('reconsideration.decide-ordinary')).toBe('2026-03-09');
    const correct = { seq: seqOf(p, 'accepted'), occurredOn: '2026-01-06', why: '录入有误' };
    const asked = p.ask('correct-entry', correct, '2026-01-20');
    expect(asked.ok).toBe(true);
    if (!asked.ok) return;
    // The preview is the same call, with nothing written.
    const previewed = foldWith(p.case, asked.entries, p.builder.law);
    expect(previewed.acceptance?.on).toBe('2026-01-06');
    expect(p.case.acceptance?.on).toBe('2026-01-08');
    p.do('correct-entry', correct, '2026-01-20');
    expect(p.case.acceptance?.on).toBe('2026-01-06');
    expect(p.due('reconsideration.decide-ordinary')).toBe(
      previewed.clocks.findLast((k) => k.ruleId === 'reconsideration.decide-ordinary')?.computation.due,
    );
    expect(p.builder.entries.find((e) => e.seq === correct.seq)?.occurredOn).toBe('2026-01-08');
  });

  it('merges what is given into the payload; a narrative may come in plain words, a reference stays', () => {
    const p = registered();
    const seq = seqOf(p, 'application-received');
    p.do(
      'correct-entry',
      { seq, payload: { filedOn: '2026-01-03', grounds: '程序违法。' }, why: '邮戳日期有误' },
      '2026-01-06',
    );
    expect(p.case.received?.payload.filedOn).toBe('2026-01-03');
    expect(p.kept.at(-1)).toBe('程序违法。');
    expect(p.case.received?.payload.grounds.narrativeId).toBe(`narrative-${p.kept.length}`);
    expect(p.case.received?.payload.parties).toHaveLength(1);
    expect(p.case.received?.occurredOn).toBe('2026-01-05');
  });

  it('leaves the case with its organ, whatever organ it names: a case goes elsewhere by transfer', () => {
    const p = registered();
    const seq = seqOf(p, 'application-received');
    const { organId } = p.case;
    const payload = { organId: 'organ-elsewhere', filedOn: '2026-01-03' };
    p.do('correct-entry', { seq, payload, why: '邮戳日期有误' }, '2026-01-06');
    expect(p.case.organId).toBe(organId);
    expect(p.case.received?.payload.filedOn).toBe('2026-01-03');
  });

  it('checks the new payload with the schema of the entry', () => {
    const p = heard().do('extend', extension, '2026-03-02', theInstitutionHead);
    const wrong = p.refusal(
      'correct-entry',
      { seq: seqOf(p, 'extended'), payload: { days: 'many' }, why: '更正' },
      '2026-03-03',
    );
    expect(rulesOf(wrong)).toEqual(['payload.days malformed']);
    expect(rulesOf(p.refusal('correct-entry', { seq: seqOf(p, 'extended'), why: '' }, '2026-03-03'))).toEqual([
      'why required',
    ]);
    const future = p.refusal(
      'correct-entry',
      { seq: seqOf(p, 'extended'), occurredOn: '2026-03-09', why: '更正' },
      '2026-03-03',
    );
    expect(future.reason?.code).toBe('day-in-future');
  });

  it('never touches bookkeeping, nor takes away what other entries rest on', () => {
    const p = accepted();
    for (const type of ['case-registered', 'handlers-assigned']) {
      expect(p.refusal('annul-entry', { seq: seqOf(p, type), why: '误录' }, '2026-01-20').reason?.code).toBe(
        'entry-not-correctable',
      );
    }
    expect(
      p.refusal('annul-entry', { seq: seqOf(p, 'application-received'), why: '误录' }, '2026-01-20').reason?.code,
    ).toBe('entry-still-needed');
    p.do('suspend', { ground: 'other-case', reason: '等待另案。' }, '2026-01-20').do(
      'resume',
      { reason: '另案已结。' },
      '2026-01-30',
    );
    expect(p.refusal('annul-entry', { seq: seqOf(p, 'suspended'), why: '误录' }, '2026-02-02').reason?.code).toBe(
      'entry-still-needed',
    );
    p.do('issue-copy', {}, '2026-02-02');
    expect(p.refusal('annul-entry', { seq: seqOf(p, 'document-issued'), why: '误录' }, '2026-02-02').reason?.code).toBe(
      'entry-still-needed',
    );
    p.do('annul-entry', { seq: seqOf(p, 'resumed'), why: '误录' }, '2026-02-02');
    p.do('annul-entry', { seq: seqOf(p, 'suspended'), why: '误录' }, '2026-02-02');
    expect(p.case.spans).toEqual([]);
    expect(entriesWith(p.case, []).some((e) => e.type === 'suspended')).toBe(false);
  });

  it('that newly contradicts something asks for a reason of its own and is kept with it', () => {
    const p = heard().do('extend', extension, '2026-03-02', theInstitutionHead);
    const late = { seq: seqOf(p, 'extended'), occurredOn: '2026-03-12', why: '实际批准日' };
    const asked = p.refusal('correct-entry', late, '2026-03-20');
    expect(asked.code).toBe('needs-reason');
    expect(codes(asked)).toContain('extension-made-late');
    p.do('correct-entry', { ...late, irregularReason: '批准确已逾期。' }, '2026-03-20');
    const correction = p.builder.entries.at(-1);
    expect(correction?.irregular?.codes).toContain('extension-made-late');
    expect(correction?.irregular?.reason).toBe('批准确已逾期。');
    expect(p.due('reconsideration.decide-ordinary')).toBe('2026-03-09');
  });

  it('may not make days run backwards: what registration refuses at a field is refused there', () => {
    const p = accepted();
    const receipt = (over: { occurredOn?: string; payload?: Record<string, unknown> }) =>
      p.refusal('correct-entry', { seq: seqOf(p, 'application-received'), why: '录入有误', ...over }, '2026-01-20');
    // Posted on 2026-01-04, received on 2026-01-05, accepted on 2026-01-08; the act is of 2025-12-20.
    const beforePostmark = receipt({ occurredOn: '2026-01-02' });
    expect(beforePostmark.code).toBe('invalid-input');
    expect(beforePostmark.fields).toEqual([
      { field: 'occurredOn', rule: 'day-before-trigger', params: { from: '2026-01-04' } },
    ]);
    expect(rulesOf(receipt({ payload: { filedOn: '2026-01-06' } }))).toEqual(['payload.filedOn filed-after-received']);
    expect(rulesOf(receipt({ payload: { filedOn: '2025-12-19' } }))).toEqual(['payload.filedOn day-before-trigger']);
    const act = p.case.received?.payload.act;
    expect(rulesOf(receipt({ payload: { act: { ...act, madeOn: '2026-01-05', knownOn: null } } }))).toEqual([
      'payload.act.madeOn made-after-filed',
    ]);
    expect(rulesOf(receipt({ payload: { act: { ...act, knownOn: '2025-12-01' } } }))).toEqual([
      'payload.act.knownOn known-before-made',
    ]);
    expect(rulesOf(receipt({ payload: { act: { ...act, knownOn: '2026-01-21' } } }))).toEqual([
      'payload.act.knownOn day-in-future',
    ]);
    // After what rests on it, or before what it rests on.
    expect(receipt({ occurredOn: '2026-01-09' }).fields).toEqual([
      { field: 'occurredOn', rule: 'day-after-follower', params: { on: '2026-01-08' } },
    ]);
    const early = { seq: seqOf(p, 'accepted'), occurredOn: '2026-01-04', why: '录入有误' };
    expect(p.refusal('correct-entry', early, '2026-01-20').fields).toEqual([
      { field: 'occurredOn', rule: 'day-before-trigger', params: { from: '2026-01-05' } },
    ]);
    // The day of the postmark itself is possible.
    expect(p.ask('correct-entry', { ...early, seq: seqOf(p, 'application-received') }, '2026-01-20').ok).toBe(true);
  });

  it('may not put service before sending, nor a resumption before its stop', () => {
    const p = accepted()
      .do('issue-copy', { document: { sendings: toOrgan('2026-01-12') } }, '2026-01-12')
      .do('suspend', { ground: 'other-case', reason: '等待另案。' }, '2026-01-20')
      .do('resume', { reason: '另案已结。' }, '2026-01-30');
    const sending = p.case.documents.flatMap((d) => d.sendings)[0];
    if (sending === undefined) throw new Error('nothing was sent');
    p.do('record-service', { sendingId: sending.id, proof: '回证', occurredOn: '2026-01-14' }, '2026-02-02');
    const on = (type: string, occurredOn: string) =>
      p.refusal('correct-entry', { seq: seqOf(p, type), occurredOn, why: '录入有误' }, '2026-02-02').fields;
    expect(on('document-served', '2026-01-11')).toEqual([
      { field: 'occurredOn', rule: 'served-before-sent', params: { sentOn: '2026-01-12' } },
    ]);
    expect(on('resumed', '2026-01-19')).toEqual([
      { field: 'occurredOn', rule: 'day-before-trigger', params: { from: '2026-01-20' } },
    ]);
    expect(on('suspended', '2026-01-31')).toEqual([
      { field: 'occurredOn', rule: 'day-after-follower', params: { on: '2026-01-30' } },
    ]);
  });
});

it('a case nobody touches is overdue from the day after the rolled end', () => {
  const clock = accepted().case.clocks.findLast((k) => k.ruleId === 'reconsideration.decide-ordinary');
  expect(clock && clockStatusOn(clock, '2026-03-09' as never)).toBe('running');
  expect(clock && clockStatusOn(clock, '2026-03-10' as never)).toBe('overdue');
});
