/**
 * The flat dated record of a case: the only vocabulary of lists, checks and statistics. A fact has a day and, where it
 * needs one, a value or a subject; nothing in it is true only today.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import { dayOfUse } from '../law/days-used.ts';
import { firstDispatch } from '../ledger/documents.ts';
import type { Fact } from '../ledger/projection.ts';
import { closingDocument, firstServed, principalParties, sendingsToOrgan, sendingsToParty } from './case-documents.ts';
import type { AnyEntry, ReconsiderationCase } from './case-types.ts';
import { marksOf } from './due-acts.ts';
import { documentsToPost, unservedSendings } from './to-post.ts';

/** Every fact a reconsideration case may have. */
export const reconsiderationFactNames = [
  'filed', // 提出申请
  'received', // 收到申请
  'channel',
  'matter',
  'category',
  'reviewing-organ',
  'respondent', // one per respondent
  'applicant', // one per applicant; value: citizen or organisation
  'correction-notified',
  'corrected',
  'accepted', // value: by decision, lapse or law
  'procedure', // value; one per day of change
  'copy-sent', // one per respondent
  'reply-due', // one per respondent
  'reply-filed', // one per respondent
  'opinion-heard',
  'hearing-scheduled', // on: the day of the hearing; value: HH:MM|place; one per hearing
  'hearing-cancelled', // value: cancelled or rescheduled; one per hearing
  'hearing-held',
  'leader-at-hearing', // value: attended or absent
  'committee-asked',
  'committee-sitting', // value: how many members took part
  'committee-advised',
  'committee-followed', // value: yes, partly or no
  'normative-review-begun',
  'normative-review-concluded', // value: the result
  'stay-ordered',
  'suspended', // value: the ground; one per span
  'resumed',
  'extended', // value: days; only what took effect
  'decide-due',
  'days-used', // of the decision limit; value: one of `usedMarks` within the limit; on = the day on which so many are used
  'decided',
  'outcome', // one per decision type, or the way the case ended
  'closed', // value: how
  'voided', // value: the case it repeats; a voided case has no other fact
  'refusal-condition',
  'termination-ground',
  'mediation-agreed',
  'settled',
  'compensation', // value: fen
  'dispatched', // the closing document's first dispatch
  'decision-served', // one per party and respondent
  'effective', // 75(2): served; 73(1): signed and sealed
  'performance-due',
  'performance-reported', // by the respondent itself; one per report
  'performed', // one per respondent
  'opinion-letter-issued',
  'opinion-reported',
  'awaiting-service', // one per sending without its service; on = sent; value: the document's kind
  'to-post', // a document made and not yet dispatched; on = the last day for it; value: its kind
] as const;
export type ReconsiderationFactName = (typeof reconsiderationFactNames)[number];

