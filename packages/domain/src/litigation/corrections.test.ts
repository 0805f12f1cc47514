/** What a correction reaches and what it does not: where the file is kept stays, and what is no party is refused. */
import { describe, expect, it } from 'vitest';
import { countyGovernment, policeBureau } from '../testing/builders.ts';
import { aPlayedSuit, twoDefendants } from '../testing/play-lawsuit.ts';

const why = '录入有误';

describe('a correction of the registration', () => {
  it('leaves the file with its office, whatever organ it names, and corrects the rest', () => {
    const p = aPlayedSuit();
    const { seq } = p.suit.registered ?? { seq: 0 };
    p.do('correct-entry', { seq, payload: { organId: policeBureau, before: 'basis-changed' }, why }, '2026-03-05');
    expect(p.suit.organId).toBe(countyGovernment);
    expect(p.suit.registered?.payload.before).toBe('basis-changed');
  });

  it('of another entry may name another organ of the suit', () => {
    const p = aPlayedSuit(twoDefendants());
    p.do('receive-papers', { organId: countyGovernment, papers: ['other'] }, '2026-03-10');
    const seq = p.suit.entries.at(-1)?.seq ?? 0;
    p.do('correct-entry', { seq, payload: { organId: policeBureau }, why }, '2026-03-11');
    expect(p.suit.entries.find((e) => e.seq === seq)?.payload).toMatchObject({ organId: policeBureau });
  });
});

describe('parties in a correction', () => {
  it('of an entry that has none change nothing', () => {
    const p = aPlayedSuit();
    const seq = p.suit.entries.find((e) => e.type === 'court-papers-received')?.seq ?? 0;
    const asked = p.ask('correct-entry', { seq, payload: { parties: [{ partyId: 'x' }] }, why }, '2026-03-05');
    expect(asked.ok ? asked.entries.map((e) => e.type) : asked.failure.code).toEqual(['replaced']);
    expect(JSON.stringify(asked)).not.toContain('parties');
  });

  it('that are none are refused at their field; one that is keeps its person', () => {
    const p = aPlayedSuit();
    const { seq } = p.suit.registered ?? { seq: 0 };
    const refused = p.refusal('correct-entry', { seq, payload: { parties: [null] }, why }, '2026-03-05');
    expect(refused.code).toBe('invalid-input');
    expect(refused.fields?.map((f) => f.field)).toEqual(['payload.parties.0']);
    const [party] = p.suit.registered?.payload.parties ?? [];
    p.do('correct-entry', { seq, payload: { parties: [{ ...party, person: null }] }, why }, '2026-03-05');
    expect(p.suit.parties[0]?.person).toEqual(party?.person);
  });
});
