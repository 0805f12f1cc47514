import { type CivilDate, partsOf, weekdayOf } from '@redress/domain/calendar/civil-date';
import { DayBoard } from '@redress/ui/day-board';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { Panel } from '@redress/ui/panel';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { failureOf } from '../../lib/failure.ts';
import { SelectField } from '../../lib/fields.tsx';
import { fullDay, plainDay, shortDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { type Inputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { CalendarSession } from './appearance-types.ts';
import type { PartProps } from './appearances-search.ts';
import { type CalendarView, sheetOf, stepped } from './calendar-days.ts';
import { courtPlace } from './court-place.ts';
import { Diary } from './diary.tsx';
import { LeaderFilter } from './leader-filter.tsx';
import { stateOfSeat, toneOfSeat } from './seat-state.ts';
import { SessionDrawer } from './session-drawer.tsx';
import { useOrganChoices } from './use-organs.ts';

type Asked = Inputs['appearances']['sessions'];

/** Court sessions on a month's sheet or in a week: who goes where, clashes first. */
export function CalendarPart({ search, onSearch }: PartProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const { today } = useSession();
  const organs = useOrganChoices();
  const w = words.appearances.calendar;
  const view: CalendarView = search.view ?? 'month';
  const on = (search.on ?? today) as CivilDate;
  const sheet = sheetOf(view, on);
  const query = useQuery(
    trpc.appearances.sessions.queryOptions(
      {
        from: sheet.days[0] ?? sheet.from,
        to: sheet.days.at(-1) ?? sheet.to,
        organ: (search.organ ?? null) as Asked['organ'],
        leader: (search.leader ?? null) as Asked['leader'],
      } as Asked,
      { placeholderData: keepPreviousData },
    ),
  );
  const sessions = query.data?.sessions ?? [];
  const within = sessions.filter((session) => session.on >= sheet.from && session.on <= sheet.to);
  const leaders = new Map<string, string>(
    sessions.flatMap((s) =>
      s.seats.flatMap((seat) =>
        seat.leaderAccountId === null ? [] : [[seat.leaderAccountId, seat.leaderName ?? ''] as const],
      ),
    ),
  );
  const byDay = Map.groupBy(sessions, (session) => session.on);
  const { year, month } = partsOf(on);
  const title =
    view === 'month' ? w.month(year, month) : w.period(plainDay(sheet.from, language), shortDay(sheet.to, language));
  const go = (day: CivilDate) => onSearch({ on: day === today ? undefined : day });
  const opened = sessions.find((session) => keyOfSession(session) === search.session);

  return (
    <>
      <Panel>
        <div className="rw-court-bar">
          <div className="rw-court-steps">
            <button
              type="button"
              className="rd-btn"
              aria-label={w.previous[view]}
              onClick={() => go(stepped(view, on, -1))}
            >
              ‹
            </button>
            <h2 aria-live="polite">{title}</h2>
            <button type="button" className="rd-btn" aria-label={w.next[view]} onClick={() => go(stepped(view, on, 1))}>
              ›
            </button>
            <button type="button" className="rd-btn" onClick={() => go(today)}>
              {w.today}
            </button>
          </div>
          <fieldset className="rw-days">
            <legend className="rd-sr">{w.view}</legend>
            {(['month', 'week'] as const).map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={view === one}
                onClick={() => onSearch({ view: one === 'week' ? 'week' : undefined })}
              >
                {w.views[one]}
              </button>
            ))}
          </fieldset>
          <div className="rw-court-filters">
            <SelectField
              label={words.appearances.filters.organ}
              value={search.organ ?? null}
              options={organs}
              onChange={(organ) => onSearch({ organ: organ ?? undefined })}
            />
            <LeaderFilter search={search} onSearch={onSearch} also={leaders} />
          </div>
        </div>
        {query.isError ? (
          <ErrorState
            title={words.appearances.failed}
            detail={labels.failure(failureOf(query.error))}
            retry={{ label: words.retry, onRetry: () => void query.refetch() }}
          />
        ) : query.data === undefined ? (
          <LoadingSkeleton label={words.loading} rows={6} />
        ) : (
          <>
            <Counted sessions={within} />
            <DayBoard
              label={w.label(title)}
              weekdays={words.clocks.weekdays}
              tall={view === 'week'}
              days={sheet.days.map((day) => ({
                key: day,
                short: String(partsOf(day).day),
                long: fullDay(day, language),
                isToday: day === today,
                isRest: weekdayOf(day) > 5,
                isOutside: day < sheet.from || day > sheet.to,
                items: (byDay.get(day) ?? []).map((session) => ({
                  key: keyOfSession(session),
                  content: (
                    <SessionButton
                      session={session}
                      full={view === 'week'}
                      onOpen={() => onSearch({ session: keyOfSession(session) })}
                    />
                  ),
                })),
              }))}
            />
            {within.length === 0 && <EmptyState title={w.empty} detail={w.emptyDetail} />}
          </>
        )}
      </Panel>
      <Diary from={sheet.from} to={sheet.to} leader={search.leader ?? null} />
      <SessionDrawer session={opened ?? null} onClose={() => onSearch({ session: undefined })} />
    </>
  );
}

