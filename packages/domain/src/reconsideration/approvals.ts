/**
 * Who approves what, in the system or on paper: the approver is the one the article names on the act's own day.
 * A proposal is no fact: it is decided anew when it is approved.
 */
import { type Actor, holdsRole } from '../access/actor.ts';
import type { Role } from '../access/roles.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { OpenProposal, ReconsiderationCase } from './case-types.ts';
import type { LawVersion, Procedure } from './codes.ts';
import { lawOfActIn } from './limit-of.ts';
import { lawOfActOn, respondentRoles, reviewingRoles, type StepType } from './steps.ts';

export type Approver = 'section-head' | 'institution-head' | 'organ-head';

/** The roles whose holders may approve in a place: what is the section's own, its head's superior approves, too. */
export const holdersOf = (approver: Approver): readonly Role[] =>
  approver === 'section-head' ? ['section-head', 'institution-head'] : [approver];

/** The steps that some article gives to an approver, and the voiding of a case, which good order gives to a head. */
export const proposableSteps = [
  'extend',
  'change-procedure',
  'decide',
  'void-case',
] as const satisfies readonly StepType[];
export type ProposableStep = (typeof proposableSteps)[number];
export const isProposable = (step: string): step is ProposableStep =>
  (proposableSteps as readonly string[]).includes(step);

/**
 * The approver of a step done on `day` (under `law`, where the case pinned another than the day's), and the article that names him; null where the handler acts alone.
 * Extension: the institution's head since 2024 (ARL2023 62(1)), before the organ's (ARL1999 31(1)).
 * Simplified to ordinary: the institution's head (ARL2023 55); the other way the law knows no approval.
 * Decision: the organ's head, or collective discussion, whose minutes come on paper (61(1), ARL1999 28(1)).
 */
export function approverOf(
  step: StepType,
  day: string,
  procedureAfter: Procedure | null = 'ordinary',
  law: LawVersion = lawOfActOn(day),
): { readonly approver: Approver; readonly article: string | null } | null {
  if (step === 'void-case') return { approver: 'section-head', article: null };
  if (step === 'extend') {
    return law === 'ARL2023'
      ? { approver: 'institution-head', article: 'ARL2023 62(1)' }
      : { approver: 'organ-head', article: 'ARL1999 31(1)' };
  }
  if (step === 'decide') {
    return { approver: 'organ-head', article: law === 'ARL2023' ? 'ARL2023 61(1)' : 'ARL1999 28(1)' };
  }
  if (step === 'change-procedure' && procedureAfter === 'ordinary') {
    return { approver: 'institution-head', article: 'ARL2023 55' };
  }
  return null;
}

/** Whether the actor acts from a post of the reviewing organ that works on its cases. */
export const isOfReviewingOrgan = (c: Pick<ReconsiderationCase, 'organId'>, actor: Actor): boolean =>
  c.organId !== null && actor.acting.organId === c.organId && holdsRole(actor, ...reviewingRoles);

/**
 * Whether the actor acts from a post of a respondent of the case that may file its reply. A government whose act the
 * organ above it reviews answers through its own reconsideration office.
 */
export const isOfRespondent = (c: Pick<ReconsiderationCase, 'respondents' | 'organId'>, actor: Actor): boolean =>
  c.respondents.includes(actor.acting.organId) &&
  holdsRole(actor, ...respondentRoles, ...(actor.acting.organId === c.organId ? [] : reviewingRoles));

/** Whether the actor acts from a post of a reviewing organ above the case's own. */
export const isOfSuperior = (c: Pick<ReconsiderationCase, 'organId'>, actor: Actor): boolean =>
  c.organId !== null &&
  c.organId !== actor.acting.organId &&
  actor.scope.includes(c.organId) &&
  holdsRole(actor, ...reviewingRoles);

/** What the organ above may do in a case: order acceptance (35), take it up (38), order its resumption (40). */
export const superiorSteps = ['order-acceptance', 'take-up', 'order-resumption'] as const satisfies readonly StepType[];

const procedureIn = (input: unknown): Procedure | null => {
  const to = (input as { to?: unknown } | null)?.to;
  return to === 'ordinary' || to === 'simplified' ? to : null;
};

/** Whose answer comes next: the section head's, then the approver's. */
export const nextToAnswer = (endorsed: boolean, approver: Approver): Approver => (endorsed ? approver : 'section-head');

/** The approver of an open proposal, if it were approved on `day`. */
export function approverOfProposal(proposal: OpenProposal, day: string, law: LawVersion = lawOfActOn(day)): Approver {
  const named = isProposable(proposal.step) ? approverOf(proposal.step, day, procedureIn(proposal.input), law) : null;
  return named?.approver ?? 'organ-head';
}

/** What an actor may do with an open proposal. */
export function mayWithProposal(
  c: ReconsiderationCase,
  proposal: OpenProposal,
  actor: Actor,
  day: CivilDate,
): { endorse: boolean; approve: boolean; giveBack: boolean; withdraw: boolean } {
  if (!isOfReviewingOrgan(c, actor)) return { endorse: false, approve: false, giveBack: false, withdraw: false };
  // Whoever stands aside from the case approves nothing in it either.
  if (c.recusals.some((r) => r.accountId === actor.accountId)) {
    return { endorse: false, approve: false, giveBack: false, withdraw: false };
  }
  const approver = approverOfProposal(proposal, day, lawOfActIn(c, day));
  const isApprover = holdsRole(actor, ...holdersOf(approver));
  const isSectionHead = holdsRole(actor, 'section-head');
  const endorsedAlready = proposal.endorsed.some((e) => e.by.account === actor.accountId);
  return {
    endorse: isSectionHead && !isApprover && !endorsedAlready,
    approve: isApprover,
    giveBack: isApprover || isSectionHead,
    withdraw: proposal.proposedBy.account === actor.accountId || c.handlers.includes(actor.accountId),
  };
}
