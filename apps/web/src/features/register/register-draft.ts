import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { Fen, FileId, OrganId } from '@redress/domain/ids';
import type { ApplicationFacts } from '@redress/domain/reconsideration/apply-limit';
import type { Category } from '@redress/domain/reconsideration/categories';
import type { Channel, KnownHow, Matter } from '@redress/domain/reconsideration/codes';
import type { RegisterApplicationInput } from '@redress/domain/reconsideration/step-inputs';
import { filledLines } from '../../lib/fields.tsx';
import type { StoredFile } from '../../lib/file-field.tsx';
import { newId } from '../../lib/trpc.ts';

export type PartyKind = 'citizen' | 'legal-person' | 'other-organisation';

export interface PersonDraft {
  name: string;
  idNumber: string;
  telephone: string;
  address: string;
  legalRepresentative: string;
}

export interface PartyDraft {
  /** The form's own name for the party: agents and representatives point to it. */
  key: string;
  kind: PartyKind;
  person: PersonDraft;
}

export const actingRoles = ['agents', 'representatives', 'legalRepresentatives'] as const;
export type ActingRole = (typeof actingRoles)[number];

export interface ActingDraft extends PartyDraft {
  role: ActingRole;
  actsFor: readonly string[];
  powers: string;
}

/** 20(2): what kept the applicant from applying. */
export interface ObstacleDraft {
  /** The form's own name for the row. */
  key: string;
  from: CivilDate | null;
  to: CivilDate | null;
  reason: string;
}

/** The form as it is typed: nothing is required yet, and everything can be kept as a draft. */
export interface RegisterDraft {
  channel: Channel;
  receivedOn: CivilDate | null;
  filedOn: CivilDate | null;
  filingProof: string;
  relayOrganId: string | null;
  relayReceivedOn: CivilDate | null;
  relaySentOn: CivilDate | null;
  respondents: readonly string[];
  applicants: readonly PartyDraft[];
  thirdParties: readonly PartyDraft[];
  acting: readonly ActingDraft[];
  act: {
    name: string;
    number: string;
    madeOn: CivilDate | null;
    matter: Matter | null;
    category: Category | null;
    content: string;
    amount: number | null;
    madeOnTheSpot: boolean;
    immovable: boolean;
    knownHow: KnownHow | null;
    knownOn: CivilDate | null;
    notInformed: boolean;
    rightsKnownOn: CivilDate | null;
    contentKnownOn: CivilDate | null;
    obstacles: readonly ObstacleDraft[];
    requestedOn: CivilDate | null;
    periodEndsOn: CivilDate | null;
  };
  requests: string;
  grounds: string;
  asks: {
    hearing: boolean;
    stay: boolean;
    simplified: boolean;
    electronicService: boolean;
    compensation: number | null;
    normativeReview: string;
  };
  materials: readonly string[];
  files: readonly StoredFile[];
}

const nobody = (): PersonDraft => ({ name: '', idNumber: '', telephone: '', address: '', legalRepresentative: '' });
export const newParty = (): PartyDraft => ({ key: newId().slice(0, 12), kind: 'citizen', person: nobody() });
export const newActing = (role: ActingRole, actsFor: readonly string[]): ActingDraft => ({
  ...newParty(),
  role,
  actsFor,
  powers: '',
});

export const newObstacle = (): ObstacleDraft => ({ key: newId().slice(0, 12), from: null, to: null, reason: '' });

/** An empty form: one applicant, received today. */
export const emptyDraft = (today: CivilDate): RegisterDraft => ({
  channel: 'post',
  receivedOn: today,
  filedOn: null,
  filingProof: '',
  relayOrganId: null,
  relayReceivedOn: null,
  relaySentOn: null,
  respondents: [],
  applicants: [newParty()],
  thirdParties: [],
  acting: [],
  act: {
    name: '',
    number: '',
    madeOn: null,
    matter: null,
    category: null,
    content: '',
    amount: null,
    madeOnTheSpot: false,
    immovable: false,
    knownHow: null,
    knownOn: null,
    notInformed: false,
    rightsKnownOn: null,
    contentKnownOn: null,
    obstacles: [],
    requestedOn: null,
    periodEndsOn: null,
  },
  requests: '',
  grounds: '',
  asks: {
    hearing: false,
    stay: false,
    simplified: false,
    electronicService: false,
    compensation: null,
    normativeReview: '',
  },
  materials: [],
  files: [],
});

