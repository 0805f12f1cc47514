/** What each reader sees: a respondent never receives what the office keeps to itself. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import type { Role } from '../access/roles.ts';
import type { CaseNames } from '../case-view/names.ts';
import type { AccountId, OrganId, PartyId, PostId, ProposalId } from '../ids.ts';
import type { Audience } from '../ledger/audience.ts';
import { correctionTypes } from '../ledger/correction.ts';
import {
  aCase,
  aParty,
  applicantLi,
  type CaseBuilder,
  countyGovernment,
  day,
  marketBureau,
  policeBureau,
} from '../testing/builders.ts';
import { reconsiderationAudience } from './audience.ts';
import { reconsiderationEntries } from './entries.ts';
import { nextSteps } from './next-steps.ts';
import { viewOf } from './view.ts';
import type { CaseView } from './view-types.ts';

const actorOf = (organId: OrganId, role: Role): Actor => {
  const acting = { postId: 'post-1' as PostId, organId, role, delegatedBy: null };
  return { accountId: 'account-1' as AccountId, name: '某人', acting, posts: [acting], scope: [organId] };
};
const names: CaseNames = {
  organ: (id) => `机关${id}`,
  account: () => '承办人',
  person: () => ({
    name: '李某',
    idNumber: 'SECRET-ID',
    address: '云岭县某路',
    telephone: 'SECRET-TELEPHONE',
    legalRepresentative: '',
  }),
  narrative: (ref) => (ref.narrativeId.startsWith('secret') ? `SECRET-${ref.narrativeId}` : `文字${ref.narrativeId}`),
};
const view = (b: CaseBuilder, audience: Audience, on = '2026-03-20', organ = policeBureau): CaseView => {
  const actor = audience === 'respondent' ? actorOf(organ, 'department-liaison') : actorOf(countyGovernment, 'handler');
  const c = b.fold();
  return viewOf(c, {
    audience,
    today: day(on),
    actor,
    law: b.law,
    ledger: b.ledger,
    names,
    files: [
      { id: 'file-internal' as never, name: 'SECRET-FILE', kind: 'note', size: 1, sha256: '', seq: null },
      { id: 'file-reply' as never, name: '答复书.pdf', kind: 'reply', size: 1, sha256: '', seq: null },
    ],
    nextSteps: nextSteps(c, actor, day(on), b.law),
  });
};

describe.each([
  ['voided', { why: 'SECRET-WHY', duplicateOf: 'SECRET-CASE' }],
  ['transferred', { toOrganId: null, toName: '某市人民政府', reason: 'SECRET-WHY', documentId: null }],
] as const)('a case that was %s', (type, payload) => {
  const item = (audience: Audience) => {
    const b = aCase('case-ended')
      .received('2026-03-02')
      .with('accepted', '2026-03-04', {
        procedure: 'ordinary',
        simplifiedGround: null,
        overridden: [],
        documentId: null,
      })
      .copied('2026-03-05', { sent: '2026-03-05', served: '2026-03-06' })
      .with(type, '2026-03-09', payload as never);
    return view(b, audience).timeline.find((i) => i.type === type);
  };

  it('says so to the respondent without the office’s reasons, and without another case', () => {
    expect(item('respondent')).toBeDefined();
    expect(JSON.stringify(item('respondent'))).not.toContain('SECRET');
    expect(item('reviewing')?.payload).toMatchObject(payload);
  });
});

const salted = '0'.repeat(64) as never;
const secret = (id: string) => ({ narrativeId: `secret-${id}` as never, saltedHash: salted });
const proposalId = 'proposal-1' as ProposalId;

/** A case with something internal in every corner. */
const rich = (): CaseBuilder => {
  const b = aCase('case-v')
    .received('2026-03-02', {
      respondents: [policeBureau, marketBureau],
      parties: [aParty(applicantLi), aParty('agent', { capacity: 'agent', actsFor: [applicantLi] })],
    })
    .with('case-registered', '2026-03-02', { number: '云政复〔2026〕1号' })
    .with('note-made', '2026-03-03', { text: secret('note') })
    .with('accepted', '2026-03-04', {
      procedure: 'ordinary',
      simplifiedGround: null,
      overridden: [{ check: 'own-jurisdiction', reason: 'SECRET-OVERRIDE' }],
      documentId: null,
    })
    .copied('2026-03-05', { sent: '2026-03-05', served: '2026-03-06' }, [policeBureau, marketBureau])
    .with('reply-filed', '2026-03-10', {
      respondentId: marketBureau,
      receivedOn: null,
      evidence: [{ name: 'SECRET-OTHER-REPLY', pages: null, purpose: '' }],
      basis: [],
      opinion: null,
      signedByHead: true,
      fileIds: [],
    })
    .with('reply-filed', '2026-03-11', {
      respondentId: policeBureau,
      receivedOn: null,
      evidence: [],
      basis: [],
      opinion: null,
      signedByHead: true,
      fileIds: ['file-reply' as never],
    })
    .with('opinion-heard', '2026-03-12', {
      partyId: applicantLi,
      organId: null,
      manner: 'telephone',
      summary: secret('opinion'),
      mediationWilling: true,
    })
    .with('mediation-held', '2026-03-13', { summary: 'SECRET-OFFER', agreed: false })
    .with('mediation-failed', '2026-03-13', { reason: 'SECRET-FAILED' })
    .with('committee-asked', '2026-03-13', { category: 'complex' })
    .with('committee-advised', '2026-03-16', { opinion: secret('committee'), members: 5 })
    .with('stay-refused', '2026-03-16', { reason: 'SECRET-STAY' })
    .with('withdrawal-requested', '2026-03-16', { reason: 'SECRET-WITHDRAWAL', settled: false, fileIds: [] })
    .with('file-added', '2026-03-16', {
      fileId: 'file-internal' as never,
      sha256: salted,
      name: 'SECRET-FILE',
      kind: 'note',
      size: 1,
    })
    .with('step-proposed', '2026-03-17', {
      proposalId,
      step: 'decide',
      input: { operative: 'SECRET-DRAFT' },
      opinion: 'SECRET-PROPOSAL',
    })
    .with('step-endorsed', '2026-03-18', { proposalId, opinion: 'SECRET-ENDORSEMENT' });
  const copy = b.fold().documents.find((x) => x.kind === 'reply-notice');
  if (copy !== undefined) {
    b.with('document-sent', '2026-03-18', {
      documentId: copy.id,
      sending: {
        id: 'sending-to-applicant' as never,
        addressee: { is: 'party', partyId: applicantLi },
        method: 'post',
        sentOn: day('2026-03-18'),
        sentProof: 'SECRET-SLIP',
        servedOn: null,
        servedProof: null,
      },
    });
  }
  const d = b.document('extension-notice', '2026-03-18', [{ sent: '2026-03-18', served: '2026-03-19' }]);
  b.write([
    d.entry,
    b.entry(
      'extended',
      '2026-03-18',
      { days: 10, reason: '案情复杂', documentId: d.id },
      { doneBy: { name: 'SECRET-HEAD', title: '局长' } },
    ),
  ]);
  return b;
};

