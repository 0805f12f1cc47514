/**
 * A retrial that was ordered stays the execution of the judgment it is about (INT2018 118), until it has ended: the old
 * judgment is then upheld, set aside, or goes on by itself (121).
 */
import { type CivilDate, daysBetween, earlierOf } from '../calendar/civil-date.ts';
import type { Instance, Obligation, Stay } from './case-types.ts';
import { standingOf } from './effect.ts';
import { aboutOf, isLetGo, isUpheld } from './instances.ts';

/** The instance, and those above that left its judgment as it was: who tries one of these again tries what it ordered. */
function standingWith(i: Instance, all: readonly Instance[]): ReadonlySet<string> {
  const ids = new Set([i.instanceId]);
  for (const _ of all) {
    for (const x of all) {
      const about = aboutOf(x, all)?.instanceId;
      if (about !== undefined && ids.has(about) && x.ended !== null && isUpheld(x.ended.payload.outcomes)) {
        ids.add(x.instanceId);
      }
    }
  }
  return ids;
}

/** The day execution may go on after a retrial; null while it is tried, or its judgment is not in effect. */
function endOf(retrial: Instance, all: readonly Instance[]): CivilDate | null {
  if (retrial.ended === null) return null;
  if (isLetGo(retrial)) return retrial.effective?.visibleFrom ?? null;
  const { from, fellOn } = standingOf(retrial, all);
  return from ?? fellOn;
}

/** Since when, and until when, what an instance ordered is not executed; oldest first. */
export function staysOf(i: Instance, all: readonly Instance[]): readonly Stay[] {
  const ids = standingWith(i, all);
  const about = all.filter((x) => ids.has(aboutOf(x, all)?.instanceId ?? ''));
  const orders = about.filter(
    (x) => x.level === 'retrial-review' && x.ended?.payload.outcomes.includes('retrial-ordered') === true,
  );
  const retrials = about.filter((x) => x.level === 'retrial');
  const ofRetrial = (x: Instance): Instance | undefined =>
    orders.findLast((o) => all.indexOf(o) < all.indexOf(x)) ?? undefined;
  const tried = retrials.map((x): Stay | null => {
    const order = ofRetrial(x);
    if (order?.ended?.payload.executionGoesOn === true) return null;
    const opened = x.opened.occurredOn;
    const from = order === undefined || order.ended === null ? opened : earlierOf(order.ended.occurredOn, opened);
    return { from, to: endOf(x, all), startSeq: order?.ended?.seq ?? x.opened.seq, endSeq: x.ended?.seq ?? null };
  });
  const waiting = orders
    .filter((o) => !retrials.some((x) => ofRetrial(x) === o) && o.ended?.payload.executionGoesOn !== true)
    .flatMap((o): Stay[] =>
      o.ended === null ? [] : [{ from: o.ended.occurredOn, to: null, startSeq: o.ended.seq, endSeq: null }],
    );
  return [...tried, ...waiting]
    .flatMap((s) => (s === null || (s.to !== null && s.to <= s.from) ? [] : [s]))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.startSeq - b.startSeq));
}

export const isStayedOn = (o: Pick<Obligation, 'stays'>, day: CivilDate): boolean =>
  o.stays.some((s) => s.from <= day && (s.to === null || day < s.to));

/** Days that were not counted for a limit that was not over when the stay began. */
export const daysStayed = (stays: readonly Stay[], due: CivilDate): number =>
  stays.reduce((days, s) => (s.to === null || due < s.from ? days : days + daysBetween(s.from, s.to)), 0);
