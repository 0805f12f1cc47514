/**
 * Where a case stands on a day: its stage, 等谁, and the clocks that run. The fold has no today; here is where silence
 * shows: a lapse counts from the day after it, a limit is overdue from the day after its end.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { OrganId, PartyId } from '../ids.ts';
import { type Clock, clockStatusOn } from '../ledger/clock.ts';
import { approverOfProposal, nextToAnswer } from './approvals.ts';
import { closingDocument, principalParties, sendingsToOrgan, sendingsToParty } from './case-documents.ts';
import type {
  CaseExtension,
  Closing,
  OpenProposal,
  Position,
  ReconsiderationCase,
  StoppedSpan,
  Waiting,
} from './case-types.ts';
import type { Procedure, Stage } from './codes.ts';
import { lawOfActIn } from './limit-of.ts';
import { openReports } from './reports.ts';

/** Whether the document that closed the case had reached every party and respondent by then, as far as is on record. */
export function isServedOn(c: ReconsiderationCase, day: CivilDate): boolean {
  const document = closingDocument(c);
  if (document === null) return true;
  const by = (sendings: readonly { readonly servedOn: CivilDate | null }[]) =>
    sendings.some((s) => s.servedOn !== null && s.servedOn <= day);
  return (
    principalParties(c).every((p) => by(sendingsToParty(c, document, p.partyId))) &&
    c.respondents.every((r) => by(sendingsToOrgan(document, r)))
  );
}

const stageOfClosing = {
  refused: 'refused',
  abandoned: 'abandoned',
  'withdrawn-before-acceptance': 'withdrawn-before-acceptance',
  rejected: 'closed',
  decided: 'closed',
  mediated: 'closed',
  terminated: 'closed',
  'taken-up': 'taken-up',
  transferred: 'transferred',
  voided: 'voided',
} as const satisfies Record<Closing['how']['is'], Stage>;

/** The stop that holds the decision limit on a day; excluded spans stop the count, not the case. */
export const suspendedOn = (c: ReconsiderationCase, day: CivilDate): StoppedSpan | null =>
  c.spans.find((s) => s.kind === 'suspension' && s.effective && s.from <= day && (s.to === null || day < s.to)) ?? null;

export const procedureOn = (c: ReconsiderationCase, day: CivilDate): Procedure | null =>
  c.procedures.findLast((p) => p.from <= day)?.procedure ?? null;

/** The stage on a day, with the lapses of that day in it. */
export function stageOn(c: ReconsiderationCase, day: CivilDate): Stage {
  if (c.closing !== null && c.closing.on <= day) {
    const { is } = c.closing.how;
    return is === 'decided' && !isServedOn(c, day) ? 'decided' : stageOfClosing[is];
  }
  if (c.acceptance !== null && c.acceptance.visibleFrom <= day) {
    return suspendedOn(c, day) === null ? 'accepted' : 'suspended';
  }
  if (c.correction?.inTime === true && c.correction.notice.occurredOn <= day) {
    return c.correction.submitted !== null && c.correction.submitted.occurredOn <= day
      ? 'examining-corrected'
      : 'correcting';
  }
  return 'received';
}

/** Rights of the parties, not duties of the office: shown with the case, never as what it waits for. */
const isRight = (clock: Clock): boolean =>
  clock.ruleId.startsWith('litigation.') || clock.ruleId.startsWith('reconsideration.apply');

const rank = { overdue: 0, running: 1, stopped: 2, unknown: 3, met: 4, late: 4, superseded: 4 } as const;

/** The clocks seen on a day that still run, worst first: overdue by how long, running by their end, stopped, unknown. */
export function runningOn(c: ReconsiderationCase, day: CivilDate): readonly Clock[] {
  return c.clocks
    .filter((k) => k.visibleFrom <= day && rank[clockStatusOn(k, day)] < 4)
    .sort((a, b) => {
      const byStatus = rank[clockStatusOn(a, day)] - rank[clockStatusOn(b, day)];
      if (byStatus !== 0) return byStatus;
      const x = a.computation.due ?? '9999';
      const y = b.computation.due ?? '9999';
      if (x !== y) return x < y ? -1 : 1;
      return Number(isRight(a)) - Number(isRight(b));
    });
}

