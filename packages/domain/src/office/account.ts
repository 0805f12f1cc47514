/**
 * An account as its ledger tells it: whose it is and whether it may sign in. What its owner does with it (signing in,
 * changing the password) is no entry: it moves no date, no number and no right. What an administrator does to somebody
 * else's account is one, though no password ever stands in it. An official's name in office is public, as on every
 * document they sign.
 */
import { z } from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { AccountId } from '../ids.ts';
import { reviewingOnly } from '../ledger/audience.ts';
import { byLegalOrder } from '../ledger/correction.ts';
import type { Kind } from '../ledger/kinds.ts';
import { zAccountId, zCivilDate } from '../schema.ts';
import { correctionEntries, invalid, mayManageAccounts, notPermitted, officeEntry, refuse } from './common.ts';

export const zUsername = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9_.]{3,30}$/);
const zOpened = z.object({ username: zUsername, name: z.string().trim().min(1).max(40) });
/** Open cases may stay behind: how many, and who is to hand them over. Absent where none did. */
export const zHandOver = z.object({ cases: z.int().min(1), by: zAccountId });
const zWhy = z.object({ why: z.string().trim().min(1).max(400) });
const zSuspended = zWhy.extend({ handOver: zHandOver.optional() });

export const accountEntries = {
  'account-opened': zOpened,
  'account-renamed': z.object({ name: z.string().trim().min(1).max(40) }),
  /** From `occurredOn` on it signs in no more. */
  'account-suspended': zSuspended,
  'account-restored': zWhy,
  /** A new password that works once and must be changed; every sign-in ends. */
  'password-reset': zWhy,
  /** Too many wrong passwords had locked it. */
  'account-unlocked': zWhy,
  /** Every browser in which it was signed in was signed out. */
  'signed-out-everywhere': zWhy,
  ...correctionEntries,
} as const;

export interface Account {
  readonly id: AccountId;
  readonly version: number;
  readonly username: string | null;
  readonly name: string | null;
  readonly openedOn: CivilDate | null;
  /** Spans in which the account may not be used, `until` null while it lasts. */
  readonly suspended: readonly { readonly from: CivilDate; readonly until: CivilDate | null }[];
}

/** May the account be used on that day? */
export const isOpenOn = (account: Account, day: CivilDate): boolean =>
  account.openedOn !== null &&
  account.openedOn <= day &&
  !account.suspended.some((s) => s.from <= day && (s.until === null || day < s.until));

const dated = { occurredOn: zCivilDate };
const steps = {
  'open-account': zOpened.extend(dated),
  'rename-account': accountEntries['account-renamed'].extend(dated),
  'suspend-account': zSuspended.extend(dated),
  'restore-account': zWhy.extend(dated),
  'reset-password': zWhy.extend(dated),
  'unlock-account': zWhy.extend(dated),
  'sign-out-everywhere': zWhy.extend(dated),
} as const;
export type AccountStep = keyof typeof steps;
export const accountSteps = Object.keys(steps) as readonly AccountStep[];
const types = {
  'open-account': 'account-opened',
  'rename-account': 'account-renamed',
  'suspend-account': 'account-suspended',
  'restore-account': 'account-restored',
  'reset-password': 'password-reset',
  'unlock-account': 'account-unlocked',
  'sign-out-everywhere': 'signed-out-everywhere',
} as const satisfies Record<keyof typeof steps, keyof typeof accountEntries>;
const notOnOneself: ReadonlySet<string> = new Set(['suspend-account', 'reset-password', 'sign-out-everywhere']);
const isStep = (type: string): type is keyof typeof steps => Object.hasOwn(steps, type);

export const accountKind: Kind<Account> = {
  kind: 'account',
  projectionVersion: 1,
  entries: accountEntries,
  upcast: (_type, _version, payload) => payload,
  fold(streamId, entries) {
    let opened: { username: string; on: CivilDate } | null = null;
    let name: string | null = null;
    const suspended: { from: CivilDate; until: CivilDate | null }[] = [];
    for (const e of [...entries].sort(byLegalOrder)) {
      if (e.type === 'account-opened') {
        const payload = e.payload as z.infer<typeof zOpened>;
        opened = { username: payload.username, on: e.occurredOn };
        name = payload.name;
      } else if (e.type === 'account-renamed') name = (e.payload as { name: string }).name;
      else if (e.type === 'account-suspended') suspended.push({ from: e.occurredOn, until: null });
      else if (e.type === 'account-restored') {
        const last = suspended.at(-1);
        if (last !== undefined && last.until === null) suspended.splice(-1, 1, { ...last, until: e.occurredOn });
      }
    }
    const version = entries.reduce((max, e) => Math.max(max, e.seq), 0);
    return {
      id: streamId as string as AccountId,
      version,
      username: opened?.username ?? null,
      name,
      openedOn: opened?.on ?? null,
      suspended,
    };
  },
  decide(account, step, ctx) {
    if (!mayManageAccounts(ctx)) return notPermitted;
    if (!isStep(step.type)) return refuse('unknown-step', { step: step.type });
    const input = steps[step.type].safeParse(step.input);
    if (!input.success) return invalid(input.error);
    const { occurredOn, ...payload } = input.data;
    const isOpened = account.openedOn !== null;
    const isSuspended = account.suspended.at(-1)?.until === null;
    if (step.type === 'open-account' ? isOpened : !isOpened) return refuse(isOpened ? 'account-exists' : 'no-account');
    if (step.type === 'suspend-account' && isSuspended) return refuse('account-suspended');
    if (step.type === 'restore-account' && !isSuspended) return refuse('account-not-suspended');
    // Nobody shuts themselves out, and one's own password is changed by knowing the old one.
    if (notOnOneself.has(step.type) && account.id === ctx.actor.accountId) return refuse('own-account');
    if (occurredOn > ctx.today && step.type !== 'suspend-account') return refuse('day-in-future', { today: ctx.today });
    return { ok: true, entries: [officeEntry(types[step.type], occurredOn, payload)] };
  },
  facts: () => [],
  project: () => null,
  audience: {
    'account-opened': reviewingOnly,
    'account-renamed': reviewingOnly,
    'account-suspended': reviewingOnly,
    'account-restored': reviewingOnly,
    'password-reset': reviewingOnly,
    'account-unlocked': reviewingOnly,
    'signed-out-everywhere': reviewingOnly,
    replaced: reviewingOnly,
    annulled: reviewingOnly,
  },
};
