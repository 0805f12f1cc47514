/**
 * The leaders' appearances (法释〔2020〕3号, LEAD2020): who counts as the leader of the organ sued and who does not, what
 * discharges the duty to appear, and what the court shall advise upon. The duty's unit is court case number × organ; it
 * arises only when a trial session is held, and one appearance discharges it unless the court notifies again.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { OrganId } from '../ids.ts';
import { byLegalOrder } from '../ledger/correction.ts';
import type { AnyEntry, Appearance, AppearanceDuty, CourtSession, Entry, FurtherLeader } from './case-types.ts';
import {
  type AdviceTrigger,
  countingRanks,
  type DutyResult,
  dutySessions,
  type LeaderRank,
  type NotCounting,
  type SatInstead,
} from './codes.ts';
import type { Leader, LitigationEntryType, SuitOrgan } from './entries.ts';

/** A session as it stands after its moves, before anybody's appearance is looked at. */
export type SessionFacts = Omit<CourtSession, 'appearances'>;

/** What the appearances of one instance come to. */
export interface Appearances {
  /** One for each organ and session that has something on record. */
  readonly appearances: readonly Appearance[];
  /** One for each organ of the suit, in the suit's order. */
  readonly duties: readonly AppearanceDuty[];
  readonly agreed: readonly Entry<'appearance-agreed'>[];
}

/** Why a leader's presence does not count, and where that is written. */
export const articleOfNotCounting = {
  'not-in-office': 'LEAD2020 2(1)',
  'entrusted-organisation': 'LEAD2020 2(2)',
  'lower-organ': 'LEAD2020 2(2)',
  'not-a-leader': 'LEAD2020 2(1)',
  'not-in-charge': 'LEAD2020 2(1)',
  'proof-missing': 'LEAD2020 6(1)',
  'proof-rejected': 'LEAD2020 6(2)',
  'second-leader': 'LEAD2020 7(1)',
} as const satisfies Record<NotCounting, string>;

export const articleOfTrigger = {
  'absent-without-reason': 'LEAD2020 12(1)(1)',
  'absent-after-adjournment': 'LEAD2020 12(1)(2)',
  'nobody-appeared': 'LEAD2020 12(1)(3)',
  'left-early': 'LEAD2020 12(1)(4)',
  'refused-to-explain': 'LEAD2020 12(1)(5)',
} as const satisfies Record<AdviceTrigger, string>;

/** Where a duty's result is written. */
export const articleOfDuty = {
  appeared: 'LEAD2020 7(1)',
  covered: 'LEAD2020 3',
  excused: 'LEAD2020 9(1)',
  absent: 'LEAD2020 12(1)(1)',
  'not-counting': 'LEAD2020 2',
  unrecorded: 'LEAD2020 1(1)',
} as const satisfies Record<DutyResult, string>;

/** What a rank asks for beside the post: two ranks count only where they take part in charge of the act (LEAD2020 2(1)). */
const rankAsks = {
  head: 'nothing',
  deputy: 'nothing',
  'deputy-level-in-charge': 'charge',
  'other-in-charge': 'charge',
  'entrusted-organisation': 'entrusted-organisation',
  'lower-organ': 'lower-organ',
  'not-a-leader': 'not-a-leader',
} as const satisfies Record<LeaderRank, NotCounting | 'nothing' | 'charge'>;

/** Does a rank count at all, whoever holds it? */
export const isCountingRank = (rank: LeaderRank): boolean => (countingRanks as readonly LeaderRank[]).includes(rank);

/** Is it a session at which the duty to appear arises? */
export const isDutySession = (session: Pick<SessionFacts, 'set'>): boolean =>
  (dutySessions as readonly string[]).includes(session.set.payload.kind);

/**
 * Why somebody would not count as the leader of `organId` at a session on `day`, the proof left aside: rank, organ, charge
 * and term of office. Days not known exclude nobody.
 */
export function notEligible(leader: Leader, organId: OrganId, day: CivilDate): readonly NotCounting[] {
  const out: NotCounting[] = [];
  const asks = rankAsks[leader.rank];
  if (asks === 'charge') {
    if (!leader.inCharge) out.push('not-in-charge');
  } else if (asks !== 'nothing') out.push(asks);
  const elsewhere = leader.organId !== organId && asks !== 'entrusted-organisation' && asks !== 'lower-organ';
  if (elsewhere) out.push('lower-organ');
  const tooEarly = leader.from !== null && day < leader.from;
  const tooLate = leader.until !== null && day >= leader.until;
  if (tooEarly || tooLate) out.push('not-in-office');
  return out;
}

