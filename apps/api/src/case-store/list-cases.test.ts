import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { OrganId, PartyId, StreamId } from '@redress/domain/ids';
import { describe, expect, test } from 'vitest';
import { makeDatabase } from '../db/database.ts';
import { testDatabase } from '../testing/database.ts';
import {
  anActor,
  anOpenTally,
  newStreamId,
  onMonday,
  organ,
  otherOrgan,
  shippedLaw,
  tallyKinds,
  tallyStep,
} from '../testing/tally.ts';
import { type CaseFilter, type CasePage, type CaseQuery, lights } from './list-cases.ts';
import { type Sort, type SortDirection, sorts } from './list-orders.ts';
import { numberKeyOf } from './number-key.ts';
import { pad, paddingOf, searchForm } from './padding.ts';
import { readAs } from './read-as.ts';
import { rebuild } from './rebuild.ts';
import { united } from './stopped-spans.ts';
import { verify } from './verify.ts';

const db = await testDatabase();
const clerk = anActor();
const day = (text: string) => text as CivilDate;

const query = (over: Partial<CaseQuery> = {}): CaseQuery => ({
  day: onMonday,
  filter: {},
  sort: 'due',
  cursor: null,
  limit: 100,
  ...over,
});

const titles = async (over: Partial<CaseQuery> = {}, actor = clerk) =>
  (await readAs(db.app, actor).listCases(query(over))).rows.map((row) => row.title);

/** Walks all pages. */
async function pages(over: Partial<CaseQuery>): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await readAs(db.app, clerk).listCases(query({ ...over, cursor }));
    expect(page.rows.length).toBeLessThanOrEqual(over.limit ?? 100);
    seen.push(...page.rows.map((row) => row.title));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return seen;
}

const early = await anOpenTally(db.app, { title: '早', dueOn: '2026-03-05' });
const late = await anOpenTally(db.app, {
  title: '晚',
  dueOn: '2026-03-31',
  on: '2026-03-03',
  respondentId: otherOrgan,
});
const none = await anOpenTally(db.app, { title: '无', on: '2026-02-27' });
const closed = await anOpenTally(db.app, { title: '结', dueOn: '2026-03-01' });
await tallyStep(db.app, closed, 1, 'close', { on: onMonday });
const theirs = await anOpenTally(db.app, { title: '外', organId: otherOrgan }, { actor: anActor('a-b', otherOrgan) });

describe('the list of a day', () => {
  test('is in the order of due dates, those without one last', async () => {
    expect(await titles({ filter: { closed: false } })).toEqual(['早', '晚', '无']);
    expect((await titles()).toSorted()).toEqual(['早', '晚', '无', '结'].toSorted());
    expect(await titles({ filter: { closed: true } })).toEqual(['结']);
  });

  test('shows the lights of the day it is asked for, though nothing was written in between', async () => {
    const lightsOn = async (on: string) => {
      const page = await readAs(db.app, clerk).listCases(query({ day: day(on) }));
      return Object.fromEntries(page.rows.map((row) => [row.title, row.light]));
    };
    expect(await lightsOn('2026-03-02')).toEqual({ 早: 'ok', 晚: 'ok', 无: 'none', 结: 'closed' });
    expect(await lightsOn('2026-03-03')).toMatchObject({ 早: 'near' });
    expect(await lightsOn('2026-03-05')).toMatchObject({ 早: 'near' });
    expect(await lightsOn('2026-03-06')).toMatchObject({ 早: 'overdue', 晚: 'ok' });
    expect(await lightsOn('2026-04-01')).toMatchObject({ 早: 'overdue', 晚: 'overdue', 无: 'none', 结: 'closed' });
  });

  test('shows what silence made happen, from the day after its last day on', async () => {
    const stageOn = async (on: string) =>
      (await readAs(db.app, clerk).listCases(query({ day: day(on) }))).rows.find((row) => row.title === '早')?.stage;
    expect([await stageOn('2026-03-05'), await stageOn('2026-03-06')]).toEqual(['open', 'lapsed']);
  });

  test.each<[CaseFilter, string[]]>([
    [{ light: 'overdue' }, ['早']],
    [{ stage: 'lapsed' }, ['早']],
    [{ stage: 'closed' }, ['结']],
    [{ respondent: otherOrgan }, ['晚']],
    [{ receivedFrom: day('2026-03-03') }, ['晚']],
    [{ receivedTo: day('2026-02-27') }, ['无']],
    [{ kind: 'reconsideration' }, []],
    [{ handler: 'a-clerk' as never }, []],
    [{ waitingFor: 'nobody' }, []],
    [{ light: 'ok', closed: false, kind: 'tally' }, ['晚']],
    [{ light: 'none', closed: false }, ['无']],
    [{ outcome: '0' }, ['结']],
    [{ outcome: '1' }, []],
    [{ closedFrom: onMonday }, ['结']],
    [{ closedTo: day('2026-03-01') }, []],
    [{ acceptedFrom: day('2026-01-01') }, []],
    [{ matter: 'penalty' }, []],
    [{ joined: false, stage: 'lapsed' }, ['早']],
    [{ joined: true }, []],
    [{ voided: true }, []],
  ])('filters: %j', async (filter, expected) => {
    expect(await titles({ day: day('2026-03-06'), filter })).toEqual(expected);
  });

  test.each(lights)('filtered by the light %s is what shows that light', async (light) => {
    for (const on of ['2026-02-01', '2026-03-03', '2026-03-06', '2026-03-30', '2026-04-01']) {
      const all = await readAs(db.app, clerk).listCases(query({ day: day(on) }));
      const expected = all.rows.filter((row) => row.light === light).map((row) => row.title);
      expect(await titles({ day: day(on), filter: { light } }), on).toEqual(expected);
    }
  });

  test('counts what it lists', async () => {
    const { byLight } = await readAs(db.app, clerk).countCases({ day: day('2026-03-06'), filter: {} });
    expect(byLight).toEqual({ overdue: 1, near: 0, ok: 1, none: 1, stopped: 0, closed: 1 });
  });
});

