/**
 * The fold: one walk over the entries in legal order. Total: it never refuses and never reads today; what does not fit
 * the law or the record is a contradiction with its article. Instances are an axis of their own, each organ's part in
 * them another. What instances and sessions there are is gathered first, so that a fact counts whatever day it is told of.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Contradiction } from '../errors.ts';
import type { AccountId, OrganId, StreamId } from '../ids.ts';
import { byLegalOrder, type EffectiveEntry, inForce } from '../ledger/correction.ts';
import type { LawContext } from '../ledger/kinds.ts';
import type { OpenProposal } from '../reconsideration/case-types.ts';
import { isAppealCopy } from './appeal-answers.ts';
import { appearancesOf } from './appearances.ts';
import type { Advice, AnyEntry, Appearance, CourtSession, Entry, Instance, Lawsuit, Obligation } from './case-types.ts';
import { closingOf } from './closing.ts';
import { type CourtProcedure, endsWithoutTrial, type OrderingOutcome, orderingOutcomes, outcomesOf } from './codes.ts';
import { articleOf, type ContradictionCode } from './contradictions.ts';
import type { LitigationEntryType, LitigationPayload, SuitOrgan } from './entries.ts';
import { aboutOf, courtNumberKey, maySimplify, openAppellants, servedId, standsStill } from './instances.ts';
import { limitsOf } from './limits.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Draft<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer X)[] ? X[] : T[K] };

type DraftAppeal = Mutable<Instance['appeals'][number]>;
type DraftSpan = Mutable<Instance['spans'][number]>;
type DraftAgent = Mutable<Instance['agents'][number]>;
type DraftInstance = Omit<Draft<Instance>, 'appeals' | 'spans' | 'agents' | 'sessions' | 'duties' | 'agreed'> & {
  appeals: DraftAppeal[];
  spans: DraftSpan[];
  agents: DraftAgent[];
};
type DraftSession = Omit<Draft<CourtSession>, 'appearances' | 'notices'> & {
  notices: CourtSession['notices'];
};

/** Entries that need no registered suit and change no course: they may come at any time, also after the suit is void. */
const neutral: ReadonlySet<LitigationEntryType> = new Set<LitigationEntryType>([
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
  'lawsuit-registered',
  'lawsuit-numbered',
  'voided',
]);

/** What is done while a court tries the suit: it comes too late once the instance has ended. */
const needsOpenInstance: ReadonlySet<LitigationEntryType> = new Set<LitigationEntryType>([
  'jurisdiction-objected',
  'evidence-extension-asked',
  'evidence-extension-answered',
  'answer-filed',
  'evidence-filed',
  'procedure-changed',
  'suspended',
  'resumed',
  'session-set',
  'session-held',
  'appearance-agreed',
]);

/** Outcomes that ask for a revocation: only it can be joined by an order to act anew (ALL2017 70). */
const revocations: readonly string[] = ['revoke', 'revoke-partly', 'confirm-void', 'order-duty'];

/**
 * The obligations that a judgment is by itself, where its own list names none: an order to act, or to decide, anew, of the
 * organ whose act fell and of the reconsideration organ whose decision did (INT2018 89, 136); an order to perform a duty,
 * to pay or to make good (ALL2017 72, 73, 76, 78).
 */
function ordersItself(
  { instanceId, redo, reconsideration, outcomes, reversedTo }: LitigationPayload<'instance-ended'>,
  organs: readonly SuitOrgan[],
): readonly Pick<Obligation, 'obligationId' | 'instanceId' | 'organId' | 'what' | 'performBy'>[] {
  const of = (role: SuitOrgan['role']) => organs.find((o) => o.role === role)?.organId ?? null;
  const one = (obligationId: string, organId: OrganId | null) => [
    { obligationId, instanceId, organId: organId ?? organs[0]?.organId ?? null, what: '', performBy: null },
  ];
  return [
    ...(redo === null || (reconsideration === 'annulled-redo' && of('original-organ') === null)
      ? []
      : one(redoObligationId(instanceId), of('original-organ'))),
    ...(reconsideration === 'annulled-redo' ? one(redoReconsiderationId(instanceId), of('reconsideration-organ')) : []),
    ...orderingOutcomes.flatMap((o) => {
      const isOrdered = outcomes.includes(o) || reversedTo.includes(o);
      // An order to perform a duty by acting anew is one thing to do.
      const isSaid = !isOrdered || (o === 'order-duty' && redo !== null);
      return isSaid ? [] : one(orderedId(instanceId, o), of('original-organ'));
    }),
  ];
}

