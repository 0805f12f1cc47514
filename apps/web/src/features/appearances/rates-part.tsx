import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { Panel } from '@redress/ui/panel';
import { ProgressBar } from '@redress/ui/progress-bar';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { failureOf } from '../../lib/failure.ts';
import { DayField } from '../../lib/fields.tsx';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { periodOf, periods } from './appearance-periods.ts';
import type { Rate, RateGroup, RatesView } from './appearance-types.ts';
import type { PartProps } from './appearances-search.ts';
import { RateListDrawer } from './rate-list.tsx';

/** 83.3%; null where nothing is counted. */
export const percent = ({ numerator, denominator }: Pick<Rate, 'numerator' | 'denominator'>): string | null =>
  denominator === 0 ? null : `${((numerator / denominator) * 100).toFixed(1)}%`;

/** The three rates side by side, each with its definition; every number opens the list behind it. */
export function RatesPart({ search, onSearch }: PartProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const { today } = useSession();
  const w = words.appearances.rates;
  const key = search.period ?? 'year';
  const period = periodOf(key, today, {
    ...(search.from === undefined ? {} : { from: search.from as CivilDate }),
    ...(search.to === undefined ? {} : { to: search.to as CivilDate }),
  });
  const by = search.by ?? 'organ';
  const query = useQuery(trpc.appearances.rates.queryOptions({ ...period, by }, { placeholderData: keepPreviousData }));
  const open = (rate: Rate, count: 'numerator' | 'denominator' | 'missing', group: RateGroup | null) =>
    onSearch({ rate: rate.kind, count, group: group?.key });
  return (
    <>
      <Panel>
        <div className="rw-court-bar">
          <fieldset className="rw-days">
            <legend className="rd-sr">{w.period}</legend>
            {periods.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={key === one}
                onClick={() => onSearch({ period: one === 'year' ? undefined : one, from: undefined, to: undefined })}
              >
                {w.periods[one]}
              </button>
            ))}
          </fieldset>
          <span className="rd-muted">
            {words.appearances.calendar.period(plainDay(period.from, language), plainDay(period.to, language))}
          </span>
          {key === 'own' && (
            <div className="rw-court-filters">
              <DayField
                label={words.appearances.filters.from}
                value={search.from ?? period.from}
                onChange={(from) => onSearch({ from: from ?? undefined })}
              />
              <DayField
                label={words.appearances.filters.to}
                value={search.to ?? period.to}
                onChange={(to) => onSearch({ to: to ?? undefined })}
              />
            </div>
          )}
        </div>
        {query.isError ? (
          <ErrorState
            title={words.appearances.failed}
            detail={labels.failure(failureOf(query.error))}
            retry={{ label: words.retry, onRetry: () => void query.refetch() }}
          />
        ) : query.data === undefined ? (
          <LoadingSkeleton label={words.loading} rows={4} />
        ) : (
          <div className="rw-rates">
            {query.data.all.map((rate) => (
              <RateCard key={rate.kind} rate={rate} onOpen={(count) => open(rate, count, null)} />
            ))}
          </div>
        )}
        <p className="rd-muted rd-small">{w.why}</p>
      </Panel>
      {query.data !== undefined && (
        <Panel
          title={w.table}
          extra={
            <fieldset className="rw-days">
              <legend className="rd-sr">{w.by}</legend>
              {(['organ', 'leader'] as const).map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-pressed={by === one}
                  onClick={() => onSearch({ by: one === 'leader' ? 'leader' : undefined, group: undefined })}
                >
                  {w.bys[one]}
                </button>
              ))}
            </fieldset>
          }
        >
          <RateTable view={query.data} onOpen={open} />
        </Panel>
      )}
      <RateListDrawer
        search={search}
        period={period}
        by={by}
        groupName={query.data?.groups.find((group) => group.key === search.group)?.name ?? null}
        onClose={() => onSearch({ rate: undefined, count: undefined, group: undefined })}
      />
    </>
  );
}

function RateCard({ rate, onOpen }: { rate: Rate; onOpen: (count: 'numerator' | 'denominator' | 'missing') => void }) {
  const { words } = useLanguage();
  const w = words.appearances.rates;
  const said = percent(rate);
  return (
    <section className="rw-rate" aria-label={w.kinds[rate.kind]}>
      <h2>{w.kinds[rate.kind]}</h2>
      <p className="rw-rate-figure">{said ?? '—'}</p>
      {rate.denominator > 0 ? (
        <ProgressBar
          label={w.kinds[rate.kind]}
          value={rate.numerator}
          max={rate.denominator}
          text={w.of(w.unitsOf[rate.kind](rate.numerator), w.unitsOf[rate.kind](rate.denominator))}
        />
      ) : (
        <p className="rd-muted">{w.noRate}</p>
      )}
      <p className="rw-rate-parts">
        {(rate.denominator === 0 ? [] : (['numerator', 'denominator', 'missing'] as const)).map((part) => {
          const n =
            part === 'numerator'
              ? rate.numerator
              : part === 'denominator'
                ? rate.denominator
                : rate.denominator - rate.numerator;
          return (
            <button
              key={part}
              type="button"
              className="rd-btn rw-small"
              aria-label={w.openList(w.kinds[rate.kind], `${w[part]} ${w.unitsOf[rate.kind](n)}`)}
              onClick={() => onOpen(part)}
            >
              {w[part]} {w.unitsOf[rate.kind](n)}
            </button>
          );
        })}
      </p>
      <p className="rd-small rd-muted">{w.definitions[rate.kind]}</p>
    </section>
  );
}

interface RateTableProps {
  view: RatesView;
  onOpen: (rate: Rate, count: 'numerator' | 'denominator', group: RateGroup | null) => void;
}

/** One line for each organ or leader, the sum first; every number opens its list. */
function RateTable({ view, onOpen }: RateTableProps) {
  const { words } = useLanguage();
  const w = words.appearances.rates;
  if (view.groups.length === 0) return <EmptyState title={w.listEmpty} />;
  const lines: readonly {
    readonly key: string;
    readonly name: string;
    readonly note: string;
    readonly rates: readonly Rate[];
    readonly group: RateGroup | null;
  }[] = [
    { key: '', name: w.all, note: '', rates: view.all, group: null },
    ...view.groups.map((group) => ({
      key: group.key,
      name: group.name,
      note: view.by === 'leader' ? group.organName : '',
      rates: group.rates,
      group,
    })),
  ];
  return (
    <div className="rw-rate-table">
      <table aria-label={w.table}>
        <thead>
          <tr>
            <th scope="col">{w.subject[view.by]}</th>
            {view.all.map((rate) => (
              <th key={rate.kind} scope="col" data-align="end">
                {w.kinds[rate.kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key} data-sum={line.group === null ? '' : undefined}>
              <th scope="row">
                {line.name} {line.note !== '' && <span className="rd-muted rd-small">{line.note}</span>}
              </th>
              {line.rates.map((rate) => (
                <td key={rate.kind} data-align="end">
                  {rate.denominator === 0 ? (
                    <span className="rd-muted">—</span>
                  ) : (
                    <>
                      <b>{percent(rate)}</b>
                      <span className="rw-rate-of">
                        {(['numerator', 'denominator'] as const).map((part) => (
                          <span key={part}>
                            {part === 'denominator' && ' / '}
                            <button
                              type="button"
                              className="rw-link"
                              aria-label={`${line.name} ${w.openList(w.kinds[rate.kind], `${w[part]} ${rate[part]}`)}`}
                              onClick={() => onOpen(rate, part, line.group)}
                            >
                              {rate[part]}
                            </button>
                          </span>
                        ))}
                      </span>
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
