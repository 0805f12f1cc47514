/**
 * Plays a lawsuit through `decide`, as the application does: each step by an actor on a day, its entries written to a
 * ledger of the builders. What `decide` refuses comes back as the failure; nothing is written then.
 */
import type { Actor } from '../access/actor.ts';
import { type CivilDate, civilDate } from '../calendar/civil-date.ts';
import type { Failure } from '../errors.ts';
import type { NarrativeId, OrganId, PersonRecordId, Sha256 } from '../ids.ts';
import type { NewEntry } from '../ledger/envelope.ts';
import type { DecideContext, Decision } from '../ledger/kinds.ts';
import type { Lawsuit } from '../litigation/case-types.ts';
import { decideLitigation } from '../litigation/decide.ts';
import { type LitigationEntryType, litigationEntries } from '../litigation/entries.ts';
import { type NextStep, nextSteps } from '../litigation/next-steps.ts';
import type { RegisterSummonsInput } from '../litigation/register-input.ts';
import type { StepInputGiven } from '../litigation/step-inputs.ts';
import type { StepType } from '../litigation/steps.ts';
import { countyGovernment, policeBureau } from './builders.ts';
import { LawsuitBuilder } from './lawsuit-builder.ts';
import { anActor, theHandler } from './play.ts';

export const theOfficer = theHandler;
export const theDepartmentHead = anActor('department-head', policeBureau);
/** A deputy of the police bureau who is to appear in court. */
export const theLeader = anActor('leader', policeBureau, '陆某');

/** A summons as the page sends it: the police bureau is sued over a penalty, without a reconsideration before. */
export const aSummonsInput = (over: Partial<RegisterSummonsInput> = {}): RegisterSummonsInput => ({
  occurredOn: '2026-03-02',
  instance: { court: '云岭县人民法院', courtNumber: '（2026）云0423行初12号', docketedOn: '2026-02-26' },
  organs: [{ organId: policeBureau, role: 'original-organ' }],
  plaintiffs: [{ person: { name: '李某' } }],
  act: { name: '行政处罚决定', madeOn: '2025-11-20', matter: 'penalty' },
  claims: '撤销行政处罚决定。',
  papers: [{ organId: policeBureau, papers: ['response-notice', 'complaint-copy', 'summons'] }],
  numberPrefix: '云政应',
  ...over,
});

/** The police bureau and the county government as co-defendants: the reconsideration upheld the penalty. */
export const twoDefendants = (over: Partial<RegisterSummonsInput> = {}): RegisterSummonsInput =>
  aSummonsInput({
    before: 'upheld',
    organs: [
      { organId: policeBureau, role: 'original-organ' },
      { organId: countyGovernment, role: 'reconsideration-organ' },
    ],
    papers: [
      { organId: policeBureau, papers: ['response-notice', 'complaint-copy'] },
      { organId: countyGovernment, papers: ['response-notice', 'complaint-copy'], receivedOn: '2026-03-04' },
    ],
    ...over,
  });

/** A deputy head of the police bureau, in office. */
export const aDeputy = (name = '陆某', over: { readonly organId?: OrganId } = {}) => ({
  name,
  title: '副局长',
  rank: 'deputy' as const,
  ...over,
});

export class SuitPlay {
  readonly builder: LawsuitBuilder;
  /** Kept beside the ledger. */
  readonly kept: string[] = [];
  #ids = 0;
  #serial = 11;

  constructor(streamId = 'suit-played') {
    this.builder = new LawsuitBuilder(streamId);
  }

  get suit(): Lawsuit {
    return this.builder.fold();
  }

  /** The newest instance, session, obligation. */
  get instanceId(): string {
    return this.suit.instances.at(-1)?.instanceId ?? '';
  }
  get sessionId(): string {
    return this.suit.instances.flatMap((i) => i.sessions).at(-1)?.sessionId ?? '';
  }
  get plaintiff(): string {
    return this.suit.parties[0]?.partyId ?? '';
  }

  context(actor: Actor, today: string): DecideContext {
    const saltedHash = '1'.repeat(64) as Sha256;
    return {
      ...this.builder.law,
      actor,
      today: civilDate(today),
      newId: () => `id-${++this.#ids}`,
      keep: {
        narrative: (text) => {
          this.kept.push(text);
          return { narrativeId: `narrative-${this.kept.length}` as NarrativeId, saltedHash };
        },
        person: (data) => {
          this.kept.push(data.name);
          return { personRecordId: `person-${this.kept.length}` as PersonRecordId, saltedHash };
        },
      },
    };
  }

  /** Decides without writing. */
  ask<T extends StepType>(type: T, input: StepInputGiven<T>, today: string, actor: Actor = theOfficer): Decision {
    return decideLitigation(this.suit, { type, input }, this.context(actor, today));
  }

  /** Decides and writes; a refusal fails the test. */
  do<T extends StepType>(type: T, input: StepInputGiven<T>, today: string, actor: Actor = theOfficer): this {
    const decision = this.ask(type, input, today, actor);
    if (!decision.ok) throw new Error(`${type} on ${today}: ${JSON.stringify(decision.failure)}`);
    return this.write(decision.entries, decision.numbers ?? [], actor);
  }

  write(
    entries: readonly NewEntry[],
    numbers: NonNullable<Extract<Decision, { ok: true }>['numbers']>,
    actor: Actor,
  ): this {
    let text = JSON.stringify(entries);
    for (const request of numbers) {
      this.#serial += 1;
      const number = request.format.replace('{year}', String(request.year)).replace('{n}', String(this.#serial));
      text = text.replaceAll(request.placeholder, number);
    }
    const written = JSON.parse(text) as NewEntry[];
    // As the store does: what a step leaves passes the schema of its entry.
    for (const e of written) litigationEntries[e.type as LitigationEntryType].parse(e.payload);
    const { acting, accountId: account } = actor;
    this.builder.write(written, undefined, { account, organ: acting.organId, post: acting.postId });
    return this;
  }

  /** The failure of a step that is not possible. */
  refusal<T extends StepType>(type: T, input: StepInputGiven<T>, today: string, actor: Actor = theOfficer): Failure {
    const decision = this.ask(type, input, today, actor);
    if (decision.ok) throw new Error(`${type} on ${today} was decided`);
    return decision.failure;
  }

  next(today: string, actor: Actor = theOfficer): readonly NextStep[] {
    return nextSteps(this.suit, actor, civilDate(today), this.builder.law);
  }

  due(ruleId: string): CivilDate | null {
    return this.suit.clocks.findLast((k) => k.ruleId === ruleId)?.computation.due ?? null;
  }
}

export const playSuit = (): SuitPlay => new SuitPlay();
/** The first paper came on 2026-03-02; registered two days later. */
export const aPlayedSuit = (over: Partial<RegisterSummonsInput> = {}): SuitPlay =>
  playSuit().do('register-summons', aSummonsInput(over), '2026-03-04');