export const keyOfSession = (session: Pick<CalendarSession, 'caseId' | 'sessionId'>): string =>
  `${session.caseId}~${session.sessionId}`;

/** One line: how many, and what is wrong among them. */
function Counted({ sessions }: { sessions: readonly CalendarSession[] }) {
  const { words } = useLanguage();
  const w = words.appearances.calendar;
  const seats = sessions.flatMap((session) =>
    session.seats.map((seat) => ({ seat, state: stateOfSeat(seat, session) })),
  );
  const clashes = seats.filter(({ seat }) => seat.clash).length;
  const leaderless = seats.filter(({ state }) => state === 'missing').length;
  if (sessions.length === 0) return null;
  return (
    <p className="rw-court-counted">
      {w.count(sessions.length)}
      {leaderless > 0 && (
        <span className="rd-tone-amber">
          {words.separator}
          {w.leaderless(leaderless)}
        </span>
      )}
      {clashes > 0 && (
        <span className="rd-tone-red">
          {words.separator}
          {w.clashes(clashes)}
        </span>
      )}
    </p>
  );
}

interface SessionButtonProps {
  session: CalendarSession;
  /** A week has room for the place and every seat. */
  full: boolean;
  onOpen: () => void;
}

/** A session on its day: the hour, the case, and who goes. */
function SessionButton({ session, full, onOpen }: SessionButtonProps) {
  const { words } = useLanguage();
  const a = words.appearances;
  const clash = session.seats.some((seat) => seat.clash);
  return (
    <button
      type="button"
      className="rw-court-session"
      data-state={session.state}
      data-clash={clash ? '' : undefined}
      onClick={onOpen}
    >
      <span className="rw-court-hour">
        {session.time}
        {clash && <span className="rw-court-clash">{a.calendar.clash}</span>}
        {session.state !== 'set' && <span className="rd-muted">{a.calendar.states[session.state]}</span>}
      </span>
      <span className="rw-court-number">{session.courtNumber}</span>
      <span className={full ? 'rw-court-line' : 'rw-court-line rw-court-wide'}>
        {courtPlace(session.court, session.place)}
      </span>
      {session.seats.map((seat) => {
        const state = stateOfSeat(seat, session);
        return (
          <span key={seat.organId} className="rw-court-seat">
            <span className="rw-court-organ">{seat.organName}</span>{' '}
            <span className={state === null ? 'rd-muted' : `rd-tone-${toneOfSeat(state)}`}>
              {[seat.leaderName, state === null || state === 'planned' ? null : a.seat[state]]
                .filter((part) => part !== null)
                .join(' · ') || a.noLeader}
            </span>
          </span>
        );
      })}
    </button>
  );
}
