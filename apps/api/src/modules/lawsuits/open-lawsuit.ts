/** A lawsuit as somebody may see it: its ledger folded, what lies beside it, and through which audience. */
import type { Actor } from '@redress/domain/access/actor';
import { ownOrgans } from '@redress/domain/access/own-organs';
import { may } from '@redress/domain/access/permissions';
import { RedressError } from '@redress/domain/errors';
import type { StreamId } from '@redress/domain/ids';
import type { Audience } from '@redress/domain/ledger/audience';
import type { Ledger } from '@redress/domain/ledger/kinds';
import { replay } from '@redress/domain/ledger/replay';
import { isOfOffice } from '@redress/domain/litigation/approvals';
import type { Lawsuit } from '@redress/domain/litigation/case-types';
import { litigation } from '@redress/domain/litigation/kind';
import { nextSteps } from '@redress/domain/litigation/next-steps';
import { standingIn } from '@redress/domain/litigation/standing';
import { viewOfLawsuit } from '@redress/domain/litigation/view';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { type CaseFile, type Kept, readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { fileViewsOf, namesFor } from '../cases/open-case.ts';

const notFound = () => new RedressError({ code: 'not-found' });

/** Who acts in this lawsuit: the successor's people stand in the place of an abolished organ. */
export const actorInSuit = (suit: Pick<Lawsuit, 'organId' | 'organs'>, actor: Actor): Actor => standingIn(suit, actor);

/**
 * Through which audience an actor sees a lawsuit; null: not at all, which answers like an unknown one. Whoever holds a
 * post that sees cases in an organ of the suit, or in the department that answers for it, sees that organ's part: its
 * people, its leaders, and the office of a government whose file another office keeps.
 */
export function suitAudienceOf(suit: Lawsuit, actor: Actor): Audience | null {
  if (isOfOffice(suit, actor)) return 'reviewing';
  const { organId } = suit;
  const own = actor.acting.organId;
  if (may(actor, 'cases.read') && suit.organs.some((o) => o.organId === own || o.undertakingId === own)) {
    return 'respondent';
  }
  return organId !== null && organId !== own && actor.scope.includes(organId) ? 'superior' : null;
}

export interface OpenLawsuit {
  readonly ledger: Ledger;
  readonly suit: Lawsuit;
  readonly audience: Audience;
}

/** A ledger that is already at hand, as the actor sees it; null where they do not. */
export function suitSeenBy(ctx: ActorContext, ledger: Ledger): OpenLawsuit | null {
  if (ledger.kind !== litigation.kind) return null;
  const suit = replay(litigation, ledger, ctx.services.law);
  const audience = suitAudienceOf(suit, actorInSuit(suit, ctx.actor));
  return audience === null ? null : { ledger, suit, audience };
}

/** The same; throws `not-found` where they do not. */
export function suitAsSeen(ctx: ActorContext, ledger: Ledger): OpenLawsuit {
  const opened = suitSeenBy(ctx, ledger);
  if (opened === null) throw notFound();
  return opened;
}

/** Throws `not-found` for an unknown lawsuit and for one the actor has no part in alike. */
export async function openLawsuit(ctx: ActorContext, id: StreamId): Promise<OpenLawsuit> {
  return suitAsSeen(ctx, await readAs(ctx.services.db, ctx.actor).ledgerOf(id));
}

/** The lawsuit's page, when everything it is made of is at hand. */
export function suitViewWith(
  ctx: ActorContext,
  { ledger, suit, audience }: OpenLawsuit,
  kept: Kept,
  stored: readonly CaseFile[],
): LawsuitView {
  const { services, office } = ctx;
  const actor = actorInSuit(suit, ctx.actor);
  const today = services.clock.today();
  return viewOfLawsuit(suit, {
    audience,
    today,
    actor,
    mine: ownOrgans(ctx.actor),
    law: services.law,
    ledger,
    names: namesFor(office, kept, today),
    files: fileViewsOf(ledger, stored),
    nextSteps: nextSteps(suit, actor, today, services.law),
  });
}

/** The lawsuit's page, read for it. */
export async function suitViewFor(ctx: ActorContext, opened: OpenLawsuit): Promise<LawsuitView> {
  const reader = readAs(ctx.services.db, ctx.actor);
  const { streamId } = opened.ledger;
  const [kept, files] = await Promise.all([reader.keptOf(streamId), reader.filesOf(streamId)]);
  return suitViewWith(ctx, opened, kept, files);
}

/** One lawsuit through the actor's audience. */
export const viewLawsuit = async (ctx: ActorContext, id: StreamId): Promise<LawsuitView> =>
  suitViewFor(ctx, await openLawsuit(ctx, id));
