import { may } from '@redress/domain/access/permissions';
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { StreamId } from '@redress/domain/ids';
import { reconsideration } from '@redress/domain/reconsideration/kind';
import type { ProposalView } from '@redress/domain/reconsideration/view-types';
import { readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { viewCases } from '../cases/view-case.ts';
import { approverRoles, waitedForAs } from '../cases/waited-for.ts';
import { type SuitToSign, suitsToSign, type Whose } from '../lawsuits/to-sign.ts';

/** A proposal of a reconsideration. */
export interface CaseApproval {
  readonly kind: 'reconsideration';
  readonly caseId: StreamId;
  readonly version: number;
  readonly number: string | null;
  readonly title: string;
  readonly proposal: ProposalView;
  /** The section head has agreed already. */
  readonly endorsed: boolean;
  /** The case's own end that presses. */
  readonly due: CivilDate | null;
}

export type ApprovalRow = CaseApproval | SuitToSign;

export interface ApprovalPage {
  readonly rows: readonly ApprovalRow[];
  readonly nextCursor: string | null;
}

const PAGE = 20;
/** Stands before the lists of cases: the answers to a court have the shorter days. */
const suits = 'suits';
/** How many pages of cases one answer looks through: where none is this actor's to answer, the next answer goes on. */
const LOOKS = 4;

interface Place {
  readonly at: number;
  readonly cursor: string | null;
}

function readPlace(text: string | null): Place {
  const [at, cursor] = (text ?? '').split('|');
  const n = Number(at);
  return Number.isInteger(n) && n >= 0 ? { at: n, cursor: cursor || null } : { at: 0, cursor: null };
}

const mayAnswer = ({ may }: ProposalView) => may.approve || may.endorse || may.giveBack;

/**
 * Open proposals this actor may answer: those of lawsuits, then list by list of whom the cases wait for, each in the
 * order of due dates. `mine` are those that wait for the actor's own post today: the ones the rail counts.
 */
export async function listApprovals(ctx: ActorContext, whose: Whose, from: string | null): Promise<ApprovalPage> {
  const { services, actor } = ctx;
  const reader = readAs(services.db, actor);
  const own = waitedForAs[actor.acting.role];
  // A department's head approves nothing in a reconsideration.
  const ofCases = may(actor, 'approvals.act') ? approverRoles : [];
  const lists = [suits, ...ofCases.filter((role) => (role === own) === (whose === 'mine'))] as const;
  const rows: ApprovalRow[] = [];
  let { at, cursor } = readPlace(from);
  for (let looks = 0; looks < LOOKS && at < lists.length && rows.length < PAGE; looks += 1) {
    const waitingFor = lists[at] as (typeof lists)[number];
    if (waitingFor === suits) {
      const page = await suitsToSign(ctx, whose, cursor, PAGE);
      rows.push(...page.rows);
      cursor = page.nextCursor;
      if (cursor === null) at += 1;
      continue;
    }
    const page = await reader.listCases({
      day: services.clock.today(),
      filter: { kind: reconsideration.kind, waitingFor, closed: false },
      sort: 'due',
      cursor,
      limit: PAGE,
    });
    const dueOf = new Map(
      page.rows.map(({ streamId, sortDue }) => [streamId, sortDue === 'infinity' ? null : sortDue]),
    );
    for (const view of await viewCases(ctx, [...dueOf.keys()])) {
      const { id: caseId, version, number, title } = view;
      for (const proposal of view.proposals) {
        if (proposal.state !== 'open' || !mayAnswer(proposal)) continue;
        const endorsed = proposal.words.some((word) => word.verdict === 'endorsed');
        const due = dueOf.get(caseId) ?? null;
        rows.push({ kind: 'reconsideration', caseId, version, number, title, proposal, endorsed, due });
      }
    }
    cursor = page.nextCursor;
    if (cursor === null) at += 1;
  }
  return { rows, nextCursor: at < lists.length ? `${at}|${cursor ?? ''}` : null };
}
