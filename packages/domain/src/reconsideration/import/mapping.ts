/** How one register is read: which column is which field, and what its words stand for. Proposed, edited, remembered. */
import { z } from 'zod';
import { bare, type Cell, readDay, textOf } from './cells.ts';
import { type ChoiceField, fieldKinds, headerWords, type ImportField, importFields } from './fields.ts';
import { isChoice, noCategories, type OwnCategories } from './values.ts';

const choiceFields = importFields.filter((f): f is ChoiceField => fieldKinds[f] === 'choice');

export const zImportMapping = z.object({
  /** Field → index of its column, from 0. */
  columns: z.partialRecord(z.enum(importFields), z.int().min(0).max(499)),
  /** Field → words of the register → code. '' stands for an empty cell. */
  values: z
    .partialRecord(
      z.enum(choiceFields as [ChoiceField, ...ChoiceField[]]),
      z.record(z.string().max(200), z.string().max(60)),
    )
    .default({}),
  /** Names of organs as the register writes them → organ. */
  organs: z.record(z.string().max(120), z.string().max(80)).default({}),
});
export type ImportMapping = Readonly<z.output<typeof zImportMapping>>;

/** What is wrong with a mapping as a whole, before any row. */
export function mappingProblems(
  mapping: ImportMapping,
  categories: OwnCategories = noCategories,
): readonly { readonly field: ImportField; readonly rule: string }[] {
  const out: { field: ImportField; rule: string }[] = [];
  for (const field of ['receivedOn', 'applicants', 'respondents'] as const) {
    if (mapping.columns[field] === undefined) out.push({ field, rule: 'required' });
  }
  const used = new Map<number, ImportField>();
  for (const field of importFields) {
    const at = mapping.columns[field];
    if (at === undefined) continue;
    if (used.has(at)) out.push({ field, rule: 'column-used-twice' });
    used.set(at, field);
  }
  for (const field of choiceFields) {
    for (const code of Object.values(mapping.values[field] ?? {})) {
      if (!isChoice(field, code, categories)) out.push({ field, rule: 'not-an-option' });
    }
  }
  return out;
}

/** A proposal from the words of the header. */
export function proposeMapping(headers: readonly string[]): ImportMapping {
  const columns: Partial<Record<ImportField, number>> = {};
  const free = new Map(headers.map((h, i) => [i, bare(h)] as const).filter(([, h]) => h !== ''));
  for (const [field, words] of headerWords) {
    if (columns[field] !== undefined) continue;
    for (const [i, header] of free) {
      if (!words.test(header)) continue;
      columns[field] = i;
      free.delete(i);
      break;
    }
  }
  return { columns, values: {}, organs: {} };
}

/** The headers in the one form by which a register is recognised next year. */
export const signatureText = (headers: readonly string[]): string => headers.map(bare).join('|');

export interface HeaderRows {
  /** From 1, as the spreadsheet shows them. */
  readonly from: number;
  readonly to: number;
}

/**
 * Where the header is: the row that most looks like one among the first twenty. Merged titles stand above it; where two
 * rows make the header (a group above its columns), the lower one has most of the words.
 */
export function proposeHeader(rows: readonly (readonly Cell[])[]): HeaderRows {
  let best = { row: 1, score: -1 };
  rows.slice(0, 20).forEach((cells, i) => {
    const texts = cells.map(textOf).filter((t) => t !== '' && t.length <= 30);
    const known = texts.filter((t) => headerWords.some(([, words]) => words.test(bare(t)))).length;
    const days = cells.filter((c) => c !== null && c !== '' && readDay(c).is === 'day').length;
    const score = known * 3 + new Set(texts).size - days * 5;
    if (known >= 2 && score > best.score) best = { row: i + 1, score };
  });
  if (best.score < 0) {
    const first = rows.findIndex((cells) => cells.filter((c) => textOf(c) !== '').length >= 2);
    return { from: first + 1 || 1, to: first + 1 || 1 };
  }
  return { from: best.row, to: best.row };
}

/** One header per column; where the header has two rows, the upper one is repeated over its merged columns. */
export function headersOf(rows: readonly (readonly Cell[])[], at: HeaderRows): readonly string[] {
  const lines = rows.slice(at.from - 1, at.to);
  const width = Math.max(0, ...rows.slice(at.from - 1).map((r) => r.length));
  const filled = lines.map((line, i) => {
    const out: string[] = [];
    for (let c = 0; c < width; c += 1) {
      const text = textOf(line[c] ?? null);
      out.push(text === '' && i < lines.length - 1 ? (out[c - 1] ?? '') : text);
    }
    return out;
  });
  return Array.from({ length: width }, (_, c) => {
    const words = filled.map((line) => line[c] ?? '').filter((t) => t !== '');
    return [...new Set(words)].join(' ').slice(0, 80);
  });
}

/** The letter of a column, as the spreadsheet shows it: 0 → A, 26 → AA. */
export function columnLetter(index: number): string {
  let n = index;
  let letters = '';
  do {
    letters = String.fromCharCode(65 + (n % 26)) + letters;
    n = Math.floor(n / 26) - 1;
  } while (n >= 0);
  return letters;
}
