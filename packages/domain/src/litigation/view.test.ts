/** What each reader sees of a lawsuit: the office all, an organ its own part, and nobody what is drafted inside another. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import type { CaseNames } from '../case-view/names.ts';
import type { AccountId, DocumentId, FileId, OrganId, PartyId, PostId, ProposalId } from '../ids.ts';
import type { Audience } from '../ledger/audience.ts';
import {
  aParty,
  countyGovernment as county,
  day,
  marketBureau as market,
  policeBureau as police,
} from '../testing/builders.ts';
import {
  aSummons,
  firstInstance,
  firstSession,
  type LawsuitBuilder,
  plaintiffLi as li,
} from '../testing/lawsuit-builder.ts';
import { anActor } from '../testing/play.ts';
import { aPlayedSuit, theOfficer } from '../testing/play-lawsuit.ts';
import { litigationAudience } from './audience.ts';
import { litigationEntries } from './entries.ts';
import { previewLawsuitStep } from './preview.ts';
import { titleOfLawsuit, viewOfLawsuit } from './view.ts';
import type { LawsuitView } from './view-types.ts';

const names: CaseNames = {
  organ: (id) => `机关${id}`,
  account: (id) => `人员${id}`,
  person: () => ({
    name: '李某',
    idNumber: 'SECRET-ID',
    address: '',
    telephone: 'SECRET-TEL',
    legalRepresentative: '',
  }),
  narrative: (ref) => `文字${ref.narrativeId}`,
};
const file = (id: string) => ({ id: id as FileId, name: `${id}.pdf`, kind: 'other', size: 1, sha256: '', seq: null });

const seen = (
  b: LawsuitBuilder,
  audience: Audience,
  on = '2026-03-20',
  actor: Actor = audience === 'respondent' ? anActor('department-liaison', police) : anActor('handler'),
): LawsuitView =>
  viewOfLawsuit(b.fold(), {
    audience,
    today: day(on),
    actor,
    law: b.law,
    ledger: b.ledger,
    names,
    files: [file('file-police'), file('file-market'), file('file-complaint'), file('file-office')],
    nextSteps: [],
  });

const by = (organ: OrganId) => ({
  account: `account-${organ}` as AccountId,
  organ,
  post: 'post' as PostId,
});
const items = [{ number: '1', name: '现场笔录', pages: 2, source: '', purpose: '', fileIds: [] }];
const answer = (organId: OrganId, fileId: string) => ({
  instanceId: firstInstance,
  organId,
  way: 'direct' as const,
  proof: '',
  opinion: null,
  bases: [],
  evidence: items,
  signedByHead: true,
  fileIds: [fileId as FileId],
});

/** Two co-defendants with something of their own each, the government their office. */
const rich = (): LawsuitBuilder => {
  const b = aSummons()
    .registered('2026-03-02', {
      organs: [police, market, county],
      roles: { [county]: 'reconsideration-organ' },
      before: 'upheld',
      parties: [aParty(li), aParty('party-wang' as PartyId, { capacity: 'third-party' })],
    })
    .papers('2026-03-02', { organ: police })
    .papers('2026-03-03', { organ: market })
    .with('answer-filed', '2026-03-10', answer(police, 'file-police'))
    .with('answer-filed', '2026-03-11', answer(market, 'file-market'))
    .sessionSet('2026-04-02', { known: '2026-03-20', told: [{ organ: police, served: '2026-03-31', leader: 'shall' }] })
    .planned('2026-03-22')
    .absenceExplained('2026-03-25', 'irreplaceable-duty', { organ: market })
    .with('note-made', '2026-03-12', {
      text: { narrativeId: 'SECRET-NOTE' as never, saltedHash: '0'.repeat(64) as never },
    });
  const proposal = (id: string, organ: OrganId) =>
    b.write(
      [
        b.entry('step-proposed', '2026-03-09', {
          proposalId: id as ProposalId,
          step: 'file-answer',
          input: { organId: organ, why: `DRAFT-${organ}` },
          opinion: '请审签',
        }),
      ],
      undefined,
      by(organ),
    );
  proposal('proposal-police', police);
  proposal('proposal-market', market);
  return b;
};