/** Which clock the case waits on for what: the first of these rules that runs. */
function clockOf(running: readonly Clock[], ...rules: readonly string[]): Clock | null {
  return running.find((k) => rules.includes(k.ruleId)) ?? null;
}

const waiting = (
  who: Waiting['who'],
  what: string,
  clock: Clock | null,
  more: Partial<Pick<Waiting, 'subject' | 'article' | 'consequence'>> = {},
): Waiting => {
  const citation = clock?.computation.rule?.citations[0];
  return {
    who,
    what,
    subject: more.subject ?? null,
    article:
      more.article ?? (citation === undefined ? null : [citation.law, citation.article].filter(Boolean).join(' ')),
    clockId: clock?.id ?? null,
    consequence: more.consequence ?? clock?.computation.rule?.onExpiry[0] ?? null,
  };
};

/** An extension whose notice has not left for every applicant, while it may still take effect (rulebook 2.6). */
export function unsentExtensionOn(c: ReconsiderationCase, day: CivilDate, decide: Clock | null): CaseExtension | null {
  const due = decide?.computation.due ?? null;
  if (due !== null && day > due) return null;
  return c.extensions.find((x) => x.ineffectiveBecause === 'not-sent' && x.decidedOn <= day) ?? null;
}

/** 等谁: whom the case waits for on a day, for what, under which article, and what follows if nothing happens. */
function waitingOn(
  c: ReconsiderationCase,
  day: CivilDate,
  stage: Stage,
  suspended: StoppedSpan | null,
  proposal: OpenProposal | null,
  running: readonly Clock[],
): Waiting {
  const decide = clockOf(running, 'reconsideration.decide-ordinary', 'reconsideration.decide-simplified');
  if (proposal !== null) {
    const approver = approverOfProposal(proposal, day, lawOfActIn(c, day));
    return waiting(nextToAnswer(proposal.endorsed.length > 0, approver), 'approve', decide);
  }
  switch (stage) {
    case 'received':
      return waiting('institution', 'examine', clockOf(running, 'reconsideration.examine'));
    case 'correcting': {
      const clock = clockOf(running, 'reconsideration.correct');
      const subject = clock === null || clock.subject === 'applicant' ? null : (clock.subject as PartyId);
      if (clock !== null && clockStatusOn(clock, day) === 'overdue') {
        // Abandonment is a judgment and never automatic (resolution A7): it is recorded, or the period is lengthened.
        return waiting('institution', 'record-abandonment', clock, { subject });
      }
      if (clock === null || clock.computation.trigger === null) return waiting('service', 'serve-correction', clock);
      return waiting('applicant', 'correct', clock, { subject });
    }
    case 'examining-corrected':
      return waiting('institution', 'examine-corrected', clockOf(running, 'reconsideration.examine-corrected'));
    case 'suspended':
      return waitingWhileSuspended(c, suspended, running);
    case 'accepted': {
      if (unsentExtensionOn(c, day, decide) !== null) return waiting('institution', 'send-extension', decide);
      const copy = clockOf(running, 'reconsideration.send-copy-ordinary', 'reconsideration.send-copy-simplified');
      if (copy !== null) return waiting('institution', 'send-copy', copy);
      const reply = clockOf(running, 'reconsideration.reply-ordinary', 'reconsideration.reply-simplified');
      if (reply !== null) {
        const subject = reply.subject as OrganId;
        const status = clockStatusOn(reply, day);
        if (status === 'running') return waiting('respondent', 'reply', reply, { subject });
        if (status === 'unknown') return waiting('service', 'serve-copy', reply, { subject });
      }
      const hearing = c.hearings.find(
        (h) => h.held === null && h.cancelledOn === null && h.scheduled.occurredOn <= day,
      );
      if (hearing !== undefined) return waiting('institution', 'hold-hearing', decide);
      return waiting('institution', 'decide', decide);
    }
    case 'decided':
      // Its service stands in no register: unknown, and nobody is waited for.
      if (closingDocument(c)?.fromRegister === true) return waiting('nobody', 'nothing', null);
      return waiting('service', 'serve-decision', null, {
        article: c.law === 'ARL2023' ? 'ARL2023 75(2)' : 'ARL1999 31(3)',
        consequence: 'not-effective',
      });
    case 'closed': {
      const perform = running.find(
        (k) => k.ruleId.startsWith('reconsideration.perform') || k.ruleId === 'reconsideration.redo',
      );
      if (perform !== undefined && openReports(c, day).some((x) => x.payload.respondentId === perform.subject)) {
        return waiting('institution', 'confirm-performance', perform, { subject: perform.subject as OrganId });
      }
      if (perform !== undefined)
        return waiting('respondent', 'perform', perform, { subject: perform.subject as OrganId });
      const report = clockOf(running, 'reconsideration.report-on-opinion');
      if (report !== null) return waiting('respondent', 'report', report, { subject: report.subject as OrganId });
      return waiting('nobody', 'nothing', null);
    }
    case 'refused':
    case 'abandoned':
    case 'withdrawn-before-acceptance':
    case 'taken-up':
    case 'transferred':
    case 'voided':
      return waiting('nobody', 'nothing', null);
  }
}