/** One person at one organ's bench: the post in the ledgers where there is one, else the name. */
export const isSameLeader = (
  a: Pick<Leader, 'postId' | 'accountId' | 'name'>,
  b: Pick<Leader, 'postId' | 'accountId' | 'name'>,
): boolean =>
  a.accountId !== null && b.accountId !== null
    ? a.accountId === b.accountId
    : a.postId !== null && b.postId !== null
      ? a.postId === b.postId
      : a.name === b.name;

const after = (a: AnyEntry, b: AnyEntry | null | undefined): boolean =>
  b === null || b === undefined || byLegalOrder(a, b) > 0;

/** The day it was held; where it was not, the day it stands for. */
export const dayOf = (session: SessionFacts): CivilDate => session.held?.occurredOn ?? session.on;

/** The entries of one type about one organ at one session, in legal order. */
const said =
  <T extends AppearingType>(type: T, sessionId: string, organId: OrganId) =>
  (entry: AnyEntry): entry is Extract<AnyEntry, { type: T }> =>
    entry.type === type &&
    (entry.payload as { sessionId: string }).sessionId === sessionId &&
    (entry.payload as { organId: string }).organId === organId;
type AppearingType = Extract<
  LitigationEntryType,
  | 'leader-planned'
  | 'leader-confirmed'
  | 'leader-replaced'
  | 'identity-proof-submitted'
  | 'identity-proof-checked'
  | 'appearance-recorded'
  | 'absence-explained'
  | 'absence-ruled'
>;

type Proof = Entry<'identity-proof-submitted'>;
type Check = Entry<'identity-proof-checked'>;

/** Name, post and the organ's seal (LEAD2020 6(1)). */
const isWhole = ({ payload }: Proof): boolean => payload.hasName && payload.hasTitle && payload.sealed;

/** A check names no leader: it is of the last proof that was handed in before it, at its session where there is one. */
function isAbout(check: Check, leader: Pick<Leader, 'name'>, proofs: readonly Proof[]): boolean {
  const before = proofs.filter((p) => after(check, p));
  const here = before.filter((p) => p.payload.sessionId === check.payload.sessionId);
  return (here.at(-1) ?? before.at(-1))?.payload.leaderName === leader.name;
}

/**
 * Whether the leader's identity proof was in order when the session began: handed in by its day, in this instance, for
 * this leader, and not turned down. What the court asked to have cured and was not cured is turned down; what lacks the
 * name, the post or the seal counts only where the court accepted it.
 */
function proofProblem(
  leader: Leader,
  { sessionId, day }: { readonly sessionId: string; readonly day: CivilDate },
  proofs: readonly Proof[],
  checks: readonly Check[],
) {
  const inTime = proofs.filter((p) => p.payload.leaderName === leader.name && p.occurredOn <= day);
  // A better one handed in that very day for the next session heals nothing at this one.
  const proof = inTime.findLast((p) => p.payload.sessionId === sessionId) ?? inTime.at(-1);
  if (proof === undefined) return 'proof-missing' as const;
  // What the court said of it: where it was handed in, or at this session.
  const at = [proof.payload.sessionId, sessionId];
  const own = checks.filter((c) => at.includes(c.payload.sessionId) && after(c, proof) && isAbout(c, leader, proofs));
  const check = own.at(-1)?.payload.result;
  if (check === 'accepted') return null;
  if (check === 'rejected' || check === 'to-cure') return 'proof-rejected' as const;
  return isWhole(proof) ? null : ('proof-missing' as const);
}

/** Who sat for the organ where no leader did; somebody who does not count as its leader still sat for it. */
function whoSat({ leader, staff, lawyers }: Entry<'appearance-recorded'>['payload']): SatInstead {
  const people = staff.length > 0 || leader !== null;
  if (people) return lawyers > 0 ? 'staff-and-lawyer' : 'staff';
  return lawyers > 0 ? 'lawyer-only' : 'nobody';
}

/** Has the organ a good reason on record? Proved (LEAD2020 9(1)), until the court has looked at it (9(2)). */
const isExcused = (explained: Entry<'absence-explained'> | null, ruled: Entry<'absence-ruled'> | null): boolean =>
  explained !== null &&
  explained.payload.ground !== 'none' &&
  (ruled === null ? explained.payload.proof !== 'missing' : ruled.payload.accepted);

