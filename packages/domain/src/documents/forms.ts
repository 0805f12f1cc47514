/**
 * The forms the system makes from a case, as data: which fields each has, what proposes them, which article asks for them.
 * A form has a version; its template is a Word file the office may restyle, with the same fields by name.
 */
import {
  absenceGrounds,
  absenceProofs,
  agentKinds,
  instanceLevels,
  leaderNotices,
  leaderRanks,
  organRoles,
} from '../litigation/codes.ts';

/** What a field holds. `rows` has columns of its own. */
export const formFieldKinds = ['text', 'long-text', 'day', 'time', 'number', 'yes-no', 'choice', 'rows'] as const;
export type FormFieldKind = (typeof formFieldKinds)[number];

/** Where a field's first value comes from. */
export const formSources = [
  'instance', // the instance as registered
  'session', // the session as it stands
  'suit-organ', // the organ and its part in the suit
  'suit', // the parties and the act
  'appearance', // who is to come, or came
  'notice', // how the court notified
  'absence', // the reason and its proof
  'agents', // the agents who act for the organ
  'today',
  'typed', // the record does not hold it
] as const;
export type FormSource = (typeof formSources)[number];

/** The closed sets a `choice` is made from. */
export const formOptions = {
  rank: leaderRanks,
  ground: absenceGrounds,
  proof: absenceProofs,
  agent: agentKinds,
  level: instanceLevels,
  notice: leaderNotices,
  role: organRoles,
  authority: ['general', 'special'],
  proofResult: ['accepted', 'to-cure', 'rejected'],
} as const satisfies Record<string, readonly string[]>;
export type FormOptionSet = keyof typeof formOptions;

export const formFieldNames = [
  'court',
  'courtNumber',
  'level',
  'caseName',
  'organName',
  'organRole',
  'leaderName',
  'leaderTitle',
  'leaderRank',
  'termFrom',
  'charge',
  'chiefName',
  'chiefTitle',
  'sessionDay',
  'sessionTime',
  'sessionPlace',
  'isPublic',
  'notified',
  'noticeServedOn',
  'ground',
  'reason',
  'proof',
  'attachments',
  'askedAdjournment',
  'delegates',
  'agents',
  'powers',
  'until',
  'appeared',
  'proofResult',
  'spoke',
  'leftEarly',
  'refusedToExplain',
  'staff',
  'lawyers',
  'absenceReason',
  'absenceAccepted',
  'counts',
  'notCounting',
  'triggers',
  'recordedBy',
  'remarks',
  'madeOn',
  // columns of rows
  'name',
  'title',
  'kind',
  'unit',
  'authority',
  'actsInPower',
] as const;
export type FormFieldName = (typeof formFieldNames)[number];

export interface FormField {
  readonly name: FormFieldName;
  readonly kind: FormFieldKind;
  readonly required: boolean;
  readonly source: FormSource;
  /** Which article asks for it. */
  readonly article: string | null;
  readonly max?: number;
  readonly options?: FormOptionSet;
  readonly columns?: readonly FormField[];
}

/** The forms there are; each is a kind of document of the suit. */
export const formKinds = ['identity-proof', 'absence-explanation', 'power-of-attorney', 'appearance-register'] as const;
export type FormKind = (typeof formKinds)[number];
export const isFormKind = (kind: string): kind is FormKind => (formKinds as readonly string[]).includes(kind);

export interface FormSpec {
  readonly kind: FormKind;
  /** Raised with every change of its fields; the document names it. */
  readonly version: number;
  /** What it is made under. */
  readonly articles: readonly string[];
  /** What of the suit it is about. */
  readonly about: 'session' | 'instance';
  readonly fields: readonly FormField[];
}

type More = Partial<Pick<FormField, 'article' | 'max' | 'options' | 'columns'>>;
const field =
  (required: boolean) =>
  (name: FormFieldName, kind: FormFieldKind, source: FormSource, more: More = {}): FormField => ({
    name,
    kind,
    required,
    source,
    article: null,
    ...more,
  });
const must = field(true);
const may = field(false);

/** Which suit: on every form. */
const heading: readonly FormField[] = [
  must('court', 'text', 'instance', { max: 80 }),
  must('courtNumber', 'text', 'instance', { max: 60 }),
  must('caseName', 'text', 'suit', { max: 200 }),
  must('organName', 'text', 'suit-organ', { max: 80 }),
];
const ofSession: readonly FormField[] = [
  must('sessionDay', 'day', 'session'),
  must('sessionTime', 'time', 'session'),
  must('sessionPlace', 'text', 'session', { max: 200 }),
];
const made = must('madeOn', 'day', 'today');

/** Staff who come in the leader's place, or beside: LEAD2020 10(1), INT2018 132 ask for whoever exercises the power. */
const people: readonly FormField[] = [
  must('name', 'text', 'appearance', { max: 60 }),
  must('title', 'text', 'appearance', { max: 60, article: 'INT2018 131(2)' }),
  may('actsInPower', 'yes-no', 'appearance', { article: 'LEAD2020 10(1)' }),
];

