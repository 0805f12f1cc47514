/** The proceedings on one page: opinions, hearings, committee, documents under review, stops, and what is missing. */
import { type CivilDate, daysBetween } from '../calendar/civil-date.ts';
import type { CaseNames } from '../case-view/names.ts';
import type { OrganId, PartyId } from '../ids.ts';
import type { LawContext } from '../ledger/kinds.ts';
import { regulationUntil } from './apply-limit.ts';
import { documentOf, firstSentOn, firstServed, sendingsToOrgan, sendingsToParty } from './case-documents.ts';
import type { CaseHearing, CaseReview, ReconsiderationCase } from './case-types.ts';
import { lawOfActIn } from './limit-of.ts';
import { latestNoticeDay, type NoticeState, noticeStateOn } from './notice-of-hearing.ts';
import { positionOn } from './position.ts';
import type {
  CommitteeView,
  HearingView,
  MissingView,
  OpinionView,
  ProceedingsView,
  ReviewView,
  StopView,
} from './proceedings-types.ts';

interface Reading {
  readonly c: ReconsiderationCase;
  readonly today: CivilDate;
  readonly law: LawContext;
  readonly names: CaseNames;
  readonly partyName: (id: string) => string | null;
  /** A department sees what concerns itself; null shows all. */
  readonly onlyOf: OrganId | null;
}

/** What one reader sees of the proceedings on a day. */
export function proceedingsOf(reading: Reading): ProceedingsView {
  const { c, onlyOf } = reading;
  const internal = onlyOf === null;
  const opinions = internal ? opinionsOf(reading) : [];
  const hearings = c.hearings.map((h) => hearingOf(reading, h));
  return {
    opinions,
    hearings,
    committee: internal ? committeeOf(reading) : null,
    reviews: c.reviews.map((r) => reviewOf(reading, r)),
    stops: c.spans.map((s) => stopOf(reading, s)),
    missing: internal ? missingOf(reading, opinions, hearings) : [],
  };
}

/** 当事人: applicants, third parties and respondents who are still in the case. */
const toBeHeard = (c: ReconsiderationCase) =>
  c.parties.filter((p) => (p.capacity === 'applicant' || p.capacity === 'third-party') && p.leftOn === null);

function opinionsOf({ c, names, partyName }: Reading): readonly OpinionView[] {
  const timesOf = (speaks: (partyId: PartyId | null, organId: OrganId | null) => boolean): OpinionView['times'] =>
    c.heard
      .filter((h) => speaks(h.payload.partyId, h.payload.organId))
      .map(({ seq, occurredOn, payload }) => ({
        seq,
        on: occurredOn,
        manner: payload.manner,
        heardBy: payload.heardBy ?? null,
        summary: names.narrative(payload.summary) ?? '',
        mediationWilling: payload.mediationWilling,
        fileIds: payload.fileIds ?? [],
      }));
  const stateOf = (times: OpinionView['times']): OpinionView['state'] => {
    if (times.some((t) => t.manner !== 'not-possible')) return 'heard';
    return times.length > 0 ? 'written' : 'not-yet';
  };
  return [
    ...toBeHeard(c).map((p): OpinionView => {
      // Who acts for a party speaks for it.
      const voices = [p.partyId, ...c.parties.filter((x) => x.actsFor.includes(p.partyId)).map((x) => x.partyId)];
      const times = timesOf((partyId) => partyId !== null && voices.includes(partyId));
      const name = partyName(p.partyId) ?? '';
      return { subject: p.partyId, is: 'party', name, capacity: p.capacity, state: stateOf(times), times };
    }),
    ...c.respondents.map((r): OpinionView => {
      const times = timesOf((_, organId) => organId === r);
      const name = names.organ(r);
      return { subject: r, is: 'organ', name, capacity: 'respondent', state: stateOf(times), times };
    }),
  ];
}

