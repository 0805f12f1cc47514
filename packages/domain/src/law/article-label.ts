/** How an article is named: 第六十二条第一款, 第三十条第一款第（四）项; article 62(1). */
import type { Language } from '../calendar/civil-date.ts';
import { articlesOfItems } from './articles/articles-of-items.ts';
import { type InstrumentId, instruments } from './instruments.ts';
import type { Citation, TimeLimit } from './time-limit.ts';

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** Chinese numerals from 1 to 999, as statutes number their articles: 10 is 十, 21 is 二十一, 108 is 一百零八. */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 999) throw new RangeError(`${n} is no article number`);
  const hundreds = Math.floor(n / 100);
  const tens = Math.floor((n % 100) / 10);
  const ones = n % 10;
  const head = hundreds > 0 ? `${digits[hundreds]}百` : '';
  const one = ones > 0 ? digits[ones] : '';
  if (tens === 0) return hundreds > 0 && ones > 0 ? `${head}零${one}` : `${head}${one}`;
  return `${head}${tens === 1 && hundreds === 0 ? '' : digits[tens]}十${one}`;
}

/** An article reference taken apart: article, and paragraph and item where they are named. */
export interface ArticleParts {
  readonly article: number;
  readonly paragraph: number | null;
  readonly item: number | null;
}

/** Takes `30(1)(4)` apart; a single bracket is an item where the article has one paragraph of items. Null for other texts. */
export function articleParts(law: InstrumentId, article: string): ArticleParts | null {
  const match = /^(\d+)(?:\((\d+)\))?(?:\((\d+)\))?$/.exec(article);
  if (!match) return null;
  const number = Number(match[1]);
  const first = match[2] === undefined ? null : Number(match[2]);
  const second = match[3] === undefined ? null : Number(match[3]);
  if (first !== null && second === null && articlesOfItems[law]?.includes(number)) {
    return { article: number, paragraph: null, item: first };
  }
  return { article: number, paragraph: first, item: second };
}

/** `第三十条第一款第（四）项` or `article 30(1)(4)`; the text itself where it is no article number. */
export function articleLabel(law: InstrumentId, article: string, language: Language): string {
  const parts = articleParts(law, article);
  if (parts === null) return article;
  if (language === 'en') return `article ${article}`;
  const paragraph = parts.paragraph === null ? '' : `第${chineseNumeral(parts.paragraph)}款`;
  const item = parts.item === null ? '' : `第（${chineseNumeral(parts.item)}）项`;
  return `第${chineseNumeral(parts.article)}条${paragraph}${item}`;
}

/** `《行政复议法》（2023年修订）` or `Administrative Reconsideration Law (as revised in 2023)`. */
export function instrumentLabel(law: InstrumentId, language: Language): string {
  const { zh, en, version } = instruments[law];
  return language === 'zh-CN' ? `《${zh}》（${version.zh}）` : `${en} (${version.en})`;
}

/** One citation with its law and version. */
export function citationLabel(citation: Citation, language: Language): string {
  const law = instrumentLabel(citation.law, language);
  if (citation.article === null) return law;
  const article = articleLabel(citation.law, citation.article, language);
  return language === 'zh-CN' ? `${law}${article}` : `${law}, ${article}`;
}

/** Every citation of a row: articles of one law are joined under its name; where it stood before is added when its place is not on file. */
export function ruleLawLabel(rule: TimeLimit, language: Language): string {
  const zh = language === 'zh-CN';
  if (rule.special?.byDecision === true) return zh ? '行政复议决定' : 'the reconsideration decision';
  if (rule.special) {
    return zh
      ? `《${rule.special.lawName}》${rule.special.article}`
      : `${rule.special.lawName}, ${rule.special.article}`;
  }
  const parts: string[] = [];
  let previous: InstrumentId | null = null;
  for (const citation of rule.citations) {
    if (citation.law === previous && citation.article !== null) {
      parts[parts.length - 1] += `${zh ? '、' : ', '}${articleLabel(citation.law, citation.article, language)}`;
    } else {
      parts.push(citationLabel(citation, language));
    }
    previous = citation.law;
  }
  const text = parts.join(zh ? '；' : '; ');
  if (rule.formerly === null) return text;
  const formerly = citationLabel(rule.formerly, language);
  return zh ? `${text}，原${formerly}` : `${text}, formerly ${formerly}`;
}