function waitingWhileSuspended(c: ReconsiderationCase, span: StoppedSpan | null, running: readonly Clock[]): Waiting {
  const longest = clockOf(running, 'reconsideration.suspension-longest');
  const more = span === null ? {} : { article: span.article };
  switch (span?.ground ?? null) {
    case 'normative-review': {
      const review = c.reviews.findLast((r) => r.concluded === null);
      if (review !== undefined && review.referred !== null) {
        return waiting('competent-organ', 'normative-reply', clockOf(running, 'reconsideration.review-referred-reply'));
      }
      if (review !== undefined && review.asked !== null && review.replied === null) {
        return waiting('document-maker', 'maker-reply', clockOf(running, 'reconsideration.review-maker-reply'));
      }
      const own = clockOf(
        running,
        'reconsideration.review-ask-maker',
        'reconsideration.review-refer',
        'reconsideration.review-own',
      );
      return waiting('institution', 'normative-review', own, own === null ? more : {});
    }
    case 'other-case':
      return waiting('other-case', 'other-case', null, more);
    case 'law-application':
      return waiting('competent-organ', 'law-application', null, more);
    case 'applicant-died':
    case 'applicant-incapacitated':
    case 'applicant-missing':
    case 'entity-ended':
      return waiting('applicant', 'successor', longest, more);
    case 'force-majeure':
    case 'mediation':
    case 'other':
    case null:
      return waiting('institution', 'resume', null, more);
  }
}

/** Where the case stands on a day. Entries of later days are not yet there, lapses of that day are. */
export function positionOn(c: ReconsiderationCase, day: CivilDate): Position {
  const stage = stageOn(c, day);
  const suspended = stage === 'suspended' ? suspendedOn(c, day) : null;
  const proposal = c.proposals.find((p) => p.proposedOn <= day) ?? null;
  const running = runningOn(c, day);
  const accepted = c.acceptance !== null && c.acceptance.visibleFrom <= day ? c.acceptance : null;
  return {
    day,
    stage,
    accepted,
    procedure: accepted === null ? null : procedureOn(c, day),
    suspended,
    proposal,
    waiting: waitingOn(c, day, stage, suspended, proposal, running),
    running,
  };
}