describe('the audience of a lawsuit', () => {
  it('declares every entry type', () => {
    expect(Object.keys(litigationAudience).sort()).toEqual(Object.keys(litigationEntries).sort());
  });

  it('shows the office every organ’s answer, and its evidence', () => {
    const view = seen(rich(), 'reviewing');
    expect(view.instances[0]?.answers.map((a) => [a.organId, a.filedOn])).toEqual([
      [police, '2026-03-10'],
      [market, '2026-03-11'],
      [county, null],
    ]);
    expect(view.files).toHaveLength(4);
    expect(view.parties[0]?.idNumber).toBe('SECRET-ID');
  });

  it('shows an organ its own answer and no other’s, nor the parties’ numbers', () => {
    const view = seen(rich(), 'respondent');
    expect(view.instances[0]?.answers.map((a) => a.organId)).toEqual([police]);
    expect(view.instances[0]?.papers.map((p) => p.organId)).toEqual([police]);
    expect(view.files.map((f) => f.id)).toEqual(['file-police']);
    expect(view.timeline.filter((e) => e.type === 'answer-filed')).toHaveLength(1);
    expect(JSON.stringify(view)).not.toContain('SECRET');
    expect(view.clocks.every((k) => k.subject !== market)).toBe(true);
  });

  it('leaves what is drafted inside an organ there: neither the office nor a co-defendant reads it', () => {
    expect(seen(rich(), 'reviewing').proposals.map((p) => p.proposalId)).toEqual([]);
    expect(seen(rich(), 'respondent').proposals.map((p) => p.proposalId)).toEqual(['proposal-police']);
    expect(JSON.stringify(seen(rich(), 'reviewing'))).not.toContain('DRAFT');
    expect(JSON.stringify(seen(rich(), 'respondent'))).not.toContain(`DRAFT-${market}`);
  });

  it('keeps a draft’s files with the draft, until the paper itself names them', () => {
    const drafted = () =>
      rich().write(
        [
          rich().entry('step-proposed', '2026-03-12', {
            proposalId: 'proposal-file' as ProposalId,
            step: 'file-answer',
            input: { organId: police, evidence: [{ name: '草稿', fileIds: ['file-office'] }] },
            opinion: '',
          }),
        ],
        undefined,
        by(police),
      );
    const ids = (b: LawsuitBuilder, audience: Audience) => seen(b, audience).files.map((f) => f.id);
    for (const audience of ['reviewing', 'superior'] as const) {
      expect(ids(rich(), audience)).toContain('file-office');
      expect(ids(drafted(), audience)).not.toContain('file-office');
      expect(ids(drafted(), audience)).toContain('file-market');
    }
    expect(ids(drafted(), 'respondent')).toContain('file-office');
    const filed = drafted().with('evidence-filed', '2026-03-13', {
      ...{ instanceId: firstInstance, organId: police, way: 'direct', proof: '', fileIds: [], reason: '' },
      evidence: [
        { number: '2', name: '定稿', pages: null, source: '', purpose: '', fileIds: ['file-office' as FileId] },
      ],
    } as never);
    expect(ids(filed, 'reviewing')).toContain('file-office');
  });

  it('shows the people of an organ that took another’s place what they record themselves', () => {
    const successor = 'organ-successor' as OrganId;
    const b = () =>
      rich().write(
        [
          rich().entry('step-proposed', '2026-03-12', {
            proposalId: 'proposal-void' as ProposalId,
            step: 'void-lawsuit',
            input: { why: '重复登记' },
            opinion: '',
          }),
        ],
        undefined,
        by(successor),
      );
    const proposals = (mine?: readonly OrganId[]) =>
      viewOfLawsuit(b().fold(), {
        ...{ audience: 'reviewing', today: day('2026-03-20'), actor: anActor('handler'), law: b().law },
        ...{ ledger: b().ledger, names, files: [], nextSteps: [], ...(mine === undefined ? {} : { mine }) },
      }).proposals.map((p) => p.proposalId);
    expect(proposals([successor, county])).toEqual(['proposal-void']);
    expect(proposals()).toEqual([]);
  });

  it('shows a co-defendant’s leader, not why it stays away nor what it proved', () => {
    const [police_, market_] = seen(rich(), 'respondent').instances[0]?.sessions[0]?.appearances ?? [];
    expect(police_?.leader?.name).toBe('陆某');
    expect(market_).toMatchObject({ organId: market, explained: null, proofOn: null });
    const all = seen(rich(), 'reviewing').instances[0]?.sessions[0]?.appearances ?? [];
    expect(all.find((a) => a.organId === market)?.explained).toMatchObject({ ground: 'irreplaceable-duty' });
  });

  it('says to a department for which organs it answers', () => {
    const b = aSummons().registered('2026-03-02', { organs: [county], undertakings: { [county]: police } });
    const [organ] = seen(b, 'respondent').organs;
    expect(organ).toMatchObject({ organId: county, undertakingId: police, own: true });
    expect(seen(b, 'respondent', '2026-03-20', anActor('department-liaison', market)).organs[0]?.own).toBe(false);
  });
});

