/** What a person may do is what the post they act from may do: the entry names that post. */
import { describe, expect, it } from 'vitest';
import type { AccountId, OrganId, PostId } from '../ids.ts';
import { type Actor, type HeldPost, holdsRole } from './actor.ts';

const organId = 'organ-county' as OrganId;
const post = (role: HeldPost['role']): HeldPost => ({
  postId: `post-${role}` as PostId,
  organId,
  role,
  delegatedBy: null,
});
const handler = post('handler');
const head = post('organ-head');
const acting = (as: HeldPost): Actor => ({
  accountId: 'account-1' as AccountId,
  name: '某人',
  acting: as,
  posts: [handler, head],
  scope: [organId],
});

describe('the role of who holds two posts', () => {
  it('is that of the post acted from', () => {
    expect(holdsRole(acting(head), 'organ-head')).toBe(true);
    expect(holdsRole(acting(handler), 'organ-head')).toBe(false);
    expect(holdsRole(acting(handler), 'handler', 'section-head')).toBe(true);
    expect(holdsRole(acting(handler))).toBe(false);
  });
});
