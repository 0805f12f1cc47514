/** The committee, opinion letters and signing for papers over the API: who gets what, and what nobody else is told. */
import type { StepInputGiven } from '@redress/domain/reconsideration/step-inputs';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Browser, demoPeople, newCommandId, testApi, today } from '../../testing/api.ts';
import { aLawsuit, suitStep } from '../../testing/lawsuits.ts';

const police = demoPeople.policeLiaison.organId;
const market = demoPeople.marketLiaison.organId;
type Sendings = NonNullable<NonNullable<StepInputGiven<'accept'>['document']>['sendings']>;
const to = (organId: typeof police): Sendings => [
  { addressee: { is: 'organ', organId }, method: 'exchange', sentOn: today },
];

let api: Api;
let handler: Browser;
let policeman: Browser;
let marketOffice: Browser;
beforeAll(async () => {
  api = await testApi();
  handler = await api.as(demoPeople.handler);
  policeman = await api.as(demoPeople.policeLiaison);
  marketOffice = await api.as(demoPeople.marketLiaison);
});

/** A case with a secret in everything that is not the respondent's to see. */
async function aCase(): Promise<CaseView> {
  let view = await api.aCase();
  view = await handler.step(view, 'accept', {});
  view = await handler.step(view, 'issue-copy', { document: { sendings: to(police) } });
  view = await handler.step(view, 'hear-opinion', {
    partyId: view.parties[0]?.partyId ?? ('' as never),
    manner: 'telephone',
    summary: '秘密一：申请人愿意和解',
    mediationWilling: true,
  });
  view = await handler.step(view, 'ask-committee', { category: 'technical', question: '秘密二：鉴定是否成立' });
  view = await handler.step(view, 'record-committee-advice', {
    opinion: '秘密三：建议撤销',
    sitting: { on: today, place: '会议室', members: [{ name: '某教授', outside: true, opinion: '秘密四：不成立' }] },
  });
  view = await handler.step(view, 'hold-mediation', { agreed: false, summary: '秘密五：赔一半' });
  return handler.step(view, 'issue-opinion-letter', {
    toOrgan: market,
    subject: '规范执法文书送达',
    document: { sendings: to(market) },
  });
}
const failureOf = async (browser: Browser, view: CaseView, type: string, input: object) => {
  const answer = await browser.mutate('cases', 'execute', {
    commandId: newCommandId(),
    id: view.id,
    expectedVersion: view.version,
    step: { type, input },
  } as never);
  return answer.ok ? null : answer.failure;
};

describe('the line of time of a dispute', () => {
  it('is nothing an organ with only a letter reads; the office and the respondent do', async () => {
    const { id } = await aCase();
    const read = (browser: Browser) => browser.query('lawsuits', 'dispute', { id });
    expect(await read(marketOffice)).toMatchObject({ failure: { code: 'not-found' } });
    for (const browser of [handler, policeman]) expect(await read(browser)).toMatchObject({ ok: true });
  });

  it('leads no organ that is sued from its suit to a case it has only a letter from', async () => {
    const letterFrom = await aCase();
    const suit = await aLawsuit(api, {
      organs: [
        { organId: police, role: 'original-organ' },
        { organId: market, role: 'original-organ' },
      ],
      papers: [{ organId: market, papers: ['complaint-copy'] }],
    });
    await suitStep(handler, suit, 'link', { kind: 'same-dispute', to: letterFrom.id, why: '同一争议' });
    const linked = async (browser: Browser) => {
      const answers = [
        await browser.query('lawsuits', 'linked', { id: suit.id }),
        await browser.query('lawsuits', 'dispute', { id: suit.id }),
      ];
      return JSON.stringify(answers).includes(letterFrom.id);
    };
    expect(await linked(marketOffice)).toBe(false);
    expect(await linked(policeman)).toBe(true);
  });
});

describe('a respondent', () => {
  it('gets no opinion heard, no committee, no mediation, nor another organ’s letter', async () => {
    const view = await aCase();
    const seen = await policeman.view(view.id);
    expect(JSON.stringify(seen)).not.toContain('秘密');
    expect(JSON.stringify(seen)).not.toContain('规范执法文书送达');
    expect(seen.proceedings).toMatchObject({ opinions: [], committee: null, missing: [] });
    expect(seen.asks.map((a) => [a.kind, a.organId])).toEqual([
      ['acknowledge', police],
      ['reply', police],
    ]);
    // The office sees all of it, and what each organ is asked for.
    const whole = await handler.view(view.id);
    expect(whole.proceedings.committee?.advised?.sitting?.members[0]?.opinion).toBe('秘密四：不成立');
    expect(new Set(whole.asks.map((a) => a.organId))).toEqual(new Set([police, market]));
  });

  it('signs for its own papers, and the limit runs from that day', async () => {
    const view = await aCase();
    const sendingId = (await policeman.view(view.id)).asks[0]?.about ?? '';
    expect(await failureOf(marketOffice, view, 'acknowledge-receipt', { sendingId, signer: '白致远' })).toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'sendingId', rule: 'unknown-sending' }],
    });
    expect(await failureOf(handler, view, 'acknowledge-receipt', { sendingId, signer: '沈知微' })).toMatchObject({
      code: 'step-refused',
      reason: { code: 'not-this-actor' },
    });
    const signed = await policeman.step(view, 'acknowledge-receipt', {
      sendingId: sendingId as never,
      signer: '陶一苇',
    });
    const reply = signed.asks.find((a) => a.kind === 'reply');
    expect([reply?.state, reply?.due]).toEqual(['open', '2026-03-16']);
    const { sendings } = signed.documents.find((d) => d.id === reply?.document?.id) ?? { sendings: [] };
    expect(sendings[0]?.servedProof).toContain('陶一苇');
  });
});

