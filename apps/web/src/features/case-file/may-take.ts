import type { CaseView } from '@redress/domain/reconsideration/view-types';

/** Whether this reader may take a step now: beside a thing of the file only what can be done with it is offered. */
export const mayTake = (view: Pick<CaseView, 'nextSteps'>, step: string): boolean =>
  view.nextSteps.some((next) => next.step === step && next.verdict !== 'refused');