describe('pages', () => {
  test.each([1, 2, 3, 100])('of %i lose and double nothing, in either order', async (limit) => {
    expect(await pages({ limit, filter: { closed: false } })).toEqual(['早', '晚', '无']);
    const received = await pages({ limit, sort: 'received' });
    expect(received[0]).toBe('晚');
    expect(received.at(-1)).toBe('无');
    expect(received.toSorted()).toEqual(['早', '晚', '无', '结'].toSorted());
  });

  test.each(['', 'x', 'bm90IGpzb24', Buffer.from('{"sort":"due","key":"; drop","id":1}').toString('base64url')])(
    'a cursor that is none begins at the first page: %s',
    async (cursor) => {
      expect(await titles({ cursor, filter: { closed: false } })).toEqual(['早', '晚', '无']);
    },
  );
});

describe('every order', () => {
  const byOrder = async (sort: Sort, direction: SortDirection, limit: number, filter: CaseFilter = {}) =>
    pages({ sort, direction, limit, filter });

  test.each(sorts.flatMap((sort) => (['asc', 'desc'] as const).map((direction) => [sort, direction] as const)))(
    'by %s %s has each case once, in pages of any length, what has no value last',
    async (sort, direction) => {
      const all = await byOrder(sort, direction, 100);
      expect(all.toSorted()).toEqual(['早', '晚', '无', '结'].toSorted());
      for (const limit of [1, 2, 3]) expect(await byOrder(sort, direction, limit), String(limit)).toEqual(all);
    },
  );

  test('reads backwards what it reads forwards, but for what has no value', async () => {
    expect(await byOrder('due', 'asc', 100, { closed: false })).toEqual(['早', '晚', '无']);
    expect(await byOrder('due', 'desc', 100, { closed: false })).toEqual(['晚', '早', '无']);
    expect(await byOrder('number', 'asc', 100)).toEqual(['早', '晚', '无', '结']);
    expect(await byOrder('number', 'desc', 100)).toEqual(['结', '无', '晚', '早']);
    const received = await byOrder('received', 'asc', 100);
    expect([received[0], received.at(-1)]).toEqual(['无', '晚']);
    expect((await byOrder('closed', 'desc', 100))[0]).toBe('结');
    expect((await byOrder('closed', 'asc', 100))[0]).toBe('结');
  });

  test('goes on through many cases of one day and of none', async () => {
    const other = anActor('a-ties', 'o-ties' as OrganId);
    const open = (title: string, over: object) =>
      anOpenTally(db.app, { title, organId: 'o-ties' as OrganId, ...over }, { actor: other });
    for (let n = 0; n < 4; n += 1) {
      await open(`同${n}`, { dueOn: '2026-03-09' });
      await open(`空${n}`, { dueOn: null });
    }
    for (const sort of sorts) {
      for (const direction of ['asc', 'desc'] as const) {
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const page: CasePage = await readAs(db.app, other).listCases(query({ sort, direction, cursor, limit: 3 }));
          seen.push(...page.rows.map((row) => row.title));
          cursor = page.nextCursor;
        } while (cursor !== null);
        expect(new Set(seen).size, `${sort} ${direction}`).toBe(8);
        expect(seen, `${sort} ${direction}`).toHaveLength(8);
        if (sort === 'due') expect(seen.slice(0, 4).every((title) => title.startsWith('同'))).toBe(true);
      }
    }
  });

  test('a cursor of one order or direction is none in another', async () => {
    const { nextCursor } = await readAs(db.app, clerk).listCases(query({ sort: 'number', limit: 2 }));
    expect(nextCursor).not.toBeNull();
    expect(await titles({ sort: 'number', direction: 'asc', cursor: nextCursor })).toHaveLength(4);
    expect(await titles({ sort: 'received', cursor: nextCursor })).toHaveLength(4);
    expect(await titles({ sort: 'number', cursor: nextCursor })).toHaveLength(2);
  });
});