/** The ids of the obligations that an order to act, or to decide, anew is. */
export const redoObligationId = (instanceId: string): string => `redo-${instanceId}`;
export const redoReconsiderationId = (instanceId: string): string => `redo-reconsideration-${instanceId}`;
/** And of what else a judgment orders by itself. */
export const orderedId = (instanceId: string, o: OrderingOutcome): string =>
  `order-${orderingOutcomes.indexOf(o) + 1}-${instanceId}`;

const startOf = (opened: Entry<'instance-opened'>): DraftInstance => ({
  instanceId: opened.payload.instanceId,
  opened,
  level: opened.payload.level,
  court: opened.payload.court,
  courtNumber: opened.payload.courtNumber,
  docketedOn: opened.payload.docketedOn,
  procedures: [
    { from: opened.payload.docketedOn ?? opened.occurredOn, procedure: opened.payload.procedure, seq: opened.seq },
  ],
  papers: [],
  answers: [],
  evidence: [],
  extensionsAsked: [],
  extensionsAnswered: [],
  objections: [],
  objectionRuled: null,
  agents: [],
  spans: [],
  ended: null,
  served: [],
  appeals: [],
  rulingAppeals: [],
  retrialsApplied: [],
  effective: null,
});

const startOfSession = (set: Entry<'session-set'>): DraftSession => ({
  sessionId: set.payload.sessionId,
  instanceId: set.payload.instanceId,
  set,
  moves: [],
  on: set.payload.on,
  time: set.payload.time,
  minutes: set.payload.minutes,
  place: set.payload.place,
  isPublic: set.payload.isPublic,
  notices: set.payload.notices,
  cancelled: null,
  held: null,
  observation: null,
});

const procedureAt = (i: DraftInstance): CourtProcedure => i.procedures.at(-1)?.procedure ?? 'ordinary';

