/**
 * Builders for tests: a reconsideration case told in its own words, entry by entry, chained as the store would chain them.
 * `aCase().received('2026-01-05').accepted('2026-01-08').fold()`. Days may be written in any order; the fold sorts them.
 */
import { type CivilDate, civilDate } from '../calendar/civil-date.ts';
import { shippedWorkCalendar } from '../calendar/work-calendar.ts';
import type { AccountId, CommandId, InstantMs, OrganId, PartyId, PostId, Sha256, StreamId } from '../ids.ts';
import { shippedLawBook } from '../law/law-book.ts';
import { type ChainHead, chainOnto, emptyHead, type Hash } from '../ledger/chain.ts';
import { correct, inForce } from '../ledger/correction.ts';
import type { Sending } from '../ledger/documents.ts';
import type { DoneBy, Envelope, NewEntry, RecordedBy } from '../ledger/envelope.ts';
import type { LawContext, Ledger } from '../ledger/kinds.ts';
import { foldCase } from '../reconsideration/case.ts';
import type { Position, ReconsiderationCase } from '../reconsideration/case-types.ts';
import type {
  AcceptanceCondition,
  DecisionType,
  DocumentKind,
  Procedure,
  SimplifiedGround,
  SuspensionGround,
  TerminationGround,
} from '../reconsideration/codes.ts';
import type { Act, Party, ReconsiderationEntryType, ReconsiderationPayload } from '../reconsideration/entries.ts';
import { reconsiderationEntries } from '../reconsideration/entries.ts';
import { positionOn } from '../reconsideration/position.ts';

/** A day written as in a test. */
export const day = civilDate;

/**
 * A hash for tests that need chains but no cryptography: four rounds of FNV-1a with different seeds, as 64 hex digits.
 * The store's tests use SHA-256.
 */
export const testHash: Hash = (text) => {
  let out = '';
  for (let round = 0; round < 8; round += 1) {
    let hash = (0x811c9dc5 ^ Math.imul(round + 1, 0x9e3779b1)) >>> 0;
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
    out += hash.toString(16).padStart(8, '0');
  }
  return out as Sha256;
};

export const shippedLaw = (): LawContext => ({ lawBook: shippedLawBook(), calendar: shippedWorkCalendar() });

export const countyGovernment = 'organ-county' as OrganId;
export const policeBureau = 'organ-police' as OrganId;
export const marketBureau = 'organ-market' as OrganId;
export const applicantLi = 'party-li' as PartyId;
export const theClerk: RecordedBy = {
  account: 'account-clerk' as AccountId,
  organ: countyGovernment,
  post: 'post-clerk' as PostId,
};

const salted = (n: number): Sha256 => n.toString(16).padStart(64, '0') as Sha256;

/** A party whose data would lie beside the ledger. */
export function aParty(partyId: string, over: Partial<Party> = {}): Party {
  return {
    partyId: partyId as PartyId,
    capacity: 'applicant',
    kind: 'citizen',
    person: { personRecordId: `person-${partyId}` as Party['person']['personRecordId'], saltedHash: salted(1) },
    actsFor: [],
    powers: '',
    ...over,
  };
}

/** An act to complain about: a penalty whose days are all unknown. */
export function anAct(over: Partial<Act> = {}): Act {
  return {
    name: '行政处罚决定',
    number: null,
    madeOn: null,
    matter: 'penalty',
    category: null,
    content: '',
    amount: null,
    madeOnTheSpot: false,
    immovable: false,
    knownHow: 'direct-service',
    knownOn: null,
    notInformed: null,
    obstacles: [],
    inaction: null,
    ...over,
  };
}

/** When and to whom a document went. `sent` and `served` default to "not on record". */
export interface Out {
  readonly sent?: string;
  readonly served?: string;
}

type Days = string | CivilDate;

export interface EntryOptions {
  readonly time?: string;
  readonly doneBy?: DoneBy;
  /** Entries of one command share its id; each call is a command of its own by default. */
  readonly command?: string;
}

