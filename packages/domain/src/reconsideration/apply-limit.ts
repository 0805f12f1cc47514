/** The applicant's own limit for applying: out of the registered facts, or out of a form that is still being filled in. */
import { z } from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
import { type Computation, underCaps } from '../law/compute.ts';
import type { LawContext } from '../ledger/kinds.ts';
import { zCivilDate } from '../schema.ts';
import { type LimitOf, lawOfDay, limitsUnder } from './limit-of.ts';

const maybeDay = zCivilDate.nullable();

/** What the limit hangs on. A day that is not known yet is null; an obstacle is given with both its days. */
export const zApplicationFacts = z.object({
  filedOn: maybeDay,
  act: z.object({
    madeOn: maybeDay,
    immovable: z.boolean(),
    knownOn: maybeDay,
    notInformed: z.object({ rightsKnownOn: maybeDay, contentKnownOn: maybeDay }).nullable(),
    obstacles: z
      .array(z.object({ from: zCivilDate, to: zCivilDate }).refine((o) => o.from <= o.to, 'ends-before-it-begins'))
      .max(20),
    inaction: z.object({ requestedOn: maybeDay, periodEndsOn: maybeDay }).nullable(),
  }),
});
export type ApplicationFacts = Readonly<z.infer<typeof zApplicationFacts>>;

/** The last day on which the regulation's wording is on file: how an act becomes known (15), which spans are left out. */
export const regulationUntil = '2026-06-30';

/**
 * The applicant's limit with its caps (20, 21; resolutions A2 to A5). For an inaction it runs from the end of the
 * performance period (REG2007 16). The one-year cap of 20(3) did not exist before 2024: for content known before
 * then it warns, and refuses nothing by itself. `seq` is the entry the facts stand in; null while they stand in none.
 */
export function applyLimit(application: ApplicationFacts, limit: LimitOf, seq: number | null = null): Computation {
  const { act, filedOn: filed } = application;
  const ref = seq === null ? {} : { triggerRef: seq };
  const stopped = act.obstacles.map(({ from, to }) => ({ from, to, kind: 'obstacle' as const }));
  if (act.inaction !== null) {
    const trigger = inactionWaitEnd(application, limit);
    return limit('reconsideration.apply-over-inaction', { trigger, ...ref, filed, stopped });
  }
  const caps = capsOf(application, limit);
  if (act.notInformed === null) {
    const main = limit('reconsideration.apply', {
      trigger: act.knownOn,
      ...ref,
      filed,
      stopped,
      readings: ['knowledge-from-service'],
      // The regulation's ways of knowing (15) are on file until its end only.
      ...(act.knownOn !== null && act.knownOn > regulationUntil ? { factsVerified: false } : {}),
    });
    return underCaps(main, caps);
  }
  const main = limit('reconsideration.apply-not-informed', {
    trigger: act.notInformed.rightsKnownOn,
    ...ref,
    filed,
    stopped,
    readings: ['not-informed-of-any-of-three'],
  });
  return underCaps(main, caps);
}

/** The outer ends over an application: one year from the content where not all was told (20(3)), 5 and 20 years (21). */
function capsOf({ act, filedOn: filed }: ApplicationFacts, limit: LimitOf): readonly Computation[] {
  if (act.inaction !== null) return [];
  const rule = act.immovable ? 'reconsideration.apply-longest-immovable' : 'reconsideration.apply-longest-other';
  const longest = act.madeOn === null ? [] : [limit(rule, { trigger: act.madeOn, filed })];
  if (act.notInformed === null) return longest;
  const contentOn = act.notInformed.contentKnownOn ?? act.knownOn;
  if (contentOn === null) return longest;
  return [limit('reconsideration.apply-not-informed-longest', { trigger: contentOn, filed }), ...longest];
}

/**
 * The last day on which the application could be filed whatever else is not known: its own limit, or the earliest cap
 * that refuses and does not only warn. Null where nothing on record sets an end.
 */
export function latestFilingDay(application: ApplicationFacts, limit: LimitOf): CivilDate | null {
  const own = applyLimit(application, limit).due;
  if (own !== null) return own;
  const ends = capsOf(application, limit).flatMap((cap) =>
    cap.due === null || cap.marks.includes('warns-only') ? [] : [cap.due],
  );
  return ends.sort()[0] ?? null;
}

/** The last day the organ had to act before its inaction could be applied against (REG2007 16); null where unknown. */
export function inactionWaitEnd({ act }: ApplicationFacts, limit: LimitOf): CivilDate | null {
  if (act.inaction === null) return null;
  const { requestedOn, periodEndsOn } = act.inaction;
  return periodEndsOn ?? limit('reconsideration.inaction-wait', { trigger: requestedOn }).due;
}

/** The limit of an application that is in no ledger yet. */
export function limitOfApplication(facts: ApplicationFacts, law: LawContext): Computation {
  const known = facts.filedOn ?? facts.act.knownOn ?? facts.act.madeOn;
  const version = known === null ? 'ARL2023' : lawOfDay(known);
  return applyLimit(facts, limitsUnder(version, { case: null, rules: new Map(), specials: new Map() }, law));
}
