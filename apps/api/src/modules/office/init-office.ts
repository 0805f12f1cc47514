/**
 * An office begins: its organs, three administrators, and nothing else. One transaction: whole, or not at all. The
 * command line and the first-start page both come here.
 */
import { randomUUID } from 'node:crypto';
import type { Actor } from '@redress/domain/access/actor';
import type { Role } from '@redress/domain/access/roles';
import { RedressError } from '@redress/domain/errors';
import type { AccountId, CommandId, OrganId, PostId, StreamId } from '@redress/domain/ids';
import type { LawContext } from '@redress/domain/ledger/kinds';
import { type Administrator, administrators, type InitPlan } from '@redress/domain/office/init-plan';
import { oneTimePassword, openSignIn } from '../../auth/administration.ts';
import { hashPassword } from '../../auth/passwords.ts';
import { isEmptyFor } from '../../case-store/beginnings.ts';
import type { StepCommand } from '../../case-store/execute.ts';
import { executeTogether } from '../../case-store/execute-together.ts';
import type { Kinds } from '../../case-store/kinds.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/database.ts';

export interface InitDeps {
  readonly db: Database;
  readonly kinds: Kinds;
  readonly law: LawContext;
  readonly clock: Clock;
}

export interface FirstAdministrator {
  readonly which: Administrator;
  readonly username: string;
  readonly name: string;
  /** Made up here, said once; null where one was given. */
  readonly password: string | null;
}

export interface InitDone {
  readonly organs: number;
  readonly administrators: readonly FirstAdministrator[];
}

export const officeBegunFailure = () =>
  new RedressError({ code: 'already-exists', reason: { code: 'office-begun', article: null, params: {} } });

const posts = {
  system: { role: 'system-admin', title: '系统管理员' },
  security: { role: 'security-admin', title: '安全管理员' },
  auditor: { role: 'auditor', title: '审计员' },
} as const satisfies Record<Administrator, { role: Role; title: string }>;

/** @throws RedressError `already-exists` where the database holds anything: an office is never made over another. */
export async function initOffice(o: InitDeps, plan: InitPlan): Promise<InitDone> {
  const today = o.clock.today();
  const organIds = new Map(plan.organs.map(({ code }) => [code, `organ-${randomUUID()}` as OrganId]));
  const idOf = (code: string): OrganId => {
    const id = organIds.get(code);
    if (id === undefined) throw new Error('the plan names an organ that it does not hold');
    return id;
  };
  const organId = idOf(plan.reviewingCode);
  const people = await Promise.all(
    administrators.map(async (which) => {
      const { username, name, password: given } = plan.administrators[which];
      const password = given ?? oneTimePassword();
      const accountId = `account-${randomUUID()}` as AccountId;
      const postId = `post-${randomUUID()}` as PostId;
      const acting = { postId, organId, role: posts[which].role, delegatedBy: null };
      const actor: Actor = { accountId, name, acting, posts: [acting], scope: [] };
      return {
        which,
        username,
        name,
        given,
        password,
        passwordHash: await hashPassword(password),
        accountId,
        postId,
        actor,
      };
    }),
  );
  const actorOf = (which: Administrator): Actor => {
    const person = people.find((p) => p.which === which);
    if (person === undefined) throw new Error(`nobody is ${which}`);
    return person.actor;
  };
  const command = (by: Administrator, id: string, kind: string, type: string, input: object): StepCommand => ({
    streams: [{ id: id as StreamId, kind, expectedVersion: null }],
    step: { type, input: { ...input, occurredOn: today } },
    commandId: `init-${id}` as CommandId,
    actor: actorOf(by),
    clock: o.clock.now,
    law: o.law,
    kinds: o.kinds,
  });
  await executeTogether(o.db, {
    account: 'init',
    lock: 'office-init',
    clock: o.clock.now,
    prepare: async (_isKnown, client) => {
      if (!(await isEmptyFor(client))) throw officeBegunFailure();
      return [
        ...plan.organs.map(({ parentCode, ...particulars }) =>
          command('system', idOf(particulars.code), 'organ', 'establish-organ', {
            ...particulars,
            parentId: parentCode === null ? null : idOf(parentCode),
          }),
        ),
        ...people.map((p) =>
          command('security', p.accountId, 'account', 'open-account', { username: p.username, name: p.name }),
        ),
        ...people.map(({ postId, accountId, which }) =>
          command('system', postId, 'post-holder', 'take-post', { accountId, organId, ...posts[which] }),
        ),
      ];
    },
    also: async (client) => {
      for (const person of people) await openSignIn(client, person);
    },
  });
  return {
    organs: plan.organs.length,
    administrators: people.map(({ which, username, name, given, password }) => ({
      which,
      username,
      name,
      password: given === null ? password : null,
    })),
  };
}
