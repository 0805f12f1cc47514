import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { Fen, FileId, OrganId } from '@redress/domain/ids';
import type { ApplicationFacts } from '@redress/domain/reconsideration/apply-limit';
import type { ApplicationToCheck } from '@redress/domain/reconsideration/checks/application';
import type { Channel, KnownHow, Matter, SuitState } from '@redress/domain/reconsideration/codes';
import type { RegisterApplicationInput } from '@redress/domain/reconsideration/step-inputs';
import { filledLines } from '../../lib/fields.tsx';
import type { StoredFile } from '../../lib/file-field.tsx';
import { newParty, type PartyDraft, partyKinds } from '../../lib/party-fields.tsx';
import { newId, type Outputs } from '../../lib/trpc.ts';

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

/** The questions of an oral application's record, in the order in which they are asked (22(3)). */
export const oralQuestions = ['identity', 'act', 'known', 'request', 'facts', 'suit', 'evidence', 'more'] as const;
export type OralQuestion = (typeof oralQuestions)[number];

/** The record of an oral application as it is taken down, and how it was confirmed. */
export interface OralDraft {
  recordedBy: string;
  place: string;
  answers: Readonly<Record<OralQuestion, string>>;
  record: string;
  readBackOn: CivilDate | null;
  readBack: string | null;
  confirmedBy: string;
  confirmation: string | null;
  files: readonly StoredFile[];
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
  relayNote: string;
  suit: SuitState | null;
  oral: OralDraft;
  respondents: readonly string[];
  applicants: readonly PartyDraft[];
  thirdParties: readonly PartyDraft[];
  acting: readonly ActingDraft[];
  act: {
    name: string;
    number: string;
    madeOn: CivilDate | null;
    matter: Matter | null;
    /** A row of the form, or one this office has added. */
    category: string | null;
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
  /** What it follows: the lawsuit whose judgment orders it, and the reconsideration before. */
  links: readonly { readonly kind: 'remanded-to' | 'same-dispute'; readonly to: string }[];
}

export const newActing = (role: ActingRole, actsFor: readonly string[]): ActingDraft => ({
  ...newParty(),
  role,
  actsFor,
  powers: '',
});

export const newObstacle = (): ObstacleDraft => ({ key: newId().slice(0, 12), from: null, to: null, reason: '' });

export const emptyOral = (): OralDraft => ({
  recordedBy: '',
  place: '',
  answers: { identity: '', act: '', known: '', request: '', facts: '', suit: '', evidence: '', more: '' },
  record: '',
  readBackOn: null,
  readBack: null,
  confirmedBy: '',
  confirmation: null,
  files: [],
});

/** An empty form: one applicant, received today. */
export const emptyDraft = (today: CivilDate): RegisterDraft => ({
  channel: 'post',
  receivedOn: today,
  filedOn: null,
  filingProof: '',
  relayOrganId: null,
  relayReceivedOn: null,
  relaySentOn: null,
  relayNote: '',
  suit: null,
  oral: emptyOral(),
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
  links: [],
});

/** The form an arrival begins with: its day and channel, and its papers as far as no case has them. */
export const draftOfScan = (scan: Outputs['intake']['scan'], today: CivilDate): RegisterDraft => ({
  ...emptyDraft(today),
  channel: scan.channel,
  receivedOn: scan.receivedOn,
  filingProof: scan.filingProof,
  files: scan.files
    .filter((file) => file.caseId === null)
    .map(({ id, sha256, name, size }) => ({ fileId: id, sha256, name, size })),
});

type Suit = Outputs['lawsuits']['view'];
type Earlier = Outputs['cases']['view'];

/** The parties of a proceeding in one capacity, as the form types them. */
const partiesOf = (parties: Suit['parties'] | Earlier['parties'], capacity: string): PartyDraft[] =>
  parties
    .filter((party) => party.capacity === capacity && party.leftOn === null)
    .map((party) => ({
      ...newParty(),
      kind: partyKinds.find((kind) => kind === party.kind) ?? 'citizen',
      person: {
        name: party.name,
        idNumber: party.idNumber ?? '',
        telephone: party.telephone ?? '',
        address: party.address ?? '',
        legalRepresentative: party.legalRepresentative ?? '',
      },
    }));

/**
 * The form of a case that a court's judgment orders to be decided anew: what the reconsideration before it was about, or
 * the suit as far as it says so.
 */
export function draftOfLawsuit(suit: Suit, earlier: Earlier | null, today: CivilDate): RegisterDraft {
  const empty = emptyDraft(today);
  const { act, parties } = earlier ?? suit;
  const applicants = partiesOf(parties, 'applicant');
  const named =
    earlier?.respondents.map((organ) => organ.organId) ??
    suit.organs.filter((organ) => organ.role === 'original-organ').map((organ) => organ.organId);
  const known =
    earlier?.act == null
      ? {}
      : {
          amount: earlier.act.amount,
          madeOnTheSpot: earlier.act.madeOnTheSpot,
          knownHow: earlier.act.knownHow,
          knownOn: earlier.act.knownOn,
          notInformed: earlier.act.notInformed !== null,
          rightsKnownOn: earlier.act.notInformed?.rightsKnownOn ?? null,
          contentKnownOn: earlier.act.notInformed?.contentKnownOn ?? null,
          obstacles: earlier.act.obstacles.map((obstacle) => ({ ...newObstacle(), ...obstacle })),
          requestedOn: earlier.act.inaction?.requestedOn ?? null,
          periodEndsOn: earlier.act.inaction?.periodEndsOn ?? null,
        };
  return {
    ...empty,
    respondents: named,
    applicants: applicants.length === 0 ? empty.applicants : applicants,
    thirdParties: partiesOf(parties, 'third-party'),
    act: {
      ...empty.act,
      ...(act === null
        ? {}
        : {
            name: act.name,
            number: act.number ?? '',
            madeOn: act.madeOn,
            matter: act.matter,
            category: act.category,
            content: act.content,
            immovable: act.immovable,
          }),
      ...known,
    },
    requests: earlier?.requests ?? '',
    grounds: earlier?.grounds ?? '',
    suit: 'none',
    links: [
      { kind: 'remanded-to', to: suit.id },
      ...(earlier === null ? [] : [{ kind: 'same-dispute' as const, to: earlier.id }]),
    ],
  };
}

/** A stored draft of this form's present shape; null where it is another's, or an older one's. */
export function readDraft(body: unknown, today: CivilDate): RegisterDraft | null {
  if (typeof body !== 'object' || body === null || !('form' in body) || body.form !== 'register-1') return null;
  const { draft } = body as { draft?: Partial<RegisterDraft> };
  if (draft === undefined) return null;
  const empty = emptyDraft(today);
  // A draft kept before a field was added to the form lacks it.
  return {
    ...empty,
    ...draft,
    act: { ...empty.act, ...draft.act },
    asks: { ...empty.asks, ...draft.asks },
    oral: { ...empty.oral, ...draft.oral },
  };
}

export const storedDraft = (draft: RegisterDraft) => ({ form: 'register-1', draft });

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A representative chosen on the list of applicants bears the applicant's own name in the form. */
const chosenPrefix = 'rep-';
export const chosenKey = (applicant: string): string => `${chosenPrefix}${applicant}`;
export const isChosen = (key: string): boolean => key.startsWith(chosenPrefix);

/** The record once something stands in it; what it still lacks is named at its field. */
function oralInput({ channel, oral }: RegisterDraft) {
  if (channel !== 'oral' || oral.record.trim() === '') return null;
  const { recordedBy, record, readBackOn, readBack, confirmedBy, confirmation, files } = oral;
  return { recordedBy, record, readBackOn, readBack, confirmedBy, confirmation, fileIds: files.map((f) => f.fileId) };
}

/** What the form says as the step's input; what is missing stays missing, for the check to name it. */
export function toInput(draft: RegisterDraft, reviewingOrganId: OrganId): RegisterApplicationInput {
  const { act } = draft;
  const inaction = act.matter === 'inaction';
  const acting = (role: ActingRole) =>
    draft.acting
      .filter((person) => person.role === role)
      .map(({ key, kind, person, actsFor, powers }) => ({
        kind,
        person,
        // Who was chosen on the list of applicants acts for all of them, whoever was added since.
        actsFor: isChosen(key) ? draft.applicants.map((party) => party.key) : [...actsFor],
        powers,
      }));
  const input = {
    channel: draft.channel,
    // Never guessed for the record: the form asks for it.
    filedOn: draft.filedOn,
    receivedOn: draft.receivedOn,
    relay:
      draft.channel === 'via-penalising-organ'
        ? {
            organId: draft.relayOrganId,
            receivedOn: draft.relayReceivedOn,
            sentOn: draft.relaySentOn,
            note: draft.relayNote,
          }
        : null,
    oral: oralInput(draft),
    suit: draft.suit,
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
    links: draft.links.map((link) => ({ ...link })),
  };
  // The schema, not the compiler, names what is still missing.
  return input as unknown as RegisterApplicationInput;
}

/** The day the application counts as made while the form is filled in: for what is handed in or said, the day of receipt unless another is given. */
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

/** What the checks read of the form as it is typed. */
export function applicationToCheck(draft: RegisterDraft, reviewingOrganId: OrganId): ApplicationToCheck {
  const { act } = draft;
  const inaction = act.matter === 'inaction';
  const clip = (text: string, max: number) => text.trim().slice(0, max);
  return {
    reviewingOrganId,
    receivedOn: draft.receivedOn,
    filedOn: filedOnOf(draft),
    respondents: draft.respondents.slice(0, 10) as OrganId[],
    applicants: draft.applicants
      .slice(0, 400)
      .map(({ person }) => ({ name: clip(person.name, 80), idNumber: clip(person.idNumber, 40) })),
    representatives: Math.min(50, draft.acting.filter((a) => a.role === 'representatives').length),
    act: {
      name: clip(act.name, 120),
      number: clip(act.number, 80),
      matter: act.matter,
      category: act.category,
      content: clip(act.content, 400),
      amount: act.amount,
      madeOn: inaction ? null : act.madeOn,
      madeOnTheSpot: act.madeOnTheSpot,
      immovable: act.immovable,
      knownOn: inaction ? null : act.knownOn,
      notInformed:
        act.notInformed && !inaction ? { rightsKnownOn: act.rightsKnownOn, contentKnownOn: act.contentKnownOn } : null,
      obstacles: act.obstacles.flatMap(({ from, to }) =>
        from !== null && to !== null && from <= to ? [{ from, to }] : [],
      ),
      inaction: inaction ? { requestedOn: act.requestedOn, periodEndsOn: act.periodEndsOn } : null,
    },
    hasRequests: draft.requests.trim() !== '',
    hasGrounds: draft.grounds.trim() !== '',
    suit: draft.suit,
  };
}