function hearingOf(
  { c, today, law, names, partyName, onlyOf }: Reading,
  { hearingId, scheduled, cancelled, held }: CaseHearing,
): HearingView {
  const { on, time, place, topics, mandatory, documentId, insteadOf, panel } = scheduled.payload;
  const document = documentOf(c, documentId);
  const clocks = c.clocks.filter((k) => k.ruleId === 'reconsideration.hearing-notice' && k.startSeq === scheduled.seq);
  const subjects = [...toBeHeard(c).map((p) => p.partyId), ...c.respondents] as readonly (PartyId | OrganId)[];
  const notices = subjects
    .filter((s) => onlyOf === null || s === onlyOf)
    .map((subject): HearingView['notices'][number] => {
      const isOrgan = c.respondents.includes(subject as OrganId);
      const sendings =
        document === null
          ? []
          : isOrgan
            ? sendingsToOrgan(document, subject as OrganId)
            : sendingsToParty(c, document, subject as PartyId);
      const clock = clocks.find((k) => k.subject === subject);
      const servedOn = firstServed(sendings)?.servedOn ?? null;
      const bare: NoticeState = servedOn === null ? 'open' : 'in-time';
      return {
        subject,
        name: isOrgan ? names.organ(subject as OrganId) : (partyName(subject) ?? ''),
        sentOn: firstSentOn(sendings),
        servedOn,
        state: clock === undefined ? bare : noticeStateOn(clock, held?.occurredOn ?? today),
      };
    });
  // 51(2), and no earlier law: it gives up its right only where each applicant is known to have been told in time.
  const told = toBeHeard(c)
    .filter((p) => p.capacity === 'applicant')
    .map((p) => clocks.filter((k) => k.subject === p.partyId));
  const toldInTime =
    lawOfActIn(c, held?.occurredOn ?? on) === 'ARL2023' &&
    told.length > 0 &&
    told.every((own) => own.length > 0 && own.every((k) => noticeStateOn(k, held?.occurredOn ?? today) === 'in-time'));
  return {
    hearingId,
    seq: scheduled.seq,
    setOn: scheduled.occurredOn,
    on,
    time,
    place,
    topics,
    mandatory,
    insteadOf: insteadOf ?? null,
    replacedBy: cancelled?.payload.replacedBy ?? null,
    state:
      held !== null
        ? 'held'
        : cancelled === null
          ? 'set'
          : cancelled.payload.replacedBy === undefined
            ? 'cancelled'
            : 'moved',
    ended: cancelled === null ? null : { on: cancelled.occurredOn, reason: cancelled.payload.reason },
    latestNotice: latestNoticeDay(c, on, law),
    notices,
    panel: held === null ? (panel ?? null) : held.payload,
    held:
      held === null
        ? null
        : {
            on: held.occurredOn,
            applicantAbsent: held.payload.applicantAbsent,
            waived: held.payload.applicantAbsent && toldInTime,
            excused: held.payload.applicantExcused ?? null,
            leader: held.payload.respondentLeader,
            record: held.payload.record === null ? null : names.narrative(held.payload.record),
            fileIds: held.payload.fileIds,
          },
  };
}

function committeeOf({ c, names }: Reading): CommitteeView {
  const { asked, advised } = c.committee;
  const sitting = advised?.payload.sitting ?? null;
  return {
    asked:
      asked === null
        ? null
        : { on: asked.occurredOn, category: asked.payload.category, question: asked.payload.question ?? '' },
    advised:
      advised === null
        ? null
        : {
            on: advised.occurredOn,
            opinion: names.narrative(advised.payload.opinion) ?? '',
            members: advised.payload.members,
            sitting:
              sitting === null
                ? null
                : {
                    on: sitting.on,
                    place: sitting.place,
                    members: sitting.members.map(({ opinion, ...member }) => ({
                      ...member,
                      opinion: opinion === null ? null : names.narrative(opinion),
                    })),
                  },
            fileIds: advised.payload.fileIds ?? [],
          },
    followed: c.decision?.payload.committee ?? null,
  };
}

const stateOfReview = ({ begun, asked, replied, referred, concluded }: CaseReview): ReviewView['state'] => {
  if (concluded !== null) return 'concluded';
  if (!begun.payload.competent) return referred === null ? 'refer' : 'referred';
  if (asked === null) return 'ask-maker';
  return replied === null ? 'maker-reply' : 'handle';
};

