import type { CaseFile } from '../step-form/case-forms.tsx';

/** Whether this reader may take a step now: beside a thing of the file only what can be done with it is offered. */
export const mayTake = (view: Pick<CaseFile, 'nextSteps'>, step: string): boolean =>
  view.nextSteps.some((next) => next.step === step && next.verdict !== 'refused');
