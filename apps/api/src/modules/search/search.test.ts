/** The one search box over the API: by what a case is found, why, by whom, and how much is told. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, anApplication, demoOrgans, demoPeople, testApi, today } from '../../testing/api.ts';
import { placeOf } from './find.ts';
import type { Found } from './types.ts';

type DemoPerson = (typeof demoPeople)[keyof typeof demoPeople];

let api: Api;
let number = '';
const policeId = demoOrgans.find((organ) => organ.code === 'YL11')?.id as never;

const find = async (q: string, who: DemoPerson = demoPeople.handler): Promise<Found> => {
  const answer = await (await api.as(who)).query('search', 'find', { q });
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.data as Found;
};
/** Case by case: by what it was found, with what was typed in brackets. */
const why = ({ rows }: Found) =>
  rows.map((row) => row.hits.map(({ by, before, found, after }) => `${by}: ${before}[${found}]${after}`));

beforeAll(async () => {
  api = await testApi();
  const act = {
    ...anApplication().act,
    name: '行政拘留决定',
    number: '云公（青）行罚决字〔2026〕108号',
    content: '行政拘留五日，并处罚款五百元',
  };
  const view = await api.aCase({
    act,
    applicants: [
      { key: 'a1', person: { name: '㛃秋池' } },
      { key: 'a2', person: { name: '王伟' } },
    ],
  });
  number = view.number ?? '';
});

describe('a case is found', () => {
  it('by its number, whole or in part, whatever the brackets', async () => {
    expect(why(await find(number))[0]?.[0]).toBe(`case-number: [${number}]`);
    expect(why(await find('云政复(2026)'))[0]?.[0]).toMatch(/^case-number: \[云政复〔2026〕\]\d+号$/);
  });

  it('by the act’s number', async () => {
    expect(why(await find('行罚决字［2026］108'))).toEqual([['document-number: 云公（青）[行罚决字〔2026〕108]号']]);
  });

  it('by a name of two characters, or with a rare one', async () => {
    expect(why(await find('王伟'))).toEqual([['party: [王伟]']]);
    expect(why(await find('㛃'))).toEqual([['party: [㛃]秋池']]);
  });

  it('by the act’s words: its name and what it ordered', async () => {
    expect(why(await find('拘留五日'))).toEqual([['act-words: 行政拘留决定 行政[拘留五日]，并处罚款五百元']]);
    expect(why(await find('拘留'))[0]?.[0]).toMatch(/^act-words: 行政\[拘留\]/);
  });

  it('by nothing of one character but a name', async () => {
    expect((await find('拘')).rows).toEqual([]);
    expect((await find('王')).rows.length).toBe(1);
  });
});

it('nothing typed finds nothing, and so does what nobody bears', async () => {
  expect(await find('  ')).toEqual({ rows: [], more: false, moreSuits: false });
  expect(await find('无此人')).toEqual({ rows: [], more: false, moreSuits: false });
  expect(await find('%')).toEqual({ rows: [], more: false, moreSuits: false });
});

describe('who finds it', () => {
  it('not another department, and the respondent only once the copy is out', async () => {
    expect((await find('拘留', demoPeople.marketLiaison)).rows).toEqual([]);
    expect((await find('拘留', demoPeople.policeLiaison)).rows).toEqual([]);
    const handler = await api.as(demoPeople.handler);
    const [row] = (await find('拘留')).rows;
    if (row === undefined) throw new Error('not found');
    const accepted = await handler.step(await handler.view(row.id), 'accept', {});
    await handler.step(accepted, 'issue-copy', {
      document: {
        sendings: [{ addressee: { is: 'organ', organId: policeId }, method: 'direct', sentOn: today, servedOn: today }],
      },
    });
    expect((await find('拘留', demoPeople.policeLiaison)).rows.map((r) => r.id)).toEqual([row.id]);
    expect((await find('拘留', demoPeople.marketLiaison)).rows).toEqual([]);
  });
});

it('ten are told, and that there are more', async () => {
  for (let n = 0; n < 11; n += 1) {
    await api.aCase({
      act: { ...anApplication().act, name: '行政强制决定', number: null, content: `查封第${n}处房屋` },
    });
  }
  const found = await find('查封');
  expect([found.rows.length, found.more]).toEqual([10, true]);
  expect(new Set(found.rows.map((row) => row.id)).size).toBe(10);
  const some = await find('查封第3处');
  expect([some.rows.length, some.more]).toEqual([1, false]);
});

describe('where what was typed stands in a text', () => {
  it.each([
    ['云政复〔2026〕1号', '(2026)1', 3, 10],
    ['王 伟', '王伟', 0, 3],
    ['ＡＢＣ公司', 'abc', 0, 3],
    ['行政处罚', '处罚', 2, 4],
    ['𠮷野家', '野', 1, 2],
  ])('%s, %s', (text, q, from, to) => {
    expect(placeOf(text, q)).toEqual({ from, to });
  });
  it('is nowhere, or nothing', () => {
    expect(placeOf('行政处罚', '许可')).toBeNull();
    expect(placeOf('行政处罚', ' ')).toBeNull();
  });
});
