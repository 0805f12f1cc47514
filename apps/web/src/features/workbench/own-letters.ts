import { useQuery } from '@tanstack/react-query';
import { usePermission } from '../../lib/session.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';

export type Letter = Outputs['proceedings']['letters'][number];

export interface OwnLetters {
  /** False until the letters are known, where there may be any. */
  readonly known: boolean;
  readonly all: readonly Letter[];
  /** Those of cases that are on no list of the organ's: no number of the workbench counts them. */
  readonly alone: readonly Letter[];
}

/** Opinion letters to one's own organ; none for who answers none. */
export function useOwnLetters(): OwnLetters {
  const trpc = useTRPC();
  const permitted = usePermission('reply.file');
  const letters = useQuery(trpc.proceedings.letters.queryOptions(undefined, { enabled: permitted }));
  const all = letters.data ?? [];
  return { known: !permitted || letters.data !== undefined, all, alone: all.filter((letter) => letter.alone) };
}
