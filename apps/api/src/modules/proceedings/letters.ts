import { lettersTo } from '../../case-store/proceedings-lists.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { viewCases } from '../cases/view-case.ts';
import type { LetterItem } from './types.ts';

/** How many letters one organ is shown; older ones stand in their cases. */
const shown = 100;

/** The opinion letters to the actor's organ, as each case's own page shows them: two pages never say two things. */
export async function letters(ctx: ActorContext): Promise<readonly LetterItem[]> {
  const rows = await lettersTo(ctx.services.db, ctx.actor, shown);
  const views = await viewCases(ctx, [...new Set(rows.map((row) => row.streamId))]);
  return rows.flatMap(({ streamId, documentId }) => {
    const view = views.find((v) => v.id === streamId);
    const ask = view?.asks.find((a) => a.kind === 'opinion-letter' && a.document?.id === documentId);
    if (view === undefined || ask === undefined) return [];
    const light = view.clocks.find((k) => k.id === ask.clockId)?.light ?? null;
    const unsigned = view.asks.find((a) => a.kind === 'acknowledge' && a.document?.id === documentId);
    return [
      {
        caseId: streamId,
        organName: view.organName,
        ask,
        alone: view.audience === 'addressed',
        unsignedSince: unsigned?.askedOn ?? null,
        light,
      },
    ];
  });
}
