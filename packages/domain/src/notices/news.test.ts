/** Who hears what of a step; and who does not. */
import { describe, expect, it } from 'vitest';
import type { OrganId } from '../ids.ts';
import { aCase, countyGovernment, day, marketBureau, policeBureau } from '../testing/builders.ts';
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
import { type News, newsOf } from './news.ts';

/** What a step means, played on a case. */
function heard(p: Play, step: (p: Play) => unknown, on: string): readonly News[] {
  const before = p.case;
  const from = p.builder.ledger.entries.length;
  step(p);
  return newsOf(before, p.case, p.builder.ledger.entries.slice(from), day(on));
}
const kinds = (news: readonly News[]) => news.map((n) => n.kind);
const begun = () => play().do('register-application', anApplication(), '2026-01-05');
const accepted = () => begun().do('accept', {}, '2026-01-07');
const copied = (p: Play) =>
  p.do(
    'issue-copy',
    {
      document: {
        sendings: [
          {
            addressee: { is: 'organ', organId: policeBureau },
            method: 'exchange',
            sentOn: '2026-01-08',
            servedOn: '2026-01-08',
          },
        ],
      },
    },
    '2026-01-08',
  );

describe('a case that is given to somebody', () => {
  it('is told to those who have it now and did not before', () => {
    const p = begun();
    const two = ['account-handler', 'account-second'];
    const news = heard(
      p,
      (x) => x.do('assign-handlers', { accounts: two, why: '' } as never, '2026-01-06', theSectionHead),
      '2026-01-06',
    );
    const assigned = news.filter((n) => n.kind === 'assigned');
    const had = begun().case.handlers;
    expect(assigned.map((n) => n.to)).toEqual([
      { is: 'accounts', accounts: two.filter((account) => !had.includes(account)) },
    ]);
    const again = heard(p, (x) => x.do('make-note', { text: '便笺' }, '2026-01-06'), '2026-01-06');
    expect(kinds(again)).toEqual([]);
  });
});

describe('a proposal', () => {
  const proposing = (p: Play) =>
    p.do(
      'propose',
      { step: { type: 'extend', input: { days: 30, reason: '案情复杂' } }, opinion: '拟延长三十日' },
      '2026-02-20',
    );

  it('is told to whom it waits for, then to who is next, and comes back to who made it', () => {
    const p = copied(accepted());
    const proposed = heard(p, proposing, '2026-02-20');
    expect(proposed).toEqual([
      {
        kind: 'proposed',
        params: { step: 'extend' },
        to: { is: 'roles', organId: countyGovernment, roles: ['section-head'] },
        key: expect.stringMatching(/^proposed\|\d+$/),
      },
    ]);
    const proposalId = p.case.proposals[0]?.proposalId ?? ('' as never);
    const endorsed = heard(
      p,
      (x) => x.do('endorse', { proposalId, opinion: '同意' } as never, '2026-02-21', theSectionHead),
      '2026-02-21',
    );
    expect(endorsed.map((n) => [n.kind, n.to])).toEqual([
      ['proposed', { is: 'roles', organId: countyGovernment, roles: ['institution-head'] }],
    ]);
    const returned = heard(
      p,
      (x) => x.do('return-proposal', { proposalId, reasons: '理由不足' } as never, '2026-02-22', theInstitutionHead),
      '2026-02-22',
    );
    expect(returned.map((n) => [n.kind, n.params])).toEqual([['returned', { step: 'extend' }]]);
    expect(returned[0]?.to).toMatchObject({ accounts: expect.arrayContaining([theHandler.accountId]) });
  });
});

describe('a department', () => {
  it('hears of no document before it has gone: one dated ahead is told with what follows it', () => {
    const b = aCase('case-ahead').received('2026-03-02').accepted('2026-03-04');
    const next = (write: () => unknown, on: string, then: string) => {
      const [before, from] = [b.fold(), b.ledger.entries.length];
      write();
      return kinds(newsOf(before, b.fold(), b.ledger.entries.slice(from), day(on), day(then)));
    };
    expect(next(() => b.copied('2026-03-05', { sent: '2026-03-09' }), '2026-03-05', '2026-03-04')).toEqual([]);
    const file = (n: number) => ({
      fileId: `file-${n}` as never,
      sha256: '0'.repeat(64),
      name: '卷',
      kind: 'note',
      size: 1,
    });
    const note = (on: string, n: number, then: string) =>
      next(() => b.with('file-added', on, file(n) as never), on, then);
    expect(note('2026-03-06', 1, '2026-03-05')).toEqual([]);
    expect(new Set(note('2026-03-09', 2, '2026-03-06'))).toEqual(new Set(['document-received']));
    expect(note('2026-03-10', 3, '2026-03-09')).toEqual([]);
  });

  it('hears of the case with the first document that goes to it, and of each once', () => {
    const p = accepted();
    const news = heard(p, copied, '2026-01-08');
    const received = news.filter((n) => n.kind === 'document-received');
    expect(received.length).toBeGreaterThan(0);
    for (const n of received) {
      expect(n.to).toEqual({
        is: 'roles',
        organId: policeBureau,
        roles: ['department-liaison', 'department-head'],
      });
    }
    expect(received.map((n) => (n.kind === 'document-received' ? n.params.documentKind : ''))).toContain(
      'reply-notice',
    );
    expect(kinds(heard(p, (x) => x.do('make-note', { text: '便笺' }, '2026-01-08'), '2026-01-08'))).toEqual([]);
  });

  it('hears nothing of what is internal, nor of its own reply', () => {
    const p = copied(accepted());
    const toDepartment = (news: readonly News[]) =>
      news.filter((n) => n.to.is === 'roles' && n.to.organId === policeBureau);
    const reply = heard(
      p,
      (x) =>
        x.do('file-reply', { respondentId: policeBureau, opinion: '请求维持。' } as never, '2026-01-12', theLiaison),
      '2026-01-12',
    );
    expect(kinds(reply)).toEqual(['replied']);
    expect(reply[0]?.to).toEqual({ is: 'accounts', accounts: p.case.handlers });
    expect(toDepartment(reply)).toEqual([]);
    const note = heard(
      p,
      (x) => x.do('make-note', { text: '内部意见' }, '2026-01-13', anActor('section-head')),
      '2026-01-13',
    );
    expect(note).toEqual([]);
  });
});

