/** What was found in a row of a register: where, which rule, how bad, and the value as it stands in the file. */
import type { ImportField } from './fields.ts';

export const importProblemCodes = [
  // The cell cannot be read
  'required',
  'not-a-day',
  'incomplete-day',
  'no-such-day',
  'implausible-day',
  'day-in-future',
  'not-a-count',
  'unknown-value',
  'unknown-organ',
  'several-organs',
  'too-long',
  'too-many',
  // The row as a whole
  'total-row',
  'duplicate-in-file',
  'number-taken',
  'same-act-same-applicant',
  'known-but-voided',
  'number-year-differs',
  'number-other-form',
  'number-missing',
  'before-receipt',
  'before-that',
  'closed-without-outcome',
  'outcome-without-day',
  'refused-and-accepted',
  'ground-missing',
  'days-missing',
  // Taken as it is, and said
  'unknown-handler',
  'others-not-named',
  'counts-differ',
  'matter-guessed',
  'category-unknown',
  'acceptance-missing',
  'copy-missing',
  'service-missing',
  'decided-late',
  'examined-late',
  'replied-late',
  'deemed-accepted',
] as const;
export type ImportProblemCode = (typeof importProblemCodes)[number];

/** An error leaves the row out; a warning goes into the report and the case is made. */
export type Severity = 'error' | 'warning';

export interface ImportProblem {
  /** Whose catalogue says the code: this one, a field's rule, why a step is refused, or what contradicts the law. */
  readonly from: 'import' | 'rule' | 'reason' | 'contradiction';
  readonly code: string;
  readonly field: ImportField | null;
  readonly severity: Severity;
  /** The cell as it stands in the file; '' where the row as a whole is meant. */
  readonly value: string;
  readonly article: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

export const hasError = (problems: readonly ImportProblem[]): boolean => problems.some((p) => p.severity === 'error');

/** What the register said against what is computed. */
export const differenceKinds = ['due', 'late', 'days-used', 'accepted'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface Difference {
  readonly what: DifferenceKind;
  readonly field: ImportField;
  /** As the register said it: a day, a count, 'late' or 'in-time'. */
  readonly said: string | number;
  readonly computed: string | number;
  /** Calendar days late, where that is the point; else null. */
  readonly daysLate: number | null;
  readonly ruleId: string | null;
  readonly article: string | null;
}
