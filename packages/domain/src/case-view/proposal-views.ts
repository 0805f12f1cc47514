/** Every proposal of a ledger with its words, kept as they were written, and what a reader may do with it. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { ProposalId } from '../ids.ts';
import type { EffectiveEntry } from '../ledger/correction.ts';
import type { RecordedBy } from '../ledger/envelope.ts';
import type { CaseNames } from './names.ts';
import type { ProposalView } from './types.ts';

/** A step that waits for its approver, as a fold keeps it. */
export interface OpenProposal {
  readonly proposalId: ProposalId;
  readonly seq: number;
  readonly step: string;
  readonly input: unknown;
  readonly proposedBy: RecordedBy;
  readonly proposedOn: CivilDate;
  readonly opinion: string;
  readonly endorsed: readonly { readonly by: RecordedBy; readonly opinion: string; readonly seq: number }[];
}

export interface ProposalInputs<A extends string> {
  readonly names: Pick<CaseNames, 'account'>;
  /** Those the fold still knows as open. */
  readonly open: readonly OpenProposal[];
  readonly approverOf: (proposal: OpenProposal) => A;
  readonly mayWith: (proposal: OpenProposal) => ProposalView['may'];
}

interface Proposed {
  readonly proposalId: ProposalId;
  readonly step: string;
  readonly input?: unknown;
  readonly opinion: string;
}

/** What answers a proposal: the words it leaves, and how the proposal then stands. */
const answers = {
  'step-endorsed': { verdict: 'endorsed', says: 'opinion', state: null },
  'step-returned': { verdict: 'returned', says: 'reasons', state: 'returned' },
  'step-withdrawn': { verdict: 'withdrawn', says: 'reasons', state: 'withdrawn' },
  'step-approved': { verdict: 'approved', says: 'opinion', state: 'approved' },
} as const;
const isAnswer = (type: string): type is keyof typeof answers => Object.hasOwn(answers, type);

/** `entries`: those the reader sees, annulled ones, too. */
export function proposalViews<A extends string>(
  entries: readonly EffectiveEntry[],
  { names, open, approverOf, mayWith }: ProposalInputs<A>,
): readonly ProposalView<A>[] {
  const views: ProposalView<A>[] = [];
  for (const e of entries) {
    if (e.type !== 'step-proposed') continue;
    const { proposalId, step, input, opinion } = e.payload as Proposed;
    const words: ProposalView['words'][number][] = [
      { by: names.account(e.recordedBy.account), verdict: 'proposed', text: opinion, on: e.occurredOn },
    ];
    let state: ProposalView['state'] = 'open';
    for (const w of entries) {
      const said = w.payload as { readonly proposalId?: string } & Readonly<Record<'opinion' | 'reasons', string>>;
      if (!isAnswer(w.type) || said.proposalId !== proposalId) continue;
      const answer = answers[w.type];
      const by = w.doneBy?.name ?? names.account(w.recordedBy.account);
      words.push({ by, verdict: answer.verdict, text: said[answer.says], on: w.occurredOn });
      state = answer.state ?? state;
    }
    const folded: OpenProposal = open.find((p) => p.proposalId === proposalId) ?? {
      proposalId,
      seq: e.seq,
      step,
      input,
      proposedBy: e.recordedBy,
      proposedOn: e.occurredOn,
      opinion,
      endorsed: [],
    };
    views.push({
      proposalId,
      step,
      input,
      proposedByName: names.account(e.recordedBy.account),
      proposedOn: e.occurredOn,
      approver: approverOf(folded),
      words,
      state,
      may: state === 'open' ? mayWith(folded) : { endorse: false, approve: false, giveBack: false, withdraw: false },
    });
  }
  return views;
}