describe('numbers in order', () => {
  test('9 stands before 10, and a year before the next, whatever the prefix and the brackets', () => {
    const numbers = [
      '云政复〔2025〕10号',
      '云政复〔2026〕9号',
      '云政复[2026]10号',
      '市政复〔2026〕10-2号',
      '云政复〔2027〕1号',
      '旧案甲',
    ];
    expect(numbers.toReversed().toSorted((a, b) => (numberKeyOf(a) < numberKeyOf(b) ? -1 : 1))).toEqual(numbers);
  });
});

describe('days that stood still', () => {
  const span = (from: string, to: string | null) => ({ from: day(from), to: to === null ? null : day(to) });
  test('overlap and touch without being counted twice', () => {
    expect(united([span('2026-03-05', '2026-03-10'), span('2026-03-01', '2026-03-06')])).toEqual([
      span('2026-03-01', '2026-03-10'),
    ]);
    expect(united([span('2026-03-01', '2026-03-03'), span('2026-03-03', null)])).toEqual([span('2026-03-01', null)]);
    expect(united([span('2026-03-01', null), span('2026-03-05', '2026-03-06')])).toEqual([span('2026-03-01', null)]);
    expect(united([span('2026-03-01', '2026-03-02'), span('2026-03-05', '2026-03-06')])).toHaveLength(2);
    expect(united([])).toEqual([]);
  });
});

describe('scope', () => {
  test("another organ's case is on no list and answers like an unknown one", async () => {
    expect(await titles()).not.toContain('外');
    const reader = readAs(db.app, clerk);
    for (const id of [theirs, newStreamId()]) {
      expect(await reader.capacitiesIn(id)).toEqual([]);
      const questions = [reader.ledgerOf, reader.keptOf, reader.filesOf, reader.linksOf];
      for (const question of questions) {
        await expect(question(id)).rejects.toMatchObject({ failure: { code: 'not-found' } });
      }
    }
  });

  test('a respondent sees the case it is a respondent in, as a respondent', async () => {
    const respondent = anActor('a-liaison', otherOrgan);
    expect((await titles({}, respondent)).toSorted()).toEqual(['外', '晚'].toSorted());
    expect(await readAs(db.app, respondent).capacitiesIn(late)).toEqual(['respondent']);
    expect((await readAs(db.app, respondent).ledgerOf(late)).entries).toHaveLength(1);
  });

  test('who sees a case through two organs finds it once, as the reviewing organ', async () => {
    const superior = { ...clerk, scope: [organ, otherOrgan] };
    const page = await readAs(db.app, superior).listCases(query({ filter: { whose: 'all' } }));
    expect(page.rows.map((row) => row.title).toSorted()).toEqual(['早', '晚', '无', '结', '外'].toSorted());
    expect(page.rows.find((row) => row.title === '晚')?.capacity).toBe('reviewing');
  });

  test('a superior works on its own cases, and sees those of the organs below when it asks for them', async () => {
    const superior = { ...clerk, scope: [organ, otherOrgan] };
    const listed = async (whose?: 'own' | 'below') => {
      const page = await readAs(db.app, superior).listCases(query({ filter: whose === undefined ? {} : { whose } }));
      return page.rows.map((row) => row.title).toSorted();
    };
    expect(await listed()).toEqual(['早', '晚', '无', '结'].toSorted());
    expect(await listed('own')).toEqual(await listed());
    expect(await listed('below')).toEqual(['外']);
    // Nobody below: nothing to see, whatever is asked.
    const page = await readAs(db.app, clerk).listCases(query({ filter: { whose: 'below' } }));
    expect(page.rows).toEqual([]);
  });

  test('a link is shown to who may see both ends', async () => {
    await tallyStep(db.app, early, 1, 'link', { on: onMonday, to: late });
    await tallyStep(db.app, early, 2, 'link', { on: onMonday, to: theirs });
    expect((await readAs(db.app, clerk).linksOf(late)).map((link) => link.toStreamId)).toEqual([late]);
    expect((await readAs(db.app, clerk).linksOf(early)).map((link) => link.toStreamId)).toEqual([late]);
  });
});

