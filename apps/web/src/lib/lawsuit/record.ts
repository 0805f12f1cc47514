import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { FieldSpec } from '@redress/domain/ledger/step-form';
import type { InstanceLevel, LeaderRank } from '@redress/domain/litigation/codes';
import { isStepType, phaseOf } from '@redress/domain/litigation/steps';
import type { InstanceView, LawsuitView, SessionView } from '@redress/domain/litigation/view-types';
import type { StoredFile } from '../file-field.tsx';
import type { Known } from '../step-form/case-forms.tsx';
import { only } from '../step-form/step-values.ts';
import { readAbout } from './about.ts';

/** A leader as typed or picked; `came: false` = none came. */
export interface LeaderDraft {
  readonly came: boolean;
  /** Picked from the organ's leaders; null = typed. */
  readonly postId: string | null;
  readonly accountId: string | null;
  readonly name: string;
  readonly title: string;
  readonly rank: LeaderRank | null;
  readonly organId: string | null;
  readonly from: CivilDate | null;
  readonly until: CivilDate | null;
  readonly inCharge: boolean;
}
export const noLeader: LeaderDraft = {
  came: true,
  postId: null,
  accountId: null,
  name: '',
  title: '',
  rank: null,
  organId: null,
  from: null,
  until: null,
  inCharge: false,
};

export interface EvidenceDraft {
  readonly number: string;
  readonly name: string;
  readonly pages: number | null;
  readonly source: string;
  readonly purpose: string;
  readonly files: readonly StoredFile[];
}
export const newEvidence = (number: number): EvidenceDraft => ({
  number: String(number),
  name: '',
  pages: null,
  source: '',
  purpose: '',
  files: [],
});

export interface ObligationDraft {
  readonly organId: string | null;
  readonly what: string;
  readonly performBy: CivilDate | null;
}

export interface NoticeDraft {
  readonly organId: string;
  readonly leader: string;
  readonly servedOn: CivilDate | null;
}

export interface ObserverDraft {
  readonly organId: string;
  readonly people: number | null;
}

export const sessionsOf = (view: LawsuitView): readonly SessionView[] => view.instances.flatMap((i) => i.sessions);
export const instanceOf = (view: LawsuitView, id: unknown): InstanceView | undefined =>
  view.instances.find((i) => i.instanceId === id);
export const sessionOf = (view: LawsuitView, id: unknown): SessionView | undefined =>
  sessionsOf(view).find((s) => s.sessionId === id);

/** Sessions that were neither held nor called off, the next one first. */
export const openSessions = (view: LawsuitView): readonly SessionView[] =>
  sessionsOf(view)
    .filter((s) => s.state === 'set' || s.state === 'due')
    .toSorted((a, b) => a.on.localeCompare(b.on));

/** The instance a step is about where nobody said: of judgments and what follows, the last one that ended. */
function usualInstance(view: LawsuitView, step: string | undefined): string | null {
  const phase = step !== undefined && isStepType(step) ? phaseOf[step] : 'instance';
  const ended = view.instances.findLast((i) => i.ended !== null);
  const judged = step !== 'record-judgment' && (phase === 'judgment' || phase === 'after');
  return (judged ? ended?.instanceId : null) ?? view.currentInstanceId;
}

function usualOrgan(view: LawsuitView): string | null {
  const own = view.organs.filter((o) => o.own);
  return only(own.length > 0 ? own : view.organs)?.organId ?? null;
}

function usualSession(view: LawsuitView, held: boolean): string | null {
  const past = sessionsOf(view)
    .filter((s) => s.state !== 'cancelled' && s.on <= view.today)
    .toSorted((a, b) => a.on.localeCompare(b.on));
  const last = past.at(-1)?.sessionId;
  const next = openSessions(view)[0]?.sessionId;
  return (held ? (last ?? next) : (next ?? last)) ?? null;
}

/** Who is to come to the session the step is about, as far as the record says. */
export function plannedLeader(view: LawsuitView, sessionId: string | null, organId: string | null): LeaderDraft {
  const session = sessionOf(view, sessionId);
  const leader = session?.appearances.find((a) => a.organId === organId)?.leader ?? null;
  return leader === null ? noLeader : { ...leader, came: true };
}