/** Everything on record about one organ at one session, before it is known what it comes to. */
interface Bench {
  readonly session: SessionFacts;
  readonly organId: OrganId;
  readonly day: CivilDate;
  readonly planned: Entry<'leader-planned'> | null;
  readonly replaced: readonly Entry<'leader-replaced'>[];
  readonly leader: Leader | null;
  readonly confirmed: Entry<'leader-confirmed'> | null;
  readonly proof: Proof | null;
  readonly proofChecked: Check | null;
  readonly recorded: Entry<'appearance-recorded'> | null;
  /** Of `recorded`, its leader looked at alone. */
  readonly problems: readonly NotCounting[];
  readonly further: readonly FurtherLeader[];
  readonly explained: Entry<'absence-explained'> | null;
  readonly ruled: Entry<'absence-ruled'> | null;
  readonly anything: boolean;
}

function benchOf(
  entries: readonly AnyEntry[],
  session: SessionFacts,
  organId: OrganId,
  sessionIds: ReadonlySet<string>,
): Bench {
  const day = dayOf(session);
  const of = <T extends AppearingType>(type: T) => entries.filter(said(type, session.sessionId, organId));
  const ofInstance = <T extends AppearingType>(type: T) =>
    entries.filter(
      (e): e is Extract<AnyEntry, { type: T }> =>
        e.type === type && [...sessionIds].some((id) => said(type, id, organId)(e)),
    );
  const lastMove = session.moves.at(-1) ?? null;
  const plans = of('leader-planned');
  const planned = plans.at(-1) ?? null;
  const replaced = of('leader-replaced').filter((e) => after(e, planned));
  const named = replaced.at(-1) ?? planned;
  const leader = named?.payload.leader ?? null;
  // Who confirmed another day, or before somebody took their place, has not confirmed this.
  const confirmed = of('leader-confirmed').filter((e) => named !== null && after(e, named) && after(e, lastMove));
  const records = of('appearance-recorded');
  const proofs = ofInstance('identity-proof-submitted');
  const checks = ofInstance('identity-proof-checked');
  const problemsOf = (l: Leader): readonly NotCounting[] => {
    const proof = proofProblem(l, { sessionId: session.sessionId, day }, proofs, checks);
    return [...notEligible(l, organId, day), ...(proof === null ? [] : [proof])];
  };
  const judged = records.map((recorded) => {
    const came = recorded.payload.leader;
    return { recorded, came, problems: came === null ? [] : problemsOf(came) };
  });
  const main = judged.find((j) => j.came !== null && j.problems.length === 0) ?? judged.at(-1) ?? null;
  const further = judged.flatMap((j): FurtherLeader[] => {
    if (j === main || j.came === null) return [];
    if (main?.came != null && isSameLeader(main.came, j.came)) return [];
    return [
      { recorded: j.recorded, leader: j.came, notCounting: j.problems.length > 0 ? j.problems : ['second-leader'] },
    ];
  });
  const atStake = main?.came ?? leader;
  const proof =
    of('identity-proof-submitted')
      .filter((p) => atStake === null || p.payload.leaderName === atStake.name)
      .at(-1) ?? null;
  const explained =
    of('absence-explained')
      .filter((e) => after(e, lastMove))
      .at(-1) ?? null;
  return {
    session,
    organId,
    day,
    planned,
    replaced,
    leader,
    confirmed: confirmed.at(-1) ?? null,
    proof,
    proofChecked:
      proof === null
        ? null
        : (of('identity-proof-checked')
            .filter((c) => after(c, proof) && isAbout(c, { name: proof.payload.leaderName }, proofs))
            .at(-1) ?? null),
    recorded: main?.recorded ?? null,
    problems: main?.problems ?? [],
    further,
    explained,
    ruled:
      explained === null
        ? null
        : (of('absence-ruled')
            .filter((e) => after(e, explained))
            .at(-1) ?? null),
    anything: entries.some(
      (e) => appearingTypes.has(e.type) && said(e.type as AppearingType, session.sessionId, organId)(e),
    ),
  };
}

const appearingTypes: ReadonlySet<string> = new Set<AppearingType>([
  'leader-planned',
  'leader-confirmed',
  'leader-replaced',
  'identity-proof-submitted',
  'identity-proof-checked',
  'appearance-recorded',
  'absence-explained',
  'absence-ruled',
]);

export const noticeOf = (session: SessionFacts, organId: OrganId) =>
  session.notices.find((n) => n.organId === organId)?.leader ?? 'none';

export const bySession = (a: SessionFacts, b: SessionFacts): number => {
  const [left, right] = [`${dayOf(a)} ${a.time}`, `${dayOf(b)} ${b.time}`];
  return left === right ? a.set.seq - b.set.seq : left < right ? -1 : 1;
};

