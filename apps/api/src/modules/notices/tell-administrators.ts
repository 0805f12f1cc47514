/** Tells the system administrators of trouble with the system itself: each kind of it once a day. */

import { isUsableOn } from '@redress/domain/access/holders';
import type { AccountId } from '@redress/domain/ids';
import { isHeldOn } from '@redress/domain/office/post-holder';
import type { Services } from '../../trpc/context.ts';
import { tell } from './notices.ts';

export async function tellAdministrators(
  s: Pick<Services, 'db' | 'directory' | 'clock'>,
  error: string,
): Promise<number> {
  const office = await s.directory.current();
  const day = s.clock.today();
  const createdAt = s.clock.now();
  const accounts = new Set<AccountId>();
  for (const post of office.posts.values()) {
    if (post.taken?.role !== 'system-admin' || !isHeldOn(post, day)) continue;
    if (isUsableOn(office, post.taken.accountId, day)) accounts.add(post.taken.accountId);
  }
  return tell(
    s.db,
    [...accounts].map((accountId) => ({
      kind: 'backup-failed',
      params: { error },
      accountId,
      streamId: null,
      key: `backup|${error}|${day}`,
      createdAt,
    })),
  );
}
