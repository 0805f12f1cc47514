/** Names of organs, accounts and posts on a day, from the office's ledgers. */
import type { Office } from '@redress/domain/access/scope';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, OrganId, PostId } from '@redress/domain/ids';
import { isOpenOn } from '@redress/domain/office/account';
import { existsOn, type OrganKind, type OrganLevel, organOn } from '@redress/domain/office/organ';
import { isHeldOn } from '@redress/domain/office/post-holder';

/** The organ's name on a day; its id where it is not on record. */
export const organName = (office: Office, id: OrganId, day: CivilDate): string => {
  const organ = office.organs.get(id);
  return (organ && (organOn(organ, day) ?? organ.particulars[0])?.name) ?? id;
};

export const accountName = (office: Office, id: AccountId): string => office.accounts.get(id)?.name ?? id;

export const postTitle = (office: Office, id: PostId): string => office.posts.get(id)?.taken?.title ?? '';

export interface OrganRow {
  readonly id: OrganId;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: OrganLevel;
  readonly kind: OrganKind;
  readonly parentId: OrganId | null;
  /** It reviews: its institution's name. */
  readonly institution: string | null;
}

/** The organs that exist on a day, in the order of their codes. */
export function organsOn(office: Office, day: CivilDate): OrganRow[] {
  return [...office.organs.values()]
    .flatMap((organ) => {
      const p = organOn(organ, day);
      if (p === null || !existsOn(organ, day)) return [];
      const { code, name, shortName, level, kind, parentId, institution } = p;
      return [{ id: organ.id, code, name, shortName, level, kind, parentId, institution }];
    })
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

const casework: ReadonlySet<string> = new Set(['handler', 'section-head']);

export interface HandlerRow {
  readonly accountId: AccountId;
  readonly name: string;
}

/** Those who may be given an organ's cases on a day. */
export function handlersOf(office: Office, organId: OrganId, day: CivilDate): HandlerRow[] {
  const found = new Map<AccountId, string>();
  for (const post of office.posts.values()) {
    const { taken } = post;
    if (taken === null || taken.organId !== organId || !casework.has(taken.role) || !isHeldOn(post, day)) continue;
    const account = office.accounts.get(taken.accountId);
    if (account !== undefined && isOpenOn(account, day)) found.set(account.id, account.name ?? account.id);
  }
  return [...found]
    .map(([accountId, name]) => ({ accountId, name }))
    .sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
}
