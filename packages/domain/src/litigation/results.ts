/**
 * What a whole lawsuit came to: the outcome of the last instance that held something of its own, and whether it was lost
 * (败诉). A judgment upheld counts as what it held itself, one reversed as what the court above held instead.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Instance, Lawsuit, SuitResult } from './case-types.ts';
import { lossOrder, type Outcome, type ReconsiderationFate } from './codes.ts';
import { aboutOf, isLetGo, isUpheld, suitGoesOn } from './instances.ts';

/** What an instance holds: of a reversal, what stands in place of the judgment below, with what it left of that one. */
export function heldIn(i: Instance, all: readonly Instance[] = []): readonly Outcome[] {
  if (i.ended === null) return [];
  const { outcomes, reversedTo } = i.ended.payload;
  if (!outcomes.includes('reverse')) return outcomes;
  const below = outcomes.includes('uphold') ? belowOf(i, all) : undefined;
  const left = below === undefined ? [] : heldIn(standsIn(below, all), earlierThan(i, all));
  const held = [...reversedTo, ...left.filter((o) => !reversedTo.includes(o))];
  return held.length > 0 ? held : outcomes;
}

const earlierThan = (i: Instance, all: readonly Instance[]): readonly Instance[] =>
  all.slice(0, Math.max(0, all.indexOf(i)));

/** Upheld in everything: where one item was changed, the court above holds something of its own. */
const isWhollyUpheld = (outcomes: readonly Outcome[]): boolean => isUpheld(outcomes) && !outcomes.includes('reverse');

/** The first of the losing outcomes (statistics: a case is lost once); null where none is one. */
export const lossOf = (outcomes: readonly Outcome[]): Outcome | null =>
  lossOrder.find((o) => outcomes.includes(o)) ?? null;

/** What the judgment on the reconsideration decision is, by itself (INT2018 136). */
const ofReconsideration = {
  stands: null,
  annulled: 'revoke',
  'annulled-redo': 'revoke',
  'confirmed-unlawful': 'confirm-unlawful',
} as const satisfies Record<ReconsiderationFate, Outcome | null>;

/**
 * The loss of an instance: by what it holds of the act; where that act stands, by what became of the reconsideration
 * decision, which may fall alone (INT2018 136(5)).
 */
function lostIn(i: Instance, held: readonly Outcome[], all: readonly Instance[]): Outcome | null {
  const lost = lossOf(held);
  if (lost !== null || i.ended === null) return lost;
  const { outcomes } = i.ended.payload;
  const below = outcomes.includes('uphold') && all.length > 0 ? belowOf(i, all) : undefined;
  const fate =
    i.ended.payload.reconsideration ?? (below && standsIn(below, all))?.ended?.payload.reconsideration ?? null;
  return fate === null ? null : ofReconsideration[fate];
}

/** The one this instance is about, below it; undefined where that is not on record. */
const belowOf = (i: Instance, all: readonly Instance[]): Instance | undefined => {
  const about = aboutOf(i, all);
  return about === null ? undefined : all.find((x) => x.instanceId === about.instanceId);
};

/** The instance that decided: an appeal let go and a retrial refused or given up leave what was decided below. */
function decidedIn(i: Instance, all: readonly Instance[], depth = 0): Instance | null {
  if (i.ended === null || depth > all.length) return null;
  const { outcomes } = i.ended.payload;
  if (!isLetGo(i) && !outcomes.every((o) => o === 'other-ruling')) return i;
  const below = belowOf(i, all);
  // Where nothing below is on record, this is all the suit came to.
  return below === undefined ? i : decidedIn(below, all, depth + 1);
}

/** The instance whose own words stand: below judgments that were upheld. */
function standsIn(i: Instance, all: readonly Instance[], depth = 0): Instance {
  const below = i.ended !== null && isWhollyUpheld(i.ended.payload.outcomes) ? belowOf(i, all) : undefined;
  // Where the judgment below is not on record, the suit came to what this instance said of it.
  return below === undefined || below.ended === null || depth > all.length ? i : standsIn(below, all, depth + 1);
}

/** The result of the lawsuit as of a day; without a day, of the whole record. Null while nothing that stands ended it. */
export function resultOf(suit: Pick<Lawsuit, 'instances' | 'voided'>, day: CivilDate | null = null): SuitResult | null {
  if (suit.voided !== null && (day === null || suit.voided.occurredOn <= day)) return null;
  const known = suit.instances.filter((i) => day === null || i.opened.occurredOn <= day);
  const ended = known.filter((i) => i.ended !== null && (day === null || i.ended.occurredOn <= day));
  for (const i of [...ended].reverse()) {
    const decided = decidedIn(i, ended);
    if (decided === null || decided.ended === null) continue;
    const stands = standsIn(decided, ended);
    const outcomes = heldIn(stands, ended);
    if (suitGoesOn(stands, ended)) return null;
    const lost = lostIn(stands, outcomes, ended);
    const principal = lost ?? outcomes[0];
    if (principal === undefined) continue;
    const { instanceId, level } = decided;
    return { instanceId, level, principal, on: decided.ended.occurredOn, lost };
  }
  return null;
}

/** The result of one instance by itself, as form 2 counts first and second instances apart. */
export function resultOfInstance(i: Instance): SuitResult | null {
  if (i.ended === null) return null;
  const { outcomes } = i.ended.payload;
  const lost = lostIn(i, heldIn(i), []);
  const changed: Outcome | undefined = outcomes.find((o) => o === 'reverse');
  const principal = (changed === undefined && i.level === 'first' ? lost : lossOf(outcomes)) ?? changed ?? outcomes[0];
  if (principal === undefined) return null;
  return { instanceId: i.instanceId, level: i.level, principal, on: i.ended.occurredOn, lost };
}
