/**
 * Errors, mapped once: every failure of the domain has exactly one HTTP meaning, and everything unforeseen
 * becomes `unexpected` without its words (they may carry personal data).
 */
import { type Failure, type FailureCode, type FieldProblem, RedressError } from '@redress/domain/errors';
import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { isDatabaseAway } from '../case-store/transaction.ts';

type TRPCCode = TRPCError['code'];

/** Exhaustive: a new failure code does not compile until it has its meaning. */
const codeOf = {
  'not-signed-in': 'UNAUTHORIZED',
  'not-permitted': 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  'invalid-input': 'BAD_REQUEST',
  'stale-version': 'CONFLICT',
  busy: 'CONFLICT',
  'command-reused': 'CONFLICT',
  'step-refused': 'UNPROCESSABLE_CONTENT',
  'needs-reason': 'UNPROCESSABLE_CONTENT',
  'needs-approval': 'UNPROCESSABLE_CONTENT',
  'already-exists': 'CONFLICT',
  'file-too-large': 'PAYLOAD_TOO_LARGE',
  'file-type-refused': 'UNSUPPORTED_MEDIA_TYPE',
  'file-disguised': 'UNSUPPORTED_MEDIA_TYPE',
  'database-away': 'SERVICE_UNAVAILABLE',
  unexpected: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<FailureCode, TRPCCode>;

/** The same meaning for answers outside tRPC (files). */
export const httpStatusOf = {
  'not-signed-in': 401,
  'not-permitted': 403,
  'not-found': 404,
  'invalid-input': 400,
  'stale-version': 409,
  busy: 409,
  'command-reused': 409,
  'step-refused': 422,
  'needs-reason': 422,
  'needs-approval': 422,
  'already-exists': 409,
  'file-too-large': 413,
  'file-type-refused': 415,
  'file-disguised': 415,
  'database-away': 503,
  unexpected: 500,
} as const satisfies Record<FailureCode, number>;

/** What tRPC itself finds wrong, before a procedure runs; all else is unforeseen. */
const failureOfTrpc: Partial<Record<TRPCCode, FailureCode>> = {
  PARSE_ERROR: 'invalid-input',
  BAD_REQUEST: 'invalid-input',
  UNSUPPORTED_MEDIA_TYPE: 'invalid-input',
  METHOD_NOT_SUPPORTED: 'invalid-input',
  NOT_FOUND: 'not-found',
  UNAUTHORIZED: 'not-signed-in',
  FORBIDDEN: 'not-permitted',
  PAYLOAD_TOO_LARGE: 'invalid-input',
};

const problemsOf = (error: ZodError): FieldProblem[] =>
  error.issues.map((issue) => ({ field: issue.path.join('.'), rule: 'malformed' }));

/** The failure behind any error. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RedressError) return error.failure;
  if (error instanceof ZodError) return { code: 'invalid-input', fields: problemsOf(error) };
  if (error instanceof TRPCError) {
    if (error.cause instanceof RedressError || error.cause instanceof ZodError) return failureOf(error.cause);
    if (isDatabaseAway(error.cause)) return { code: 'database-away' };
    return { code: failureOfTrpc[error.code] ?? 'unexpected' };
  }
  return { code: isDatabaseAway(error) ? 'database-away' : 'unexpected' };
}

/** The failure as tRPC sends it; its message is only the code. */
export function toTrpcError(error: unknown): TRPCError {
  const failure = failureOf(error);
  return new TRPCError({ code: codeOf[failure.code], message: failure.code, cause: new RedressError(failure) });
}