describe('an instance on the page', () => {
  it('says by when each organ answers, and what follows if nothing is filed', () => {
    const view = seen(aSummons().registered('2026-03-02').papers('2026-03-02'), 'respondent', '2026-03-05');
    const answer_ = view.instances[0]?.answers[0];
    const clock = view.clocks.find((k) => k.id === answer_?.answerClockId);
    expect(clock).toMatchObject({ ruleId: 'litigation.answer', due: '2026-03-17', light: 'ok' });
    expect(view.clocks.some((k) => k.id === answer_?.evidenceClockId)).toBe(true);
    expect(answer_?.consequence).toBe('act-without-evidence');
  });

  it('makes a session without an appearance entry a task, until it is recorded', () => {
    const held = () =>
      aSummons()
        .registered('2026-03-02')
        .papers('2026-03-02')
        .sessionSet('2026-04-02', { known: '2026-03-20' })
        .held('2026-04-02');
    const of = (b: LawsuitBuilder) => seen(b, 'reviewing', '2026-04-03').instances[0]?.sessions[0];
    expect(of(held())).toMatchObject({ state: 'held', appearances: [{ toRecord: true, counts: null }] });
    const done = of(held().planned('2026-03-22').proof('2026-04-01').appeared('2026-04-02'));
    expect(done?.appearances[0]).toMatchObject({ toRecord: false, counts: true });
  });

  it('shows a rejected proof as not counting, with the article', () => {
    const b = aSummons()
      .registered('2026-03-02')
      .papers('2026-03-02')
      .sessionSet('2026-04-02', { known: '2026-03-20' })
      .planned('2026-03-22')
      .proof('2026-04-01', { sealed: false })
      .proofChecked('2026-04-02', 'rejected')
      .held('2026-04-02')
      .appeared('2026-04-02');
    const a = seen(b, 'reviewing', '2026-04-03').instances[0]?.sessions[0]?.appearances[0];
    expect(a).toMatchObject({ counts: false, proofResult: 'rejected' });
    expect(a?.notCounting).toContainEqual({ code: 'proof-rejected', article: 'LEAD2020 6(2)' });
  });

  it('keeps both days of a session that was moved', () => {
    const b = aSummons()
      .registered('2026-03-02')
      .sessionSet('2026-04-02', { known: '2026-03-20' })
      .sessionMoved('2026-03-25', '2026-04-09');
    expect(seen(b, 'reviewing').instances[0]?.sessions[0]).toMatchObject({
      on: '2026-04-09',
      time: '14:30',
      moves: [{ from: { on: '2026-04-02', time: '09:30' } }],
    });
  });

  it('is due from its day on, until somebody says whether it was held', () => {
    const b = aSummons().registered('2026-03-02').sessionSet('2026-04-02', { known: '2026-03-20' });
    const state = (on: string) => seen(b, 'reviewing', on).instances[0]?.sessions[0]?.state;
    expect([state('2026-04-01'), state('2026-04-02'), state('2026-04-30')]).toEqual(['set', 'due', 'due']);
  });

  it('says whom the judgment has not reached, and when it took effect', () => {
    const judged = () =>
      aSummons().registered('2026-03-02').papers('2026-03-02').answered('2026-03-12').judged('2026-06-01', ['revoke']);
    const waiting = seen(judged().served('2026-06-03', police), 'reviewing', '2026-06-04');
    expect(waiting.instances[0]?.unserved).toEqual([{ is: 'party', id: li, name: '李某' }]);
    expect(waiting.waiting.what).toBe('serve-judgment');
    const effective = seen(judged().servedOnAll('2026-06-03'), 'reviewing', '2026-06-30');
    expect(effective.instances[0]).toMatchObject({ stage: 'effective', unserved: [], ended: { outcomes: ['revoke'] } });
    expect(effective.instances[0]?.served.find((s) => s.own)).toBeUndefined();
    expect(effective.result).toEqual({ principal: 'revoke', lost: true });
  });

  it('names what an order to act anew is about, and leaves the judgment its own words', () => {
    const obliged = (over: Parameters<LawsuitBuilder['judged']>[2]) =>
      seen(
        aSummons()
          .registered('2026-03-02', { organs: [police, county] })
          .judged('2026-06-01', ['revoke'], over),
        'reviewing',
        '2026-06-04',
      ).obligations.map(({ what, anew }) => ({ what, anew }));
    expect(obliged({ redo: { days: 60 } })).toEqual([{ what: '', anew: 'act' }]);
    expect(obliged({ reconsideration: 'annulled-redo' })).toEqual([{ what: '', anew: 'decision' }]);
    const own = [{ obligationId: 'o1', organId: police, what: '退还罚款', performBy: null }];
    expect(obliged({ obligations: own })).toEqual([{ what: '退还罚款', anew: null }]);
    expect(obliged({ outcomes: ['order-payment'] })).toEqual([{ what: '', anew: 'order-payment' }]);
  });
});

