/**
 * The flat dated record of a lawsuit: the only vocabulary of lists, checks and statistics. A fact has a day and, where it
 * needs one, a value or a subject; nothing in it is true only today. Names are a lawsuit's own: a figure over
 * reconsideration cases never meets them.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Fact } from '../ledger/projection.ts';
import { appealCopies } from './appeal-answers.ts';
import type { Lawsuit } from './case-types.ts';
import { standsStill } from './instances.ts';
import { answerRules, evidenceRules } from './limits.ts';
import { resultOf } from './results.ts';

/** Every fact a lawsuit may have. */
export const litigationFactNames = [
  'suit-received', // the first paper of the court reached the office
  'suit-matter',
  'suit-category',
  'suit-before', // value: where the dispute stood before the suit
  'suit-compensation', // asked along with it or alone
  'defendant', // one per organ; value: its role
  'plaintiff', // one per plaintiff; value: citizen or organisation
  'instance', // one per instance; value: its level
  'instance-remanded', // value: the instance that sent it back
  'docketed', // one per instance
  'papers-received', // one per instance and organ: the first
  'papers-unsigned', // one per instance and organ that owes an answer to papers nobody signed for; value: whose people sign
  'suit-answer-due', // one per instance and organ
  'suit-answer-filed',
  'suit-evidence-due',
  'suit-evidence-filed',
  'session', // one per session that was not cancelled; on = the day it is set for; value: HH:MM|kind
  'session-held', // one per session; value: public or closed
  'appearance', // one per session and organ; value: counts, or why not
  'appearance-duty', // one per instance and organ; on = it arose; value: its result
  'duty-discharged', // one per instance and organ
  'judged', // one per instance; value: judgment's number
  'suit-outcome', // one per instance and outcome
  'judgment-served', // one per instance and addressee
  'appealed', // one per appeal; value: in-time or late
  'judgment-effective', // one per instance; seen from the day it is
  'retrial-applied',
  'suit-suspended', // value: the ground; one per span
  'suit-resumed',
  'suit-result', // of the whole suit; value: its principal outcome
  'suit-lost', // value: by which outcome
  'suit-awarded', // value: fen
  'judgment-due', // one per obligation: until when it must be done
  'judgment-performed', // one per obligation
  'court-measure', // value: which
  'judicial-advice', // value: what it is about
  'judicial-advice-answered', // value: adopted or not
  'defect', // one per instance, organ and element
  'defects-read',
  'suit-major', // value: grounds
  'suit-major-ended',
  'suit-closed', // the last judgment in effect and all it ordered done
  'suit-voided', // value: the suit it repeats; a voided suit has no other fact
] as const;
export type LitigationFactName = (typeof litigationFactNames)[number];