describe('audience', () => {
  it('every entry type declares who may see it, and nothing else does', () => {
    expect(Object.keys(reconsiderationAudience).sort()).toEqual(Object.keys(reconsiderationEntries).sort());
    for (const rule of Object.values(reconsiderationAudience)) expect(rule).toContain('reviewing');
    for (const rule of Object.values(reconsiderationAudience)) expect(rule).not.toContain('statistics');
  });

  it('the reviewing office sees all that is hidden from a respondent', () => {
    const text = JSON.stringify(view(rich(), 'reviewing'));
    for (const s of [
      'ID',
      'TELEPHONE',
      'secret-note',
      'secret-opinion',
      'secret-committee',
      'OVERRIDE',
      'OFFER',
      'FAILED',
    ]) {
      expect(text).toContain(`SECRET-${s}`);
    }
    for (const s of ['STAY', 'WITHDRAWAL', 'FILE', 'DRAFT', 'PROPOSAL', 'ENDORSEMENT', 'HEAD', 'OTHER-REPLY', 'SLIP']) {
      expect(text).toContain(`SECRET-${s}`);
    }
  });

  it('a respondent receives none of it', () => {
    expect(JSON.stringify(view(rich(), 'respondent'))).not.toContain('SECRET');
    expect(
      JSON.stringify(view(rich(), 'respondent', '2026-03-20', marketBureau)).replaceAll('SECRET-OTHER-REPLY', ''),
    ).not.toContain('SECRET');
  });

  it('a respondent sees its own reply, its own sendings and its own clocks, and not another’s', () => {
    const v = view(rich(), 'respondent');
    expect(v.timeline.filter((i) => i.type === 'reply-filed').map((i) => i.payload.respondentId)).toEqual([
      policeBureau,
    ]);
    expect(v.documents.flatMap((d) => d.sendings.map((s) => s.addressee))).toEqual([
      { is: 'organ', organId: policeBureau },
    ]);
    expect(v.files.map((f) => f.id)).toEqual(['file-reply']);
    expect(new Set(v.clocks.map((k) => k.subject))).toEqual(new Set([policeBureau, 'case']));
    expect(v.clocks.map((k) => k.ruleId).sort()).toEqual([
      'reconsideration.decide-ordinary',
      'reconsideration.reply-ordinary',
    ]);
    expect(v.proposals).toEqual([]);
    expect(v.contradictions).toEqual([]);
  });

  it('for a respondent the case waits for the office, not for its approver', () => {
    expect(view(rich(), 'reviewing').waiting.who).toBe('organ-head');
    expect(view(rich(), 'respondent').waiting).toMatchObject({ who: 'institution', what: 'decide' });
  });

  it('statistics see no entries', () => {
    expect(view(rich(), 'statistics').timeline).toEqual([]);
  });

  it('what a superior may see is declared, too: all but notes', () => {
    const text = JSON.stringify(view(rich(), 'superior'));
    expect(text).toContain('SECRET-PROPOSAL');
    expect(text).not.toContain('secret-note');
  });
});

