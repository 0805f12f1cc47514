/** The demonstration: whole, lawful, the same every time, and clean under any clock. */
import { roles } from '@redress/domain/access/roles';
import { type CivilDate, civilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, OrganId, PostId, StreamId } from '@redress/domain/ids';
import { replay } from '@redress/domain/ledger/replay';
import { dutyResults, instanceLevels, outcomes, stages as suitStages } from '@redress/domain/litigation/codes';
import { decisionTypes, lawVersions, procedures, stages } from '@redress/domain/reconsideration/codes';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import { positionOn } from '@redress/domain/reconsideration/position';
import { describe, expect, it } from 'vitest';
import type { CaseFilter, ListedCase } from '../../case-store/list-cases.ts';
import { readAs } from '../../case-store/read-as.ts';
import { verify } from '../../case-store/verify.ts';
import { kinds, shippedLaw } from '../../data.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { caseId } from './case-script.ts';
import { demoPeople, everyDemoPerson, governmentId } from './demo-office.ts';
import { daySeedable, seedDemo } from './seed.ts';

/** Lawsuits of the other county, in which this office has no part. */
const suitsElsewhere = 2;
const law = shippedLaw();
const { handler } = demoPeople;
const acting = { postId: handler.postId, organId: governmentId, role: handler.role, delegatedBy: null };
const reader = (database: TestDatabase) =>
  readAs(database.app, {
    accountId: handler.accountId as AccountId,
    name: handler.name,
    acting: { ...acting, postId: acting.postId as PostId },
    posts: [acting],
    scope: [governmentId as OrganId],
  });

async function listed(database: TestDatabase, day: CivilDate, filter: CaseFilter = {}) {
  const rows: ListedCase[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await reader(database).listCases({ day, filter, sort: 'due', cursor, limit: 100 });
    rows.push(...page.rows);
    if (page.nextCursor === null) return rows;
    cursor = page.nextCursor;
  }
}
const check = (database: TestDatabase) => verify(database.owner, { kinds, law, files: null });
const stateOf = async (database: TestDatabase, key: string) =>
  replay(reconsideration, await reader(database).ledgerOf(caseId(key)), law);

