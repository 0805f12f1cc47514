/**
 * Which clocks run in a lawsuit: each is a rule applied to one starting fact for one subject (an organ, a party, the
 * court). Only facts are stored; the dates, whether an act was late, and when a judgment takes effect come out of the
 * engine every time.
 */
import { addDays, type CivilDate, laterOf } from '../calendar/civil-date.ts';
import type { Contradiction } from '../errors.ts';
import type { OrganId } from '../ids.ts';
import { type Computation, compute, computeLimit, type LimitFacts, noRule, type StoppedSpan } from '../law/compute.ts';
import type { TimeLimit } from '../law/time-limit.ts';
import type { RuleId } from '../law/vocabulary.ts';
import type { Clock, ClockEnd } from '../ledger/clock.ts';
import type { LawContext } from '../ledger/kinds.ts';
import { isAnew } from './anew.ts';
import { appealAnswers, appealCopies, instancesOfAppeal, isAppellee } from './appeal-answers.ts';
import type { AnyEntry, Entry, Instance, Lawsuit, Obligation } from './case-types.ts';
import { type CourtPaper, uncountedGrounds } from './codes.ts';
import { articleOf, type ContradictionCode } from './contradictions.ts';
import { appealsTried, type Effect, effectOf, servedOn, standingOf } from './effect.ts';
import {
  aboutOf,
  addresseesOf,
  appealRule,
  bringsFor,
  isLetGo,
  suitGoesOn,
  type TriedAs,
  triedAs,
} from './instances.ts';
import { daysStayed, staysOf } from './stays.ts';

export interface LimitResults {
  readonly clocks: readonly Clock[];
  /** With the lateness of appeals and the day each judgment takes effect. */
  readonly instances: readonly Instance[];
  /** With the day each can be enforced from. */
  readonly obligations: readonly Obligation[];
  readonly contradictions: readonly Contradiction[];
}

/** The limits within which an organ answers, whichever the instance; the simplified procedure has none of its own. */
export const answerRules: readonly string[] = [
  'litigation.answer',
  'litigation.appeal-answer',
  'litigation.retrial-answer',
];
/** The one for its evidence in the simplified procedure, by the day the court set (INT2018 104(1)). */
export const simplifiedEvidence = 'litigation.evidence-simplified';
/** The limits for its evidence. */
export const evidenceRules: readonly string[] = [
  'litigation.evidence',
  'litigation.evidence-extended',
  simplifiedEvidence,
];
/** Rights, not duties: shown with the case, never what it waits for as overdue. */
const rights: ReadonlySet<string> = new Set([
  'litigation.jurisdiction-objection',
  'litigation.ask-evidence-extension',
  'litigation.appeal-judgment',
  'litigation.appeal-ruling',
  'litigation.retrial-application',
  'litigation.retrial-application-late-ground',
  'litigation.apply-enforcement',
]);
export const isRight = (clock: Pick<Clock, 'ruleId'>): boolean => rights.has(clock.ruleId);

const open: ClockEnd = { is: 'open' };
const met = (e: Pick<AnyEntry, 'occurredOn' | 'seq'> | null | undefined): ClockEnd =>
  e === null || e === undefined ? open : { is: 'met', on: e.occurredOn, bySeq: e.seq, unproven: false };
const superseded = (on: CivilDate, bySeq: number | null): ClockEnd => ({ is: 'superseded', on, bySeq });

/** The first of these that came on or after a day. */
const firstOf = <E extends Pick<AnyEntry, 'occurredOn' | 'seq'>>(
  entries: readonly (E | null | undefined)[],
): E | null =>
  entries
    .flatMap((e) => (e === null || e === undefined ? [] : [e]))
    .reduce<E | null>(
      (a, b) => (a === null || b.occurredOn < a.occurredOn || (b.occurredOn === a.occurredOn && b.seq < a.seq) ? b : a),
      null,
    );

