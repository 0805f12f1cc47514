import { addDays, daysBetween } from '@redress/domain/calendar/civil-date';
import { Chip } from '@redress/ui/chip';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { NoticeBar } from '@redress/ui/notice-bar';
import { Panel } from '@redress/ui/panel';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App } from 'antd';
import { useState } from 'react';
import { ArrangeLeader } from '../../lib/court/arrange-leader.tsx';
import { useSuitStep } from '../../lib/court/use-suit-step.ts';
import { failureOf } from '../../lib/failure.ts';
import { fullDay, shortDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { useSession } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { CalendarSession, Seat } from './appearance-types.ts';
import { keyOfSession } from './calendar-part.tsx';
import { courtPlace } from './court-place.ts';
import { NoticeCheck } from './notice-check.tsx';
import { stateOfSeat, toneOfSeat } from './seat-state.ts';

const BACK = 60;
const AHEAD = 180;
/** How many of those that were held are shown. */
const PAST = 5;

interface OwnSession {
  readonly session: CalendarSession;
  readonly seat: Seat;
}

/** The sessions at which whoever is signed in is the leader named. */
export function useOwnSessions() {
  const trpc = useTRPC();
  const { account, today } = useSession();
  const query = useQuery(
    trpc.appearances.sessions.queryOptions({
      from: addDays(today, -BACK),
      to: addDays(today, AHEAD),
      organ: null,
      leader: account.id,
    }),
  );
  const own: readonly OwnSession[] = (query.data?.sessions ?? []).flatMap((session) =>
    session.seats.filter((seat) => seat.mine).map((seat) => ({ session, seat })),
  );
  const ahead = own.filter(({ session }) => session.state === 'set');
  const past = own.filter(({ session }) => session.state !== 'set' && session.state !== 'cancelled').reverse();
  return { query, ahead, past };
}

/** A leader's next sessions: when, where, what to bring, and a tap to confirm. */
export function OwnSessions() {
  const { words } = useLanguage();
  const labels = useLabels();
  const { query, ahead, past } = useOwnSessions();
  const w = words.appearances.own;
  if (query.isError) {
    return (
      <Panel>
        <ErrorState
          title={words.appearances.failed}
          detail={labels.failure(failureOf(query.error))}
          retry={{ label: words.retry, onRetry: () => void query.refetch() }}
        />
      </Panel>
    );
  }
  if (query.data === undefined) {
    return (
      <Panel>
        <LoadingSkeleton label={words.loading} />
      </Panel>
    );
  }
  return (
    <>
      {ahead.length === 0 ? (
        <Panel>
          <EmptyState title={w.empty} detail={w.emptyDetail} />
        </Panel>
      ) : (
        ahead.map((own) => <Ahead key={keyOfSession(own.session) + own.seat.organId} own={own} before={past} />)
      )}
      {past.length > 0 && <Past own={past.slice(0, PAST)} />}
    </>
  );
}

/** One session ahead. `before`: those held, for what became of the same instance's earlier ones. */
function Ahead({ own: { session, seat }, before }: { own: OwnSession; before: readonly OwnSession[] }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const suit = useSuitCodes();
  const { message } = App.useApp();
  const { today } = useSession();
  const w = words.appearances.own;
  const days = daysBetween(today, session.on);
  const when = days === 0 ? w.today : days === 1 ? w.tomorrow : w.inDays(days);
  const confirm = useSuitStep(() => void message.success(w.confirmedNow));
  const isConfirmed = seat.confirmedOn !== null;
  const [replacing, setReplacing] = useState(false);
  const earlier = before.filter(
    (one) => one.session.instanceId === session.instanceId && one.seat.organId === seat.organId,
  );
  const failed = earlier.find((one) => one.seat.counts === false);
  const discharged = earlier.some((one) => one.seat.counts === true);
  return (
    <Panel>
      <div className="rw-own-head">
        <Chip tone={days <= 1 ? 'red' : days <= 3 ? 'amber' : 'ink'}>
          {when} {session.time}
        </Chip>
        <span className="rd-muted rd-small">{w.notified[seat.notified] ?? ''}</span>
      </div>
      <h2 className="rw-own-number">
        <Link to="/lawsuits/$id" params={{ id: session.caseId }}>
          {session.courtNumber}
        </Link>
      </h2>
      <p>{session.title}</p>
      <p className="rd-muted">
        {suit('levels', session.level)} · {fullDay(session.on, language)} {session.time}
        <br />
        {courtPlace(session.court, session.place)}
      </p>
      {session.kind === 'trial' && (
        <p className="rd-small">
          <NoticeCheck seat={seat} />
        </p>
      )}
      {discharged ? (
        <p className="rd-tone-jade">{w.discharged}</p>
      ) : (
        failed !== undefined && (
          <p className="rd-tone-red">
            {w.failedBefore(
              shortDay(failed.session.on, language),
              failed.seat.notCounting.map((code) => suit('notCounting', code)).join(words.listSeparator),
            )}
          </p>
        )
      )}
      {seat.clash && (
        <NoticeBar tone="warn" word={words.appearances.calendar.clash}>
          {words.appearances.arrange.clashWarn}
        </NoticeBar>
      )}
      {confirm.isError && (
        <NoticeBar tone="error" word={words.notice.error}>
          {labels.failure(failureOf(confirm.error))}
        </NoticeBar>
      )}
      <div className="rw-actions rw-own-actions">
        {isConfirmed ? (
          <Chip tone="jade">{w.confirmed(shortDay(seat.confirmedOn ?? today, language))}</Chip>
        ) : (
          <button
            type="button"
            className="rd-btn"
            data-look="primary"
            aria-busy={confirm.isPending || undefined}
            onClick={() => {
              if (confirm.isPending) return;
              confirm.mutate({
                caseId: session.caseId,
                type: 'confirm-leader',
                input: { sessionId: session.sessionId, organId: seat.organId },
              });
            }}
          >
            {w.confirm}
          </button>
        )}
        <button type="button" className="rd-btn" onClick={() => setReplacing(true)}>
          {w.replace}
        </button>
      </div>
      <details className="rw-own-bring" open={days <= 3}>
        <summary>{w.bring}</summary>
        <ul>
          {w.bringItems.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <p className={seat.proofOn === null ? 'rd-tone-amber' : 'rd-tone-jade'}>
          {seat.proofOn === null ? w.proofMissing : w.proofDone(shortDay(seat.proofOn, language))}
        </p>
        <p className="rd-muted">{w.withStaff}</p>
      </details>
      <p className="rd-muted rd-small">
        {w.cannot}
        {words.colon}
        {w.cannotHint}
      </p>
      <ArrangeLeader
        seat={
          replacing
            ? {
                caseId: session.caseId,
                sessionId: session.sessionId,
                organId: seat.organId,
                organName: seat.organName,
                on: session.on,
                time: session.time,
                place: session.place,
                leaderName: seat.leaderName,
              }
            : null
        }
        onClose={() => setReplacing(false)}
      />
    </Panel>
  );
}

function Past({ own }: { own: readonly OwnSession[] }) {
  const { words, language } = useLanguage();
  const w = words.appearances.own;
  return (
    <Panel title={w.past}>
      <ul className="rw-court-list">
        {own.map(({ session, seat }) => {
          const state = stateOfSeat(seat, session);
          return (
            <li key={keyOfSession(session) + seat.organId}>
              <span>
                {shortDay(session.on, language)}{' '}
                <Link to="/lawsuits/$id" params={{ id: session.caseId }}>
                  {session.courtNumber}
                </Link>
              </span>
              {state !== null && <Chip tone={toneOfSeat(state)}>{words.appearances.seat[state]}</Chip>}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
