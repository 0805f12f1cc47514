/**
 * The fold: one walk over the entries in legal order. Total: it never refuses and never reads today; what does not fit
 * the law or the record is a contradiction with its article. Silence is a lapse, seen when the walk passes its day.
 */
import { addDays, type CivilDate, laterOf } from '../calendar/civil-date.ts';
import type { Contradiction } from '../errors.ts';
import type { DocumentId, OrganId, StreamId } from '../ids.ts';
import { byLegalOrder, type EffectiveEntry, inForce } from '../ledger/correction.ts';
import type { Sending } from '../ledger/documents.ts';
import type { LawContext } from '../ledger/kinds.ts';
import { collectDocuments, dispatchOf, documentOf, firstSentOn, sendingsToOrgan } from './case-documents.ts';
import type {
  Acceptance,
  AnyEntry,
  CaseHearing,
  CaseReview,
  Closing,
  Entry,
  OpenProposal,
  ReconsiderationCase,
  StoppedSpan,
} from './case-types.ts';
import type { LawVersion, Matter, Procedure, SimplifiedGround } from './codes.ts';
import {
  articleOf,
  type ContradictionCode,
  excludedSpanArticles,
  sixtyDayGrounds,
  suspensionGroundArticles,
  terminationGroundArticles,
} from './contradictions.ts';
import type { Act, ReconsiderationEntryType, ReconsiderationPayload } from './entries.ts';
import { lawOfDay, limitsUnder, pinsOf } from './limit-of.ts';
import { limitsOf } from './limits.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Entries that neither need a case nor change its course: they may come at any time, also after its end. */
const neutral: ReadonlySet<ReconsiderationEntryType> = new Set<ReconsiderationEntryType>([
  'document-issued',
  'document-sent',
  'document-served',
  'step-proposed',
  'step-endorsed',
  'step-returned',
  'step-withdrawn',
  'step-approved',
  'linked',
  'unlinked',
  'personal-data-erased',
  'person-updated',
  'file-added',
  'note-made',
  'handlers-assigned',
  'recused',
  'conflict-cleared',
  'case-registered',
  'law-pinned',
  'special-limit-set',
]);

/** What may follow the end of a case (76, 77; 35 after a refusal). */
const followsClosing: ReadonlySet<ReconsiderationEntryType> = new Set<ReconsiderationEntryType>([
  'performed',
  'performance-reported',
  'performance-report-returned',
  'performance-ordered',
  'interviewed',
  'criticised',
  'opinion-letter-issued',
  'opinion-reported',
  'acceptance-ordered',
  // A case that ended can still be found to have been registered by mistake.
  'voided',
]);

/** What presupposes an accepted application. */
const needsAcceptance: ReadonlySet<ReconsiderationEntryType> = new Set<ReconsiderationEntryType>([
  'copy-issued',
  'reply-filed',
  'third-party-joined',
  'opinion-heard',
  'hearing-scheduled',
  'hearing-held',
  'committee-asked',
  'committee-advised',
  'normative-review-begun',
  'stay-ordered',
  'suspended',
  'resumed',
  'resumption-ordered',
  'procedure-changed',
  'extended',
  'mediation-letter-made',
  'settlement-reached',
  'withdrawal-requested',
  'terminated',
  'decided',
]);

/** Acts that turn a case: on the day it closed, too, they come too late; others of that day may have come before. */
const turnsCase: ReadonlySet<ReconsiderationEntryType> = new Set<ReconsiderationEntryType>([
  'accepted',
  'refused',
  'rejected',
  'suspended',
  'extended',
  'procedure-changed',
  'terminated',
  'decided',
  'mediation-signed',
  'taken-up',
  'transferred',
  'abandonment-recorded',
  'withdrawn-before-acceptance',
]);

/** Before 2024 mediation was for discretion, compensation and indemnity only (REG2007 50(1)). */
const discretionary: readonly Matter[] = ['penalty', 'coercion', 'levy', 'licence', 'agreement'];

/** Decision types the law of 1999 does not know. */
const newDecisionTypes: readonly string[] = ['confirm-void', 'agreement-liability'];

/** 53(1)(1)–(4), and (2): whether the act is of the kind that the ground names. */
const simplifiedFits = {
  'made-on-the-spot': (act) => act.madeOnTheSpot,
  'at-most-3000-yuan': (act) => act.amount !== null && act.amount <= 300_000,
  'open-information': (act) => act.matter === 'open-information',
  // A warning or a circulated criticism costs nothing.
  'warning-or-criticism': (act) => act.amount === null || act.amount === 0,
  'all-parties-agree': () => true,
} as const satisfies Record<SimplifiedGround, (act: Act) => boolean>;

