/**
 * A lawsuit told in its own words, entry by entry, chained as the store would chain them.
 * `aSummons().registered('2026-03-02').papers('2026-03-02').answered('2026-03-12').fold()`. Days may be written in any order.
 */
import { type CivilDate, civilDate } from '../calendar/civil-date.ts';
import type { CommandId, InstantMs, OrganId, PartyId, StreamId } from '../ids.ts';
import { type ChainHead, chainOnto, emptyHead } from '../ledger/chain.ts';
import { correct, inForce } from '../ledger/correction.ts';
import type { Envelope, NewEntry, RecordedBy } from '../ledger/envelope.ts';
import type { LawContext, Ledger } from '../ledger/kinds.ts';
import { foldLawsuit } from '../litigation/case.ts';
import type { Lawsuit, Position } from '../litigation/case-types.ts';
import type {
  AbsenceGround,
  BeforeSuit,
  CourtPaper,
  CourtProcedure,
  InstanceLevel,
  LeaderNotice,
  OrganRole,
  Outcome,
  SessionKind,
  SpanGround,
} from '../litigation/codes.ts';
import {
  type Leader,
  type LitigationEntryType,
  type LitigationPayload,
  litigationEntries,
  type SuedAct,
} from '../litigation/entries.ts';
import { positionOn } from '../litigation/position.ts';
import type { Party } from '../reconsideration/entries.ts';
import {
  aParty,
  countyGovernment,
  type EntryOptions,
  policeBureau,
  shippedLaw,
  testHash,
  theClerk,
} from './builders.ts';

type Days = string | CivilDate;

export const plaintiffLi = 'party-li' as PartyId;
/** The ids a builder gives where nothing is said: one first instance with one session. */
export const firstInstance = 'instance-1';
export const firstSession = 'session-1';

const narrative = (name: string) =>
  ({
    narrativeId: `narrative-${name}`,
    saltedHash: '2'.repeat(64),
  }) as LitigationPayload<'lawsuit-registered'>['claims'];

/** An act that is sued over: a penalty. */
export const aSuedAct = (over: Partial<SuedAct> = {}): SuedAct => ({
  name: '行政处罚决定',
  number: null,
  madeOn: null,
  matter: 'penalty',
  category: null,
  content: '',
  immovable: false,
  ...over,
});

/** A leader of the police bureau who counts: the deputy head, in office. */
export const aLeader = (over: Partial<Leader> = {}): Leader => ({
  postId: null,
  accountId: null,
  name: '陆某',
  title: '副局长',
  rank: 'deputy',
  organId: policeBureau,
  from: null,
  until: null,
  inCharge: true,
  ...over,
});

interface OfInstance {
  readonly instance?: string;
  readonly organ?: OrganId;
}
interface OfSession {
  readonly session?: string;
  readonly organ?: OrganId;
}

export class LawsuitBuilder {
  readonly streamId: StreamId;
  readonly law: LawContext;
  readonly by: RecordedBy;
  #entries: Envelope[] = [];
  #head: ChainHead = emptyHead;
  #ids = 0;
  #at = 1_700_000_000_000;

  constructor(streamId = 'suit-1', law: LawContext = shippedLaw(), by: RecordedBy = theClerk) {
    this.streamId = streamId as StreamId;
    this.law = law;
    this.by = by;
  }

  id(prefix: string): string {
    this.#ids += 1;
    return `${prefix}-${this.#ids}`;
  }

  /** Writes entries as one command, one minute after the last. */
  write(entries: readonly NewEntry[], command?: string, by: RecordedBy = this.by): this {
    this.#at += 60_000;
    const chained = chainOnto(
      this.#head,
      entries,
      {
        streamId: this.streamId,
        recordedAt: this.#at as InstantMs,
        recordedBy: by,
        commandId: (command ?? this.id('command')) as CommandId,
      },
      testHash,
    );
    this.#entries.push(...chained);
    const last = chained.at(-1);
    if (last !== undefined) this.#head = { version: last.seq, headHash: last.hash, lastRecordedAt: last.recordedAt };
    return this;
  }

