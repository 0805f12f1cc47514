/** A respondent knows of the end of a case once it was made known to it; never of proposals, nor of other people's files. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import type { AccountId, FileId, OrganId, PostId, ProposalId } from '../ids.ts';
import { projectLedger } from '../ledger/replay.ts';
import {
  aCase,
  applicantLi,
  type CaseBuilder,
  countyGovernment,
  day,
  marketBureau,
  policeBureau,
} from '../testing/builders.ts';
import { anApplication, play, theLiaison } from '../testing/play.ts';
import { asRespondentSees } from './as-respondent.ts';
import { factsOf } from './facts.ts';
import { reconsideration } from './kind.ts';
import { nextSteps } from './next-steps.ts';
import { previewStep } from './preview.ts';
import { viewOf } from './view.ts';
import type { CaseView } from './view-types.ts';

const file = (id: string) => id as FileId;
const viewFor = (b: CaseBuilder, on: string, organ: OrganId, fileIds: readonly string[] = []): CaseView => {
  const isOffice = organ === countyGovernment;
  const role = isOffice ? ('handler' as const) : ('department-liaison' as const);
  const acting = { postId: 'post-1' as PostId, organId: organ, role, delegatedBy: null };
  const actor: Actor = { accountId: 'account-1' as AccountId, name: '某人', acting, posts: [acting], scope: [organ] };
  const c = b.fold();
  return viewOf(c, {
    audience: isOffice ? 'reviewing' : 'respondent',
    today: day(on),
    actor,
    law: b.law,
    ledger: b.ledger,
    names: { organ: (id) => id, account: () => '承办人', person: () => null, narrative: () => '文字' },
    files: fileIds.map((id) => ({ id: file(id), name: id, kind: 'other', size: 1, sha256: '', seq: null })),
    nextSteps: nextSteps(c, actor, day(on), b.law),
  });
};

const accepted = (respondents: readonly OrganId[] = [policeBureau]) =>
  aCase()
    .received('2026-03-02', { respondents })
    .accepted('2026-03-04')
    .copied('2026-03-05', { sent: '2026-03-05', served: '2026-03-06' }, respondents)
    .replied('2026-03-10');
/** A document as its entry, to one respondent. */
const issue = (b: CaseBuilder, kind: Parameters<CaseBuilder['document']>[0], on: string, sent?: string) =>
  b.document(kind, on, [
    { party: applicantLi, sent: on },
    { organ: policeBureau, ...(sent === undefined ? {} : { sent }) },
  ]);

const ends = {
  decided: (b: CaseBuilder, sent?: string) => {
    const d = issue(b, 'decision', '2026-04-01', sent);
    return b.write([
      d.entry,
      b.entry('decided', '2026-04-01', {
        types: ['revoke'],
        articles: ['64'],
        noReply: false,
        operative: '撤销。',
        redo: null,
        performBy: null,
        compensation: null,
        collective: true,
        documentId: d.id,
      }),
    ]);
  },
  rejected: (b: CaseBuilder, sent?: string) => {
    const d = issue(b, 'rejection-decision', '2026-04-01', sent);
    return b.write([
      d.entry,
      b.entry('rejected', '2026-04-01', { condition: 'interest-in-act', reason: '无利害关系', documentId: d.id }),
    ]);
  },
  terminated: (b: CaseBuilder, sent?: string) => {
    const d = issue(b, 'termination-decision', '2026-04-01', sent);
    return b.write([
      d.entry,
      b.entry('terminated', '2026-04-01', { ground: 'withdrawn', reason: '', documentId: d.id }),
    ]);
  },
  mediated: (b: CaseBuilder, sent?: string) => {
    const d = issue(b, 'mediation-letter', '2026-04-01', sent);
    const signed = { lastSignedOn: day('2026-04-01'), sealedOn: day('2026-04-01') };
    return b
      .write([
        d.entry,
        b.entry('mediation-letter-made', '2026-04-01', {
          documentId: d.id,
          terms: '减至三百元',
          lastSignedOn: null,
          sealedOn: null,
        }),
      ])
      .with('mediation-signed', '2026-04-01', signed);
  },
} as const;
const endTypes = ['decided', 'rejected', 'terminated', 'mediation-letter-made', 'mediation-signed'];
const names = Object.keys(ends) as (keyof typeof ends)[];