/** A bench once it is known whether anything was owed there. */
interface Judged extends Bench {
  /** At a held trial session: the duty stood, or the court had notified again. */
  readonly owed: boolean;
  readonly counts: boolean | null;
  readonly notCounting: readonly NotCounting[];
}

/** One organ's own course through the instance's sessions: what was owed at each, and what discharged it. */
interface Course {
  readonly organId: OrganId;
  readonly benches: readonly Judged[];
  readonly discharged: Judged | null;
  /** The last held trial session at which something was owed and nothing that counts happened; null where all is met. */
  readonly open: Judged | null;
  readonly again: readonly string[];
}

function courseOf(benches: readonly Bench[], organId: OrganId): Course {
  const judged: Judged[] = [];
  const again: string[] = [];
  let discharged: Judged | null = null;
  let open: Judged | null = null;
  for (const bench of benches) {
    const { session, recorded } = bench;
    const isTrial = isDutySession(session) && session.cancelled === null;
    const notifiedAgain = isTrial && discharged !== null && noticeOf(session, organId) !== 'none';
    if (notifiedAgain) again.push(session.sessionId);
    const owed = isTrial && session.held !== null && (discharged === null || notifiedAgain);
    const came = recorded?.payload.leader ?? null;
    const before: Leader | null = discharged?.recorded?.payload.leader ?? null;
    const isSecond = isTrial && !owed && came !== null && before !== null && !isSameLeader(before, came);
    const notCounting: readonly NotCounting[] =
      came === null ? [] : bench.problems.length > 0 ? bench.problems : isSecond ? ['second-leader'] : [];
    const counts = recorded === null ? null : came !== null && notCounting.length === 0;
    const here: Judged = { ...bench, owed, counts, notCounting };
    judged.push(here);
    if (!owed) continue;
    if (counts === true) {
      discharged = here;
      open = null;
    } else open = here;
  }
  return { organId, benches: judged, discharged, open, again };
}

/** Who else's leader was to come for this organ by a day, the latest word (LEAD2020 3); null = its own. */
export const agreedFor = (
  agreed: readonly Entry<'appearance-agreed'>[],
  organId: OrganId,
  day: CivilDate,
): OrganId | null => {
  const last = agreed.filter((e) => e.occurredOn <= day && e.payload.organIds.includes(organId)).at(-1);
  return last === undefined || last.payload.byOrganId === organId ? null : last.payload.byOrganId;
};

/** What an own bench at which something is owed comes to. */
function resultAt(bench: Judged): DutyResult {
  if (bench.recorded === null) return 'unrecorded';
  if (isExcused(bench.explained, bench.ruled)) return 'excused';
  return bench.recorded.payload.leader === null ? 'absent' : 'not-counting';
}

function dutyOf(
  instanceId: string,
  course: Course,
  courses: ReadonlyMap<OrganId, Course>,
  agreed: readonly Entry<'appearance-agreed'>[],
): AppearanceDuty {
  const { organId, benches, discharged, open, again } = course;
  const held = benches.filter((b) => isDutySession(b.session) && b.session.held !== null);
  const base = {
    instanceId,
    organId,
    arisesOn: held[0]?.day ?? null,
    again,
  };
  const named = open ?? held.at(-1) ?? benches.at(-1) ?? null;
  const leader = named?.recorded?.payload.leader ?? named?.leader ?? null;
  const nothing = { dischargedOn: null, dischargedIn: null, leader, coveredBy: null };
  if (base.arisesOn === null) return { ...base, ...nothing, result: null };
  if (discharged !== null && open === null) {
    return {
      ...base,
      dischargedOn: discharged.day,
      dischargedIn: discharged.session.sessionId,
      leader: discharged.recorded?.payload.leader ?? null,
      coveredBy: null,
      result: 'appeared',
    };
  }
  const last = open ?? held.at(-1);
  const other = courses.get(agreedFor(agreed, organId, last?.day ?? base.arisesOn) ?? organId);
  if (other !== undefined && other !== course) {
    const by = other.discharged;
    if (by !== null && other.open === null && agreedFor(agreed, organId, by.day) === other.organId) {
      return {
        ...base,
        dischargedOn: by.day,
        dischargedIn: by.session.sessionId,
        leader: by.recorded?.payload.leader ?? null,
        coveredBy: other.organId,
        result: 'covered',
      };
    }
    // The one who was to come for both did not: that is how this duty stands, too, unless the organ has its own to say.
    const ownWord = last?.recorded?.payload.leader != null || last?.explained != null;
    if (!ownWord && other.open !== null) return { ...base, ...nothing, result: resultAt(other.open) };
  }
  return { ...base, ...nothing, result: last === undefined ? 'unrecorded' : resultAt(last) };
}