function reviewOf({ c, onlyOf }: Reading, review: CaseReview): ReviewView {
  const { begun, asked, replied, referred, concluded } = review;
  const { article, subject, maker, competent } = begun.payload;
  const internal = onlyOf === null;
  const starts = new Set([begun.seq, asked?.seq, referred?.seq]);
  const end = concluded === null ? null : { on: concluded.occurredOn, ...concluded.payload };
  return {
    seq: begun.seq,
    on: begun.occurredOn,
    article,
    subject,
    maker,
    competent,
    // How the office goes about it is between the office and the document's maker.
    state: internal ? stateOfReview(review) : concluded === null ? 'handle' : 'concluded',
    askedOn: internal ? (asked?.occurredOn ?? null) : null,
    repliedOn: internal ? (replied?.occurredOn ?? null) : null,
    referred: internal && referred !== null ? { on: referred.occurredOn, to: referred.payload.to } : null,
    concluded: end === null ? null : { on: end.on, result: end.result, summary: end.summary },
    clockIds: internal
      ? c.clocks
          .filter(
            (k) => k.ruleId.startsWith('reconsideration.review-') && k.startSeq !== null && starts.has(k.startSeq),
          )
          .map((k) => k.id)
      : [],
  };
}

function stopOf({ c, today }: Reading, span: ReconsiderationCase['spans'][number]): StopView {
  const { kind, ground, from, to, startSeq, effective, article } = span;
  const until = to === null || to > today ? today : to;
  const payload = c.entries.find((e) => e.seq === startSeq)?.payload as { readonly where?: string } | undefined;
  return {
    seq: startSeq,
    kind,
    ground,
    from,
    to,
    days: from < until ? daysBetween(from, until) : 0,
    effective,
    article,
    where: payload?.where ?? null,
    unverified: kind !== 'suspension' && (to ?? today) > regulationUntil,
  };
}

function missingOf(
  { c, today }: Reading,
  opinions: readonly OpinionView[],
  hearings: readonly HearingView[],
): readonly MissingView[] {
  const position = positionOn(c, today);
  if (position.stage !== 'accepted' && position.stage !== 'suspended') return [];
  if (lawOfActIn(c, today) !== 'ARL2023') return [];
  const missing: MissingView[] = [];
  const lacks = (
    code: MissingView['code'],
    article: string | null,
    step: string,
    about: string | null = null,
    name: string | null = null,
  ) => missing.push({ code, article, step, about, name });

  if (position.procedure !== 'simplified') {
    for (const o of opinions) {
      if (o.state === 'not-yet') lacks('opinion-not-heard', 'ARL2023 49', 'hear-opinion', o.subject, o.name);
    }
  }
  const spoken = opinions.flatMap((o) => o.times);
  if (spoken.length > 0 && spoken.every((t) => t.mediationWilling === null)) {
    // It may mediate (5): that it did not ask contradicts no article.
    lacks('mediation-not-asked', null, 'hear-opinion');
  }
  const { asked, advised } = c.committee;
  const isSet = hearings.some((h) => h.state === 'set' || h.state === 'held');
  if (!isSet && position.procedure !== 'simplified') {
    const isGrave = asked?.payload.category === 'complex' || hearings.some((h) => h.mandatory);
    if (isGrave) lacks('hearing-required', 'ARL2023 50(1)', 'schedule-hearing');
    else if (c.received?.payload.asks.hearing === true && hearings.length === 0) {
      lacks('hearing-asked-for', 'ARL2023 50(2)', 'schedule-hearing');
    }
  }
  for (const h of hearings) {
    if (h.state !== 'set') continue;
    for (const n of h.notices) {
      if (n.state === 'late') lacks('notice-late', 'ARL2023 51(1)', 'reschedule-hearing', h.hearingId, n.name);
      else if (n.servedOn === null && n.sentOn === null) {
        lacks('notice-not-sent', 'ARL2023 51(1)', 'send-document', null, n.name);
      } else if (n.servedOn === null) lacks('notice-not-served', 'ARL2023 51(1)', 'record-service', null, n.name);
    }
  }
  if (asked === null && position.procedure !== 'simplified') {
    // A hearing that must be held is over a grave, difficult or complex case; a province's own act is one of 24(2).
    if (c.organId !== null && c.respondents.includes(c.organId)) {
      lacks('committee-not-asked', 'ARL2023 52(2)(3)', 'ask-committee');
    } else if (hearings.some((h) => h.mandatory && h.state !== 'cancelled')) {
      lacks('committee-not-asked', 'ARL2023 52(2)(1)', 'ask-committee');
    }
  }
  if (asked !== null && advised === null) lacks('committee-advice-missing', 'ARL2023 52(2)', 'record-committee-advice');
  if ((c.received?.payload.asks.normativeReview ?? null) !== null && c.reviews.length === 0) {
    lacks('review-not-begun', 'ARL2023 56', 'begin-normative-review');
  }
  return missing;
}