const earlier = (a: ClockEnd, b: ClockEnd): ClockEnd => (a.is === 'open' ? b : b.is === 'open' || a.on <= b.on ? a : b);

/** All clocks of the lawsuit, its judgments' effect, and the contradictions only dates can tell. */
export function limitsOf(suit: Lawsuit, law: LawContext): LimitResults {
  const clocks: Clock[] = [];
  const contradictions: Contradiction[] = [];
  const against = (e: Pick<AnyEntry, 'seq'>, code: ContradictionCode, params: Contradiction['params']): void => {
    contradictions.push({ code, article: articleOf(code), params, seq: e.seq });
  };

  const voided = suit.voided === null ? open : superseded(suit.voided.occurredOn, suit.voided.seq);

  const computed = (ruleId: RuleId, facts: LimitFacts): Computation => {
    if (facts.trigger !== null) return computeLimit(ruleId, facts, law);
    // Without its starting day a limit has no date, but it is known which limit it is, and what is missing.
    const likely = law.lawBook.versionsOf(ruleId).at(-1);
    return likely === undefined ? noRule(ruleId, null, 'no-trigger', law) : compute(likely, facts, law);
  };
  /** Adds a clock; a rule that no version on file knows for its trigger's day is no clock at all. */
  const run = (
    ruleId: RuleId,
    subject: string,
    startSeq: number | null,
    visibleFrom: CivilDate,
    facts: LimitFacts,
    end: ClockEnd,
    /** Where the row's own words do not fit this one: who, by which article, with what to follow. */
    own: Partial<Pick<TimeLimit, 'citations' | 'onExpiry' | 'obligor' | 'trigger'>> = {},
  ): Clock | null => {
    const found = computed(ruleId, facts);
    const computation = found.rule === null ? found : { ...found, rule: { ...found.rule, ...own } };
    if (computation.unknownWhy === 'no-rule-on-file') return null;
    const { due } = computation;
    // A right that nobody used is gone the day after its limit; only duties can be overdue.
    const gone = due !== null && rights.has(ruleId) ? superseded(addDays(due, 1), null) : open;
    const unused = end.is === 'met' ? end : earlier(end, gone);
    const clock: Clock = {
      id: `${ruleId}|${subject}|${startSeq ?? ''}`,
      ruleId,
      subject,
      startSeq,
      visibleFrom,
      computation,
      end: voided.is === 'open' ? unused : earlier(unused, voided),
    };
    // One clock for one subject and one starting entry, whatever was recorded twice.
    if (clocks.some((k) => k.id === clock.id)) return null;
    clocks.push(clock);
    return clock;
  };

  for (const i of suit.instances) {
    answersOf(i);
    objectionRulingOf(i);
    courtOf(i);
    sessionsOf(i);
  }
  const { instances, obligations } = judgmentsOf();
  for (const a of suit.advice) adviceOf(a);
  return { clocks, instances, obligations, contradictions };

  /** Answer, evidence and objection: from the day each organ received the papers. */
  function answersOf(i: Instance): void {
    const ended = i.ended === null ? open : superseded(i.ended.occurredOn, i.ended.seq);
    const tried = triedAs(i, suit.instances);
    for (const { organId } of suit.organs) {
      const papers = i.papers.filter((p) => p.payload.organId === organId);
      const holding = (paper: CourtPaper) => firstOf(papers.filter((p) => p.payload.papers.includes(paper)));
      const answer = firstOf(i.answers.filter((a) => a.payload.organId === organId));
      if (i.level === 'first') firstAnswer(i, organId, papers, holding('complaint-copy'), answer, ended);
      appealAnswer(i, tried, organId);
      const copy = i.level === 'retrial-review' ? holding('retrial-copy') : null;
      if (copy === null) continue;
      const { occurredOn, seq } = copy;
      const facts = { trigger: occurredOn, triggerRef: seq };
      run('litigation.retrial-answer', organId, seq, occurredOn, facts, answer === null ? ended : met(answer));
    }
  }

  /** The opposite party's fifteen days from the copy of the appeal, in whichever instance it is on record (INT2018 108(2)). */
  function appealAnswer(i: Instance, tried: TriedAs, organId: OrganId): void {
    const all = suit.instances;
    // Once for each appeal: asked of the instance appealed from, or of the court above where that is all there is.
    if (tried !== 'first' && !(i.level === 'second' && aboutOf(i, all) === null)) return;
    const copy = firstOf(appealCopies(i, all, organId));
    if (copy === null || !isAppellee(i, all)) return;
    const answer = firstOf(appealAnswers(i, all, copy));
    const over = firstOf(instancesOfAppeal(i, all).map((x) => (x.level === 'second' ? x.ended : null)));
    const gone = i.appeals.length > 0 && i.appeals.every((a) => a.withdrawnOn !== null);
    const letGo = gone ? i.appeals.flatMap((a) => a.withdrawnOn ?? []).reduce(laterOf) : null;
    const left = earlier(
      over === null ? open : superseded(over.occurredOn, over.seq),
      letGo === null ? open : superseded(letGo, null),
    );
    const { occurredOn, seq } = copy;
    const facts = { trigger: occurredOn, triggerRef: seq };
    run('litigation.appeal-answer', organId, seq, occurredOn, facts, answer === null ? left : met(answer));
  }

  function firstAnswer(
    i: Instance,
    organId: string,
    papers: readonly Entry<'court-papers-received'>[],
    copy: Entry<'court-papers-received'> | null,
    answer: Entry<'answer-filed'> | null,
    ended: ClockEnd,
  ): void {
    const start = copy ?? firstOf(papers);
    if (start === null) return;
    // Papers without the copy of the complaint start nothing: which day the copy came is what is missing.
    const trigger = copy === null ? null : copy.occurredOn;
    const facts: LimitFacts = trigger === null ? { trigger } : { trigger, triggerRef: start.seq };
    const evidence = firstOf<AnyEntry>([
      ...i.answers.filter((a) => bringsFor(a.payload, organId) && a.payload.evidence.length > 0),
      ...i.evidence.filter((x) => bringsFor(x.payload, organId)),
    ]);
    const asked = firstOf(i.extensionsAsked.filter((x) => x.payload.organId === organId));
    const answered = i.extensionsAnswered.findLast((x) => x.payload.organId === organId) ?? null;
    const set = papers.findLast((p) => p.payload.evidenceUntil !== null) ?? null;
    const toOrdinary = i.procedures.find((p, at) => at > 0 && p.procedure === 'ordinary') ?? null;
    const first = i.procedures[0]?.procedure ?? 'ordinary';
    const toSimplified = i.procedures.find((p, at) => at > 0 && p.procedure === 'simplified') ?? null;

    /** The court's own day governs while the procedure is the simplified one; the ordinary limits run from the copy. */
    const simplified = first === 'simplified' || toSimplified !== null;
    const until = set?.payload.evidenceUntil ?? null;
    // No later than fifteen days (INT2018 104(1)): as many as the ordinary procedure has.
    const longest = trigger === null ? null : computed('litigation.evidence', facts).due;
    if (simplified && set !== null && until !== null && longest !== null && until > longest) {
      against(set, 'evidence-day-too-late', { due: longest });
    }
    const ordinaryFrom =
      first === 'ordinary' ? start.occurredOn : toOrdinary === null ? null : laterOf(toOrdinary.from, start.occurredOn);
    if (simplified) {
      const change = first === 'simplified' ? toOrdinary : null;
      const left = change === null ? open : superseded(change.from, change.seq);
      const day = set?.payload.evidenceUntil ?? null;
      run(
        'litigation.evidence-simplified',
        organId,
        start.seq,
        start.occurredOn,
        day === null || set === null
          ? facts
          : { trigger: trigger ?? set.occurredOn, decidedDay: day, decidedDayRef: set.seq },
        // The period is for the evidence; whether and until when to answer in writing the court says apart.
        earlier(earlier(met(evidence), left), evidence === null ? ended : open),
      );
    }
    if (ordinaryFrom === null) return;
    const left = first === 'ordinary' && toSimplified !== null ? superseded(toSimplified.from, toSimplified.seq) : open;
    const duty = (ruleId: RuleId, end: ClockEnd) =>
      run(ruleId, organId, start.seq, ordinaryFrom, facts, earlier(earlier(end, left), ended));
    duty('litigation.answer', met(answer));

    // Allowed first, and the day its cause was gone told later: one extension, from the day it was allowed.
    const answers = i.extensionsAnswered.filter((x) => x.payload.organId === organId);
    const since = answers.findLastIndex((x) => !x.payload.allowed) + 1;
    const allowed = answered?.payload.allowed === true ? (answers[since] ?? null) : null;
    const extended =
      allowed === null || (evidence !== null && evidence.occurredOn <= allowed.occurredOn)
        ? open
        : superseded(allowed.occurredOn, allowed.seq);
    duty('litigation.evidence', earlier(met(evidence), extended));
    if (allowed !== null && extended.is !== 'open') {
      const told = answers.slice(since).findLast((x) => x.payload.causeRemovedOn !== null) ?? allowed;
      run(
        'litigation.evidence-extended',
        organId,
        allowed.seq,
        allowed.occurredOn,
        { trigger: told.payload.causeRemovedOn, triggerRef: told.seq },
        earlier(met(evidence), ended),
      );
    }
    const ask = duty(
      'litigation.ask-evidence-extension',
      earlier(met(asked), evidence === null ? open : superseded(evidence.occurredOn, evidence.seq)),
    );
    const due = ask?.computation.due ?? null;
    if (asked !== null && due !== null && asked.occurredOn > due) against(asked, 'extension-asked-late', { due });

    // A remand is not the place for an objection (INT2018 11(1)).
    if (i.opened.payload.remandedBy !== null) return;
    const objection = firstOf(i.objections.filter((x) => x.payload.organId === organId));
    const object = duty('litigation.jurisdiction-objection', met(objection));
    const end = object?.computation.due ?? null;
    if (objection !== null && end !== null && objection.occurredOn > end) {
      against(objection, 'objection-late', { due: end });
    }
  }

  /** The ruling on an objection may be appealed within ten days of its service on each (ALL2017 85, INT2018 101(2)). */
  function objectionRulingOf(i: Instance): void {
    const ruled = i.objectionRuled;
    if (ruled === null) return;
    const ended = i.ended === null ? open : superseded(i.ended.occurredOn, i.ended.seq);
    const services = ruled.payload.services ?? [];
    const organs = new Set([...i.objections.map((o) => o.payload.organId), ...services.map((s) => s.organId)]);
    for (const organId of organs) {
      const service = services.find((s) => s.organId === organId)?.servedOn ?? null;
      const appeal = firstOf(i.rulingAppeals.filter((a) => a.payload.organs.includes(organId)));
      const facts: LimitFacts = service === null ? { trigger: null } : { trigger: service, triggerRef: ruled.seq };
      const end = earlier(met(appeal), ended);
      const clock = run('litigation.appeal-ruling', organId, ruled.seq, service ?? ruled.occurredOn, facts, end);
      const due = clock?.computation.due ?? null;
      if (appeal !== null && due !== null && appeal.occurredOn > due) against(appeal, 'appeal-late', { due });
    }
  }

  /** The court's own limit for trying the instance (ALL2017 81, 83, 88; INT2018 50, 112); it stands still while the suit does. */
  function courtOf(i: Instance): void {
    const { docketedOn, opened } = i;
    for (const s of i.spans) {
      const lapses = ['plaintiff-died', 'plaintiff-incapacitated', 'party-ended'].includes(s.ground);
      if (!lapses) continue;
      const end = s.to === null ? met(null) : superseded(s.to, s.endSeq);
      const over = i.ended === null ? end : earlier(end, superseded(i.ended.occurredOn, i.ended.seq));
      run(
        'litigation.suspension-longest',
        'court',
        s.startSeq,
        s.from,
        { trigger: s.from, triggerRef: s.startSeq },
        over,
      );
    }
    if (docketedOn === null) return;
    // An extension that was approved is known by the day the court's notice states, and by nothing else (ALL2017 81, 88).
    const extended = i.papers.findLast((p) => p.payload.trialUntil != null) ?? null;
    const until = extended?.payload.trialUntil ?? null;
    const facts: LimitFacts = {
      trigger: docketedOn,
      triggerRef: opened.seq,
      stopped: stoppedOf(i),
      ...(extended === null || until === null ? {} : { decidedDay: until, decidedDayRef: extended.seq }),
    };
    const visible = laterOf(docketedOn, opened.occurredOn);
    switch (i.level) {
      case 'first':
        i.procedures.forEach((p, at) => {
          const next = i.procedures[at + 1];
          const left = next === undefined ? open : superseded(next.from, next.seq);
          run(
            p.procedure === 'simplified'
              ? 'litigation.first-instance-simplified'
              : 'litigation.first-instance-ordinary',
            'court',
            p.seq,
            laterOf(visible, p.from),
            facts,
            earlier(met(i.ended), left),
          );
        });
        break;
      case 'second':
        run('litigation.second-instance', 'court', opened.seq, visible, facts, met(i.ended));
        break;
      case 'retrial-review':
        run('litigation.retrial-review', 'court', opened.seq, visible, facts, met(i.ended));
        break;
      case 'retrial': {
        const asFirst = triedAs(i, suit.instances) === 'first';
        const ruleId = asFirst ? 'litigation.retrial-first-instance' : 'litigation.retrial-second-instance';
        run(ruleId, 'court', opened.seq, visible, facts, met(i.ended));
        break;
      }
    }
  }

  /** INT2018 50(1): what the court's limit leaves out; its looking at an objection is known from the objection and the ruling. */
  function stoppedOf(i: Instance): readonly StoppedSpan[] {
    const spans = i.spans.map(({ from, to, ground, startSeq }): StoppedSpan => {
      const kind = uncountedGrounds.find((g) => g === ground) ?? 'suspension';
      return { from, to, kind, ...(kind === 'suspension' ? { ground } : {}), ref: startSeq };
    });
    if (i.level !== 'first' || i.opened.payload.remandedBy !== null) return spans;
    // One that came too late is not looked at, unless the court ruled on it.
    const late = new Set(contradictions.filter((x) => x.code === 'objection-late').map((x) => x.seq));
    const objection = firstOf(i.objections.filter((o) => i.objectionRuled !== null || !late.has(o.seq)));
    if (objection === null) return spans;
    const to = i.objectionRuled?.occurredOn ?? null;
    return [...spans, { from: objection.occurredOn, to, kind: 'jurisdiction', ref: objection.seq }];
  }

  /** The three days before a session (INT2018 71, LEAD2020 5(2)), for each organ whose service is on record (A17). */
  function sessionsOf(i: Instance): void {
    for (const s of i.sessions) {
      if (s.set.payload.kind !== 'trial') continue;
      const told: readonly (Entry<'session-set'> | Entry<'session-moved'>)[] = [s.set, ...s.moves];
      told.forEach((e, at) => {
        const next: AnyEntry | null = told[at + 1] ?? s.cancelled;
        const { on, notices } = e.payload;
        const simplified = i.procedures.findLast((p) => p.from <= e.occurredOn)?.procedure === 'simplified';
        for (const notice of notices) {
          if (notice.servedOn === null) continue;
          const served: ClockEnd = { is: 'met', on: notice.servedOn, bySeq: e.seq, unproven: false };
          const left =
            next === null || notice.servedOn <= next.occurredOn ? open : superseded(next.occurredOn, next.seq);
          const facts: LimitFacts = { trigger: on, triggerRef: e.seq };
          const seen = notice.servedOn;
          if (!simplified) run('litigation.summons', notice.organId, e.seq, seen, facts, earlier(served, left));
          if (notice.leader !== 'none') {
            run('litigation.appearance-notice', notice.organId, e.seq, seen, facts, earlier(served, left));
          }
        }
      });
    }
  }

  /** Appeals and their lateness, the effect of each judgment, and what it orders. Later instances first: an appeal let go. */
  function judgmentsOf(): Pick<LimitResults, 'instances' | 'obligations'> {
    const effects = new Map<string, Effect | null>();
    const byId = new Map<string, Instance>();
    for (const i of [...suit.instances].reverse()) {
      deliveryOf(i);
      const appealClocks = appealsOf(i, effects);
      const appeals = i.appeals.map((a) => ({ ...a, late: isLate(a.appealed, appealClocks) }));
      const now: Instance = { ...i, appeals };
      const effective = effectOf(now, suit, appealClocks, (id) => effects.get(id) ?? null);
      effects.set(i.instanceId, effective);
      byId.set(i.instanceId, { ...now, effective });
      for (const { appealed, late } of appeals) {
        if (effective !== null && appealed.occurredOn >= effective.on && late) {
          against(appealed, 'appeal-after-effect', { effectiveOn: effective.on });
        } else if (late) against(appealed, 'appeal-late', lastDueOf(appealed, appealClocks));
        if (i.ended !== null && appealRule(triedAs(i, suit.instances), i.ended.payload.outcomes) === null) {
          against(appealed, 'not-appealable', {});
        }
      }
      retrialsOf({ ...now, effective });
    }
    const instances = suit.instances.map((i) => byId.get(i.instanceId) ?? i);
    const obligations = suit.obligations.map((o): Obligation => {
      const i = instances.find((x) => x.instanceId === o.instanceId);
      if (i === undefined) return o;
      const { from, fellOn, through } = standingOf(i, instances);
      const whole = { ...o, inForceFrom: from, fellOn, stays: staysOf(i, instances) };
      // ALL2017 94: what has taken effect is to be performed; what an organ does before is no duty yet, and may fall.
      for (const e of o.performed) {
        if (from === null || e.occurredOn < from) {
          against(e, 'performed-before-effect', from === null ? {} : { effectiveOn: from });
        }
      }
      enforcementOf(whole, i, instances.find((x) => x.instanceId === through) ?? i);
      return whole;
    });
    return { instances, obligations };
  }

  /** A judgment pronounced in court is sent within ten days (ALL2017 80(2)); one at a fixed day is handed over there. */
  function deliveryOf(i: Instance): void {
    if (i.ended === null || !i.ended.payload.pronouncedInCourt) return;
    const { occurredOn, seq } = i.ended;
    const came = firstOf(i.served.filter((s) => s.payload.to.is === 'organ'));
    run('litigation.deliver-judgment', 'court', seq, occurredOn, { trigger: occurredOn, triggerRef: seq }, met(came));
  }

  /** Each addressee's own limit for an appeal, from its own service (A14). */
  function appealsOf(i: Instance, effects: ReadonlyMap<string, Effect | null>): readonly Clock[] {
    if (i.ended === null) return [];
    const { outcomes } = i.ended.payload;
    const rule = appealRule(triedAs(i, suit.instances), outcomes);
    if (rule === null) return [];
    // What the court above decided is final: nobody's limit for an appeal against the judgment below runs on (ALL2017 90).
    const above = appealsTried(i, suit.instances).filter((x) => x.ended !== null && !isLetGo(x));
    const finals = above.flatMap((x) => effects.get(x.instanceId)?.visibleFrom ?? []);
    const decided = finals.length === 0 ? open : superseded(finals.reduce(laterOf), null);
    return addresseesOf(suit, outcomes).flatMap((a) => {
      const service = servedOn(i, a.id);
      if (service === null) return [];
      const appeal = firstOf(
        i.appeals
          .map((x) => x.appealed)
          .filter((x) => ([...x.payload.organs, ...x.payload.parties] as readonly string[]).includes(a.id)),
      );
      const { occurredOn, seq } = service;
      const end = earlier(met(appeal), decided);
      return run(rule, a.id, seq, occurredOn, { trigger: occurredOn, triggerRef: seq }, end) ?? [];
    });
  }

  function dueOf(id: string, appealClocks: readonly Clock[]): CivilDate | null {
    return appealClocks.find((k) => k.subject === id)?.computation.due ?? null;
  }

  /** Late: every one of the appellants had a limit that was over. Where a service is not on record, nothing is over. */
  function isLate(e: Entry<'appealed'>, appealClocks: readonly Clock[]): boolean {
    const appellants: readonly string[] = [...e.payload.organs, ...e.payload.parties];
    return (
      appellants.length > 0 &&
      appellants.every((id) => {
        const due = dueOf(id, appealClocks);
        return due !== null && e.occurredOn > due;
      })
    );
  }

  function lastDueOf(e: Entry<'appealed'>, appealClocks: readonly Clock[]): Contradiction['params'] {
    const dues = [...e.payload.organs, ...e.payload.parties].flatMap((id) => dueOf(id, appealClocks) ?? []);
    const due = dues.sort().at(-1);
    return due === undefined ? {} : { due };
  }

  /** INT2018 110: six months from effect, a right of every party. */
  function retrialsOf(i: Instance): void {
    const applied = firstOf(i.retrialsApplied);
    if (i.effective === null || i.level === 'retrial-review') {
      for (const e of i.retrialsApplied) if (i.effective === null) against(e, 'not-effective', {});
      return;
    }
    const { on, visibleFrom } = i.effective;
    // What goes on before another court is not over, and there is nothing yet to try again.
    if (suitGoesOn(i, suit.instances)) return;
    const clock = run(
      'litigation.retrial-application',
      i.instanceId,
      i.ended?.seq ?? null,
      visibleFrom,
      { trigger: on, ...(i.ended === null ? {} : { triggerRef: i.ended.seq }) },
      met(applied),
    );
    for (const e of i.retrialsApplied) {
      if (e.occurredOn < on) against(e, 'not-effective', { effectiveOn: on });
      const dues = [clock?.computation.due ?? null];
      const { ground, knewOn = null } = e.payload;
      if (ground != null && ground !== 'other') {
        const facts = { trigger: knewOn, triggerRef: e.seq };
        const own = run('litigation.retrial-application-late-ground', i.instanceId, e.seq, e.occurredOn, facts, met(e));
        dues.push(own?.computation.due ?? null);
      }
      // The procuratorate protests without a limit; a listed ground has its own six months, unknown while its day is.
      const due = dues.every((d) => d !== null) ? (dues.toSorted().at(-1) ?? null) : null;
      if (due !== null && e.occurredOn > due && !e.payload.procurator) against(e, 'retrial-applied-late', { due });
    }
  }

  /**
   * What must be done by the day the judgment sets, or the days it gives from its effect; then the two years (INT2018 153).
   * A retrial that was ordered stays both (118): they go on when it is over, and what was not over then is that much longer.
   */
  function enforcementOf(o: Obligation, i: Instance, through: Instance): void {
    const { inForceFrom, stays } = o;
    if (inForceFrom === null || i.ended === null) return;
    const seq = i.ended.seq;
    const done = o.performed.find((e) => e.payload.part === 'whole') ?? null;
    const fell = o.fellOn === null ? open : superseded(o.fellOn, null);
    const days = i.ended.payload.redo?.days ?? null;
    const isRedo = isAnew(o, suit);
    const subject = o.obligationId;
    const facts: LimitFacts = { trigger: inForceFrom, triggerRef: seq };
    const by = o.performBy;
    const special = by === null && isRedo && days !== null ? redoLimit(inForceFrom, days, seq) : null;
    const first = by === null ? (special ?? facts) : { ...facts, decidedDay: by, decidedDayRef: seq };
    const over = earlier(met(done), fell);
    const parts = [{ from: inForceFrom, startSeq: seq, to: stays[0] ?? null, after: [] as typeof stays }];
    stays.forEach((s, at) => {
      if (s.to === null || s.endSeq === null) return;
      parts.push({
        from: laterOf(s.to, inForceFrom),
        startSeq: s.endSeq,
        to: stays[at + 1] ?? null,
        after: stays.slice(0, at + 1),
      });
    });
    // The measures of 96 are against an organ; a plaintiff or third party is enforced against under 95.
    const own: Parameters<typeof run>[6] =
      o.organId === null ? { citations: [{ law: 'ALL2017', article: '95' }], onExpiry: [], obligor: 'party' } : {};
    let due: CivilDate | null = null;
    for (const { from, startSeq, to, after } of parts) {
      if (to !== null && to.from <= from) continue;
      if (after.length > 0 && over.is !== 'open' && over.on <= from) continue;
      const until = first.decidedDay;
      const left = to === null ? open : superseded(to.from, to.startSeq);
      const given = until === undefined ? first : { ...first, decidedDay: addDays(until, daysStayed(after, until)) };
      const clock = run('litigation.perform', subject, startSeq, from, given, earlier(over, left), own);
      due = clock?.computation.due ?? due;
    }
    for (const e of o.measures) if (due !== null && e.occurredOn <= due) against(e, 'measure-before-due', { due });
    // Where the judgment sets no day the two years count from the service of the document that made it enforceable on the
    // organ that must perform; where an appeal kept it from effect, and of a day before its effect, from the effect.
    const service = o.organId === null ? null : servedOn(through, o.organId);
    const waited = through.appeals.some((a) => !a.late);
    const start = service === null ? null : waited ? laterOf(service.occurredOn, inForceFrom) : service.occurredOn;
    const trigger = due === null ? start : laterOf(due, inForceFrom);
    if (trigger === null) return;
    const isServed = due === null && service !== null && trigger === service.occurredOn;
    const from = isServed ? 'judgment-served' : trigger === due ? 'performance-period-expired' : 'judgment-effective';
    run(
      'litigation.apply-enforcement',
      subject,
      seq,
      laterOf(trigger, inForceFrom),
      {
        trigger,
        triggerRef: isServed && service !== null ? service.seq : seq,
        stopped: stays.map((s) => ({ from: s.from, to: s.to, kind: 'obstacle' as const, ref: s.startSeq })),
      },
      over,
      { trigger: from },
    );
  }

  /** The days a judgment gives for acting anew, from its effect; rolled like any period of days. */
  function redoLimit(from: CivilDate, days: number, seq: number): LimitFacts {
    const choice = computed('litigation.perform', { trigger: from }).rule;
    if (choice === null) return { trigger: from };
    const special = { lawName: '', article: '', length: days, unit: 'day' as const };
    const { due } = compute({ ...choice, special }, { trigger: from }, law);
    return due === null
      ? { trigger: from, triggerRef: seq }
      : { trigger: from, triggerRef: seq, decidedDay: due, decidedDayRef: seq };
  }

  /** 司法建议: sixty days where it is about a normative document (INT2018 149(4)); else the day it names. */
  function adviceOf({ received, answered }: Lawsuit['advice'][number]): void {
    const { organId, subject, dueOn } = received.payload;
    const { occurredOn, seq } = received;
    if (subject !== 'normative-document' && dueOn === null) return;
    const facts: LimitFacts = { trigger: occurredOn, triggerRef: seq };
    run(
      'litigation.document-advice-reply',
      organId,
      seq,
      occurredOn,
      dueOn === null ? facts : { ...facts, decidedDay: dueOn, decidedDayRef: seq },
      met(answered),
      // The letter's own day rests on no article; only one about a normative document has 149(4).
      subject === 'normative-document' ? {} : { citations: [] },
    );
  }
}