/** The facts of a lawsuit, in the order of the names above. */
export function factsOf(suit: Lawsuit): readonly Fact[] {
  const facts: Fact[] = [];
  const seen = new Set<string>();
  /** One fact for a name and subject: what was recorded twice is told once. */
  const add = (
    name: LitigationFactName,
    on: CivilDate | null,
    value: string | null = null,
    subject = '',
    visibleFrom: CivilDate | null = on,
  ): void => {
    const key = `${name}\n${subject}`;
    if (seen.has(key)) return;
    seen.add(key);
    facts.push({ name, subject, on, value, visibleFrom });
  };
  const { registered } = suit;
  if (registered === null) return facts;
  // Registered by mistake: it is in no figure, but for its own.
  if (suit.voided !== null) {
    add('suit-voided', suit.voided.occurredOn, suit.voided.payload.duplicateOf);
    return facts;
  }
  const { payload, occurredOn: day } = registered;
  add('suit-received', day);
  add('suit-matter', day, payload.act.matter);
  if (payload.act.category !== null) add('suit-category', day, payload.act.category);
  add('suit-before', day, payload.before);
  if (payload.compensation !== null) add('suit-compensation', day, payload.compensation.alone ? 'alone' : 'along');
  for (const o of suit.organs) add('defendant', day, o.role, o.organId);
  for (const p of suit.parties) if (p.capacity === 'applicant') add('plaintiff', day, p.kind, p.partyId);

  for (const i of suit.instances) {
    const id = i.instanceId;
    const of = (organ: string) => `${id}|${organ}`;
    add('instance', i.opened.occurredOn, i.level, id);
    const { remandedBy } = i.opened.payload;
    if (remandedBy !== null) add('instance-remanded', i.opened.occurredOn, remandedBy, id);
    if (i.docketedOn !== null) add('docketed', i.docketedOn, null, id, i.opened.occurredOn);
    for (const p of i.papers) add('papers-received', p.occurredOn, null, of(p.payload.organId));
    for (const o of suit.organs) {
      const undertaking = o.undertakingId ?? o.organId;
      // Whoever keeps the file has the papers already.
      if (undertaking === suit.organId || i.answers.some((a) => a.payload.organId === o.organId)) continue;
      const isSigned = (seq: number) =>
        suit.acknowledged.some((a) => a.payload.instanceId === id && a.payload.organId === o.organId && a.seq > seq);
      const unsigned = i.papers.find((p) => p.payload.organId === o.organId && !isSigned(p.seq));
      if (unsigned !== undefined) add('papers-unsigned', unsigned.occurredOn, undertaking, of(o.organId));
    }
    const starts = new Set<number | null>([...i.papers.map((p) => p.seq), ...i.extensionsAnswered.map((x) => x.seq)]);
    const dueOf = (rules: readonly string[], organ: string, more: readonly (number | null)[] = []) =>
      suit.clocks.findLast(
        (k) => rules.includes(k.ruleId) && k.subject === organ && (starts.has(k.startSeq) || more.includes(k.startSeq)),
      );
    for (const { organId } of suit.organs) {
      const copies = i.level === 'second' ? appealCopies(i, suit.instances, organId).map((p) => p.seq) : [];
      const own = answerRules.filter((rule) => i.level === 'second' || rule !== 'litigation.appeal-answer');
      const answer = dueOf(own, organId, copies);
      if (answer !== undefined) {
        add('suit-answer-due', answer.computation.due, answer.ruleId, of(organId), answer.visibleFrom);
      }
      const evidence = dueOf(evidenceRules, organId);
      if (evidence !== undefined) {
        add('suit-evidence-due', evidence.computation.due, evidence.ruleId, of(organId), evidence.visibleFrom);
      }
    }
    for (const a of i.answers) add('suit-answer-filed', a.occurredOn, null, of(a.payload.organId));
    for (const e of [...i.answers, ...i.evidence]) {
      if (e.payload.evidence.length > 0) {
        add('suit-evidence-filed', e.occurredOn, String(e.payload.evidence.length), of(e.payload.organId));
      }
    }
    for (const s of i.sessions) {
      const { sessionId } = s;
      const { kind } = s.set.payload;
      if (s.cancelled === null) add('session', s.on, `${s.time}|${kind}`, sessionId, s.set.occurredOn);
      if (s.held !== null && kind === 'trial') {
        add('session-held', s.held.occurredOn, s.isPublic ? 'public' : 'closed', sessionId);
      }
      for (const a of s.appearances) {
        if (a.recorded === null) continue;
        const why = a.counts === true ? 'counts' : (a.notCounting[0]?.code ?? a.satInstead ?? 'nobody');
        add('appearance', a.recorded.occurredOn, why, `${sessionId}|${a.organId}`);
      }
    }
    for (const d of i.duties) {
      if (d.arisesOn === null) continue;
      add('appearance-duty', d.arisesOn, d.result, of(d.organId));
      if (d.dischargedOn !== null) add('duty-discharged', d.dischargedOn, d.leader?.rank ?? null, of(d.organId));
    }
    for (const s of i.spans.filter(standsStill)) {
      add('suit-suspended', s.from, s.ground, String(s.startSeq));
      if (s.to !== null) add('suit-resumed', s.to, s.ground, String(s.startSeq));
    }
    if (i.ended !== null) {
      const { occurredOn, payload: end } = i.ended;
      add('judged', occurredOn, end.number, id);
      for (const outcome of end.outcomes) add('suit-outcome', occurredOn, outcome, `${id}|${outcome}`);
      if (end.compensation !== null) add('suit-awarded', occurredOn, String(end.compensation), id);
    }
    for (const s of i.served) {
      const { to } = s.payload;
      add('judgment-served', s.occurredOn, to.is, of(to.is === 'organ' ? to.organId : to.partyId));
    }
    for (const { appealed, late } of i.appeals) {
      add('appealed', appealed.occurredOn, late ? 'late' : 'in-time', `${id}|${appealed.seq}`);
    }
    for (const e of i.retrialsApplied) add('retrial-applied', e.occurredOn, null, `${id}|${e.seq}`);
    if (i.effective !== null) {
      add('judgment-effective', i.effective.on, i.effective.article, id, i.effective.visibleFrom);
    }
  }
  const result = resultOf(suit);
  if (result !== null) {
    add('suit-result', result.on, result.principal);
    if (result.lost !== null) add('suit-lost', result.on, result.lost);
  }
  for (const o of suit.obligations) {
    // A retrial stays it; what runs after that is the last one.
    const due = suit.clocks.findLast((k) => k.ruleId === 'litigation.perform' && k.subject === o.obligationId);
    if (due !== undefined) add('judgment-due', due.computation.due, o.organId, o.obligationId, due.visibleFrom);
    if (o.performedOn !== null) add('judgment-performed', o.performedOn, o.organId, o.obligationId);
    for (const m of o.measures) add('court-measure', m.occurredOn, m.payload.measure, `${o.obligationId}|${m.seq}`);
  }
  for (const { received, answered } of suit.advice) {
    const { adviceId, subject } = received.payload;
    add('judicial-advice', received.occurredOn, subject, adviceId);
    if (answered !== null) add('judicial-advice-answered', answered.occurredOn, answered.payload.adopted, adviceId);
  }
  for (const { recorded, read } of suit.defects) {
    const { instanceId, organId, elements } = recorded.payload;
    for (const element of elements) add('defect', recorded.occurredOn, element, `${instanceId}|${organId}|${element}`);
    if (read !== null) add('defects-read', read.occurredOn, null, `${instanceId}|${organId}`);
  }
  if (suit.major !== null) {
    add('suit-major', suit.major.marked.occurredOn, suit.major.marked.payload.grounds.join('|'));
    if (suit.major.unmarkedOn !== null) add('suit-major-ended', suit.major.unmarkedOn);
  }
  if (suit.closing !== null) add('suit-closed', suit.closing.on, suit.closing.provisional ? 'provisional' : null);
  return facts;
}