const to = (organId: typeof policeBureau, on: string) => ({
  sendings: [{ addressee: { is: 'organ' as const, organId }, method: 'exchange' as const, sentOn: on, servedOn: on }],
});
const decided = (): Play => {
  const p = copied(accepted()).do('file-reply', { respondentId: policeBureau }, '2026-01-12', theLiaison);
  const partyId = p.case.parties[0]?.partyId ?? ('' as never);
  p.do('hear-opinion', { partyId, manner: 'telephone', summary: '意见' }, '2026-01-19');
  const document = to(policeBureau, '2026-02-03');
  const decision = { types: ['revoke' as const], operative: '撤销，责令重新作出。', redo: { days: 30 }, document };
  return p.do('decide', decision, '2026-02-03', theOrganHead);
};

describe('what a department reports', () => {
  it('is told to the handlers, and sent back to the department', () => {
    const p = decided();
    const report = (x: Play) =>
      x.do('report-performance', { respondentId: policeBureau, summary: '已重新作出' }, '2026-02-20', theLiaison);
    const told = heard(p, report, '2026-02-20');
    expect(told.map((n) => [n.kind, n.to])).toEqual([
      ['performance-reported', { is: 'accounts', accounts: p.case.handlers }],
    ]);
    const back = (x: Play) => x.do('return-performance-report', { reason: '请附新的决定书' }, '2026-02-21');
    expect(heard(p, back, '2026-02-21').map((n) => [n.kind, n.to])).toEqual([
      ['report-returned', { is: 'roles', organId: policeBureau, roles: ['department-liaison', 'department-head'] }],
    ]);
  });
});

describe('an organ that is no party', () => {
  it('hears of the opinion letter that is addressed to it, and of nothing else of the case', () => {
    const p = decided();
    const letter = (x: Play) =>
      x.do(
        'issue-opinion-letter',
        {
          toOrgan: marketBureau,
          subject: '规范送达',
          document: to(marketBureau, '2026-02-05'),
        },
        '2026-02-05',
      );
    const news = heard(p, letter, '2026-02-05').filter((n) => n.to.is === 'roles' && n.to.organId === marketBureau);
    expect(news.map((n) => n.kind === 'document-received' && n.params.documentKind)).toEqual(['opinion-letter']);
  });
});

describe('the organ above', () => {
  it('is heard by the handlers and the heads of whom it orders to act', () => {
    const city = 'organ-city' as OrganId;
    const above = { ...anActor('institution-head', city, 'above'), scope: [city, countyGovernment] };
    const p = accepted();
    const news = heard(
      p,
      (x) => x.do('take-up', { byOrgan: '某市人民政府', how: 'on-own-motion' }, '2026-01-12', above),
      '2026-01-12',
    );
    expect(news.map((n) => [n.kind, n.to])).toEqual([
      ['ordered', { is: 'accounts', accounts: p.case.handlers }],
      ['ordered', { is: 'roles', organId: countyGovernment, roles: ['section-head', 'institution-head'] }],
    ]);
  });
});

describe('a case registered by mistake', () => {
  it('is told to its handlers', () => {
    const p = begun();
    const news = heard(p, (x) => x.do('void-case', { why: '重复登记' }, '2026-01-07', theSectionHead), '2026-01-07');
    expect(news.map((n) => [n.kind, n.to])).toEqual([['voided', { is: 'accounts', accounts: p.case.handlers }]]);
  });
});

describe('the same command', () => {
  it('has the same keys whenever it is told', () => {
    const p = accepted();
    const before = p.case;
    const from = p.builder.ledger.entries.length;
    copied(p);
    const tell = () =>
      newsOf(before, p.case, p.builder.ledger.entries.slice(from), day('2026-01-08')).map((n) => n.key);
    expect(tell()).toEqual(tell());
    expect(new Set(tell()).size).toBe(tell().length);
  });
});
