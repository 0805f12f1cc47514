import type { Role } from '@redress/domain/access/roles';
import type { WaitedFor } from '@redress/domain/reconsideration/codes';

/** As whom a role is waited for. */
export const waitedForAs: Partial<Record<Role, WaitedFor>> = {
  handler: 'institution',
  'section-head': 'section-head',
  'institution-head': 'institution-head',
  'organ-head': 'organ-head',
  'department-liaison': 'respondent',
  'department-head': 'respondent',
};

/** While a proposal is open the case waits for one of these. */
export const approverRoles = ['section-head', 'institution-head', 'organ-head'] as const satisfies readonly WaitedFor[];
