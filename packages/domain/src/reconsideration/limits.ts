/**
 * Which clocks run in a case: each is a rule applied to one starting fact for one subject. Only facts are stored;
 * the dates, and whether an extension moved one, come out of the engine every time.
 */
import { addDays, type CivilDate, laterOf } from '../calendar/civil-date.ts';
import type { Contradiction } from '../errors.ts';
import type { OrganId, PartyId, SendingId } from '../ids.ts';
import type { Computation, ExtensionOutcome, Reading, StopKind } from '../law/compute.ts';
import type { RuleId } from '../law/vocabulary.ts';
import type { Clock, ClockEnd } from '../ledger/clock.ts';
import type { Sending } from '../ledger/documents.ts';
import { applyLimit, inactionWaitEnd, latestFilingDay, regulationUntil } from './apply-limit.ts';
import {
  applicantsOf,
  closingDocument,
  dispatchOf,
  documentOf,
  firstSentOn,
  firstServed,
  principalParties,
  sendingsToOrgan,
  sendingsToParty,
  servicesOf,
} from './case-documents.ts';
import type { AnyEntry, CaseDocument, CaseExtension, Entry, ReconsiderationCase, StoppedSpan } from './case-types.ts';
import type { LawVersion, Procedure } from './codes.ts';
import { articleOf, type ContradictionCode, sixtyDayGrounds } from './contradictions.ts';
import type { CaseLimitFacts, LimitOf } from './limit-of.ts';

export interface LimitInputs {
  readonly limit: LimitOf;
  readonly servedBy: ReadonlyMap<SendingId, number>;
  readonly lawAt: (day: CivilDate) => LawVersion;
}

export interface LimitResults {
  readonly clocks: readonly Clock[];
  readonly extensions: readonly CaseExtension[];
  readonly contradictions: readonly Contradiction[];
}

const open: ClockEnd = { is: 'open' };
const met = (on: CivilDate, bySeq: number, unproven = false): ClockEnd => ({ is: 'met', on, bySeq, unproven });
const superseded = (on: CivilDate, bySeq: number | null): ClockEnd => ({ is: 'superseded', on, bySeq });

const stopKinds = {
  suspension: 'suspension',
  inspection: 'on-site-inspection',
  appraisal: 'appraisal',
  'receiver-dispute': 'settling-receiver',
} as const satisfies Record<StoppedSpan['kind'], StopKind>;

