import type { StreamId } from '@redress/domain/ids';
import { type BriefColumn, BriefTable } from '@redress/ui/brief-table';
import { Panel } from '@redress/ui/panel';
import { dayInList } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useLabels } from '../../lib/use-labels.ts';
import { CaseLink, ListLink } from './case-link.tsx';
import type { Workbench } from './due-panel.tsx';
import { RemindButton } from './remind-button.tsx';

type WaitRow = Workbench['others'][number];

/** Whom the cases wait for, the longest wait first, and what follows if nothing comes. */
export function OthersPanel({ data }: { data: Workbench }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.workbench.others;
  const counter = data.counters.find((one) => one.key === 'waits');
  const columns: readonly BriefColumn<WaitRow>[] = [
    {
      key: 'number',
      title: words.workbench.due.number,
      primary: true,
      render: (row) => <CaseLink row={row} className="rw-nowrap" />,
    },
    { key: 'what', title: w.what, card: 'bare', render: (row) => labels.waiting(row.what) },
    { key: 'who', title: w.who, render: (row) => row.subjectName ?? labels.waitedFor(row.who) },
    {
      key: 'waited',
      title: w.waited,
      align: 'end',
      card: 'corner',
      render: (row) => (
        <span
          className={`rw-nowrap ${row.overdue ? 'rd-tone-red rd-strong' : ''}`}
          title={w.since(dayInList(row.since, data.today, language))}
        >
          {row.workingDays === null ? w.since(dayInList(row.since, data.today, language)) : w.days(row.workingDays)}
        </span>
      ),
    },
    {
      key: 'after',
      title: w.after,
      card: 'bare',
      render: (row) => (
        <span className="rd-muted">
          {row.consequence === null ? '' : labels.consequence(row.consequence)}
          {row.article === null ? '' : words.bracketed(labels.article(row.article))}
          {row.canRemind && (
            <RemindButton id={row.id as StreamId} number={row.number} what={labels.waiting(row.what)} />
          )}
        </span>
      ),
    },
  ];
  return (
    <Panel
      title={w.title}
      extra={
        counter === undefined ? undefined : (
          <ListLink filter={counter.filter}>{words.workbench.due.all(counter.value)}</ListLink>
        )
      }
    >
      {data.others.length === 0 ? (
        <p className="rd-muted">{w.none}</p>
      ) : (
        <BriefTable label={w.title} columns={columns} rows={data.others} rowKey={(row) => row.id} />
      )}
    </Panel>
  );
}
