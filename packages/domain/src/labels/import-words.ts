/** The words of the import of an earlier register: fields, what was found, what the register said otherwise. */
import { formatCivilDate, isCivilDate, type Language } from '../calendar/civil-date.ts';
import { type ImportField, isImportField } from '../reconsideration/import/fields.ts';
import type {
  Difference,
  DifferenceKind,
  ImportProblem,
  ImportProblemCode,
} from '../reconsideration/import/problems.ts';
import type { ImportOutcome } from '../reconsideration/import/values.ts';
import { articleText, fieldRuleText, optionText, reasonText } from './catalogue.ts';
import { importEn } from './import-en.ts';
import { importZhCn } from './import-zh-cn.ts';
import { say } from './say.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

export interface ImportWords {
  readonly fields: Words<ImportField>;
  /** What is wrong, and what to do; `{…}` is filled in. */
  readonly problems: Words<ImportProblemCode>;
  readonly outcomes: Words<ImportOutcome>;
  readonly late: Words<'late' | 'in-time'>;
  readonly differences: Words<DifferenceKind>;
  readonly difference: string;
  readonly daysLate: string;
  readonly contradicts: string;
  readonly article: string;
  readonly severity: Words<'error' | 'warning'>;
  /** Headers of the downloaded list. */
  readonly sheet: Words<
    | 'errors'
    | 'differences'
    | 'row'
    | 'column'
    | 'field'
    | 'value'
    | 'severity'
    | 'problem'
    | 'number'
    | 'said'
    | 'computed'
    | 'what'
    | 'basis'
    | 'found'
  >;
}

export const importWords = (language: Language): ImportWords => (language === 'en' ? importEn : importZhCn);

const shown = (language: Language, value: string | number): string =>
  typeof value === 'string' && isCivilDate(value) ? formatCivilDate(value, language, 'day') : String(value);

/** The word for a code of a choice field. */
export function importOptionText(language: Language, field: ImportField, code: string): string {
  const w = importWords(language);
  if (field === 'outcome') return w.outcomes[code as ImportOutcome] ?? code;
  if (field === 'late') return w.late[code as 'late'] ?? code;
  if (field === 'refusalReason') return optionText(language, 'acceptanceCondition', code);
  if (
    field === 'channel' ||
    field === 'matter' ||
    field === 'category' ||
    field === 'procedure' ||
    field === 'suspensionGround'
  ) {
    return optionText(language, field, code);
  }
  return code;
}

/** What is wrong, as a sentence with its article. */
export function importProblemText(language: Language, problem: ImportProblem): string {
  const w = importWords(language);
  const params = Object.fromEntries(
    Object.entries(problem.params).map(([key, value]) => {
      if (key === 'other' && typeof value === 'string' && isImportField(value)) return [key, w.fields[value]];
      if (key === 'option' && problem.field !== null)
        return [key, importOptionText(language, problem.field, String(value))];
      if (key === 'outcome') return [key, importOptionText(language, 'outcome', String(value))];
      return [key, shown(language, value)];
    }),
  );
  const article = problem.article === null ? '' : say(w.article, { article: articleText(language, problem.article) });
  switch (problem.from) {
    case 'import':
      return `${say(w.problems[problem.code as ImportProblemCode] ?? problem.code, params)}${article}`;
    case 'rule':
      return fieldRuleText(language, { field: '', rule: problem.code, params: problem.params });
    case 'reason':
      return `${reasonText(language, problem.code, problem.params)}${article}`;
    case 'contradiction':
      return say(w.contradicts, { what: `${reasonText(language, problem.code, problem.params)}${article}` });
  }
}

/** What the register said against what is computed, as a sentence. */
export function differenceText(language: Language, d: Difference): string {
  const w = importWords(language);
  const value = (v: string | number) => (v === 'late' || v === 'in-time' ? w.late[v] : shown(language, v));
  const article = d.article === null ? '' : say(w.article, { article: articleText(language, d.article) });
  const late = d.daysLate !== null && d.daysLate > 0 ? say(w.daysLate, { days: d.daysLate }) : '';
  return `${say(w.difference, { what: w.differences[d.what], said: value(d.said), computed: value(d.computed) })}${late}${article}`;
}
