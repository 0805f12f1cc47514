/** The department's side: signing for papers, replying, reporting performance, answering opinion letters (48, 70, 76, 77). */
import { describe, expect, it } from 'vitest';
import type { Audience } from '../ledger/audience.ts';
import { projectLedger } from '../ledger/replay.ts';
import { day, marketBureau, policeBureau } from '../testing/builders.ts';
import { anActor, anApplication, type Play, play, theHandler, theLiaison, theOrganHead } from '../testing/play.ts';
import { reconsideration } from './kind.ts';
import { nextSteps } from './next-steps.ts';
import { viewOf } from './view.ts';
import type { CaseView } from './view-types.ts';

const theMarketLiaison = anActor('department-liaison', marketBureau, 'market');
const to = (organId: string, sentOn: string | null, servedOn: string | null = null) => ({
  sendings: [
    { addressee: { is: 'organ' as const, organId: organId as never }, method: 'exchange' as const, sentOn, servedOn },
  ],
});
const copied = (): Play =>
  play()
    .do('register-application', anApplication(), '2026-01-05')
    .do('accept', {}, '2026-01-08')
    .do('issue-copy', { document: to(policeBureau, '2026-01-09') }, '2026-01-09');
const sendingOf = (p: Play) => p.case.documents.at(-1)?.sendings[0]?.id ?? '';
const decided = (): Play => {
  const p = copied();
  p.do('acknowledge-receipt', { sendingId: sendingOf(p), signer: '陶某' }, '2026-01-12', theLiaison);
  p.do('file-reply', { respondentId: policeBureau }, '2026-01-16', theLiaison);
  p.do(
    'hear-opinion',
    { partyId: p.case.parties[0]?.partyId ?? '', manner: 'telephone', summary: '意见' },
    '2026-01-19',
  );
  return p.do(
    'decide',
    {
      types: ['revoke'],
      operative: '撤销，责令重新作出。',
      redo: { days: 30 },
      document: to(policeBureau, '2026-02-03', '2026-02-03'),
    },
    '2026-02-03',
    theOrganHead,
  );
};
const lettered = (): Play =>
  decided().do(
    'issue-opinion-letter',
    { toOrgan: marketBureau, subject: '规范送达', document: to(marketBureau, '2026-02-05') },
    '2026-02-05',
  );

const viewAs = (p: Play, audience: Audience, on: string): CaseView => {
  const c = p.case;
  const actor = audience === 'reviewing' ? theHandler : audience === 'addressed' ? theMarketLiaison : theLiaison;
  return viewOf(c, {
    audience,
    today: day(on),
    actor,
    law: p.builder.law,
    ledger: p.builder.ledger,
    names: {
      organ: (id) => id,
      account: (id) => id,
      person: () => ({ name: '李某' }) as never,
      narrative: () => '文字',
    },
    files: [],
    nextSteps: nextSteps(c, actor, day(on), p.builder.law),
  });
};
const asksOf = (p: Play, audience: Audience, on: string) =>
  viewAs(p, audience, on).asks.map((a) => [a.kind, a.state, a.step] as const);

describe('签收', () => {
  it('is service: from its day the ten days of the reply run', () => {
    const p = copied();
    expect(p.due('reconsideration.reply-ordinary')).toBeNull();
    p.do('acknowledge-receipt', { sendingId: sendingOf(p), signer: '陶某' }, '2026-01-12', theLiaison);
    expect(p.due('reconsideration.reply-ordinary')).toBe('2026-01-26');
  });

  it('is the department’s own, of what was sent to it, once, and not before it was sent', () => {
    const p = copied();
    const input = { sendingId: sendingOf(p), signer: '陶某' };
    expect(p.refusal('acknowledge-receipt', input, '2026-01-12', theHandler).reason?.code).toBe('not-this-actor');
    expect(p.refusal('acknowledge-receipt', input, '2026-01-12', theMarketLiaison).reason?.code).toBe('not-this-actor');
    const early = { ...input, occurredOn: '2026-01-08' };
    expect(p.refusal('acknowledge-receipt', early, '2026-01-12', theLiaison).fields?.[0]?.rule).toBe(
      'served-before-sent',
    );
    // The applicant's papers are none of the department's.
    p.do('issue-document', { kind: 'correction-notice', document: { sendings: [] } }, '2026-01-12');
    const other = { ...input, sendingId: 'id-none' };
    expect(p.refusal('acknowledge-receipt', other, '2026-01-12', theLiaison).fields?.[0]?.rule).toBe('unknown-sending');
    p.do('acknowledge-receipt', input, '2026-01-12', theLiaison);
    expect(p.refusal('acknowledge-receipt', input, '2026-01-13', theLiaison).reason?.code).toBe('nothing-unserved');
  });
});