/** Steps done on the session's own day. */
const onItsDay: ReadonlySet<string> = new Set(['hold-session', 'record-appearance', 'check-identity-proof']);
/** Steps about the session that took place, not about the one ahead. */
const afterwards: ReadonlySet<string> = new Set([
  'record-appearance',
  'check-identity-proof',
  'rule-on-absence',
  'record-observers',
]);

/** The instance that comes next where one is opened: after a remand a first one, after an order a retrial, else the second. */
function nextLevel(view: LawsuitView): InstanceLevel {
  const outcomes = view.instances.findLast((i) => i.ended !== null)?.ended?.outcomes ?? [];
  if (outcomes.includes('remand')) return 'first';
  return outcomes.includes('retrial-ordered') ? 'retrial' : 'second';
}

/** The first value of a field about a lawsuit's own record; `undefined` where it is none. */
export function initialOf(spec: FieldSpec, view: LawsuitView, known: Known): unknown {
  const about = readAbout(known.about);
  const step = known.step ?? '';
  const sessionId = sessionOf(view, about.id)?.sessionId ?? usualSession(view, afterwards.has(step));
  const organId = about.organId ?? usualOrgan(view);
  // What happened at a session happened on its day, as far as that day has come.
  if (spec.name === 'occurredOn' && onItsDay.has(step)) {
    const on = sessionOf(view, sessionId)?.on;
    return on !== undefined && on <= known.today ? on : undefined;
  }
  switch (spec.defaultFrom) {
    case 'only-agent':
      return (
        about.id ?? only(view.instances.flatMap((i) => i.agents).filter((a) => a.endedOn === null))?.agentId ?? null
      );
    case 'only-obligation':
      return about.id ?? only(view.obligations.filter((o) => o.performedOn === null))?.obligationId ?? null;
    case 'only-advice':
      return about.id ?? only(view.advice.filter((a) => a.answeredOn === null))?.adviceId ?? null;
    case 'planned-leader':
      if (spec.kind === 'leader') return plannedLeader(view, sessionId, organId);
      return plannedLeader(view, sessionId, organId).name;
    default:
  }
  switch (spec.kind) {
    case 'instance':
      return instanceOf(view, about.id)?.instanceId ?? usualInstance(view, known.step);
    case 'session':
      return sessionId;
    case 'suit-organ':
      return spec.name === 'organId' ? organId : null;
    case 'suit-organs':
      return spec.name === 'organIds' ? view.organs.map((o) => o.organId) : [];
    case 'suit-parties':
    case 'outcomes':
    case 'served-to':
    case 'obligations':
    case 'evidence-list':
      return [];
    case 'agent':
    case 'obligation':
    case 'advice':
      return about.id;
    case 'leader':
      return step === 'record-appearance' ? plannedLeader(view, sessionId, organId) : noLeader;
    case 'session-notices':
      return view.organs.map((o): NoticeDraft => ({ organId: o.organId, leader: 'none', servedOn: null }));
    case 'observers':
      return (sessionOf(view, sessionId)?.observation?.invited ?? []).map(
        (o): ObserverDraft => ({ organId: o.organId, people: null }),
      );
    case 'accounts':
      if (step !== 'assign-responders') return undefined;
      return view.organs.find((o) => o.organId === organId)?.responders.map((r) => r.accountId) ?? [];
    default:
  }
  if (step === 'open-instance' && spec.name === 'level') return nextLevel(view);
  if (step === 'open-instance' && spec.name === 'of') return usualInstance(view, 'record-service');
  return undefined;
}

/** `organ:<id>` or `party:<id>` as the record has it. */
const addressee = (key: string) => {
  const [is, id = ''] = key.split(/:(.*)/s);
  return is === 'organ' ? { is, organId: id } : { is: 'party', partyId: id };
};

/** What a field about a lawsuit's own record sends; `undefined` where it is none. */
export function sendOf(spec: FieldSpec, value: unknown): { readonly value: unknown } | undefined {
  switch (spec.kind) {
    case 'leader': {
      const { came, ...leader } = value as LeaderDraft;
      return { value: came ? leader : null };
    }
    case 'evidence-list':
      return {
        value: (value as readonly EvidenceDraft[]).map(({ files, ...item }) => ({
          ...item,
          fileIds: files.map((file) => file.fileId),
        })),
      };
    case 'served-to':
      return { value: (value as readonly string[]).map(addressee) };
    case 'observers':
      return {
        value: (value as readonly ObserverDraft[]).map(({ organId, people }) => ({ organId, people: people ?? 0 })),
      };
    default:
      return undefined;
  }
}
