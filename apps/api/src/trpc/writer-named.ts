/** `busy` says who is writing: the store knows an account, the reader wants a name. */

import { RedressError } from '@redress/domain/errors';
import type { AccountId } from '@redress/domain/ids';
import { isHeldOn } from '@redress/domain/office/post-holder';
import { organName } from '../modules/office/names.ts';
import type { Context } from './context.ts';
import { failureOf } from './errors.ts';

/**
 * A colleague by their own name, anybody else by their organ's: who inside another organ is at work on a case is that
 * organ's own affair. null for a writer that is nobody (`rebuild`, `seal`).
 */
function writerOf({ office, actor, services }: Context, account: string): string | null {
  const today = services.clock.today();
  const organs = [...office.posts.values()].flatMap((post) =>
    post.taken?.accountId === account && isHeldOn(post, today) ? [post.taken.organId] : [],
  );
  if (actor !== null && organs.includes(actor.acting.organId)) {
    return office.accounts.get(account as AccountId)?.name ?? null;
  }
  const [organ] = organs;
  return organ === undefined ? null : organName(office, organ, today);
}

/** The error as it may leave the server: a `busy` with the writer's name, or without a reason where there is none. */
export function writerNamed(error: unknown, ctx: Context): unknown {
  const failure = failureOf(error);
  if (failure.code !== 'busy') return error;
  const { reason, ...rest } = failure;
  const account = reason?.params.account;
  const name = typeof account === 'string' ? writerOf(ctx, account) : null;
  return new RedressError(
    name === null ? rest : { ...rest, reason: { code: 'being-written', article: null, params: { name } } },
  );
}