describe('what a department is asked for', () => {
  it('stands with its day and with what follows if nothing comes (70)', () => {
    const p = copied();
    expect(asksOf(p, 'respondent', '2026-01-12')).toEqual([
      ['acknowledge', 'open', 'acknowledge-receipt'],
      ['reply', 'open', 'file-reply'],
    ]);
    p.do('acknowledge-receipt', { sendingId: sendingOf(p), signer: '陶某' }, '2026-01-12', theLiaison);
    const [reply] = viewAs(p, 'respondent', '2026-01-20').asks;
    expect(reply).toMatchObject({ kind: 'reply', due: '2026-01-26', state: 'open' });
    expect(reply?.consequences).toContain('act-without-evidence-or-basis');
    expect(asksOf(p, 'respondent', '2026-01-27')).toEqual([['reply', 'overdue', 'file-reply']]);
  });

  it('may still come late, and is on record as late', () => {
    const p = copied();
    p.do('acknowledge-receipt', { sendingId: sendingOf(p), signer: '陶某' }, '2026-01-12', theLiaison);
    const evidence = [{ number: '1', name: '询问笔录', pages: 3, source: '办案单位', purpose: '证明事实' }];
    const bases = [{ law: '治安管理处罚法', article: '第二十三条' }];
    p.do(
      'file-reply',
      { respondentId: policeBureau, evidence, bases, headName: '陈某', opinion: '请求维持' },
      '2026-01-28',
      theLiaison,
    );
    expect(asksOf(p, 'respondent', '2026-01-28')).toEqual([['reply', 'done-late', 'file-reply']]);
    expect(p.case.replies[0]?.payload).toMatchObject({ evidence, bases, headName: '陈某' });
  });

  it('is nothing that another department is asked for', () => {
    const p = lettered();
    expect(asksOf(p, 'respondent', '2026-02-06').map(([kind]) => kind)).not.toContain('opinion-letter');
    expect(viewAs(p, 'reviewing', '2026-02-06').asks.map((a) => a.organId)).toContain(marketBureau);
  });
});

describe('a report of performance', () => {
  const reported = () =>
    decided().do('report-performance', { respondentId: policeBureau, summary: '已重新作出' }, '2026-02-20', theLiaison);

  it('ends no limit: the office looks at it first', () => {
    const p = reported();
    expect(p.due('reconsideration.redo')).not.toBeNull();
    expect(p.case.clocks.find((k) => k.ruleId === 'reconsideration.redo')?.end.is).toBe('open');
    const view = viewAs(p, 'reviewing', '2026-02-20');
    expect(view.asks.find((a) => a.kind === 'perform')?.state).toBe('waiting');
    expect(asksOf(p, 'respondent', '2026-02-20')).toContainEqual(['perform', 'waiting', null]);
  });

  it('confirmed is performance on record', () => {
    const p = reported();
    p.do(
      'record-performance',
      { respondentId: policeBureau, proof: '核实属实', occurredOn: '2026-02-20' },
      '2026-02-23',
    );
    expect(p.case.clocks.find((k) => k.ruleId === 'reconsideration.redo')?.end.is).toBe('met');
    expect(asksOf(p, 'respondent', '2026-02-23')).toContainEqual(['perform', 'done', null]);
    expect(p.refusal('return-performance-report', { reason: '补报' }, '2026-02-23').reason?.code).toBe(
      'no-performance-report',
    );
  });

  it('sent back is asked for anew, with the reason', () => {
    const p = reported();
    p.do('return-performance-report', { reason: '请附新的决定书' }, '2026-02-21');
    const ask = viewAs(p, 'respondent', '2026-02-21').asks.find((a) => a.kind === 'perform');
    expect(ask).toMatchObject({ state: 'returned', returned: '请附新的决定书', step: 'report-performance' });
  });

  it('is the respondent’s own, about itself', () => {
    const p = decided();
    const input = { respondentId: policeBureau, summary: '已履行' };
    expect(p.refusal('report-performance', input, '2026-02-20', theHandler).reason?.code).toBe('not-this-actor');
    expect(p.refusal('report-performance', input, '2026-02-20', theMarketLiaison).reason?.code).toBe('not-this-actor');
    const other = { ...input, respondentId: marketBureau };
    expect(p.refusal('report-performance', other, '2026-02-20', theLiaison).fields?.[0]?.rule).toBe(
      'unknown-respondent',
    );
  });
});

