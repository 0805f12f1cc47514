/**
 * Who acts for whom in a lawsuit, and who signs. The office keeps the file and may record every step. An organ's people,
 * its own or those of the department that undertakes the act, take the organ's own steps. An answer leaves the organ
 * once its head has signed it; no article says so, good order does.
 */
import { type Actor, holdsRole } from '../access/actor.ts';
import type { Role } from '../access/roles.ts';
import type { OpenProposal } from '../case-view/proposal-views.ts';
import type { OrganId } from '../ids.ts';
import { respondentRoles, reviewingRoles } from '../reconsideration/steps.ts';
import type { Appearance, Lawsuit } from './case-types.ts';
import { isStepType, organSteps, type StepType } from './steps.ts';

export type Approver = 'section-head' | 'department-head' | 'organ-head';

/** The roles whose holders may sign in a place. */
export const holdersOf = (approver: Approver): readonly Role[] =>
  approver === 'section-head' ? ['section-head', 'institution-head'] : [approver];

/** The steps that somebody else signs before they are done. */
export const proposableSteps = ['file-answer', 'void-lawsuit'] as const satisfies readonly StepType[];
export type ProposableStep = (typeof proposableSteps)[number];
export const isProposable = (step: string): step is ProposableStep =>
  (proposableSteps as readonly string[]).includes(step);

/** Who may come to sign each of these, whoever answers for the organ. */
const approversOf: Readonly<Record<ProposableStep, readonly Approver[]>> = {
  'file-answer': ['department-head', 'organ-head'],
  'void-lawsuit': ['section-head'],
};

/** The steps whose proposals a role may be asked to sign; whether this one is theirs, `mayWithProposal` says. */
export const stepsSignedBy = (role: Role): readonly ProposableStep[] =>
  proposableSteps.filter((step) => approversOf[step].some((approver) => holdersOf(approver).includes(role)));

export const isOrganStep = (step: StepType): boolean => (organSteps as readonly StepType[]).includes(step);

type WithOrgans = Pick<Lawsuit, 'organId' | 'organs'>;

/** Whose people answer for an organ of the suit: its undertaking department, or the organ itself. */
export const answeringUnit = (c: WithOrgans, organId: OrganId): OrganId =>
  c.organs.find((o) => o.organId === organId)?.undertakingId ?? organId;

/** Whether the actor acts from a post of the office that keeps the file. */
export const isOfOffice = (c: Pick<Lawsuit, 'organId'>, actor: Actor): boolean =>
  c.organId !== null && actor.acting.organId === c.organId && holdsRole(actor, ...reviewingRoles);

/**
 * The organs of the suit for which the actor answers from a post of theirs or of their undertaking department. A
 * government whose file another office keeps answers through its own office.
 */
export function organsOf(c: WithOrgans, actor: Actor): readonly OrganId[] {
  const own = actor.acting.organId;
  if (!holdsRole(actor, ...respondentRoles, ...(own === c.organId ? [] : reviewingRoles))) return [];
  return c.organs.filter((o) => o.organId === own || o.undertakingId === own).map((o) => o.organId);
}

/** Whether the actor answers for this organ. */
export const isOfOrgan = (c: WithOrgans, actor: Actor, organId: OrganId): boolean =>
  organsOf(c, actor).includes(organId);

const leading: readonly Role[] = ['leader', 'department-head', 'organ-head', 'institution-head', 'section-head'];

/** Whether the actor is the leader who is to come to this appearance. */
export function isLeaderOf({ leader }: Pick<Appearance, 'leader'>, actor: Actor): boolean {
  if (leader === null || !holdsRole(actor, ...leading)) return false;
  if (leader.accountId !== null) return leader.accountId === actor.accountId;
  if (leader.postId !== null) return leader.postId === actor.acting.postId;
  return leader.organId === actor.acting.organId && leader.name === actor.name;
}

