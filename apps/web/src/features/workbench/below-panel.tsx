import { Panel } from '@redress/ui/panel';
import { useQuery } from '@tanstack/react-query';
import type { CaseListFilter } from '../../lib/case-search.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { FiguresTable } from './figures-table.tsx';

/** What the reviewing organs below have open: for a superior, which may order acceptance, take up, order resumption. */
export function BelowPanel() {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const { seesBelow } = useSession();
  const below = useQuery(trpc.workbench.below.queryOptions(undefined, { enabled: seesBelow }));
  const w = words.workbench.below;
  if (!seesBelow || below.data === undefined) return null;
  return (
    <Panel title={w.title}>
      {below.data.length === 0 ? (
        <p className="rd-muted">{w.none}</p>
      ) : (
        <FiguresTable
          title={w.title}
          of={w.organ}
          rows={below.data.map((row) => {
            const open: CaseListFilter = { whose: 'below', organ: row.organId, closed: false };
            const lit = (light: 'overdue' | 'near' | 'stopped') => ({ ...open, light });
            const filters = { open, overdue: lit('overdue'), near: lit('near'), stopped: lit('stopped') };
            return { ...row, key: row.organId, filters };
          })}
        />
      )}
    </Panel>
  );
}