describe('an opinion letter', () => {
  it('to an organ that is no respondent shows it the letter, and nothing of the case', () => {
    const p = lettered();
    const view = viewAs(p, 'addressed', '2026-02-06');
    expect(view).toMatchObject({
      title: '规范送达',
      act: null,
      requests: null,
      respondents: [],
      parties: [],
      outcome: null,
    });
    expect(view.documents.map((d) => d.kind)).toEqual(['opinion-letter']);
    expect([...new Set(view.timeline.map((e) => e.type))].sort()).toEqual(['document-issued', 'opinion-letter-issued']);
    expect(JSON.stringify(view)).not.toContain(policeBureau);
    expect(JSON.stringify(view)).not.toContain('李某');
    expect(JSON.stringify(view)).not.toContain('撤销');
    expect(view.asks.map((a) => [a.kind, a.step])).toEqual([
      ['acknowledge', 'acknowledge-receipt'],
      ['opinion-letter', 'record-opinion-report'],
    ]);
  });

  it('runs sixty days from its receipt, and is answered by the organ it went to', () => {
    const p = lettered();
    const documentId = p.case.documents.at(-1)?.id ?? '';
    p.do('acknowledge-receipt', { sendingId: sendingOf(p), signer: '周某' }, '2026-02-09', theMarketLiaison);
    expect(p.due('reconsideration.report-on-opinion')).toBe('2026-04-10');
    const report = { documentId, summary: '已完善送达回证', adopted: 'yes' as const };
    expect(p.refusal('record-opinion-report', report, '2026-03-02', theLiaison).reason?.code).toBe('no-opinion-letter');
    p.do('record-opinion-report', report, '2026-03-02', theMarketLiaison);
    expect(p.case.clocks.find((k) => k.ruleId === 'reconsideration.report-on-opinion')?.end.is).toBe('met');
    expect(p.refusal('record-opinion-report', report, '2026-03-03', theMarketLiaison).reason?.code).toBe(
      'no-opinion-letter',
    );
  });

  it('not yet sent gives its addressee no part in the case; sent, it does', () => {
    const rows = (p: Play) =>
      projectLedger(reconsideration, p.builder.ledger, p.builder.law)?.participants.filter(
        (r) => r.organId === marketBureau,
      );
    const unsent = decided().do(
      'issue-opinion-letter',
      { toOrgan: marketBureau, subject: '规范送达', document: to(marketBureau, null) },
      '2026-02-05',
    );
    expect(rows(unsent)).toEqual([]);
    expect(rows(lettered())).toMatchObject([{ capacity: 'addressed', closed: false, waitingFor: 'respondent' }]);
  });
});

describe('a respondent', () => {
  it('never sees opinions heard, the committee, approvals or mediation', () => {
    const p = copied();
    p.do(
      'hear-opinion',
      { partyId: p.case.parties[0]?.partyId ?? '', manner: 'telephone', summary: '意见' },
      '2026-01-12',
    );
    p.do('ask-committee', { category: 'complex', question: '问题' }, '2026-01-12');
    p.do('record-committee-advice', { opinion: '建议撤销' }, '2026-01-13');
    p.do('hold-mediation', { agreed: false, summary: '赔一半' }, '2026-01-13');
    p.do('propose', { step: { type: 'extend', input: { days: 30, reason: '复杂' } }, opinion: '拟同意' }, '2026-01-14');
    const view = viewAs(p, 'respondent', '2026-01-14');
    expect(view.proceedings).toMatchObject({ opinions: [], committee: null, missing: [] });
    expect(view.proposals).toEqual([]);
    for (const said of ['建议撤销', '问题', '赔一半', '拟同意']) expect(JSON.stringify(view)).not.toContain(said);
  });
});
