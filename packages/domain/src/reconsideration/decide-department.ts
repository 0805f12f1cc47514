/** Builders of the steps on the department's side: signing for what was sent, replying, reporting, answering letters. */
import { isOfRespondent } from './approvals.ts';
import { ownUnserved } from './as-respondent.ts';
import type { Entry } from './case-types.ts';
import type { Builders, Building } from './decide.ts';
import { knownRespondent, notBefore } from './decide-checks.ts';
import { openReports, unansweredLetters } from './reports.ts';

type DepartmentStep =
  | 'acknowledge-receipt'
  | 'file-reply'
  | 'report-performance'
  | 'return-performance-report'
  | 'record-performance'
  | 'record-opinion-report';

/** A respondent speaks for itself only. */
function ownOrgan({ c, ctx, d }: Building, respondentId: string): void {
  if (isOfRespondent(c, ctx.actor) && ctx.actor.acting.organId !== respondentId) {
    d.wrong('respondentId', 'unknown-respondent');
  }
}

export const departmentBuilders: Pick<Builders, DepartmentStep> = {
  'acknowledge-receipt': (b, { sendingId, signer }) => {
    const { c, ctx, d, day } = b;
    const own = ownUnserved(c, ctx.actor.acting.organId, ctx.today).find(({ sending }) => sending.id === sendingId);
    if (own === undefined) {
      d.wrong('sendingId', 'unknown-sending');
      return;
    }
    const from = own.sending.sentOn ?? own.document.madeOn;
    if (day < from) d.wrong('occurredOn', 'served-before-sent', { sentOn: from });
    const proof = signer === ctx.actor.name ? `${signer}签收` : `${signer}签收（${ctx.actor.name}登记）`;
    d.add(
      'document-served',
      { sendingId, method: own.sending.method, proof: proof.slice(0, 200), fileIds: [] },
      { documents: [own.document.id] },
    );
  },
  'file-reply': (b, i) => {
    const { d } = b;
    knownRespondent(b, i.respondentId);
    ownOrgan(b, i.respondentId);
    if (i.receivedOn !== null && i.receivedOn < b.day) d.wrong('receivedOn', 'day-before-trigger', { from: b.day });
    d.add('reply-filed', {
      respondentId: i.respondentId,
      receivedOn: i.receivedOn,
      evidence: i.evidence.map(({ number, source, ...item }) => ({
        ...item,
        ...(number === '' ? {} : { number }),
        ...(source === '' ? {} : { source }),
      })),
      basis: i.basis,
      ...(i.bases.length === 0 ? {} : { bases: i.bases }),
      opinion: i.opinion === null || i.opinion === '' ? null : d.narrative(i.opinion),
      signedByHead: i.signedByHead,
      ...(i.headName === '' ? {} : { headName: i.headName }),
      fileIds: i.fileIds,
    });
  },
  'report-performance': (b, i) => {
    const { respondentId, summary, fileIds } = i;
    knownRespondent(b, respondentId);
    ownOrgan(b, respondentId);
    const performedOn = i.performedOn ?? b.day;
    if (performedOn > b.day) b.d.wrong('performedOn', 'day-in-future', { today: b.day });
    b.d.add('performance-reported', { respondentId, performedOn, summary, fileIds });
  },
  'return-performance-report': (b, i) => {
    const open = openReports(b.c, b.day);
    const report = i.seq === null ? open.at(-1) : open.find((r) => r.seq === i.seq);
    if (report === undefined) {
      b.d.wrong('seq', 'unknown-report');
      return;
    }
    notBefore(b, report.occurredOn);
    const { respondentId } = report.payload;
    b.d.add('performance-report-returned', { respondentId, ofSeq: report.seq, reason: i.reason });
  },
  'record-performance': (b, i) => {
    knownRespondent(b, i.respondentId);
    const { respondentId, proof, fileIds } = i;
    // What the office finds performed answers the report that still waits for it.
    const report = openReports(b.c, b.ctx.today).findLast((r) => r.payload.respondentId === respondentId);
    b.d.add('performed', {
      ...{ respondentId, proof, fileIds },
      ...(report === undefined ? {} : { ofSeq: report.seq }),
    });
  },
  'record-opinion-report': (b, i) => {
    const letter = b.c.entries.find(
      (e): boolean => e.type === 'opinion-letter-issued' && letterOf(e.payload).documentId === i.documentId,
    );
    const isOffice = b.ctx.actor.acting.organId === b.c.organId;
    const mine = letter !== undefined && letterOf(letter.payload).toOrgan === b.ctx.actor.acting.organId;
    if (letter === undefined || !(isOffice || mine)) b.d.wrong('documentId', 'unknown-document');
    else if (!isOffice && !unansweredLetters(b.c, b.ctx.actor.acting.organId).some((l) => l.seq === letter.seq)) {
      b.d.wrong('documentId', 'unknown-document');
    }
    notBefore(b, letter?.occurredOn);
    const { documentId, summary, adopted, fileIds } = i;
    b.d.add('opinion-reported', { documentId, summary, adopted, fileIds }, { documents: [documentId] });
  },
};

const letterOf = (payload: unknown): Entry<'opinion-letter-issued'>['payload'] =>
  payload as Entry<'opinion-letter-issued'>['payload'];
