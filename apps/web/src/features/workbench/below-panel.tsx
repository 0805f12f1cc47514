import type { OrganId } from '@redress/domain/ids';
import { Panel } from '@redress/ui/panel';
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { FiguresTable, SuitFiguresTable } from './figures-table.tsx';

/** What the reviewing organs below have open: for a superior, which may order acceptance, take up, order resumption. */
export function BelowPanel() {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const { seesBelow } = useSession();
  const below = useQuery(trpc.workbench.below.queryOptions(undefined, { enabled: seesBelow }));
  const w = words.workbench.below;
  if (!seesBelow || below.data === undefined) return null;
  const cases = below.data.filter(({ open }) => open > 0);
  const suits = below.data.filter(({ suits }) => suits.open > 0);
  return (
    <Panel title={w.title}>
      {cases.length === 0 && suits.length === 0 && <p className="rd-muted">{w.none}</p>}
      {cases.length > 0 && (
        <FiguresTable
          title={w.cases}
          of={w.casesOf}
          rows={cases.map((row) => ({ ...row, key: row.organId, filters: filtersOf(row.organId) }))}
        />
      )}
      {suits.length > 0 && (
        <SuitFiguresTable
          title={w.suits}
          of={w.suitsOf}
          rows={suits.map((row) => ({
            ...{ key: row.organId, name: row.name, filters: filtersOf(row.organId) },
            ...row.suits,
          }))}
        />
      )}
    </Panel>
  );
}

/** The lists behind one organ's figures: they are narrowed alike for cases and for lawsuits. */
function filtersOf(organ: OrganId) {
  const open = { whose: 'below' as const, organ, closed: false };
  const lit = <L extends 'overdue' | 'near' | 'stopped'>(light: L) => ({ ...open, light });
  return { open, overdue: lit('overdue'), near: lit('near'), stopped: lit('stopped') };
}
