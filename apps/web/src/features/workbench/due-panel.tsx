import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { type BriefColumn, BriefTable } from '@redress/ui/brief-table';
import { Chip } from '@redress/ui/chip';
import { Light } from '@redress/ui/light';
import { Panel } from '@redress/ui/panel';
import { dayInList, fullDay, leftInWords } from '../../lib/format.ts';
import type { Words } from '../../lib/labels/words.ts';
import { type Language, useLanguage } from '../../lib/language.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import { type Labels, useLabels } from '../../lib/use-labels.ts';
import { CaseLink, ListLink } from './case-link.tsx';

export type Workbench = Outputs['workbench']['mine'];
export type WorkRow = Workbench['due'][number];

const shape = {
  overdue: 'overdue',
  near: 'near',
  ok: 'ok',
  none: 'unknown',
  stopped: 'stopped',
  closed: 'unknown',
} as const;
const tone = {
  overdue: 'rd-tone-red rd-strong',
  near: 'rd-tone-amber',
  ok: '',
  none: 'rd-muted',
  stopped: 'rd-muted',
  closed: 'rd-muted',
} as const;

/** What is due, worst first: the rule, what is left in its own unit, and what must be posted by when. */
export function DuePanel({ data }: { data: Workbench }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.workbench.due;
  const isDepartment = data.desk === 'department';
  const columns: readonly (BriefColumn<WorkRow> | false)[] = [
    { key: 'number', title: w.number, primary: true, render: (row) => <NumberCell row={row} /> },
    { key: 'matter', title: w.matter, card: 'bare', render: (row) => <Matter row={row} today={data.today} /> },
    {
      key: 'limit',
      title: w.limit,
      render: (row) =>
        row.dueRule === null ? words.none : <Limit row={row} today={data.today} language={language} labels={labels} />,
    },
    { key: 'left', title: w.left, card: 'corner', render: (row) => <Left row={row} today={data.today} /> },
    isDepartment
      ? {
          key: 'after',
          title: w.after,
          card: 'bare',
          render: (row: WorkRow) => (
            <span className="rd-muted">
              {row.consequence === null ? '' : labels.consequence(row.consequence)}
              {row.article === null ? '' : words.bracketed(labels.article(row.article))}
            </span>
          ),
        }
      : {
          key: 'waiting',
          title: w.waiting,
          render: (row: WorkRow) => (
            <span className="rd-muted">{row.waitingFor === null ? words.none : labels.waitedFor(row.waitingFor)}</span>
          ),
        },
  ];
  return (
    <Panel
      title={isDepartment ? w.department : w.title}
      extra={
        <>
          {w.order} · <ListLink filter={data.dueAll.filter}>{w.all(data.dueAll.value)}</ListLink>
        </>
      }
    >
      {data.due.length === 0 ? (
        <p className="rd-muted">{isDepartment ? w.departmentNone : w.none}</p>
      ) : (
        <BriefTable
          label={isDepartment ? w.department : w.title}
          columns={columns.filter((column) => column !== false)}
          rows={data.due}
          rowKey={(row) => row.id}
        />
      )}
    </Panel>
  );
}

/** The light's word; what runs without a day has none of its own. */
const lightInWords = (light: WorkRow['light'], { list }: Words): string =>
  light === 'none' ? list.light.unknown : list.light[light];

function NumberCell({ row }: { row: WorkRow }) {
  const { words } = useLanguage();
  return (
    <span className="rw-case-number">
      <Light state={shape[row.light]} label={lightInWords(row.light, words)} />
      <CaseLink row={row} />
    </span>
  );
}

/** Who against what; under it the days used and what must be posted. */
function Matter({ row, today }: { row: WorkRow; today: CivilDate }) {
  return (
    <>
      {row.title}
      <Used row={row} />
      <PostLines row={row} today={today} />
    </>
  );
}

/** 已用 47/60 天, with the 40 and 50 days that staff watch. */
function Used({ row }: { row: WorkRow }) {
  const { words } = useLanguage();
  const w = words.workbench.due;
  const { used } = row;
  if (used === null || row.stage === 'received') return null;
  const last = used.marks.filter((mark) => mark.reached).at(-1);
  const percent = (n: number) => `${Math.min(100, Math.max(0, (n / used.of) * 100))}%`;
  return (
    <span className="rw-used">
      <span className="rw-used-bar" role="img" aria-label={w.usedLabel(used.used, used.of)}>
        <i style={{ width: percent(used.used) }} data-tone={toneOfUse(row)} />
        {used.marks.map((mark) => (
          <b key={mark.at} style={{ left: percent(mark.at) }} />
        ))}
      </span>
      <span className="rd-muted rd-small" aria-hidden="true">
        {w.used(used.used, used.of)}
      </span>
      {last !== undefined && used.used <= used.of && <Chip tone="amber">{w.marked(last.at)}</Chip>}
    </span>
  );
}

const toneOfUse = (row: WorkRow): 'red' | 'amber' | undefined => {
  if (row.used === null) return undefined;
  if (row.used.used > row.used.of) return 'red';
  return row.used.marks.some((mark) => mark.reached) ? 'amber' : undefined;
};

/** What must be posted by which day. */
export function PostLines({ row, today }: { row: Pick<WorkRow, 'toPost'>; today: CivilDate }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.workbench.post;
  if (row.toPost.length === 0) return null;
  return (
    <>
      {row.toPost.map(({ document, by, state, missingNames }) => {
        const name = labels.documentKind(document);
        const isPassed = by !== null && by < today;
        const said =
          by === null
            ? w.byNone(name)
            : isPassed
              ? w.passed(name, dayInList(by, today, language))
              : state === 'to-make' && document === 'refusal-decision'
                ? w.ifRefused(dayInList(by, today, language))
                : w.by(name, dayInList(by, today, language));
        return (
          <span key={`${document}-${state}`} className={`rw-post rd-small ${isPassed ? 'rd-tone-red' : 'rd-muted'}`}>
            {said}
            {missingNames.length > 0 && w.missing(missingNames.join(w.comma))}
          </span>
        );
      })}
    </>
  );
}

interface LimitProps {
  row: WorkRow;
  today: CivilDate;
  language: Language;
  labels: Labels;
}

function Limit({ row, today, language, labels }: LimitProps) {
  const { words } = useLanguage();
  if (row.dueRule === null) return null;
  return (
    <>
      <span className="rw-rule">{labels.ruleAct(row.dueRule)}</span>
      {row.due !== null && (
        <span className="rw-line rd-muted rd-small" title={fullDay(row.due, language)}>
          {dayInList(row.due, today, language)}
          {row.dueStatus === 'provisional' ? ` · ${words.provisional}` : ''}
        </span>
      )}
    </>
  );
}

function Left({ row, today }: { row: WorkRow; today: CivilDate }) {
  const { words } = useLanguage();
  const isDeemedToday = row.deemedOn !== null && row.deemedOn === today;
  const said = isDeemedToday
    ? words.workbench.deemed.today
    : row.dueRule === null
      ? words.none
      : leftInWords({ ...row, status: row.dueStatus, unit: row.dueUnit ?? 'day' }, words);
  const look = isDeemedToday ? tone.near : row.dueRule === null ? 'rd-muted' : tone[row.light];
  return <span className={`rw-nowrap ${look}`}>{said}</span>;
}