/** Who holds two parts at a hearing: presider, hearers and recorder are different people (50(3)); null where nobody. */
function doubledIn({ presider, hearers, recorder }: ReconsiderationPayload<'hearing-held'>): string | null {
  const names = [presider, ...hearers, recorder].map((name) => name.trim());
  return names.find((name, i) => names.indexOf(name) !== i) ?? null;
}

/** A lapse that will happen unless an earlier entry prevents it. */
interface Pending {
  readonly on: CivilDate;
  readonly visibleFrom: CivilDate;
  readonly provisional: boolean;
}

/** Folds the entries in force into the case. */
export function foldCase(streamId: StreamId, given: readonly EffectiveEntry[], law: LawContext): ReconsiderationCase {
  // The kind's schemas checked every payload at writing, and `upcast` lifted it: the type says what it holds.
  const entries = inForce(given).sort(byLegalOrder) as unknown as readonly AnyEntry[];
  const { documents, servedBy } = collectDocuments(entries);
  const received = entries.find((e): e is Entry<'application-received'> => e.type === 'application-received') ?? null;
  const pins = pinsOf(entries);
  const caseLaw: LawVersion = pins.case ?? (received === null ? 'ARL2023' : lawOfDay(received.occurredOn));
  const limit = limitsUnder(caseLaw, pins, law);

  const parties: Mutable<ReconsiderationCase['parties'][number]>[] = [];
  const respondents: readonly OrganId[] = received?.payload.respondents ?? [];
  const contradictions: Contradiction[] = [];
  const lapses: Mutable<ReconsiderationCase['lapses'][number]>[] = [];
  const spans: Mutable<StoppedSpan>[] = [];
  const procedures: { from: CivilDate; procedure: Procedure; seq: number | null }[] = [];
  const proposals = new Map<string, Mutable<OpenProposal>>();
  const replies: Entry<'reply-filed'>[] = [];
  const copies: Entry<'copy-issued'>[] = [];
  const heard: Entry<'opinion-heard'>[] = [];
  const hearings: Mutable<CaseHearing>[] = [];
  const reviews: Mutable<CaseReview>[] = [];
  const mediationsHeld: Entry<'mediation-held'>[] = [];
  const links: ReconsiderationCase['links'][number][] = [];
  const recusals: ReconsiderationCase['recusals'][number][] = [];
  const cleared: ReconsiderationCase['cleared'][number][] = [];
  let handlers: readonly string[] = [];
  let number = null as string | null;
  let acceptance = null as Acceptance | null;
  let correction = null as Mutable<NonNullable<ReconsiderationCase['correction']>> | null;
  let closing = null as Closing | null;
  let decision = null as Entry<'decided'> | null;
  let pending = null as Pending | null;
  let committeeAsked = null as Entry<'committee-asked'> | null;
  let committeeAdvised = null as Entry<'committee-advised'> | null;
  let stay = null as ReconsiderationCase['stay'];
  let letter = null as Entry<'mediation-letter-made'> | null;
  let mediatedOn = null as CivilDate | null;
  let withdrawal = null as Entry<'withdrawal-requested'> | null;
  let settlement = null as Entry<'settlement-reached'> | null;
  let reviewEnded = false;

  const lawAt = (day: CivilDate): LawVersion => pins.case ?? lawOfDay(day);
  const against = (
    e: Pick<AnyEntry, 'seq' | 'occurredOn'>,
    code: ContradictionCode,
    params: Contradiction['params'] = {},
    version: LawVersion = lawAt(e.occurredOn),
  ): void => {
    contradictions.push({ code, article: articleOf(code, version), params, seq: e.seq });
  };

  const accept = (on: CivilDate, by: Acceptance['by'], seq: number | null, visibleFrom: CivilDate): void => {
    const article = by === 'law' ? 'ARL1999 17(2)' : by === 'lapse' ? 'ARL2023 30(3)' : 'ARL2023 30(1)';
    acceptance = { on, by, seq, visibleFrom, article };
    if (procedures.length === 0) procedures.push({ from: on, procedure: 'ordinary', seq });
  };
  const await_ = (on: CivilDate, ruleId: 'reconsideration.examine' | 'reconsideration.examine-corrected'): void => {
    const c = limit(ruleId, { trigger: on });
    pending =
      c.due === null ? null : { on: c.due, visibleFrom: addDays(c.due, 1), provisional: c.status === 'provisional' };
  };
  /** Lets the lapses happen whose day has passed before `day`; without a day, those that nothing on record prevents. */
  const passTo = (day: CivilDate | null): void => {
    if (pending === null || (day !== null && day < pending.visibleFrom)) return;
    const { on, visibleFrom, provisional } = pending;
    pending = null;
    if (caseLaw === 'ARL1999') return;
    lapses.push({ kind: 'deemed-accepted', on, visibleFrom, provisional, article: 'ARL2023 30(3)' });
    accept(on, 'lapse', null, visibleFrom);
  };
  const close = (e: AnyEntry, how: Closing['how'], on: CivilDate = e.occurredOn): void => {
    closing = { on, seq: e.seq, how };
    pending = null;
  };
  const stoppedOn = (day: CivilDate): boolean =>
    spans.some((s) => s.kind === 'suspension' && s.effective && s.from <= day && (s.to === null || day < s.to));
  /** The respondents a copy went to; one whose sendings are not on record went to all of them. */
  const copiedTo = (e: Entry<'copy-issued'>): readonly OrganId[] => {
    const document = documentOf({ documents }, e.payload.documentId);
    const named = respondents.filter((r) => document !== null && sendingsToOrgan(document, r).length > 0);
    return named.length > 0 ? named : respondents;
  };
  const copiedOn = (e: Entry<'copy-issued'>, organ: OrganId): CivilDate => {
    const document = documentOf({ documents }, e.payload.documentId);
    return (document === null ? null : firstSentOn(sendingsToOrgan(document, organ))) ?? e.occurredOn;
  };
  /** Whether the examination limit has passed: under the old law acceptance stands by itself only from then on. */
  const examinationOver = (): boolean => pending === null && correction?.inTime !== true;
  const procedureNow = (): Procedure | null => procedures.at(-1)?.procedure ?? null;

  for (const e of entries) {
    passTo(e.occurredOn);
    for (const code of referencesOf(e, { documents, parties, respondents })) against(e, code);
    const consent = received?.payload.asks.electronicService === true;
    if (servesElectronically(e, { documents, parties, respondents }, consent)) against(e, 'electronic-without-consent');
    const ended = closing;
    const stands = acceptance;
    if (!neutral.has(e.type)) {
      if (received === null || byLegalOrder(e, received) < 0) {
        against(e, 'before-receipt');
        continue;
      }
      if (ended !== null && !followsClosing.has(e.type)) {
        if (e.occurredOn > ended.on || turnsCase.has(e.type)) {
          against(e, 'after-closing', { closedOn: ended.on });
          continue;
        }
      }
      if (stands === null && needsAcceptance.has(e.type)) against(e, 'not-accepted');
    }

    switch (e.type) {
      case 'application-received': {
        if (e !== received) {
          against(e, 'received-twice', { receivedOn: received?.occurredOn ?? '' });
          break;
        }
        for (const party of e.payload.parties) parties.push({ ...party, leftOn: null });
        if (e.payload.filedOn > e.occurredOn) against(e, 'filed-after-receipt', { filedOn: e.payload.filedOn });
        const { madeOn } = e.payload.act;
        if (madeOn !== null && madeOn > e.payload.filedOn) against(e, 'act-after-filing', { madeOn });
        for (const p of e.payload.parties) {
          const agents = e.payload.parties.filter((a) => a.capacity === 'agent' && a.actsFor.includes(p.partyId));
          if (agents.length > 2) against(e, 'too-many-agents', { agents: agents.length });
        }
        await_(e.occurredOn, 'reconsideration.examine');
        if (caseLaw === 'ARL1999') accept(e.occurredOn, 'law', e.seq, e.occurredOn);
        break;
      }
      case 'case-registered':
        if (number === null) number = e.payload.number;
        else if (number !== e.payload.number) against(e, 'registered-twice', { number });
        break;
      case 'handlers-assigned':
        handlers = e.payload.accounts.filter((id) => !recusals.some((r) => r.accountId === id));
        break;
      case 'recused': {
        const { accountId, ground, how, decidedBy } = e.payload;
        recusals.push({ accountId, ground, how, decidedBy, on: e.occurredOn, seq: e.seq });
        handlers = handlers.filter((id) => id !== accountId);
        break;
      }
      case 'conflict-cleared':
        cleared.push({ accountId: e.payload.accountId, seq: e.seq });
        break;

      case 'correction-notified': {
        if (correction !== null) {
          against(e, 'second-correction-notice');
          break;
        }
        if (stands?.by === 'decision') {
          against(e, 'correction-after-acceptance', { acceptedOn: stands.on }, caseLaw);
          break;
        }
        const sentOn = dispatchOf({ documents }, e.payload.documentId);
        const due = limit('reconsideration.notify-correction', { trigger: received?.occurredOn ?? null }).due;
        const inTime = due === null || (sentOn ?? e.occurredOn) <= due;
        correction = { notice: e, submitted: null, extendedUntil: null, inTime };
        if (!inTime) {
          against(e, 'correction-notice-late', { due: due ?? '', sentOn: sentOn ?? e.occurredOn }, caseLaw);
          break;
        }
        pending = null;
        acceptance = null;
        procedures.length = 0;
        break;
      }
      case 'correction-extended': {
        if (correction === null) {
          against(e, 'correction-not-asked', {}, caseLaw);
          break;
        }
        if (correction.submitted !== null) against(e, 'correction-already-submitted', {}, caseLaw);
        if (correction.extendedUntil !== null && e.payload.until <= correction.extendedUntil) {
          against(e, 'correction-not-longer', { until: correction.extendedUntil }, caseLaw);
          break;
        }
        correction.extendedUntil = e.payload.until;
        break;
      }
      case 'correction-submitted': {
        if (correction === null) {
          against(e, 'correction-not-asked', {}, caseLaw);
          break;
        }
        if (e.payload.filedOn > e.occurredOn) against(e, 'filed-after-receipt', { filedOn: e.payload.filedOn });
        if (correction.submitted !== null) {
          against(e, 'correction-already-submitted', {}, caseLaw);
          break;
        }
        correction.submitted = e;
        if (!correction.inTime || stands !== null) break;
        if (caseLaw === 'ARL1999') accept(e.occurredOn, 'law', e.seq, e.occurredOn);
        else await_(e.occurredOn, 'reconsideration.examine-corrected');
        break;
      }
      case 'abandonment-recorded': {
        if (stands !== null) {
          against(e, 'already-accepted', { acceptedOn: stands.on }, caseLaw);
          break;
        }
        if (correction === null) {
          against(e, 'correction-not-asked', {}, caseLaw);
          break;
        }
        if (correction.submitted !== null) {
          against(e, 'abandonment-after-submission', { submittedOn: correction.submitted.occurredOn }, caseLaw);
          break;
        }
        close(e, { is: 'abandoned' });
        break;
      }
      case 'withdrawn-before-acceptance':
        if (stands !== null && (stands.by !== 'law' || examinationOver())) {
          against(e, 'withdrawn-after-acceptance', { acceptedOn: stands.on });
        } else {
          acceptance = null;
          close(e, { is: 'withdrawn-before-acceptance' });
        }
        break;

      case 'accepted': {
        const { procedure, simplifiedGround } = e.payload;
        if (procedure === 'simplified') {
          if (caseLaw === 'ARL1999') against(e, 'simplified-not-known', {}, caseLaw);
          else {
            const act = received?.payload.act;
            const fits = simplifiedGround === null || act === undefined ? false : simplifiedFits[simplifiedGround](act);
            if (!fits) against(e, 'simplified-not-eligible', { ground: simplifiedGround ?? 'none' });
            if (simplifiedGround === 'all-parties-agree' && e.payload.allPartiesAgree === false) {
              against(e, 'not-all-parties-agree');
            }
          }
        }
        if (stands?.by === 'decision') {
          against(e, 'already-accepted', { acceptedOn: stands.on });
          break;
        }
        if (stands?.by === 'lapse') against(e, 'stands-accepted', { acceptedOn: stands.on }, caseLaw);
        procedures.length = 0;
        const from = stands?.on ?? e.occurredOn;
        // A case keeps the law of its receipt for its steps: the old one knows one procedure only.
        procedures.push({ from, procedure: caseLaw === 'ARL1999' ? 'ordinary' : procedure, seq: e.seq });
        // Under the old law acceptance is derived: a recorded one names the procedure and moves no day.
        if (stands === null) accept(e.occurredOn, 'decision', e.seq, e.occurredOn);
        pending = null;
        break;
      }
      case 'refused': {
        if (stands !== null && (stands.by !== 'law' || examinationOver())) {
          against(
            e,
            stands.by === 'decision' ? 'already-accepted' : 'stands-accepted',
            { acceptedOn: stands.on },
            caseLaw,
          );
          break;
        }
        acceptance = null;
        procedures.length = 0;
        close(e, { is: 'refused', condition: e.payload.condition });
        break;
      }
      case 'rejected':
        if (stands === null) against(e, 'rejected-before-acceptance');
        close(e, { is: 'rejected', condition: e.payload.condition });
        break;
      case 'acceptance-ordered':
        if (ended !== null && (ended.how.is === 'refused' || ended.how.is === 'rejected')) {
          closing = null;
        }
        break;

      case 'copy-issued': {
        for (const organ of copiedTo(e)) {
          const before = copies.find((c) => copiedTo(c).includes(organ));
          if (before !== undefined) against(e, 'copy-already-issued', { sentOn: copiedOn(before, organ), organ });
        }
        copies.push(e);
        break;
      }
      case 'reply-filed': {
        const { respondentId } = e.payload;
        if (!respondents.includes(respondentId)) {
          against(e, 'reply-of-non-respondent', { organ: respondentId });
          break;
        }
        if (!copies.some((c) => c.occurredOn <= e.occurredOn)) against(e, 'reply-before-copy', { organ: respondentId });
        const before = replies.find((r) => r.payload.respondentId === respondentId);
        if (before !== undefined) {
          against(e, 'reply-already-filed', { filedOn: before.occurredOn, organ: respondentId });
        }
        replies.push(e);
        break;
      }
      case 'third-party-joined':
      case 'party-added':
        parties.push({ ...e.payload.party, leftOn: null });
        break;
      case 'party-left': {
        const party = parties.find((p) => p.partyId === e.payload.partyId);
        if (party !== undefined) party.leftOn = e.occurredOn;
        break;
      }
      case 'person-updated': {
        const party = parties.find((p) => p.partyId === e.payload.partyId);
        if (party !== undefined) party.person = e.payload.person;
        break;
      }
      case 'opinion-heard':
        heard.push(e);
        break;
      case 'hearing-scheduled':
        hearings.push({ hearingId: e.payload.hearingId, scheduled: e, cancelledOn: null, cancelled: null, held: null });
        break;
      case 'hearing-cancelled':
      case 'hearing-held': {
        const hearing = hearings.find((h) => h.hearingId === e.payload.hearingId);
        if (hearing === undefined) {
          against(e, 'hearing-unknown', { hearing: e.payload.hearingId });
          break;
        }
        if (hearing.cancelledOn !== null || hearing.held !== null) {
          against(e, 'hearing-already-ended', { hearing: e.payload.hearingId });
          break;
        }
        if (e.type === 'hearing-cancelled') {
          hearing.cancelledOn = e.occurredOn;
          hearing.cancelled = e;
          break;
        }
        hearing.held = e;
        if (lawAt(e.occurredOn) === 'ARL2023') {
          if (e.payload.hearers.length < 2) against(e, 'hearing-understaffed', { hearers: e.payload.hearers.length });
          const doubled = doubledIn(e.payload);
          if (doubled !== null) against(e, 'hearing-roles-doubled', { name: doubled });
          const leader = e.payload.respondentLeader;
          if (!leader.attended && (leader.reason === '' || leader.delegate === null)) {
            against(e, 'leader-absent-unexplained');
          }
        }
        break;
      }
      case 'committee-asked':
        committeeAsked ??= e;
        break;
      case 'committee-advised':
        committeeAdvised ??= e;
        break;

      case 'normative-review-begun': {
        reviews.push({ begun: e, asked: null, replied: null, referred: null, concluded: null });
        const open = spans.some((s) => s.kind === 'suspension' && s.ground === 'normative-review' && s.to === null);
        if (!open) {
          spans.push({
            kind: 'suspension',
            ground: 'normative-review',
            from: e.occurredOn,
            to: null,
            startSeq: e.seq,
            endSeq: null,
            effective: stands !== null,
            article: suspensionGroundArticles['normative-review'][lawAt(e.occurredOn)] ?? 'ARL1999 26',
          });
        }
        break;
      }
      case 'normative-maker-asked':
      case 'normative-maker-replied':
      case 'normative-review-referred':
      case 'normative-review-concluded': {
        const review = reviews.findLast((r) => r.concluded === null);
        if (review === undefined) {
          against(e, 'review-not-begun');
          break;
        }
        if (e.type === 'normative-maker-asked') review.asked ??= e;
        else if (e.type === 'normative-maker-replied') review.replied ??= e;
        else if (e.type === 'normative-review-referred') {
          if (review.begun.payload.competent) against(e, 'review-referred-though-competent');
          review.referred ??= e;
        } else {
          review.concluded = e;
          if (reviews.every((r) => r.concluded !== null)) {
            for (const s of spans) {
              if (s.kind !== 'suspension' || s.ground !== 'normative-review' || s.to !== null) continue;
              s.to = e.occurredOn;
              s.endSeq = e.seq;
              reviewEnded = true;
            }
          }
        }
        break;
      }

      case 'stay-ordered':
        stay = { ordered: e, liftedOn: null };
        break;
      case 'stay-lifted': {
        const now = stay;
        if (now === null || now.liftedOn !== null) against(e, 'stay-not-ordered');
        else stay = { ...now, liftedOn: e.occurredOn };
        break;
      }

      case 'suspended': {
        const { ground, documentId } = e.payload;
        const version = lawAt(e.occurredOn);
        const article = ground === null ? null : suspensionGroundArticles[ground][version];
        if (article === null) against(e, 'suspended-on-no-ground', { ground: ground ?? 'none' });
        // Each ground stops by itself and ends by itself; days that two of them share count once (rulebook 2.7).
        const open = spans.find((s) => s.kind === 'suspension' && s.effective && s.to === null && s.ground === ground);
        // The formal notice of the stop that the review itself brought about adds no second span.
        if (open !== undefined && ground === 'normative-review') break;
        if (open !== undefined) against(e, 'already-suspended', { since: open.from });
        const sentOn = dispatchOf({ documents }, documentId);
        spans.push({
          kind: 'suspension',
          ground,
          from: sentOn === null ? e.occurredOn : laterOf(e.occurredOn, sentOn),
          to: null,
          startSeq: e.seq,
          endSeq: null,
          effective: article !== null && open === undefined && stands !== null,
          article: article ?? articleOf('suspended-on-no-ground', version) ?? '',
        });
        break;
      }
      case 'resumed': {
        const { ofSeq } = e.payload;
        const isOpen = (s: StoppedSpan): boolean =>
          s.kind === 'suspension' && s.to === null && (ofSeq === undefined || s.startSeq === ofSeq);
        const open =
          spans.findLast((s) => isOpen(s) && s.effective && s.ground !== 'normative-review') ??
          spans.findLast((s) => isOpen(s) && s.effective);
        if (open === undefined) {
          const idle = spans.findLast(isOpen);
          if (idle !== undefined) {
            idle.to = e.occurredOn;
            idle.endSeq = e.seq;
          } else if (!reviewEnded) against(e, 'not-suspended');
          reviewEnded = false;
          break;
        }
        const sentOn = dispatchOf({ documents }, e.payload.documentId);
        open.to = sentOn !== null && sentOn < e.occurredOn ? sentOn : e.occurredOn;
        open.endSeq = e.seq;
        break;
      }
      case 'span-excluded': {
        if (e.payload.to < e.occurredOn) against(e, 'span-reversed', { from: e.occurredOn, to: e.payload.to });
        spans.push({
          kind: e.payload.kind,
          ground: null,
          from: e.occurredOn,
          to: e.payload.to,
          startSeq: e.seq,
          endSeq: e.seq,
          effective: e.payload.to >= e.occurredOn,
          article: excludedSpanArticles[e.payload.kind],
        });
        break;
      }

      case 'procedure-changed': {
        const { to } = e.payload;
        if (caseLaw === 'ARL1999') {
          against(e, 'simplified-not-known', {}, caseLaw);
          break;
        }
        if (procedureNow() === to) {
          against(e, 'procedure-unchanged', { procedure: to });
          break;
        }
        const trigger = stands?.on ?? null;
        // Measured on the simplified 30 days either way (resolution A9).
        const due = limit('reconsideration.decide-simplified', {
          trigger,
          stopped: spans
            .filter((s) => s.effective)
            .map(({ from, to: until }) => ({ from, to: until, kind: 'suspension' })),
        }).due;
        const late = due !== null && e.occurredOn > due;
        if (late) against(e, to === 'ordinary' ? 'procedure-changed-late' : 'simplified-changed-late', { due });
        // To simplified only with everybody's agreement and within the thirty days (A9): otherwise nothing changes.
        const agreed = e.payload.allPartiesAgree !== false;
        if (to === 'simplified' && !agreed) against(e, 'not-all-parties-agree');
        if (to === 'simplified' && (late || !agreed)) break;
        procedures.push({ from: e.occurredOn, procedure: to, seq: e.seq });
        break;
      }

      case 'mediation-held':
      case 'mediation-letter-made': {
        const asked = received?.payload.asks.compensation ?? null;
        const matter = received?.payload.act.matter;
        if (
          lawAt(e.occurredOn) === 'ARL1999' &&
          asked === null &&
          matter !== undefined &&
          !discretionary.includes(matter)
        ) {
          against(e, 'mediation-outside-discretion', { matter });
        }
        if (e.type === 'mediation-held') {
          mediationsHeld.push(e);
          break;
        }
        letter = e;
        const { lastSignedOn, sealedOn } = e.payload;
        for (const on of [lastSignedOn, sealedOn]) {
          if (on !== null && on < e.occurredOn) against(e, 'signed-before-letter', { madeOn: e.occurredOn });
        }
        if (lastSignedOn !== null && sealedOn !== null) {
          mediatedOn = laterOf(e.occurredOn, laterOf(lastSignedOn, sealedOn));
          close(e, { is: 'mediated' }, mediatedOn);
        }
        break;
      }
      case 'mediation-signed': {
        if (letter === null) {
          against(e, 'letter-not-made');
          break;
        }
        const { lastSignedOn, sealedOn } = e.payload;
        for (const on of [lastSignedOn, sealedOn]) {
          if (on < letter.occurredOn) against(e, 'signed-before-letter', { madeOn: letter.occurredOn });
          else if (on > e.occurredOn) against(e, 'signed-after-recording', { signedOn: on });
        }
        // A signature older than the letter signs nothing: the case closes no earlier than the letter was made.
        mediatedOn = laterOf(letter.occurredOn, laterOf(lastSignedOn, sealedOn));
        close(e, { is: 'mediated' }, mediatedOn);
        break;
      }
      case 'mediation-failed':
        letter = null;
        break;
      case 'settlement-reached':
        settlement = e;
        break;
      case 'withdrawal-requested':
        withdrawal = e;
        break;

      case 'terminated': {
        const { ground } = e.payload;
        const version = lawAt(e.occurredOn);
        if (terminationGroundArticles[ground][version] === null) against(e, 'termination-ground-unknown', { ground });
        if (ground === 'withdrawn' && withdrawal === null) against(e, 'withdrawal-not-requested');
        if (ground === 'settled' && settlement === null) against(e, 'settlement-not-reached');
        if (ground === 'suspended-60-days') {
          const span = spans.findLast(
            (s) =>
              s.effective &&
              s.ground !== null &&
              sixtyDayGrounds.includes(s.ground) &&
              (s.to === null || s.to > e.occurredOn),
          );
          if (span === undefined) against(e, 'terminated-without-suspension');
          else {
            const { due } = limit('reconsideration.suspension-longest', { trigger: span.from });
            if (due !== null && e.occurredOn <= due) against(e, 'terminated-before-60-days', { due });
          }
        }
        const settled = settlement !== null || withdrawal?.payload.settled === true;
        close(e, { is: 'terminated', ground, settled });
        break;
      }
      case 'decided': {
        const version = lawAt(e.occurredOn);
        if (copies.length === 0) against(e, 'decided-without-copy');
        if (stoppedOn(e.occurredOn)) against(e, 'decided-while-suspended');
        const applicants = parties.filter((p) => p.capacity === 'applicant').map((p) => p.partyId);
        const isHeard = heard.some((h) => h.payload.partyId !== null && applicants.includes(h.payload.partyId));
        if (
          version === 'ARL2023' &&
          procedureNow() !== 'simplified' &&
          !isHeard &&
          !hearings.some((h) => h.held !== null)
        ) {
          against(e, 'decided-before-heard');
        }
        for (const h of hearings) {
          const isDropped = h.cancelledOn !== null && hearings.some((x) => x.held !== null || x.cancelledOn === null);
          if (h.scheduled.payload.mandatory && h.held === null && !isDropped) {
            against(e, 'decided-without-hearing', { hearingOn: h.scheduled.payload.on });
          }
        }
        if (version === 'ARL2023' && committeeAsked !== null && committeeAdvised === null) {
          against(e, 'decided-before-committee');
        }
        for (const type of e.payload.types) {
          if (version === 'ARL1999' && newDecisionTypes.includes(type)) against(e, 'decision-type-unknown', { type });
        }
        decision = e;
        close(e, { is: 'decided', types: e.payload.types });
        break;
      }
      case 'taken-up':
        close(e, { is: 'taken-up' });
        break;
      case 'transferred':
        close(e, { is: 'transferred', toName: e.payload.toName });
        break;
      case 'voided':
        close(e, { is: 'voided', duplicateOf: e.payload.duplicateOf });
        break;

      case 'performed':
      case 'performance-reported':
      case 'performance-report-returned':
      case 'performance-ordered':
      case 'interviewed':
      case 'criticised':
        if (ended === null || (ended.how.is !== 'decided' && ended.how.is !== 'mediated')) against(e, 'not-decided');
        break;

      case 'step-proposed':
        proposals.set(e.payload.proposalId, {
          proposalId: e.payload.proposalId,
          seq: e.seq,
          step: e.payload.step,
          input: e.payload.input,
          proposedBy: e.recordedBy,
          proposedOn: e.occurredOn,
          opinion: e.payload.opinion,
          endorsed: [],
        });
        break;
      case 'step-endorsed': {
        const proposal = proposals.get(e.payload.proposalId);
        if (proposal === undefined) against(e, 'unknown-proposal');
        else {
          proposal.endorsed = [...proposal.endorsed, { by: e.recordedBy, opinion: e.payload.opinion, seq: e.seq }];
        }
        break;
      }
      case 'step-returned':
      case 'step-withdrawn':
      case 'step-approved':
        if (!proposals.delete(e.payload.proposalId)) against(e, 'unknown-proposal');
        break;
      case 'linked':
        links.push({ kind: e.payload.kind, to: e.payload.to, seq: e.seq });
        break;
      case 'unlinked': {
        const at = links.findIndex((l) => l.seq === e.payload.seq);
        if (at >= 0) links.splice(at, 1);
        break;
      }
      default:
        // Everything else is on record and changes nothing here: files, notes, service, orders, opinion letters.
        break;
    }
  }
  passTo(null);

  const folded: ReconsiderationCase = {
    streamId,
    version: entries.reduce((v, e) => Math.max(v, e.seq, e.standing.is === 'original' ? 0 : e.standing.bySeq), 0),
    entries: entries as unknown as readonly EffectiveEntry[],
    received,
    number,
    law: caseLaw,
    organId: received?.payload.reviewingOrganId ?? null,
    respondents,
    parties,
    act: received?.payload.act ?? null,
    handlers,
    recusals,
    cleared,
    documents,
    acceptance,
    lapses,
    procedures,
    correction,
    spans,
    extensions: [],
    proposals: [...proposals.values()],
    replies,
    heard,
    hearings,
    reviews,
    committee: { asked: committeeAsked, advised: committeeAdvised },
    stay,
    mediation: { held: mediationsHeld, letter, effectiveOn: mediatedOn },
    withdrawal,
    settlement,
    closing,
    decision,
    links,
    clocks: [],
    contradictions,
  };
  const { clocks, extensions, contradictions: ofLimits } = limitsOf(folded, { limit, servedBy, lawAt });
  return {
    ...folded,
    clocks,
    extensions,
    contradictions: [...contradictions, ...ofLimits].sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0)),
  };
}

