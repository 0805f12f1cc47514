/** The statutes' own words, to be quoted beside a date or a reason. Kept apart from the labels: it is the heavy part. */
import { articleParts } from './article-label.ts';
import { all2017Articles } from './articles/all2017.ts';
import { arl1999Articles } from './articles/arl1999.ts';
import { arl2023Articles } from './articles/arl2023.ts';
import { comp2022Articles } from './articles/comp2022.ts';
import { cpl2023Articles } from './articles/cpl2023.ts';
import { fee589Articles } from './articles/fee589.ts';
import { hol2024Articles } from './articles/hol2024.ts';
import { int2018Articles } from './articles/int2018.ts';
import { lead2020Articles } from './articles/lead2020.ts';
import { reg2007Articles } from './articles/reg2007.ts';
import { scl2012Articles } from './articles/scl2012.ts';
import type { InstrumentId } from './instruments.ts';

const articles: Readonly<Partial<Record<InstrumentId, Readonly<Record<number, readonly string[]>>>>> = {
  ALL2017: all2017Articles,
  ARL1999: arl1999Articles,
  ARL2023: arl2023Articles,
  COMP2022: comp2022Articles,
  CPL2023: cpl2023Articles,
  FEE589: fee589Articles,
  HOL2024: hol2024Articles,
  INT2018: int2018Articles,
  LEAD2020: lead2020Articles,
  REG2007: reg2007Articles,
  SCL2012: scl2012Articles,
};

/** Some texts number their items in full-width brackets, some in half-width ones. */
const itemPattern = /^[（(][一二三四五六七八九十]+[）)]/;

/**
 * The words of an article, one string for each paragraph or item: all of it, the paragraph named with its items, or the
 * paragraph's opening words with the item named. Null where the wording is not on file.
 */
export function articleText(law: InstrumentId, article: string): readonly string[] | null {
  const parts = articleParts(law, article);
  const lines = parts === null ? undefined : articles[law]?.[parts.article];
  if (parts === null || lines === undefined) return null;
  const paragraphs: string[][] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open !== undefined && itemPattern.test(line)) open.push(line);
    else paragraphs.push([line]);
  }
  if (parts.paragraph === null && parts.item === null) return lines;
  const paragraph = paragraphs[(parts.paragraph ?? 1) - 1];
  if (paragraph === undefined) return null;
  if (parts.item === null) return paragraph;
  const opening = paragraph[0];
  const item = paragraph[parts.item];
  return opening === undefined || item === undefined ? null : [opening, item];
}