export const formSpecs = {
  'identity-proof': {
    kind: 'identity-proof',
    version: 1,
    articles: ['LEAD2020 6(1)'],
    about: 'session',
    fields: [
      ...heading,
      must('leaderName', 'text', 'appearance', { max: 60, article: 'LEAD2020 6(1)' }),
      must('leaderTitle', 'text', 'appearance', { max: 60, article: 'LEAD2020 6(1)' }),
      must('leaderRank', 'choice', 'appearance', { options: 'rank', article: 'LEAD2020 2(1)' }),
      may('termFrom', 'day', 'appearance'),
      may('charge', 'text', 'typed', { max: 200, article: 'LEAD2020 2(1)' }),
      ...ofSession,
      made,
    ],
  },
  'absence-explanation': {
    kind: 'absence-explanation',
    version: 1,
    articles: ['LEAD2020 9(1)', 'INT2018 129(3)'],
    about: 'session',
    fields: [
      ...heading,
      must('leaderName', 'text', 'appearance', { max: 60 }),
      must('leaderTitle', 'text', 'appearance', { max: 60 }),
      ...ofSession,
      must('ground', 'choice', 'absence', { options: 'ground', article: 'LEAD2020 8' }),
      must('reason', 'long-text', 'absence', { max: 2000, article: 'LEAD2020 9(1)' }),
      must('proof', 'choice', 'absence', { options: 'proof', article: 'LEAD2020 9(1)' }),
      may('attachments', 'long-text', 'typed', { max: 1000, article: 'LEAD2020 9(1)' }),
      may('askedAdjournment', 'yes-no', 'absence', { article: 'LEAD2020 9(3)' }),
      must('delegates', 'rows', 'absence', { max: 10, columns: people, article: 'ALL2017 3(3)' }),
      made,
    ],
  },
  'power-of-attorney': {
    kind: 'power-of-attorney',
    version: 1,
    articles: ['ALL2017 31(1)', 'INT2018 31'],
    about: 'instance',
    fields: [
      ...heading,
      must('chiefName', 'text', 'typed', { max: 60 }),
      must('chiefTitle', 'text', 'typed', { max: 60 }),
      must('agents', 'rows', 'agents', {
        max: 2,
        article: 'ALL2017 31(1)',
        columns: [
          must('name', 'text', 'agents', { max: 60 }),
          must('kind', 'choice', 'agents', { options: 'agent', article: 'ALL2017 31(2)' }),
          must('unit', 'text', 'agents', { max: 120 }),
          must('title', 'text', 'typed', { max: 60, article: 'INT2018 131(2)' }),
          must('authority', 'choice', 'agents', { options: 'authority', article: 'INT2018 31' }),
        ],
      }),
      must('powers', 'long-text', 'agents', { max: 1000, article: 'INT2018 31' }),
      may('until', 'text', 'typed', { max: 100 }),
      made,
    ],
  },
  'appearance-register': {
    kind: 'appearance-register',
    version: 1,
    articles: ['ALL2017 3(3)', 'LEAD2020 12(1)'],
    about: 'session',
    fields: [
      ...heading,
      must('level', 'choice', 'instance', { options: 'level' }),
      must('organRole', 'choice', 'suit-organ', { options: 'role' }),
      ...ofSession,
      must('isPublic', 'yes-no', 'session'),
      must('notified', 'choice', 'notice', { options: 'notice', article: 'LEAD2020 4' }),
      may('noticeServedOn', 'day', 'notice', { article: 'LEAD2020 5(2)' }),
      must('appeared', 'yes-no', 'appearance', { article: 'ALL2017 3(3)' }),
      may('leaderName', 'text', 'appearance', { max: 60 }),
      may('leaderTitle', 'text', 'appearance', { max: 60 }),
      may('leaderRank', 'choice', 'appearance', { options: 'rank', article: 'LEAD2020 2(1)' }),
      may('proofResult', 'choice', 'appearance', { options: 'proofResult', article: 'LEAD2020 6(2)' }),
      may('spoke', 'yes-no', 'appearance', { article: 'LEAD2020 11(3)' }),
      may('leftEarly', 'yes-no', 'appearance', { article: 'LEAD2020 12(1)(4)' }),
      may('refusedToExplain', 'yes-no', 'appearance', { article: 'LEAD2020 12(1)(5)' }),
      may('staff', 'rows', 'appearance', { max: 10, columns: people }),
      may('lawyers', 'number', 'appearance', { max: 2 }),
      may('ground', 'choice', 'absence', { options: 'ground', article: 'LEAD2020 8' }),
      may('absenceReason', 'long-text', 'absence', { max: 2000 }),
      may('proof', 'choice', 'absence', { options: 'proof', article: 'LEAD2020 9(1)' }),
      may('absenceAccepted', 'yes-no', 'absence', { article: 'LEAD2020 9(2)' }),
      may('counts', 'yes-no', 'appearance', { article: 'LEAD2020 7(1)' }),
      may('notCounting', 'long-text', 'appearance', { max: 1000 }),
      may('triggers', 'long-text', 'appearance', { max: 1000, article: 'LEAD2020 12(1)' }),
      must('recordedBy', 'text', 'typed', { max: 60 }),
      may('remarks', 'long-text', 'typed', { max: 1000 }),
      made,
    ],
  },
} as const satisfies Record<FormKind, FormSpec>;

/** The form of a kind, in its general shape. */
export const formOf = (kind: FormKind): FormSpec => formSpecs[kind];

/** The name of a form's template with its version: `identity-proof-1`. */
export const templateOf = (kind: FormKind): string => `${kind}-${formSpecs[kind].version}`;
