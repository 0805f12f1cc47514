/** Conditions on an organ's seat (appearance a) at a session (court_session s), with $1 the day: lists and figures share them. */

/** The seat is one whose organ the row (participant p) answers for; the office has all of them. */
export const ownSeat = `(p.capacity <> 'respondent' or p.organ_id in (a.organ_id, a.undertaking_id))`;

/**
 * 待登记: the session took place, or its day has passed, and nothing is on record of who appeared for an organ that owes
 * an appearance there. One covered by another organ's leader owes none; an absence that was explained is still to be recorded
 * (domain litigation/owing.ts).
 */
export const isUnrecorded = `s.cancelled_on is null and (s.on_day < $1::date or s.held_on <= $1::date)
  and a.owes and a.recorded_on is null`;
