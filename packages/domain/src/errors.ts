/**
 * Everything that can be wrong, as a closed union; each code has one sentence in each language
 * (labels/errors-zh-cn.ts, labels/errors-en.ts) and one HTTP meaning at the API's edge.
 */
export interface FieldProblem {
  /** Path of the input field, e.g. 'respondents.0.organId'. */
  readonly field: string;
  /** Code of the rule it broke; the catalogue has its sentence. */
  readonly rule: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export const failureCodes = [
  'not-signed-in',
  'not-permitted',
  'not-found', // also another organ's thing: it answers like an unknown one
  'invalid-input',
  'stale-version', // somebody else acted first; the fresh case comes along
  'busy', // the lock was not got within 5 s; says who is writing
  'command-reused', // a known commandId with another body
  'step-refused', // impossible, or not this actor
  'needs-reason', // irregular: goes on only with a recorded reason
  'needs-approval', // must be proposed to the approver the article names
  'already-exists',
  'file-too-large',
  'file-type-refused',
  'file-disguised',
  'database-away',
  'unexpected',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** A contradiction with the law or with the record: its code, article and what may be said about it. */
export interface Contradiction {
  readonly code: string;
  /** e.g. 'ARL2023 62(1)'; null where no article but the record itself is contradicted. */
  readonly article: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  /** The entry that contradicts; null for a hypothetical one. */
  readonly seq: number | null;
}

export interface Failure {
  readonly code: FailureCode;
  readonly fields?: readonly FieldProblem[];
  readonly contradictions?: readonly Contradiction[];
  /** For step-refused and needs-approval: the reason's code with its article and parameters. */
  readonly reason?: {
    readonly code: string;
    readonly article: string | null;
    readonly params: Readonly<Record<string, string | number>>;
  };
}

/** Thrown by use cases at the edge of the domain; carries the failure to the one mapper. */
export class RedressError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'RedressError';
    this.failure = failure;
  }
}
