/** Two states of one case compared: which clocks start, move, stop, run on, are met or end. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { OrganId } from '../ids.ts';
import { type Clock, type ClockStatus, clockStatusOn } from '../ledger/clock.ts';
import type { PersonRef } from '../ledger/common-entries.ts';
import type { CaseNames } from './names.ts';
import type { Impact } from './types.ts';

type Change = Impact['changes'][number];

/** What of a case is compared. */
export interface Timed {
  readonly clocks: readonly Clock[];
  readonly parties: readonly { readonly partyId: string; readonly person: PersonRef }[];
  /** The organs that limits run for. */
  readonly organs: readonly OrganId[];
}

/**
 * Whether a clock hangs on a silence that has not happened by a day: deemed acceptance before its day, the right to sue
 * before the decision is overdue. A preview says what the step does, not what would follow if nobody did anything.
 */
const hangsOnSilence = (k: Clock, day: CivilDate): boolean => k.startSeq === null && k.visibleFrom > day;

/** Every clock that the second state has differently from the first, on a day. */
export function changesBetween(
  before: Pick<Timed, 'clocks'>,
  after: Timed,
  day: CivilDate,
  names: Pick<CaseNames, 'organ' | 'person'>,
): readonly Change[] {
  const changes: Change[] = [];
  const subjectName = (subject: string): string | null => {
    const party = after.parties.find((p) => p.partyId === subject);
    if (party !== undefined) return names.person(party.person)?.name ?? null;
    return after.organs.includes(subject as OrganId) ? names.organ(subject as OrganId) : null;
  };
  const add = (clock: Clock, change: Change['change'], was: Clock | null, is: Clock | null): void => {
    changes.push({
      clockId: clock.id,
      ruleId: clock.ruleId,
      subjectName: subjectName(clock.subject),
      change,
      before: was === null ? null : stateOf(was, day),
      after: is === null ? null : stateOf(is, day),
    });
  };
  const wasClocks = before.clocks.filter((k) => !hangsOnSilence(k, day));
  const isClocks = after.clocks.filter((k) => !hangsOnSilence(k, day));
  const left = new Set(wasClocks);
  for (const is of isClocks) {
    const was =
      wasClocks.find((k) => k.id === is.id) ??
      // The same limit from another entry (a service now on record, a corrected receipt) has moved, not started.
      wasClocks.find(
        (k) =>
          left.has(k) && k.ruleId === is.ruleId && k.subject === is.subject && !isClocks.some((o) => o.id === k.id),
      ) ??
      null;
    if (was !== null) left.delete(was);
    const change = changeOf(was, is);
    if (change !== null) add(is, change, was, is);
  }
  for (const was of left) if (was.end.is === 'open') add(was, 'ends', was, null);
  return changes;
}

const stateOf = (k: Clock, day: CivilDate): { due: CivilDate | null; status: ClockStatus } => ({
  due: k.computation.due,
  status: clockStatusOn(k, day),
});

function changeOf(was: Clock | null, is: Clock): Change['change'] | null {
  if (was === null) return is.end.is === 'superseded' && is.end.bySeq !== null ? null : 'starts';
  if (was.end.is !== 'met' && is.end.is === 'met') return 'meets';
  const ended = (k: Clock) => k.end.is === 'superseded' && k.end.bySeq !== null;
  if (!ended(was) && ended(is)) return 'ends';
  if (ended(was) && !ended(is) && is.end.is === 'open') return 'starts';
  const stopped = (k: Clock) => k.computation.status === 'stopped';
  if (!stopped(was) && stopped(is)) return 'stops';
  if (stopped(was) && !stopped(is)) return 'resumes';
  return was.computation.due === is.computation.due ? null : 'moves';
}