interface Known {
  readonly documents: ReconsiderationCase['documents'];
  readonly parties: ReconsiderationCase['parties'];
  readonly respondents: readonly OrganId[];
}

/** What an entry names that is not on record, and sendings whose days run backwards. */
function referencesOf(e: AnyEntry, { documents, parties, respondents }: Known): readonly ContradictionCode[] {
  const found: ContradictionCode[] = [];
  const { documentId } = e.payload as { readonly documentId?: DocumentId | null };
  const document = documentId === undefined ? null : documentOf({ documents }, documentId);
  if (typeof documentId === 'string' && document === null) found.push('unknown-document');
  if (e.type === 'document-issued' || e.type === 'document-sent') {
    const sendings = e.type === 'document-issued' ? e.payload.sendings : [e.payload.sending];
    const madeOn = e.type === 'document-issued' ? e.payload.madeOn : (document?.madeOn ?? null);
    if (sendings.some((s) => s.sentOn !== null && madeOn !== null && s.sentOn < madeOn)) found.push('sent-before-made');
    if (sendings.some((s) => s.servedOn !== null && s.servedOn < (s.sentOn ?? madeOn ?? s.servedOn))) {
      found.push('served-before-sent');
    }
  }
  if (e.type === 'document-served') {
    const sendings = documents.flatMap((d) => d.sendings.map((s) => ({ ...s, madeOn: d.madeOn })));
    const sending = sendings.find((s) => s.id === e.payload.sendingId);
    if (sending === undefined) found.push('unknown-sending');
    else if (e.occurredOn < (sending.sentOn ?? sending.madeOn)) found.push('served-before-sent');
  }
  if (
    (e.type === 'opinion-heard' && e.payload.partyId !== null) ||
    e.type === 'party-left' ||
    e.type === 'person-updated'
  ) {
    const { partyId } = e.payload;
    if (!parties.some((p) => p.partyId === partyId)) found.push('unknown-party');
  }
  if (
    e.type === 'performed' ||
    e.type === 'performance-reported' ||
    e.type === 'performance-report-returned' ||
    e.type === 'performance-ordered' ||
    e.type === 'interviewed' ||
    e.type === 'criticised'
  ) {
    if (!respondents.includes(e.payload.respondentId)) found.push('unknown-organ');
  }
  return found;
}

