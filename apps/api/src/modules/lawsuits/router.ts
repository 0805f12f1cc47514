import type { DisputeView, LawsuitImpact, LawsuitView } from '@redress/domain/litigation/view-types';
import { procedure, router } from '../../trpc/procedures.ts';
import { countLawsuits } from './count-lawsuits.ts';
import { byCourtNumber } from './court-number.ts';
import { executeLawsuit, previewLawsuit, registerLawsuit } from './execute-lawsuit.ts';
import { disputeView, linkedToLawsuit } from './linked-proceedings.ts';
import { listLawsuits } from './list-lawsuits.ts';
import { viewLawsuit } from './open-lawsuit.ts';
import { proposeFrom, similarProceedings, undertakingChoices } from './propose-suit.ts';
import {
  type CourtNumberTaken,
  type LinkedProceeding,
  type SimilarProceeding,
  type SuitCounts,
  type SuitPage,
  type SuitProposal,
  type SuitRegistered,
  type UndertakingChoice,
  zByCourtNumber,
  zExecuteSuit,
  zPreviewSuit,
  zProposeInput,
  zRegisterSuit,
  zSimilarInput,
  zSuitId,
  zSuitListInput,
  zUndertakingInput,
} from './types.ts';

export const lawsuitsRouter = router({
  /** The lawsuits the actor's organ takes part in, a keyset page. */
  list: procedure('cases.read')
    .input(zSuitListInput)
    .query(({ ctx, input }): Promise<SuitPage> => listLawsuits(ctx, input)),
  /** Figures for the rail; each is the length of a list. */
  counts: procedure('cases.read').query(({ ctx }): Promise<SuitCounts> => countLawsuits(ctx)),
  /** One lawsuit, through the actor's audience. */
  view: procedure('cases.read')
    .input(zSuitId)
    .query(({ ctx, input }): Promise<LawsuitView> => viewLawsuit(ctx, input.id)),
  /** What a step would change, before saving. Writes nothing. */
  preview: procedure('cases.read')
    .input(zPreviewSuit)
    .query(({ ctx, input }): Promise<LawsuitImpact> => previewLawsuit(ctx, input)),
  /** Whether a court's number stands for a lawsuit already: asked while it is typed. */
  byCourtNumber: procedure('cases.read')
    .input(zByCourtNumber)
    .query(({ ctx, input }): Promise<CourtNumberTaken> => byCourtNumber(ctx, input)),
  /** What a suit after a reconsideration of the office is about. */
  propose: procedure('cases.register')
    .input(zProposeInput)
    .query(({ ctx, input }): Promise<SuitProposal> => proposeFrom(ctx, input.reconsiderationId)),
  /** Reconsiderations and lawsuits that a summons may be about. */
  similar: procedure('cases.register')
    .input(zSimilarInput)
    .query(({ ctx, input }): Promise<readonly SimilarProceeding[]> => similarProceedings(ctx, input)),
  /** Which department answers for an organ's act, best first. */
  undertaking: procedure('cases.register', 'cases.act')
    .input(zUndertakingInput)
    .query(({ ctx, input }): Promise<readonly UndertakingChoice[]> => undertakingChoices(ctx, input)),
  /** Proceedings linked to a lawsuit, from both ends. */
  linked: procedure('cases.read')
    .input(zSuitId)
    .query(({ ctx, input }): Promise<readonly LinkedProceeding[]> => linkedToLawsuit(ctx, input.id)),
  /** The whole dispute that a proceeding of either kind belongs to, on one line of time. */
  dispute: procedure('cases.read')
    .input(zSuitId)
    .query(({ ctx, input }): Promise<DisputeView> => disputeView(ctx, input.id)),
  /** A new lawsuit from what a court sent. */
  register: procedure('cases.register')
    .input(zRegisterSuit)
    .mutation(({ ctx, input }): Promise<SuitRegistered> => registerLawsuit(ctx, input)),
  /** One step in a lawsuit; the answer is the lawsuit as it then stands. */
  execute: procedure('cases.act', 'reply.file', 'approvals.act')
    .input(zExecuteSuit)
    .mutation(({ ctx, input }): Promise<LawsuitView> => executeLawsuit(ctx, input)),
});