describe.each(names)('an end of the case (%s)', (how) => {
  it('is unknown to a respondent while its document has not gone to it', () => {
    const b = ends[how](accepted());
    const office = viewFor(b, '2026-04-02', countyGovernment);
    expect(office.closedOn).toBe('2026-04-01');
    const v = viewFor(b, '2026-04-02', policeBureau);
    expect(v).toMatchObject({ stage: 'accepted', closedOn: null, outcome: null, waiting: { what: 'decide' } });
    expect(v.timeline.filter((t) => endTypes.includes(t.type))).toEqual([]);
    expect(v.documents.map((d) => d.kind)).toEqual(['reply-notice']);
    expect(v.clocks.find((k) => k.ruleId === 'reconsideration.decide-ordinary')?.metOn).toBeNull();
  });

  it('is known from the day on which it was sent', () => {
    const b = ends[how](accepted(), '2026-04-03');
    expect(viewFor(b, '2026-04-02', policeBureau)).toMatchObject({ stage: 'accepted', closedOn: null });
    const v = viewFor(b, '2026-04-03', policeBureau);
    expect(v.closedOn).toBe('2026-04-01');
    expect(v.outcome).toBe(viewFor(b, '2026-04-03', countyGovernment).outcome);
    expect(v.timeline.some((t) => endTypes.includes(t.type))).toBe(true);
  });

  it('shows on the list and in the facts from the same day', () => {
    const b = ends[how](accepted(), '2026-04-03');
    const rows = projectLedger(reconsideration, b.ledger, b.law)?.participants ?? [];
    const on = (capacity: string, d: string) =>
      rows.find(
        (r) =>
          r.capacity === capacity &&
          (r.fromOn === '-infinity' || r.fromOn <= d) &&
          (r.untilOn === 'infinity' || d < r.untilOn),
      )?.stage;
    expect(on('reviewing', '2026-04-02')).not.toBe('accepted');
    expect(on('respondent', '2026-04-02')).toBe('accepted');
    expect(on('respondent', '2026-04-03')).toBe(on('reviewing', '2026-04-03'));
    const factsOn = (d: string) => factsOf(asRespondentSees(b.fold(), policeBureau, day(d), b.law)).map((f) => f.name);
    for (const name of ['closed', 'outcome'] as const) {
      expect(factsOf(b.fold()).map((f) => f.name)).toContain(name);
      expect(factsOn('2026-04-02')).not.toContain(name);
      expect(factsOn('2026-04-03')).toContain(name);
    }
  });
});

describe('a step of a respondent', () => {
  it('is judged by what it may know, and the office sees that it came too late', () => {
    const p = play()
      .do('register-application', anApplication(), '2026-01-05')
      .do('accept', {}, '2026-01-08')
      .do(
        'issue-copy',
        {
          document: {
            sendings: [
              {
                addressee: { is: 'organ', organId: policeBureau },
                method: 'exchange',
                sentOn: '2026-01-09',
                servedOn: '2026-01-09',
              },
            ],
          },
        },
        '2026-01-09',
      )
      .do('terminate', { ground: 'withdrawn', irregularReason: '未收到书面撤回' }, '2026-01-12');
    const steps = p.next('2026-01-13', theLiaison).filter((s) => s.verdict !== 'refused');
    expect(steps.map((s) => [s.step, s.verdict, s.reason])).toContainEqual(['file-reply', 'usual', null]);
    const preview = previewStep(
      p.case,
      { type: 'file-reply', input: { respondentId: policeBureau } },
      p.context(theLiaison, '2026-01-13'),
      { organ: (id) => id, person: () => null },
    );
    expect(preview).toMatchObject({ ok: true, verdict: 'allowed', contradictions: [], stageAfter: 'accepted' });
    p.do('file-reply', { respondentId: policeBureau }, '2026-01-13', theLiaison);
    expect(p.case.contradictions.map((x) => x.code)).toContain('after-closing');
  });
});

describe('a decision', () => {
  it('is known to each respondent by its own sending', () => {
    const b = ends.decided(accepted([policeBureau, marketBureau]), '2026-04-03');
    expect(viewFor(b, '2026-04-10', policeBureau).closedOn).toBe('2026-04-01');
    expect(viewFor(b, '2026-04-10', marketBureau).closedOn).toBeNull();
  });

  it('is known by its service where no dispatch is on record', () => {
    const b = ends.decided(accepted());
    const sending = b
      .fold()
      .documents.findLast((d) => d.kind === 'decision')
      ?.sendings.at(-1);
    b.served('2026-04-07', sending?.id ?? '');
    expect(viewFor(b, '2026-04-06', policeBureau).closedOn).toBeNull();
    expect(viewFor(b, '2026-04-07', policeBureau).closedOn).toBe('2026-04-01');
  });

  it('does not tell a respondent who made it', () => {
    const b = ends.decided(accepted(), '2026-04-03');
    const payload = (organ: OrganId) =>
      viewFor(b, '2026-04-03', organ).timeline.find((t) => t.type === 'decided')?.payload;
    expect(payload(countyGovernment)).toHaveProperty('collective', true);
    expect(payload(policeBureau)).not.toHaveProperty('collective');
    expect(payload(policeBureau)).toHaveProperty('operative');
  });

  it('annulled before it went out stays unknown', () => {
    const b = ends.decided(accepted());
    b.annulled(b.head.version, '2026-04-02');
    expect(viewFor(b, '2026-04-05', countyGovernment).timeline.some((t) => t.type === 'decided')).toBe(true);
    expect(viewFor(b, '2026-04-05', policeBureau).timeline.some((t) => t.type === 'decided')).toBe(false);
  });
});

