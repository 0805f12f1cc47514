/** Opening, renaming, suspending and restoring an account, and its password; each with its entry. */
import type { AccountId } from '@redress/domain/ids';
import { accountKind, zUsername } from '@redress/domain/office/account';
import { isHeldOn } from '@redress/domain/office/post-holder';
import { againstLeaving } from '@redress/domain/office/rules';
import { zAccountId, zCivilDate, zCommandId } from '@redress/domain/schema';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import {
  endSignIns,
  oneTimePassword,
  openSignIn,
  renameSignIn,
  resetSignIn,
  unlockSignIn,
} from '../../auth/administration.ts';
import { hashPassword } from '../../auth/passwords.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { actOnOffice } from './act.ts';
import { againstLeavingBehind, type LeftBehind, leftBehind, tellAsked, withHandOver } from './act-on-post.ts';

const dated = { occurredOn: zCivilDate };
const base = { commandId: zCommandId, id: zAccountId, expectedVersion: z.int().min(1).nullable() };
const name = z.string().trim().min(1).max(40);
const why = z.string().trim().min(1).max(400);
const zWhy = z.object({ ...dated, why });
export const zActOnAccount = z.discriminatedUnion('type', [
  z.object({ ...base, type: z.literal('open-account'), input: z.object({ ...dated, username: zUsername, name }) }),
  z.object({ ...base, type: z.literal('rename-account'), input: z.object({ ...dated, name }) }),
  z.object({
    ...base,
    type: z.literal('suspend-account'),
    input: z.object({ ...dated, why, handOverBy: zAccountId.nullable().default(null) }),
  }),
  z.object({ ...base, type: z.literal('restore-account'), input: zWhy }),
  z.object({ ...base, type: z.literal('reset-password'), input: zWhy }),
  z.object({ ...base, type: z.literal('unlock-account'), input: zWhy }),
  z.object({ ...base, type: z.literal('sign-out-everywhere'), input: zWhy }),
]);
type Act = z.output<typeof zActOnAccount>;

export interface AccountDone {
  readonly id: AccountId;
  /**
   * Made up for an account that was opened or whose password was reset: shown once, kept nowhere. null as well where the
   * act was known and its password has been changed since.
   */
  readonly password: string | null;
}

/**
 * What the act does in the tables of sign-in; whether the password it made up is now the account's. Sent again it does
 * nothing, but for a password that nobody has changed yet: the answer with it may have been lost.
 */
async function inSignIn(
  client: ClientBase,
  act: Act,
  username: string | null,
  hash: string | null,
  again: boolean,
): Promise<boolean> {
  if (act.type === 'open-account' && hash !== null) {
    const { username: opened, name: owner } = act.input;
    return openSignIn(client, { accountId: act.id, username: opened, name: owner, passwordHash: hash });
  }
  if (act.type === 'reset-password' && hash !== null) return resetSignIn(client, act.id, hash, again);
  if (again) return false;
  if (act.type === 'rename-account') await renameSignIn(client, act.id, act.input.name);
  else if (act.type === 'unlock-account' && username !== null) await unlockSignIn(client, username);
  else if (act.type === 'suspend-account' || act.type === 'sign-out-everywhere') await endSignIns(client, act.id);
  return false;
}

export async function actOnAccount(ctx: ActorContext, act: Act): Promise<AccountDone> {
  const { commandId, id, expectedVersion, type } = act;
  const password = type === 'open-account' || type === 'reset-password' ? oneTimePassword() : null;
  const hash = password === null ? null : await hashPassword(password);
  const stream = { id, kind: accountKind.kind, expectedVersion };
  const by = act.type === 'suspend-account' ? act.input.handOverBy : null;
  let left: LeftBehind = { cases: 0, assigners: [] };
  let username: string | null = null;
  let given = false;
  await actOnOffice(ctx, {
    commandId,
    against: async (office) => {
      username = office.accounts.get(id)?.username ?? null;
      if (act.type === 'open-account') {
        const taken = [...office.accounts.values()].some((a) => a.username === act.input.username && a.id !== id);
        const params = { username: act.input.username };
        return taken ? { code: 'username-taken', article: null, params } : null;
      }
      if (act.type !== 'suspend-account') return null;
      const day = act.input.occurredOn;
      const posts = [...office.posts.values()].filter((p) => p.taken?.accountId === id && isHeldOn(p, day));
      // A post that is yet to begin may be what others rely on.
      const toCome = [...office.posts.values()].filter((p) => p.taken?.accountId === id && p.taken.from > day);
      const last = againstLeaving(office, [...posts, ...toCome], day);
      if (last !== null) return last;
      left = await leftBehind(ctx, office, id, posts, day);
      return againstLeavingBehind(left, by);
    },
    steps: () => {
      const { handOverBy: _, ...input } = { handOverBy: null, ...act.input };
      return [{ ...stream, step: { type, input: withHandOver(input, left, by) } }];
    },
    also: async (client, again) => {
      given = await inSignIn(client, act, username, hash, again);
      await tellAsked(ctx, client, { commandId, from: id, by, left });
    },
  });
  ctx.services.forgetSessions?.(id);
  return { id, password: given ? password : null };
}