describe('the view', () => {
  it('names the case after its parties', () => {
    expect(view(rich(), 'reviewing').title).toBe(`李某不服机关${policeBureau}、机关${marketBureau}行政处罚决定`);
  });

  it('says since when silence accepted it', () => {
    const untouched = aCase().received('2026-01-05');
    expect(view(untouched, 'reviewing', '2026-01-12')).toMatchObject({
      stage: 'received',
      deemedAccepted: false,
      acceptedOn: null,
    });
    expect(view(untouched, 'reviewing', '2026-01-13')).toMatchObject({
      stage: 'accepted',
      deemedAccepted: true,
      acceptedOn: '2026-01-12',
    });
  });

  it('keeps every word of a proposal with who said it', () => {
    const [proposal] = view(rich(), 'reviewing').proposals;
    expect(proposal).toMatchObject({ state: 'open', approver: 'organ-head' });
    expect(proposal?.words.map((w) => [w.verdict, w.text])).toEqual([
      ['proposed', 'SECRET-PROPOSAL'],
      ['endorsed', 'SECRET-ENDORSEMENT'],
    ]);
  });

  it('shows a clock with its days, its light and its grid', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04');
    const clock = (on: string) =>
      view(b, 'reviewing', on).clocks.find((k) => k.ruleId === 'reconsideration.decide-ordinary');
    expect(clock('2026-03-14')).toMatchObject({
      due: '2026-05-06',
      raw: '2026-05-03',
      length: 60,
      daysUsed: 10,
      daysLeft: 53,
      light: 'ok',
    });
    expect(clock('2026-04-30')).toMatchObject({ workingDaysLeft: 1, light: 'near' });
    expect(clock('2026-05-07')).toMatchObject({ status: 'overdue', daysLeft: -1, light: 'overdue' });
    expect(clock('2026-03-14')?.grid.at(-1)).toMatchObject({ date: '2026-05-06' });
  });

  it('while stopped shows the days left and how long it has stood', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04').suspended('2026-03-14');
    const clock = view(b, 'reviewing', '2026-03-20').clocks.find((k) => k.ruleId === 'reconsideration.decide-ordinary');
    expect(clock).toMatchObject({
      status: 'stopped',
      due: null,
      light: 'stopped',
      daysLeft: 51,
      stoppedDays: 7,
      daysUsed: 9,
    });
  });

  it('says what is missing where there is no date', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04').copied('2026-03-05', { sent: '2026-03-05' });
    const clock = view(b, 'reviewing').clocks.find((k) => k.ruleId === 'reconsideration.reply-ordinary');
    expect(clock).toMatchObject({ status: 'unknown', light: 'unknown', due: null });
    expect(clock).toMatchObject({ missing: 'copy-received-by-respondent', obligor: 'respondent' });
  });

  it('shows a printed limit that differs from the computed one beside it', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04');
    const printed = (due: string) => {
      const d = b.document('reply-notice', '2026-03-05', [{ organ: policeBureau, served: '2026-03-06' }], due);
      b.write([d.entry, b.entry('copy-issued', '2026-03-05', { documentId: d.id })]);
      return view(b, 'reviewing').documents.find((x) => x.id === d.id)?.computedDue;
    };
    expect(printed('2026-03-16')).toBe('2026-03-20');
    expect(printed('2026-03-20')).toBeNull();
  });

  it('tells on the timeline what an entry did to which clock', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04').suspended('2026-03-10').resumed('2026-03-20');
    const effects = (type: string) =>
      view(b, 'reviewing')
        .timeline.find((i) => i.type === type)
        ?.effects.map((x) => x.effect);
    expect(effects('accepted')).toContain('starts');
    expect(effects('accepted')).toContain('meets');
    expect(effects('suspended')).toEqual(['stops']);
    expect(effects('resumed')).toEqual(['resumes']);
  });

  it('gives each entry the days of its moment, whatever came later', () => {
    const b = aCase()
      .received('2026-01-05')
      .accepted('2026-01-08')
      .copied('2026-01-09', { sent: '2026-01-09', served: '2026-01-12' })
      .replied('2026-01-20')
      .extended('2026-03-02')
      .suspended('2026-03-10')
      .resumed('2026-03-20');
    const of = (type: string) =>
      view(b, 'reviewing', '2026-04-01')
        .timeline.find((i) => i.type === type)
        ?.effects.map((x) => [x.effect, x.ruleId.replace('reconsideration.', ''), x.from, x.due]);
    // The applicant's own limit is met by filing; what the receipt starts is the examination.
    expect(of('application-received')).toContainEqual(['meets', 'apply', null, null]);
    expect(of('application-received')).toContainEqual(['starts', 'examine', null, '2026-01-12']);
    expect(of('application-received')?.filter(([effect, rule]) => effect === 'starts' && rule === 'apply')).toEqual([]);
    expect(of('accepted')).toContainEqual(['meets', 'examine', null, null]);
    // As it was computed then, before extension and suspension.
    expect(of('accepted')).toContainEqual(['starts', 'decide-ordinary', null, '2026-03-09']);
    expect(of('reply-filed')).toEqual([['meets', 'reply-ordinary', null, null]]);
    expect(of('extended')).toEqual([['moves', 'decide-ordinary', '2026-03-09', '2026-04-08']]);
    expect(of('suspended')).toEqual([['stops', 'decide-ordinary', null, null]]);
    expect(of('resumed')).toEqual([['resumes', 'decide-ordinary', null, '2026-04-20']]);
  });

  it('keeps every correction of an entry in order, with who, when, why, from what to what', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04');
    const accepted = b.entries.find((e) => e.type === 'accepted');
    if (accepted === undefined) throw new Error('not accepted');
    const { seq, payload } = accepted;
    const correction = (on: string, payloadNow: unknown, occurredOn: string, why: string) =>
      b.with('replaced', on, { seq, payload: payloadNow, occurredOn: day(occurredOn), occurredTime: null, why });
    correction('2026-03-10', payload, '2026-03-05', '第一次更正');
    const simplified = { ...(payload as object), procedure: 'simplified', simplifiedGround: 'warning-or-criticism' };
    correction('2026-03-11', simplified, '2026-03-06', '第二次更正');
    const item = (who: 'reviewing' | 'respondent') => view(b, who, '2026-03-12').timeline.find((i) => i.seq === seq);
    expect(item('reviewing')?.corrections).toMatchObject([
      {
        kind: 'replaced',
        why: '第一次更正',
        was: { occurredOn: '2026-03-04' },
        now: { occurredOn: '2026-03-05' },
        changes: [],
      },
      {
        kind: 'replaced',
        why: '第二次更正',
        was: { occurredOn: '2026-03-05' },
        now: { occurredOn: '2026-03-06' },
        changes: [
          { field: 'procedure', from: 'ordinary', to: 'simplified' },
          { field: 'simplifiedGround', from: null, to: 'warning-or-criticism' },
        ],
      },
    ]);
    expect(item('reviewing')?.corrections.every((x) => x.by !== '' && x.recordedAt > 0)).toBe(true);
    expect(item('respondent')?.corrections.map((x) => [x.why, x.changes])).toEqual([
      ['', []],
      ['', []],
    ]);
    b.annulled(seq, '2026-03-12');
    expect(item('reviewing')?.corrections.map((x) => x.kind)).toEqual(['replaced', 'replaced', 'annulled']);
  });

  it('keeps an annulled entry in sight, and offers to correct what may be corrected', () => {
    const b = aCase().received('2026-03-02').accepted('2026-03-04');
    const seq = b.entries.find((e) => e.type === 'accepted')?.seq ?? 0;
    expect(view(b, 'reviewing').timeline.find((i) => i.seq === seq)).toMatchObject({
      correctable: true,
      standing: { is: 'original' },
    });
    b.annulled(seq, '2026-03-09');
    expect(view(b, 'reviewing').timeline.find((i) => i.seq === seq)).toMatchObject({
      correctable: false,
      standing: { is: 'annulled' },
    });
    expect(view(b, 'reviewing').version).toBe(b.head.version);
    expect(view(b, 'reviewing').timeline.some((i) => (correctionTypes as readonly string[]).includes(i.type))).toBe(
      false,
    );
  });

  it('an erased person leaves an empty name and the case still opens', () => {
    const b = aCase().received('2026-03-02');
    const c = b.fold();
    const v = viewOf(c, {
      audience: 'reviewing',
      today: day('2026-03-03'),
      actor: actorOf(countyGovernment, 'handler'),
      law: b.law,
      ledger: b.ledger,
      names: { ...names, person: () => null, narrative: () => null },
      files: [],
      nextSteps: [],
    });
    expect(v.parties).toMatchObject([{ partyId: applicantLi as PartyId, name: '', idNumber: null }]);
    expect(v.requests).toBeNull();
  });
});
