/** Which organ owes an appearance at which session, and which are therefore still to be recorded. */
import { describe, expect, it } from 'vitest';
import type { OrganId } from '../ids.ts';
import { day, marketBureau as market, policeBureau as police } from '../testing/builders.ts';
import { aLeader, aSummons, firstInstance, type LawsuitBuilder } from '../testing/lawsuit-builder.ts';
import { unrecordedOn } from './position.ts';
import { appearanceRows } from './rows.ts';

const second = 'session-2';
/** Two bureaus sued together, and their session on 10 April. */
const sued = () =>
  aSummons()
    .registered('2026-03-02', { organs: [police, market] })
    .sessionSet('2026-04-10', {
      known: '2026-04-01',
      told: [{ organ: police, served: '2026-04-01', leader: 'shall' }],
    });
const agreed = (b: LawsuitBuilder, by: OrganId, on = '2026-04-02') =>
  b.with('appearance-agreed', on, {
    instanceId: firstInstance,
    organIds: [police, market],
    byOrganId: by,
    how: 'agreed',
    fileIds: [],
  });
const again = (b: LawsuitBuilder, told: readonly OrganId[] = []) =>
  b.sessionSet('2026-05-10', {
    known: '2026-04-20',
    session: second,
    told: told.map((organ) => ({ organ, served: '2026-04-20', leader: 'shall' })),
  });

/** What is to be recorded on 1 June, by the page and by the rows that lists are made of: they say the same. */
function toRecord(b: LawsuitBuilder): readonly string[] {
  const suit = b.fold();
  const [instance] = suit.instances;
  if (instance === undefined) throw new Error('no instance');
  const page = unrecordedOn(suit, instance, day('2026-06-01')).map((u) => `${u.session.sessionId} ${u.organId}`);
  const heldIn = new Set(instance.sessions.filter((s) => s.held !== null).map((s) => s.sessionId));
  const rows = appearanceRows(suit)
    .filter((row) => row.owes && row.recordedOn === null && heldIn.has(row.sessionId))
    .map((row) => `${row.sessionId} ${row.organId}`);
  expect(page).toEqual(rows);
  return page;
}

describe('a session that took place', () => {
  it('asks every organ of the suit for who sat there, until that is on record', () => {
    const held = () => sued().held('2026-04-10');
    expect(toRecord(sued())).toEqual([]);
    expect(toRecord(held())).toEqual([`session-1 ${police}`, `session-1 ${market}`]);
    expect(toRecord(held().appeared('2026-04-10'))).toEqual([`session-1 ${market}`]);
    expect(toRecord(held().appeared('2026-04-10').appeared('2026-04-10', null, { organ: market }))).toEqual([]);
  });

  it('asks also where the absence was explained: who sat there instead is another fact', () => {
    const explained = () =>
      sued().absenceExplained('2026-04-08').held('2026-04-10').appeared('2026-04-10', null, { organ: market });
    expect(toRecord(explained())).toEqual([`session-1 ${police}`]);
    expect(toRecord(explained().appeared('2026-04-10', null))).toEqual([]);
  });

  it('asks nothing at a session at which no duty arises', () => {
    const evidence = aSummons().registered('2026-03-02').sessionSet('2026-04-10', { kind: 'evidence-exchange' });
    expect(toRecord(evidence.held('2026-04-10'))).toEqual([]);
  });
});

describe('a duty covered under article 3', () => {
  const came = (by: OrganId, on?: string) =>
    agreed(sued(), by, on).proof('2026-04-07').held('2026-04-10').appeared('2026-04-10');

  it('is owed no more once the other organ’s leader came for both', () => {
    expect(toRecord(came(police))).toEqual([]);
  });

  it('stands where the leader came before anybody agreed, where another was to come, or where they do not count', () => {
    expect(toRecord(came(police, '2026-04-12'))).toEqual([`session-1 ${market}`]);
    expect(toRecord(came(market))).toEqual([`session-1 ${market}`]);
    const lower = agreed(sued(), police)
      .held('2026-04-10')
      .appeared('2026-04-10', aLeader({ rank: 'lower-organ' }));
    expect(toRecord(lower)).toEqual([`session-1 ${market}`]);
  });

  it('stands until the one who comes for both is on record', () => {
    const waiting = agreed(sued(), police).held('2026-04-10');
    expect(toRecord(waiting)).toEqual([`session-1 ${police}`, `session-1 ${market}`]);
  });
});

describe('a duty discharged', () => {
  const met = () =>
    sued()
      .proof('2026-04-07')
      .held('2026-04-10')
      .appeared('2026-04-10')
      .appeared('2026-04-10', null, { organ: market });

  it('is owed at a later session only where the court notified again (LEAD2020 7(1))', () => {
    expect(toRecord(again(met()).held('2026-05-10', second))).toEqual([`${second} ${market}`]);
    expect(toRecord(again(met(), [police]).held('2026-05-10', second))).toEqual([
      `${second} ${police}`,
      `${second} ${market}`,
    ]);
  });

  it('covered for both at the first session, it is open for both when who came for both is called again and stays away', () => {
    const covered = () => agreed(sued(), police).proof('2026-04-07').held('2026-04-10').appeared('2026-04-10');
    expect(toRecord(again(covered()).held('2026-05-10', second))).toEqual([]);
    const called = again(covered(), [police])
      .held('2026-05-10', second)
      .appeared('2026-05-10', null, { session: second });
    expect(toRecord(called)).toEqual([`${second} ${market}`]);
  });
});

describe('the three days before a session', () => {
  const rowOf = (b: LawsuitBuilder) => appearanceRows(b.fold()).find((row) => row.organId === police);
  const told = (
    served: string | null,
    leader: 'shall' | 'none' = 'shall',
    procedure: 'ordinary' | 'simplified' = 'ordinary',
  ) =>
    aSummons()
      .registered('2026-03-02', { procedure })
      .sessionSet('2026-04-10', { known: '2026-04-08', told: [{ organ: police, served, leader }] });
  const both = ['litigation.summons', 'litigation.appearance-notice'];

  it.each([
    ['in time', told('2026-04-07'), both, []],
    ['a day late', told('2026-04-08'), both, both],
    ['with no service on record', told(null), [], []],
    ['of which the leader was not told', told('2026-04-08', 'none'), both.slice(0, 1), both.slice(0, 1)],
    ['in the simplified procedure', told('2026-04-08', 'shall', 'simplified'), both.slice(1), both.slice(1)],
  ])('are held against a service %s', (_, suit, noticeRules, noticeLate) => {
    expect(rowOf(suit)).toMatchObject({ noticeRules, noticeLate });
  });

  it('are those of the last telling: a moved session is told anew', () => {
    expect(rowOf(told('2026-04-08').sessionMoved('2026-04-09', '2026-04-20'))).toMatchObject({ noticeLate: [] });
  });
});
