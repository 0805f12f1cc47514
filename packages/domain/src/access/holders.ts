/** Who holds a role in an organ on a day, deputies included: those who may be told what waits for the role. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { AccountId, OrganId } from '../ids.ts';
import { isOpenOn } from '../office/account.ts';
import { delegatesOn, isHeldOn } from '../office/post-holder.ts';
import type { Role } from './roles.ts';
import { carriesOn, type Office } from './scope.ts';

/**
 * The open accounts that act in one of these roles on a day for the organ, or for the one that took its place, each once,
 * in the order of their ids.
 */
export function holdersOf(
  office: Office,
  organId: OrganId,
  roles: readonly Role[],
  day: CivilDate,
): readonly AccountId[] {
  const organ = carriesOn(office, organId, day);
  const found = new Set<AccountId>();
  for (const post of office.posts.values()) {
    const { taken } = post;
    if (taken === null || taken.organId !== organ || !roles.includes(taken.role) || !isHeldOn(post, day)) continue;
    for (const id of [taken.accountId, ...delegatesOn(post, day)]) {
      const account = office.accounts.get(id);
      if (account !== undefined && isOpenOn(account, day)) found.add(id);
    }
  }
  return [...found].sort();
}

/** Whether an account may be used on a day. */
export const isUsableOn = (office: Office, id: AccountId, day: CivilDate): boolean => {
  const account = office.accounts.get(id);
  return account !== undefined && isOpenOn(account, day);
};
