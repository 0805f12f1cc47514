import { type CivilDate, isCivilDate } from '@redress/domain/calendar/civil-date';
import type { AccountId, Fen, FileId, OrganId, StreamId } from '@redress/domain/ids';
import type {
  BeforeSuit,
  CourtPaper,
  CourtProcedure,
  DeliveryWay,
  InstanceLevel,
  LeaderNotice,
  OrganRole,
  SessionKind,
} from '@redress/domain/litigation/codes';
import type { RegisterSummonsInput } from '@redress/domain/litigation/register-input';
import { usualPapers } from '@redress/domain/litigation/summons-limits';
import type { Matter } from '@redress/domain/reconsideration/codes';
import type { StoredFile } from '../../lib/file-field.tsx';
import { newParty, type PartyDraft } from '../../lib/party-fields.tsx';
import { newId, type Outputs } from '../../lib/trpc.ts';

export interface OrganDraft {
  /** The form's own name for the row. */
  key: string;
  organId: string | null;
  role: OrganRole;
  /** The department that answers; null = the organ itself. */
  undertakingId: string | null;
  /** Only where it differs from the day of the first. */
  receivedOn: CivilDate | null;
}

export interface NoticeDraft {
  leader: LeaderNotice;
  servedOn: CivilDate | null;
}

/** The form as it is typed: nothing is required yet, and everything can be kept as a draft. */
export interface SummonsDraft {
  court: string;
  courtNumber: string;
  level: InstanceLevel;
  procedure: CourtProcedure;
  docketedOn: CivilDate | null;
  receivedOn: CivilDate | null;
  way: DeliveryWay;
  proof: string;
  papers: readonly CourtPaper[];
  evidenceUntil: CivilDate | null;
  /** The reconsideration before it, under its number and title as they were when it was chosen. */
  origin: { readonly id: string; readonly number: string; readonly decidedOn: CivilDate | null } | null;
  before: BeforeSuit;
  organs: readonly OrganDraft[];
  plaintiffs: readonly PartyDraft[];
  thirdParties: readonly PartyDraft[];
  act: {
    name: string;
    number: string;
    madeOn: CivilDate | null;
    matter: Matter | null;
    category: string | null;
    content: string;
    immovable: boolean;
  };
  claims: string;
  compensation: { readonly asked: boolean; readonly alone: boolean; readonly amount: number | null };
  hasSession: boolean;
  session: {
    kind: SessionKind;
    on: CivilDate | null;
    time: string;
    minutes: number | null;
    place: string;
    isPublic: boolean;
    online: boolean;
    /** By organ. */
    notices: Readonly<Record<string, NoticeDraft>>;
  };
  handlers: readonly string[];
  files: readonly StoredFile[];
}

export const newOrgan = (role: OrganRole = 'original-organ'): OrganDraft => ({
  key: newId().slice(0, 12),
  organId: null,
  role,
  undertakingId: null,
  receivedOn: null,
});

export const emptySummons = (today: CivilDate, handler: string | null): SummonsDraft => ({
  court: '',
  courtNumber: '',
  level: 'first',
  procedure: 'ordinary',
  docketedOn: null,
  receivedOn: today,
  way: 'post',
  proof: '',
  papers: [...usualPapers.first],
  evidenceUntil: null,
  origin: null,
  before: 'none',
  organs: [newOrgan()],
  plaintiffs: [newParty()],
  thirdParties: [],
  act: { name: '', number: '', madeOn: null, matter: null, category: null, content: '', immovable: false },
  claims: '',
  compensation: { asked: false, alone: false, amount: null },
  hasSession: false,
  session: {
    kind: 'trial',
    on: null,
    time: '',
    minutes: 180,
    place: '',
    isPublic: true,
    online: false,
    notices: {},
  },
  handlers: handler === null ? [] : [handler],
  files: [],
});

/** How an arrival came, as a court's papers say it. */
const wayOf: Partial<Record<Outputs['intake']['scan']['channel'], DeliveryWay>> = {
  counter: 'direct',
  post: 'post',
  online: 'electronic',
};

/** The form an arrival begins with: its day and way, and its papers as far as no case has them. */
export const summonsOfScan = (
  scan: Outputs['intake']['scan'],
  today: CivilDate,
  handler: string | null,
): SummonsDraft => ({
  ...emptySummons(today, handler),
  receivedOn: scan.receivedOn,
  way: wayOf[scan.channel] ?? 'post',
  proof: scan.filingProof,
  files: scan.files
    .filter((file) => file.caseId === null)
    .map(({ id, sha256, name, size }) => ({ fileId: id, sha256, name, size })),
});

/** A stored draft of this form's present shape; null where it is another's. */
export function readSummons(body: unknown, today: CivilDate, handler: string | null): SummonsDraft | null {
  if (typeof body !== 'object' || body === null || !('form' in body) || body.form !== 'summons-1') return null;
  const { draft } = body as { draft?: Partial<SummonsDraft> };
  if (draft === undefined) return null;
  const empty = emptySummons(today, handler);
  return {
    ...empty,
    ...draft,
    act: { ...empty.act, ...draft.act },
    compensation: { ...empty.compensation, ...draft.compensation },
    session: { ...empty.session, ...draft.session },
  };
}

