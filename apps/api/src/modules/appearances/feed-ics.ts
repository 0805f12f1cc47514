/**
 * Court sessions as an iCalendar text (RFC 5545). What stands in it may lie on anybody's telephone: court, case number,
 * place and hour, the organs and their leaders; no plaintiff, no act, no file.
 */
import { toDayNumber } from '@redress/domain/calendar/civil-date';
import type { AccountId, OrganId } from '@redress/domain/ids';
import { minuteOf } from '@redress/domain/litigation/leaders';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { SessionRow } from '../../case-store/appearance-lists.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** Asia/Shanghai has kept UTC+8 without summer time since 1992. */
const SHANGHAI_MINUTES = 480;

/** The instant of an hour in Asia/Shanghai on a civil day. */
const instantOf = (session: Pick<SessionRow, 'onDay' | 'time'>): number =>
  (toDayNumber(session.onDay) * DAY_MINUTES + minuteOf(session.time) - SHANGHAI_MINUTES) * MINUTE_MS;

const levels: Readonly<Record<string, string>> = {
  first: '一审',
  second: '二审',
  'retrial-review': '再审审查',
  retrial: '再审',
};
const sessionKinds: Readonly<Record<string, string>> = {
  trial: '开庭',
  'evidence-exchange': '证据交换',
  inquiry: '询问',
  pronouncement: '宣判',
};

export interface FeedContent {
  /** What the calendar calls itself. */
  readonly name: string;
  /** Whose feed it is; null = an organ's. */
  readonly account: AccountId | null;
  readonly sessions: readonly SessionRow[];
  readonly organName: (id: OrganId) => string;
}

type Seats = SessionRow['seats'];

/** Whoever it is that comes has said so: the session is fixed for this reader. */
const isConfirmed = (seats: Seats, account: AccountId | null): boolean =>
  account === null
    ? seats.length > 0 && seats.every((s) => s.confirmedOn !== null || s.recordedOn !== null)
    : seats.some((s) => s.leaderAccountId === account && (s.confirmedOn !== null || s.recordedOn !== null));

export function icsOf({ name, account, sessions, organName }: FeedContent): string {
  const calendar = ical({
    name,
    prodId: { company: 'Redress', product: 'court sessions', language: 'ZH-CN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const session of sessions) {
    const { seats, level, kind, court, courtNumber, place, minutes } = session;
    const start = instantOf(session);
    const bench = seats.map((s) => {
      const leader = s.leaderName === null ? '出庭负责人未定' : `出庭负责人：${s.leaderName}${s.leaderTitle ?? ''}`;
      return `${organName(s.organId)}（${leader}）`;
    });
    const own = account === null ? null : seats.find((s) => s.leaderAccountId === account);
    const what = `${levels[level] ?? ''}${sessionKinds[kind] ?? ''}`;
    calendar.createEvent({
      // The same session keeps its name in every feed and after every move.
      id: `${session.streamId}.${session.sessionId}@redress`,
      // Grows with every entry of the suit: a move or a cancellation is always newer than what was read before.
      sequence: session.version,
      stamp: new Date(session.updatedAt ?? start),
      start: new Date(start),
      end: new Date(start + minutes * MINUTE_MS),
      summary: own == null ? `${what} ${courtNumber}` : `出庭应诉：${what} ${courtNumber}`,
      location: `${court} ${place}`,
      description: [`${court}${courtNumber}`, ...bench, ...(session.isPublic ? [] : ['不公开审理'])].join('\n'),
      status:
        session.cancelledOn !== null
          ? ICalEventStatus.CANCELLED
          : isConfirmed(seats, account)
            ? ICalEventStatus.CONFIRMED
            : ICalEventStatus.TENTATIVE,
    });
  }
  return calendar.toString();
}
