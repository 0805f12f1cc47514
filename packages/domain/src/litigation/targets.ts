/**
 * What a step is about: which instance, session and organ of the lawsuit. A step may leave out what can only be one
 * thing; what it names and the record does not know is a problem of that field.
 */
import type { Actor } from '../access/actor.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { FieldProblem } from '../errors.ts';
import type { OrganId } from '../ids.ts';
import { isOfOffice, organsOf } from './approvals.ts';
import type { CourtSession, Instance, Lawsuit } from './case-types.ts';
import type { SuitFieldRule } from './step-inputs.ts';
import { phaseOf, type StepType } from './steps.ts';

/** Within which a step is judged: everything it could be about, or the one thing it is. */
export interface Scope {
  readonly instances: readonly Instance[];
  readonly sessions: readonly CourtSession[];
  readonly organs: readonly OrganId[];
}

/** Known on the day: an instance opened later is not yet there. */
export const instancesOn = (c: Lawsuit, day: CivilDate): readonly Instance[] =>
  c.instances.filter((i) => i.opened.occurredOn <= day);

const sessionsOf = (instances: readonly Instance[]): readonly CourtSession[] => instances.flatMap((i) => i.sessions);

/** Everything the actor's steps could be about on a day. */
export function wholeScope(c: Lawsuit, actor: Actor | null, day: CivilDate): Scope {
  const instances = instancesOn(c, day);
  const all = c.organs.map((o) => o.organId);
  const organs = actor === null || isOfOffice(c, actor) ? all : organsOf(c, actor);
  return { instances, sessions: sessionsOf(instances), organs };
}

/** Steps whose instance, left out, is the last one that ended. */
const ofJudgment: ReadonlySet<StepType> = new Set<StepType>([
  'record-service',
  'record-appeal',
  'withdraw-appeal',
  'record-retrial-application',
  'record-defects',
  'read-defects',
]);

/** Steps that name a session. */
export const sessionSteps = [
  'move-session',
  'cancel-session',
  'hold-session',
  'mark-observation',
  'record-observers',
  'plan-leader',
  'confirm-leader',
  'replace-leader',
  'submit-identity-proof',
  'check-identity-proof',
  'record-appearance',
  'explain-absence',
  'rule-on-absence',
] as const satisfies readonly StepType[];
type SessionStep = (typeof sessionSteps)[number];
export const isSessionStep = (step: StepType): step is SessionStep =>
  (sessionSteps as readonly StepType[]).includes(step);

export const isOpenSession = (s: CourtSession): boolean => s.cancelled === null && s.held === null;
const stands = (s: CourtSession): boolean => s.cancelled === null;
const hasCome = (s: CourtSession, day: CivilDate): boolean => stands(s) && (s.held?.occurredOn ?? s.on) <= day;

/** The sessions a step can be about, once nobody named one. */
const fits: Readonly<Record<SessionStep, (s: CourtSession, day: CivilDate, organs: readonly OrganId[]) => boolean>> = {
  'move-session': isOpenSession,
  'cancel-session': isOpenSession,
  'hold-session': isOpenSession,
  'mark-observation': isOpenSession,
  'record-observers': (s) => s.observation !== null,
  'plan-leader': isOpenSession,
  'confirm-leader': isOpenSession,
  'replace-leader': isOpenSession,
  'submit-identity-proof': isOpenSession,
  'check-identity-proof': (s) => s.appearances.some((a) => a.proof !== null && a.proofChecked === null),
  'record-appearance': (s, day, organs) =>
    hasCome(s, day) && organs.some((o) => s.appearances.every((a) => a.organId !== o || a.recorded === null)),
  'explain-absence': stands,
  'rule-on-absence': (s) => s.appearances.some((a) => a.explained !== null && a.ruled === null),
};

/** The ids a step's input may hold. */
interface Named {
  readonly instanceId?: string | null;
  readonly sessionId?: string | null;
  readonly organId?: OrganId | null;
  readonly agentId?: string;
  readonly obligationId?: string | null;
  readonly adviceId?: string | null;
}

