/**
 * What the office kinds share: their ledgers are corrected like any other and take part in no case list. Organs, posts
 * and reference lists are kept by the system administrator, accounts by the security administrator: one lets a person
 * sign in, the other gives them a post, and neither alone can make somebody who sees a case.
 */
import type { z } from 'zod';
import type { FieldProblem } from '../errors.ts';
import { commonEntries } from '../ledger/common-entries.ts';
import type { NewEntry } from '../ledger/envelope.ts';
import type { DecideContext, Decision } from '../ledger/kinds.ts';

/** The corrections, which every ledger knows. */
export const correctionEntries = { replaced: commonEntries.replaced, annulled: commonEntries.annulled } as const;

/** An entry of an office ledger: no document, no paper decision, no hour. */
export const officeEntry = <P>(type: string, occurredOn: NewEntry['occurredOn'], payload: P): NewEntry<P> => ({
  type,
  typeVersion: 1,
  occurredOn,
  occurredTime: null,
  doneBy: null,
  documentIds: [],
  irregular: null,
  payload,
});

/** The fields a schema refused, as the page places them: path and rule. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({ field: issue.path.join('.'), rule: 'malformed' }));
}

/** Refuses for a reason of the record itself (no article). */
export const refuse = (code: string, params: Readonly<Record<string, string | number>> = {}): Decision => ({
  ok: false,
  failure: { code: 'step-refused', reason: { code, article: null, params } },
});

export const invalid = (error: z.ZodError): Decision => ({
  ok: false,
  failure: { code: 'invalid-input', fields: fieldProblems(error) },
});

/** Only the system administrator keeps organs, posts and reference lists. */
export const mayManage = (ctx: DecideContext): boolean => ctx.actor.acting.role === 'system-admin';
/** Only the security administrator keeps accounts. */
export const mayManageAccounts = (ctx: DecideContext): boolean => ctx.actor.acting.role === 'security-admin';
export const notPermitted: Decision = { ok: false, failure: { code: 'not-permitted' } };