export const storedSummons = (draft: SummonsDraft) => ({ form: 'summons-1', draft });

/** A field may hold what is no day yet: nothing is counted with it. */
export const isDay = (text: CivilDate | null): text is CivilDate => text !== null && isCivilDate(text);

/** The day an organ received the papers: its own, or the first one's. */
export const receivedBy = (draft: SummonsDraft, organ: OrganDraft): CivilDate | null =>
  organ.receivedOn ?? draft.receivedOn;

/** The organs that were chosen, each once. */
export const chosenOrgans = (draft: SummonsDraft): readonly (OrganDraft & { readonly organId: string })[] =>
  draft.organs.filter((organ): organ is OrganDraft & { organId: string } => organ.organId !== null);

/** The day the first organ had the papers: the day from which the lawsuit is on record. */
export function firstReceived(draft: SummonsDraft): CivilDate | null {
  const days = draft.organs.map((organ) => receivedBy(draft, organ)).filter(isDay);
  return days.length === 0 ? draft.receivedOn : days.reduce((a, b) => (a < b ? a : b));
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What the form says as the step's input; what is missing stays missing, for the check to name it. */
export function toInput(draft: SummonsDraft): RegisterSummonsInput {
  const { act, session } = draft;
  const parties = (list: readonly PartyDraft[]) => list.map(({ kind, person }) => ({ kind, person }));
  const input = {
    occurredOn: firstReceived(draft),
    instance: {
      level: draft.level,
      court: draft.court,
      courtNumber: draft.courtNumber,
      docketedOn: draft.docketedOn,
      procedure: draft.procedure,
    },
    organs: draft.organs.map(({ organId, role, undertakingId }) => ({
      organId,
      role,
      // A department that answers for itself is not named twice.
      undertakingId: undertakingId === organId ? null : undertakingId,
    })),
    plaintiffs: parties(draft.plaintiffs),
    thirdParties: parties(draft.thirdParties),
    act: {
      name: act.name,
      number: orNull(act.number),
      madeOn: act.madeOn,
      matter: act.matter,
      category: act.category,
      content: act.content,
      immovable: act.immovable,
    },
    before: draft.before,
    reconsiderationId: (draft.origin?.id ?? null) as StreamId | null,
    claims: draft.claims,
    compensation: draft.compensation.asked
      ? { amount: draft.compensation.amount as Fen | null, alone: draft.compensation.alone }
      : null,
    papers: draft.organs.map((organ) => ({
      organId: organ.organId,
      papers: [...draft.papers],
      receivedOn: receivedBy(draft, organ),
      way: draft.way,
      proof: draft.proof,
      evidenceUntil: draft.procedure === 'simplified' ? draft.evidenceUntil : null,
    })),
    session: draft.hasSession
      ? {
          kind: session.kind,
          on: session.on,
          time: session.time,
          minutes: session.minutes ?? undefined,
          place: session.place,
          isPublic: session.isPublic,
          online: session.online,
          notices: chosenOrgans(draft).map((organ) => ({
            organId: organ.organId as OrganId,
            ...(session.notices[organ.organId] ?? { leader: 'none', servedOn: null }),
          })),
        }
      : null,
    handlers: draft.handlers as AccountId[],
    fileIds: draft.files.map((file) => file.fileId as FileId),
  };
  // The schema, not the compiler, names what is still missing.
  return input as unknown as RegisterSummonsInput;
}

/** The form filled from the reconsideration before it; what the court wrote stays. */
export function withProposal(draft: SummonsDraft, proposed: Outputs['lawsuits']['propose']): SummonsDraft {
  const parties = (list: Outputs['lawsuits']['propose']['plaintiffs']): PartyDraft[] =>
    list.map(({ kind, person }) => ({ ...newParty(), kind, person: { ...person } }));
  const organs = proposed.organs.map(({ organId, role, undertakingId }) => ({
    ...newOrgan(role),
    organId,
    undertakingId: undertakingId === organId ? null : undertakingId,
  }));
  const plaintiffs = parties(proposed.plaintiffs);
  const { act } = proposed;
  return {
    ...draft,
    origin: {
      id: proposed.reconsiderationId,
      number: proposed.number ?? proposed.title,
      decidedOn: proposed.decidedOn,
    },
    before: proposed.before,
    organs: organs.length === 0 ? draft.organs : organs,
    plaintiffs: plaintiffs.length === 0 ? draft.plaintiffs : plaintiffs,
    thirdParties: parties(proposed.thirdParties),
    act: { ...act, number: act.number ?? '' },
    compensation:
      proposed.compensation === null
        ? draft.compensation
        : { asked: true, alone: proposed.compensation.alone, amount: proposed.compensation.amount },
  };
}
