/** To-dos of a case: who means to do what by when. For the people of the reviewing organ alone. */
import { ownOrgans } from '@redress/domain/access/own-organs';
import { postsHeldIn } from '@redress/domain/access/posts-held';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { RedressError } from '@redress/domain/errors';
import type { AccountId, StreamId } from '@redress/domain/ids';
import { replay } from '@redress/domain/ledger/replay';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import { standsAside } from '@redress/domain/reconsideration/stand-aside';
import { zAccountId, zCivilDate, zStreamId } from '@redress/domain/schema';
import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type CaseHead, caseHeads } from '../../case-store/case-heads.ts';
import { readAs } from '../../case-store/read-as.ts';
import { todo } from '../../db/schema/todo.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { titlesOf } from '../cases/list-titles.ts';
import { accountName } from '../office/names.ts';

/** How many one page shows; whoever has more has other worries. */
const MAX_OPEN = 200;
const MAX_DONE = 30;

const zTodoId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
export const zTodosOfCase = z.object({ caseId: zStreamId });
export const zAddTodo = z.object({
  /** Made by the page: sent twice it is one. */
  id: zTodoId,
  caseId: zStreamId,
  text: z.string().trim().min(1).max(400),
  dueOn: zCivilDate.nullable().default(null),
  /** null = oneself. */
  assignee: zAccountId.nullable().default(null),
});
export const zDoneTodo = z.object({ id: zTodoId, done: z.boolean().default(true) });
export const zReassignTodo = z.object({ id: zTodoId, to: zAccountId });

export interface Todo {
  readonly id: string;
  readonly caseId: StreamId;
  /** Of which kind the case is: `reconsideration`, `litigation`. */
  readonly caseKind: string;
  readonly caseNumber: string | null;
  readonly caseTitle: string;
  readonly text: string;
  readonly dueOn: CivilDate | null;
  /** Its day has passed and it is not done. */
  readonly overdue: boolean;
  readonly assignee: AccountId;
  readonly assigneeName: string;
  readonly createdByName: string;
  readonly done: boolean;
  readonly doneByName: string | null;
}

type Row = typeof todo.$inferSelect;

/** The case, where it is the actor's own organ's; `not-found` for every other. */
async function ownCase(ctx: ActorContext, id: StreamId): Promise<CaseHead> {
  const { services, actor } = ctx;
  const [head] = await caseHeads(services.db, actor, [id], services.clock.today());
  if (head === undefined || !ownOrgans(actor).includes(head.organId)) throw new RedressError({ code: 'not-found' });
  return head;
}

/** Who stands aside from the case neither does anything about its to-dos nor is given one. */
async function checkAside(
  ctx: ActorContext,
  caseId: StreamId,
  given: { readonly account: AccountId; readonly field: string } | null = null,
): Promise<void> {
  const { services, actor, office } = ctx;
  const ledger = await readAs(services.db, actor).ledgerOf(caseId);
  // In a lawsuit the office's people are a party's: nobody stands aside.
  if (ledger.kind !== reconsideration.kind) return;
  const c = replay(reconsideration, ledger, services.law);
  const own = standsAside(c, actor.accountId, postsHeldIn(office));
  if (own !== null) {
    throw new RedressError({ code: 'step-refused', reason: { code: own.reason, article: null, params: own.params } });
  }
  const its = given === null ? null : standsAside(c, given.account, postsHeldIn(office));
  if (given === null || its === null) return;
  const fields = [{ field: given.field, rule: its.reason, params: its.params }];
  throw new RedressError({ code: 'invalid-input', fields });
}

/** Those who may be given something to do: who holds a reviewing post of the organ today. */
function checkAssignee(ctx: ActorContext, account: AccountId, field: string): void {
  const today = ctx.services.clock.today();
  const { organId } = ctx.actor.acting;
  const known = [...ctx.office.posts.values()].some(
    ({ taken, leftOn }) =>
      taken !== null &&
      taken.accountId === account &&
      taken.organId === organId &&
      taken.from <= today &&
      (leftOn === null || today < leftOn),
  );
  if (!known) throw new RedressError({ code: 'invalid-input', fields: [{ field, rule: 'not-an-option' }] });
}

async function shown(ctx: ActorContext, rows: readonly Row[]): Promise<readonly Todo[]> {
  const { services, actor, office } = ctx;
  const today = services.clock.today();
  const ids = [...new Set(rows.map((row) => row.streamId as StreamId))];
  const heads = await caseHeads(services.db, actor, ids, today);
  const titles = await titlesOf(readAs(services.db, actor), heads, office, today);
  const of = new Map(heads.map((head) => [head.streamId as string, head]));
  return rows.flatMap((row) => {
    const head = of.get(row.streamId);
    // A case that is no longer one's to see takes its to-dos with it.
    if (head === undefined) return [];
    const dueOn = row.dueOn as CivilDate | null;
    return [
      {
        id: row.id,
        caseId: head.streamId,
        caseKind: head.kind,
        caseNumber: head.caseNumber,
        caseTitle: titles.get(head.streamId) ?? head.title,
        text: row.text,
        dueOn,
        overdue: row.doneAt === null && dueOn !== null && dueOn < today,
        assignee: row.assignee as AccountId,
        assigneeName: accountName(office, row.assignee as AccountId),
        createdByName: accountName(office, row.createdBy as AccountId),
        done: row.doneAt !== null,
        doneByName: row.doneBy === null ? null : accountName(office, row.doneBy as AccountId),
      },
    ];
  });
}

