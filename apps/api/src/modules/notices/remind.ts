/**
 * 催办: asks whom a case waits for, inside the system, for what it waits for. Once a day for each case and each of those
 * it may wait for: a second reminder on the same day would only teach people to overlook the first.
 */
import { postsHeldIn } from '@redress/domain/access/posts-held';
import type { Role } from '@redress/domain/access/roles';
import { RedressError } from '@redress/domain/errors';
import type { AccountId } from '@redress/domain/ids';
import type { Ledger } from '@redress/domain/ledger/kinds';
import { replay } from '@redress/domain/ledger/replay';
import { answeringUnit, isOfOffice } from '@redress/domain/litigation/approvals';
import { litigation } from '@redress/domain/litigation/kind';
import { positionOn as suitPositionOn } from '@redress/domain/litigation/position';
import { standingIn as inSuit } from '@redress/domain/litigation/standing';
import { departmentRoles, type Recipients } from '@redress/domain/notices/recipients';
import { answering } from '@redress/domain/notices/suit-news';
import { isOfReviewingOrgan } from '@redress/domain/reconsideration/approvals';
import type { Position, ReconsiderationCase } from '@redress/domain/reconsideration/case-types';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import { positionOn } from '@redress/domain/reconsideration/position';
import { respondentsInformed } from '@redress/domain/reconsideration/project';
import { standsAside } from '@redress/domain/reconsideration/stand-aside';
import { standingIn } from '@redress/domain/reconsideration/standing';
import type { z } from 'zod';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { accountName } from '../office/names.ts';
import { tell, toldUnder } from './notices.ts';
import { accountsOf } from './tell-of-entries.ts';
import type { Reminded, zRemind } from './types.ts';

const approvers: ReadonlySet<string> = new Set<Role>(['section-head', 'institution-head', 'organ-head']);

/** Whom a case waits for, as far as they have accounts here; null where nobody here can do anything about it. */
export function remindable(c: ReconsiderationCase, position: Position): Recipients | null {
  const { organId } = c;
  const { who, subject } = position.waiting;
  if (organId === null) return null;
  if (who === 'respondent') {
    const organ = respondentsInformed(c).find((r) => r === subject);
    return organ === undefined ? null : { is: 'roles', organId: organ, roles: departmentRoles };
  }
  if (approvers.has(who)) return { is: 'roles', organId, roles: [who as Role] };
  if (who === 'institution' || who === 'service')
    return { is: 'accounts', accounts: c.handlers as readonly AccountId[] };
  return null;
}

interface Reminding {
  readonly to: Recipients | null;
  /** The case some may stand aside from. */
  readonly aside: ReconsiderationCase | null;
}

function inReconsideration(ctx: ActorContext, ledger: Ledger): Reminding {
  const { services, actor, office } = ctx;
  if (ledger.kind !== reconsideration.kind) throw new RedressError({ code: 'not-found' });
  const state = replay(reconsideration, ledger, services.law);
  if (!isOfReviewingOrgan(state, standingIn(state, actor))) throw new RedressError({ code: 'not-permitted' });
  const aside = standsAside(state, actor.accountId, postsHeldIn(office));
  if (aside !== null) {
    throw new RedressError({
      code: 'step-refused',
      reason: { code: aside.reason, article: null, params: aside.params },
    });
  }
  return { to: remindable(state, positionOn(state, services.clock.today())), aside: state };
}

/** A lawsuit waits for those who answer for one of its organs, or for the office itself; courts are reminded elsewhere. */
function inLawsuit({ services, actor }: ActorContext, ledger: Ledger): Reminding {
  const suit = replay(litigation, ledger, services.law);
  if (!isOfOffice(suit, inSuit(suit, actor))) throw new RedressError({ code: 'not-permitted' });
  const { who, organId } = suitPositionOn(suit, services.clock.today()).waiting;
  const handlers: Recipients = { is: 'accounts', accounts: suit.handlers };
  if (who === 'office') return { to: handlers, aside: null };
  if ((who !== 'department' && who !== 'leader') || organId === null) return { to: null, aside: null };
  return { to: answeringUnit(suit, organId) === suit.organId ? handlers : answering(suit, organId), aside: null };
}

const refuse = (code: 'nobody-to-remind' | 'reminded-today'): never => {
  throw new RedressError({ code: 'step-refused', reason: { code, article: null, params: {} } });
};

/**
 * Sends the reminder, once however often the command comes.
 * @throws RedressError `not-found`, `not-permitted` (only the reviewing organ reminds), `step-refused` with
 * `nobody-to-remind` or `reminded-today`, or why the actor stands aside from the case.
 */
export async function remind(ctx: ActorContext, input: z.output<typeof zRemind>): Promise<Reminded> {
  const { services, actor, office } = ctx;
  const ledger = await readAs(services.db, actor).ledgerOf(input.caseId);
  const day = services.clock.today();
  const whomToRemind = ledger.kind === litigation.kind ? inLawsuit(ctx, ledger) : inReconsideration(ctx, ledger);
  const to = whomToRemind.to ?? refuse('nobody-to-remind');
  const accounts = accountsOf(office, to, day, whomToRemind.aside).filter((id) => id !== actor.accountId);
  if (accounts.length === 0) refuse('nobody-to-remind');

  const whom = to.is === 'roles' ? `${to.organId}.${to.roles.join('.')}` : 'handlers';
  const key = `${input.caseId}|remind|${whom}|${day}`;
  const params = { text: input.text, by: actor.accountId, commandId: input.commandId };
  const createdAt = services.clock.now();
  const sent = await tell(
    services.db,
    accounts.map((accountId) => ({ kind: 'reminded', params, accountId, streamId: input.caseId, key, createdAt })),
  );
  if (sent === 0) {
    // The same command again gets its first answer; another one of the same day is refused.
    const told = await toldUnder(services.db, accounts, key);
    if (!told.some((t) => t.commandId === input.commandId)) refuse('reminded-today');
  }
  return { to: accounts.map((accountId) => ({ accountId, name: accountName(office, accountId) })) };
}
