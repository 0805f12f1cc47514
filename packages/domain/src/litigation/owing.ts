/**
 * Which organ owes an appearance at which session (rulebook 5). The duty is one of court case number and organ: the
 * leader's appearance that discharges it ends it, until the court notifies again (LEAD2020 7(1)); where another organ's
 * leader came for both it is covered (3). An absence that was explained is still owed its entry: the reason is a paper of
 * the time before, and who sat there, the leader or staff that exercise the power (10(1)), is known only afterwards.
 */
import type { OrganId } from '../ids.ts';
import { agreedFor, bySession, dayOf, isDutySession, noticeOf } from './appearances.ts';
import type { CourtSession, Instance } from './case-types.ts';

type Tried = Pick<Instance, 'sessions' | 'agreed'>;

interface Stood {
  readonly session: CourtSession;
  /** A leader sat there who counts. */
  readonly met: boolean;
}

/** The trial sessions at which an organ's own duty stood, in the order of their days; those to come as things are now. */
function stoodAt(i: Tried, organId: OrganId): readonly Stood[] {
  let isDischarged = false;
  return [...i.sessions].sort(bySession).flatMap((session) => {
    if (!isDutySession(session) || session.cancelled !== null) return [];
    if (isDischarged && noticeOf(session, organId) === 'none') return [];
    const isHeld = session.held !== null;
    const met = isHeld && session.appearances.some((a) => a.organId === organId && a.counts === true);
    if (met) isDischarged = true;
    return [{ session, met }];
  });
}

/** Another organ's leader came for this one, too, at this session or at the last one before it at which one was owed. */
function isCoveredAt(i: Tried, session: CourtSession, organId: OrganId): boolean {
  const day = dayOf(session);
  const by = agreedFor(i.agreed, organId, day);
  if (by === null) return false;
  const theirs = stoodAt(i, by).filter((s) => s.session.held !== null && dayOf(s.session) <= day);
  return theirs.at(-1)?.met === true;
}

/** Whether the organ owes an appearance at the session, whatever is on record of it. */
export const owesAt = (i: Tried, session: CourtSession, organId: OrganId): boolean =>
  stoodAt(i, organId).some((s) => s.session.sessionId === session.sessionId) && !isCoveredAt(i, session, organId);
