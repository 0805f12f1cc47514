/**
 * Everything open of one colleague goes to others: case by case, each in a transaction of its own, with a result for
 * each. What was done stays done; sent again, the same command does only what is left.
 */
import { createHash } from 'node:crypto';
import { type Failure, RedressError } from '@redress/domain/errors';
import type { AccountId, CommandId, StreamId } from '@redress/domain/ids';
import { litigation } from '@redress/domain/litigation/kind';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import { zAccountId, zCommandId, zStreamId } from '@redress/domain/schema';
import { z } from 'zod';
import { type CaseHead, caseHeads, casesHandledBy } from '../../case-store/case-heads.ts';
import { executeStep } from '../../case-store/execute.ts';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { executeSuitStep } from '../lawsuits/execute-lawsuit.ts';
import { accountName, handlersOf } from '../office/names.ts';
import { casesWithTodosOf, handTodosOver } from '../todos/todos.ts';
import { titlesOf } from './list-titles.ts';
import { postsHeld, prepareStep } from './prepare-step.ts';

/** More than one person ever has open. */
const MAX_CASES = 1000;
/** How many one call does: a page asks again for the rest. */
const MAX_AT_ONCE = 200;

export const zHandedOver = z.object({ from: zAccountId });
export const zHandOver = z.object({
  commandId: zCommandId,
  from: zAccountId,
  to: z.array(zAccountId).min(1).max(20),
  why: z.string().trim().min(1).max(1000),
  /** Which cases, to whom; left out: all of them, one after another to each of `to`. */
  cases: z
    .array(z.object({ id: zStreamId, to: zAccountId }))
    .max(MAX_AT_ONCE)
    .optional(),
});

export interface HandedCase {
  /** Whose cases these are: somebody who left stands on no list of handlers any more. */
  readonly fromName: string;
  readonly id: StreamId;
  /** Of which kind it is: `reconsideration`, `litigation`. */
  readonly kind: string;
  readonly number: string | null;
  readonly title: string;
  readonly stage: string;
  /** The case itself is over; its performance, a report, a sending or a service is not. */
  readonly closed: boolean;
  readonly handlers: readonly string[];
}

export interface HandOverResult {
  readonly id: StreamId;
  readonly to: AccountId;
  readonly toName: string;
  readonly done: boolean;
  /** Why it was not. */
  readonly failure: Failure | null;
}

async function heads(ctx: ActorContext, from: AccountId): Promise<readonly CaseHead[]> {
  const { services, actor } = ctx;
  return casesHandledBy(services.db, actor, from, services.clock.today(), MAX_CASES);
}

/** What a colleague still has to do, the oldest first: what a hand-over would move. */
export async function casesToHandOver(ctx: ActorContext, from: AccountId): Promise<readonly HandedCase[]> {
  const { services, actor, office } = ctx;
  const rows = await heads(ctx, from);
  const titles = await titlesOf(readAs(services.db, actor), rows, office, services.clock.today());
  return rows.map((row) => ({
    fromName: accountName(office, from),
    id: row.streamId,
    kind: row.kind,
    number: row.caseNumber,
    title: titles.get(row.streamId) ?? row.title,
    stage: row.stage,
    closed: row.closed,
    handlers: row.handlers.map((id) => accountName(office, id)),
  }));
}

/** The command of one case: the same for the same hand-over, so that it acts once. */
const commandOf = (commandId: CommandId, id: StreamId): CommandId =>
  createHash('sha256').update(`${commandId}|${id}`).digest('hex').slice(0, 40) as CommandId;

/** Hands the cases over; a case that cannot be moved says why and keeps nobody else back. */
export async function handOver(
  ctx: ActorContext,
  input: z.output<typeof zHandOver>,
): Promise<readonly HandOverResult[]> {
  const { services, actor, office } = ctx;
  const { from, to, why, commandId } = input;
  const takers = new Set(handlersOf(office, actor.acting.organId, services.clock.today()).map((h) => h.accountId));
  const fields = to.flatMap((id, n) =>
    id === from
      ? [{ field: `to.${n}`, rule: 'named-twice' }]
      : takers.has(id)
        ? []
        : [{ field: `to.${n}`, rule: 'not-an-option' }],
  );
  if (fields.length > 0) throw new RedressError({ code: 'invalid-input', fields });
  const wanted =
    input.cases ??
    (await heads(ctx, from))
      .slice(0, MAX_AT_ONCE)
      .map((head, n) => ({ id: head.streamId, to: to[n % to.length] as AccountId }));
  const known = await caseHeads(
    services.db,
    actor,
    wanted.map((one) => one.id),
    services.clock.today(),
  );
  const suits = new Set(known.flatMap((head) => (head.kind === litigation.kind ? [head.streamId] : [])));
  const results: HandOverResult[] = [];
  for (const one of wanted) {
    const result = { id: one.id, to: one.to, toName: accountName(office, one.to) };
    try {
      if (!to.includes(one.to)) {
        throw new RedressError({ code: 'invalid-input', fields: [{ field: 'to', rule: 'not-an-option' }] });
      }
      const given = { type: 'hand-over', input: { from, to: one.to, why } };
      const command = commandOf(commandId, one.id);
      if (suits.has(one.id)) {
        await executeSuitStep(ctx, { id: one.id, expectedVersion: 'any', commandId: command, step: given });
      } else {
        await executeStep(services.db, {
          streams: [{ id: one.id, kind: reconsideration.kind, expectedVersion: 'any' }],
          step: await prepareStep(ctx, one.id, given),
          commandId: command,
          actor,
          clock: services.clock.now,
          law: services.law,
          kinds: services.kinds,
          postsHeld: postsHeld(ctx),
        });
      }
      await handTodosOver(ctx, [one.id], from, one.to);
      results.push({ ...result, done: true, failure: null });
    } catch (error) {
      if (!(error instanceof RedressError)) throw error;
      // Without the database nothing more can be done, and nothing of what was done is lost.
      if (error.failure.code === 'database-away') throw error;
      results.push({ ...result, done: false, failure: error.failure });
    }
  }
  await moveTodosLeft(ctx, input, new Set(wanted.map((one) => one.id)));
  return results;
}

/**
 * A process that died between a case and its to-dos left them behind, and the case is on no list of the leaver any more:
 * the same command, sent again, takes them after it.
 */
async function moveTodosLeft(
  ctx: ActorContext,
  { commandId, from, to }: z.output<typeof zHandOver>,
  done: ReadonlySet<StreamId>,
): Promise<void> {
  const reader = readAs(ctx.services.db, ctx.actor);
  for (const id of await casesWithTodosOf(ctx, from)) {
    if (done.has(id)) continue;
    const { entries } = await reader.ledgerOf(id);
    const command = commandOf(commandId, id);
    const assigned = entries.filter((e) => e.type === 'handlers-assigned');
    const at = assigned.findIndex((e) => e.commandId === command);
    const handlersAt = (n: number) => (assigned[n]?.payload as { accounts?: readonly AccountId[] })?.accounts ?? [];
    const before = handlersAt(at - 1);
    const now = at < 0 ? [] : handlersAt(at).filter((account) => to.includes(account));
    const taker = now.find((account) => !before.includes(account)) ?? now[0];
    if (taker !== undefined) await handTodosOver(ctx, [id], from, taker);
  }
}