/** By their day; without one at the end. */
const byDay = [sql`${todo.dueOn} asc nulls last`, asc(todo.createdAt), asc(todo.id)] as const;

/** What the actor still has to do, in every case of the organ. */
export async function myTodos(ctx: ActorContext): Promise<readonly Todo[]> {
  const { accountId } = ctx.actor;
  const rows = await ctx.services.db.orm
    .select()
    .from(todo)
    .where(and(eq(todo.assignee, accountId), inArray(todo.organId, [...ownOrgans(ctx.actor)]), isNull(todo.doneAt)))
    .orderBy(...byDay)
    .limit(MAX_OPEN);
  return shown(ctx, rows);
}

/** Those of one case: open ones by their day, then the latest that were done. */
export async function todosOfCase(ctx: ActorContext, caseId: StreamId): Promise<readonly Todo[]> {
  await ownCase(ctx, caseId);
  const { orm } = ctx.services.db;
  const ofIt = eq(todo.streamId, caseId);
  const [open, done] = await Promise.all([
    orm
      .select()
      .from(todo)
      .where(and(ofIt, isNull(todo.doneAt)))
      .orderBy(...byDay)
      .limit(MAX_OPEN),
    orm
      .select()
      .from(todo)
      .where(and(ofIt, isNotNull(todo.doneAt)))
      .orderBy(desc(todo.doneAt))
      .limit(MAX_DONE),
  ]);
  return shown(ctx, [...open, ...done]);
}

/** The to-dos of the case as they then stand. */
export async function addTodo(ctx: ActorContext, input: z.output<typeof zAddTodo>): Promise<readonly Todo[]> {
  const { services, actor } = ctx;
  const { organId } = await ownCase(ctx, input.caseId);
  const assignee = input.assignee ?? actor.accountId;
  if (assignee !== actor.accountId) checkAssignee(ctx, assignee, 'assignee');
  await checkAside(ctx, input.caseId, { account: assignee, field: 'assignee' });
  const { rowCount } = await services.db.orm
    .insert(todo)
    .values({
      id: input.id,
      streamId: input.caseId,
      organId,
      text: input.text,
      dueOn: input.dueOn,
      assignee,
      createdBy: actor.accountId,
      createdAt: new Date(services.clock.now()),
    })
    .onConflictDoNothing();
  if (rowCount === 0) {
    // Sent twice it is one; but an id that is taken elsewhere stores nothing here, and that is no success.
    const [known] = await services.db.orm.select({ streamId: todo.streamId }).from(todo).where(eq(todo.id, input.id));
    if (known?.streamId !== input.caseId) throw new RedressError({ code: 'already-exists' });
  }
  return todosOfCase(ctx, input.caseId);
}

async function ownTodo(ctx: ActorContext, id: string): Promise<Row> {
  const [row] = await ctx.services.db.orm
    .select()
    .from(todo)
    .where(and(eq(todo.id, id), inArray(todo.organId, [...ownOrgans(ctx.actor)])));
  if (row === undefined) throw new RedressError({ code: 'not-found' });
  return row;
}

/** Ticks one off, or takes the tick back. */
export async function finishTodo(ctx: ActorContext, input: z.output<typeof zDoneTodo>): Promise<readonly Todo[]> {
  const { services, actor } = ctx;
  const { streamId } = await ownTodo(ctx, input.id);
  await checkAside(ctx, streamId as StreamId);
  const change = input.done
    ? { doneAt: new Date(services.clock.now()), doneBy: actor.accountId }
    : { doneAt: null, doneBy: null };
  await services.db.orm.update(todo).set(change).where(eq(todo.id, input.id));
  return todosOfCase(ctx, streamId as StreamId);
}

/** Gives one to somebody else. */
export async function reassignTodo(
  ctx: ActorContext,
  { id, to }: z.output<typeof zReassignTodo>,
): Promise<readonly Todo[]> {
  const { streamId } = await ownTodo(ctx, id);
  checkAssignee(ctx, to, 'to');
  await checkAside(ctx, streamId as StreamId, { account: to, field: 'to' });
  await ctx.services.db.orm.update(todo).set({ assignee: to }).where(eq(todo.id, id));
  return todosOfCase(ctx, streamId as StreamId);
}

/** The cases of the actor's organ in which a colleague has still something to do. */
export async function casesWithTodosOf(ctx: ActorContext, account: AccountId): Promise<readonly StreamId[]> {
  const rows = await ctx.services.db.orm
    .selectDistinct({ streamId: todo.streamId })
    .from(todo)
    .where(and(eq(todo.assignee, account), inArray(todo.organId, [...ownOrgans(ctx.actor)]), isNull(todo.doneAt)));
  return rows.map((row) => row.streamId as StreamId);
}

/** What a colleague had still to do in these cases goes with the cases. */
export async function handTodosOver(
  ctx: ActorContext,
  caseIds: readonly StreamId[],
  from: AccountId,
  to: AccountId,
): Promise<void> {
  if (caseIds.length === 0) return;
  await ctx.services.db.orm
    .update(todo)
    .set({ assignee: to })
    .where(and(inArray(todo.streamId, [...caseIds]), eq(todo.assignee, from), isNull(todo.doneAt)));
}
