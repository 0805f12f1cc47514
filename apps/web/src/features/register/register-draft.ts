import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { Fen, FileId, OrganId } from '@redress/domain/ids';
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

/** The form as it is typed: nothing is required yet, and everything can be kept as a draft. */
export interface RegisterDraft {
  channel: Channel;
  receivedOn: CivilDate | null;
  filedOn: CivilDate | null;
  filingProof: string;
  relayOrganId: string | null;
  relayReceivedOn: CivilDate | null;
  respondents: readonly string[];
  applicants: readonly PartyDraft[];
  thirdParties: readonly PartyDraft[];
  acting: readonly ActingDraft[];
  act: {
    name: string;
    number: string;
    madeOn: CivilDate | null;
    matter: Matter | null;
    content: string;
    amount: number | null;
    madeOnTheSpot: boolean;
    immovable: boolean;
    knownHow: KnownHow | null;
    knownOn: CivilDate | null;
    notInformed: boolean;
    rightsKnownOn: CivilDate | null;
    contentKnownOn: CivilDate | null;
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

/** An empty form: one applicant, received today. */
export const emptyDraft = (today: CivilDate): RegisterDraft => ({
  channel: 'post',
  receivedOn: today,
  filedOn: null,
  filingProof: '',
  relayOrganId: null,
  relayReceivedOn: null,
  respondents: [],
  applicants: [newParty()],
  thirdParties: [],
  acting: [],
  act: {
    name: '',
    number: '',
    madeOn: null,
    matter: null,
    content: '',
    amount: null,
    madeOnTheSpot: false,
    immovable: false,
    knownHow: null,
    knownOn: null,
    notInformed: false,
    rightsKnownOn: null,
    contentKnownOn: null,
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
  return draft === undefined ? null : { ...emptyDraft(today), ...draft };
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
    filedOn:
      draft.channel === 'counter' || draft.channel === 'oral' ? (draft.filedOn ?? draft.receivedOn) : draft.filedOn,
    receivedOn: draft.receivedOn,
    relay:
      draft.channel === 'via-penalising-organ'
        ? { organId: draft.relayOrganId, receivedOn: draft.relayReceivedOn }
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
      madeOn: act.madeOn,
      matter: act.matter,
      content: act.content,
      amount: act.amount as Fen | null,
      madeOnTheSpot: act.madeOnTheSpot,
      immovable: act.immovable,
      knownHow: act.knownHow,
      knownOn: act.knownOn,
      notInformed: act.notInformed ? { rightsKnownOn: act.rightsKnownOn, contentKnownOn: act.contentKnownOn } : null,
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

/** The applicant's limit that the form already allows to reckon: its rule and the day it runs from. */
export function applicantLimit(draft: RegisterDraft): { ruleId: string; from: CivilDate } | null {
  const { act } = draft;
  if (act.matter === 'inaction') {
    if (act.periodEndsOn !== null) return { ruleId: 'reconsideration.apply-over-inaction', from: act.periodEndsOn };
    return act.requestedOn === null ? null : { ruleId: 'reconsideration.inaction-wait', from: act.requestedOn };
  }
  if (act.notInformed) {
    return act.rightsKnownOn === null
      ? null
      : { ruleId: 'reconsideration.apply-not-informed', from: act.rightsKnownOn };
  }
  return act.knownOn === null ? null : { ruleId: 'reconsideration.apply', from: act.knownOn };
}
