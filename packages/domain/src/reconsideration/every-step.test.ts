/** Every step is reachable: each is done once, and what it leaves passes the schema of its entry. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StreamId } from '../ids.ts';
import { marketBureau, policeBureau } from '../testing/builders.ts';
import {
  anApplication,
  type Play,
  play,
  theHandler,
  theInstitutionHead,
  theLiaison,
  theOrganHead,
  theSectionHead,
} from '../testing/play.ts';
import { fieldLabels } from './step-forms.ts';
import { type StepType, stepTypes } from './steps.ts';

const done = new Set<StepType>();
/** A play that remembers which steps were done. */
function watched(p: Play = play()): Play {
  const original = p.do.bind(p);
  p.do = ((type: StepType, ...rest: [never, string]) => {
    original(type, ...rest);
    done.add(type);
    return p;
  }) as Play['do'];
  return p;
}
const registered = () => watched().do('register-application', anApplication(), '2026-01-05');
const accepted = () => registered().do('accept', {}, '2026-01-08').do('issue-copy', {}, '2026-01-09');
const party = (p: Play) => p.case.parties[0]?.partyId ?? '';
const lastDocument = (p: Play) => p.case.documents.at(-1)?.id ?? '';
const lastOf = (p: Play, type: string) => p.builder.entries.findLast((e) => e.type === type)?.seq ?? 0;
const why = '另有原因';
const reason = '情况如此';
const decision = { types: ['revoke' as const], operative: '撤销。', redo: { days: null } };
const heard = () => {
  const p = accepted().do('file-reply', { respondentId: policeBureau }, '2026-01-12', theLiaison);
  return p.do('hear-opinion', { partyId: party(p), manner: 'in-person', summary: '意见' }, '2026-01-13');
};

