import { Chip } from '@redress/ui/chip';
import { Panel } from '@redress/ui/panel';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDebounced } from '../../lib/debounced.ts';
import { useWords } from '../../lib/language.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { chosenOrgans, type SummonsDraft } from './summons-draft.ts';

/** What the form says that another proceeding of the office may share. */
const described = (draft: SummonsDraft) => ({
  actNumber: draft.act.number.trim().slice(0, 80),
  actName: draft.act.name.trim().slice(0, 120),
  actContent: draft.act.content.trim().slice(0, 400),
  plaintiffs: draft.plaintiffs
    .map(({ person }) => person.name.trim().slice(0, 80))
    .filter((name) => name !== '')
    .slice(0, 40),
  organs: chosenOrgans(draft).map((organ) => organ.organId),
});

/** Proceedings that may be the same dispute; a reconsideration among them is taken over with one press. */
export function AlikeBeside({ draft, onTake }: { draft: SummonsDraft; onTake: (reconsiderationId: string) => void }) {
  const trpc = useTRPC();
  const words = useWords();
  const w = words.suits.beside;
  const asked = useDebounced(JSON.stringify(described(draft)), 500);
  const input = JSON.parse(asked) as ReturnType<typeof described>;
  const found = useQuery(
    trpc.lawsuits.similar.queryOptions(input as Parameters<typeof trpc.lawsuits.similar.queryOptions>[0], {
      enabled: input.actNumber !== '' || input.actName !== '' || input.plaintiffs.length > 0,
      placeholderData: keepPreviousData,
      staleTime: 30_000,
    }),
  );
  const rows = (found.data ?? []).filter((row) => row.id !== draft.origin?.id);
  return (
    <Panel title={w.alike}>
      {rows.length === 0 ? (
        <p className="rd-muted">{w.alikeNone}</p>
      ) : (
        <>
          <p className="rd-muted rd-small">{w.alikeLead}</p>
          <ul className="rw-summons-list">
            {rows.map((row) => (
              <li key={row.id} className="rw-alike">
                {row.kind === 'litigation' ? (
                  <Link to="/lawsuits/$id" params={{ id: row.id }}>
                    {row.number ?? words.list.unnumbered}
                  </Link>
                ) : (
                  <Link to="/cases/$id" params={{ id: row.id }}>
                    {row.number ?? words.list.unnumbered}
                  </Link>
                )}{' '}
                {row.title}
                <span className="rw-summons-line rd-small">
                  <Chip>{w.kinds[row.kind]}</Chip>{' '}
                  <span className="rd-muted">{row.why.map((why) => w.alikeWhy[why]).join(words.listSeparator)}</span>
                  {row.kind === 'reconsideration' && (
                    <button type="button" className="rd-btn rw-small" data-look="plain" onClick={() => onTake(row.id)}>
                      {w.alikeTake}
                      <span className="rd-sr"> {row.number ?? row.title}</span>
                    </button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
