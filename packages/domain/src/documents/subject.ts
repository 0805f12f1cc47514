/** Which instance and session of a lawsuit a form is about, where the page names none. */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { FieldProblem } from '../errors.ts';
import type { OrganId } from '../ids.ts';
import { isDutySession } from '../litigation/appearances.ts';
import type { CourtSession, Instance, Lawsuit } from '../litigation/case-types.ts';
import { type FormKind, formOf } from './forms.ts';

export interface FormSubject {
  readonly kind: FormKind;
  readonly organId: OrganId;
  readonly instance: Instance;
  /** null where the form is about the instance. */
  readonly session: CourtSession | null;
}

export interface NamedSubject {
  readonly kind: FormKind;
  readonly organId: OrganId;
  readonly instanceId: string | null;
  readonly sessionId: string | null;
}

export type SubjectResult =
  | { readonly ok: true; readonly subject: FormSubject }
  | { readonly ok: false; readonly fields: readonly FieldProblem[] };

const wrong = (field: string, rule: string): SubjectResult => ({ ok: false, fields: [{ field, rule }] });

/** The session a form is meant for: a register is about the last one held, the others about the next one to come. */
function sessionFor(kind: FormKind, instance: Instance, today: CivilDate): CourtSession | null {
  const trials = instance.sessions
    .filter((s) => s.cancelled === null && isDutySession(s))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const held = trials.filter((s) => s.held !== null).at(-1) ?? null;
  const next = trials.find((s) => s.held === null && s.on >= today) ?? trials.find((s) => s.held === null) ?? null;
  return kind === 'appearance-register' ? (held ?? next) : (next ?? held);
}

export function formSubjectOf(suit: Lawsuit, named: NamedSubject, today: CivilDate): SubjectResult {
  const { kind, organId, instanceId, sessionId } = named;
  const all = suit.instances.flatMap((instance) => instance.sessions.map((session) => ({ instance, session })));
  const given = sessionId === null ? null : (all.find((x) => x.session.sessionId === sessionId) ?? null);
  if (sessionId !== null && given === null) return wrong('sessionId', 'not-an-option');
  const instance =
    given?.instance ??
    (instanceId === null ? suit.instances.at(-1) : suit.instances.find((i) => i.instanceId === instanceId));
  if (instance === undefined) return wrong('instanceId', instanceId === null ? 'required' : 'not-an-option');
  if (instanceId !== null && instance.instanceId !== instanceId) return wrong('sessionId', 'not-an-option');
  if (formOf(kind).about === 'instance') return { ok: true, subject: { kind, organId, instance, session: null } };
  const session = given?.session ?? sessionFor(kind, instance, today);
  return session === null
    ? wrong('sessionId', 'required')
    : { ok: true, subject: { kind, organId, instance, session } };
}
