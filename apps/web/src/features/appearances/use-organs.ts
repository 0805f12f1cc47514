import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../lib/trpc.ts';

/** The organs there are, as choices. */
export function useOrganChoices(): readonly { readonly value: string; readonly label: string }[] {
  const trpc = useTRPC();
  const organs = useQuery(trpc.office.organs.queryOptions(undefined, { staleTime: 600_000 }));
  return (organs.data ?? []).map((organ) => ({ value: organ.id, label: organ.name }));
}
