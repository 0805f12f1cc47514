import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { FieldSpec } from '@redress/domain/ledger/step-form';
import { type OptionSet, optionSets } from '@redress/domain/reconsideration/option-sets';
import { type RecordHas, stepForms } from '@redress/domain/reconsideration/step-forms';
import { stepInputs } from '@redress/domain/reconsideration/step-inputs';
import type { StepType } from '@redress/domain/reconsideration/steps';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import type { StoredFile } from '../../lib/file-field.tsx';
import type { Known, StepValues } from '../../lib/step-form/case-forms.tsx';
import { only, textOrNull } from '../../lib/step-form/step-values.ts';

export interface SendingDraft {
  /** `party:<id>` or `organ:<id>`; empty = not chosen yet. */
  readonly to: string;
  readonly method: string;
  readonly sentOn: CivilDate | null;
  readonly sentProof: string;
  readonly servedOn: CivilDate | null;
  readonly servedProof: string;
}

export interface DocumentDraft {
  readonly made: boolean;
  readonly number: string;
  readonly printedDue: CivilDate | null;
  readonly files: readonly StoredFile[];
  readonly sendings: readonly SendingDraft[];
}

export interface LeaderDraft {
  readonly attended: boolean;
  readonly name: string;
  readonly title: string;
  readonly reason: string;
  readonly delegate: string;
}

export const formOf = (type: StepType): readonly FieldSpec[] => stepForms[type];

/** An empty sending. A day of dispatch or service is never guessed: limits hang on it. */
export const newSending = (to: string): SendingDraft => ({
  to,
  method: to.startsWith('organ:') ? 'exchange' : 'post',
  sentOn: null,
  sentProof: '',
  servedOn: null,
  servedProof: '',
});

/** Whoever a document of the case can be sent to. */
export function addresseesOf(view: CaseView): { value: string; label: string }[] {
  return [
    ...view.parties
      .filter((party) => party.leftOn === null)
      .map((party) => ({ value: `party:${party.partyId}`, label: party.name })),
    ...view.respondents.map((organ) => ({ value: `organ:${organ.organId}`, label: organ.name })),
  ];
}

function usualSendings(spec: FieldSpec, view: CaseView): SendingDraft[] {
  const applicants = view.parties.filter((p) => p.capacity === 'applicant' && p.leftOn === null);
  const thirdParties = view.parties.filter((p) => p.capacity === 'third-party' && p.leftOn === null);
  const toParties = (parties: typeof applicants) => parties.map((p) => newSending(`party:${p.partyId}`));
  const toOrgans = view.respondents.map((organ) => newSending(`organ:${organ.organId}`));
  switch (spec.addressees) {
    case 'applicants':
      return toParties(applicants);
    case 'respondents':
      return toOrgans;
    case 'everyone':
      return [...toParties(applicants), ...toOrgans, ...toParties(thirdParties)];
    default:
      return [];
  }
}

/** Sendings of the case that have no service on record yet. */
export const unserved = (view: CaseView) =>
  view.documents.flatMap((document) =>
    document.sendings.filter((sending) => sending.servedOn === null).map((sending) => ({ document, sending })),
  );

/** Of the newest document that awaits service, the first sending: what has been sent comes before what has not. */
function newestUnserved(view: CaseView) {
  const waiting = unserved(view);
  const newest = waiting.reduce<(typeof waiting)[number]['document'] | null>(
    (last, { document }) => (last === null || document.madeOn >= last.madeOn ? document : last),
    null,
  );
  const ofNewest = waiting.filter(({ document }) => document === newest);
  return ofNewest.find(({ sending }) => sending.sentOn !== null) ?? ofNewest[0];
}

/** Hearings that were called and neither held nor cancelled. */
export function openHearings(view: CaseView): { id: string; on: string; time: string }[] {
  const inForce = view.timeline.filter((item) => item.standing.is !== 'annulled');
  const ended = new Set(
    inForce
      .filter((item) => item.type === 'hearing-held' || item.type === 'hearing-cancelled')
      .map((item) => item.payload.hearingId),
  );
  return inForce
    .filter((item) => item.type === 'hearing-scheduled' && !ended.has(item.payload.hearingId))
    .map(({ payload }) => ({ id: String(payload.hearingId), on: String(payload.on), time: String(payload.time) }));
}

/** What was sent to the reader's own organ and nobody has signed for. */
export const ownUnsigned = (view: CaseView) =>
  view.asks
    .filter((ask) => ask.kind === 'acknowledge' && ask.about !== null)
    .map((ask) => ({ id: ask.about ?? '', kind: ask.document?.kind ?? 'other', number: ask.document?.number ?? null }));

/** Stops of the procedure that still hold the case. */
export const openStops = (view: CaseView) =>
  view.proceedings.stops.filter((stop) => stop.kind === 'suspension' && stop.to === null);

/** Respondents' reports that the office has neither confirmed nor sent back. */
export function openReports(view: CaseView): { seq: number; name: string; on: string }[] {
  const inForce = view.timeline.filter((item) => item.standing.is !== 'annulled');
  const waiting = view.asks.filter((ask) => ask.kind === 'perform' && ask.state === 'waiting');
  return waiting.flatMap((ask) => {
    const report = inForce.findLast(
      (item) => item.type === 'performance-reported' && item.payload.respondentId === ask.organId,
    );
    return report === undefined ? [] : [{ seq: report.seq, name: ask.organName, on: report.occurredOn }];
  });
}

