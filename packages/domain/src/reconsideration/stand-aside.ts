/**
 * 回避: who may do nothing in a case. The law of reconsideration itself has no article on it; that nobody reviews an
 * act they took part in, or that touches them, is practice and the rule of public service. So no article is cited.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { AccountId } from '../ids.ts';
import type { PostSpan, PostsHeld } from '../ledger/kinds.ts';
import type { ReconsiderationCase } from './case-types.ts';
import type { Act } from './entries.ts';

/** Why an account may do nothing in the case; null where it may. */
export interface StandAside {
  readonly reason: 'recused' | 'handled-the-act';
  readonly params: Readonly<Record<string, string | number>>;
}

/** The days in which the act came about: the day it was made; of inaction, from the request to the application. */
function daysOfAct(act: Act, filedOn: CivilDate): readonly [CivilDate, CivilDate] {
  if (act.madeOn !== null) return [act.madeOn, act.madeOn];
  return [act.inaction?.requestedOn ?? act.inaction?.periodEndsOn ?? filedOn, filedOn];
}

/**
 * The post in a respondent organ, or in one whose place the respondent has taken (19(4)), that an account held while the act
 * came about; null where there was none.
 */
export function postAtTheAct(
  c: Pick<ReconsiderationCase, 'act' | 'received' | 'respondents' | 'organId'>,
  accountId: AccountId,
  postsHeld: PostsHeld,
): PostSpan | null {
  if (c.act === null || c.received === null) return null;
  const [first, last] = daysOfAct(c.act, c.received.payload.filedOn);
  // An organ that reviews its own act is its own respondent: its reviewers are not the department that acted.
  const respondents = c.respondents.filter((organ) => organ !== c.organId);
  const isThen = (p: PostSpan) => p.from <= last && (p.until === null || p.until > first);
  const isRespondents = ({ organId, successors = [] }: PostSpan) =>
    [organId, ...successors].some((organ) => respondents.includes(organ));
  return postsHeld(accountId).find((p) => isRespondents(p) && isThen(p)) ?? null;
}

/** Why an account may do nothing in the case, whatever it asks for. */
export function standsAside(
  c: ReconsiderationCase,
  accountId: AccountId,
  postsHeld?: PostsHeld | undefined,
): StandAside | null {
  const recusal = c.recusals.find((r) => r.accountId === accountId);
  if (recusal !== undefined) return { reason: 'recused', params: { on: recusal.on } };
  if (postsHeld === undefined || c.cleared.some((x) => x.accountId === accountId)) return null;
  const post = postAtTheAct(c, accountId, postsHeld);
  return post === null ? null : { reason: 'handled-the-act', params: { from: post.from } };
}
