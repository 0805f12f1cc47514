import { Panel } from '@redress/ui/panel';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../lib/language.tsx';
import { PostDelegations } from '../../lib/post-delegations.tsx';
import { useTRPC } from '../../lib/trpc.ts';

/** One's own posts, and lending them for the days one is away. */
export function OwnPosts() {
  const trpc = useTRPC();
  const words = useWords();
  const w = words.office.delegations;
  const posts = useQuery(trpc.office.ownPosts.queryOptions());
  if (posts.data === undefined || posts.data.length === 0) return null;
  return (
    <Panel title={w.mine}>
      <p className="rd-muted">{w.mineLead}</p>
      {posts.data.map((post) => (
        <PostDelegations key={post.id} post={post} mayDelegate mayRevoke />
      ))}
    </Panel>
  );
}
