/** Every check of an application at once, in the order in which 30(1) names its conditions. */
import type { LawContext } from '../../ledger/kinds.ts';
import type { AcceptanceCondition } from '../codes.ts';
import type { ApplicationToCheck, OrgansToCheck } from './application.ts';
import { type Check, conditionOfCheck } from './check.ts';
import {
  checkInterest,
  checkParties,
  checkRepresentatives,
  checkRequest,
  checkScope,
  checkTimeLimit,
} from './conditions.ts';
import { checkJurisdiction } from './jurisdiction.ts';
import { checkFiledBefore, checkReconsiderationFirst, checkSimplified, checkSuit } from './remedies.ts';
import type { Likeness } from './similar.ts';

export interface KnownToChecks {
  readonly organs: OrgansToCheck;
  readonly law: LawContext;
  /** What was found like it among the organ's own cases. */
  readonly alike: readonly Likeness[];
}

export function checkApplication(application: ApplicationToCheck, known: KnownToChecks): readonly Check[] {
  const representatives = checkRepresentatives(application);
  return [
    checkParties(application, known.organs),
    checkInterest(application),
    checkRequest(application),
    checkTimeLimit(application, known.law),
    checkScope(application),
    checkJurisdiction(application, known.organs),
    checkFiledBefore(application, known.alike),
    checkSuit(application),
    checkReconsiderationFirst(application),
    checkSimplified(application),
    ...(representatives === null ? [] : [representatives]),
  ];
}

/** Whoever accepts all the same gives a reason for each of these. */
export const warningsOf = (checks: readonly Check[]): readonly Check[] => checks.filter((c) => c.state === 'warning');

/** What a refusal would name: the first condition the record speaks against; for a jurisdiction elsewhere, whose it is. */
export function refusalProposed(
  checks: readonly Check[],
): { readonly condition: AcceptanceCondition; readonly competentOrgan: string | null } | null {
  for (const c of warningsOf(checks)) {
    const condition = conditionOfCheck[c.check];
    if (condition === null) continue;
    const { organ } = c.params;
    return { condition, competentOrgan: condition === 'own-jurisdiction' && typeof organ === 'string' ? organ : null };
  }
  return null;
}