describe('search', () => {
  const people: [StreamId, number, string][] = [
    [none, 1, '王伟'],
    [late, 1, '王小伟'],
    [closed, 2, '云岭县晨光（集团）有限公司'],
  ];
  const rare = '𠮷野';
  const search = (q: string) => titles({ filter: { q } });

  test('finds names of two characters, rare ones, and parts of long ones', async () => {
    for (const [id, version, name] of people) {
      const input = { on: onMonday, partyId: `p-${version}` as PartyId, person: { name }, text: '…' };
      await tallyStep(db.app, id, version, 'note-person', input);
    }
    const note = { on: onMonday, partyId: 'p-rare' as PartyId, person: { name: rare }, text: '…' };
    await tallyStep(db.app, none, 2, 'note-person', note);
    expect(await search('王伟')).toEqual(['无']);
    expect((await search('王')).toSorted()).toEqual(['无', '晚'].toSorted());
    expect(await search('小伟')).toEqual(['晚']);
    expect(await search('𠮷')).toEqual(['无']);
    expect(await search('晨光(集团)')).toEqual(['结']);
    expect(await search('ｃ%')).toEqual([]);
    expect(await search('王_')).toEqual([]);
    expect(await search('  ')).toHaveLength(4);
  });

  test('finds case numbers by any part, whichever brackets are typed', async () => {
    const [first] = await db.sql<{ number: string }>(
      'select case_number as number from case_index where stream_id = $1',
      [early],
    );
    expect(first?.number).toBe('计〔2026〕1号');
    for (const q of ['计〔2026〕1号', '计[2026] 1号', '计（2026）1号', '2026〕1号', '〔2026〕1号', '1号'])
      expect(await search(q), q).toEqual(['早']);
    // One that reads like a whole number and is none, or stands in the middle of one, is still looked for everywhere.
    for (const q of ['计〔2025〕', '计〔2025〕1号', '统计〔2026〕1号', '计〔2026〕11号'])
      expect(await search(q), q).toEqual([]);
    expect(await titles({ filter: { q: '计〔2026〕1号', closed: true } })).toEqual([]);
    expect((await search('计〔2026〕')).length).toBeGreaterThan(3);
    // One character finds people only: it stands in nearly every number.
    expect(await search('计')).toEqual([]);
  });

  test('finds the same in pages of one as in a page of all, in either order', async () => {
    for (const q of ['王', '王伟', '2026', '计〔2026〕', '计〔2026〕1号', '号', '无此人']) {
      for (const sort of sorts) {
        const all = await titles({ filter: { q }, sort });
        expect(await pages({ filter: { q }, sort, limit: 1 }), `${q} ${sort}`).toEqual(all);
      }
    }
  });

  test("does not find another organ's people", async () => {
    const stranger = anActor('a-c', 'o-far' as OrganId);
    expect(await titles({ filter: { q: '王伟' } }, stranger)).toEqual([]);
    expect(await titles({ filter: { q: '计〔2026〕' } }, stranger)).toEqual([]);
  });

  test('this server cuts Chinese letters into trigrams', async () => {
    expect(await paddingOf(db.app.pool)).toBe('letters');
  });

  test('works in ASCII, too, for a server whose character tables do not', async () => {
    const ascii = makeDatabase(db.owner.pool, 'ascii');
    const options = { kinds: tallyKinds, law: shippedLaw, files: null };
    await rebuild(ascii, options);
    const [row] = await db.sql<{ padded: string }>(`select padded from party_name where name = '王伟'`);
    expect(row?.padded).toBe('x738bx4f1fx');
    const found = await readAs(ascii, clerk).listCases(query({ filter: { q: '王伟' } }));
    expect(found.rows.map((one) => one.title)).toEqual(['无']);
    expect((await verify(ascii, options)).differences).toEqual([]);
    expect((await verify(db.owner, options)).differences.length).toBeGreaterThan(0);
    await rebuild(db.owner, options);
    expect((await verify(db.owner, options)).differences).toEqual([]);
  });
});

describe('padding', () => {
  test('puts a letter before and after each character, by code point', () => {
    expect(pad('王伟', 'letters')).toBe('a王a伟a');
    expect(pad('𠮷', 'letters')).toBe('a𠮷a');
    expect(pad('王伟', 'ascii')).toBe('x738bx4f1fx');
  });

  test('writes brackets, widths, case and spaces in one form', () => {
    for (const text of ['云〔2026〕A 1', '云【２０２６】ａ1', '云(2026)a1', '云[2026] A1']) {
      expect(searchForm(text)).toBe('云(2026)a1');
    }
  });
});
