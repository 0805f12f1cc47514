/** Who is told that a limit of a lawsuit stands on a rung. */

import type { AccountId, OrganId } from '../ids.ts';
import { answeringUnit } from '../litigation/approvals.ts';
import type { Lawsuit } from '../litigation/case-types.ts';
import { isRight } from '../litigation/limits.ts';
import { departmentRoles, type Recipients } from './recipients.ts';
import type { RungCode } from './rungs.ts';
import { answering } from './suit-news.ts';

/** The organ of the suit whose limit it is, also by what it must perform; null for the court's and the parties'. */
function organOf(suit: Lawsuit, ruleId: string, subject: string): OrganId | null {
  const organ = suit.organs.find((o) => o.organId === subject);
  if (organ !== undefined) return organ.organId;
  if (ruleId !== 'litigation.perform') return null;
  return suit.obligations.find((o) => o.obligationId === subject)?.organId ?? null;
}

/**
 * An organ's own limit is told to those who answer for it, from the last working day on to their head, too; once overdue
 * to the office's handlers. A right that runs out, an appeal above all, is nobody's lateness: it is told while it can be
 * used, to the handlers as well, who are asked what to do; the rights that run beside the fifteen days of the answer are
 * told with the answer. Limits of the court and of the other side are told to nobody.
 */
export function toldOfSuitRung(
  suit: Lawsuit,
  clock: { readonly ruleId: string; readonly subject: string },
  rung: RungCode,
): readonly Recipients[] {
  const organId = organOf(suit, clock.ruleId, clock.subject);
  if (organId === null) return [];
  const handlers: Recipients = { is: 'accounts', accounts: suit.handlers as readonly AccountId[] };
  const unit = answeringUnit(suit, organId);
  const people = unit === suit.organId ? handlers : answering(suit, organId);
  if (isRight(clock) && !clock.ruleId.startsWith('litigation.appeal-')) return [];
  if (isRight(clock)) return rung === 'overdue' ? [] : unit === suit.organId ? [handlers] : [people, handlers];
  const isUrgent = rung === 'left-1' || rung === 'today' || rung === 'overdue';
  const heads: readonly Recipients[] =
    isUrgent && unit !== suit.organId ? [{ is: 'roles', organId: unit, roles: departmentRoles }] : [];
  const told = [people, ...heads];
  return rung === 'overdue' && unit !== suit.organId ? [...told, handlers] : told;
}