  /** A typed entry before it is written; its payload passes the entry's own schema. */
  entry<T extends LitigationEntryType>(
    type: T,
    on: Days,
    payload: LitigationPayload<T>,
    options: EntryOptions = {},
  ): NewEntry {
    return {
      type,
      typeVersion: 1,
      occurredOn: civilDate(on),
      occurredTime: options.time ?? null,
      doneBy: options.doneBy ?? null,
      documentIds: [],
      irregular: null,
      payload: litigationEntries[type].parse(payload),
    };
  }

  with<T extends LitigationEntryType>(
    type: T,
    on: Days,
    payload: LitigationPayload<T>,
    options: EntryOptions = {},
  ): this {
    return this.write([this.entry(type, on, payload, options)], options.command);
  }

  /** The suit with its first instance, as one command. */
  registered(
    on: Days,
    over: {
      readonly organs?: readonly OrganId[];
      readonly roles?: Readonly<Record<string, OrganRole>>;
      readonly undertakings?: Readonly<Record<string, OrganId>>;
      readonly parties?: readonly Party[];
      readonly act?: Partial<SuedAct>;
      readonly before?: BeforeSuit;
      readonly office?: OrganId;
      readonly court?: string;
      readonly number?: string;
      readonly docketed?: Days | null;
      readonly procedure?: CourtProcedure;
      readonly level?: InstanceLevel;
    } = {},
  ): this {
    return this.write([
      this.entry('lawsuit-registered', on, {
        organId: over.office ?? countyGovernment,
        organs: (over.organs ?? [policeBureau]).map((organId) => ({
          organId,
          role: over.roles?.[organId] ?? 'original-organ',
          undertakingId: over.undertakings?.[organId] ?? null,
        })),
        parties: [...(over.parties ?? [aParty(plaintiffLi)])] as LitigationPayload<'lawsuit-registered'>['parties'],
        act: aSuedAct(over.act),
        before: over.before ?? 'none',
        reconsiderationId: null,
        claims: narrative('claims'),
        compensation: null,
        fileIds: [],
      }),
      this.entry('lawsuit-numbered', on, { number: '云政应〔2026〕1号' }),
      this.#opening(firstInstance, on, {
        level: over.level ?? 'first',
        ...(over.court === undefined ? {} : { court: over.court }),
        ...(over.number === undefined ? {} : { number: over.number }),
        ...(over.docketed === undefined ? {} : { docketed: over.docketed }),
        ...(over.procedure === undefined ? {} : { procedure: over.procedure }),
      }),
    ]);
  }

  #opening(
    instanceId: string,
    on: Days,
    over: {
      readonly level?: InstanceLevel;
      readonly court?: string;
      readonly number?: string;
      readonly docketed?: Days | null;
      readonly procedure?: CourtProcedure;
      readonly of?: string | null;
      readonly remandedBy?: string | null;
      readonly by?: LitigationPayload<'instance-opened'>['by'];
    },
  ): NewEntry {
    const docketed = over.docketed === undefined ? on : over.docketed;
    return this.entry('instance-opened', on, {
      instanceId,
      level: over.level ?? 'first',
      court: over.court ?? (over.level === 'second' ? '云州市中级人民法院' : '云岭县人民法院'),
      courtNumber: over.number ?? `（2026）云0423行初${instanceId.replaceAll(/\D/g, '')}号`,
      docketedOn: docketed === null ? null : civilDate(docketed),
      procedure: over.procedure ?? 'ordinary',
      remandedBy: over.remandedBy ?? null,
      of: over.of ?? null,
      by: over.by ?? null,
    });
  }

  opened(instanceId: string, on: Days, over: Parameters<LawsuitBuilder['openedEntry']>[2] = {}): this {
    return this.write([this.openedEntry(instanceId, on, over)]);
  }

  openedEntry(
    instanceId: string,
    on: Days,
    over: {
      readonly level?: InstanceLevel;
      readonly court?: string;
      readonly number?: string;
      readonly docketed?: Days | null;
      readonly procedure?: CourtProcedure;
      readonly of?: string | null;
      readonly remandedBy?: string | null;
      readonly by?: LitigationPayload<'instance-opened'>['by'];
    } = {},
  ): NewEntry {
    return this.#opening(instanceId, on, over);
  }

  papers(
    on: Days,
    over: OfInstance & {
      readonly papers?: readonly CourtPaper[];
      readonly until?: string;
      readonly trialUntil?: string;
    } = {},
  ): this {
    return this.with('court-papers-received', on, {
      instanceId: over.instance ?? firstInstance,
      organId: over.organ ?? policeBureau,
      papers: [...(over.papers ?? ['response-notice', 'complaint-copy'])],
      way: 'direct',
      proof: '送达回证',
      evidenceUntil: over.until === undefined ? null : civilDate(over.until),
      ...(over.trialUntil === undefined ? {} : { trialUntil: civilDate(over.trialUntil) }),
      fileIds: [],
    });
  }

  acknowledged(on: Days, over: OfInstance = {}): this {
    const { instance: instanceId = firstInstance, organ: organId = policeBureau } = over;
    return this.with('acknowledged', on, { instanceId, organId, name: '齐某' });
  }

  #evidence(items: number): LitigationPayload<'answer-filed'>['evidence'] {
    return Array.from({ length: items }, (_, at) => ({
      number: String(at + 1),
      name: `证据${at + 1}`,
      pages: 2,
      source: '办案形成',
      purpose: '证明违法事实',
      fileIds: [],
    }));
  }

  /** The answer, with its evidence unless said otherwise. */
  answered(on: Days, over: OfInstance & { readonly evidence?: number } = {}): this {
    return this.with('answer-filed', on, {
      instanceId: over.instance ?? firstInstance,
      organId: over.organ ?? policeBureau,
      way: 'direct',
      proof: '法院签收',
      opinion: null,
      bases: [{ law: '治安管理处罚法', article: '第四十三条' }],
      evidence: this.#evidence(over.evidence ?? 2),
      signedByHead: true,
      fileIds: [],
    });
  }

  evidence(on: Days, over: OfInstance = {}): this {
    const { instance: instanceId = firstInstance, organ: organId = policeBureau } = over;
    return this.with('evidence-filed', on, {
      instanceId,
      organId,
      way: 'direct',
      proof: '法院签收',
      evidence: this.#evidence(1),
      reason: '',
      fileIds: [],
    });
  }

  extensionAsked(on: Days, over: OfInstance = {}): this {
    const { instance: instanceId = firstInstance, organ: organId = policeBureau } = over;
    return this.with('evidence-extension-asked', on, { instanceId, organId, reason: '档案因洪水转移', fileIds: [] });
  }

  extensionAnswered(on: Days, allowed: boolean, removed: Days | null = null, over: OfInstance = {}): this {
    const { instance: instanceId = firstInstance, organ: organId = policeBureau } = over;
    return this.with('evidence-extension-answered', on, {
      instanceId,
      organId,
      allowed,
      causeRemovedOn: removed === null ? null : civilDate(removed),
      fileIds: [],
    });
  }

  objected(on: Days, over: OfInstance = {}): this {
    const { instance: instanceId = firstInstance, organ: organId = policeBureau } = over;
    return this.with('jurisdiction-objected', on, { instanceId, organId, grounds: '应由铁路法院管辖', fileIds: [] });
  }

  agent(agentId: string, on: Days, kind: 'staff' | 'lawyer' = 'staff', over: OfInstance = {}): this {
    const { instance: instanceId = firstInstance, organ: organId = policeBureau } = over;
    return this.with('agent-appointed', on, {
      instanceId,
      organId,
      agentId,
      kind,
      name: '邱某',
      unit: '法制科',
      special: false,
      powers: '一般授权',
      fileIds: [],
    });
  }

  procedureChanged(on: Days, to: CourtProcedure, instanceId = firstInstance): this {
    return this.with('procedure-changed', on, { instanceId, to, reason: '案情复杂' });
  }

  suspended(on: Days, ground: SpanGround = 'other-case', instanceId = firstInstance): this {
    return this.with('suspended', on, { instanceId, ground, reason: '', fileIds: [] });
  }

  resumed(on: Days, instanceId = firstInstance): this {
    return this.with('resumed', on, { instanceId, reason: '', fileIds: [] });
  }

  /** A session set for a day; told to the organs named, each with the day its summons came. */
  sessionSet(
    on: Days,
    over: {
      readonly known?: Days;
      readonly session?: string;
      readonly instance?: string;
      readonly time?: string;
      readonly kind?: SessionKind;
      readonly isPublic?: boolean;
      readonly told?: readonly {
        readonly organ: OrganId;
        readonly served: string | null;
        readonly leader?: LeaderNotice;
      }[];
    } = {},
  ): this {
    return this.with('session-set', over.known ?? on, {
      instanceId: over.instance ?? firstInstance,
      sessionId: over.session ?? firstSession,
      kind: over.kind ?? 'trial',
      on: civilDate(on),
      time: (over.time ?? '09:30') as LitigationPayload<'session-set'>['time'],
      minutes: 180,
      place: '第三审判庭',
      isPublic: over.isPublic ?? true,
      online: false,
      notices: (over.told ?? []).map((n) => ({
        organId: n.organ,
        leader: n.leader ?? 'none',
        servedOn: n.served === null ? null : civilDate(n.served),
      })),
      fileIds: [],
    });
  }

  sessionMoved(known: Days, to: Days, session = firstSession): this {
    return this.with('session-moved', known, {
      sessionId: session,
      on: civilDate(to),
      time: '14:30' as LitigationPayload<'session-moved'>['time'],
      place: '第一审判庭',
      why: '合议庭另有安排',
      notices: [],
    });
  }

  sessionCancelled(on: Days, session = firstSession): this {
    return this.with('session-cancelled', on, { sessionId: session, why: '' });
  }

  held(on: Days, session = firstSession, adjourned = false): this {
    return this.with('session-held', on, { sessionId: session, adjourned, note: '', fileIds: [] });
  }

  planned(on: Days, leader: Leader = aLeader(), over: OfSession = {}): this {
    const { session: sessionId = firstSession, organ: organId = policeBureau } = over;
    return this.with('leader-planned', on, { sessionId, organId, leader, staff: [] });
  }

  confirmed(on: Days, over: OfSession = {}): this {
    const { session: sessionId = firstSession, organ: organId = policeBureau } = over;
    return this.with('leader-confirmed', on, { sessionId, organId });
  }

  replacedBy(on: Days, leader: Leader, over: OfSession = {}): this {
    const { session: sessionId = firstSession, organ: organId = policeBureau } = over;
    return this.with('leader-replaced', on, { sessionId, organId, leader, why: '另有公务' });
  }

  proof(on: Days, over: OfSession & { readonly sealed?: boolean } = {}): this {
    const { session: sessionId = firstSession, organ: organId = policeBureau } = over;
    return this.with('identity-proof-submitted', on, {
      sessionId,
      organId,
      leaderName: '陆某',
      hasName: true,
      hasTitle: true,
      sealed: over.sealed ?? true,
      fileIds: [],
    });
  }

  proofChecked(
    on: Days,
    result: LitigationPayload<'identity-proof-checked'>['result'] = 'accepted',
    over: OfSession = {},
  ): this {
    const { session: sessionId = firstSession, organ: organId = policeBureau } = over;
    return this.with('identity-proof-checked', on, { sessionId, organId, result, why: '' });
  }

  /** Who sat for the organ; null: no leader came. */
  appeared(
    on: Days,
    leader: Leader | null = aLeader(),
    over: OfSession & { readonly spoke?: boolean; readonly lawyers?: number; readonly staff?: boolean } = {},
  ): this {
    const { session: sessionId = firstSession, organ: organId = policeBureau } = over;
    return this.with('appearance-recorded', on, {
      sessionId,
      organId,
      leader,
      spoke: over.spoke ?? leader !== null,
      leftEarly: false,
      refusedToExplain: false,
      staff: over.staff === false ? [] : [{ name: '邱某', title: '法制科科长', actsInPower: true }],
      lawyers: over.lawyers ?? 0,
      fileIds: [],
    });
  }

  absenceExplained(on: Days, ground: AbsenceGround = 'irreplaceable-duty', over: OfSession = {}): this {
    const { session: sessionId = firstSession, organ: organId = policeBureau } = over;
    return this.with('absence-explained', on, {
      sessionId,
      organId,
      ground,
      reason: '防汛指挥',
      proof: 'sealed',
      askedAdjournment: false,
      delegates: [{ name: '邱某', title: '法制科科长', actsInPower: true }],
      fileIds: [],
    });
  }

  judged(
    on: Days,
    outcomes: readonly Outcome[] = ['reject-claims'],
    over: Partial<LitigationPayload<'instance-ended'>> & { readonly instance?: string } = {},
  ): this {
    const { instance, ...rest } = over;
    return this.with('instance-ended', on, {
      instanceId: instance ?? firstInstance,
      outcomes: [...outcomes],
      redo: null,
      reversedTo: [],
      reconsideration: null,
      number: null,
      pronouncedInCourt: false,
      operative: narrative('operative'),
      compensation: null,
      obligations: [],
      fileIds: [],
      ...rest,
    });
  }

  served(on: Days, to: OrganId | PartyId, instanceId = firstInstance): this {
    const isParty = (to as string).startsWith('party');
    return this.with('judgment-served', on, {
      instanceId,
      to: isParty ? { is: 'party', partyId: to as PartyId } : { is: 'organ', organId: to as OrganId },
      way: 'direct',
      proof: '送达回证',
      fileIds: [],
    });
  }

  /** Served on everybody on one day: the bureau and the plaintiff, unless others are named. */
  servedOnAll(
    on: Days,
    instanceId = firstInstance,
    all: readonly (OrganId | PartyId)[] = [policeBureau, plaintiffLi],
  ): this {
    for (const to of all) this.served(on, to, instanceId);
    return this;
  }

  appealed(
    on: Days,
    who: { readonly organs?: readonly OrganId[]; readonly parties?: readonly PartyId[] } = { parties: [plaintiffLi] },
    instanceId = firstInstance,
  ): this {
    return this.with('appealed', on, {
      instanceId,
      organs: [...(who.organs ?? [])],
      parties: [...(who.parties ?? [])],
      reason: '',
      fileIds: [],
    });
  }

  appealWithdrawn(
    on: Days,
    who: { readonly organs?: readonly OrganId[]; readonly parties?: readonly PartyId[] } = { parties: [plaintiffLi] },
    instanceId = firstInstance,
  ): this {
    return this.with('appeal-withdrawn', on, {
      instanceId,
      organs: [...(who.organs ?? [])],
      parties: [...(who.parties ?? [])],
    });
  }

  performed(on: Days, obligationId: string, part: 'whole' | 'partly' = 'whole'): this {
    return this.with('performed', on, { obligationId, proof: '新决定已送达', part, fileIds: [] });
  }

  voided(on: Days): this {
    return this.with('voided', on, { why: '重复登记', duplicateOf: null });
  }

  replaced(seq: number, on: Days, payload: unknown, why = '录入有误'): this {
    return this.with('replaced', on, { seq, payload, occurredOn: civilDate(on), occurredTime: null, why });
  }

  annulled(seq: number, on: Days, why = '重复录入'): this {
    return this.with('annulled', on, { seq, why });
  }

  get entries(): readonly Envelope[] {
    return this.#entries;
  }

  get head(): ChainHead {
    return this.#head;
  }

  get ledger(): Ledger {
    return { streamId: this.streamId, kind: 'litigation', entries: this.#entries };
  }

  fold(): Lawsuit {
    return foldLawsuit(this.streamId, inForce(correct(this.#entries, (_t, _v, payload) => payload)), this.law);
  }

  on(today: Days): Position {
    return positionOn(this.fold(), civilDate(today));
  }

  /** The last clock of a rule (and subject). */
  clock(ruleId: string, subject?: string): Lawsuit['clocks'][number] | undefined {
    return this.fold().clocks.findLast((k) => k.ruleId === ruleId && (subject === undefined || k.subject === subject));
  }

  due(ruleId: string, subject?: string): CivilDate | null {
    return this.clock(ruleId, subject)?.computation.due ?? null;
  }

  /** Codes of what contradicts, in the order of the entries. */
  codes(): readonly string[] {
    return this.fold().contradictions.map((x) => x.code);
  }
}

/** A new lawsuit without entries. */
export const aSummons = (streamId?: string): LawsuitBuilder => new LawsuitBuilder(streamId);
