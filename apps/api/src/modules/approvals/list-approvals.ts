import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { StreamId } from '@redress/domain/ids';
import type { ProposalView } from '@redress/domain/reconsideration/view-types';
import type { ActorContext } from '../../trpc/procedures.ts';

export interface ApprovalRow {
  readonly caseId: StreamId;
  readonly version: number;
  readonly number: string | null;
  readonly title: string;
  readonly proposal: ProposalView;
  readonly due: CivilDate | null;
}

export interface ApprovalPage {
  readonly rows: readonly ApprovalRow[];
  readonly nextCursor: string | null;
}

export async function listApprovals(_ctx: ActorContext, _cursor: string | null): Promise<ApprovalPage> {
  return { rows: [], nextCursor: null };
}