export class CaseBuilder {
  readonly streamId: StreamId;
  readonly law: LawContext;
  #entries: Envelope[] = [];
  #head: ChainHead = emptyHead;
  #ids = 0;
  #at = 1_700_000_000_000;
  readonly by: RecordedBy;

  constructor(streamId = 'case-1', law: LawContext = shippedLaw(), by: RecordedBy = theClerk) {
    this.streamId = streamId as StreamId;
    this.law = law;
    this.by = by;
  }

  /** A fresh id, for documents and sendings. */
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
  entry<T extends ReconsiderationEntryType>(
    type: T,
    on: Days,
    payload: ReconsiderationPayload<T>,
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
      payload: reconsiderationEntries[type].parse(payload),
    };
  }

  /** Writes any entry. */
  with<T extends ReconsiderationEntryType>(
    type: T,
    on: Days,
    payload: ReconsiderationPayload<T>,
    options: EntryOptions = {},
  ): this {
    return this.write([this.entry(type, on, payload, options)], options.command);
  }

  /** A document's entry and its id; by default to the applicant. */
  document(
    kind: DocumentKind,
    madeOn: Days,
    to: readonly (Out & { readonly organ?: OrganId; readonly party?: string })[] = [],
    printedDue: Days | null = null,
  ): { readonly id: ReconsiderationPayload<'document-issued'>['id']; readonly entry: NewEntry } {
    const id = this.id('document') as ReconsiderationPayload<'document-issued'>['id'];
    const sendings: Sending[] = to.map(({ organ, party, sent, served }) => ({
      id: this.id('sending') as Sending['id'],
      addressee:
        organ !== undefined
          ? { is: 'organ', organId: organ }
          : { is: 'party', partyId: (party ?? applicantLi) as PartyId },
      method: organ !== undefined ? 'exchange' : 'post',
      sentOn: sent === undefined ? null : civilDate(sent),
      sentProof: null,
      servedOn: served === undefined ? null : civilDate(served),
      servedProof: null,
    }));
    const entry = this.entry('document-issued', madeOn, {
      id,
      kind,
      number: null,
      madeOn: civilDate(madeOn),
      printedDue: printedDue === null ? null : civilDate(printedDue),
      fileIds: [],
      sendings,
    });
    return { id, entry };
  }

  received(
    on: Days,
    over: {
      readonly filed?: string;
      readonly act?: Partial<Act>;
      readonly parties?: readonly Party[];
      readonly respondents?: readonly OrganId[];
      readonly relay?: { readonly organ: OrganId; readonly received: string };
      readonly compensation?: number;
    } = {},
  ): this {
    return this.with('application-received', on, {
      channel: over.relay === undefined ? 'counter' : 'via-penalising-organ',
      filedOn: civilDate(over.filed ?? on),
      relay:
        over.relay === undefined ? null : { organId: over.relay.organ, receivedOn: civilDate(over.relay.received) },
      filingProof: '',
      reviewingOrganId: countyGovernment,
      respondents: [...(over.respondents ?? [policeBureau])],
      parties: [
        ...(over.parties ?? [aParty(applicantLi)]),
      ] as ReconsiderationPayload<'application-received'>['parties'],
      act: anAct(over.act) as Act,
      requests: {
        narrativeId: 'narrative-requests',
        saltedHash: salted(2),
      } as ReconsiderationPayload<'application-received'>['requests'],
      grounds: {
        narrativeId: 'narrative-grounds',
        saltedHash: salted(3),
      } as ReconsiderationPayload<'application-received'>['grounds'],
      asks: {
        compensation: (over.compensation ??
          null) as ReconsiderationPayload<'application-received'>['asks']['compensation'],
        hearing: false,
        stay: false,
        normativeReview: null,
        simplified: false,
        electronicService: false,
      },
      materials: [],
      fileIds: [],
    });
  }

  /** The notice, sent (and served) where that is on record; before 2024 it sets its own period. */
  correctionNotified(on: Days, out: Out & { readonly due?: string } = {}): this {
    const d = this.document('correction-notice', on, [out]);
    return this.write([
      d.entry,
      this.entry('correction-notified', on, {
        documentId: d.id,
        items: ['身份证明'],
        dueOn: out.due === undefined ? null : civilDate(out.due),
      }),
    ]);
  }

  corrected(on: Days, filed: Days = on): this {
    return this.with('correction-submitted', on, { filedOn: civilDate(filed), materials: [], fileIds: [] });
  }

  correctionExtended(on: Days, until: Days): this {
    return this.with('correction-extended', on, { until: civilDate(until), reason: '住院' });
  }

  abandoned(on: Days): this {
    return this.with('abandonment-recorded', on, { reason: '无正当理由逾期不补正' });
  }

  accepted(on: Days, procedure: Procedure = 'ordinary', ground: SimplifiedGround | null = null): this {
    const d = this.document('acceptance-notice', on, [{ sent: on }]);
    return this.write([
      d.entry,
      this.entry('accepted', on, { procedure, simplifiedGround: ground, overridden: [], documentId: d.id }),
    ]);
  }

  refused(on: Days, condition: AcceptanceCondition = 'within-scope', out: Out = {}): this {
    const d = this.document('refusal-decision', on, [out]);
    return this.write([
      d.entry,
      this.entry('refused', on, { condition, reason: '不属于受理范围', competentOrgan: null, documentId: d.id }),
    ]);
  }

  rejected(on: Days, condition: AcceptanceCondition = 'interest-in-act', out: Out = {}): this {
    const d = this.document('rejection-decision', on, [out]);
    return this.write([d.entry, this.entry('rejected', on, { condition, reason: '无利害关系', documentId: d.id })]);
  }

  /** The copy with the reply notice, to one respondent. */
  copied(on: Days, out: Out = {}, organs: readonly OrganId[] = [policeBureau]): this {
    const d = this.document(
      'reply-notice',
      on,
      organs.map((organ) => ({ organ, ...out })),
    );
    return this.write([d.entry, this.entry('copy-issued', on, { documentId: d.id })]);
  }

  replied(on: Days, respondent: OrganId = policeBureau): this {
    return this.with('reply-filed', on, {
      respondentId: respondent,
      receivedOn: null,
      evidence: [],
      basis: [],
      opinion: null,
      signedByHead: true,
      fileIds: [],
    });
  }

  heard(on: Days, party: string = applicantLi): this {
    return this.with('opinion-heard', on, {
      partyId: party as PartyId,
      organId: null,
      manner: 'telephone',
      summary: {
        narrativeId: 'narrative-heard',
        saltedHash: salted(4),
      } as ReconsiderationPayload<'opinion-heard'>['summary'],
      mediationWilling: null,
    });
  }

  suspended(on: Days, ground: SuspensionGround | null = 'other-case', out: Out = {}): this {
    const d = this.document('suspension-notice', on, [out]);
    return this.write([d.entry, this.entry('suspended', on, { ground, reason: '等待另案结果', documentId: d.id })]);
  }

  resumed(on: Days, out: Out = {}): this {
    const d = this.document('resumption-notice', on, [out]);
    return this.write([d.entry, this.entry('resumed', on, { reason: '原因消除', documentId: d.id })]);
  }

  /** Without `out` as in old histories, which know one date per act and no document. */
  extended(on: Days, days = 30, out?: Out): this {
    if (out === undefined) return this.with('extended', on, { days, reason: '案情复杂', documentId: null });
    const d = this.document('extension-notice', on, [out]);
    return this.write([d.entry, this.entry('extended', on, { days, reason: '案情复杂', documentId: d.id })]);
  }

  procedureChanged(on: Days, to: Procedure): this {
    return this.with('procedure-changed', on, { to, reason: '案情复杂', documentId: null });
  }

  hearingScheduled(on: Days, hearingOn: Days, out: Out = {}, mandatory = false): this {
    const d = this.document('hearing-notice', on, [out, { organ: policeBureau, ...out }]);
    return this.write([
      d.entry,
      this.entry('hearing-scheduled', on, {
        hearingId: 'hearing-1',
        on: civilDate(hearingOn),
        time: '09:00',
        place: '第一听证室',
        topics: '',
        mandatory,
        documentId: d.id,
      }),
    ]);
  }

  hearingHeld(on: Days): this {
    return this.with('hearing-held', on, {
      hearingId: 'hearing-1',
      presider: '主持人甲',
      hearers: ['听证员乙', '听证员丙'],
      recorder: '记录员丁',
      applicantAbsent: false,
      respondentLeader: { attended: true, name: '负责人戊', title: '副局长' },
      record: null,
      fileIds: [],
    });
  }

  reviewBegun(on: Days, competent = true): this {
    return this.with('normative-review-begun', on, {
      article: '56',
      subject: '某县规范性文件',
      maker: '某局',
      competent,
      documentId: null,
    });
  }

  reviewConcluded(on: Days): this {
    return this.with('normative-review-concluded', on, { result: 'lawful', summary: '' });
  }

  terminated(on: Days, ground: TerminationGround): this {
    const d = this.document('termination-decision', on, [{}]);
    return this.write([d.entry, this.entry('terminated', on, { ground, reason: '', documentId: d.id })]);
  }

  withdrawalRequested(on: Days, settled = false): this {
    return this.with('withdrawal-requested', on, { reason: '', settled, fileIds: [] });
  }

  decided(
    on: Days,
    types: readonly DecisionType[] = ['uphold'],
    over: {
      readonly out?: Out;
      readonly redoDays?: number | null;
      readonly performBy?: string;
      readonly noReply?: boolean;
    } = {},
  ): this {
    const d = this.document(
      'decision',
      on,
      over.out === undefined ? [] : [over.out, { organ: policeBureau, ...over.out }],
    );
    return this.write([
      d.entry,
      this.entry('decided', on, {
        types: [...types],
        articles: ['68'],
        noReply: over.noReply ?? false,
        operative: '维持被申请人作出的行政处罚决定。',
        redo: over.redoDays === undefined ? null : { days: over.redoDays },
        performBy: over.performBy === undefined ? null : civilDate(over.performBy),
        compensation: null,
        collective: false,
        documentId: d.id,
      }),
    ]);
  }

  served(on: Days, sendingId: string): this {
    return this.with('document-served', on, {
      sendingId: sendingId as Sending['id'],
      method: null,
      proof: '送达回证',
      fileIds: [],
    });
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
    return { streamId: this.streamId, kind: 'reconsideration', entries: this.#entries };
  }

  /** The case as it stands with every correction. */
  fold(): ReconsiderationCase {
    const entries = inForce(correct(this.#entries, (_t, _v, payload) => payload));
    return foldCase(this.streamId, entries, this.law);
  }

  on(today: Days): Position {
    return positionOn(this.fold(), civilDate(today));
  }

  /** The end of a limit, the last clock of the rule (and subject): what a test asks most. */
  due(ruleId: string, subject?: string): CivilDate | null {
    return this.clock(ruleId, subject)?.computation.due ?? null;
  }

  clock(ruleId: string, subject?: string): ReconsiderationCase['clocks'][number] | undefined {
    return this.fold().clocks.findLast((k) => k.ruleId === ruleId && (subject === undefined || k.subject === subject));
  }

  /** Codes of what contradicts, in the order of the entries. */
  codes(): readonly string[] {
    return this.fold().contradictions.map((x) => x.code);
  }
}

/** A new case without entries. */
export const aCase = (streamId?: string): CaseBuilder => new CaseBuilder(streamId);
