/** The beginnings of an office: every mistake is found at once, with its place. */
import { describe, expect, it } from 'vitest';
import { initProblem } from '../labels/office.ts';
import { type InitInput, type OrganColumn, planInit, planOrgans, type ReviewingOrgan } from './init-plan.ts';

const organ: ReviewingOrgan = {
  code: 'HX01',
  name: '河西县人民政府',
  shortName: '县政府',
  level: 'county',
  parentCode: '',
  institution: '河西县司法局',
  numberPrefix: '河政复',
};
const row = (line: number, cells: Partial<Record<OrganColumn, string>>) => ({ line, cells });
const police = { code: 'HX11', name: '河西县公安局', level: '县级' };
const admin = (username: string, name: string, password: string | null = null) => ({ username, name, password });
const input = (over: Partial<InitInput> = {}): InitInput => ({
  organ,
  organs: [row(2, police)],
  administrators: {
    system: admin('sys.one', '程一'),
    security: admin('sec.two', '程二'),
    auditor: admin('aud.three', '程三'),
  },
  ...over,
});
const wrong = (over: Partial<InitInput>) => {
  const planned = planInit(input(over));
  return planned.ok ? [] : planned.problems.map((p) => `${p.field} ${p.rule}`);
};

describe('a beginning without mistakes', () => {
  it('puts an organ without a parent below the reviewing organ, and parents before their children', () => {
    const planned = planInit(
      input({
        organs: [row(2, { code: 'HX21', name: '河西镇', level: 'township', parentCode: 'HX11' }), row(3, police)],
      }),
    );
    expect(planned.ok && planned.plan.organs.map((o) => [o.code, o.parentCode])).toEqual([
      ['HX01', null],
      ['HX11', 'HX01'],
      ['HX21', 'HX11'],
    ]);
  });

  it('reads the words an office’s own table uses, and takes the name where there is no short one', () => {
    const { organs, problems } = planOrgans(organ, [row(2, { ...police, kind: '派出机关' })]);
    expect(problems).toEqual([]);
    expect(organs[1]).toMatchObject({ level: 'county', kind: 'dispatched', shortName: '河西县公安局' });
  });

  it('may place the reviewing organ below another, which itself stands below nobody', () => {
    const city = { code: 'HC01', name: '河城市人民政府', level: 'city', kind: 'government', parentCode: '-' };
    const planned = planInit(input({ organ: { ...organ, parentCode: 'HC01' }, organs: [row(2, city)] }));
    expect(planned.ok && planned.plan.organs.map((o) => o.code)).toEqual(['HC01', 'HX01']);
  });
});

describe('mistakes', () => {
  it('are told with line and column, all at once', () => {
    expect(
      wrong({
        organs: [
          row(2, { ...police, level: '村级' }),
          row(3, { code: 'HX11', name: '河西县税务局', level: 'county' }),
          row(4, { code: 'HX12', name: '', level: 'county', parentCode: 'HX99' }),
          row(5, { code: 'HX13', name: '河西县教育局', level: 'county', institution: '法规股' }),
        ],
      }),
    ).toEqual([
      'organs.2.level not-one-of',
      'organs.4.name required',
      'organs.5.numberPrefix institution-and-prefix',
      'organs.3.code given-twice',
      'organs.4.parentCode unknown-parent',
    ]);
  });

  it('of a ring are told once', () => {
    const a = row(2, { code: 'A', name: '甲局', level: 'county', parentCode: 'B' });
    const b = row(3, { code: 'B', name: '乙局', level: 'county', parentCode: 'A' });
    expect(wrong({ organs: [a, b] })).toEqual(['organs.3.parentCode parent-ring']);
  });

  it('of the three administrators: three people, each with a name that can be typed', () => {
    const administrators = {
      ...input().administrators,
      security: admin('SYS.ONE', '程二'),
      auditor: admin('审计', '', '短'),
    };
    expect(wrong({ administrators })).toEqual([
      'administrators.security.username same-administrator',
      'administrators.auditor.username username-form',
      'administrators.auditor.name required',
      'administrators.auditor.password password-length',
    ]);
  });

  it('of the reviewing organ: without institution and prefix nothing could be numbered', () => {
    expect(wrong({ organ: { ...organ, institution: '', numberPrefix: '' } })).toEqual([
      'organ.institution required',
      'organ.numberPrefix required',
    ]);
  });

  it('are said in both languages', () => {
    const planned = planInit(
      input({ organs: [row(2, { ...police, level: '村级' }), row(3, { ...police, name: '甲局' })] }),
    );
    const problems = planned.ok ? [] : planned.problems;
    expect(problems.map((p) => initProblem(p, 'zh-CN'))).toEqual([
      '第 2 行，级别（level）：“村级”不在可选项中：国家级、省级、市级、县级、乡级',
      '第 3 行，代码（code）：“HX11”与第 2 行重复',
    ]);
    expect(problems.map((p) => initProblem(p, 'en'))[1]).toBe('line 3, code: “HX11” is already at line 2');
  });
});
