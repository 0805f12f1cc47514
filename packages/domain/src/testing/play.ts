/**
 * Plays a case through `decide`, as the application does: each step by an actor on a day, its entries written to a
 * ledger of the builders. What `decide` refuses comes back as the failure; nothing is written then.
 */
import type { Actor, HeldPost } from '../access/actor.ts';
import type { Role } from '../access/roles.ts';
import { type CivilDate, civilDate } from '../calendar/civil-date.ts';
import type { Failure } from '../errors.ts';
import type { AccountId, NarrativeId, OrganId, PersonRecordId, PostId, Sha256 } from '../ids.ts';
import type { NewEntry } from '../ledger/envelope.ts';
import type { DecideContext, Decision } from '../ledger/kinds.ts';
import type { ReconsiderationCase } from '../reconsideration/case-types.ts';
import { decideReconsideration } from '../reconsideration/decide.ts';
import { type ReconsiderationEntryType, reconsiderationEntries } from '../reconsideration/entries.ts';
import { nextSteps } from '../reconsideration/next-steps.ts';
import type { RegisterApplicationInput, StepInputGiven } from '../reconsideration/step-inputs.ts';
import type { StepType } from '../reconsideration/steps.ts';
import type { NextStep } from '../reconsideration/view-types.ts';
import { CaseBuilder, countyGovernment, policeBureau } from './builders.ts';

/** Somebody who acts from one post of one organ. */
export function anActor(role: Role, organId: OrganId = countyGovernment, name: string = role): Actor {
  const post: HeldPost = { postId: `post-${name}` as PostId, organId, role, delegatedBy: null };
  return { accountId: `account-${name}` as AccountId, name, acting: post, posts: [post], scope: [organId] };
}

export const theHandler = anActor('handler');
export const theSectionHead = anActor('section-head');
export const theInstitutionHead = anActor('institution-head');
export const theOrganHead = anActor('organ-head');
export const theLiaison = anActor('department-liaison', policeBureau);

/** An application as the page sends it. */
export const anApplication = (over: Partial<RegisterApplicationInput> = {}): RegisterApplicationInput => ({
  channel: 'post',
  filedOn: '2026-01-04',
  receivedOn: '2026-01-05',
  reviewingOrganId: countyGovernment,
  numberPrefix: '云政复',
  respondents: [policeBureau],
  applicants: [{ key: 'a', person: { name: '李某' } }],
  act: {
    name: '行政处罚决定',
    madeOn: '2025-12-20',
    matter: 'penalty',
    knownHow: 'direct-service',
    knownOn: '2025-12-22',
    amount: 50_000,
  },
  requests: '撤销该行政处罚决定。',
  grounds: '认定事实不清。',
  ...over,
});

export class Play {
  readonly builder: CaseBuilder;
  /** Kept beside the ledger. */
  readonly kept: string[] = [];
  #ids = 0;
  #serial = 40;

  constructor(streamId = 'case-played') {
    this.builder = new CaseBuilder(streamId);
  }

  get case(): ReconsiderationCase {
    return this.builder.fold();
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
  ask<T extends StepType>(type: T, input: StepInputGiven<T>, today: string, actor: Actor = theHandler): Decision {
    return decideReconsideration(this.case, { type, input }, this.context(actor, today));
  }

  /** Decides and writes; a refusal fails the test. */
  do<T extends StepType>(type: T, input: StepInputGiven<T>, today: string, actor: Actor = theHandler): this {
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
    for (const e of written) reconsiderationEntries[e.type as ReconsiderationEntryType].parse(e.payload);
    const { acting, accountId: account } = actor;
    this.builder.write(written, undefined, {
      account,
      organ: acting.organId,
      post: acting.postId,
    });
    return this;
  }

  /** The failure of a step that is not possible. */
  refusal<T extends StepType>(type: T, input: StepInputGiven<T>, today: string, actor: Actor = theHandler): Failure {
    const decision = this.ask(type, input, today, actor);
    if (decision.ok) throw new Error(`${type} on ${today} was decided`);
    return decision.failure;
  }

  next(today: string, actor: Actor = theHandler): readonly NextStep[] {
    return nextSteps(this.case, actor, civilDate(today), this.builder.law);
  }

  due(ruleId: string): CivilDate | null {
    return this.builder.due(ruleId);
  }
}

export const play = (): Play => new Play();
