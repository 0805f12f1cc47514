/** Who may ask for what, by hand: every role × every permission. */
import { describe, expect, it } from 'vitest';
import type { OrganId, PostId } from '../ids.ts';
import { may, type Permission, permissions } from './permissions.ts';
import { type Role, roles } from './roles.ts';

const expected: Record<Role, readonly Permission[]> = {
  handler: ['cases.read', 'cases.register', 'cases.act', 'files.read', 'files.add', 'statistics.read'],
  'section-head': [
    'cases.read',
    'cases.register',
    'cases.import',
    'cases.act',
    'approvals.read',
    'approvals.act',
    'files.read',
    'files.add',
    'statistics.read',
  ],
  'institution-head': [
    'cases.read',
    'cases.register',
    'cases.import',
    'cases.act',
    'approvals.read',
    'approvals.act',
    'files.read',
    'files.add',
    'statistics.read',
  ],
  'organ-head': [
    'cases.read',
    'cases.act',
    'approvals.read',
    'approvals.act',
    'files.read',
    'files.add',
    'statistics.read',
  ],
  'department-liaison': ['cases.read', 'reply.file', 'files.read', 'files.add'],
  'department-head': ['cases.read', 'reply.file', 'approvals.read', 'files.read', 'files.add'],
  leader: ['cases.read', 'reply.file', 'files.read'],
  statistician: ['statistics.read'],
  'system-admin': ['office.manage', 'backup.manage'],
  'security-admin': ['accounts.manage'],
  auditor: ['audit.read'],
};

const acting = (role: Role) => ({
  acting: { postId: 'post' as PostId, organId: 'organ' as OrganId, role, delegatedBy: null },
});

describe('permissions', () => {
  it.each(roles)('%s', (role) => {
    expect(permissions.filter((p) => may(acting(role), p)).sort()).toEqual([...expected[role]].sort());
  });

  it('the three administrators are separate, and none of them sees a case', () => {
    const administrators = ['system-admin', 'security-admin', 'auditor'] as const;
    for (const role of administrators) {
      expect(may(acting(role), 'cases.read')).toBe(false);
      expect(may(acting(role), 'files.read')).toBe(false);
      for (const other of administrators.filter((r) => r !== role)) {
        expect(expected[role].some((p) => expected[other].includes(p))).toBe(false);
      }
    }
  });
});
