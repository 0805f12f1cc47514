/** A lawsuit through the API, as the pages tell it: registered by the office, stepped by whoever may. */
import type { StreamId } from '@redress/domain/ids';
import type { RegisterSummonsInput } from '@redress/domain/litigation/register-input';
import type { StepInputGiven } from '@redress/domain/litigation/step-inputs';
import type { StepType } from '@redress/domain/litigation/steps';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { demoPeople } from '../modules/demo/demo-office.ts';
import { type Browser, newCaseId, newCommandId, today } from './api.ts';

let serial = 0;

/** A summons against the police of the invented county, as the page sends it. */
export const aSummonsForPolice = (over: Partial<RegisterSummonsInput> = {}): RegisterSummonsInput => {
  serial += 1;
  const organId = demoPeople.policeLiaison.organId;
  return {
    occurredOn: today,
    instance: { court: '云岭县人民法院', courtNumber: `（2026）云9999行初${serial}号`, docketedOn: today },
    organs: [{ organId, role: 'original-organ' }],
    plaintiffs: [{ person: { name: '黎向晨' } }],
    act: { name: '行政处罚决定', matter: 'penalty' },
    claims: '撤销行政处罚决定。',
    papers: [{ organId, papers: ['response-notice', 'complaint-copy', 'summons'], receivedOn: today }],
    numberPrefix: '云政应',
    ...over,
  };
};

export async function viewSuit(browser: Browser, id: StreamId): Promise<LawsuitView> {
  const answer = await browser.query('lawsuits', 'view', { id });
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.data;
}

/** Registers it; a refusal fails the test. */
export async function registerSuit(browser: Browser, over: Partial<RegisterSummonsInput> = {}): Promise<LawsuitView> {
  const id = newCaseId();
  const answer = await browser.mutate('lawsuits', 'register', {
    commandId: newCommandId(),
    id,
    input: aSummonsForPolice(over),
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return viewSuit(browser, id);
}

/** One step; a refusal fails the test. */
export async function stepSuit<T extends StepType>(
  browser: Browser,
  view: Pick<LawsuitView, 'id' | 'version'>,
  type: T,
  input: StepInputGiven<T>,
): Promise<LawsuitView> {
  const answer = await browser.mutate('lawsuits', 'execute', {
    commandId: newCommandId(),
    id: view.id,
    expectedVersion: view.version,
    step: { type, input },
  });
  if (!answer.ok) throw new Error(`${type}: ${JSON.stringify(answer.failure)}`);
  return answer.data;
}