/** Opinion letters that nobody has answered. */
export const openLetters = (view: CaseView) =>
  view.asks
    .filter((ask) => ask.kind === 'opinion-letter' && ask.doneOn === null)
    .map((ask) => ({
      id: ask.document?.id ?? '',
      number: ask.document?.number ?? '',
      subject: ask.subject ?? '',
      name: ask.organName,
    }));

const holds = {
  'committee-advice': (view) => (view.proceedings.committee?.advised ?? null) !== null,
  'several-stops': (view) => openStops(view).length > 1,
  'performance-report': (view) => openReports(view).length > 0,
} as const satisfies Record<RecordHas, (view: CaseView) => boolean>;

/** Whether the record holds what a field is about. */
export const recordHolds = (spec: FieldSpec, view: CaseView): boolean =>
  spec.onlyWith === undefined || !Object.hasOwn(holds, spec.onlyWith) || holds[spec.onlyWith as RecordHas](view);

/** A letter goes to the organ it is for: its sendings follow the one chosen in the form. */
export function followChosenOrgan(specs: readonly FieldSpec[], part: StepValues, values: StepValues): StepValues {
  const chosen = specs.find((spec) => spec.kind === 'organ' && spec.name in part);
  const letter = specs.find((spec) => spec.kind === 'document' && spec.addressees === 'chosen-organ');
  if (chosen === undefined || letter === undefined) return part;
  const draft = values[letter.name] as DocumentDraft;
  const organ = part[chosen.name];
  const sendings = typeof organ === 'string' ? [newSending(`organ:${organ}`)] : [];
  return { ...part, [letter.name]: { ...draft, sendings } };
}

/** The longest extension the law has; what earlier ones used is taken off. */
function extensionLeft(view: CaseView, max: number): number {
  const used = view.timeline
    .filter((item) => item.type === 'extended' && item.standing.is !== 'annulled')
    .reduce((sum, item) => sum + (typeof item.payload.days === 'number' ? item.payload.days : 0), 0);
  return Math.max(1, max - used);
}

/** The first value of a field about this kind's own record; `undefined` where it is none. */
export function initialOf(spec: FieldSpec, view: CaseView, known: Known): unknown {
  const { about } = known;
  switch (spec.defaultFrom) {
    case 'only-respondent':
      return (
        view.respondents.find((organ) => organ.organId === known.organId)?.organId ??
        only(view.respondents)?.organId ??
        null
      );
    case 'only-hearing':
      return about ?? only(openHearings(view))?.id ?? null;
    case 'only-report':
      return openReports(view).at(-1)?.seq ?? null;
    case 'only-letter':
      return about ?? only(openLetters(view))?.id ?? null;
    case 'newest-unserved':
      return about ?? newestUnserved(view)?.sending.id ?? null;
    case 'extension-left':
      return extensionLeft(view, spec.max ?? 30);
    case 'other-procedure':
      return view.procedure === 'simplified' ? 'ordinary' : 'simplified';
    default:
  }
  const party = about === null ? undefined : view.parties.find((p) => p.partyId === about);
  if (spec.name === 'organId' && view.respondents.some((r) => r.organId === about)) return about;
  if (spec.name === 'party.actsFor' && party !== undefined) return [party.partyId];
  if (spec.name === 'party.capacity' && party !== undefined) return 'agent';
  switch (spec.kind) {
    case 'checks':
      return [];
    case 'boolean':
      // What the law expects of every reply is ticked; all else is a statement somebody has to make.
      return spec.name === 'signedByHead';
    case 'respondent-leader':
      return { attended: true, name: '', title: '', reason: '', delegate: '' } satisfies LeaderDraft;
    case 'document':
      return {
        made: true,
        number: '',
        printedDue: null,
        files: [],
        sendings: usualSendings(spec, view),
      } satisfies DocumentDraft;
    case 'sendings':
      return [newSending('')];
    case 'select':
      return spec.name === 'procedure' ? 'ordinary' : undefined;
    default:
      return undefined;
  }
}

/** The values of a closed set. */
export const valuesOf = (set: string | undefined): readonly string[] =>
  set !== undefined && Object.hasOwn(optionSets, set) ? optionSets[set as OptionSet] : [];

/** Whether the step is no step without its document. */
export function needsDocument(type: StepType): boolean {
  const checked = stepInputs[type].safeParse({ document: null });
  return !checked.success && checked.error.issues.some((issue) => issue.path[0] === 'document');
}

const sendingInput = ({ to, method, sentOn, sentProof, servedOn, servedProof }: SendingDraft) => {
  const [is, id] = to.split(/:(.*)/s);
  return {
    addressee: is === 'organ' ? { is, organId: id } : { is: 'party', partyId: id ?? '' },
    method,
    sentOn,
    sentProof: textOrNull(sentProof),
    servedOn,
    servedProof: textOrNull(servedProof),
  };
};

/** What a field of this kind's own sends; `undefined` where it is none. */
export function sendOf(spec: FieldSpec, value: unknown): { readonly value: unknown } | undefined {
  switch (spec.kind) {
    case 'document': {
      const draft = value as DocumentDraft;
      if (!draft.made) return { value: null };
      return {
        value: {
          number: textOrNull(draft.number),
          printedDue: draft.printedDue,
          fileIds: draft.files.map((file) => file.fileId),
          sendings: draft.sendings.filter((sending) => sending.to !== '').map(sendingInput),
        },
      };
    }
    case 'sendings':
      return { value: (value as readonly SendingDraft[]).map(sendingInput) };
    case 'respondent-leader': {
      const leader = value as LeaderDraft;
      return {
        value: leader.attended
          ? { attended: true, name: leader.name, title: leader.title }
          : { attended: false, reason: leader.reason, delegate: textOrNull(leader.delegate) },
      };
    }
    default:
      return undefined;
  }
}
