/**
 * The values of a form, checked against its fields and said in words for its template. A field that the form does not have,
 * or lacks, is a problem at that field: no document leaves with a hole in it.
 */
import { type CivilDate, formatCivilDate, isCivilDate } from '../calendar/civil-date.ts';
import type { FieldProblem } from '../errors.ts';
import { type FormField, type FormKind, type FormOptionSet, formOf, formOptions, templateOf } from './forms.ts';

/** One row of a field of rows. */
export type FormRow = Readonly<Record<string, string | number | boolean | null>>;
export type FormValue = string | number | boolean | null | readonly FormRow[];
export type FormValues = Readonly<Record<string, FormValue>>;

/** The words of a form's codes, and of yes and no. */
export interface FormWords {
  readonly option: (set: FormOptionSet, code: string) => string;
  readonly yesNo: (yes: boolean) => string;
}

/** What a template is filled with: text only, rows as lists, and for every field whether it holds anything (`has_…`). */
export type Filled = Readonly<Record<string, string | boolean | readonly Readonly<Record<string, string | boolean>>[]>>;

export type FillResult =
  | { readonly ok: true; readonly data: Filled }
  | { readonly ok: false; readonly fields: readonly FieldProblem[] };

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** A Word file holds no control characters but the end of a line, and no half of a surrogate pair. */
const isPrintable = (text: string): boolean => text.isWellFormed() && !/[^\P{Cc}\n\t]/u.test(text);

/** What is wrong with one single value. */
function problemOf(f: FormField, value: unknown): Omit<FieldProblem, 'field'> | null {
  switch (f.kind) {
    case 'text':
    case 'long-text':
      if (typeof value !== 'string') return { rule: 'malformed' };
      if (!isPrintable(value)) return { rule: 'unprintable' };
      return f.max !== undefined && [...value].length > f.max ? { rule: 'too-long', params: { max: f.max } } : null;
    case 'day':
      return typeof value === 'string' && isCivilDate(value) ? null : { rule: 'not-a-day' };
    case 'time':
      return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : { rule: 'not-a-time' };
    case 'number':
      if (typeof value !== 'number' || !Number.isInteger(value)) return { rule: 'not-whole' };
      if (value < 0) return { rule: 'too-low', params: { min: 0 } };
      return f.max !== undefined && value > f.max ? { rule: 'too-high', params: { max: f.max } } : null;
    case 'yes-no':
      return typeof value === 'boolean' ? null : { rule: 'malformed' };
    case 'choice': {
      const options: readonly string[] = f.options === undefined ? [] : formOptions[f.options];
      return typeof value === 'string' && options.includes(value) ? null : { rule: 'not-an-option' };
    }
    case 'rows':
      return null;
  }
}

function saidOf(f: FormField, value: unknown, words: FormWords): string {
  if (isEmpty(value)) return '';
  if (f.kind === 'day') return formatCivilDate(value as CivilDate, 'zh-CN');
  if (f.kind === 'yes-no') return words.yesNo(value === true);
  if (f.kind === 'choice' && f.options !== undefined) return words.option(f.options, String(value));
  return String(value).trim();
}

/** Checks the fields of one level and says them. */
function fillLevel(
  fields: readonly FormField[],
  values: Readonly<Record<string, unknown>>,
  words: FormWords,
  at: string,
  problems: FieldProblem[],
): Record<string, string | boolean | readonly Readonly<Record<string, string | boolean>>[]> {
  const known = new Set<string>(fields.map((f) => f.name));
  for (const name of Object.keys(values)) {
    if (!known.has(name)) problems.push({ field: `${at}.${name}`, rule: 'unknown-field' });
  }
  const data: Record<string, string | boolean | readonly Readonly<Record<string, string | boolean>>[]> = {};
  for (const f of fields) {
    const value = values[f.name];
    const path = `${at}.${f.name}`;
    data[`has_${f.name}`] = !isEmpty(value);
    if (isEmpty(value)) {
      if (f.required) problems.push({ field: path, rule: 'required' });
      data[f.name] = f.kind === 'rows' ? [] : '';
    } else if (f.kind !== 'rows') {
      const problem = problemOf(f, value);
      if (problem !== null) problems.push({ field: path, ...problem });
      data[f.name] = problem === null ? saidOf(f, value, words) : '';
    } else if (!Array.isArray(value)) {
      problems.push({ field: path, rule: 'malformed' });
    } else {
      if (f.max !== undefined && value.length > f.max) {
        problems.push({ field: path, rule: 'too-many', params: { max: f.max } });
      }
      data[f.name] = value.map((row: unknown, i) => {
        const given = row !== null && typeof row === 'object' ? (row as Record<string, unknown>) : {};
        return {
          ...(fillLevel(f.columns ?? [], given, words, `${path}.${i}`, problems) as Record<string, string | boolean>),
          number: String(i + 1),
        };
      });
    }
  }
  return data;
}

/** The values of a form, said for its template; or what is wrong with them, field by field. */
export function fillForm(kind: FormKind, values: FormValues, words: FormWords): FillResult {
  const fields: FieldProblem[] = [];
  const data = fillLevel(formOf(kind).fields, values, words, 'fields', fields);
  return fields.length > 0 ? { ok: false, fields } : { ok: true, data: { ...data, template: templateOf(kind) } };
}
