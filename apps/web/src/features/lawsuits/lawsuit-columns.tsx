import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { Chip } from '@redress/ui/chip';
import type { ListColumn } from '@redress/ui/data-list';
import { Light } from '@redress/ui/light';
import { dayInList, fullDay, leftInWords, plainDay } from '../../lib/format.ts';
import type { Words } from '../../lib/labels/words.ts';
import type { Language } from '../../lib/language.tsx';
import type { SuitCode } from '../../lib/lawsuit/use-suit-codes.ts';
import type { Outputs } from '../../lib/trpc.ts';
import type { Labels } from '../../lib/use-labels.ts';

export type LawsuitRow = Outputs['lawsuits']['list']['rows'][number];

const shape = {
  overdue: 'overdue',
  near: 'near',
  ok: 'ok',
  stopped: 'stopped',
  none: 'unknown',
  closed: 'unknown',
} as const satisfies Record<LawsuitRow['light'], string>;
const tone = {
  overdue: 'rd-tone-red rd-strong',
  near: 'rd-tone-amber',
  ok: '',
  stopped: 'rd-muted',
  none: 'rd-muted',
  closed: 'rd-muted',
} as const satisfies Record<LawsuitRow['light'], string>;

/** In the order in which they are offered. */
export const columnKeys = [
  'number',
  'title',
  'courtNumber',
  'court',
  'level',
  'stage',
  'waiting',
  'due',
  'left',
  'session',
  'organs',
  'undertakings',
  'handlers',
  'before',
  'received',
  'outcome',
  'closed',
] as const satisfies readonly (keyof Words['suits']['list']['columns'])[];
export type ColumnKey = (typeof columnKeys)[number];

export const usualColumns: readonly ColumnKey[] = [
  'number',
  'title',
  'courtNumber',
  'stage',
  'waiting',
  'due',
  'left',
  'session',
];
/** Of closed lawsuits the end is what one looks for. */
export const closedColumns: readonly ColumnKey[] = [
  'number',
  'title',
  'courtNumber',
  'court',
  'stage',
  'outcome',
  'closed',
  'undertakings',
];

type Shown = Pick<ListColumn<LawsuitRow>, 'width' | 'card' | 'align' | 'primary' | 'render'>;

interface ColumnsContext {
  readonly words: Words;
  readonly labels: Labels;
  readonly say: SuitCode;
  readonly language: Language;
  readonly today: CivilDate;
}

export function lawsuitColumns(
  chosen: readonly ColumnKey[],
  { words, labels, say, language, today }: ColumnsContext,
): readonly ListColumn<LawsuitRow>[] {
  const w = words.suits.list;
  const muted = (text: string | null) => <span className="rd-muted">{text === null ? words.none : text}</span>;
  const joined = (names: readonly string[]) => muted(names.length === 0 ? null : names.join(words.listSeparator));
  const day = (on: CivilDate | null) => (
    <span className="rw-nowrap rd-muted" title={on === null ? undefined : fullDay(on, language)}>
      {on === null ? words.none : plainDay(on, language)}
    </span>
  );
  const shown: Readonly<Record<ColumnKey, Shown>> = {
    number: {
      primary: true,
      width: '162px',
      render: (row) => (
        <span className="rw-case-number">
          <Light
            state={shape[row.light]}
            label={words.list.light[row.light === 'none' || row.light === 'closed' ? 'unknown' : row.light]}
          />
          {row.number ?? words.list.unnumbered}
        </span>
      ),
    },
    title: { width: 'minmax(150px, 2fr)', card: 'line', render: (row) => row.title },
    courtNumber: {
      width: '186px',
      render: (row) => (
        <>
          {row.courtNumber ?? words.none}
          <span className="rw-below rd-muted rd-small">
            {[
              row.level === null ? null : say('levels', row.level),
              row.instances > 1 ? w.instances(row.instances) : null,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </span>
        </>
      ),
    },
    court: { width: 'minmax(120px, 1fr)', render: (row) => muted(row.court) },
    level: { width: '84px', render: (row) => muted(row.level === null ? null : say('levels', row.level)) },
    stage: {
      width: '112px',
      card: 'corner',
      render: (row) => <Chip tone={row.light === 'stopped' ? 'dotted' : 'ink'}>{say('stages', row.stage)}</Chip>,
    },
    waiting: {
      width: '92px',
      render: (row) => muted(row.waitingFor === null ? null : say('waitedFor', row.waitingFor)),
    },
    due: {
      width: 'minmax(112px, 1fr)',
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
      width: '112px',
      card: 'bare',
      render: (row) => (
        <span className={row.light === 'closed' && (row.daysLeft ?? 0) < 0 ? 'rd-tone-red' : tone[row.light]}>
          {row.dueRule === null
            ? words.lists.none
            : leftInWords({ ...row, status: row.dueStatus, unit: row.dueUnit ?? 'day' }, words)}
        </span>
      ),
    },
    session: {
      width: '112px',
      render: ({ nextSession }) =>
        nextSession === null ? (
          muted(w.noSession)
        ) : (
          <>
            <span className="rw-nowrap" title={`${fullDay(nextSession.on, language)} ${nextSession.place}`}>
              {dayInList(nextSession.on, today, language)} {nextSession.time}
            </span>
            {!nextSession.leaderPlanned && <span className="rw-below rd-small rd-tone-amber">{w.leaderMissing}</span>}
          </>
        ),
    },
    organs: { width: 'minmax(120px, 1fr)', render: (row) => joined(row.organs) },
    undertakings: { width: 'minmax(110px, 0.9fr)', render: (row) => joined(row.undertakings) },
    handlers: { width: '88px', render: (row) => joined(row.handlers) },
    before: {
      width: 'minmax(110px, 0.9fr)',
      render: (row) => muted(row.before === null ? null : say('before', row.before)),
    },
    received: { width: '118px', render: (row) => day(row.receivedOn) },
    outcome: {
      width: 'minmax(120px, 1fr)',
      render: (row) => muted(row.outcome === null ? null : say('outcomes', row.outcome)),
    },
    closed: { width: '118px', render: (row) => day(row.closedOn) },
  };
  return chosen.map((key) => ({ key, title: w.columns[key], ...shown[key] }));
}
