import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { DataList } from '@redress/ui/data-list';
import { DefinitionList } from '@redress/ui/definition-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { FilterChips } from '@redress/ui/filter-chips';
import { Panel } from '@redress/ui/panel';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { failureOf } from '../../lib/failure.ts';
import { DayField } from '../../lib/fields.tsx';
import { instant, plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { PartProps } from './office-page.tsx';

type Row = Outputs['office']['record']['rows'][number];
const kinds = ['organ', 'post-holder', 'account', 'reference-list'] as const;

/** Everything done to the office, the latest first; and how signing in stands. */
export function RecordPart({ search, onSearch }: PartProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.office.record;
  const types: Readonly<Record<string, string>> = w.types;
  const list = useInfiniteQuery(
    trpc.office.record.infiniteQueryOptions(
      {
        ...(search.kind === undefined ? {} : { kind: search.kind }),
        ...(search.from === undefined ? {} : { from: search.from }),
        ...(search.to === undefined ? {} : { to: search.to }),
      },
      { getNextPageParam: (page) => page.nextCursor, initialCursor: null },
    ),
  );
  const signIns = useQuery(trpc.office.signIns.queryOptions());
  const rows = list.data?.pages.flatMap((page) => page.rows);
  /** The payload's own words: names, reasons, days. */
  const detail = (row: Row): string => {
    const said: string[] = [];
    for (const [field, value] of Object.entries(row.payload as Readonly<Record<string, unknown>>)) {
      if (typeof value !== 'string' || value === '') continue;
      if (row.names[value] !== undefined) said.push(row.names[value]);
      else if (field === 'role') said.push(labels.role(value));
      else if (/^(name|username|why|title|charge|zh|key|code|numberPrefix|until|shortName)$/.test(field))
        said.push(value);
    }
    return [...new Set(said)].filter((text) => !row.about.includes(text)).join(' · ');
  };
  return (
    <>
      {signIns.data !== undefined && (
        <Panel title={w.signIns}>
          <DefinitionList
            termWidth="18em"
            items={[
              { key: 'in', term: w.signedIn, value: String(signIns.data.signedIn) },
              { key: 'failing', term: w.failing, value: String(signIns.data.failing) },
              { key: 'locked', term: w.locked, value: String(signIns.data.locked) },
            ]}
          />
        </Panel>
      )}
      <Panel>
        <div className="rw-office-bar">
          <FilterChips
            label={w.kind}
            mode="single"
            options={kinds.map((value) => ({ value, label: w.kinds[value] }))}
            selected={search.kind === undefined ? [] : [search.kind]}
            onChange={([kind]) => onSearch({ kind: kinds.find((k) => k === kind) })}
          />
          <DayField
            label={w.from}
            value={(search.from ?? null) as CivilDate | null}
            onChange={(day) => onSearch({ from: day ?? undefined })}
          />
          <DayField
            label={w.to}
            value={(search.to ?? null) as CivilDate | null}
            onChange={(day) => onSearch({ to: day ?? undefined })}
          />
        </div>
        <DataList
          label={w.title}
          rows={rows}
          rowKey={(row) => `${row.streamId} ${row.seq}`}
          loadingLabel={words.loading}
          empty={<EmptyState title={w.empty} detail={w.emptyDetail} />}
          error={
            list.isError ? (
              <ErrorState
                title={words.office.failed}
                detail={labels.failure(failureOf(list.error))}
                retry={{ label: words.retry, onRetry: () => void list.refetch() }}
              />
            ) : undefined
          }
          summary={rows === undefined ? undefined : words.office.shown(rows.length)}
          more={
            list.hasNextPage
              ? {
                  label: words.office.more,
                  loadingLabel: words.office.moreLoading,
                  loading: list.isFetchingNextPage,
                  onMore: () => void list.fetchNextPage(),
                }
              : undefined
          }
          columns={[
            {
              key: 'what',
              title: w.what,
              primary: true,
              width: 'minmax(0, 2.4fr)',
              render: (row) => (
                <span className="rw-office-lines">
                  <span>
                    <span className="rd-strong">{types[row.type] ?? row.type}</span> {row.about}
                  </span>
                  <span className="rd-muted rd-small">{detail(row)}</span>
                </span>
              ),
            },
            {
              key: 'who',
              title: w.who,
              width: 'minmax(0, 1.2fr)',
              render: (row) => (
                <span className="rw-office-lines">
                  <span>{row.byName}</span>
                  <span className="rd-muted rd-small">{row.byTitle}</span>
                </span>
              ),
            },
            { key: 'when', title: w.when, width: '150px', render: (row) => instant(row.recordedAt, language) },
            {
              key: 'day',
              title: w.effective,
              width: '130px',
              render: (row) => plainDay(row.occurredOn as CivilDate, language),
            },
          ]}
        />
      </Panel>
    </>
  );
}
