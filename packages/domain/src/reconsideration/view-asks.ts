/** What departments are asked for in a case: sign for papers, reply, attend, perform, answer an opinion letter. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { DocumentId, OrganId } from '../ids.ts';
import { type Clock, clockStatusOn } from '../ledger/clock.ts';
import { hasReached, ownUnserved, reachedOn } from './as-respondent.ts';
import { documentOf, firstSentOn, isOverByRegister, sendingsToOrgan } from './case-documents.ts';
import type { AnyEntry, CaseDocument, ReconsiderationCase } from './case-types.ts';
import { lawOfActIn } from './limit-of.ts';
import type { AskView } from './proceedings-types.ts';
import { openReports } from './reports.ts';
import { articleOfStep } from './step-articles.ts';
import type { StepType } from './steps.ts';

type State = AskView['state'];

/** The state of an ask whose clock ends by itself when it is done. */
function stateOf(clock: Clock | null, today: CivilDate): { state: State; doneOn: CivilDate | null } {
  if (clock === null) return { state: 'open', doneOn: null };
  const status = clockStatusOn(clock, today);
  const doneOn = clock.end.is === 'met' && clock.end.on <= today ? clock.end.on : null;
  if (status === 'met') return { state: 'done', doneOn };
  if (status === 'late') return { state: 'done-late', doneOn };
  return { state: status === 'overdue' ? 'overdue' : 'open', doneOn: null };
}

const articleOfClock = (clock: Clock | null): string | null => {
  const citation = clock?.computation.rule?.citations[0];
  return citation === undefined ? null : [citation.law, citation.article].filter(Boolean).join(' ');
};

/** The asks of one organ, as far as it has been told of them by the day. */
export function asksOf(
  c: ReconsiderationCase,
  organId: OrganId,
  organName: string,
  today: CivilDate,
): readonly AskView[] {
  const entries = c.entries as unknown as readonly AnyEntry[];
  const asks: AskView[] = [];
  const documentView = (d: CaseDocument | null): AskView['document'] =>
    d === null ? null : { id: d.id, kind: d.kind, number: d.number };
  const add = (
    kind: AskView['kind'],
    key: string,
    step: StepType | null,
    more: Partial<AskView> & { readonly clock?: Clock | null },
  ): void => {
    const { clock = null, ...rest } = more;
    asks.push({
      key: `${kind}|${organId}|${key}`,
      kind,
      organId,
      organName,
      step,
      about: null,
      document: null,
      subject: null,
      askedOn: null,
      due: clock?.computation.due ?? null,
      clockId: clock?.id ?? null,
      returned: null,
      article: articleOfClock(clock),
      consequences: clock?.computation.rule?.onExpiry ?? [],
      ...stateOf(clock, today),
      ...rest,
    });
  };
  const clocksOf = (isRule: (ruleId: string) => boolean): readonly Clock[] =>
    c.clocks.filter(
      (k) => k.subject === organId && isRule(k.ruleId) && k.visibleFrom <= today && k.end.is !== 'superseded',
    );
  const known = (id: DocumentId | null): CaseDocument | null => {
    const document = documentOf(c, id);
    return document !== null && hasReached(document, organId, today) ? document : null;
  };

  for (const { document, sending } of ownUnserved(c, organId, today)) {
    if (isOverByRegister(c, document)) continue;
    add('acknowledge', sending.id, 'acknowledge-receipt', {
      about: sending.id,
      document: documentView(document),
      askedOn: sending.sentOn,
      article: articleOfStep('acknowledge-receipt', lawOfActIn(c, sending.sentOn ?? today)),
    });
  }

  for (const e of entries) {
    if (e.type !== 'copy-issued') continue;
    const document = known(e.payload.documentId);
    if (document === null) continue;
    const clock = clocksOf((r) => r.startsWith('reconsideration.reply-')).at(-1) ?? null;
    const reply = c.replies.find((r) => r.payload.respondentId === organId);
    // With the end of the case nothing more is asked; a reply on record stays.
    if (clock === null && reply === undefined) continue;
    add('reply', document.id, 'file-reply', {
      clock,
      document: documentView(document),
      askedOn: firstSentOn(sendingsToOrgan(document, organId)) ?? e.occurredOn,
      ...(clock === null && reply !== undefined ? { state: 'done' as const, doneOn: reply.occurredOn } : {}),
    });
    break;
  }

  for (const { hearingId, scheduled, cancelledOn, held } of c.hearings) {
    if (cancelledOn !== null || held !== null || c.closing !== null || !c.respondents.includes(organId)) continue;
    const { on, time, place, documentId } = scheduled.payload;
    // Nobody attends a day that is over: what is left is the office's, to record or to move it.
    if (on < today) continue;
    const document = known(documentId);
    if (document === null) continue;
    add('hearing', hearingId, null, {
      document: documentView(document),
      subject: `${time} ${place}`,
      askedOn: reachedOn(document, organId),
      due: on,
      article: lawOfActIn(c, on) === 'ARL1999' ? articleOfStep('hold-hearing', 'ARL1999') : 'ARL2023 51(3)',
    });
  }

  const performs = clocksOf((r) => r.startsWith('reconsideration.perform') || r === 'reconsideration.redo');
  const report = openReports(c, today).findLast((r) => r.payload.respondentId === organId);
  const sentBack = entries.findLast(
    (e) => e.type === 'performance-report-returned' && e.payload.respondentId === organId && e.occurredOn <= today,
  );
  for (const clock of performs) {
    const ofClock = stateOf(clock, today);
    const isDone = ofClock.doneOn !== null;
    const isReturned =
      !isDone && report === undefined && sentBack !== undefined && sentBack.type === 'performance-report-returned';
    add('perform', clock.id, isDone || report !== undefined ? null : 'report-performance', {
      clock,
      askedOn: clock.computation.trigger,
      ...(!isDone && report !== undefined ? { state: 'waiting' as const, doneOn: report.occurredOn } : {}),
      ...(isReturned ? { state: 'returned' as const, returned: sentBack.payload.reason } : {}),
    });
  }

  for (const e of entries) {
    if (e.type !== 'opinion-letter-issued' || e.payload.toOrgan !== organId) continue;
    const document = known(e.payload.documentId);
    if (document === null) continue;
    const clock = c.clocks.find(
      (k) => k.ruleId === 'reconsideration.report-on-opinion' && k.startSeq === e.seq && k.subject === organId,
    );
    const { doneOn } = stateOf(clock ?? null, today);
    add('opinion-letter', document.id, doneOn === null ? 'record-opinion-report' : null, {
      clock: clock ?? null,
      about: document.id,
      document: documentView(document),
      subject: e.payload.subject,
      askedOn: firstSentOn(sendingsToOrgan(document, organId)) ?? e.occurredOn,
    });
  }
  return asks;
}