describe('an internal approval', () => {
  it('does not show on the list of a respondent: the case waits for the office', () => {
    const b = accepted().with('step-proposed', '2026-03-17', {
      proposalId: 'proposal-1' as ProposalId,
      step: 'decide',
      input: {},
      opinion: '',
    });
    const rows = projectLedger(reconsideration, b.ledger, b.law)?.participants ?? [];
    expect(rows.filter((r) => r.capacity === 'reviewing').map((r) => r.waitingFor)).toContain('section-head');
    const own = rows.filter((r) => r.capacity === 'respondent');
    expect(own).not.toEqual([]);
    for (const row of own) expect(row.waitingFor).toBe('institution');
  });
});

describe('what an organ finds a case by', () => {
  const numbersOf = (b: CaseBuilder, organ: OrganId) =>
    (projectLedger(reconsideration, b.ledger, b.law)?.partyNames ?? [])
      .filter((n) => n.organId === organ && n.publicName !== null)
      .map((n) => `${n.capacity} ${n.publicName}`);
  const numbered = (
    b: CaseBuilder,
    kind: Parameters<CaseBuilder['document']>[0],
    number: string,
    to: OrganId | null,
  ) => {
    const d = b.document(kind, '2026-03-20', to === null ? [] : [{ organ: to, sent: '2026-03-20' }]);
    return b.write([{ ...d.entry, payload: { ...(d.entry.payload as object), number } }]);
  };

  it('is the number of the case, of what was sent to it, and the words of the act; the office finds it by all of its papers', () => {
    const b = aCase()
      .received('2026-03-02', { act: { number: '云公罚决〔2026〕7号' }, respondents: [policeBureau, marketBureau] })
      .with('case-registered', '2026-03-02', { number: '云政复〔2026〕1号' })
      .accepted('2026-03-04')
      .copied('2026-03-05', { sent: '2026-03-05' });
    numbered(b, 'suspension-notice', '云政复中字〔2026〕1号', policeBureau);
    numbered(b, 'correction-notice', '云政复补字〔2026〕1号', policeBureau);
    numbered(b, 'approval-form', '云政复批字〔2026〕1号', null);
    numbered(b, 'extension-notice', '云政复延字〔2026〕1号', null);
    expect(numbersOf(b, policeBureau)).toEqual([
      'case-number 云政复〔2026〕1号',
      'document-number 云公罚决〔2026〕7号',
      'document-number 云政复中字〔2026〕1号',
      'act-words 行政处罚决定',
    ]);
    // The copy has not gone to the market bureau: the case is not yet its to find.
    expect(numbersOf(b, marketBureau)).toEqual([]);
    expect(numbersOf(b, countyGovernment)).toEqual([
      'case-number 云政复〔2026〕1号',
      'document-number 云公罚决〔2026〕7号',
      'document-number 云政复中字〔2026〕1号',
      'document-number 云政复补字〔2026〕1号',
      'document-number 云政复批字〔2026〕1号',
      'document-number 云政复延字〔2026〕1号',
      'act-words 行政处罚决定',
    ]);
  });
});

describe('the files of a respondent', () => {
  it('are those of what was sent to it and of its own reply, and no others', () => {
    const received = aCase().received('2026-03-02', { respondents: [policeBureau, marketBureau] });
    const [first] = received.entries;
    const b = received
      .replaced(1, '2026-03-02', { ...(first?.payload as object), fileIds: ['file-application'] })
      .accepted('2026-03-04');
    const withFiles = (organ: OrganId, id: string, sent?: string) => {
      const d = b.document('reply-notice', '2026-03-05', [{ organ, ...(sent === undefined ? {} : { sent }) }]);
      const entry = { ...d.entry, payload: { ...(d.entry.payload as object), fileIds: [file(id)] } };
      b.write([entry, b.entry('copy-issued', '2026-03-05', { documentId: d.id })]);
    };
    withFiles(policeBureau, 'file-copy', '2026-03-05');
    withFiles(policeBureau, 'file-not-sent');
    withFiles(marketBureau, 'file-copy-of-other', '2026-03-05');
    const reply = (respondentId: OrganId, id: string) =>
      b.with('reply-filed', '2026-03-10', {
        respondentId,
        receivedOn: null,
        evidence: [],
        basis: [],
        opinion: null,
        signedByHead: true,
        fileIds: [file(id)],
      });
    reply(policeBureau, 'file-reply');
    reply(marketBureau, 'file-reply-of-other');
    b.with('withdrawal-requested', '2026-03-11', { reason: '', settled: false, fileIds: [file('file-withdrawal')] });
    const all = [
      'file-application',
      'file-copy',
      'file-not-sent',
      'file-copy-of-other',
      'file-reply',
      'file-reply-of-other',
      'file-withdrawal',
    ];
    const ids = (organ: OrganId) => viewFor(b, '2026-03-20', organ, all).files.map((f) => f.id);
    expect(ids(countyGovernment)).toEqual(all);
    expect(ids(policeBureau)).toEqual(['file-copy', 'file-reply']);
    expect(ids(marketBureau)).toEqual(['file-copy-of-other', 'file-reply-of-other']);
  });
});
