/**
 * What an instance is in the order of the courts: as which it is tried, whether its judgment may be appealed, who must be
 * served, and what became of it in a later instance.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { OrganId, PartyId } from '../ids.ts';
import type { Instance, Lawsuit } from './case-types.ts';
import {
  appealableRulings,
  formOf,
  type InstanceLevel,
  type JudgmentForm,
  type Outcome,
  uncountedGrounds,
} from './codes.ts';

type Known = Pick<Instance, 'instanceId' | 'level' | 'court' | 'opened'>;

/**
 * The court's number as it is compared: without blanks, widths, brackets (also the ones somebody left out) and the 号 at
 * its end, in capitals. One number has one key, however it was typed.
 */
export const courtNumberKey = (number: string): string =>
  number
    .normalize('NFKC')
    .replace(/[\s()[\]{}〔〕【】｛｝<>〈〉《》]/gu, '')
    .replace(/号+$/u, '')
    .toUpperCase();

/** The instance that an appeal, a retrial or its review is about; of a review, what the review is about. */
export function aboutOf(i: Pick<Known, 'opened'>, all: readonly Known[]): Known | null {
  const seen = new Set<string>();
  let of = i.opened.payload.of;
  while (of !== null && !seen.has(of)) {
    seen.add(of);
    const found = all.find((x) => x.instanceId === of) ?? null;
    if (found === null || found.level !== 'retrial-review') return found;
    of = found.opened.payload.of;
  }
  return null;
}

export type TriedAs = 'first' | 'second' | 'review';

/**
 * As which instance it is tried: a retrial by the court that gave the first judgment is tried as a first instance and may
 * be appealed; of a second judgment, or by the court above, as a second one and ends there (INT2018 119).
 */
export function triedAs(i: Known, all: readonly Known[]): TriedAs {
  switch (i.level) {
    case 'first':
      return 'first';
    case 'second':
      return 'second';
    case 'retrial-review':
      return 'review';
    case 'retrial': {
      const about = aboutOf(i, all);
      return about !== null && about !== i && about.level === 'first' && about.court === i.court ? 'first' : 'second';
    }
  }
}

/** The document that ends an instance: a judgment where one of its outcomes is one. */
export function judgmentForm(outcomes: readonly Outcome[]): JudgmentForm {
  const forms = outcomes.map((o) => formOf[o]);
  return forms.includes('judgment') ? 'judgment' : forms.includes('mediation-letter') ? 'mediation-letter' : 'ruling';
}

const appealable: ReadonlySet<Outcome> = new Set<Outcome>(appealableRulings);

/** The limit for an appeal against what ended the instance; null where there is no appeal (ALL2017 85, INT2018 101(2)). */
export function appealRule(
  tried: TriedAs,
  outcomes: readonly Outcome[],
): 'litigation.appeal-judgment' | 'litigation.appeal-ruling' | null {
  if (tried !== 'first') return null;
  const form = judgmentForm(outcomes);
  if (form === 'judgment') return 'litigation.appeal-judgment';
  return form === 'ruling' && outcomes.some((o) => appealable.has(o)) ? 'litigation.appeal-ruling' : null;
}

/** After these the dispute goes on before another court or in another instance: the suit is not over with them. */
const goesOn: ReadonlySet<Outcome> = new Set<Outcome>(['remand', 'transferred', 'retrial-ordered']);

/**
 * Whether the suit goes on after this instance. A ruling that did not let the suit in, reversed, sends it back to be taken
 * up or tried (INT2018 109(1)); a judgment reversed ends it, for the court above says what holds instead.
 */
export function suitGoesOn(
  i: Pick<Instance, 'instanceId' | 'opened' | 'ended'>,
  all: readonly Pick<Instance, 'instanceId' | 'level' | 'court' | 'opened' | 'ended'>[],
): boolean {
  if (i.ended === null) return true;
  const { outcomes, reversedTo } = i.ended.payload;
  if (outcomes.some((o) => goesOn.has(o))) return true;
  if (!outcomes.includes('reverse') || reversedTo.length > 0) return false;
  const about = aboutOf(i, all);
  const below = all.find((x) => x.instanceId === about?.instanceId)?.ended?.payload.outcomes ?? [];
  return below.some((o) => appealable.has(o));
}

