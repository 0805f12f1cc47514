import { Chip } from '@redress/ui/chip';
import type { ListColumn } from '@redress/ui/data-list';
import { Light } from '@redress/ui/light';
import { fullDay, leftInWords, shortDay } from '../../lib/format.ts';
import type { Words } from '../../lib/labels/words.ts';
import type { Language } from '../../lib/language.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import type { Labels } from '../../lib/use-labels.ts';

export type CaseRow = Outputs['cases']['list']['rows'][number];

const shape = { overdue: 'overdue', near: 'near', ok: 'ok', stopped: 'stopped', closed: 'unknown' } as const;
const tone = { overdue: 'rd-tone-red rd-strong', near: 'rd-tone-amber', ok: '', stopped: 'rd-muted' } as const;

/** The columns of the list of cases, worst first by what is left. */
export function caseColumns({
  words,
  labels,
  language,
}: {
  words: Words;
  labels: Labels;
  language: Language;
}): readonly ListColumn<CaseRow>[] {
  const { columns, light } = words.list;
  const isTimeless = (row: CaseRow) => row.dueRule === null && row.light === 'ok';
  const lightOf = (row: CaseRow) =>
    row.light in shape && !isTimeless(row) ? (row.light as keyof typeof shape) : 'closed';
  return [
    {
      key: 'number',
      title: columns.number,
      primary: true,
      width: '188px',
      render: (row) => (
        <span className="rw-case-number">
          <Light
            state={shape[lightOf(row)]}
            label={light[row.light in light && !isTimeless(row) ? (row.light as keyof typeof light) : 'unknown']}
          />
          {row.number ?? words.list.unnumbered}
        </span>
      ),
    },
    { key: 'title', title: columns.title, width: 'minmax(0, 2.2fr)', card: 'line', render: (row) => row.title },
    {
      key: 'stage',
      title: columns.stage,
      width: '116px',
      card: 'corner',
      render: (row) => (
        <Chip tone={row.light === 'stopped' ? 'dotted' : 'ink'}>
          {row.deemedAccepted && row.stage === 'accepted' ? words.file.deemed : labels.stage(row.stage)}
        </Chip>
      ),
    },
    {
      key: 'waiting',
      title: columns.waiting,
      width: '152px',
      render: (row) => (
        <span className="rd-muted">{row.waitingFor === null ? words.none : labels.waitedFor(row.waitingFor)}</span>
      ),
    },
    {
      key: 'due',
      title: columns.due,
      width: 'minmax(0, 1.15fr)',
      render: (row) =>
        row.due === null || row.dueRule === null ? (
          <span className="rd-muted">{row.dueRule === null ? words.none : labels.ruleAct(row.dueRule)}</span>
        ) : (
          <>
            {labels.ruleAct(row.dueRule)}{' '}
            <span className="rw-nowrap rd-muted" title={fullDay(row.due, language)}>
              {shortDay(row.due, language)}
              {row.dueStatus === 'provisional' ? ` · ${words.provisional}` : ''}
            </span>
          </>
        ),
    },
    {
      key: 'left',
      title: columns.left,
      width: '124px',
      card: 'bare',
      render: (row) => (
        <span
          className={
            lightOf(row) === 'closed' || row.dueRule === null ? 'rd-muted' : tone[lightOf(row) as keyof typeof tone]
          }
        >
          {row.light === 'closed'
            ? light.closed
            : row.dueRule === null
              ? light.unknown
              : leftInWords({ ...row, status: row.dueStatus, unit: row.dueUnit ?? 'day' }, words)}
        </span>
      ),
    },
    {
      key: 'handlers',
      title: columns.handlers,
      width: '88px',
      render: (row) => <span className="rd-muted">{row.handlers.join(words.listSeparator)}</span>,
    },
  ];
}