const stories: Readonly<Record<string, () => Play>> = {
  'correction, lengthened, handed in': () =>
    registered()
      .do('notify-correction', { items: ['身份证明'] }, '2026-01-06')
      .do('extend-correction', { until: '2026-02-10', reason }, '2026-01-07')
      .do('record-correction', { materials: ['身份证明'] }, '2026-01-20'),
  'correction never handed in': () => {
    const p = registered();
    const sendings = [
      {
        addressee: { is: 'party' as const, partyId: party(p) },
        method: 'post' as const,
        sentOn: '2026-01-06',
        servedOn: '2026-01-07',
      },
    ];
    p.do('notify-correction', { occurredOn: '2026-01-06', items: ['身份证明'], document: { sendings } }, '2026-01-07');
    return p.do('record-abandonment', { reason }, '2026-02-03');
  },
  'not accepted, then ordered': () =>
    registered()
      .do(
        'refuse',
        { condition: 'own-jurisdiction', reason, competentOrgan: '云山市人民政府', document: {} },
        '2026-01-07',
      )
      .do('order-acceptance', { byOrgan: '云山市人民政府', reason }, '2026-01-20')
      .do('accept', {}, '2026-01-21'),
  'withdrawn at once': () => registered().do('withdraw-before-acceptance', {}, '2026-01-06'),
  parties: () => {
    const p = accepted().do(
      'join-third-party',
      { person: { name: '王某' }, how: 'notified', document: {} },
      '2026-01-12',
    );
    p.do(
      'add-party',
      { party: { capacity: 'agent', person: { name: '孙某' }, actsFor: [party(p)], powers: '一般代理' } },
      '2026-01-12',
    );
    p.do('update-person', { partyId: party(p), person: { name: '李某', address: '新址' }, why }, '2026-01-12');
    return p.do('remove-party', { partyId: p.case.parties.at(-1)?.partyId ?? '', why }, '2026-01-13');
  },
  hearings: () => {
    const p = accepted().do('schedule-hearing', { on: '2026-01-26', time: '09:30', place: '听证室' }, '2026-01-12');
    p.do('cancel-hearing', { hearingId: p.case.hearings[0]?.hearingId ?? '', reason }, '2026-01-13');
    p.do('schedule-hearing', { on: '2026-01-27', time: '09:30', place: '听证室' }, '2026-01-13');
    p.do(
      'reschedule-hearing',
      { hearingId: p.case.hearings[1]?.hearingId ?? '', on: '2026-01-28', time: '14:30', reason },
      '2026-01-14',
    );
    const respondentLeader = { attended: true as const, name: '陈某', title: '副局长' };
    return p.do(
      'hold-hearing',
      {
        hearingId: p.case.hearings[2]?.hearingId ?? '',
        presider: '甲',
        hearers: ['乙', '丙'],
        recorder: '丁',
        respondentLeader,
        record: '笔录',
        irregularReason: '通知未留回执',
      },
      '2026-01-28',
    );
  },
  'the committee': () =>
    accepted()
      .do('ask-committee', { category: 'complex' }, '2026-01-12')
      .do('record-committee-advice', { opinion: '建议维持', members: 5 }, '2026-01-20'),
  'a normative document': () =>
    accepted()
      .do('begin-normative-review', { article: '56', subject: '某办法', maker: '某局', competent: false }, '2026-01-12')
      .do('ask-normative-maker', {}, '2026-01-13')
      .do('record-maker-reply', { summary: '合法' }, '2026-01-20')
      .do('refer-normative-review', { to: '云山市人民政府' }, '2026-01-20')
      .do('conclude-normative-review', { result: 'lawful' }, '2026-02-20'),
  stay: () =>
    accepted()
      .do('refuse-stay', { reason }, '2026-01-12')
      .do('order-stay', { ground: 'organ-thinks', document: {} }, '2026-01-13')
      .do('lift-stay', { reason }, '2026-01-20'),
  'stops and procedure': () => {
    const p = accepted()
      .do('suspend', { ground: 'other-case', reason, document: {} }, '2026-01-12')
      .do('order-resumption', { byOrgan: '云山市人民政府', reason }, '2026-01-13')
      .do('resume', { reason, document: {} }, '2026-01-14')
      .do('exclude-span', { kind: 'appraisal', to: '2026-01-20' }, '2026-01-16')
      .do('change-procedure', { to: 'simplified', reason, allPartiesAgree: true }, '2026-01-20');
    return p.do('change-procedure', { to: 'ordinary', reason, document: {} }, '2026-01-21', theInstitutionHead);
  },
  'a proposal on every road': () => {
    const extension = { days: 10, reason };
    const id = (p: Play) => p.case.proposals[0]?.proposalId ?? '';
    const p = heard().do('propose', { step: { type: 'extend', input: extension } }, '2026-02-02');
    p.do('endorse', { proposalId: id(p) }, '2026-02-02', theSectionHead);
    p.do('return-proposal', { proposalId: id(p), reasons: reason }, '2026-02-03', theInstitutionHead);
    p.do('propose', { step: { type: 'extend', input: extension } }, '2026-02-04');
    p.do('withdraw-proposal', { proposalId: id(p) }, '2026-02-04');
    p.do('propose', { step: { type: 'extend', input: extension } }, '2026-02-05');
    p.do('approve', { proposalId: id(p) }, '2026-02-06', theInstitutionHead);
    return p.do('extend', { days: 20, reason, irregularReason: '仍然复杂' }, '2026-02-09', theInstitutionHead);
  },
  'mediation that failed': () => {
    const p = accepted().do('hold-mediation', { agreed: true }, '2026-01-12');
    return p
      .do('make-mediation-letter', { terms: '协议' }, '2026-01-13')
      .do('fail-mediation', { reason }, '2026-01-14');
  },
  'mediation that succeeded': () =>
    accepted()
      .do('hold-mediation', { agreed: true }, '2026-01-12')
      .do('make-mediation-letter', { terms: '协议' }, '2026-01-13')
      .do('sign-mediation', { lastSignedOn: '2026-01-14', sealedOn: '2026-01-14' }, '2026-01-14'),
  'settled and withdrawn': () =>
    accepted()
      .do('record-settlement', { terms: '和解' }, '2026-01-12')
      .do('request-withdrawal', { settled: true }, '2026-01-12')
      .do('terminate', { ground: 'withdrawn', document: {} }, '2026-01-13'),
  rejected: () => accepted().do('reject', { condition: 'interest-in-act', reason, document: {} }, '2026-01-12'),
  'taken up': () =>
    accepted().do('take-up', { byOrgan: '云山市人民政府', how: 'on-request', document: {} }, '2026-01-12'),
  'after the decision': () => {
    const p = heard().do('decide', decision, '2026-02-02', theOrganHead);
    const addressee = { is: 'organ' as const, organId: policeBureau };
    p.do('send-document', { documentId: lastDocument(p), sendings: [{ addressee, method: 'exchange' }] }, '2026-02-03');
    p.do('record-service', { sendingId: p.case.documents.at(-1)?.sendings[0]?.id ?? '', proof: '签收' }, '2026-02-04');
    p.do(
      'send-document',
      {
        documentId: lastDocument(p),
        sendings: [{ addressee, method: 'exchange', sentOn: '2026-02-05' }],
      },
      '2026-02-05',
    );
    p.do('report-performance', { respondentId: policeBureau, summary: '已重新作出' }, '2026-03-02', theLiaison);
    p.do('return-performance-report', { reason: '请附新的决定书' }, '2026-03-03');
    p.do('order-performance', { respondentId: policeBureau, dueOn: '2026-06-30' }, '2026-05-06')
      .do('record-interview', { respondentId: policeBureau }, '2026-05-07')
      .do('record-criticism', { respondentId: policeBureau }, '2026-05-08')
      .do('record-performance', { respondentId: policeBureau, proof: '已重新作出' }, '2026-05-09')
      .do('issue-opinion-letter', { toOrgan: marketBureau, subject: '改进' }, '2026-05-09');
    return p.do(
      'record-opinion-report',
      { documentId: lastDocument(p), summary: '已改进', adopted: 'yes' },
      '2026-05-20',
    );
  },
  'signed for by the department': () => {
    const addressee = { is: 'organ' as const, organId: policeBureau };
    const document = { sendings: [{ addressee, method: 'exchange' as const, sentOn: '2026-01-09' }] };
    const p = registered().do('accept', {}, '2026-01-08').do('issue-copy', { document }, '2026-01-09');
    const sendingId = p.case.documents.at(-1)?.sendings[0]?.id ?? '';
    return p.do('acknowledge-receipt', { sendingId, signer: '陶某' }, '2026-01-12', theLiaison);
  },
  'who works on it': () => {
    const p = accepted().do('assign-handlers', { accounts: [theHandler.accountId] }, '2026-01-12');
    p.do('hand-over', { from: theHandler.accountId, to: 'account-second', why: '休假' }, '2026-01-12');
    p.do('clear-conflict', { accountId: 'account-second', why: '与该行为无关' }, '2026-01-12', theSectionHead);
    const aside = { ground: 'interest', how: 'own-request', decidedBy: '周局长' } as const;
    return p.do('record-recusal', { accountId: 'account-second', ...aside }, '2026-01-12');
  },
  'an agent replaced': () => {
    const p = accepted();
    p.do(
      'add-party',
      { party: { capacity: 'agent', person: { name: '孙某' }, actsFor: [party(p)], authority: { kind: 'general' } } },
      '2026-01-12',
    );
    const old = p.case.parties.at(-1)?.partyId ?? '';
    return p.do('replace-agent', { partyId: old, person: { name: '钱某' }, why }, '2026-01-13');
  },
  'joined to an earlier case': () => {
    const older = registered().case;
    const others = new Map([
      ['case-older' as StreamId, { kind: 'reconsideration', state: { ...older, streamId: 'case-older' } }],
    ]);
    const p = registered();
    const context = p.context.bind(p);
    p.context = (actor, today) => ({ ...context(actor, today), others });
    return p.do('join-cases', { into: 'case-older', reason: '同一行为' }, '2026-01-12');
  },
  'two applicants split': () => {
    const applicants = ['甲', '乙'].map((name, n) => ({ key: `a${n}`, person: { name } }));
    const p = watched().do('register-application', anApplication({ applicants }), '2026-01-05');
    const going = p.case.parties[1]?.partyId ?? '';
    return p.do('split-case', { parties: [going], why, persons: { [going]: { name: '乙' } } }, '2026-01-12');
  },
  transferred: () =>
    accepted().do(
      'transfer-case',
      { toName: '云山市人民政府', reason, document: {}, irregularReason: '有管辖权的机关已同意' },
      '2026-01-12',
    ),
  void: () => accepted().do('void-case', { why }, '2026-01-12', theSectionHead),
  'the file itself': () => {
    const p = accepted()
      .do('assign-handlers', { accounts: [theHandler.accountId] }, '2026-01-12')
      .do('pin-law', { ruleId: null, law: 'ARL2023', why }, '2026-01-12')
      .do(
        'set-special-limit',
        { ruleId: 'reconsideration.decide-ordinary', law: '某法', article: '5', length: 30, unit: 'day', why },
        '2026-01-12',
      )
      .do('link', { kind: 'related', to: 'case-other' }, '2026-01-12')
      .do(
        'add-file',
        { fileId: 'file-1', sha256: 'a'.repeat(64), name: '照片.jpg', kind: 'evidence', size: 9 },
        '2026-01-12',
      )
      .do('make-note', { text: '电话联系申请人。' }, '2026-01-12')
      .do('issue-document', { kind: 'receipt' }, '2026-01-12');
    p.do('unlink', { seq: lastOf(p, 'linked'), why }, '2026-01-13');
    p.do('correct-entry', { seq: lastOf(p, 'document-issued'), occurredOn: '2026-01-09', why }, '2026-01-13');
    return p.do('annul-entry', { seq: lastOf(p, 'special-limit-set'), why }, '2026-01-13');
  },
};

