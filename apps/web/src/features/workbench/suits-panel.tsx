import { daysBetween, weekdayOf } from '@redress/domain/calendar/civil-date';
import { Chip } from '@redress/ui/chip';
import { Light } from '@redress/ui/light';
import { Panel } from '@redress/ui/panel';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { dayInList, leftInWords } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { useSession } from '../../lib/session.tsx';
import { suitSearchOf } from '../../lib/suit-search.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { Workbench } from './due-panel.tsx';

type SuitBench = NonNullable<Workbench['suits']>;
type SuitRow = SuitBench['answers'][number];
type SuitSession = SuitBench['sessions'][number];
type SuitFilter = SuitBench['counters'][number]['filter'];

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
/** Figures that something must be done about; the rest only say how much there is. */
const amber: ReadonlySet<string> = new Set([
  'acknowledge',
  'sign',
  'leader',
  'confirm',
  'unrecorded',
  'advice',
  'unassigned',
]);

export function SuitsLink({ filter, children }: { filter: SuitFilter; children: ReactNode }) {
  // The address is made of the list's own filter names.
  return (
    <Link to="/lawsuits" search={suitSearchOf(filter) as never}>
      {children}
    </Link>
  );
}

const isQuiet = (suits: SuitBench): boolean => suits.counters.every(({ value }) => value === 0);

/** The lawsuits on the desk: figures that open their lists, answers due, appearances to record, judgments to perform. */
export function SuitsPanel({ data }: { data: Workbench }) {
  const { words } = useLanguage();
  const { suits } = data;
  const w = words.suits;
  if (suits === null || isQuiet(suits)) return null;
  const open = suits.counters.find(({ key }) => key === 'open');
  const figures = suits.counters.filter(({ key, value }) => key !== 'open' && value > 0);
  return (
    <Panel
      title={w.bench.title}
      extra={open === undefined ? undefined : <SuitsLink filter={open.filter}>{w.bench.all(open.value)}</SuitsLink>}
    >
      <p className="rd-muted rd-small rw-panel-lead">{w.bench.lead}</p>
      {figures.length > 0 && (
        <ul className="rw-suit-figures" aria-label={w.bench.figures}>
          {figures.map(({ key, value, filter }) => (
            <li key={key}>
              <Chip tone={key === 'overdue' ? 'red' : amber.has(key) ? 'amber' : 'ink'}>
                <SuitsLink filter={filter}>
                  {key === 'overdue'
                    ? words.list.light.overdue
                    : key === 'sessions'
                      ? w.bench.sessions
                      : w.filters.todos[key === 'open' ? 'answer' : key]}{' '}
                  {value}
                </SuitsLink>
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <Rows title={w.bench.acknowledge} rows={suits.toAcknowledge} />
      <Rows title={w.bench.answers} rows={suits.answers} />
      <Sessions title={w.bench.leaders} rows={suits.leaders} />
      <Sessions title={w.bench.confirms} rows={suits.confirms} />
      {suits.unrecorded.length > 0 && (
        <Part title={w.bench.unrecorded}>
          {suits.unrecorded.map((session) => (
            <SessionLine key={`${session.sessionId}-${session.organId}`} session={session} />
          ))}
        </Part>
      )}
      <Rows title={w.bench.obligations} rows={suits.obligations} />
    </Panel>
  );
}

/** This week's and the next's court sessions, and whether a leader is arranged. */
export function CourtSessionsPanel({ data }: { data: Workbench }) {
  const { words } = useLanguage();
  const { suits } = data;
  const w = words.suits.bench;
  if (suits === null || isQuiet(suits)) return null;
  const counter = suits.counters.find(({ key }) => key === 'sessions');
  return (
    <Panel
      title={w.sessions}
      extra={
        counter === undefined || counter.value === 0 ? undefined : (
          <SuitsLink filter={counter.filter}>{w.all(counter.value)}</SuitsLink>
        )
      }
    >
      {suits.sessions.length === 0 ? (
        <p className="rd-muted">{w.noneSessions}</p>
      ) : (
        <ul className="rw-lines">
          {suits.sessions.map((session) => (
            <SessionLine key={`${session.sessionId}-${session.organId}`} session={session} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3 className="rw-suit-part">{title}</h3>
      <ul className="rw-lines">{children}</ul>
    </>
  );
}

/** Sessions before which something is to be done, with what is left until then. */
function Sessions({ title, rows }: { title: string; rows: readonly SuitSession[] }) {
  const { words } = useLanguage();
  const { today } = useSession();
  if (rows.length === 0) return null;
  return (
    <Part title={title}>
      {rows.map((session) => (
        <SessionLine
          key={`${session.sessionId}-${session.organId}`}
          session={session}
          left={words.suits.bench.sessionLeft(daysBetween(today, session.on))}
        />
      ))}
    </Part>
  );
}

function Rows({ title, rows }: { title: string; rows: readonly SuitRow[] }) {
  const { words, language } = useLanguage();
  const { today } = useSession();
  const labels = useLabels();
  if (rows.length === 0) return null;
  return (
    <Part title={title}>
      {rows.map((row) => (
        <li key={row.id}>
          <div>
            <Light
              state={shape[row.light]}
              label={words.list.light[row.light === 'none' || row.light === 'closed' ? 'unknown' : row.light]}
            />{' '}
            <Link to="/lawsuits/$id" params={{ id: row.id }} className="rw-nowrap">
              {row.number ?? words.list.unnumbered}
            </Link>{' '}
            {row.title}
            <span className="rw-line rd-muted rd-small">
              {[
                row.dueRule === null ? null : labels.ruleAct(row.dueRule),
                row.due === null ? null : words.suits.bench.due(dayInList(row.due, today, language)),
                row.undertakings.length === 0 ? null : row.undertakings.join(words.listSeparator),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </div>
          <span className={`rw-nowrap ${tone[row.light]}`}>
            {row.dueRule === null
              ? ''
              : leftInWords({ ...row, status: row.dueStatus, unit: row.dueUnit ?? 'day' }, words)}
          </span>
        </li>
      ))}
    </Part>
  );
}

function SessionLine({ session, left }: { session: SuitSession; left?: string }) {
  const { words, language } = useLanguage();
  const { today } = useSession();
  const say = useSuitCodes();
  const w = words.suits.bench;
  return (
    <li data-when="">
      <span className="rd-muted">
        <span className="rw-line rw-nowrap">{dayInList(session.on, today, language)}</span>
        <span className="rw-line rw-nowrap rd-small">
          {words.workbench.weekdaysShort[weekdayOf(session.on)] ?? ''} {session.time}
        </span>
      </span>
      <div>
        <Link to="/lawsuits/$id" params={{ id: session.id }} className="rw-nowrap">
          {session.number ?? words.list.unnumbered}
        </Link>
        <span className="rw-line">{session.title}</span>
        <span className="rw-line rd-muted rd-small">
          {session.kind !== 'trial' && `${say('sessionKinds', session.kind)} · `}
          {session.place.startsWith(session.court) ? session.place : `${session.court} · ${session.place}`}
          {session.organName !== null && !session.held && (
            <>
              {' · '}
              {session.organName}{' '}
              <span className={session.planned ? undefined : 'rd-tone-red'}>
                {session.leaderName === null ? w.leaderNone : w.leaderOf(session.leaderName)}
              </span>
            </>
          )}
        </span>
        {left !== undefined && <span className="rw-line rd-small rd-tone-amber">{left}</span>}
      </div>
    </li>
  );
}
