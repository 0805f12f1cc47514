/** Lawsuits over the API for the tests of every module: registered as the page registers them, stepped as it steps. */
import type { OrganId, StreamId } from '@redress/domain/ids';
import type { RegisterSummonsInput } from '@redress/domain/litigation/register-input';
import type { StepInputGiven } from '@redress/domain/litigation/step-inputs';
import type { StepType } from '@redress/domain/litigation/steps';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { type Api, type Browser, demoPeople, newCaseId, newCommandId, today } from './api.ts';

export const policeId: OrganId = demoPeople.policeLiaison.organId;
/** In the simplest suit a landlord's penalty is sued over, and the copy of the complaint came this morning. */
let serial = 100;
/** A court's number that no other test bears. */
export const aCourtNumber = (): string => {
  serial += 1;
  return `（2026）云0423行初${serial}号`;
};

/** A summons as the page sends it: the police bureau over a penalty. */
export const aSummons = (over: Partial<RegisterSummonsInput> = {}): Omit<RegisterSummonsInput, 'numberPrefix'> => ({
  occurredOn: today,
  instance: { court: '云岭县人民法院', courtNumber: aCourtNumber(), docketedOn: over.occurredOn ?? '2026-02-26' },
  organs: [{ organId: policeId, role: 'original-organ' }],
  plaintiffs: [
    {
      person: { name: '黎向晨', idNumber: '99990019860401001X', telephone: '0999-5551001', address: '青石镇梧桐路1号' },
    },
  ],
  act: { name: '行政处罚决定', number: '云公罚决字〔2025〕77号', madeOn: '2025-12-20', matter: 'penalty' },
  claims: '请求撤销行政处罚决定。',
  papers: [{ organId: policeId, papers: ['response-notice', 'complaint-copy', 'evidence-notice'] }],
  handlers: [demoPeople.handler.accountId],
  ...over,
});

/** A lawsuit registered today by the handler. */
export async function aLawsuit(api: Api, over: Partial<RegisterSummonsInput> = {}): Promise<LawsuitView> {
  const handler = await api.as(demoPeople.handler);
  const id = newCaseId();
  const input = { commandId: newCommandId(), id, input: aSummons(over) };
  const answer = await handler.mutate('lawsuits', 'register', input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return suitView(handler, id);
}

export async function suitView(browser: Browser, id: StreamId): Promise<LawsuitView> {
  const answer = await browser.query('lawsuits', 'view', { id });
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.data;
}

/** One step, whatever comes of it. */
export const trySuitStep = <T extends StepType>(
  browser: Browser,
  view: Pick<LawsuitView, 'id' | 'version'>,
  type: T,
  input: StepInputGiven<T>,
) =>
  browser.mutate('lawsuits', 'execute', {
    commandId: newCommandId(),
    id: view.id,
    expectedVersion: view.version,
    step: { type, input },
  });

/** One step; a refusal fails the test. */
export async function suitStep<T extends StepType>(
  browser: Browser,
  view: Pick<LawsuitView, 'id' | 'version'>,
  type: T,
  input: StepInputGiven<T>,
): Promise<LawsuitView> {
  const answer = await trySuitStep(browser, view, type, input);
  if (!answer.ok) throw new Error(`${type}: ${JSON.stringify(answer.failure)}`);
  return answer.data;
}
