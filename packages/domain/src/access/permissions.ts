/**
 * What each role may ask for, as one table. Every procedure of the API declares the permission it needs;
 * which case, and whether the step is lawful for this actor, is decided after it (scope, audience, `decide`).
 */
import type { Actor } from './actor.ts';
import type { Role } from './roles.ts';

export const permissions = [
  'cases.read',
  'cases.register',
  'cases.act',
  'cases.import',
  'approvals.read',
  'approvals.act',
  'reply.file',
  'files.read',
  'files.add',
  'statistics.read',
  'office.manage',
  'backup.manage',
  'accounts.manage',
  'audit.read',
] as const;
export type Permission = (typeof permissions)[number];

const casework = ['cases.read', 'cases.act', 'files.read', 'files.add', 'statistics.read'] as const;
const respondent = ['cases.read', 'reply.file', 'files.read', 'files.add'] as const;

/** The three administrators are separate people, and none of them sees a case. */
const table = {
  handler: [...casework, 'cases.register'],
  'section-head': [...casework, 'cases.register', 'cases.import', 'approvals.read', 'approvals.act'],
  'institution-head': [...casework, 'cases.register', 'cases.import', 'approvals.read', 'approvals.act'],
  'organ-head': [...casework, 'approvals.read', 'approvals.act'],
  'department-liaison': respondent,
  // Signs the answers of their department to a court, and so has a list of what waits for it.
  'department-head': [...respondent, 'approvals.read'],
  // A deputy head or another leader: sees the cases of their own organ, confirms when they appear in court.
  leader: ['cases.read', 'reply.file', 'files.read'],
  statistician: ['statistics.read'],
  'system-admin': ['office.manage', 'backup.manage'],
  'security-admin': ['accounts.manage'],
  auditor: ['audit.read'],
} as const satisfies Record<Role, readonly Permission[]>;

export const permissionsOf = (role: Role): readonly Permission[] => table[role];

/** May the actor ask for this, from the post they act from? */
export const may = (actor: Pick<Actor, 'acting'>, permission: Permission): boolean =>
  permissionsOf(actor.acting.role).includes(permission);