/** Folds the entries in force into the lawsuit. */
export function foldLawsuit(streamId: StreamId, given: readonly EffectiveEntry[], law: LawContext): Lawsuit {
  // The kind's schemas checked every payload at writing, and `upcast` lifted it: the type says what it holds.
  const entries = inForce(given).sort(byLegalOrder) as unknown as readonly AnyEntry[];
  const registered = entries.find((e): e is Entry<'lawsuit-registered'> => e.type === 'lawsuit-registered') ?? null;

  const instances = new Map<string, DraftInstance>();
  const sessions = new Map<string, DraftSession>();
  const agents = new Map<string, DraftAgent>();
  const obligations = new Map<string, Mutable<Obligation>>();
  const advice = new Map<string, Mutable<Advice>>();
  // An organ is in the suit once, whatever was ticked twice.
  const organs: Mutable<SuitOrgan>[] = (registered?.payload.organs ?? []).flatMap((o, at, list) =>
    list.findIndex((x) => x.organId === o.organId) === at ? [{ ...o }] : [],
  );
  const parties: Mutable<Lawsuit['parties'][number]>[] = (registered?.payload.parties ?? []).map((p) => ({
    ...p,
    leftOn: null,
  }));
  const contradictions: Contradiction[] = [];
  const responders = new Map<OrganId, readonly AccountId[]>();
  const acknowledged: Entry<'acknowledged'>[] = [];
  const defects: Mutable<Lawsuit['defects'][number]>[] = [];
  const proposals = new Map<string, Mutable<OpenProposal>>();
  const links: Lawsuit['links'][number][] = [];
  const forms: Entry<'form-issued'>[] = [];
  let number = null as string | null;
  let handlers: readonly AccountId[] = [];
  let major = null as Mutable<NonNullable<Lawsuit['major']>> | null;
  let voided = null as Entry<'voided'> | null;

  const against = (e: Pick<AnyEntry, 'seq'>, code: ContradictionCode, params: Contradiction['params'] = {}): void => {
    contradictions.push({ code, article: articleOf(code), params, seq: e.seq });
  };

  for (const e of entries) {
    if (e.type === 'instance-opened' && !instances.has(e.payload.instanceId)) {
      instances.set(e.payload.instanceId, startOf(e));
    } else if (e.type === 'session-set' && !sessions.has(e.payload.sessionId)) {
      sessions.set(e.payload.sessionId, startOfSession(e));
    } else if (e.type === 'judicial-advice-received' && !advice.has(e.payload.adviceId)) {
      advice.set(e.payload.adviceId, { received: e, answered: null });
    } else if (e.type === 'instance-ended') {
      const { instanceId } = e.payload;
      const stated = e.payload.obligations.map((o) => ({ ...o, instanceId }));
      for (const o of stated.length > 0 ? stated : ordersItself(e.payload, organs)) {
        if (obligations.has(o.obligationId)) continue;
        obligations.set(o.obligationId, {
          ...o,
          inForceFrom: null,
          fellOn: null,
          stays: [],
          performedOn: null,
          performed: [],
          measures: [],
        });
      }
    }
  }
  const inOrder = [...instances.values()];
  const isOrgan = (id: OrganId): boolean => organs.some((o) => o.organId === id);
  const isParty = (id: string): boolean => parties.some((p) => p.partyId === id);

  for (const e of entries) {
    if (registered === null && !neutral.has(e.type)) against(e, 'not-registered');
    if (voided !== null && !neutral.has(e.type)) against(e, 'after-voiding', { voidedOn: voided.occurredOn });
    const named = e.payload as { readonly instanceId?: unknown; readonly sessionId?: unknown };
    const session = typeof named.sessionId === 'string' ? (sessions.get(named.sessionId) ?? null) : null;
    const instanceId = session?.instanceId ?? (typeof named.instanceId === 'string' ? named.instanceId : null);
    const instance = instanceId === null ? null : (instances.get(instanceId) ?? null);
    const ofSession = 'sessionId' in e.payload && e.type !== 'session-set' && e.type !== 'form-issued';
    if (ofSession && session === null) against(e, 'unknown-session');
    if (instanceId !== null && instance === null) against(e, 'unknown-instance');
    const ofSuit = e.type !== 'lawsuit-registered' && e.type !== 'form-issued';
    if (ofSuit && 'organId' in e.payload && e.payload.organId !== null) {
      if (!isOrgan(e.payload.organId)) against(e, 'unknown-organ', { organ: e.payload.organId });
    }
    if (instance !== null && e !== instance.opened) {
      // The court below sends the copy of the appeal, and may have sent it before (INT2018 108(2)).
      const fromBelow = e.type === 'court-papers-received' && instance.level === 'second' && isAppealCopy(e);
      if (
        !fromBelow &&
        e.occurredOn < instance.opened.occurredOn &&
        e.occurredOn < (instance.docketedOn ?? instance.opened.occurredOn)
      )
        against(e, 'before-instance', { openedOn: instance.opened.occurredOn });
      if (instance.ended !== null && needsOpenInstance.has(e.type) && e.occurredOn > instance.ended.occurredOn) {
        // What ended the instance may be pronounced after it was made, and an appeal is answered there.
        const kind = (e.type === 'session-set' ? e.payload.kind : session?.set.payload.kind) ?? null;
        const answersAppeal = e.type === 'answer-filed' && appealCopyBy(instance, e) !== null;
        if (kind !== 'pronouncement' && !answersAppeal)
          against(e, 'after-instance-ended', { endedOn: instance.ended.occurredOn });
      }
    }

    switch (e.type) {
      case 'lawsuit-registered':
        if (e !== registered) against(e, 'registered-twice', { registeredOn: registered?.occurredOn ?? '' });
        break;
      case 'lawsuit-numbered':
        if (number === null) number = e.payload.number;
        else if (number !== e.payload.number) against(e, 'numbered-twice', { number });
        break;
      case 'handlers-assigned':
        handlers = e.payload.accounts;
        break;
      case 'undertaking-assigned': {
        const organ = organs.find((o) => o.organId === e.payload.organId);
        if (organ !== undefined) organ.undertakingId = e.payload.undertakingId;
        break;
      }
      case 'responders-assigned':
        if (isOrgan(e.payload.organId)) responders.set(e.payload.organId, e.payload.accounts);
        break;
      case 'acknowledged': {
        const { organId } = e.payload;
        const before = acknowledged.find((a) => a.payload.organId === organId && a.payload.instanceId === instanceId);
        if (before !== undefined) against(e, 'already-acknowledged', { on: before.occurredOn });
        acknowledged.push(e);
        break;
      }

      case 'instance-opened': {
        if (instance === null || instance.opened !== e) {
          against(e, 'instance-opened-twice');
          break;
        }
        const { level, remandedBy, of, procedure, docketedOn, courtNumber } = e.payload;
        if (docketedOn !== null && docketedOn > e.occurredOn) against(e, 'docketed-after-known', { docketedOn });
        const earlier = inOrder.filter((i) => byLegalOrder(i.opened, e) < 0);
        const key = courtNumberKey(courtNumber);
        if (earlier.some((i) => courtNumberKey(i.courtNumber) === key)) {
          against(e, 'court-number-twice', { number: courtNumber });
        }
        if (of !== null && !instances.has(of)) against(e, 'unknown-instance');
        if (level === 'first') {
          const from = remandedBy === null ? null : (instances.get(remandedBy) ?? null);
          if (remandedBy !== null && from === null) against(e, 'unknown-instance');
          const sentBack = from?.ended?.payload.outcomes.some((o) => o === 'remand' || o === 'reverse') === true;
          if (from !== null && !sentBack) against(e, 'not-remanded');
          const first = earlier.find((i) => i.level === 'first');
          const transferred = earlier.some((i) => i.ended?.payload.outcomes.includes('transferred') === true);
          if (first !== undefined && remandedBy === null && !transferred) {
            against(e, 'second-first-instance', { number: first.courtNumber });
          }
        }
        if (procedure === 'simplified' && !maySimplify(level, remandedBy)) against(e, 'simplified-not-allowed');
        break;
      }
      case 'court-papers-received': {
        if (instance === null) break;
        const copied = instance.level === 'second' && isAppealCopy(e);
        if (instance.docketedOn !== null && e.occurredOn < instance.docketedOn && !copied) {
          against(e, 'papers-before-docketing', { docketedOn: instance.docketedOn });
        }
        instance.papers.push(e);
        break;
      }
      case 'agent-appointed': {
        if (instance === null) break;
        const { organId, agentId } = e.payload;
        const mine = instance.agents.filter((a) => a.appointed.payload.organId === organId && a.endedOn === null);
        if (mine.length >= 2) against(e, 'too-many-agents', { agents: mine.length + 1 });
        const agent: DraftAgent = { appointed: e, endedOn: null };
        agents.set(agentId, agent);
        instance.agents.push(agent);
        break;
      }
      case 'agent-ended': {
        const agent = agents.get(e.payload.agentId);
        if (agent === undefined || agent.endedOn !== null) against(e, 'unknown-agent');
        else agent.endedOn = e.occurredOn;
        break;
      }
      case 'jurisdiction-objected':
        if (instance === null) break;
        if (instance.level !== 'first' || instance.opened.payload.remandedBy !== null) {
          against(e, 'objection-not-examined');
        }
        instance.objections.push(e);
        break;
      case 'jurisdiction-objection-ruled':
        if (instance === null) break;
        if (instance.objections.length === 0) against(e, 'objection-not-made');
        instance.objectionRuled ??= e;
        break;
      case 'evidence-extension-asked':
        instance?.extensionsAsked.push(e);
        break;
      case 'evidence-extension-answered':
        if (instance === null) break;
        if (!instance.extensionsAsked.some((x) => x.payload.organId === e.payload.organId)) {
          against(e, 'extension-not-asked');
        }
        instance.extensionsAnswered.push(e);
        break;
      case 'answer-filed': {
        if (instance === null) break;
        const { organId } = e.payload;
        // The answer to an appeal is another one than the answer to the suit.
        const since = appealCopyBy(instance, e)?.occurredOn ?? null;
        const before = instance.answers.find(
          (a) => a.payload.organId === organId && (since === null || a.occurredOn >= since),
        );
        if (before !== undefined) against(e, 'answer-already-filed', { on: before.occurredOn });
        const hasPapers = instance.papers.some((p) => p.payload.organId === organId);
        if (!hasPapers) against(e, 'answer-before-papers');
        instance.answers.push(e);
        break;
      }
      case 'evidence-filed':
        instance?.evidence.push(e);
        break;
      case 'procedure-changed': {
        if (instance === null) break;
        const { to } = e.payload;
        if (procedureAt(instance) === to) against(e, 'procedure-unchanged', { procedure: to });
        else {
          if (to === 'simplified' && !maySimplify(instance.level, instance.opened.payload.remandedBy)) {
            against(e, 'simplified-not-allowed');
          }
          instance.procedures.push({ from: e.occurredOn, procedure: to, seq: e.seq });
        }
        break;
      }
      case 'suspended': {
        if (instance === null) break;
        const { ground } = e.payload;
        const open = instance.spans.find((s) => s.to === null);
        // A suit that stands still takes the place of days that were only not counted.
        const gives = open !== undefined && standsStill({ ground }) && !standsStill(open);
        if (open !== undefined && !gives) against(e, 'already-suspended', { since: open.from });
        else {
          if (open !== undefined) {
            open.to = e.occurredOn;
            open.endSeq = e.seq;
          }
          instance.spans.push({ from: e.occurredOn, to: null, ground, startSeq: e.seq, endSeq: null });
        }
        break;
      }
      case 'resumed': {
        if (instance === null) break;
        const open = instance.spans.find((s) => s.to === null);
        if (open === undefined) against(e, 'not-suspended');
        else {
          open.to = e.occurredOn;
          open.endSeq = e.seq;
        }
        break;
      }

      case 'session-set': {
        const own = sessions.get(e.payload.sessionId);
        if (own?.set !== e) {
          against(e, 'session-set-twice');
          break;
        }
        checkDocketed(e, instance, e.payload.on);
        break;
      }
      case 'session-moved':
        if (session === null) break;
        if (session.held !== null || session.cancelled !== null) {
          against(e, 'session-over');
          break;
        }
        session.moves.push(e);
        session.on = e.payload.on;
        session.time = e.payload.time;
        session.place = e.payload.place;
        session.notices = e.payload.notices;
        checkDocketed(e, instance, e.payload.on);
        break;
      case 'session-cancelled':
        if (session === null) break;
        if (session.held !== null || session.cancelled !== null) against(e, 'session-over');
        else session.cancelled = e;
        break;
      case 'session-held':
        if (session === null) break;
        if (session.held !== null) {
          against(e, 'session-held-twice', { heldOn: session.held.occurredOn });
          break;
        }
        if (session.cancelled !== null) against(e, 'session-cancelled');
        if (e.occurredOn !== session.on) against(e, 'held-on-other-day', { on: session.on });
        checkDocketed(e, instance, e.occurredOn);
        // What took place was not cancelled, whatever was said before.
        session.cancelled = null;
        session.held = e;
        break;
      case 'observation-marked':
        if (session !== null) session.observation = { marked: e, came: session.observation?.came ?? null };
        break;
      case 'observers-recorded':
        if (session === null) break;
        if (session.observation === null) against(e, 'observation-not-marked');
        else session.observation = { ...session.observation, came: e };
        break;
      case 'appearance-agreed':
        for (const id of new Set([...e.payload.organIds, e.payload.byOrganId])) {
          if (!isOrgan(id)) against(e, 'unknown-organ', { organ: id });
        }
        break;
      case 'leader-replaced':
        if (session !== null && e.occurredOn > session.on) against(e, 'replaced-after-session', { on: session.on });
        break;
      case 'absence-explained':
        if (session !== null && e.occurredOn > session.on) against(e, 'explained-after-session', { on: session.on });
        break;
      case 'identity-proof-submitted':
        if (session !== null && e.occurredOn > session.on) against(e, 'proof-after-session', { on: session.on });
        break;

      case 'instance-ended': {
        if (instance === null) break;
        if (instance.ended !== null) {
          against(e, 'instance-ended-twice', { endedOn: instance.ended.occurredOn });
          break;
        }
        const { outcomes, reversedTo, redo, reconsideration } = e.payload;
        const own: readonly string[] = outcomesOf[instance.level];
        for (const outcome of outcomes) {
          if (!own.includes(outcome)) against(e, 'outcome-not-of-instance', { outcome, level: instance.level });
        }
        if (redo !== null && ![...outcomes, ...reversedTo].some((o) => revocations.includes(o))) {
          if (reconsideration !== 'annulled-redo') against(e, 'redo-without-revocation');
        }
        if (reconsideration !== null && registered?.payload.before === 'none') against(e, 'no-reconsideration-in-suit');
        const anew = instance.opened.payload.remandedBy;
        const about = aboutOf(instance, inOrder);
        if (outcomes.includes('remand') && about !== null && about.level === 'first') {
          if (inOrder.find((i) => i.instanceId === about.instanceId)?.opened.payload.remandedBy !== null) {
            against(e, 'second-remand');
          }
        }
        const still = instance.spans.find((s) => s.to === null && standsStill(s));
        const endsInspite = outcomes.every((o) => endsWithoutTrial.includes(o));
        if (still !== undefined && !endsInspite) against(e, 'ended-while-suspended', { since: still.from });
        if (instance.docketedOn !== null && e.occurredOn < instance.docketedOn && anew === null) {
          against(e, 'before-instance', { openedOn: instance.docketedOn });
        }
        instance.ended = e;
        break;
      }
      case 'judgment-served': {
        const id = servedId(e.payload.to);
        if (e.payload.to.is === 'organ' ? !isOrgan(e.payload.to.organId) : !isParty(id)) {
          against(e, e.payload.to.is === 'organ' ? 'unknown-organ' : 'unknown-party', { id });
        }
        if (instance === null) break;
        const ended = lastEnd(instance);
        if (ended === null) against(e, 'not-judged');
        else if (e.occurredOn < ended.occurredOn) against(e, 'served-before-judged', { judgedOn: ended.occurredOn });
        if (instance.served.some((s) => servedId(s.payload.to) === id)) against(e, 'served-twice', { id });
        instance.served.push(e);
        break;
      }
      case 'appealed':
        for (const id of e.payload.organs) if (!isOrgan(id)) against(e, 'unknown-organ', { organ: id });
        for (const id of e.payload.parties) if (!isParty(id)) against(e, 'unknown-party', { id });
        if (instance === null) break;
        if (e.payload.against === 'jurisdiction-ruling') {
          if (instance.objectionRuled === null) against(e, 'not-judged');
          instance.rulingAppeals.push(e);
          break;
        }
        if (lastEnd(instance) === null) against(e, 'not-judged');
        instance.appeals.push({ appealed: e, late: false, withdrawnBy: [], withdrawnOn: null });
        break;
      case 'appeal-withdrawn': {
        if (instance === null) break;
        const who: readonly string[] = [...e.payload.organs, ...e.payload.parties];
        const theirs = instance.appeals.filter((a) => openAppellants(a).some((id) => who.includes(id)));
        if (theirs.length === 0) against(e, 'appeal-not-made');
        for (const a of theirs) {
          a.withdrawnBy = [...a.withdrawnBy, ...openAppellants(a).filter((id) => who.includes(id))];
          // Several may appeal with one paper, and each lets go of its own only.
          if (openAppellants(a).length === 0) a.withdrawnOn = e.occurredOn;
        }
        break;
      }
      case 'retrial-applied':
        for (const id of e.payload.organs) if (!isOrgan(id)) against(e, 'unknown-organ', { organ: id });
        for (const id of e.payload.parties) if (!isParty(id)) against(e, 'unknown-party', { id });
        instance?.retrialsApplied.push(e);
        break;

      case 'performed': {
        const obligation = obligations.get(e.payload.obligationId);
        if (obligation === undefined) {
          against(e, 'unknown-obligation');
          break;
        }
        if (obligation.performedOn !== null) against(e, 'performed-twice', { on: obligation.performedOn });
        obligation.performed = [...obligation.performed, e];
        if (e.payload.part === 'whole') obligation.performedOn ??= e.occurredOn;
        break;
      }
      case 'court-measure-taken': {
        const obligation = obligations.get(e.payload.obligationId);
        if (obligation === undefined) against(e, 'unknown-obligation');
        else obligation.measures = [...obligation.measures, e];
        break;
      }
      case 'judicial-advice-received':
        if (advice.get(e.payload.adviceId)?.received !== e) against(e, 'advice-received-twice');
        break;
      case 'judicial-advice-answered': {
        const one = advice.get(e.payload.adviceId);
        if (one === undefined) against(e, 'unknown-advice');
        else if (one.answered !== null) against(e, 'advice-already-answered', { on: one.answered.occurredOn });
        else one.answered = e;
        break;
      }
      case 'defects-recorded':
        defects.push({ recorded: e, read: null });
        break;
      case 'defects-read': {
        const { organId } = e.payload;
        const unread = defects.find(
          (d) =>
            d.read === null &&
            d.recorded.payload.organId === organId &&
            d.recorded.payload.instanceId === e.payload.instanceId,
        );
        if (unread === undefined) against(e, 'defects-not-recorded');
        else unread.read = e;
        break;
      }
      case 'major-marked':
        if (major !== null && major.unmarkedOn === null) against(e, 'already-major');
        else major = { marked: e, feedbacks: [], unmarkedOn: null };
        break;
      case 'major-fed-back':
        if (major === null || major.unmarkedOn !== null) against(e, 'not-major');
        else major.feedbacks = [...major.feedbacks, e];
        break;
      case 'major-unmarked':
        if (major === null || major.unmarkedOn !== null) against(e, 'not-major');
        else major.unmarkedOn = e.occurredOn;
        break;
      case 'voided':
        if (voided === null) voided = e;
        else against(e, 'voided-twice');
        break;
      case 'form-issued':
        forms.push(e);
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
      case 'person-updated': {
        const party = parties.find((p) => p.partyId === e.payload.partyId);
        if (party === undefined) against(e, 'unknown-party', { id: e.payload.partyId });
        else party.person = e.payload.person;
        break;
      }
      default:
        // Everything else is on record and changes nothing here: files, notes, documents; appearances are looked at below.
        break;
    }
  }

  const whole = inOrder.map((i): Instance => {
    const own = [...sessions.values()].filter((s) => s.instanceId === i.instanceId);
    const { appearances, duties, agreed } = appearancesOf(i.instanceId, entries, organs, own);
    for (const a of appearances) judgeAppearance(a, own);
    return {
      ...i,
      sessions: own
        .map((s): CourtSession => ({ ...s, appearances: appearances.filter((a) => a.sessionId === s.sessionId) }))
        .sort(bySession),
      duties,
      agreed,
    };
  });

  const folded: Lawsuit = {
    streamId,
    version: entries.reduce((v, e) => Math.max(v, e.seq, e.standing.is === 'original' ? 0 : e.standing.bySeq), 0),
    entries: entries as unknown as readonly EffectiveEntry[],
    registered,
    number,
    organId: registered?.payload.organId ?? null,
    organs,
    parties,
    act: registered?.payload.act ?? null,
    handlers,
    responders,
    acknowledged,
    instances: whole,
    obligations: [...obligations.values()],
    advice: [...advice.values()],
    defects,
    major,
    proposals: [...proposals.values()],
    links,
    forms,
    voided,
    closing: null,
    clocks: [],
    contradictions,
  };
  const limits = limitsOf(folded, law);
  const judged = { ...folded, instances: limits.instances, obligations: limits.obligations, clocks: limits.clocks };
  return {
    ...judged,
    closing: closingOf(judged, null),
    contradictions: [...contradictions, ...limits.contradictions].sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0)),
  };

  /** The copy of the appeal that an answer in the instance appealed from is an answer to; null where it is none. */
  function appealCopyBy(i: DraftInstance, answer: Entry<'answer-filed'>): Entry<'court-papers-received'> | null {
    if (i.level === 'second' || i.ended === null) return null;
    return i.papers.find((p) => p.payload.organId === answer.payload.organId && isAppealCopy(p)) ?? null;
  }

  /** A session before the court had docketed the suit (ALL2017 51). */
  function checkDocketed(e: AnyEntry, i: DraftInstance | null, on: CivilDate): void {
    const docketedOn = i?.docketedOn ?? null;
    if (docketedOn !== null && on < docketedOn) against(e, 'session-before-docketing', { docketedOn, on });
  }

  /** What ended the instance; also where that is told of only later in legal order (a service a day too early). */
  function lastEnd(i: DraftInstance): Entry<'instance-ended'> | null {
    return (
      i.ended ??
      entries.find(
        (x): x is Entry<'instance-ended'> => x.type === 'instance-ended' && x.payload.instanceId === i.instanceId,
      ) ??
      null
    );
  }

  function judgeAppearance(a: Appearance, own: readonly DraftSession[]): void {
    const session = own.find((s) => s.sessionId === a.sessionId);
    if (a.recorded === null || session === undefined) return;
    if (session.held === null) against(a.recorded, 'session-not-held');
    else if (a.recorded.occurredOn !== session.held.occurredOn) {
      against(a.recorded, 'appearance-on-other-day', { on: session.held.occurredOn });
    }
  }
}

const bySession = (
  a: Pick<CourtSession, 'on' | 'time' | 'set'>,
  b: Pick<CourtSession, 'on' | 'time' | 'set'>,
): number =>
  a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.time !== b.time ? (a.time < b.time ? -1 : 1) : byLegalOrder(a.set, b.set);