describe('documents and the entries', () => {
  it('lists forms, answers and judgments as documents of the suit', () => {
    const b = aSummons()
      .registered('2026-03-02')
      .with('answer-filed', '2026-03-10', answer(police, 'file-police'))
      .with('form-issued', '2026-03-30', {
        documentId: 'document-1' as DocumentId,
        kind: 'identity-proof',
        instanceId: firstInstance,
        sessionId: firstSession,
        organId: police,
        template: 'identity-proof-1',
        fileId: 'file-office' as FileId,
        name: '身份证明.docx',
      })
      .judged('2026-06-01');
    const view = seen(b, 'respondent', '2026-06-02');
    expect(view.documents.map((d) => d.kind)).toEqual(['answer', 'identity-proof', 'judgment']);
    expect(view.files.map((f) => f.id)).toEqual(['file-police', 'file-office']);
  });

  it('says what an entry did to the limits on the day it was recorded', () => {
    const b = aSummons().registered('2026-03-02').papers('2026-03-02').answered('2026-03-12');
    const { timeline } = seen(b, 'reviewing');
    const effects = (type: string) => timeline.find((e) => e.type === type)?.effects.map((x) => [x.effect, x.ruleId]);
    expect(effects('court-papers-received')).toContainEqual(['starts', 'litigation.answer']);
    expect(effects('answer-filed')).toContainEqual(['meets', 'litigation.answer']);
  });

  it('keeps an annulled entry in sight and its correction offered to the office only', () => {
    const b = aSummons().registered('2026-03-02').papers('2026-03-02');
    const { seq } = b.entries.find((e) => e.type === 'court-papers-received') ?? { seq: 0 };
    expect(seen(b, 'reviewing').timeline.find((e) => e.seq === seq)?.correctable).toBe(true);
    expect(seen(b, 'respondent').timeline.find((e) => e.seq === seq)?.correctable).toBe(false);
    const annulled = seen(b.annulled(seq, '2026-03-03'), 'reviewing').timeline.find((e) => e.seq === seq);
    expect(annulled).toMatchObject({ standing: { is: 'annulled' }, correctable: false });
  });

  it('titles a suit by its first plaintiff, its defendants and the act', () => {
    const suit = aSummons()
      .registered('2026-03-02', { organs: [police, market], roles: { [market]: 'third-party-organ' } })
      .fold();
    expect(titleOfLawsuit(suit, names)).toBe(`李某诉机关${police}行政处罚决定`);
  });
});

describe('the preview of a step', () => {
  it('says which limits the answer meets, and writes nothing', () => {
    const play = aPlayedSuit();
    const before = play.builder.entries.length;
    const step = {
      type: 'file-answer',
      input: {
        organId: police,
        evidence: items,
        onPaper: { doneBy: { name: '齐某', title: '局长', role: 'department-head' }, fileIds: ['file-1'] },
      },
    };
    const impact = previewLawsuitStep(play.suit, step, play.context(theOfficer, '2026-03-10'), names);
    expect(impact.ok).toBe(true);
    expect(impact.changes).toContainEqual(expect.objectContaining({ ruleId: 'litigation.answer', change: 'meets' }));
    expect(play.builder.entries).toHaveLength(before);
  });

  it('says of a step that goes on only with a reason what it contradicts', () => {
    const play = aPlayedSuit();
    const step = {
      type: 'set-session',
      input: { on: '2026-02-20', time: '09:30', place: '第三审判庭', occurredOn: '2026-03-02' },
    };
    const impact = previewLawsuitStep(play.suit, step, play.context(theOfficer, '2026-03-10'), names);
    expect(impact).toMatchObject({ ok: true, verdict: 'irregular' });
    expect(impact.contradictions.map((x) => x.code)).toContain('session-before-docketing');
  });
});