export interface Target extends Scope {
  readonly instance: Instance | null;
  readonly session: CourtSession | null;
  readonly organId: OrganId | null;
  readonly obligationId: string | null;
  readonly adviceId: string | null;
  readonly problems: readonly FieldProblem[];
}

const only = <X>(list: readonly X[]): X | null => (list.length === 1 ? (list[0] ?? null) : null);

/** What exactly a step is about. */
export function targetOf(c: Lawsuit, step: StepType, input: unknown, actor: Actor, day: CivilDate): Target {
  const named = input as Named;
  const problems: FieldProblem[] = [];
  const wrong = (field: keyof Named, rule: SuitFieldRule) => problems.push({ field, rule });
  const has = (field: keyof Named): boolean => Object.hasOwn(named, field);
  const whole = wholeScope(c, actor, day);

  let session: CourtSession | null = null;
  const sessionId = named.sessionId ?? null;
  if (sessionId !== null) {
    session = sessionsOf(c.instances).find((s) => s.sessionId === sessionId) ?? null;
    if (session === null) wrong('sessionId', 'unknown-session');
  } else if (isSessionStep(step)) {
    session = only(
      sessionsOf(c.instances).filter((s) => fits[step](s, day, named.organId == null ? whole.organs : [named.organId])),
    );
    if (session === null && sessionsOf(c.instances).length > 0) wrong('sessionId', 'session-needed');
  }

  const agent = has('agentId')
    ? (c.instances.flatMap((i) => i.agents).find((a) => a.appointed.payload.agentId === named.agentId) ?? null)
    : null;
  if (has('agentId') && (agent === null || agent.endedOn !== null)) wrong('agentId', 'unknown-agent');

  let obligationId: string | null = null;
  if (has('obligationId')) {
    const open = c.obligations.filter((o) => o.performedOn === null);
    obligationId = named.obligationId ?? only(open)?.obligationId ?? null;
    if (!c.obligations.some((o) => o.obligationId === obligationId)) wrong('obligationId', 'unknown-obligation');
  }
  const obligation = c.obligations.find((o) => o.obligationId === obligationId) ?? null;

  let adviceId: string | null = null;
  if (has('adviceId')) {
    const open = c.advice.filter((a) => a.answered === null);
    adviceId = named.adviceId ?? only(open)?.received.payload.adviceId ?? null;
    if (!c.advice.some((a) => a.received.payload.adviceId === adviceId)) wrong('adviceId', 'unknown-advice');
  }
  const advice = c.advice.find((a) => a.received.payload.adviceId === adviceId)?.received.payload ?? null;

  const instanceId =
    session?.instanceId ?? agent?.appointed.payload.instanceId ?? obligation?.instanceId ?? named.instanceId ?? null;
  let instance: Instance | null = null;
  if (instanceId !== null) {
    instance = c.instances.find((i) => i.instanceId === instanceId) ?? null;
    if (instance === null) wrong('instanceId', 'unknown-instance');
  } else if (has('instanceId') && (phaseOf[step] !== 'file' || step === 'agree-appearance')) {
    const ended = ofJudgment.has(step) ? c.instances.filter((i) => i.ended !== null) : [];
    instance = ended.at(-1) ?? instancesOn(c, day).at(-1) ?? c.instances.at(-1) ?? null;
  }

  let organId = agent?.appointed.payload.organId ?? obligation?.organId ?? advice?.organId ?? named.organId ?? null;
  if (organId === null && has('organId')) {
    organId = only(whole.organs) ?? only(c.organs)?.organId ?? null;
    if (organId === null && c.organs.length > 0) wrong('organId', 'organ-needed');
  }
  if (organId !== null && !c.organs.some((o) => o.organId === organId)) {
    wrong('organId', 'not-in-the-suit');
    organId = null;
  }

  return {
    instance,
    session,
    organId,
    obligationId,
    adviceId,
    problems,
    instances: instance === null ? whole.instances : [instance],
    sessions: session !== null ? [session] : instance === null ? whole.sessions : instance.sessions,
    organs: organId === null ? whole.organs : [organId],
  };
}