/** A stored draft of this form's present shape; null where it is another's, or an older one's. */
export function readDraft(body: unknown, today: CivilDate): RegisterDraft | null {
  if (typeof body !== 'object' || body === null || !('form' in body) || body.form !== 'register-1') return null;
  const { draft } = body as { draft?: Partial<RegisterDraft> };
  if (draft === undefined) return null;
  const empty = emptyDraft(today);
  // A draft kept before a field was added to the form lacks it.
  return { ...empty, ...draft, act: { ...empty.act, ...draft.act }, asks: { ...empty.asks, ...draft.asks } };
}

export const storedDraft = (draft: RegisterDraft) => ({ form: 'register-1', draft });

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What the form says as the step's input; what is missing stays missing, for the check to name it. */
export function toInput(draft: RegisterDraft, reviewingOrganId: OrganId): RegisterApplicationInput {
  const { act } = draft;
  const inaction = act.matter === 'inaction';
  const acting = (role: ActingRole) =>
    draft.acting
      .filter((person) => person.role === role)
      .map(({ kind, person, actsFor, powers }) => ({ kind, person, actsFor: [...actsFor], powers }));
  const input = {
    channel: draft.channel,
    filedOn: filedOnOf(draft),
    receivedOn: draft.receivedOn,
    relay:
      draft.channel === 'via-penalising-organ'
        ? { organId: draft.relayOrganId, receivedOn: draft.relayReceivedOn, sentOn: draft.relaySentOn }
        : null,
    filingProof: draft.filingProof,
    reviewingOrganId,
    respondents: draft.respondents as OrganId[],
    applicants: draft.applicants.map((party) => ({ ...party })),
    thirdParties: draft.thirdParties.map((party) => ({ ...party })),
    agents: acting('agents'),
    representatives: acting('representatives'),
    legalRepresentatives: acting('legalRepresentatives'),
    act: {
      name: act.name,
      number: orNull(act.number),
      madeOn: inaction ? null : act.madeOn,
      matter: act.matter,
      category: act.category,
      content: act.content,
      amount: act.amount as Fen | null,
      madeOnTheSpot: act.madeOnTheSpot,
      immovable: act.immovable,
      knownHow: act.knownHow,
      knownOn: inaction ? null : act.knownOn,
      notInformed:
        act.notInformed && !inaction ? { rightsKnownOn: act.rightsKnownOn, contentKnownOn: act.contentKnownOn } : null,
      obstacles: act.obstacles.map(({ from, to, reason }) => ({ from, to, reason })),
      inaction: inaction ? { requestedOn: act.requestedOn, periodEndsOn: act.periodEndsOn } : null,
    },
    requests: draft.requests,
    grounds: draft.grounds,
    asks: {
      ...draft.asks,
      compensation: draft.asks.compensation as Fen | null,
      normativeReview: orNull(draft.asks.normativeReview),
    },
    materials: filledLines(draft.materials),
    fileIds: draft.files.map((file) => file.fileId as FileId),
  };
  // The schema, not the compiler, names what is still missing.
  return input as unknown as RegisterApplicationInput;
}

/** The day the application counts as made: for what is handed in or said, the day of receipt unless another is given. */
export const filedOnOf = (draft: RegisterDraft): CivilDate | null =>
  draft.filedOn ?? (draft.channel === 'counter' || draft.channel === 'oral' ? draft.receivedOn : null);

/** What the form already says of the applicant's limit; null while the fact it runs from is missing. */
export function applicationFacts(draft: RegisterDraft): ApplicationFacts | null {
  const { act } = draft;
  const inaction = act.matter === 'inaction';
  const notInformed = act.notInformed && !inaction;
  const start = inaction ? (act.periodEndsOn ?? act.requestedOn) : notInformed ? act.rightsKnownOn : act.knownOn;
  if (start === null) return null;
  return {
    filedOn: filedOnOf(draft),
    act: {
      madeOn: inaction ? null : act.madeOn,
      immovable: act.immovable,
      knownOn: inaction ? null : act.knownOn,
      notInformed: notInformed ? { rightsKnownOn: act.rightsKnownOn, contentKnownOn: act.contentKnownOn } : null,
      // An obstacle counts once both its days are there.
      obstacles: act.obstacles.flatMap(({ from, to }) =>
        from !== null && to !== null && from <= to ? [{ from, to }] : [],
      ),
      inaction: inaction ? { requestedOn: act.requestedOn, periodEndsOn: act.periodEndsOn } : null,
    },
  };
}
