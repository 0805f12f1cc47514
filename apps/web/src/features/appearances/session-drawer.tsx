import { articleOfNotCounting } from '@redress/domain/litigation/appearances';
import type { NotCounting } from '@redress/domain/litigation/codes';
import { Chip } from '@redress/ui/chip';
import { DefinitionList } from '@redress/ui/definition-list';
import { PersonLine } from '@redress/ui/person-line';
import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useState } from 'react';
import { ArrangeLeader, type SeatToArrange } from '../../lib/court/arrange-leader.tsx';
import { fullDay, plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { usePermission } from '../../lib/session.tsx';
import { useLabels } from '../../lib/use-labels.ts';
import type { CalendarSession, Seat } from './appearance-types.ts';
import { courtPlace } from './court-place.ts';
import { NoticeCheck } from './notice-check.tsx';
import { stateOfSeat, toneOfSeat } from './seat-state.ts';

interface SessionDrawerProps {
  session: CalendarSession | null;
  onClose: () => void;
}

/** One session: when, where, whose case, and each organ's seat with what can be arranged. */
export function SessionDrawer({ session, onClose }: SessionDrawerProps) {
  const { words } = useLanguage();
  return (
    <Drawer
      open={session !== null}
      onClose={onClose}
      size={560}
      title={session?.courtNumber ?? ''}
      closable={{ 'aria-label': words.close }}
      destroyOnHidden
    >
      {session !== null && <SessionOpened session={session} />}
    </Drawer>
  );
}

function SessionOpened({ session }: { session: CalendarSession }) {
  const { words, language } = useLanguage();
  const suit = useSuitCodes();
  const [arranged, setArranged] = useState<SeatToArrange | null>(null);
  const a = words.appearances;
  const c = words.suits.list.columns;
  return (
    <>
      <DefinitionList
        items={[
          {
            key: 'case',
            term: c.title,
            value: (
              <Link to="/lawsuits/$id" params={{ id: session.caseId }}>
                {session.title}
              </Link>
            ),
          },
          { key: 'number', term: c.number, value: session.caseNumber ?? words.notOnRecord },
          {
            key: 'when',
            term: a.calendar.when,
            value: `${fullDay(session.on, language)} ${session.time}`,
          },
          {
            key: 'where',
            term: c.court,
            value: [courtPlace(session.court, session.place), ...(session.isPublic ? [] : [a.notPublic])].join(' · '),
          },
          {
            key: 'level',
            term: c.level,
            value: `${suit('levels', session.level)} · ${suit('sessionKinds', session.kind)} · ${a.calendar.states[session.state] ?? session.state}`,
          },
        ]}
      />
      <h3 className="rw-court-heading">{a.calendar.seats}</h3>
      {session.seats.map((seat) => (
        <SeatLine
          key={seat.organId}
          session={session}
          seat={seat}
          onArrange={() =>
            setArranged({
              caseId: session.caseId,
              sessionId: session.sessionId,
              organId: seat.organId,
              organName: seat.organName,
              on: session.on,
              time: session.time,
              place: session.place,
              leaderName: seat.leaderName,
            })
          }
        />
      ))}
      <ArrangeLeader seat={arranged} onClose={() => setArranged(null)} />
    </>
  );
}

interface SeatLineProps {
  session: CalendarSession;
  seat: Seat;
  onArrange: () => void;
}

function SeatLine({ session, seat, onArrange }: SeatLineProps) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const suit = useSuitCodes();
  const casework = usePermission('cases.act');
  const respondent = usePermission('reply.file');
  const a = words.appearances;
  const state = stateOfSeat(seat, session);
  const mayArrange = session.state === 'set' && (casework || (respondent && seat.own));
  return (
    <PersonLine
      name={seat.organName}
      role={seat.undertakingId === seat.organId ? undefined : seat.undertakingName}
      chips={
        <>
          {state !== null && <Chip tone={toneOfSeat(state)}>{a.seat[state]}</Chip>}
          {seat.clash && <Chip tone="red">{a.calendar.clash}</Chip>}
        </>
      }
      detail={
        <>
          {seat.leaderName === null ? a.noLeader : a.leaderLine(seat.leaderName, seat.leaderTitle ?? '')}
          {seat.confirmedOn !== null && ` · ${a.seat.confirmed} ${plainDay(seat.confirmedOn, language)}`}
          <span className="rw-court-line">{suit('notices', seat.notified)}</span>
          {session.kind === 'trial' && <NoticeCheck seat={seat} />}
          {seat.notCounting.map((code) => (
            <span key={code} className="rw-court-line rd-tone-red">
              {suit('notCounting', code)} {labels.article(articleOfNotCounting[code as NotCounting] ?? '')}
            </span>
          ))}
        </>
      }
      actions={
        mayArrange ? (
          <button type="button" className="rd-btn" onClick={onArrange}>
            {seat.leaderName === null ? a.arrange.open : a.arrange.replace}
          </button>
        ) : undefined
      }
    />
  );
}