/** The facts of a case, in the order of the names above. */
export function factsOf(c: ReconsiderationCase): readonly Fact[] {
  const facts: Fact[] = [];
  const add = (
    name: ReconsiderationFactName,
    on: CivilDate | null,
    value: string | null = null,
    subject = '',
    visibleFrom: CivilDate | null = on,
  ): void => {
    facts.push({ name, subject, on, value, visibleFrom });
  };
  const { received, acceptance, closing } = c;
  if (received === null) return facts;
  const entries = c.entries as unknown as readonly AnyEntry[];
  // Registered by mistake: it is in no figure, but for its own.
  if (closing?.how.is === 'voided') {
    add('voided', closing.on, closing.how.duplicateOf);
    return facts;
  }
  const { payload } = received;
  const day = received.occurredOn;
  add('filed', payload.filedOn);
  add('received', day);
  add('channel', day, payload.channel);
  add('matter', day, payload.act.matter);
  if (payload.act.category !== null) add('category', day, payload.act.category);
  add('reviewing-organ', day, payload.reviewingOrganId);
  for (const r of c.respondents) add('respondent', day, null, r);
  for (const p of c.parties) if (p.capacity === 'applicant') add('applicant', day, p.kind, p.partyId);

  if (c.correction !== null) {
    add('correction-notified', c.correction.notice.occurredOn, c.correction.inTime ? 'in-time' : 'late');
    if (c.correction.submitted !== null) add('corrected', c.correction.submitted.occurredOn);
  }
  if (acceptance !== null) {
    add('accepted', acceptance.on, acceptance.by, '', acceptance.visibleFrom);
    c.procedures.forEach((p, i) => {
      add('procedure', p.from, p.procedure, i === 0 ? '' : String(i), i === 0 ? acceptance.visibleFrom : p.from);
    });
  }
  const copies = entries.flatMap((e) => (e.type === 'copy-issued' ? [e.payload.documentId] : []));
  for (const r of c.respondents) {
    const sendings = c.documents.filter((d) => copies.includes(d.id)).flatMap((d) => sendingsToOrgan(d, r));
    const sentOn = sendings.flatMap((s) => s.sentOn ?? s.servedOn ?? []).sort()[0];
    if (sentOn !== undefined) add('copy-sent', sentOn, null, r);
  }
  for (const k of c.clocks) {
    if (!k.ruleId.startsWith('reconsideration.reply-') || k.computation.due === null) continue;
    if (
      k.end.is === 'superseded' &&
      c.clocks.some((o) => o !== k && o.subject === k.subject && o.ruleId.startsWith('reconsideration.reply-'))
    )
      continue;
    add('reply-due', k.computation.due, null, k.subject, k.visibleFrom);
  }
  const replied = new Set<string>();
  for (const r of c.replies) {
    if (replied.has(r.payload.respondentId)) continue;
    replied.add(r.payload.respondentId);
    add('reply-filed', r.occurredOn, null, r.payload.respondentId);
  }
  for (const h of c.heard) add('opinion-heard', h.occurredOn, h.payload.manner, String(h.seq));
  for (const [i, { hearingId, scheduled, cancelled, held }] of c.hearings.entries()) {
    // One that was set twice under one name is told once.
    if (c.hearings.findIndex((h) => h.hearingId === hearingId) < i) continue;
    const { on, time, place } = scheduled.payload;
    add('hearing-scheduled', on, `${time}|${place}`, hearingId, scheduled.occurredOn);
    if (cancelled !== null) {
      const how = cancelled.payload.replacedBy === undefined ? 'cancelled' : 'rescheduled';
      add('hearing-cancelled', cancelled.occurredOn, how, hearingId);
    }
    if (held === null) continue;
    add('hearing-held', held.occurredOn, null, String(held.seq));
    add(
      'leader-at-hearing',
      held.occurredOn,
      held.payload.respondentLeader.attended ? 'attended' : 'absent',
      String(held.seq),
    );
  }
  if (c.committee.asked !== null)
    add('committee-asked', c.committee.asked.occurredOn, c.committee.asked.payload.category);
  if (c.committee.advised !== null) {
    const { occurredOn, payload: advice } = c.committee.advised;
    const { sitting } = advice;
    if (sitting !== undefined) add('committee-sitting', sitting.on ?? occurredOn, String(sitting.members.length));
    add('committee-advised', occurredOn);
  }
  if (c.decision?.payload.committee !== undefined) {
    add('committee-followed', c.decision.occurredOn, c.decision.payload.committee.follows);
  }
  for (const r of c.reviews) {
    add('normative-review-begun', r.begun.occurredOn, r.begun.payload.article, String(r.begun.seq));
    if (r.concluded !== null) {
      add('normative-review-concluded', r.concluded.occurredOn, r.concluded.payload.result, String(r.begun.seq));
    }
  }
  if (c.stay !== null) add('stay-ordered', c.stay.ordered.occurredOn, c.stay.ordered.payload.ground);
  for (const s of c.spans) {
    if (!s.effective) continue;
    add('suspended', s.from, s.ground ?? s.kind, String(s.startSeq));
    if (s.to !== null) add('resumed', s.to, s.ground ?? s.kind, String(s.startSeq));
  }
  for (const x of c.extensions) if (x.effective) add('extended', x.decidedOn, String(x.days), String(x.seq));
  const decide = c.clocks.findLast((k) => k.ruleId.startsWith('reconsideration.decide-'));
  if (decide !== undefined)
    add('decide-due', decide.computation.due, decide.computation.status, '', decide.visibleFrom);
  for (const n of decide === undefined ? [] : marksOf(decide.computation)) {
    const on = decide === undefined ? null : dayOfUse(decide.computation, n);
    if (on !== null) add('days-used', on, String(n), String(n));
  }

  if (c.withdrawal?.payload.settled === true || c.settlement !== null) {
    add('settled', c.settlement?.occurredOn ?? c.withdrawal?.occurredOn ?? null);
  }
  const agreed = c.mediation.held.find((m) => m.payload.agreed);
  if (agreed !== undefined) add('mediation-agreed', agreed.occurredOn);
  if (closing !== null) {
    const { how, on } = closing;
    if (how.is === 'decided') {
      add('decided', on);
      for (const type of how.types) add('outcome', on, type, type);
      const compensation = c.decision?.payload.compensation ?? null;
      if (compensation !== null) {
        add('compensation', on, compensation.granted ? String(compensation.amount ?? '') : 'refused');
      }
    } else add('outcome', on, how.is, how.is);
    if (how.is === 'refused' || how.is === 'rejected') add('refusal-condition', on, how.condition);
    if (how.is === 'terminated') add('termination-ground', on, how.ground);
    add('closed', on, how.is);
    const document = closingDocument(c);
    if (document !== null) {
      const sentOn = firstDispatch(document);
      if (sentOn !== null) add('dispatched', sentOn);
      const served: (CivilDate | null)[] = [];
      for (const p of principalParties(c)) {
        const one = firstServed(sendingsToParty(c, document, p.partyId))?.servedOn ?? null;
        served.push(one);
        if (one !== null) add('decision-served', one, 'party', p.partyId);
      }
      for (const r of c.respondents) {
        const one = firstServed(sendingsToOrgan(document, r))?.servedOn ?? null;
        served.push(one);
        if (one !== null) add('decision-served', one, 'respondent', r);
      }
      if (how.is === 'decided' && served.every((s) => s !== null)) {
        add(
          'effective',
          served.reduce((a, b) => (a !== null && b !== null && a > b ? a : b), served[0] ?? null),
        );
      }
    }
    if (how.is === 'mediated') add('effective', on);
  }
  for (const k of c.clocks) {
    if (k.ruleId.startsWith('reconsideration.perform') || k.ruleId === 'reconsideration.redo') {
      if (k.computation.due !== null)
        add('performance-due', k.computation.due, k.ruleId, `${k.subject}|${k.ruleId}`, k.visibleFrom);
    }
  }
  for (const e of entries) {
    if (e.type === 'performance-reported') {
      add('performance-reported', e.occurredOn, null, `${e.payload.respondentId}|${e.seq}`);
    } else if (e.type === 'performed') add('performed', e.occurredOn, null, `${e.payload.respondentId}|${e.seq}`);
    else if (e.type === 'opinion-letter-issued')
      add('opinion-letter-issued', e.occurredOn, e.payload.toOrgan, e.payload.documentId);
    else if (e.type === 'opinion-reported')
      add('opinion-reported', e.occurredOn, e.payload.adopted, e.payload.documentId);
  }
  for (const { document, sending, subject } of unservedSendings(c)) {
    add('awaiting-service', sending.sentOn, document.kind, `${subject}|${sending.id}`);
  }
  for (const { document, by } of documentsToPost(c)) add('to-post', by, document.kind, document.id, document.madeOn);
  return facts;
}