/**
 * Whether an entry records an electronic service on a party that is on record as consenting to none (A21; CPL 90). The
 * application records the applicants' consent, for themselves and whoever acts for them; nobody else's is on record.
 */
function servesElectronically(e: AnyEntry, { documents, parties }: Known, applicantsConsent: boolean): boolean {
  const consents = (partyId: string): boolean => {
    const party = parties.find((p) => p.partyId === partyId);
    const persons = party === undefined ? [] : party.actsFor.length === 0 ? [party.partyId] : party.actsFor;
    const principals = parties.filter((p) => (persons as readonly string[]).includes(p.partyId));
    return principals.some((p) => p.electronicService === true || (applicantsConsent && p.capacity === 'applicant'));
  };
  const against = ({ addressee, method, servedOn }: Sending): boolean =>
    addressee.is === 'party' && method === 'electronic' && servedOn !== null && !consents(addressee.partyId);
  if (e.type === 'document-issued') return e.payload.sendings.some(against);
  if (e.type === 'document-sent') return against(e.payload.sending);
  if (e.type !== 'document-served') return false;
  const { sendingId, method } = e.payload;
  const sending = documents.flatMap((d) => d.sendings).find((s) => s.id === sendingId);
  return sending !== undefined && against({ ...sending, method: method ?? sending.method, servedOn: e.occurredOn });
}