const appealGone: ReadonlySet<Outcome> = new Set<Outcome>(['appeal-withdrawn', 'deemed-withdrawn']);

/**
 * The appeal came to nothing and the judgment below stands: by itself, not through what the court above held. In a first
 * instance it is the suit that counts as withdrawn.
 */
export const isAppealGone = (i: Pick<Instance, 'level' | 'ended'>): boolean =>
  i.level === 'second' && i.ended !== null && i.ended.payload.outcomes.some((o) => appealGone.has(o));

const endsRetrial: ReadonlySet<Outcome> = new Set<Outcome>(['withdrawn', 'ended', 'other-ruling']);

/**
 * It ended and left what was decided below as it was: an appeal let go, whatever ended the look at an application for a
 * retrial (INT2018 115), a retrial that was ended itself: the judgment in force goes on by itself then (121).
 */
export const isLetGo = (i: Pick<Instance, 'level' | 'ended'>): boolean =>
  isAppealGone(i) ||
  (i.ended !== null &&
    (i.level === 'retrial-review' ||
      (i.level === 'retrial' && i.ended.payload.outcomes.every((o) => endsRetrial.has(o)))));

/** Of those who appealed together, who has not let it go. */
export const openAppellants = (a: Instance['appeals'][number]): readonly string[] =>
  [...a.appealed.payload.organs, ...a.appealed.payload.parties].filter((id) => !a.withdrawnBy.includes(id));

/** The court above left the judgment below as it was. */
export const isUpheld = (outcomes: readonly Outcome[]): boolean => outcomes.includes('uphold');

/** Who receives a judgment: every organ of the suit, plaintiffs and third parties; agents receive it for them. */
export interface Addressee {
  readonly is: 'organ' | 'party';
  readonly id: OrganId | PartyId;
}

export function addresseesOf(
  suit: Pick<Lawsuit, 'organs' | 'parties'>,
  outcomes: readonly Outcome[],
): readonly Addressee[] {
  const parties = suit.parties
    .filter((p) => (p.capacity === 'applicant' || p.capacity === 'third-party') && p.leftOn === null)
    .map((p): Addressee => ({ is: 'party', id: p.partyId }));
  // A suit that was not taken up has no defendant yet.
  if (outcomes.includes('not-docketed')) return parties;
  return [...suit.organs.map((o): Addressee => ({ is: 'organ', id: o.organId })), ...parties];
}

/** Whom a service reached, as its addressee's id. */
export const servedId = (to: { is: 'organ'; organId: OrganId } | { is: 'party'; partyId: PartyId }): string =>
  to.is === 'organ' ? to.organId : to.partyId;

/** Whether an organ's evidence was with the court by a day, with its answer or apart. */
export const hasEvidence = (i: Pick<Instance, 'answers' | 'evidence'>, organId: OrganId, day: CivilDate): boolean =>
  [...i.answers, ...i.evidence].some(
    (e) => bringsFor(e.payload, organId) && e.payload.evidence.length > 0 && e.occurredOn <= day,
  );

/** Whose evidence it is: of who filed it, and of the co-defendants it was filed for (INT2018 135(2)). */
export const bringsFor = (
  { organId, alsoFor = [] }: { readonly organId: string; readonly alsoFor?: readonly string[] | undefined },
  whose: string,
): boolean => organId === whose || alsoFor.includes(whose);

const uncounted: ReadonlySet<string> = new Set(uncountedGrounds);

/** Whether the suit stands still with a span (INT2018 87), or only the days of the court's limit are not counted (50(1)). */
export const standsStill = (span: { readonly ground: string }): boolean => !uncounted.has(span.ground);

/** Which levels the simplified procedure is for: a first instance that is no remand (ALL2017 82). */
export const maySimplify = (level: InstanceLevel, remandedBy: string | null): boolean =>
  level === 'first' && remandedBy === null;

/** The last day on which the court still sat over it, where that lies after a day: no judgment is older. */
export const lastSessionAfter = (i: Pick<Instance, 'sessions'> | null | undefined, day: CivilDate): CivilDate | null =>
  (i?.sessions ?? [])
    .flatMap((s) => (s.held !== null && s.held.occurredOn > day ? [s.held.occurredOn] : []))
    .toSorted()
    .at(-1) ?? null;
