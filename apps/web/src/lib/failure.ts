import type { Failure, FailureCode } from '@redress/domain/errors';
import { failureCodes } from '@redress/domain/errors';
import { TRPCClientError } from '@trpc/client';

/** What went wrong, as a page can say it: the API's own failure, or that the API was not reached. */
export type PageFailure = Failure | { readonly code: 'unreachable' };

const isFailure = (value: unknown): value is Failure =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  failureCodes.includes((value as { code: FailureCode }).code);

/** Reads the failure out of whatever was thrown. */
export function failureOf(error: unknown): PageFailure {
  if (error instanceof TRPCClientError) {
    const data: unknown = error.data;
    if (typeof data === 'object' && data !== null && 'failure' in data && isFailure(data.failure)) return data.failure;
    // No shape at all: the request never came back with an answer of ours.
    if (error.shape === undefined || error.shape === null) return { code: 'unreachable' };
  }
  return { code: 'unexpected' };
}

/** The problems of one field and of everything below it: `act` finds `act.madeOn` too. */
export function problemsOf(failure: PageFailure | null, field: string) {
  if (failure === null || !('fields' in failure) || failure.fields === undefined) return [];
  return failure.fields.filter((p) => p.field === field || p.field.startsWith(`${field}.`));
}
