import { importWords } from '@redress/domain/labels/import-words';
import { DefinitionList } from '@redress/ui/definition-list';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { Explained } from '../../lib/explained.tsx';
import { failureOf } from '../../lib/failure.ts';
import { fullDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { Found } from './row-results.tsx';

interface RowDrawerProps {
  id: string;
  n: number;
  onClose: () => void;
}

/** One row whole: what was found, why its limit ends on that day, the register's own words and the steps they become. */
export function RowDrawer({ id, n, onClose }: RowDrawerProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.imports;
  const row = useQuery(trpc.imports.row.queryOptions({ id, n }));
  const fields = importWords(language).fields;
  return (
    <Drawer open onClose={onClose} size={720} title={w.result.rowTitle(n)} closable={{ 'aria-label': words.close }}>
      {row.isPending && <LoadingSkeleton label={words.loading} />}
      {row.isError && (
        <ErrorState
          title={w.result.readFailed}
          detail={labels.failure(failureOf(row.error))}
          retry={{ label: words.retry, onRetry: () => void row.refetch() }}
        />
      )}
      {row.data !== undefined && (
        <div className="rw-import-detail">
          <Found row={row.data} />
          {row.data.limit !== null && row.data.limit.computation.due !== null && (
            <section>
              <h3>
                {labels.ruleAct(row.data.limit.computation.ruleId)} {fullDay(row.data.limit.computation.due, language)}
                {words.separator}
                {w.detail.why}
              </h3>
              <Explained
                name={labels.rule(row.data.limit.computation.ruleId)}
                computation={row.data.limit.computation}
                grid={row.data.limit.grid}
              />
            </section>
          )}
          {row.data.steps.length > 0 && (
            <section>
              <h3>{w.detail.steps}</h3>
              <ol className="rw-import-steps">
                {row.data.steps.map((step, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a row keep their order
                  <li key={i}>
                    {fullDay(step.day as Parameters<typeof fullDay>[0], language)} {labels.step(step.type)}
                  </li>
                ))}
              </ol>
            </section>
          )}
          <section>
            <h3>{w.detail.cells}</h3>
            {row.data.cells.length === 0 ? (
              <p className="rd-muted">{w.detail.gone}</p>
            ) : (
              <DefinitionList
                items={row.data.cells.map((cell) => ({
                  key: cell.column,
                  term: `${cell.column} ${cell.header}`,
                  value: (
                    <>
                      {cell.value === '' ? words.none : cell.value}
                      {cell.field !== null && <span className="rd-muted"> → {fields[cell.field]}</span>}
                    </>
                  ),
                }))}
              />
            )}
          </section>
        </div>
      )}
    </Drawer>
  );
}
