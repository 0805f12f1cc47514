import type { CaseView, ImpactPreview } from '@redress/domain/reconsideration/view-types';
import { procedure, router } from '../../trpc/procedures.ts';
import { type Colleague, colleaguesOf } from './colleagues.ts';
import { countCases } from './count-cases.ts';
import { executeCase } from './execute-case.ts';
import { type Foreseen, foreseeSteps } from './foresee-steps.ts';
import {
  casesToHandOver,
  type HandedCase,
  type HandOverResult,
  handOver,
  zHandedOver,
  zHandOver,
} from './hand-over.ts';
import { type LinkedCase, linkedCases } from './linked-cases.ts';
import { listCases } from './list-cases.ts';
import { previewCase } from './preview-case.ts';
import { registerCase } from './register-case.ts';
import {
  type CaseCounts,
  type CasePage,
  type Registered,
  zCaseId,
  zCaseIds,
  zCaseListInput,
  zExecuteInput,
  zForeseeInput,
  zPreviewInput,
  zRegisterInput,
} from './types.ts';
import { listUnsent, type UnsentOfCase } from './unsent-documents.ts';
import { viewCase } from './view-case.ts';

export const casesRouter = router({
  /** The cases the actor's organ takes part in, a keyset page. */
  list: procedure('cases.read')
    .input(zCaseListInput)
    .query(({ ctx, input }): Promise<CasePage> => listCases(ctx, input)),
  /** Figures for the rail: each is the length of a list. */
  counts: procedure('cases.read').query(({ ctx }): Promise<CaseCounts> => countCases(ctx)),
  /** One case, through the actor's audience. */
  view: procedure('cases.read')
    .input(zCaseId)
    .query(({ ctx, input }): Promise<CaseView> => viewCase(ctx, input.id)),
  /** What a step would change, before saving. Writes nothing. */
  preview: procedure('cases.read')
    .input(zPreviewInput)
    .query(({ ctx, input }): Promise<ImpactPreview> => previewCase(ctx, input)),
  /** What a step would change in each of many cases. Writes nothing. */
  foresee: procedure('cases.act')
    .input(zForeseeInput)
    .query(({ ctx, input }): Promise<readonly Foreseen[]> => foreseeSteps(ctx, input)),
  /** What chosen cases have to send. */
  unsent: procedure('cases.act')
    .input(zCaseIds)
    .query(({ ctx, input }): Promise<readonly UnsentOfCase[]> => listUnsent(ctx, input.ids)),
  /** Cases that belong to one, from both ends. */
  linked: procedure('cases.read')
    .input(zCaseId)
    .query(({ ctx, input }): Promise<readonly LinkedCase[]> => linkedCases(ctx, input.id)),
  /** Who works on the organ's cases, its heads included. */
  colleagues: procedure('cases.act').query(({ ctx }): readonly Colleague[] => colleaguesOf(ctx)),
  /** The open cases of a colleague: what a hand-over would move. */
  toHandOver: procedure('approvals.act')
    .input(zHandedOver)
    .query(({ ctx, input }): Promise<readonly HandedCase[]> => casesToHandOver(ctx, input.from)),
  /** Everything open of a colleague to others, with a result for each case. */
  handOver: procedure('approvals.act')
    .input(zHandOver)
    .mutation(({ ctx, input }): Promise<readonly HandOverResult[]> => handOver(ctx, input)),
  /** A new case from an application. */
  register: procedure('cases.register')
    .input(zRegisterInput)
    .mutation(({ ctx, input }): Promise<Registered> => registerCase(ctx, input)),
  /** One step in a case; the answer is the case as it then stands. */
  execute: procedure('cases.act', 'reply.file', 'approvals.act')
    .input(zExecuteInput)
    .mutation(({ ctx, input }): Promise<CaseView> => executeCase(ctx, input)),
});