/** All clocks of the case, its extensions as the engine judged them, and the contradictions only dates can tell. */
export function limitsOf(c: ReconsiderationCase, inputs: LimitInputs): LimitResults {
  const { limit, servedBy, lawAt } = inputs;
  const { received, closing, acceptance, correction } = c;
  const clocks: Clock[] = [];
  const contradictions: Contradiction[] = [];
  if (received === null) return { clocks, extensions: [], contradictions };
  const entries = c.entries as unknown as readonly AnyEntry[];
  const against = (
    e: Pick<AnyEntry, 'seq' | 'occurredOn'>,
    code: ContradictionCode,
    params: Contradiction['params'],
    version: LawVersion = lawAt(e.occurredOn),
  ): void => {
    contradictions.push({ code, article: articleOf(code, version), params, seq: e.seq });
  };

  /** Adds a clock; a rule that no version on file knows for its trigger's day is no clock at all. */
  const run = (
    ruleId: RuleId,
    subject: string,
    startSeq: number | null,
    visibleFrom: CivilDate,
    facts: CaseLimitFacts,
    end: (computation: Computation) => ClockEnd,
  ): Clock | null => {
    const computation = limit(ruleId, facts);
    if (computation.unknownWhy === 'no-rule-on-file') return null;
    return add(computation, subject, startSeq, visibleFrom, end);
  };
  const add = (
    computation: Computation,
    subject: string,
    startSeq: number | null,
    visibleFrom: CivilDate,
    end: (computation: Computation) => ClockEnd,
  ): Clock => {
    const clock: Clock = {
      id: `${computation.ruleId}|${subject}|${startSeq ?? '-'}`,
      ruleId: computation.ruleId,
      subject,
      startSeq,
      visibleFrom,
      computation,
      end: end(computation),
    };
    // A procedure changed there and back runs the first limit on: it is the same clock, not a second one.
    const before = clocks.findIndex((k) => k.id === clock.id);
    if (before >= 0) clocks.splice(before, 1);
    clocks.push(clock);
    return clock;
  };
  /** Ends with the case where nothing ended it before. */
  const untilClosing = (end: ClockEnd): ClockEnd =>
    end.is === 'open' && closing !== null ? superseded(closing.on, closing.seq) : end;
  /** A right that nobody used lapses by itself: the day after its end it is no longer a clock. */
  const untilItLapses = (computation: Computation): ClockEnd =>
    computation.due === null ? open : superseded(addDays(computation.due, 1), null);

  // The applicant's own limit, judged at filing (30(1)(4)).
  const applied = applyLimit(received.payload, limit, received.seq);
  add(applied, 'applicant', received.seq, received.occurredOn, () => met(received.payload.filedOn, received.seq));
  const accepted = entries.find((e): e is Entry<'accepted'> => e.type === 'accepted');
  const { filedOn } = received.payload;
  const lastDay = latestFilingDay(received.payload, limit);
  if (accepted !== undefined && lastDay !== null && filedOn > lastDay) {
    const waived = accepted.payload.overridden.some((o) => o.check === 'within-time-limit');
    if (!waived) against(accepted, 'filed-late', { due: lastDay, filedOn });
  }
  const waitEnd = inactionWaitEnd(received.payload, limit);
  if (accepted !== undefined && waitEnd !== null && filedOn <= waitEnd) {
    against(accepted, 'inaction-filed-early', { due: waitEnd, filedOn });
  }

  const { relay } = received.payload;
  if (relay !== null) {
    run(
      'reconsideration.relay',
      relay.organId,
      received.seq,
      relay.receivedOn,
      { trigger: relay.receivedOn, triggerRef: received.seq },
      () => {
        const sentOn = relay.sentOn ?? null;
        // Where only the arrival is on record: what arrived in time was sent in time.
        return met(sentOn ?? received.occurredOn, received.seq, sentOn === null);
      },
    );
  }

  // Examination and correction.
  const decidedOnApplication = entries.find(
    (e) => e.type === 'accepted' || e.type === 'refused' || e.type === 'withdrawn-before-acceptance',
  );
  const corrected = correction?.inTime === true;
  const noticeSentOn = correction === null ? null : dispatchOf(c, correction.notice.payload.documentId);
  const examinationEnd = (computation: Computation, notice: boolean): ClockEnd => {
    if (correction?.inTime === true) {
      const on = noticeSentOn ?? correction.notice.occurredOn;
      return notice ? met(on, correction.notice.seq, noticeSentOn === null) : superseded(on, correction.notice.seq);
    }
    const lapsesOn = computation.due === null ? null : addDays(computation.due, 1);
    if (decidedOnApplication !== undefined && (lapsesOn === null || decidedOnApplication.occurredOn < lapsesOn)) {
      const { occurredOn: on, seq, type } = decidedOnApplication;
      return notice || type === 'withdrawn-before-acceptance' ? superseded(on, seq) : met(on, seq);
    }
    if (closing !== null && (lapsesOn === null || closing.on < lapsesOn)) return superseded(closing.on, closing.seq);
    return lapsesOn === null ? open : superseded(lapsesOn, null);
  };
  const receipt = { trigger: received.occurredOn, triggerRef: received.seq };
  for (const ruleId of ['reconsideration.examine', 'reconsideration.notify-correction'] as const) {
    run(ruleId, 'case', received.seq, received.occurredOn, receipt, (computation) =>
      examinationEnd(computation, ruleId === 'reconsideration.notify-correction'),
    );
  }
  if (correction !== null && corrected) {
    const { notice, submitted, extendedUntil } = correction;
    const document = documentOf(c, notice.payload.documentId);
    const endOfCorrection = (): ClockEnd => {
      if (submitted !== null) return met(submitted.payload.filedOn, submitted.seq);
      const over = entries.find((e) => e.type === 'accepted' || e.type === 'refused');
      if (over !== undefined) return superseded(over.occurredOn, over.seq);
      return untilClosing(open);
    };
    const reached = applicantsOf(c)
      .map((p) => ({ p, sendings: document === null ? [] : sendingsToParty(c, document, p.partyId) }))
      .filter(({ sendings }) => sendings.length > 0);
    const subjects: readonly { readonly subject: string; readonly sendings: readonly Sending[] }[] =
      reached.length > 0
        ? reached.map(({ p, sendings }) => ({ subject: p.partyId, sendings }))
        : [{ subject: 'applicant', sendings: [] }];
    for (const { subject, sendings } of subjects) {
      const served = firstServed(sendings);
      const facts: CaseLimitFacts = {
        trigger: served?.servedOn ?? null,
        ...(served === null ? {} : { triggerRef: servedBy.get(served.id) ?? notice.seq }),
      };
      const decidedDay = extendedUntil ?? notice.payload.dueOn;
      run(
        'reconsideration.correct',
        subject,
        notice.seq,
        served?.servedOn ?? firstSentOn(sendings) ?? notice.occurredOn,
        // Only a longer period, or the old law's own period of the notice, is typed in; the ten days are computed.
        decidedDay !== null && (extendedUntil !== null || c.law === 'ARL1999')
          ? { ...facts, trigger: facts.trigger ?? notice.occurredOn, decidedDay, decidedDayRef: notice.seq }
          : facts,
        endOfCorrection,
      );
    }
    if (submitted !== null) {
      run(
        'reconsideration.examine-corrected',
        'case',
        submitted.seq,
        submitted.occurredOn,
        { trigger: submitted.occurredOn, triggerRef: submitted.seq },
        (computation) => {
          const lapsesOn = computation.due === null ? null : addDays(computation.due, 1);
          const by = entries.find(
            (e) => (e.type === 'accepted' || e.type === 'refused') && e.occurredOn >= submitted.occurredOn,
          );
          if (by !== undefined && (lapsesOn === null || by.occurredOn < lapsesOn)) return met(by.occurredOn, by.seq);
          if (closing !== null && (lapsesOn === null || closing.on < lapsesOn))
            return superseded(closing.on, closing.seq);
          return lapsesOn === null ? open : superseded(lapsesOn, null);
        },
      );
    }
    const abandoned = entries.find((e) => e.type === 'abandonment-recorded');
    if (abandoned !== undefined && closing?.how.is === 'abandoned') {
      const ends = clocks.filter((k) => k.ruleId === 'reconsideration.correct').map((k) => k.computation.due);
      const last = ends.reduce((a, b) => (a === null || b === null ? null : laterOf(a, b)), ends[0] ?? null);
      if (last === null) against(abandoned, 'abandonment-before-limit', { due: 'unknown' }, c.law);
      else if (abandoned.occurredOn <= last) against(abandoned, 'abandonment-before-limit', { due: last }, c.law);
    }
  }

  const extensions = acceptance === null ? [] : afterAcceptance(acceptance);
  afterClosing();
  // A case that never was one has no limit, met or missed.
  if (closing?.how.is === 'voided') {
    const ended = superseded(closing.on, closing.seq);
    return { clocks: clocks.map((k) => ({ ...k, end: ended })), extensions, contradictions: [] };
  }
  return { clocks, extensions, contradictions };

  /** Copy, reply, hearing, normative review, the decision itself. Returns the extensions as judged. */
  function afterAcceptance({
    on: acceptedOn,
    seq,
    visibleFrom,
  }: NonNullable<ReconsiderationCase['acceptance']>): CaseExtension[] {
    const first: Procedure = c.procedures[0]?.procedure ?? 'ordinary';
    const changes = c.procedures.slice(1);
    const fromAcceptance: CaseLimitFacts = { trigger: acceptedOn, ...(seq === null ? {} : { triggerRef: seq }) };

    /**
     * One limit under the procedures of the case: the rule of the first one, and at each change a rule recomputed from
     * the same trigger, unless it was met or past by then (resolution A9).
     */
    const underProcedures = (
      rules: Readonly<Record<Procedure, RuleId>>,
      subject: string,
      startSeq: number | null,
      seenFrom: CivilDate,
      facts: CaseLimitFacts,
      end: (computation: Computation) => ClockEnd,
    ): void => {
      // The row in force at the trigger: a change before it leaves only the later procedure.
      let procedure = changes.findLast((p) => facts.trigger !== null && p.from <= facts.trigger)?.procedure ?? first;
      const later = changes.filter((p) => facts.trigger === null || p.from > facts.trigger);
      let clock = run(rules[procedure], subject, startSeq, seenFrom, facts, end);
      for (const change of later) {
        if (clock === null || change.procedure === procedure) continue;
        const { computation } = clock;
        const over = clock.end.is !== 'open' && clock.end.on <= change.from;
        if (over || (computation.due !== null && computation.due < change.from)) return;
        clocks[clocks.indexOf(clock)] = { ...clock, end: superseded(change.from, change.seq) };
        procedure = change.procedure;
        clock = run(rules[procedure], subject, startSeq, laterOf(seenFrom, change.from), facts, end);
      }
    };

    // The copy goes to every respondent; it is out when the last one's has left (48, 54): a sending on record of which
    // neither dispatch nor service is known has not. The earlier register's papers left on the day it knows.
    const copies = entries.filter((e): e is Entry<'copy-issued'> => e.type === 'copy-issued');
    const copyDocuments = copies
      .map((e) => documentOf(c, e.payload.documentId))
      .filter((d): d is CaseDocument => d !== null);
    const sendingsTo = (organ: OrganId) => copyDocuments.flatMap((d) => sendingsToOrgan(d, organ));
    const leftByRegister = copyDocuments.every((d) => d.fromRegister === true);
    const copyEnd = (): ClockEnd => {
      const firstCopy = copies[0];
      if (firstCopy === undefined) return untilClosing(open);
      const anySending = copyDocuments.some((d) => d.sendings.length > 0);
      if (!anySending) return met(firstCopy.occurredOn, firstCopy.seq, true);
      const days = c.respondents.map((r) => {
        const sendings = sendingsTo(r);
        const left = firstSentOn(sendings) ?? firstServed(sendings)?.servedOn ?? null;
        return left ?? (sendings.length > 0 && leftByRegister ? firstCopy.occurredOn : null);
      });
      const last = days.reduce((a, b) => (a === null || b === null ? null : laterOf(a, b)), days[0] ?? null);
      const unproven = c.respondents.some((r) => firstSentOn(sendingsTo(r)) === null);
      return last === null ? untilClosing(open) : met(last, firstCopy.seq, unproven);
    };
    underProcedures(
      { ordinary: 'reconsideration.send-copy-ordinary', simplified: 'reconsideration.send-copy-simplified' },
      'case',
      seq,
      visibleFrom,
      fromAcceptance,
      copyEnd,
    );

    for (const respondent of c.respondents) {
      const sendings = sendingsTo(respondent);
      if (sendings.length === 0) continue;
      const served = firstServed(sendings);
      const hasLeft = served !== null || firstSentOn(sendings) !== null || leftByRegister;
      const hasReplied = c.replies.some((x) => x.payload.respondentId === respondent);
      // Nothing is asked of whom nothing was sent.
      if (!hasLeft && !hasReplied) continue;
      const startSeq = served === null ? (copies[0]?.seq ?? null) : (servedBy.get(served.id) ?? null);
      underProcedures(
        { ordinary: 'reconsideration.reply-ordinary', simplified: 'reconsideration.reply-simplified' },
        respondent,
        startSeq,
        served?.servedOn ?? firstSentOn(sendings) ?? copies[0]?.occurredOn ?? acceptedOn,
        {
          trigger: served?.servedOn ?? null,
          ...(startSeq === null || served === null ? {} : { triggerRef: startSeq }),
        },
        () => {
          const reply = c.replies.find((r) => r.payload.respondentId === respondent);
          return reply === undefined ? untilClosing(open) : met(reply.occurredOn, reply.seq);
        },
      );
    }

    for (const { scheduled, cancelledOn, held } of c.hearings) {
      const document = documentOf(c, scheduled.payload.documentId);
      const persons = principalParties(c).map((p) => p.partyId);
      const subjects: readonly (readonly [PartyId | OrganId, readonly Sending[]])[] = [
        ...persons.map((p) => [p, document === null ? [] : sendingsToParty(c, document, p)] as const),
        ...c.respondents.map((r) => [r, document === null ? [] : sendingsToOrgan(document, r)] as const),
      ];
      for (const [subject, sendings] of subjects) {
        const clock = run(
          'reconsideration.hearing-notice',
          subject,
          scheduled.seq,
          scheduled.occurredOn,
          { trigger: scheduled.payload.on, triggerRef: scheduled.seq },
          () => {
            const served = firstServed(sendings);
            if (served !== null) return met(served.servedOn, servedBy.get(served.id) ?? scheduled.seq);
            if (cancelledOn !== null) return superseded(cancelledOn, scheduled.seq);
            if (held !== null) return superseded(held.occurredOn, held.seq);
            return untilClosing(open);
          },
        );
        if (clock === null || held === null || clock.computation.due === null) continue;
        if (clock.end.is !== 'met') {
          against(held, 'hearing-notice-unproven', { due: clock.computation.due, subject });
        }
        if (clock.end.is === 'met' && clock.end.on > clock.computation.due) {
          against(held, 'hearing-notice-late', { due: clock.computation.due, servedOn: clock.end.on, subject });
        }
      }
    }

    for (const { begun, asked, replied, referred, concluded } of c.reviews) {
      const from = { trigger: begun.occurredOn, triggerRef: begun.seq };
      const none = (): ClockEnd => untilClosing(open);
      if (begun.payload.competent) {
        run('reconsideration.review-own', 'case', begun.seq, begun.occurredOn, from, () =>
          concluded === null ? none() : met(concluded.occurredOn, concluded.seq),
        );
        run('reconsideration.review-ask-maker', 'case', begun.seq, begun.occurredOn, from, () => {
          if (asked === null) return concluded === null ? none() : superseded(concluded.occurredOn, concluded.seq);
          const sentOn = dispatchOf(c, asked.payload.documentId);
          return met(sentOn ?? asked.occurredOn, asked.seq, sentOn === null);
        });
        if (asked !== null) {
          const served = firstServed(documentOf(c, asked.payload.documentId)?.sendings ?? []);
          run(
            'reconsideration.review-maker-reply',
            'document-maker',
            asked.seq,
            served?.servedOn ?? asked.occurredOn,
            { trigger: served?.servedOn ?? null, triggerRef: asked.seq },
            () => {
              if (replied !== null) return met(replied.occurredOn, replied.seq);
              return concluded === null ? none() : superseded(concluded.occurredOn, concluded.seq);
            },
          );
        }
      } else {
        run('reconsideration.review-refer', 'case', begun.seq, begun.occurredOn, from, () => {
          if (referred === null) return concluded === null ? none() : superseded(concluded.occurredOn, concluded.seq);
          const sentOn = dispatchOf(c, referred.payload.documentId);
          return met(sentOn ?? referred.occurredOn, referred.seq, sentOn === null);
        });
        if (referred !== null) {
          const served = firstServed(documentOf(c, referred.payload.documentId)?.sendings ?? []);
          run(
            'reconsideration.review-referred-reply',
            'competent-organ',
            referred.seq,
            served?.servedOn ?? referred.occurredOn,
            { trigger: served?.servedOn ?? null, triggerRef: referred.seq },
            () => (concluded === null ? none() : met(concluded.occurredOn, concluded.seq)),
          );
        }
      }
    }

    // 41(5): one uninterrupted span on one ground; the case may be ended from the day after.
    for (const s of c.spans) {
      if (!s.effective || s.ground === null || !sixtyDayGrounds.includes(s.ground)) continue;
      run(
        'reconsideration.suspension-longest',
        'case',
        s.startSeq,
        s.from,
        { trigger: s.from, triggerRef: s.startSeq },
        () => (s.to === null ? untilClosing(open) : superseded(s.to, s.endSeq)),
      );
    }

    return decisionClock(fromAcceptance, seq, visibleFrom, first, changes);
  }

  /** The decision limit with its stops, extensions and change of procedure; and the contradictions of its extensions. */
  function decisionClock(
    fromAcceptance: CaseLimitFacts,
    seq: number | null,
    visibleFrom: CivilDate,
    first: Procedure,
    changes: ReconsiderationCase['procedures'],
  ): CaseExtension[] {
    const rules = {
      ordinary: 'reconsideration.decide-ordinary',
      simplified: 'reconsideration.decide-simplified',
    } as const satisfies Record<Procedure, RuleId>;
    const stops = c.spans.filter((s) => s.effective);
    const unverified = stops.some((s) => s.kind !== 'suspension' && (s.to ?? s.from) > regulationUntil);
    const extended = entries.filter((e): e is Entry<'extended'> => e.type === 'extended' && isBeforeClosing(e));
    /** The procedure an act of that day came under: what was made under the simplified one is judged by its rule. */
    const procedureOf = (e: Pick<AnyEntry, 'occurredOn' | 'seq'>): Procedure =>
      changes.findLast((p) => p.from < e.occurredOn || (p.from === e.occurredOn && (p.seq ?? 0) < e.seq))?.procedure ??
      first;
    const facts = (procedure: Procedure): CaseLimitFacts => {
      const readings: Reading[] = [];
      if (stops.length > 0) readings.push('span-by-later-and-earlier');
      if (unverified) readings.push('stop-without-text-on-file');
      if (procedure === 'ordinary' && (first === 'simplified' || changes.length > 0))
        readings.push('simplified-to-ordinary');
      return {
        ...fromAcceptance,
        stopped: stops.map((s) => ({
          from: s.from,
          to: s.to,
          kind: stopKinds[s.kind],
          ref: s.startSeq,
          ...(s.ground === null ? {} : { ground: s.ground }),
        })),
        extensions: extended
          .filter((e) => procedureOf(e) === procedure)
          .map((e) => ({
            days: e.payload.days,
            decidedOn: e.occurredOn,
            sentOn: extensionSentOn(c, e),
            ref: e.seq,
          })),
        readings,
        ...(unverified ? { factsVerified: false } : {}),
      };
    };
    const finalProcedure = changes.at(-1)?.procedure ?? first;
    const end = (): ClockEnd => {
      if (closing === null) return open;
      const document = closingDocument(c);
      const counts = ['decided', 'rejected', 'mediated', 'terminated'].includes(closing.how.is);
      return counts
        ? met(closing.on, closing.seq, document === null || document.sendings.every((s) => s.sentOn === null))
        : superseded(closing.on, closing.seq);
    };
    const judged: ExtensionOutcome[] = [];
    let procedure = first;
    for (const change of changes) {
      if (change.procedure === procedure) continue;
      const left = run(rules[procedure], 'case', seq, visibleFrom, facts(procedure), () =>
        superseded(change.from, change.seq),
      );
      judged.push(...(left?.computation.extensions ?? []));
      procedure = change.procedure;
    }
    const lastChange = changes.at(-1);
    const clock = run(
      rules[finalProcedure],
      'case',
      seq,
      lastChange === undefined ? visibleFrom : laterOf(visibleFrom, lastChange.from),
      facts(finalProcedure),
      end,
    );
    const computation = clock?.computation ?? null;
    judged.push(...(computation?.extensions ?? []));

    if (
      clock !== null &&
      clock.end.is === 'met' &&
      closing !== null &&
      computation !== null &&
      computation.due !== null
    ) {
      const sentOn = firstSentOn(closingDocument(c)?.sendings ?? []);
      const closer = entries.find((e) => e.seq === closing.seq);
      if (closer !== undefined && closing.on <= computation.due && sentOn !== null && sentOn > computation.due) {
        against(closer, 'made-in-time-sent-late', { due: computation.due, sentOn });
      }
    }

    // No decision by the end: the applicant may sue within 15 days (34; ALL 45), whatever comes later.
    if (computation !== null && computation.due !== null) {
      const { due } = computation;
      if (closing === null || closing.on > due) {
        for (const p of applicantsOf(c)) {
          run(
            'litigation.sue-after-overdue-reconsideration',
            p.partyId,
            null,
            addDays(due, 1),
            { trigger: due },
            untilItLapses,
          );
        }
      }
    }

    return extended.map((e): CaseExtension => {
      const outcome = judged.findLast((x) => x.fact.ref === e.seq);
      const because = outcome === undefined || outcome.effective ? null : outcome.problem;
      const code =
        because === 'rule-knows-none'
          ? 'simplified-has-none'
          : because === 'above-cap'
            ? 'beyond-cap'
            : because === 'sent-late'
              ? 'sent-late'
              : because === 'not-sent'
                ? 'not-sent'
                : because === 'decided-late'
                  ? 'made-late'
                  : null;
      if (outcome !== undefined && !outcome.effective) {
        const params = {
          days: e.payload.days,
          ...(outcome.end === null ? {} : { due: outcome.end }),
          ...(outcome.lateDays === null ? {} : { lateDays: outcome.lateDays }),
        };
        if (code === 'simplified-has-none') against(e, 'extension-in-simplified', params);
        if (code === 'beyond-cap') against(e, 'extension-beyond-cap', params);
        if (code === 'sent-late') against(e, 'extension-sent-late', params);
        if (code === 'not-sent') against(e, 'extension-not-sent', { due: 'unknown', ...params });
        if (code === 'made-late') against(e, 'extension-made-late', params);
      } else if (outcome?.effective === true && outcome.second) {
        against(e, 'extension-second', { days: e.payload.days });
      }
      const sentOn = extensionSentOn(c, e);
      return {
        seq: e.seq,
        days: e.payload.days,
        decidedOn: e.occurredOn,
        sentOn: sentOn === 'unknown' || sentOn === 'not-sent' ? null : sentOn,
        effective: outcome?.effective === true,
        ineffectiveBecause: code,
      };
    });
  }

  /** What the outcome starts: suing, performing, reporting; and what the reply limits say about the decision. */
  function afterClosing(): void {
    if (c.decision !== null) judgeReplies(c.decision);
    for (const e of entries) {
      if (e.type === 'opinion-letter-issued') {
        const { toOrgan, documentId } = e.payload;
        const document = documentOf(c, documentId);
        const served = document === null ? null : firstServed(sendingsToOrgan(document, toOrgan));
        run(
          'reconsideration.report-on-opinion',
          toOrgan,
          e.seq,
          served?.servedOn ?? e.occurredOn,
          { trigger: served?.servedOn ?? null, triggerRef: e.seq },
          () => {
            const report = entries.find((r) => r.type === 'opinion-reported' && r.payload.documentId === documentId);
            return report === undefined ? open : met(report.occurredOn, report.seq);
          },
        );
      } else if (e.type === 'performance-ordered') {
        const { respondentId, dueOn, documentId } = e.payload;
        const document = documentOf(c, documentId);
        const served = document === null ? null : firstServed(sendingsToOrgan(document, respondentId));
        run(
          'reconsideration.perform-as-ordered',
          respondentId,
          e.seq,
          served?.servedOn ?? e.occurredOn,
          { trigger: served?.servedOn ?? e.occurredOn, triggerRef: e.seq, decidedDay: dueOn, decidedDayRef: e.seq },
          () => performedBy(respondentId, e.occurredOn),
        );
      }
    }
    if (closing === null) return;
    const document = closingDocument(c);
    const services = servicesOf(c, document, servedBy);

    const sue: RuleId | null =
      closing.how.is === 'decided'
        ? 'litigation.sue-after-reconsideration'
        : closing.how.is === 'refused' || closing.how.is === 'rejected'
          ? 'litigation.sue-after-refusal'
          : null;
    if (sue !== null) {
      for (const s of services) {
        if (s.is !== 'party' || s.servedOn === null) continue;
        run(
          sue,
          s.subject,
          s.seq,
          s.servedOn,
          { trigger: s.servedOn, ...(s.seq === null ? {} : { triggerRef: s.seq }) },
          untilItLapses,
        );
      }
    }

    if (closing.how.is === 'mediated' && c.mediation.effectiveOn !== null) {
      for (const r of c.respondents) {
        const on = c.mediation.effectiveOn;
        const { letter } = c.mediation;
        const performBy = letter?.payload.performBy ?? null;
        const named = letter === null || performBy === null ? {} : { decidedDay: performBy, decidedDayRef: letter.seq };
        const facts = { trigger: on, triggerRef: closing.seq, ...named };
        run('reconsideration.perform-mediation', r, closing.seq, on, facts, () => performedBy(r, on));
      }
    }
    if (c.decision !== null && closing.how.is === 'decided') {
      const { types, redo, performBy, compensation, articles } = c.decision.payload;
      const mustPerform =
        performBy !== null ||
        compensation?.granted === true ||
        types.includes('order-performance') ||
        types.includes('agreement-liability');
      for (const s of services) {
        if (s.is !== 'organ') continue;
        const trigger = { trigger: s.servedOn, ...(s.seq === null ? {} : { triggerRef: s.seq }) };
        const seenFrom = s.servedOn ?? closing.on;
        const decision = c.decision;
        if (redo !== null) {
          const special =
            redo.days === null
              ? {}
              : {
                  special: {
                    lawName: '行政复议决定',
                    article: articles[0] ?? '64',
                    length: redo.days,
                    unit: 'day' as const,
                    byDecision: true,
                  },
                };
          run('reconsideration.redo', s.subject, s.seq ?? decision.seq, seenFrom, { ...trigger, ...special }, () =>
            performedBy(s.subject, decision.occurredOn),
          );
        }
        if (mustPerform) {
          run(
            'reconsideration.perform',
            s.subject,
            s.seq ?? decision.seq,
            seenFrom,
            performBy === null
              ? trigger
              : {
                  ...trigger,
                  trigger: s.servedOn ?? decision.occurredOn,
                  decidedDay: performBy,
                  decidedDayRef: decision.seq,
                },
            () => performedBy(s.subject, decision.occurredOn),
          );
        }
      }
    }
  }

  function performedBy(respondent: string, since: CivilDate): ClockEnd {
    const done = entries.find(
      (e) => e.type === 'performed' && e.payload.respondentId === respondent && e.occurredOn >= since,
    );
    return done === undefined ? open : met(done.occurredOn, done.seq);
  }

  /** 48, 54, 70: no decision while a reply may still come, and no consequence of silence where there is a reply. */
  function judgeReplies(decision: Entry<'decided'>): void {
    for (const k of clocks) {
      if (k.ruleId !== 'reconsideration.reply-ordinary' && k.ruleId !== 'reconsideration.reply-simplified') continue;
      if (k.end.is === 'superseded' && k.end.bySeq !== decision.seq) continue;
      const replied = k.end.is === 'met' && k.end.on <= decision.occurredOn;
      const { due } = k.computation;
      const over = due !== null && decision.occurredOn > due;
      // Where the copy's service is not on record its limit is unknown, and an unknown day contradicts nothing.
      if (!replied && !over && due !== null) {
        against(decision, 'decided-before-reply-limit', { organ: k.subject, due });
      }
      if (decision.payload.noReply && replied && due !== null && k.end.is === 'met' && k.end.on <= due) {
        against(decision, 'no-reply-unfounded', { organ: k.subject, repliedOn: k.end.on });
      }
    }
  }

  function isBeforeClosing(e: Pick<AnyEntry, 'occurredOn' | 'seq'>): boolean {
    if (closing === null) return true;
    return e.occurredOn < closing.on || (e.occurredOn === closing.on && e.seq < closing.seq);
  }
}

/**
 * When the notice of an extension left for the applicants: the last of them (rulebook 2.6). 'not-sent' while one of them
 * has been sent none: it moves nothing yet. 'unknown' where the record cannot tell: an extension with no document, as in
 * old histories, or one of the earlier register; and where only the service is on record.
 */
function extensionSentOn(c: ReconsiderationCase, e: Entry<'extended'>): CivilDate | 'unknown' | 'not-sent' {
  const document = documentOf(c, e.payload.documentId);
  const applicants = applicantsOf(c);
  if (document === null || applicants.length === 0) return 'unknown';
  const untold = document.fromRegister === true ? 'unknown' : 'not-sent';
  const days = applicants.map((p) => {
    const sendings = sendingsToParty(c, document, p.partyId);
    return firstSentOn(sendings) ?? (firstServed(sendings) === null ? untold : 'unknown');
  });
  if (days.includes('not-sent')) return 'not-sent';
  if (days.includes('unknown')) return 'unknown';
  return days.reduce((a, b) => (a > b ? a : b));
}
