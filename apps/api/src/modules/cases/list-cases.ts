import type { ActorContext } from '../../trpc/procedures.ts';
import type { CaseListInput, CasePage } from './types.ts';

export async function listCases(_ctx: ActorContext, _input: CaseListInput): Promise<CasePage> {
  return { rows: [], nextCursor: null };
}
