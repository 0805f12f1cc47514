/**
 * `procedure(permission)` is the only way to make a procedure: none exists without saying who may call it.
 */
import type { Actor } from '@redress/domain/access/actor';
import { may, type Permission } from '@redress/domain/access/permissions';
import { type FieldProblem, RedressError } from '@redress/domain/errors';
import { initTRPC } from '@trpc/server';
import { unprintable } from '../case-store/printable.ts';
import type { Context } from './context.ts';
import { failureOf, toTrpcError } from './errors.ts';
import { writerNamed } from './writer-named.ts';

/** Beside the permissions of the table: `anyone` needs no session, `signed-in` needs an account in a post. */
export type Requirement = Permission | 'anyone' | 'signed-in';

export interface ProcedureMeta {
  /** One of these is enough. */
  readonly requires: readonly Requirement[];
}

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error }) => ({
      code: shape.code,
      message: failureOf(error).code,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, failure: failureOf(error) },
    }),
  });

export const router = t.router;
export const createCaller = t.createCallerFactory;

function actorAllowed(ctx: Context, requires: readonly Requirement[], isWrite: boolean): Actor {
  const { actor } = ctx;
  // Signed in, but without a post today: there is nothing to act from.
  if (actor === null && ctx.session?.mustChange === true) {
    const reason = { code: 'password-must-change', article: null, params: {} };
    throw new RedressError({ code: 'not-permitted', reason });
  }
  if (actor === null) throw new RedressError({ code: ctx.session === null ? 'not-signed-in' : 'not-permitted' });
  // A post that is no longer held must not silently become another one where something is written.
  if (isWrite && ctx.wantedPost !== null && ctx.wantedPost !== actor.acting.postId) {
    throw new RedressError({ code: 'not-permitted' });
  }
  const holds = (one: Requirement) => one === 'anyone' || one === 'signed-in' || may(actor, one);
  if (!requires.some(holds)) throw new RedressError({ code: 'not-permitted' });
  return actor;
}

const mapErrors = t.middleware(async ({ ctx, next }) => {
  const result = await next();
  if (!result.ok) throw toTrpcError(writerNamed(result.error, ctx));
  return result;
});

/** No question and no step carries text that the database cannot keep; a step's fields are named as its form names them. */
const checkText = t.middleware(async ({ getRawInput, next }) => {
  // A question without input may come as an empty POST; what cannot be read is refused where it is needed.
  const raw = await getRawInput().catch(() => undefined);
  const fields = unprintable(raw).map(
    (problem): FieldProblem => ({ ...problem, field: problem.field.replace(/^(step\.)?input\./, '') }),
  );
  if (fields.length > 0) throw new RedressError({ code: 'invalid-input', fields });
  return next();
});

/** A procedure that requires one of these permissions in the acting post; its context has the actor. */
export const procedure = (...requires: readonly [Permission | 'signed-in', ...Permission[]]) =>
  t.procedure
    .meta({ requires })
    .use(mapErrors)
    .use(({ ctx, type, next }) => next({ ctx: { ...ctx, actor: actorAllowed(ctx, requires, type === 'mutation') } }))
    .use(checkText);

/** The context of a procedure that somebody was allowed to call. */
export type ActorContext = Context & { readonly actor: Actor };

/** The few that answer before anybody signed in. */
export const openProcedure = () =>
  t.procedure
    .meta({ requires: ['anyone'] })
    .use(mapErrors)
    .use(checkText);
