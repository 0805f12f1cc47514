/**
 * What one reader sees of a lawsuit. Everything passes through its audience here: an organ of the suit reads its own part
 * and what the court does before all of them, and an answer is drafted and signed inside the organ it is made in.
 */
import type { Actor } from '../access/actor.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import { clockView } from '../case-view/clock-view.ts';
import { filesNamedIn } from '../case-view/files-named-in.ts';
import type { CaseNames } from '../case-view/names.ts';
import { partyView } from '../case-view/party-view.ts';
import { proposalViews } from '../case-view/proposal-views.ts';
import { timelineItem } from '../case-view/timeline.ts';
import type { DocumentView, FileView } from '../case-view/types.ts';
import type { OrganId } from '../ids.ts';
import type { Audience } from '../ledger/audience.ts';
import { type Clock, clockStatusOn } from '../ledger/clock.ts';
import { correct, type EffectiveEntry } from '../ledger/correction.ts';
import type { LawContext, Ledger } from '../ledger/kinds.ts';
import { answeringUnit, approverOfProposal, mayWithProposal } from './approvals.ts';
import type { AnyEntry, Lawsuit } from './case-types.ts';
import { formOf } from './codes.ts';
import { isCorrectable } from './corrections.ts';
import { effectsOfLawsuit } from './effects.ts';
import type { LitigationEntryType } from './entries.ts';
import { positionOn } from './position.ts';
import { resultOf } from './results.ts';
import { upcastLitigation } from './upcast.ts';
import { filesKeptBack, internalFields, isInternal, ownOrgans, shownEntries } from './view-audience.ts';
import { adviceViews, defectViews, majorView, obligationViews } from './view-follow-up.ts';
import { instanceViews } from './view-instances.ts';
import type { LawsuitView, NextStep, SuitOrganView } from './view-types.ts';

export interface LawsuitViewInputs {
  readonly audience: Audience;
  readonly today: CivilDate;
  /** As they stand in this suit. */
  readonly actor: Actor;
  /** Their own organ and those whose place it took: what they recorded names one of these. Left out: the organ acted for. */
  readonly mine?: readonly OrganId[];
  readonly law: LawContext;
  /** With every correction: the timeline shows annulled entries, too. */
  readonly ledger: Pick<Ledger, 'entries'>;
  readonly names: CaseNames;
  /** The files on record of the suit. */
  readonly files: readonly FileView[];
  readonly nextSteps: readonly NextStep[];
}

/** Entries that hold the parties' own data, whoever wrote them. */
const personal: ReadonlySet<string> = new Set([
  'lawsuit-registered',
  'person-updated',
] satisfies readonly LitigationEntryType[]);

