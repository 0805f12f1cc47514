/** How one organ's seat at a session stands, as a word and a tone. */
import type { ChipTone } from '@redress/ui/chip';
import type { Words } from '../../lib/labels/words.ts';
import type { CalendarSession, Seat } from './appearance-types.ts';

export type SeatState = keyof Words['appearances']['seat'];

const tones: Readonly<Record<SeatState, ChipTone>> = {
  planned: 'ink',
  confirmed: 'ink',
  proof: 'ink',
  attended: 'jade',
  notCounted: 'red',
  absent: 'red',
  missing: 'amber',
  unrecorded: 'amber',
  notOwed: 'dotted',
};
export const toneOfSeat = (state: SeatState): ChipTone => tones[state];

type SeatFacts = Pick<
  Seat,
  'counts' | 'recordedOn' | 'owes' | 'explainedOn' | 'proofOn' | 'confirmedOn' | 'plannedOn' | 'leaderName'
>;

/** null: a session that was cancelled asks for nobody. */
export function stateOfSeat(seat: SeatFacts, session: Pick<CalendarSession, 'state'>): SeatState | null {
  if (session.state === 'cancelled') return null;
  if (seat.recordedOn !== null) {
    if (seat.counts === true) return 'attended';
    return seat.leaderName === null ? 'absent' : 'notCounted';
  }
  // Who sat there is still to be told, also where it was explained why no leader would.
  if (session.state !== 'set') return seat.owes ? 'unrecorded' : 'notOwed';
  if (seat.explainedOn !== null) return 'absent';
  if (seat.leaderName === null) return 'missing';
  if (seat.proofOn !== null) return 'proof';
  return seat.confirmedOn === null ? 'planned' : 'confirmed';
}
