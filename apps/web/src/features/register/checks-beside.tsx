import type { OrganId } from '@redress/domain/ids';
import type { ApplicationToCheck } from '@redress/domain/reconsideration/checks/application';
import { Panel } from '@redress/ui/panel';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { AlikeCases, CheckedSummary, Checks } from '../../lib/checks.tsx';
import { useDebounced } from '../../lib/debounced.ts';
import { useWords } from '../../lib/language.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { applicationToCheck, type RegisterDraft } from './register-draft.ts';

const settle = 450;

/** The answer to what was typed up to a moment ago; what is typed meanwhile is asked about next. */
export function useChecks(draft: RegisterDraft, organId: OrganId | undefined) {
  const trpc = useTRPC();
  // Compared by what it says: the form is a new one with every key.
  const said = JSON.stringify(organId === undefined ? null : applicationToCheck(draft, organId));
  const settled = useDebounced(said, settle);
  const asked = JSON.parse(settled) as ApplicationToCheck | null;
  const query = useQuery(
    trpc.intake.check.queryOptions(asked ?? ({} as ApplicationToCheck), {
      enabled: asked !== null,
      placeholderData: keepPreviousData,
      staleTime: 30_000,
    }),
  );
  return { query, busy: query.isFetching || said !== settled };
}

export type AskedChecks = ReturnType<typeof useChecks>;

/** What the record shows before acceptance, and which cases it is like, as somebody types. */
export function ChecksBeside({ asked: { query, busy } }: { asked: AskedChecks }) {
  const w = useWords().intake.checks;
  return (
    <>
      <Panel title={w.title} extra={query.data === undefined ? undefined : <CheckedSummary checked={query.data} />}>
        {query.data === undefined ? (
          <p className="rd-muted">{query.isError ? w.failed : w.waiting}</p>
        ) : (
          <Checks checked={query.data} busy={busy} />
        )}
      </Panel>
      <Panel title={w.alikeTitle}>
        {query.data === undefined ? <p className="rd-muted">{w.waiting}</p> : <AlikeCases alike={query.data.alike} />}
      </Panel>
    </>
  );
}