/** The view of a lawsuit for one reader on a day. */
export function viewOfLawsuit(suit: Lawsuit, inputs: LawsuitViewInputs): LawsuitView {
  const { audience, today, actor, names, law, ledger } = inputs;
  const internal = isInternal(audience);
  const acting = actor.acting.organId;
  const { mine = [acting] } = inputs;
  const own = ownOrgans(suit.organs, acting);
  const sees = (organ: OrganId): boolean => internal || own.includes(organ);
  const position = positionOn(suit, today);
  const { registered, organId } = suit;

  const partyName = (id: string): string | null => {
    const party = suit.parties.find((p) => p.partyId === id);
    return party === undefined ? null : (names.person(party.person)?.name ?? '');
  };
  const isOrgan = (id: string): boolean => suit.organs.some((o) => o.organId === id);
  const subjectName = (subject: string | null): string | null => {
    if (subject === null) return null;
    if (isOrgan(subject)) return names.organ(subject as OrganId);
    const obliged = suit.obligations.find((o) => o.obligationId === subject)?.organId ?? null;
    return obliged === null ? partyName(subject) : names.organ(obliged);
  };

  // The limits of one organ are its own; those of the court and of the parties concern every organ of the suit.
  const seesClock = (k: Clock): boolean =>
    k.visibleFrom <= today && (!isOrgan(k.subject) || sees(k.subject as OrganId));
  const clocks = suit.clocks.filter(seesClock);
  const order = new Map(position.running.map((k, i) => [k.id, i]));
  const sorted = clocks
    .filter((k) => clockStatusOn(k, today) !== 'superseded')
    .sort((a, b) => (order.get(a.id) ?? 999) - (order.get(b.id) ?? 999));

  const all = correct(ledger.entries, upcastLitigation);
  const visible = shownEntries(all, { audience, mine, own });
  const effects = effectsOfLawsuit(ledger, suit.streamId, law, seesClock);
  const timeline = visible.map((e) =>
    timelineItem(e, {
      // What an organ recorded itself it reads whole, the parties' own data left aside.
      internal: internal || (mine.includes(e.recordedBy.organ) && !personal.has(e.type)),
      ledger,
      upcast: upcastLitigation,
      effects,
      names,
      partyName,
      own: acting,
      internalFields,
      mayCorrect: (type) => audience === 'reviewing' && isCorrectable(type),
    }),
  );
  const documents = documentViews(visible, names);
  const instances = instanceViews({ suit, position, today, names, partyName, clocks, sees, own });
  const keptBack = internal ? filesKeptBack(ledger.entries, visible) : null;
  const named = filesNamedIn([
    timeline.filter((i) => i.standing.is !== 'annulled').map((i) => i.payload),
    documents,
    instances,
  ]);
  const result = resultOf(suit);
  const current = position.current?.instance.instanceId ?? null;
  const shownSeqs = new Set(visible.map((e) => e.seq));

  return {
    id: suit.streamId,
    version: ledger.entries.at(-1)?.seq ?? suit.version,
    kind: 'litigation',
    audience,
    today,
    number: suit.number,
    title: titleOfLawsuit(suit, names),
    organId: organId ?? ('' as OrganId),
    organName: organId === null ? '' : names.organ(organId),
    organs: suit.organs.map((o): SuitOrganView => {
      const undertakingId = answeringUnit(suit, o.organId);
      const responders = sees(o.organId) ? (suit.responders.get(o.organId) ?? []) : [];
      return {
        organId: o.organId,
        name: names.organ(o.organId),
        role: o.role,
        undertakingId,
        undertakingName: names.organ(undertakingId),
        own: own.includes(o.organId),
        responders: responders.map((a) => ({ accountId: a, name: names.account(a) })),
        acknowledgedOn: sees(o.organId)
          ? (suit.acknowledged.findLast((e) => e.payload.organId === o.organId)?.occurredOn ?? null)
          : null,
      };
    }),
    handlers: suit.handlers.map((a) => ({ accountId: a, name: names.account(a) })),
    act: suit.act,
    before: registered?.payload.before ?? 'none',
    claims: registered === null ? null : names.narrative(registered.payload.claims),
    compensation: registered?.payload.compensation ?? null,
    stage: position.stage,
    currentInstanceId: current,
    waiting: {
      ...position.waiting,
      organName: position.waiting.organId === null ? null : names.organ(position.waiting.organId),
    },
    closedOn: suit.closing !== null && suit.closing.on <= today ? suit.closing.on : null,
    result: result !== null && result.on <= today ? { principal: result.principal, lost: result.lost !== null } : null,
    instances,
    obligations: obligationViews(suit, { names, clocks, sees }),
    advice: adviceViews(suit, { names, clocks, sees }),
    defects: defectViews(suit, { names, clocks, sees }),
    major: majorView(suit, names, internal, today),
    clocks: sorted.map((k) => clockView(k, today, law, subjectName(k.subject))),
    nextSteps: inputs.nextSteps,
    timeline,
    parties: suit.parties.map((p) => partyView(p, names, internal)),
    documents,
    files: inputs.files.filter((f) => (keptBack === null ? named.has(f.id) : !keptBack.has(f.id))),
    proposals: proposalViews(visible, {
      names,
      open: suit.proposals,
      approverOf: (p) => approverOfProposal(suit, p, actor),
      mayWith: (p) => mayWithProposal(suit, p, actor),
    }),
    contradictions: suit.contradictions.filter((x) => internal || (x.seq !== null && shownSeqs.has(x.seq))),
  };
}

/** 王某等诉云岭县公安局行政处罚决定: as the list shows it. */
export function titleOfLawsuit(
  suit: Pick<Lawsuit, 'parties' | 'organs' | 'act'>,
  names: Pick<CaseNames, 'organ' | 'person'>,
): string {
  const plaintiffs = suit.parties.filter((p) => p.capacity === 'applicant');
  const first = plaintiffs[0];
  const who = first === undefined ? '' : (names.person(first.person)?.name ?? '');
  const several = plaintiffs.length > 1 ? '等' : '';
  const organs = suit.organs.filter((o) => o.role !== 'third-party-organ').map((o) => names.organ(o.organId));
  return `${who}${several}诉${organs.join('、')}${suit.act?.name ?? ''}`;
}

/** The papers of the suit that are documents of their own: what the organs handed in, what was made, what the court gave. */
function documentViews(visible: readonly EffectiveEntry[], names: CaseNames): readonly DocumentView[] {
  const documents: DocumentView[] = [];
  const bare = { printedDue: null, computedDue: null, sendings: [] };
  for (const entry of visible) {
    if (entry.standing.is === 'annulled') continue;
    const e = entry as unknown as AnyEntry;
    const of = { madeOn: e.occurredOn, ...bare };
    if (e.type === 'document-issued') {
      documents.push({
        id: e.payload.id,
        kind: e.payload.kind,
        number: e.payload.number,
        madeOn: e.payload.madeOn,
        printedDue: e.payload.printedDue,
        computedDue: null,
        fileIds: e.payload.fileIds,
        sendings: e.payload.sendings.map((s) => ({
          ...s,
          addresseeName: s.addressee.is === 'organ' ? names.organ(s.addressee.organId) : '',
        })),
      });
    } else if (e.type === 'form-issued') {
      const { documentId, kind, fileId } = e.payload;
      documents.push({ id: documentId, kind, number: null, ...of, fileIds: [fileId] });
    } else if (e.type === 'answer-filed') {
      documents.push({ id: `answer-${e.seq}`, kind: 'answer', number: null, ...of, fileIds: e.payload.fileIds });
    } else if (e.type === 'instance-ended') {
      const { outcomes, number, fileIds } = e.payload;
      const outcome = outcomes[0];
      const kind = outcome === undefined ? 'judgment' : formOf[outcome];
      documents.push({ id: `judgment-${e.seq}`, kind, number, ...of, fileIds });
    } else if (e.type === 'appealed') {
      documents.push({ id: `appeal-${e.seq}`, kind: 'appeal', number: null, ...of, fileIds: e.payload.fileIds });
    }
  }
  return documents;
}