describe('an organ that was only sent an opinion letter', () => {
  it('opens the letter and nothing else: no names, no act, no state, no file of the case', async () => {
    const view = await aCase();
    const seen = await marketOffice.view(view.id);
    expect(seen).toMatchObject({
      audience: 'addressed',
      act: null,
      parties: [],
      respondents: [],
      title: '规范执法文书送达',
    });
    const said = JSON.stringify(seen);
    for (const secret of ['秘密', police, view.number ?? '-', view.parties[0]?.name ?? '-', view.act?.name ?? '-']) {
      expect(said, secret).not.toContain(`"${secret}`);
    }
    expect(seen.documents.map((d) => d.kind)).toEqual(['opinion-letter']);
  });

  it('has no case on its list and finds none; its letters have a list of their own', async () => {
    const view = await aCase();
    const page = await marketOffice.query('cases', 'list', { limit: 100 });
    expect(page.ok && page.data.rows.some((row) => row.id === view.id)).toBe(false);
    for (const q of [view.number ?? '', view.parties[0]?.name ?? '', view.act?.name ?? '']) {
      const found = await marketOffice.query('cases', 'list', { filter: { q } });
      expect(found.ok && found.data.rows.some((row) => row.id === view.id), q).toBe(false);
    }
    const letters = await marketOffice.query('proceedings', 'letters', undefined);
    expect(letters.ok && letters.data.filter((l) => l.caseId === view.id)).toMatchObject([
      {
        ask: { kind: 'opinion-letter', state: 'open', subject: '规范执法文书送达' },
        alone: true,
        unsignedSince: today,
      },
    ]);
    const others = await policeman.query('proceedings', 'letters', undefined);
    expect(others.ok && others.data.some((l) => l.caseId === view.id)).toBe(false);
  });

  it('answers its letter once, and takes no other step', async () => {
    const view = await aCase();
    const documentId = (await marketOffice.view(view.id)).documents[0]?.id ?? '';
    const report = { documentId: documentId as never, summary: '已完善送达制度', adopted: 'yes' as const };
    for (const [step, input] of [
      ['file-reply', { respondentId: market }],
      ['report-performance', { respondentId: market, summary: '已履行' }],
      ['make-note', { text: '便笺' }],
    ] as const) {
      expect(await failureOf(marketOffice, view, step, input), step).toMatchObject({
        reason: { code: 'not-this-actor' },
      });
    }
    expect(await failureOf(policeman, view, 'record-opinion-report', report)).toMatchObject({ code: 'step-refused' });
    const answered = await marketOffice.step(view, 'record-opinion-report', report);
    expect(answered.asks.find((a) => a.kind === 'opinion-letter')?.state).toBe('done');
    const whole = await handler.view(view.id);
    expect(whole.timeline.some((e) => e.type === 'opinion-reported' && e.payload.summary === '已完善送达制度')).toBe(
      true,
    );
    expect(await failureOf(marketOffice, whole, 'record-opinion-report', report)).toMatchObject({
      code: 'step-refused',
    });
  });
});

const sittingsFrom = async (cursor: string | null) => {
  const page = await handler.query('proceedings', 'sittings', { limit: 1, cursor });
  if (!page.ok) throw new Error(JSON.stringify(page.failure));
  return page.data;
};

describe('the committee’s list', () => {
  it('shows each question with its sitting, its advice and whether the decision followed, newest first', async () => {
    const view = await aCase();
    const page = await handler.query('proceedings', 'sittings', { limit: 1 });
    expect(page.ok && page.data.rows).toHaveLength(1);
    const all = await handler.query('proceedings', 'sittings', { limit: 100 });
    const rows = all.ok ? all.data.rows : [];
    expect(rows.find((row) => row.caseId === view.id)).toMatchObject({
      caseNumber: view.number,
      title: view.title,
      category: 'technical',
      sittingOn: today,
      members: 1,
      advisedOn: today,
      followed: null,
    });
    // Page after page, each case once.
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const next: Awaited<ReturnType<typeof sittingsFrom>> = await sittingsFrom(cursor);
      seen.push(...next.rows.map((row) => row.caseId));
      cursor = next.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(rows.map((row) => row.caseId));
  });
});
