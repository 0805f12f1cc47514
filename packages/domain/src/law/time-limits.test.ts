import { describe, expect, it } from 'vitest';
import { articleLabel, chineseNumeral, citationLabel, ruleLawLabel } from './article-label.ts';
import { articleText } from './article-text.ts';
import { type InstrumentId, instruments } from './instruments.ts';
import { shippedLawBook } from './law-book.ts';
import { lawLabels } from './law-labels.ts';
import { timeLimits } from './time-limits.ts';
import { ruleIds } from './vocabulary.ts';

const book = shippedLawBook();

describe('the table of time limits', () => {
  it('has 139 rows for 118 rules', () => {
    expect(timeLimits).toHaveLength(139);
    expect(ruleIds).toHaveLength(118);
    expect(new Set(timeLimits.map((row) => row.id))).toEqual(new Set(ruleIds));
  });

  it('never has two rows of one rule in force on one day', () => {
    for (const id of ruleIds) {
      const rows = book.versionsOf(id);
      expect(rows.length).toBeGreaterThan(0);
      for (let i = 1; i < rows.length; i += 1) {
        const before = rows[i - 1];
        expect(before?.effectiveTo, id).not.toBeNull();
        expect((before?.effectiveTo ?? '') < (rows[i]?.effectiveFrom ?? ''), id).toBe(true);
      }
    }
  });

  it('gives every row a length and a unit, or leaves both to a document', () => {
    for (const row of timeLimits) expect(row.length === null, row.id).toBe(row.unit === 'as-decided');
    expect(timeLimits.filter((row) => row.unit === 'as-decided')).toHaveLength(7);
  });

  it('extends only the ordinary decision, by thirty days in all', () => {
    const extendable = timeLimits.filter((row) => row.extensionCapDays !== null);
    expect(extendable.map((row) => [row.id, row.citations[0]?.law, row.extensionCapDays])).toEqual([
      ['reconsideration.decide-ordinary', 'ARL2023', 30],
      ['reconsideration.decide-ordinary', 'ARL1999', 30],
    ]);
  });

  it('stops only the limits of deciding', () => {
    expect(timeLimits.filter((row) => row.stopsForSuspension).map((row) => row.id)).toEqual([
      'reconsideration.decide-ordinary',
      'reconsideration.decide-simplified',
      'reconsideration.decide-ordinary',
      'litigation.first-instance-ordinary',
      'litigation.first-instance-simplified',
      'litigation.second-instance',
      'litigation.retrial-first-instance',
      'litigation.retrial-second-instance',
    ]);
  });

  it('caps other limits by rows that are rolled, and neither stopped nor extended', () => {
    const outer = timeLimits.filter((row) => row.kind === 'outer');
    expect(outer).toHaveLength(8);
    for (const row of outer) {
      expect(row.outerOf).not.toBeNull();
      expect(row.stopsForSuspension || row.extensionCapDays !== null).toBe(false);
    }
    expect(timeLimits.filter((row) => row.kind !== 'outer' && row.outerOf !== null)).toEqual([]);
  });

  it('marks the four rows whose current wording is not on file', () => {
    expect(timeLimits.filter((row) => !row.verified).map((row) => row.citations[0]?.law)).toEqual([
      'REG2026',
      'REG2026',
      'REG2026',
      'CPL2017',
    ]);
  });

  it('quotes the article of every row whose law is on file', () => {
    let quoted = 0;
    for (const row of timeLimits) {
      for (const { law, article } of row.citations) {
        if (article === null || !instruments[law].onFile) continue;
        expect(articleText(law, article)?.join('') ?? '', `${law} ${article}`).not.toBe('');
        quoted += 1;
      }
    }
    expect(quoted).toBeGreaterThan(139);
  });

  it('quotes nothing of a law that is not on file', () => {
    expect(articleText('REG2026', '49')).toBeNull();
    expect(articleText('CPL2017', '92')).toBeNull();
    expect(articleText('ARL2023', '200')).toBeNull();
    expect(articleText('ARL2023', '62(9)')).toBeNull();
  });
});

describe('labels', () => {
  it('say every code in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      for (const [group, words] of Object.entries(lawLabels(language))) {
        for (const [code, text] of Object.entries(words)) {
          expect(text, `${language} ${group} ${code}`).not.toBe('');
          const chinese = /[\u4e00-\u9fff]/.test(text as string);
          expect(chinese, `${language} ${group} ${code}: ${text}`).toBe(language === 'zh-CN');
        }
      }
    }
  });

  it('name every rule differently', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const names = Object.values(lawLabels(language).rules);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('articles', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [15, '十五'],
    [20, '二十'],
    [62, '六十二'],
    [100, '一百'],
    [108, '一百零八'],
    [110, '一百一十'],
    [161, '一百六十一'],
  ])('number %d is %s', (n, text) => {
    expect(chineseNumeral(n)).toBe(text);
  });

  it.each<[InstrumentId, string, string]>([
    ['ARL2023', '62(1)', '第六十二条第一款'],
    ['ARL2023', '30(1)(4)', '第三十条第一款第（四）项'],
    ['ARL2023', '41(5)', '第四十一条第（五）项'],
    ['INT2018', '108(2)', '第一百零八条第二款'],
    ['ARL2023', '48', '第四十八条'],
  ])('%s %s is %s', (law, article, text) => {
    expect(articleLabel(law, article, 'zh-CN')).toBe(text);
    expect(articleLabel(law, article, 'en')).toBe(`article ${article}`);
  });

  it('are quoted by paragraph and item', () => {
    expect(articleText('ARL2023', '62(1)')?.[0]).toMatch(
      /^适用普通程序审理的行政复议案件，行政复议机关应当自受理申请之日起六十日内/,
    );
    expect(articleText('ARL2023', '41(5)')).toHaveLength(2);
    expect(articleText('ARL2023', '41(5)')?.[1]).toMatch(/^（五）.*满六十日/);
    expect(articleText('ARL2023', '30(1)(4)')?.[1]).toMatch(/^（四）/);
    expect(articleText('CPL2023', '85(3)')?.[0]).toContain('法定休假日后的第一日');
  });

  it('name a row’s law with its version, and where it stood before', () => {
    const label = (id: (typeof ruleIds)[number], index: number) => {
      const row = book.versionsOf(id)[index];
      return row ? ruleLawLabel(row, 'zh-CN') : null;
    };
    expect(label('reconsideration.decide-ordinary', 1)).toBe('《行政复议法》（2023年修订）第六十二条第一款');
    expect(label('reconsideration.review-own', 1)).toBe('《行政复议法》（2023年修订）第五十六条、第五十七条');
    expect(label('reconsideration.redo', 1)).toBe(
      '《行政复议法实施条例》（2026年修订，文本未入库），原《行政复议法实施条例》（2007年）第四十九条第一款',
    );
    expect(citationLabel({ law: 'SCL2012', article: '14(2)' }, 'en')).toBe(
      'State Compensation Law (as amended in 2012), article 14(2)',
    );
  });
});
