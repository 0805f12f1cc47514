import { describe, expect, it } from 'vitest';
import { countyGovernment, policeBureau } from '../testing/builders.ts';
import { theLiaison } from '../testing/play.ts';
import { aPlayedSuit, type SuitPlay, theDepartmentHead, twoDefendants } from '../testing/play-lawsuit.ts';
import type { News } from './news.ts';
import { suitNewsOf } from './suit-news.ts';
import { toldOfSuitRung } from './suit-rungs.ts';

/** What a step tells, and to whom: an organ's roles as its name, people as theirs. */
const heard = (p: SuitPlay, act: (p: SuitPlay) => unknown): readonly string[] => {
  const before = p.suit;
  const from = p.builder.ledger.entries.length;
  act(p);
  return suitNewsOf(before, p.suit, p.builder.ledger.entries.slice(from)).map(said);
};
const said = ({ kind, to }: Pick<News, 'kind' | 'to'>): string =>
  `${kind} → ${to.is === 'roles' ? to.organId : to.accounts.join(' ')}`;

describe('what a step in a lawsuit tells', () => {
  it('of a summons: the papers to the department, and to the handler that the suit is theirs', () => {
    const p = aPlayedSuit();
    const empty = aPlayedSuit().suit;
    const told = suitNewsOf({ ...empty, handlers: [], entries: [] }, p.suit, p.builder.ledger.entries).map(said);
    expect(told).toContain(`suit-received → ${policeBureau}`);
    expect(told).toContain(`assigned → ${p.suit.handlers.join(' ')}`);
  });

  it('of an organ whose file the office keeps and whose people are the office’s own: nothing twice', () => {
    const p = aPlayedSuit(twoDefendants());
    const told = suitNewsOf({ ...p.suit, handlers: p.suit.handlers }, p.suit, p.builder.ledger.entries).map(said);
    expect(told.filter((t) => t.startsWith('suit-received'))).toEqual([`suit-received → ${policeBureau}`]);
    expect(told.join()).not.toContain(`suit-received → ${countyGovernment}`);
  });

  it('of a session: the handlers and every organ; of a leader with an account: the leader', () => {
    const p = aPlayedSuit();
    const handlers = p.suit.handlers.join(' ');
    const set = heard(p, (x) =>
      x.do('set-session', { on: '2026-04-10', time: '09:30', place: '第一审判庭' } as never, '2026-03-20'),
    );
    expect(set).toEqual([`session-set → ${handlers}`, `session-set → ${policeBureau}`]);
    const leader = { name: '陆某', title: '副局长', rank: 'deputy', accountId: 'account-lu' };
    const planned = heard(p, (x) => x.do('plan-leader', { leader } as never, '2026-03-21', theLiaison));
    expect(planned).toEqual(['leader-arranged → account-lu']);
    const moved = heard(p, (x) =>
      x.do('move-session', { on: '2026-04-12', time: '10:00', why: '法庭冲突' } as never, '2026-03-25'),
    );
    expect(moved).toEqual([
      `session-moved → ${handlers}`,
      `session-moved → ${policeBureau}`,
      'session-moved → account-lu',
    ]);
  });

  it('of a draft answer: its organ’s head alone, and of the word on it whoever proposed it', () => {
    const p = aPlayedSuit();
    const proposed = heard(p, (x) =>
      x.do(
        'propose',
        { step: { type: 'file-answer', input: { opinion: '事实清楚。' } }, opinion: '请审签' },
        '2026-03-05',
        theLiaison,
      ),
    );
    expect(proposed).toEqual([`proposed → ${policeBureau}`]);
    const proposalId = p.suit.proposals[0]?.proposalId as never;
    const approved = heard(p, (x) => x.do('approve', { proposalId, opinion: '同意' }, '2026-03-06', theDepartmentHead));
    expect(approved).toEqual([`approved → ${theLiaison.accountId}`, `answer-filed → ${p.suit.handlers.join(' ')}`]);
  });

  it('of a note nothing', () => {
    expect(heard(aPlayedSuit(), (x) => x.do('make-note', { text: '便笺' }, '2026-03-05'))).toEqual([]);
  });
});

describe('who is told that a limit is near', () => {
  const clock = (ruleId: string, subject: string = policeBureau) => ({ ruleId, subject });
  const { suit } = aPlayedSuit();
  const told = (ruleId: string, rung: Parameters<typeof toldOfSuitRung>[2], subject?: string) =>
    toldOfSuitRung(suit, clock(ruleId, subject), rung).map((to) =>
      to.is === 'roles' ? [to.organId, ...to.roles].join(' ') : 'people',
    );

  it('of an organ’s own limit those who answer for it; once it is overdue the handlers, too', () => {
    expect(told('litigation.answer', 'left-5')).toEqual([`${policeBureau} department-liaison department-head`]);
    expect(told('litigation.answer', 'overdue').at(-1)).toBe('people');
  });

  it('of an appeal while it can be filed, and of nobody’s right once it has run out', () => {
    expect(told('litigation.appeal-judgment', 'left-3')).toHaveLength(2);
    expect(told('litigation.appeal-judgment', 'overdue')).toEqual([]);
    expect(told('litigation.jurisdiction-objection', 'left-3')).toEqual([]);
  });

  it('of a limit of the court or of the other side nobody', () => {
    expect(told('litigation.first-instance-ordinary', 'overdue', 'court')).toEqual([]);
    expect(told('litigation.appeal-judgment', 'today', suit.parties[0]?.partyId)).toEqual([]);
  });
});
