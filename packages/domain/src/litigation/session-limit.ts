/**
 * The day of a court session as a limit: until then an organ that has to appear there has its leader arranged, confirmed
 * and proved. It is no clock of the law book; what is still to be done is what the lawsuit waits for (position.ts).
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { OrganId } from '../ids.ts';
import type { CourtSession, Lawsuit, Position } from './case-types.ts';
import { organsToAppear } from './position.ts';

/** What is due by a session, in the order in which it is done. */
export const sessionLimits = [
  'litigation.plan-leader',
  'litigation.confirm-leader',
  'litigation.identity-proof',
] as const;
export type SessionLimit = (typeof sessionLimits)[number];

export interface DueBySession {
  readonly rule: SessionLimit;
  readonly due: CivilDate;
}

function missingAt(session: CourtSession, organId: OrganId, day: CivilDate): SessionLimit | null {
  const by = (e: { readonly occurredOn: CivilDate } | null | undefined) =>
    e !== null && e !== undefined && e.occurredOn <= day;
  const seat = session.appearances.find((a) => a.organId === organId);
  if (by(seat?.explained)) return null;
  if (seat === undefined || seat.leader === null) return 'litigation.plan-leader';
  if (!by(seat.confirmed)) return 'litigation.confirm-leader';
  return by(seat.proof) ? null : 'litigation.identity-proof';
}

/** The first session ahead for which one of these organs (null: any) has something to do, and what. */
export function dueBySession(
  suit: Lawsuit,
  position: Position,
  organs: readonly OrganId[] | null,
): DueBySession | null {
  const { day, stage, current } = position;
  if (current === null || (stage !== 'answering' && stage !== 'trying')) return null;
  const { instance } = current;
  const ahead = instance.sessions
    .filter((s) => s.cancelled === null && s.held === null && s.set.occurredOn <= day && day <= s.on)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  for (const session of ahead) {
    const missing = organsToAppear(suit, instance, session, day)
      .filter((organId) => organs === null || organs.includes(organId))
      .flatMap((organId) => missingAt(session, organId, day) ?? []);
    const rule = sessionLimits.find((one) => missing.includes(one));
    if (rule !== undefined) return { rule, due: session.on };
  }
  return null;
}
