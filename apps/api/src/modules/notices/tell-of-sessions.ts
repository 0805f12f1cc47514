/** Tells of court sessions that are near: when three working days are left, and again on the last. */
import type { Office } from '@redress/domain/access/scope';
import { addDays, type CivilDate } from '@redress/domain/calendar/civil-date';
import { departmentRoles, type Recipients } from '@redress/domain/notices/recipients';
import { type SessionAhead, sessionsAhead } from '../../case-store/unheard.ts';
import type { Services } from '../../trpc/context.ts';
import { type NewNotice, tell } from './notices.ts';
import { accountsOf } from './tell-of-entries.ts';

/** Three working days lie within these, whatever the holidays. */
const AHEAD_DAYS = 14;
const NEAR = 3;

/** The leader who is to come, and those who answer for the organ: its department, or the office itself. */
const whom = (session: SessionAhead): readonly Recipients[] => {
  const { undertakingId: organId, officeId, handlers, leaderAccountId } = session;
  const people: Recipients =
    organId === officeId ? { is: 'accounts', accounts: handlers } : { is: 'roles', organId, roles: departmentRoles };
  return leaderAccountId === null ? [people] : [people, { is: 'accounts', accounts: [leaderAccountId] }];
};

/** How many notices were new. A session that was moved is near anew. */
export async function tellOfSessions(
  s: Pick<Services, 'db' | 'law' | 'clock'>,
  office: Office,
  day: CivilDate,
): Promise<number> {
  const createdAt = s.clock.now();
  const notices = (await sessionsAhead(s.db, day, addDays(day, AHEAD_DAYS))).flatMap(
    (session): readonly NewNotice[] => {
      const { streamId, sessionId, organId, on, time, leaderName } = session;
      const left = s.law.calendar.workingDaysBetween(day, on);
      if (left === null || left > NEAR) return [];
      const rung = left <= 1 ? 'left-1' : 'left-3';
      const accounts = new Set(whom(session).flatMap((to) => accountsOf(office, to, day, null)));
      return [...accounts].map((accountId) => ({
        kind: 'session-near',
        params: { on, time, leader: leaderName ?? '' },
        accountId,
        streamId,
        key: `session|${streamId}|${sessionId}|${organId}|${on}|${rung}`,
        createdAt,
      }));
    },
  );
  return tell(s.db, notices);
}
