import { describe, expect, it } from 'vitest';
import { aCase, aParty, applicantLi, countyGovernment, day, policeBureau } from '../testing/builders.ts';
import { proposeSuit } from './propose.ts';

const begun = () => aCase().received('2026-01-05').accepted('2026-01-08');
const today = day('2026-04-20');
const rolesOf = (c: ReturnType<typeof begun>, on = today) =>
  proposeSuit(c.fold(), on).organs.map(({ organId, role }) => `${organId} ${role}`);

describe('what a summons after a reconsideration most likely says', () => {
  it('after a decision that upholds, the organ of the act and the reviewing organ are co-defendants (ALL2017 26(2))', () => {
    const c = begun().decided('2026-02-20', ['uphold']);
    expect(proposeSuit(c.fold(), today)).toMatchObject({ before: 'upheld', article: 'ALL2017 26(2)' });
    expect(rolesOf(c)).toEqual([`${policeBureau} original-organ`, `${countyGovernment} reconsideration-organ`]);
  });

  it('after a changed result the reviewing organ alone', () => {
    const c = begun().decided('2026-02-20', ['revoke']);
    expect(proposeSuit(c.fold(), today).before).toBe('changed');
    expect(rolesOf(c)).toEqual([`${countyGovernment} reconsideration-organ`]);
  });

  it.each([
    [['reject-request'], 'request-rejected'],
    [['uphold', 'revoke-partly'], 'partly-upheld'],
    [['confirm-void'], 'void'],
    [['confirm-unlawful'], 'unlawful-otherwise'],
    [['order-performance'], 'changed'],
    [['change'], 'changed'],
  ] as const)('of %j it is %s', (types, before) => {
    expect(proposeSuit(begun().decided('2026-02-20', types).fold(), today).before).toBe(before);
  });

  it('of a refusal the refusal, by the reviewing organ', () => {
    const c = aCase().received('2026-01-05').refused('2026-01-09');
    expect(proposeSuit(c.fold(), today).before).toBe('refused-refusal');
    expect(rolesOf(c)).toEqual([`${countyGovernment} reconsideration-organ`]);
    expect(proposeSuit(begun().rejected('2026-01-20').fold(), today).before).toBe('refused-refusal');
  });

  it('of a decision that did not come in time, the act (ALL2017 26(3)); while its limit runs, none', () => {
    expect(proposeSuit(begun().fold(), today).before).toBe('silent-act');
    expect(rolesOf(begun())).toEqual([`${policeBureau} original-organ`]);
    expect(proposeSuit(begun().fold(), day('2026-02-01')).before).toBe('none');
  });

  it('knows nothing of a decision before its day', () => {
    const c = begun().decided('2026-02-20', ['uphold']);
    expect(proposeSuit(c.fold(), day('2026-02-19'))).toMatchObject({ before: 'none', decidedOn: null });
  });

  it('an organ that reviewed its own act is one defendant', () => {
    const c = aCase()
      .received('2026-01-05', { respondents: [countyGovernment] })
      .accepted('2026-01-08')
      .decided('2026-02-20', ['uphold']);
    expect(rolesOf(c)).toEqual([`${countyGovernment} original-organ`]);
  });

  it('the applicants become plaintiffs, and third parties stay what they were', () => {
    const c = aCase()
      .received('2026-01-05', {
        parties: [aParty(applicantLi), aParty('party-neighbour', { capacity: 'third-party' })],
      })
      .accepted('2026-01-08');
    const { plaintiffs, thirdParties, act } = proposeSuit(c.fold(), today);
    expect(plaintiffs.map((p) => p.partyId)).toEqual([applicantLi]);
    expect(thirdParties.map((p) => p.partyId)).toEqual(['party-neighbour']);
    expect(act).not.toHaveProperty('knownOn');
  });
});
