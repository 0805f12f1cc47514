/** A proceeding of whichever kind, as its reader sees it: for what belongs to every kind alike. */
import type { StreamId } from '@redress/domain/ids';
import { litigation } from '@redress/domain/litigation/kind';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { asSeen, viewFor } from '../cases/open-case.ts';
import { suitAsSeen, suitViewFor } from './open-lawsuit.ts';

/** Throws `not-found` for an unknown proceeding and for one the actor has no part in alike. */
export async function viewAny(ctx: ActorContext, id: StreamId): Promise<CaseView | LawsuitView> {
  const ledger = await readAs(ctx.services.db, ctx.actor).ledgerOf(id);
  return ledger.kind === litigation.kind
    ? suitViewFor(ctx, suitAsSeen(ctx, ledger))
    : viewFor(ctx, asSeen(ctx, ledger));
}
