/** What the read tables hold of a lawsuit: whose rows they are, what is due for whom, what it is found by, and its own rows. */
import { describe, expect, it } from 'vitest';
import type { OrganId } from '../ids.ts';
import { maySee } from '../ledger/audience.ts';
import { projectLedger } from '../ledger/replay.ts';
import {
  countyGovernment as county,
  day,
  marketBureau as market,
  policeBureau as police,
  shippedLaw,
} from '../testing/builders.ts';
import {
  aLeader,
  aSummons,
  firstInstance,
  type LawsuitBuilder,
  plaintiffLi as li,
} from '../testing/lawsuit-builder.ts';
import { litigationAudience } from './audience.ts';
import { litigationEntries } from './entries.ts';
import { factsOf } from './facts.ts';
import { litigation } from './kind.ts';
import { answersFor, organOfClock, respondentsOf } from './project.ts';
import { appearanceRows, dutyRows, instanceRows, sessionRows } from './rows.ts';

const division = 'organ-division' as OrganId;
const law = shippedLaw();
const rowsOf = (b: LawsuitBuilder) => {
  const rows = projectLedger(litigation, b.ledger, law);
  if (rows === null) throw new Error('no rows');
  return rows;
};
const rowOf = (b: LawsuitBuilder, organ: OrganId, capacity: string, on: string) =>
  rowsOf(b).participants.find(
    (p) =>
      p.organId === organ &&
      p.capacity === capacity &&
      (p.fromOn === '-infinity' || p.fromOn <= on) &&
      (p.untilOn === 'infinity' || on < p.untilOn),
  );
/** The county government's bureau and the market bureau are sued together; a division answers for the police bureau. */
const aSuit = () =>
  aSummons()
    .registered('2026-03-02', {
      organs: [police, market],
      undertakings: { [police]: division },
      number: '（2026）云0423行初12号',
      act: { number: '云公行罚〔2026〕3号', content: '罚款五百元' },
    })
    .papers('2026-03-02')
    .papers('2026-03-05', { organ: market });

describe('who takes part', () => {
  it('the office that keeps the file, every organ of the suit and every department that answers for one', () => {
    const rows = rowsOf(aSuit());
    expect([...new Set(rows.participants.map((p) => `${p.organId}|${p.capacity}`))].sort()).toEqual(
      [`${county}|reviewing`, `${division}|respondent`, `${market}|respondent`, `${police}|respondent`].sort(),
    );
  });

  it('a department answers for the organs it undertakes, an organ for itself', () => {
    const suit = aSuit().fold();
    expect(respondentsOf(suit)).toEqual([police, division, market]);
    expect(answersFor(suit, division)).toEqual([police]);
    expect(answersFor(suit, market)).toEqual([market]);
    expect(answersFor(suit, county)).toEqual([]);
  });

  it('a government sued itself is there as the office and as a defendant', () => {
    const rows = rowsOf(
      aSummons()
        .registered('2026-03-02', { organs: [county] })
        .papers('2026-03-02', { organ: county }),
    );
    expect(rows.participants.map((p) => `${p.organId}|${p.capacity}`)).toContain(`${county}|respondent`);
    expect(rows.participants.map((p) => `${p.organId}|${p.capacity}`)).toContain(`${county}|reviewing`);
  });

  it('its own people stand in each row', () => {
    const suit = aSuit()
      .with('handlers-assigned', '2026-03-02', { accounts: ['account-a'] as never, why: '' })
      .with('responders-assigned', '2026-03-03', { organId: police, accounts: ['account-b'] as never, why: '' });
    expect(rowOf(suit, county, 'reviewing', '2026-03-04')?.handlers).toEqual(['account-a']);
    expect(rowOf(suit, division, 'respondent', '2026-03-04')?.handlers).toEqual(['account-b']);
    expect(rowOf(suit, market, 'respondent', '2026-03-04')?.handlers).toEqual([]);
  });
});

