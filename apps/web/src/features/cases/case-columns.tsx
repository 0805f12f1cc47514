import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { listWords } from '@redress/domain/labels/list-columns';
import type { ListColumnKey } from '@redress/domain/reconsideration/list-columns';
import { Chip } from '@redress/ui/chip';
import type { ListColumn } from '@redress/ui/data-list';
import { Light } from '@redress/ui/light';
import { dayInList, fullDay, leftInWords, plainDay } from '../../lib/format.ts';
import type { Words } from '../../lib/labels/words.ts';
import type { Language } from '../../lib/language.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import type { Labels } from '../../lib/use-labels.ts';
import { type ListOrder, naturalDirection, type Sort } from './case-filter.ts';

export type CaseRow = Outputs['cases']['list']['rows'][number];

const shape = {
  overdue: 'overdue',
  near: 'near',
  ok: 'ok',
  stopped: 'stopped',
  none: 'unknown',
  closed: 'unknown',
} as const satisfies Record<CaseRow['light'], string>;
const tone = {
  overdue: 'rd-tone-red rd-strong',
  near: 'rd-tone-amber',
  ok: '',
  stopped: 'rd-muted',
  none: 'rd-muted',
  closed: 'rd-muted',
} as const satisfies Record<CaseRow['light'], string>;

/** By which column the list may be put in order. */
const sortOf: Partial<Record<ListColumnKey, Sort>> = {
  number: 'number',
  due: 'due',
  receivedOn: 'received',
  acceptedOn: 'accepted',
  closedOn: 'closed',
};

type Shown = Pick<ListColumn<CaseRow>, 'width' | 'card' | 'align' | 'primary' | 'render'>;

interface ColumnsContext {
  readonly words: Words;
  readonly labels: Labels;
  /** A category as the office calls it. */
  readonly category: (code: string) => string;
  readonly language: Language;
  readonly today: CivilDate;
  readonly order: ListOrder;
  readonly onOrder: (order: ListOrder) => void;
}

/** The chosen columns of the list of cases, in the order chosen. */
export function caseColumns(
  chosen: readonly ListColumnKey[],
  { words, labels, category, language, today, order, onOrder }: ColumnsContext,
): readonly ListColumn<CaseRow>[] {
  const said = listWords(language);
  const muted = (text: string | null) => <span className="rd-muted">{text === null ? words.none : text}</span>;
  const joined = (names: readonly string[]) => muted(names.length === 0 ? null : names.join(words.listSeparator));
  const day = (on: CivilDate | null) => (
    <span className="rw-nowrap rd-muted" title={on === null ? undefined : fullDay(on, language)}>
      {on === null ? words.none : plainDay(on, language)}
    </span>
  );
  const shown: Readonly<Record<ListColumnKey, Shown>> = {
    number: {
      primary: true,
      width: '188px',
      render: (row) => (
        <span className="rw-case-number">
          <Light state={shape[row.light]} label={said.lights[row.light]} />
          {row.number ?? words.list.unnumbered}
        </span>
      ),
    },
    title: { width: 'minmax(160px, 2.2fr)', card: 'line', render: (row) => row.title },
    applicants: { width: 'minmax(90px, 1fr)', render: (row) => joined(row.applicants) },
    respondents: { width: 'minmax(120px, 1.2fr)', render: (row) => joined(row.respondents) },
    matter: { width: '112px', render: (row) => muted(row.matter === null ? null : labels.matter(row.matter)) },
    category: {
      width: 'minmax(110px, 0.9fr)',
      render: (row) => muted(row.category === null ? null : category(row.category)),
    },
    stage: {
      width: '116px',
      card: 'corner',
      render: (row) => (
        <Chip tone={row.light === 'stopped' ? 'dotted' : 'ink'}>
          {row.deemedAccepted && row.stage === 'accepted' ? words.file.deemed : labels.stage(row.stage)}
        </Chip>
      ),
    },
    waiting: {
      width: '138px',
      render: (row) => muted(row.waitingFor === null ? null : labels.waitedFor(row.waitingFor)),
    },
    due: {
      width: 'minmax(140px, 1.15fr)',
      render: (row) =>
        row.due === null || row.dueRule === null ? (
          <span className="rd-muted">{row.dueRule === null ? words.none : labels.ruleAct(row.dueRule)}</span>
        ) : (
          <>
            {labels.ruleAct(row.dueRule)}{' '}
            <span className="rw-nowrap rd-muted" title={fullDay(row.due, language)}>
              {dayInList(row.due, today, language)}
              {row.dueStatus === 'provisional' ? ` · ${words.provisional}` : ''}
            </span>
          </>
        ),
    },
    left: {
      width: '124px',
      card: 'bare',
      render: (row) => (
        <span className={row.light === 'closed' && (row.daysLeft ?? 0) < 0 ? 'rd-tone-red' : tone[row.light]}>
          {row.light === 'closed'
            ? // What the decision orders may still be due: the end of the case does not end that.
              row.due === null || row.daysLeft === null
              ? said.lights.closed
              : `${said.lights.closed} · ${leftInWords({ ...row, status: row.dueStatus, unit: row.dueUnit ?? 'day' }, words)}`
            : row.light === 'none'
              ? words.lists.none
              : leftInWords({ ...row, status: row.dueStatus, unit: row.dueUnit ?? 'day' }, words)}
        </span>
      ),
    },
    used: {
      width: '86px',
      align: 'end',
      render: (row) => muted(row.daysUsed === null ? null : words.lists.used(row.daysUsed)),
    },
    handlers: { width: '88px', render: (row) => joined(row.handlers) },
    procedure: {
      width: '92px',
      render: (row) => muted(row.procedure === null ? null : labels.procedure(row.procedure)),
    },
    channel: { width: '120px', render: (row) => muted(row.channel === null ? null : labels.channel(row.channel)) },
    receivedOn: { width: '118px', render: (row) => day(row.receivedOn) },
    acceptedOn: { width: '118px', render: (row) => day(row.acceptedOn) },
    closedOn: { width: '118px', render: (row) => day(row.closedOn) },
    outcome: {
      width: 'minmax(100px, 0.9fr)',
      render: (row) => muted(row.outcome === null ? null : labels.outcome(row.outcome)),
    },
    law: {
      width: 'minmax(140px, 1fr)',
      render: (row) => muted(row.lawVersion === null ? null : labels.law(row.lawVersion)),
    },
    updatedOn: { width: '118px', render: (row) => day(row.updatedOn) },
  };
  return chosen.map((key) => {
    const sort = sortOf[key];
    const isSorted = sort === order.sort;
    return {
      key,
      title: said.columns[key],
      ...shown[key],
      sort:
        sort === undefined
          ? undefined
          : {
              direction: isSorted ? (order.direction === 'asc' ? 'ascending' : 'descending') : 'none',
              onSort: () =>
                onOrder({
                  sort,
                  direction: isSorted ? (order.direction === 'asc' ? 'desc' : 'asc') : naturalDirection[sort],
                }),
            },
    } as const;
  });
}
