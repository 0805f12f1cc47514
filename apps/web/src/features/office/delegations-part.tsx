import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { Panel } from '@redress/ui/panel';
import { useQuery } from '@tanstack/react-query';
import { failureOf } from '../../lib/failure.ts';
import { useWords } from '../../lib/language.tsx';
import { PostDelegations } from '../../lib/post-delegations.tsx';
import { usePermission } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';

/** Every delegation that runs or is to come; the system administrator may revoke one. */
export function DelegationsPart() {
  const trpc = useTRPC();
  const words = useWords();
  const labels = useLabels();
  const manages = usePermission('office.manage');
  const list = useQuery(trpc.office.delegations.queryOptions());
  return (
    <Panel>
      {list.isPending && <LoadingSkeleton label={words.loading} />}
      {list.isError && (
        <ErrorState
          title={words.office.failed}
          detail={labels.failure(failureOf(list.error))}
          retry={{ label: words.retry, onRetry: () => void list.refetch() }}
        />
      )}
      {list.data?.length === 0 && (
        <EmptyState title={words.office.delegations.empty} detail={words.office.delegations.emptyDetail} />
      )}
      {list.data?.map((post) => (
        <PostDelegations key={post.id} post={post} mayDelegate={false} mayRevoke={manages} showHolder />
      ))}
    </Panel>
  );
}
