/**
 * When a judgment takes effect (rulebook 4): a first one, the day after the last party's limit for an appeal ends; one
 * without appeal, on the day it was served on the last of them. A later instance may uphold it, or set it aside.
 */
import { addDays, type CivilDate, laterOf } from '../calendar/civil-date.ts';
import type { Clock } from '../ledger/clock.ts';
import type { Lapse } from '../ledger/lapse.ts';
import type { Instance, Lawsuit } from './case-types.ts';
import {
  aboutOf,
  addresseesOf,
  appealRule,
  isAppealGone,
  isLetGo,
  isUpheld,
  judgmentForm,
  servedId,
  triedAs,
} from './instances.ts';

export type Effect = Lapse<'judgment-effective'>;

const latest = (days: readonly CivilDate[]): CivilDate | null =>
  days.reduce<CivilDate | null>((a, b) => (a === null ? b : laterOf(a, b)), null);

/** The first service on an addressee. */
export const servedOn = (i: Pick<Instance, 'served'>, id: string): Instance['served'][number] | null =>
  i.served.find((s) => servedId(s.payload.to) === id) ?? null;

/** Instances in which an appeal against this one is tried. */
export const appealsTried = (i: Instance, all: readonly Instance[]): readonly Instance[] =>
  all.filter((x) => x !== i && x.level === 'second' && aboutOf(x, all)?.instanceId === i.instanceId);

/** The day the judgment takes effect; null while that is not known, or where an appeal made in time keeps it from it. */
export function effectOf(
  i: Instance,
  suit: Pick<Lawsuit, 'organs' | 'parties' | 'instances'>,
  appealClocks: readonly Clock[],
  effectOfOther: (instanceId: string) => Effect | null,
): Effect | null {
  if (i.ended === null) return null;
  const { outcomes } = i.ended.payload;
  const addressees = addresseesOf(suit, outcomes);
  const services = addressees.map((a) => servedOn(i, a.id));
  const days = services.flatMap((s) => (s === null ? [] : [s.occurredOn]));
  if (addressees.length === 0 || days.length < addressees.length) return null;
  // A service recorded a day too early does not make a judgment effective before it was made.
  const served = latest([...days, i.ended.occurredOn]);
  if (served === null) return null;
  const rule = appealRule(triedAs(i, suit.instances), outcomes);
  if (rule === null) {
    const form = judgmentForm(outcomes);
    const article = form === 'mediation-letter' ? 'ALL2017 60' : i.level === 'first' ? 'INT2018 101(2)' : 'ALL2017 7';
    return { kind: 'judgment-effective', on: served, visibleFrom: served, provisional: false, article };
  }
  const clocks = addressees.map((a) => appealClocks.find((k) => k.subject === a.id) ?? null);
  const dues = clocks.flatMap((k) => k?.computation.due ?? []);
  const lastDue = latest(dues);
  if (lastDue === null || dues.length < addressees.length) return null;
  let on = addDays(lastDue, 1);
  const tried = appealsTried(i, suit.instances);
  const inTime = i.appeals.filter((a) => !a.late);
  if (inTime.length > 0 || (i.appeals.length === 0 && tried.length > 0)) {
    // The court above may have let the appeal go; else an appeal withdrawn before it was tried counts as none.
    const gone = tried.filter(isAppealGone);
    if (gone.length < tried.length) return null;
    if (tried.length === 0 && inTime.some((a) => a.withdrawnOn === null)) return null;
    for (const a of inTime) if (a.withdrawnOn !== null) on = laterOf(on, a.withdrawnOn);
    for (const x of gone) {
      const effect = effectOfOther(x.instanceId);
      if (effect === null) return null;
      on = laterOf(on, effect.on);
    }
  }
  const provisional = clocks.some((k) => k?.computation.status === 'provisional');
  return { kind: 'judgment-effective', on, visibleFrom: on, provisional, article: 'ALL2017 85' };
}

/** What became of an instance's judgment in the end. */
export interface Standing {
  /** Enforceable from this day on, by itself or as upheld; null while it is not. */
  readonly from: CivilDate | null;
  /** Set aside by a later instance from this day on. */
  readonly fellOn: CivilDate | null;
  /** The instance whose document made it enforceable: its own, or the one that upheld it; null while it is not. */
  readonly through: string | null;
}

/** Whether the judgment stands, and since when; `all` with their effects already told. */
export function standingOf(i: Instance, all: readonly Instance[], depth = 0): Standing {
  const own = i.effective?.visibleFrom ?? null;
  let from = own;
  let through = own === null ? null : i.instanceId;
  if (depth > all.length) return { from, fellOn: null, through };
  for (const x of all) {
    if (x === i || x.level === 'retrial-review' || x.level === 'first' || x.ended === null) continue;
    if (aboutOf(x, all)?.instanceId !== i.instanceId) continue;
    const { outcomes } = x.ended.payload;
    if (isLetGo(x) || outcomes.every((o) => o === 'other-ruling')) continue;
    const above = standingOf(x, all, depth + 1);
    if (isUpheld(outcomes)) {
      if (from === null) ({ from, through } = above);
      if (above.fellOn !== null) return { from, fellOn: above.fellOn, through };
    } else if (above.from !== null) return { from, fellOn: above.from, through };
  }
  return { from, fellOn: null, through };
}