describe('what is due', () => {
  it('each organ has its own limit, the office the worst of them', () => {
    const suit = aSuit();
    expect(rowOf(suit, division, 'respondent', '2026-03-10')).toMatchObject({
      dueRule: 'litigation.answer',
      sortDue: '2026-03-17',
      amberOn: '2026-03-12',
      redOn: '2026-03-18',
    });
    expect(rowOf(suit, market, 'respondent', '2026-03-10')).toMatchObject({ sortDue: '2026-03-20' });
    expect(rowOf(suit, county, 'reviewing', '2026-03-10')).toMatchObject({ sortDue: '2026-03-17' });
    suit.answered('2026-03-11');
    expect(rowOf(suit, county, 'reviewing', '2026-03-12')).toMatchObject({ sortDue: '2026-03-20' });
    expect(rowOf(suit, division, 'respondent', '2026-03-12')).toMatchObject({ dueRule: null, sortDue: 'infinity' });
  });

  it('a session for which the leader is not settled is a limit, of that organ and of the office', () => {
    const suit = aSuit().answered('2026-03-11').answered('2026-03-11', { organ: market }).sessionSet('2026-04-10', {
      known: '2026-04-01',
    });
    const onDay = { sortDue: '2026-04-10', redOn: '2026-04-11', dueUnit: 'day', dueStatus: 'final' };
    const rows = () =>
      [division, market, county].map((organ) =>
        rowOf(suit, organ, organ === county ? 'reviewing' : 'respondent', '2026-04-07'),
      );
    for (const row of rows()) expect(row).toMatchObject({ ...onDay, dueRule: 'litigation.plan-leader' });
    suit.planned('2026-04-02');
    const [planned, other, office] = rows();
    expect(planned).toMatchObject({ ...onDay, dueRule: 'litigation.confirm-leader' });
    expect([other, office]).toMatchObject([onDay, onDay].map((row) => ({ ...row, dueRule: 'litigation.plan-leader' })));
    suit.confirmed('2026-04-03');
    expect(rows()[0]).toMatchObject({ ...onDay, dueRule: 'litigation.identity-proof' });
    suit.proof('2026-04-03');
    expect(rows()[0]).toMatchObject({ dueRule: null, sortDue: 'infinity' });
    // The day after, it is asked whether the session took place: nothing can be arranged any more.
    expect(rowOf(suit, market, 'respondent', '2026-04-11')).toMatchObject({ dueRule: null });
  });

  it('a session after the end of a limit leaves it the one that presses', () => {
    const late = aSuit().sessionSet('2026-04-10', { known: '2026-03-06' });
    expect(rowOf(late, division, 'respondent', '2026-03-10')).toMatchObject({ dueRule: 'litigation.answer' });
    const soon = aSuit().sessionSet('2026-03-12', { known: '2026-03-06' });
    expect(rowOf(soon, division, 'respondent', '2026-03-10')).toMatchObject({
      dueRule: 'litigation.plan-leader',
      sortDue: '2026-03-12',
    });
    expect(rowOf(soon, division, 'respondent', '2026-03-13')).toMatchObject({ dueRule: 'litigation.answer' });
  });

  it('once everything of the organs is done, the office has the court’s own limit', () => {
    const suit = aSummons().registered('2026-03-02').papers('2026-03-02').answered('2026-03-11');
    suit.sessionSet('2026-04-10', { known: '2026-04-01' });
    suit.planned('2026-04-02').confirmed('2026-04-03').proof('2026-04-03');
    expect(rowOf(suit, police, 'respondent', '2026-04-05')).toMatchObject({ dueRule: null });
    expect(rowOf(suit, county, 'reviewing', '2026-04-05')?.dueRule).toBe('litigation.first-instance-ordinary');
  });

  it('after the judgment the end of the time to appeal, then what it orders', () => {
    const suit = aSummons()
      .registered('2026-03-02')
      .judged('2026-06-01', ['revoke'], {
        obligations: [{ obligationId: 'o1', organId: police, what: '重作', performBy: day('2026-08-20') }],
      })
      .servedOnAll('2026-06-03');
    expect(rowOf(suit, police, 'respondent', '2026-06-10')).toMatchObject({
      stage: 'judged',
      dueRule: 'litigation.appeal-judgment',
      sortDue: '2026-06-18',
    });
    expect(rowOf(suit, police, 'respondent', '2026-06-19')).toMatchObject({
      stage: 'performing',
      dueRule: 'litigation.perform',
      sortDue: '2026-08-20',
      closed: false,
    });
    expect(rowOf(suit, county, 'reviewing', '2026-08-25')).toMatchObject({ redOn: '2026-08-21', stage: 'performing' });
  });

  it('a suit closes by itself on the day its judgment takes effect', () => {
    const suit = aSummons().registered('2026-03-02').judged('2026-06-01').servedOnAll('2026-06-03');
    expect(rowOf(suit, county, 'reviewing', '2026-06-18')).toMatchObject({ closed: false, closedOn: null });
    expect(rowOf(suit, county, 'reviewing', '2026-06-19')).toMatchObject({
      closed: true,
      closedOn: '2026-06-19',
      outcome: 'reject-claims',
    });
    expect(rowsOf(suit).caseIndex).toMatchObject({
      closedOn: '2026-06-19',
      outcome: 'reject-claims',
      kind: 'litigation',
    });
  });

  it('the day after a session the office is asked whether it took place', () => {
    const suit = aSummons().registered('2026-03-02').sessionSet('2026-04-10', { known: '2026-04-01' });
    expect(rowOf(suit, county, 'reviewing', '2026-04-10')).toMatchObject({ waitingFor: 'department' });
    expect(rowOf(suit, county, 'reviewing', '2026-04-11')).toMatchObject({ waitingFor: 'office' });
  });

  it('a clock on what a judgment orders is that organ’s', () => {
    const suit = aSummons()
      .registered('2026-03-02')
      .judged('2026-06-01', ['revoke'], {
        obligations: [{ obligationId: 'o1', organId: police, what: '重作', performBy: day('2026-08-20') }],
      })
      .servedOnAll('2026-06-03')
      .fold();
    const organ = (ruleId: string) => {
      const clock = suit.clocks.find((k) => k.ruleId === ruleId);
      return clock === undefined ? undefined : organOfClock(suit, clock);
    };
    expect(organ('litigation.perform')).toBe(police);
    expect(organ('litigation.first-instance-ordinary')).toBeNull();
  });
});

