/** Whom a notice is for: named people, or whoever holds a role in an organ on the day. */
import type { Role } from '../access/roles.ts';
import type { AccountId, OrganId } from '../ids.ts';
import type { Obligor } from '../law/vocabulary.ts';
import type { RungCode } from './rungs.ts';

export type Recipients =
  | { readonly is: 'accounts'; readonly accounts: readonly AccountId[] }
  | { readonly is: 'roles'; readonly organId: OrganId; readonly roles: readonly Role[] };

export const departmentRoles = ['department-liaison', 'department-head'] as const satisfies readonly Role[];
/** To whom an overdue limit of the office goes up, beside its handlers. */
export const escalationRoles = ['section-head', 'institution-head'] as const satisfies readonly Role[];

const ofOffice: ReadonlySet<Obligor> = new Set<Obligor>(['reconsideration-organ', 'reconsideration-institution']);
const ofRespondent: ReadonlySet<Obligor> = new Set<Obligor>(['respondent', 'addressed-organ']);

export interface DueClock {
  readonly ruleId: string;
  readonly obligor: Obligor;
  /** A party, an organ, or 'case'. */
  readonly subject: string;
  readonly organId: OrganId;
  readonly handlers: readonly AccountId[];
  /** The subject is an organ that was told of the case. */
  readonly subjectInformed: boolean;
}

/** Rights of the parties run out without anybody's being late. */
const isRight = (ruleId: string): boolean =>
  ruleId.startsWith('litigation.') || ruleId.startsWith('reconsideration.apply');

/**
 * Who is told that a limit stands on a rung. The office's own: its handlers, and once overdue the section head and the
 * head of the institution. A respondent's: its liaisons, from the last working day on its head, too, and once overdue the
 * handlers, whose case waits for it. Anybody else's: the handlers, once it is overdue, for then the next step is theirs.
 */
export function toldOfRung(clock: DueClock, rung: RungCode): readonly Recipients[] {
  const handlers: Recipients = { is: 'accounts', accounts: clock.handlers };
  if (isRight(clock.ruleId)) return [];
  if (ofOffice.has(clock.obligor)) {
    return rung === 'overdue'
      ? [handlers, { is: 'roles', organId: clock.organId, roles: escalationRoles }]
      : [handlers];
  }
  if (ofRespondent.has(clock.obligor) && clock.subjectInformed) {
    const organId = clock.subject as OrganId;
    const urgent = rung === 'left-1' || rung === 'today' || rung === 'overdue';
    const department: Recipients = {
      is: 'roles',
      organId,
      roles: urgent ? departmentRoles : ['department-liaison'],
    };
    return rung === 'overdue' ? [department, handlers] : [department];
  }
  return rung === 'overdue' ? [handlers] : [];
}
