import type { OrganId } from '@redress/domain/ids';
import { useQuery } from '@tanstack/react-query';
import { SelectField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import type { PartProps } from './appearances-search.ts';

interface LeaderFilterProps extends PartProps {
  /** Who else is there to choose, by account: the leaders of other organs that are on screen. */
  also?: ReadonlyMap<string, string>;
}

/** One leader of the organ that is chosen; of one's own where none is, busy or not. */
export function LeaderFilter({ search, onSearch, also }: LeaderFilterProps) {
  const trpc = useTRPC();
  const words = useWords();
  const session = useSession();
  const acting = session.posts.find((post) => post.postId === session.acting);
  const organId = (search.organ ?? acting?.organId) as OrganId | undefined;
  const leaders = useQuery(
    trpc.appearances.leaders.queryOptions(
      { organId: organId as OrganId, on: session.today },
      { enabled: organId !== undefined, staleTime: 60_000 },
    ),
  );
  const named = new Map(also);
  for (const { leader } of leaders.data ?? []) {
    if (leader.accountId !== null) named.set(leader.accountId, `${leader.name} ${leader.title}`);
  }
  const options = [...named].map(([value, label]) => ({ value, label }));
  return (
    <SelectField
      label={words.appearances.filters.leader}
      value={options.some((option) => option.value === search.leader) ? (search.leader ?? null) : null}
      options={options}
      onChange={(leader) => onSearch({ leader: leader ?? undefined })}
    />
  );
}