/** An adjournment that this organ had asked for with a good reason and was granted, before this bench (LEAD2020 12(1)(2)). */
function wasAdjournedFor(bench: Judged, entries: readonly AnyEntry[], sessions: readonly SessionFacts[]): boolean {
  return sessions.some((session) =>
    entries.filter(said('absence-explained', session.sessionId, bench.organId)).some((e) => {
      if (e.seq === bench.explained?.seq || !e.payload.askedAdjournment || e.payload.ground === 'none') return false;
      if (e.occurredOn > bench.day) return false;
      const putOff =
        session.moves.some((move) => after(move, e)) || (session.cancelled !== null && after(session.cancelled, e));
      return putOff || (session !== bench.session && session.held?.payload.adjourned === true);
    }),
  );
}

/** LEAD2020 12(1): what the court shall advise upon, of one organ at one held session. */
function triggersAt(
  bench: Judged,
  isCovered: boolean,
  entries: readonly AnyEntry[],
  sessions: readonly SessionFacts[],
): readonly AdviceTrigger[] {
  const { recorded, session } = bench;
  if (recorded === null || session.held === null || session.cancelled !== null || !isDutySession(session)) return [];
  const { leader, staff, leftEarly, refusedToExplain } = recorded.payload;
  const out: AdviceTrigger[] = [];
  // A proof that is only not on record is none the court turned down (6(2)): somebody sat there.
  const unproven = leader !== null && bench.notCounting.every((c) => c === 'proof-missing');
  if (bench.owed && bench.counts === false && !unproven && !isCovered && !isExcused(bench.explained, bench.ruled)) {
    out.push(wasAdjournedFor(bench, entries, sessions) ? 'absent-after-adjournment' : 'absent-without-reason');
  }
  // Not a lawyer alone: somebody who exercises the power must sit there (ALL2017 3(3), LEAD2020 10(1)).
  if (leader === null && !isCovered && !staff.some((s) => s.actsInPower)) out.push('nobody-appeared');
  if (leftEarly) out.push('left-early');
  if (refusedToExplain) out.push('refused-to-explain');
  return out;
}

/**
 * The appearances and duties of one instance. `entries` are the whole suit's in force, in legal order; `sessions` those of
 * the instance. Total: what names a session or an organ that is not there is passed over.
 */
export function appearancesOf(
  instanceId: string,
  entries: readonly AnyEntry[],
  organs: readonly Pick<SuitOrgan, 'organId'>[],
  sessions: readonly SessionFacts[],
): Appearances {
  const inOrder = [...sessions].sort(bySession);
  const ids = new Set(inOrder.map((s) => s.sessionId));
  const agreed = entries.filter(
    (e): e is Extract<AnyEntry, { type: 'appearance-agreed' }> =>
      e.type === 'appearance-agreed' && e.payload.instanceId === instanceId,
  );
  const courses = new Map(
    organs.map(({ organId }) => {
      const benches = inOrder.map((session) => benchOf(entries, session, organId, ids));
      return [organId, courseOf(benches, organId)] as const;
    }),
  );
  const isCovered = (bench: Judged): boolean => {
    const by = agreedFor(agreed, bench.organId, bench.day);
    const other = by === null ? undefined : courses.get(by);
    if (other === undefined) return false;
    return other.benches.some(
      (b) => isDutySession(b.session) && b.counts === true && b.session.held !== null && b.day <= bench.day,
    );
  };
  const appearances = [...courses.values()].flatMap(({ benches }) =>
    benches
      .filter((bench) => bench.anything)
      .map(
        (bench): Appearance => ({
          sessionId: bench.session.sessionId,
          organId: bench.organId,
          planned: bench.planned,
          replaced: bench.replaced,
          leader: bench.leader,
          confirmed: bench.confirmed,
          proof: bench.proof,
          proofChecked: bench.proofChecked,
          recorded: bench.recorded,
          explained: bench.explained,
          ruled: bench.ruled,
          counts: bench.counts,
          notCounting: bench.notCounting.map((code) => ({ code, article: articleOfNotCounting[code] })),
          satInstead:
            bench.recorded === null ||
            bench.counts === true ||
            (bench.notCounting.every((c) => c === 'second-leader') && bench.recorded.payload.leader !== null)
              ? null
              : whoSat(bench.recorded.payload),
          further: bench.further,
          triggers: triggersAt(bench, isCovered(bench), entries, inOrder),
        }),
      ),
  );
  return {
    appearances,
    duties: [...courses.values()].map((course) => dutyOf(instanceId, course, courses, agreed)),
    agreed,
  };
}