describe('every step', () => {
  it.each(Object.entries(stories))('%s', (_name, story) => {
    const p = story();
    // Each entry that acts is of today's version, and the numbers were all given.
    expect(JSON.stringify(p.builder.entries)).not.toContain('number:');
    expect(p.case.received).not.toBeNull();
  });

  it('was done at least once', () => {
    for (const story of Object.values(stories)) story();
    expect(stepTypes.filter((s) => !done.has(s))).toEqual([]);
  });
});

describe('any input', () => {
  it('is answered, never thrown at', () => {
    const p = heard();
    const value = fc.anything({ maxDepth: 2, withNullPrototype: false });
    const named = fc.dictionary(fc.constantFrom(...fieldLabels.filter((l) => !l.includes('.'))), value, {
      maxKeys: 12,
    });
    const whole = anApplication() as unknown as Record<string, unknown>;
    fc.assert(
      fc.property(fc.constantFrom(...stepTypes), named, fc.boolean(), (type, given, fromWhole) => {
        const input = fromWhole ? { ...whole, reason: 'x', ...given } : given;
        const answer = p.ask(type, input as never, '2026-02-02');
        expect(typeof answer.ok).toBe('boolean');
        const first = play().ask('register-application', { ...whole, ...given } as never, '2026-02-02');
        expect(typeof first.ok).toBe('boolean');
      }),
      { numRuns: 600 },
    );
  });
});
