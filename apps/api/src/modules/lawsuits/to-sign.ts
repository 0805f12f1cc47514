/**
 * What waits in lawsuits for a signature: an answer that its organ's head signs, a voiding that the section's head signs.
 * The store finds the suits in which such a proposal is open; whose it is, the suit's own rules say (`mayWithProposal`).
 */
import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { OpenProposal } from '@redress/domain/case-view/proposal-views';
import type { ProposalView } from '@redress/domain/case-view/types';
import type { OrganId, StreamId } from '@redress/domain/ids';
import {
  approverOfProposal,
  mayWithProposal,
  organOfProposal,
  stepsSignedBy,
} from '@redress/domain/litigation/approvals';
import { litigation } from '@redress/domain/litigation/kind';
import { titleOfLawsuit } from '@redress/domain/litigation/view';
import type { SuitApprover } from '@redress/domain/litigation/view-types';
import type { ListedCase } from '../../case-store/list-cases.ts';
import { type CaseParts, readAs } from '../../case-store/read-as.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { namesFor } from '../cases/open-case.ts';
import { actorInSuit, type OpenLawsuit, suitSeenBy, suitViewWith } from './open-lawsuit.ts';

/** Whose act a proposal waits for: the asker's own, or that of another whose signature they may give as well. */
export type Whose = 'mine' | 'others';

interface Found {
  readonly row: ListedCase;
  readonly parts: CaseParts;
  readonly opened: OpenLawsuit;
  readonly proposals: readonly OpenProposal[];
}

interface FoundPage {
  readonly found: readonly Found[];
  readonly nextCursor: string | null;
}

/** The open proposals of a suit that this actor may sign or return. */
const toAnswer = (ctx: ActorContext, { suit }: OpenLawsuit, whose: Whose): readonly OpenProposal[] => {
  const actor = actorInSuit(suit, ctx.actor);
  return suit.proposals.filter((proposal) => {
    const { approve, giveBack } = mayWithProposal(suit, proposal, actor);
    const waitsForRole = approverOfProposal(suit, proposal, actor) === actor.acting.role;
    return (approve || giveBack) && waitsForRole === (whose === 'mine');
  });
};

async function find(ctx: ActorContext, whose: Whose, cursor: string | null, limit: number): Promise<FoundPage> {
  const { services, actor } = ctx;
  const proposed = stepsSignedBy(actor.acting.role);
  if (proposed.length === 0) return { found: [], nextCursor: null };
  const reader = readAs(services.db, actor);
  const day = services.clock.today();
  const filter = { kind: litigation.kind, suit: { proposed } };
  const page = await reader.listCases({ day, filter, sort: 'due', cursor, limit });
  const all = page.rows.length === 0 ? new Map() : await reader.partsOf(page.rows.map((row) => row.streamId));
  const found = page.rows.flatMap((row): readonly Found[] => {
    const parts: CaseParts | undefined = all.get(row.streamId);
    const opened = parts === undefined ? null : suitSeenBy(ctx, parts.ledger);
    if (parts === undefined || opened === null) return [];
    const proposals = toAnswer(ctx, opened, whose);
    return proposals.length === 0 ? [] : [{ row, parts, opened, proposals }];
  });
  return { found, nextCursor: page.nextCursor };
}

const dueOf = ({ sortDue }: ListedCase): CivilDate | null => (sortDue === 'infinity' ? null : sortDue);

/** A proposal of a lawsuit on the list of approvals: signed, or returned, on the lawsuit's own page. */
export interface SuitToSign {
  readonly kind: 'litigation';
  readonly caseId: StreamId;
  readonly version: number;
  readonly number: string | null;
  readonly title: string;
  readonly proposal: ProposalView<SuitApprover>;
  /** The limit of the suit that presses. */
  readonly due: CivilDate | null;
  /** What the proposal's organs are called. */
  readonly organs: readonly { readonly organId: OrganId; readonly name: string }[];
}

export interface SuitsToSign {
  readonly rows: readonly SuitToSign[];
  readonly nextCursor: string | null;
}

/** One page of the suits looked through, those that press first. */
export async function suitsToSign(
  ctx: ActorContext,
  whose: Whose,
  cursor: string | null,
  limit: number,
): Promise<SuitsToSign> {
  const { found, nextCursor } = await find(ctx, whose, cursor, limit);
  const rows = found.flatMap(({ row, parts, opened, proposals }) => {
    const { id: caseId, version, number, title, organs, ...view } = suitViewWith(ctx, opened, parts.kept, parts.files);
    const wanted = new Set<string>(proposals.map((p) => p.proposalId));
    return view.proposals
      .filter((proposal) => wanted.has(proposal.proposalId))
      .map(
        (proposal): SuitToSign => ({
          ...{ kind: 'litigation', caseId, version, number, title, proposal, due: dueOf(row) },
          organs: organs.map(({ organId, name }) => ({ organId, name })),
        }),
      );
  });
  return { rows, nextCursor };
}

/** The same in a line, as the workbench shows it. */
export interface SuitToSignBrief {
  readonly id: StreamId;
  readonly number: string | null;
  readonly title: string;
  readonly proposalId: string;
  readonly step: string;
  readonly proposedBy: string;
  readonly organName: string | null;
  readonly due: CivilDate | null;
}

const AT_ONCE = 100;

/** Every proposal of a lawsuit that waits for this post: the figure of the rail, and the workbench's lines. */
export async function suitsWaitingFor(ctx: ActorContext): Promise<readonly SuitToSignBrief[]> {
  const briefs: SuitToSignBrief[] = [];
  let cursor: string | null = null;
  do {
    const page: FoundPage = await find(ctx, 'mine', cursor, AT_ONCE);
    for (const { row, parts, opened, proposals } of page.found) {
      const { suit } = opened;
      const names = namesFor(ctx.office, parts.kept, ctx.services.clock.today());
      for (const proposal of proposals) {
        const organ = organOfProposal(suit, proposal);
        briefs.push({
          ...{ id: suit.streamId, number: suit.number, title: titleOfLawsuit(suit, names), due: dueOf(row) },
          ...{ proposalId: proposal.proposalId, step: proposal.step },
          proposedBy: names.account(proposal.proposedBy.account),
          organName: organ === null ? null : names.organ(organ),
        });
      }
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  return briefs;
}