/** Appearances in the suit that the actor is to make in person. */
export const ownAppearances = (c: Pick<Lawsuit, 'instances'>, actor: Actor): readonly Appearance[] =>
  c.instances.flatMap((i) => i.sessions.flatMap((s) => s.appearances.filter((a) => isLeaderOf(a, actor))));

/**
 * Who signs a step about an organ: the head of whoever answers for it. What kind of organ that is, its people's posts
 * say: where an office answers, the organ's head signs.
 */
export function approverOf(
  c: WithOrgans,
  step: StepType,
  organId: OrganId | null,
  actor: Actor | null,
): Approver | null {
  if (step === 'void-lawsuit') return 'section-head';
  if (step !== 'file-answer') return null;
  if (organId === null) return 'department-head';
  const unit = answeringUnit(c, organId);
  const byOffice = unit === actor?.acting.organId && holdsRole(actor, ...reviewingRoles);
  return unit === c.organId || byOffice ? 'organ-head' : 'department-head';
}

/** The organ a proposal is about; null where it names none and there are several. */
export function organOfProposal(c: WithOrgans, proposal: Pick<OpenProposal, 'input' | 'proposedBy'>): OrganId | null {
  const named = (proposal.input as { readonly organId?: OrganId | null } | null)?.organId ?? null;
  if (named !== null) return named;
  const by = proposal.proposedBy.organ;
  const own = c.organs.filter((o) => o.organId === by || o.undertakingId === by);
  return (own.length === 1 ? own : c.organs.length === 1 ? c.organs : []).at(0)?.organId ?? null;
}

/** Who signs an open proposal, as its own people and the office know it. */
export const approverOfProposal = (c: WithOrgans, proposal: OpenProposal, actor: Actor): Approver =>
  (isStepType(proposal.step) ? approverOf(c, proposal.step, organOfProposal(c, proposal), actor) : null) ??
  'section-head';

/** In which organ an open proposal waits for its signature, and for whose: a department has one of these heads, a government the other. */
export function signersOfProposal(
  c: WithOrgans,
  proposal: OpenProposal,
): { readonly organId: OrganId | null; readonly roles: readonly Role[] } {
  if (proposal.step !== 'file-answer') return { organId: c.organId, roles: holdersOf('section-head') };
  const about = organOfProposal(c, proposal);
  const organId = about === null ? c.organId : answeringUnit(c, about);
  return { organId, roles: organId === c.organId ? ['organ-head'] : ['department-head', 'organ-head'] };
}

/** Whether the file's own office answers for the organ a step is about, or the step is the office's own. */
const isOfficesOwn = (c: WithOrgans, approver: Approver, organId: OrganId | null): boolean =>
  approver === 'section-head' ||
  (approver === 'organ-head' && (organId === null || answeringUnit(c, organId) === c.organId));

/** Whether the actor's post is the one whose signature a step asks for. */
export function maySign(c: WithOrgans, approver: Approver, organId: OrganId | null, actor: Actor): boolean {
  if (!holdsRole(actor, ...holdersOf(approver))) return false;
  if (isOfficesOwn(c, approver, organId)) return actor.acting.organId === c.organId;
  return organId !== null && isOfOrgan(c, actor, organId);
}

const nothing = { endorse: false, approve: false, giveBack: false, withdraw: false };

/** What an actor may do with an open proposal: its signer signs or returns it, whoever proposed it takes it back. */
export function mayWithProposal(
  c: WithOrgans,
  proposal: OpenProposal,
  actor: Actor,
): { endorse: boolean; approve: boolean; giveBack: boolean; withdraw: boolean } {
  const organId = organOfProposal(c, proposal);
  const approver = approverOfProposal(c, proposal, actor);
  const office = isOfficesOwn(c, approver, organId);
  const inside = office ? isOfOffice(c, actor) : organId !== null && isOfOrgan(c, actor, organId);
  if (!inside) return nothing;
  const signs = maySign(c, approver, organId, actor);
  return {
    endorse: false,
    approve: signs,
    giveBack: signs,
    withdraw: proposal.proposedBy.account === actor.accountId || (office && signs),
  };
}