describe('the demonstration on a day of autumn 2026', () => {
  const today = civilDate('2026-11-23');

  it('shows cases in many states, with dates that roll over feasts and some that are provisional', async () => {
    const database = await testDatabase();
    const { cases } = await seedDemo({ db: database.app, kinds, law, today });
    expect(cases).toBeGreaterThanOrEqual(150);
    const rows = await listed(database, today, { kind: 'reconsideration' });
    const suits = (await listed(database, today, { kind: 'litigation' })).length + suitsElsewhere + 1;
    // The other county's and the city's cases are not this office's to see, but for the one against its own government;
    // a void case is on no list but its own.
    expect(rows).toHaveLength(cases - suits - 8 - 1);
    expect(new Set(rows.map((row) => row.streamId)).size).toBe(rows.length);
    const states = new Set([
      ...rows.map((row) => row.stage),
      ...(await listed(database, today, { kind: 'reconsideration', voided: true })).map((row) => row.stage),
    ]);
    expect([...states].sort()).toEqual([...stages].sort());
    const ends = new Set(rows.map((row) => row.outcome));
    const without = [
      'refused',
      'abandoned',
      'withdrawn-before-acceptance',
      'rejected',
      'mediated',
      'terminated',
      'taken-up',
    ];
    for (const outcome of [...decisionTypes, ...without]) expect(ends, outcome).toContain(outcome);
    expect(new Set(rows.map((row) => row.lawVersion))).toEqual(new Set(lawVersions));
    expect(new Set(rows.map((row) => row.procedure))).toEqual(new Set([...procedures, null]));
    const waiting = new Set(rows.map((row) => row.waitingFor));
    for (const who of ['institution', 'applicant', 'respondent', 'section-head', 'institution-head', 'organ-head']) {
      expect(waiting, who).toContain(who);
    }
    expect(rows.some((row) => row.dueStatus === 'provisional' && row.sortDue > '2027-01-01')).toBe(true);
    expect(rows.filter((row) => row.acceptedBy === 'lapse').length).toBeGreaterThan(0);

    const dueOf = async (key: string) =>
      (await stateOf(database, key)).clocks.find((c) => c.ruleId === 'reconsideration.decide-ordinary')?.computation;
    // Accepted on 2025-12-19: the sixtieth day lies in the Spring Festival, the first working day after it is the 24th.
    expect(await dueOf('25')).toMatchObject({ raw: '2026-02-17', due: '2026-02-24' });
    // Accepted on 2026-08-04: the sixtieth day lies in the National Day's holiday.
    expect(await dueOf('26')).toMatchObject({ raw: '2026-10-03', due: '2026-10-08' });

    const report = await check(database);
    expect(report.differences).toEqual([]);
    expect(report.counts.entry).toBeGreaterThan(300);
    expect(await daySeedable(database.app, today)).toBeNull();
  });

  it('shows lawsuits in every instance and state, with appearances of every kind', async () => {
    const database = await testDatabase();
    await seedDemo({ db: database.app, kinds, law, today });
    const rows = await listed(database, today, { kind: 'litigation' });
    expect(rows.length).toBeGreaterThanOrEqual(55);
    const states = new Set([
      ...rows.map((row) => row.stage),
      ...(await listed(database, today, { kind: 'litigation', voided: true })).map((row) => row.stage),
    ]);
    expect([...states].sort()).toEqual([...suitStages].sort());
    const all = async (sql: string) => new Set((await database.sql(sql)).map((row) => Object.values(row)[0] as string));
    expect(await all('select distinct level from lawsuit_instance')).toEqual(new Set(instanceLevels));
    const outcomesSeen = await all('select distinct unnest(outcomes) from lawsuit_instance');
    const rare = ['not-docketed', 'transferred', 'other-ruling'];
    expect([...outcomesSeen].sort()).toEqual(outcomes.filter((o) => !rare.includes(o)).sort());
    expect(await all('select distinct result from appearance_duty where result is not null')).toEqual(
      new Set(dutyResults),
    );
    expect((await all('select distinct unnest(triggers) from appearance')).size).toBeGreaterThanOrEqual(3);
    expect((await check(database)).differences).toEqual([]);
  });

  it('goes on where it was interrupted, as of the day it was begun', async () => {
    const [whole, broken] = [await testDatabase(), await testDatabase()];
    await seedDemo({ db: whole.app, kinds, law, today });
    let left = 60;
    const failing = {
      ...kinds,
      get byName() {
        left -= 1;
        if (left < 0) throw new Error('interrupted');
        return kinds.byName;
      },
    };
    await expect(seedDemo({ db: broken.app, kinds: failing, law, today })).rejects.toThrow('interrupted');
    const later = civilDate('2026-12-01');
    const day = await daySeedable(broken.app, later);
    expect(day).toBe(today);
    await seedDemo({ db: broken.app, kinds, law, today });
    expect(await daySeedable(broken.app, later)).toBeNull();
    const shape = async (database: TestDatabase) =>
      database.sql(
        `select stream_id, seq, type, occurred_on, recorded_at, command_id from entry order by stream_id, seq`,
      );
    expect(await shape(broken)).toEqual(await shape(whole));
    expect((await check(broken)).differences).toEqual([]);
  });
});

describe.each(['2026-02-20', '2027-01-02', '2028-02-29'].map(civilDate))('the demonstration on %s', (today) => {
  it('is made by lawful steps and agrees with itself', async () => {
    const database = await testDatabase();
    const { cases } = await seedDemo({ db: database.app, kinds, law, today });
    expect(cases).toBeGreaterThanOrEqual(150);
    expect((await check(database)).differences).toEqual([]);
  });
});

describe('an application that nobody touches', () => {
  it('is accepted by silence on the sixth working day, without a write', async () => {
    const today = civilDate('2026-11-23');
    const database = await testDatabase();
    await seedDemo({ db: database.app, kinds, law, today });
    const untouched = caseId('01');
    const written = () => database.sql('select sum(version)::int as n from stream');
    const before = await written();
    const at = async (day: CivilDate) => {
      const row = (await listed(database, day)).find((r) => r.streamId === untouched);
      const position = positionOn(await stateOf(database, '01'), day);
      return { list: row?.stage, position: position.stage, by: position.accepted?.by ?? null };
    };
    // Received on Friday the 20th of November 2026: the fifth working day is Friday the 27th.
    expect(await at(civilDate('2026-11-27'))).toEqual({ list: 'received', position: 'received', by: null });
    expect(await at(civilDate('2026-11-28'))).toEqual({ list: 'accepted', position: 'accepted', by: 'lapse' });
    const facts = await database.sql(
      `select visible_from, value from case_fact where stream_id = $1 and name = 'accepted' and known_to is null`,
      [untouched as StreamId],
    );
    expect(facts).toMatchObject([{ value: 'lapse' }]);
    expect(await written()).toEqual(before);
  });
});

describe('the people of the demonstration', () => {
  it('are different people, one of each role at least, the three administrators among them', () => {
    const names = everyDemoPerson.map((p) => p.name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(everyDemoPerson.map((p) => p.role))).toEqual(new Set(roles));
  });
});
