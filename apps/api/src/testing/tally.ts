/** Tallies for the case store's tests: an invented organ, an actor of it, and steps in one line. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '@redress/domain/access/actor';
import { civilDate } from '@redress/domain/calendar/civil-date';
import { shippedWorkCalendar } from '@redress/domain/calendar/work-calendar';
import type { AccountId, CommandId, InstantMs, OrganId, PostId, StreamId } from '@redress/domain/ids';
import { shippedLawBook } from '@redress/domain/law/law-book';
import type { LawContext } from '@redress/domain/ledger/kinds';
import { type TallyStepInput, type TallyStepType, tally } from '@redress/domain/ledger/tally-kind';
import { executeStep, type StepAnswer, type StepCommand } from '../case-store/execute.ts';
import { registerKinds } from '../case-store/kinds.ts';
import type { Database } from '../db/database.ts';

export const tallyKinds = registerKinds([tally]);
export const shippedLaw: LawContext = { lawBook: shippedLawBook(), calendar: shippedWorkCalendar() };

export const organ = 'o-yunling' as OrganId;
export const otherOrgan = 'o-qingshi' as OrganId;
/** 2026-03-02T01:00Z, nine in the morning in Shanghai. */
export const monday = Date.UTC(2026, 2, 2, 1) as InstantMs;
export const onMonday = civilDate('2026-03-02');

/** A person of an organ who may see that organ's tallies and no others. */
export function anActor(accountId = 'a-clerk', organId: OrganId = organ): Actor {
  const acting = { postId: `p-${accountId}` as PostId, organId, role: 'handler', delegatedBy: null } as const;
  return { accountId: accountId as AccountId, name: 'clerk', acting, posts: [acting], scope: [organId] };
}

export const newStreamId = (): StreamId => randomUUID() as StreamId;
export const newCommandId = (): CommandId => randomUUID() as CommandId;

type Overrides = Partial<Pick<StepCommand, 'actor' | 'clock' | 'commandId' | 'kinds' | 'lockTimeout' | 'streams'>>;

/** One step of a tally at an expected version (null: new). */
export function tallyStep<T extends TallyStepType>(
  db: Database,
  id: StreamId,
  expectedVersion: number | null,
  type: T,
  input: TallyStepInput<T>,
  over: Overrides = {},
): Promise<StepAnswer> {
  return executeStep(db, {
    streams: [{ id, kind: 'tally', expectedVersion }],
    step: { type, input },
    commandId: newCommandId(),
    actor: anActor(),
    clock: () => monday,
    law: shippedLaw,
    kinds: tallyKinds,
    ...over,
  });
}

/** Opens a tally of the organ and answers its id. */
export async function anOpenTally(
  db: Database,
  over: Partial<TallyStepInput<'open'>> = {},
  commandOver: Overrides = {},
): Promise<StreamId> {
  const id = newStreamId();
  const input = { on: onMonday, title: '计数', organId: organ, respondentId: null, dueOn: null, ...over };
  await tallyStep(db, id, null, 'open', input, commandOver);
  return id;
}