describe('what it is found by', () => {
  it('the parties, its own number, the court’s and the act’s, for everybody who takes part', () => {
    const { partyNames } = rowsOf(aSuit());
    for (const organ of [county, police, market, division]) {
      const own = partyNames.filter((n) => n.organId === organ);
      expect(own.map((n) => n.publicName ?? n.personRecordId)).toEqual([
        `person-${li}`,
        '云政应〔2026〕1号',
        '云公行罚〔2026〕3号',
        '（2026）云0423行初12号',
        '行政处罚决定 罚款五百元',
      ]);
    }
  });

  it('the court’s number stands once, whatever brackets it is written with, and is free again when voided', () => {
    const suit = aSuit();
    expect(instanceRows(suit.fold())).toMatchObject([
      { numberKey: '2026云0423行初12', courtNumber: '（2026）云0423行初12号', organId: county, remand: false },
    ]);
    const voided = suit.voided('2026-03-06');
    expect(instanceRows(voided.fold())).toMatchObject([{ numberKey: null }]);
    expect(
      rowsOf(voided)
        .caseFacts.filter((f) => f.knownTo === null)
        .map((f) => f.name),
    ).toEqual(['suit-voided']);
  });
});

describe('its own rows', () => {
  const tried = () =>
    aSuit()
      .sessionSet('2026-04-10', {
        known: '2026-04-01',
        told: [{ organ: police, served: '2026-04-01', leader: 'shall' }],
      })
      .planned('2026-04-02')
      .confirmed('2026-04-03')
      .proof('2026-04-07');

  it('hold every organ at every trial session, whatever is on record of it', () => {
    const suit = tried().fold();
    expect(sessionRows(suit)).toMatchObject([
      { sessionId: 'session-1', onDay: '2026-04-10', isPublic: true, heldOn: null },
    ]);
    expect(appearanceRows(suit)).toMatchObject([
      {
        organId: police,
        undertakingId: division,
        notified: 'shall',
        leaderName: '陆某',
        plannedOn: '2026-04-02',
        confirmedOn: '2026-04-03',
        proofOn: '2026-04-07',
        recordedOn: null,
        counts: null,
      },
      { organId: market, undertakingId: market, notified: 'none', leaderName: null, counts: null },
    ]);
    // Of a cancelled one the leader who was arranged, whose calendar says that it was cancelled.
    expect(appearanceRows(tried().sessionCancelled('2026-04-08').fold()).map((r) => r.organId)).toEqual([police]);
  });

  it('show who sat once somebody did, and not who was to come', () => {
    const suit = tried()
      .held('2026-04-10')
      .appeared('2026-04-10', aLeader({ name: '沈某', rank: 'head', title: '局长' }))
      .fold();
    expect(appearanceRows(suit)[0]).toMatchObject({
      leaderName: '沈某',
      leaderRank: 'head',
      spoke: true,
      // The proof that was handed in is another one's.
      counts: false,
      notCounting: ['proof-missing'],
    });
    expect(dutyRows(suit)).toMatchObject([
      { organId: police, arisesOn: '2026-04-10', dischargedOn: null, result: 'not-counting' },
      { organId: market, arisesOn: '2026-04-10', dischargedOn: null, result: 'unrecorded' },
    ]);
  });

  it('discharge the duty by the leader whose proof was handed in', () => {
    const suit = tried().held('2026-04-10').appeared('2026-04-10').fold();
    expect(dutyRows(suit)[0]).toMatchObject({ dischargedOn: '2026-04-10', result: 'appeared', leaderName: '陆某' });
  });

  it('tell a leader of a lower organ as not counting, with the reason', () => {
    const suit = tried()
      .held('2026-04-10')
      .appeared('2026-04-10', aLeader({ rank: 'lower-organ', organId: division }))
      .fold();
    expect(appearanceRows(suit)[0]).toMatchObject({ counts: false, notCounting: ['lower-organ'] });
    expect(factsOf(suit)).toContainEqual(
      expect.objectContaining({ name: 'appearance', subject: `session-1|${police}`, value: 'lower-organ' }),
    );
  });

  it('keep the days of an instance', () => {
    const suit = aSuit()
      .judged('2026-06-01', ['withdrawn'])
      .servedOnAll('2026-06-03', firstInstance, [police, market, li]);
    expect(instanceRows(suit.fold())).toMatchObject([
      {
        level: 'first',
        docketedOn: '2026-03-02',
        endedOn: '2026-06-01',
        outcomes: ['withdrawn'],
        effectiveOn: '2026-06-03',
      },
    ]);
  });
});

describe('audience', () => {
  it('every entry type says who may see it, and the office sees all', () => {
    expect(Object.keys(litigationAudience).sort()).toEqual(Object.keys(litigationEntries).sort());
    for (const rule of Object.values(litigationAudience)) expect(maySee(rule, 'reviewing')).toBe(true);
  });

  it('an organ of the suit reads no note of the office, no correction and no handling of its file', () => {
    for (const type of [
      'note-made',
      'linked',
      'replaced',
      'annulled',
      'handlers-assigned',
      'major-fed-back',
    ] as const) {
      expect(maySee(litigationAudience[type], 'respondent'), type).toBe(false);
    }
  });
});
