/**
 * Every step's form of a lawsuit as data: the page draws it, and knows no step by name. A field's words are in the
 * catalogue, its options in `option-sets.ts`; what it accepts is said once, by the step's schema.
 */
import { linkKinds } from '../ledger/common-entries.ts';
import type { FieldSpec as Field, FieldKind } from '../ledger/step-form.ts';
import type { SuitOptionSet } from './option-sets.ts';
import type { StepType } from './steps.ts';

interface LitigationForms {
  readonly label: SuitFieldLabel;
  readonly optionSet: SuitOptionSet;
  readonly documentKind: never;
  readonly capacity: 'applicant' | 'third-party';
  /** What a field may presuppose of the record. */
  readonly recordHas: SuitRecordHas;
}
export type SuitRecordHas = 'several-organs' | 'reconsideration-before' | 'several-instances';
export type SuitFieldSpec = Field<LitigationForms>;

/** Names of fields as the page shows them: by the last part of the path, or by what they are where that says less. */
export const suitFieldLabels = [
  // Carried by every step
  'occurredOn',
  'occurredTime',
  'onPaper',
  'doneBy',
  'doneBy.name',
  'doneBy.title',
  'doneBy.role',
  'onPaper.fileIds',
  'irregularReason',
  // The day of each step, where it has a name of its own
  'day.known',
  'day.received',
  'day.signed-for',
  'day.filed',
  'day.answer-proposed',
  'day.notice',
  'day.ruled',
  'day.held',
  'day.planned',
  'day.handed-in',
  'day.checked',
  'day.judged',
  'day.served',
  'day.appealed',
  'day.withdrawn',
  'day.applied',
  'day.performed',
  'day.taken',
  'day.answered',
  'day.agreed',
  'day.ended',
  'day.recorded',
  // Fields
  'accountId',
  'accounts',
  'act',
  'actsInPower',
  'address',
  'adjourned',
  'adopted',
  'advice',
  'adviceId',
  'agentId',
  'agent.kind',
  'agent.name',
  'agent.unit',
  'alone',
  'allowed',
  'allowed.fileIds',
  'amount',
  'appealedOn',
  'appellants.organs',
  'appellants.parties',
  'article',
  'askedAdjournment',
  'bases',
  'bases.law',
  'before',
  'by',
  'byOrganId',
  'came',
  'category',
  'causeRemovedOn',
  'claims',
  'compensation',
  'content',
  'court',
  'courtNumber',
  'delegates',
  'docketedOn',
  'documentId',
  'dueOn',
  'duplicateOf',
  'elements',
  'evidence',
  'evidenceUntil',
  'everyDays',
  'fileId',
  'fileIds',
  'from',
  'ground',
  'grounds',
  'handlers',
  'hand-over.from',
  'hand-over.to',
  'hasName',
  'hasTitle',
  'how',
  'idNumber',
  'immovable',
  'inCharge',
  'instance',
  'instanceId',
  'invited',
  'is',
  'isPublic',
  'kind',
  'lawyers',
  'leader',
  'leaderName',
  'leaderNotice',
  'leftEarly',
  'legalRepresentative',
  'level',
  'link.to',
  'madeOn',
  'major.grounds',
  'matter',
  'measure',
  'measures',
  'minutes',
  'name',
  'note',
  'notices',
  'number',
  'judgment.number',
  'advice.number',
  'advice.summary',
  'reply.summary',
  'objection.grounds',
  'obligationId',
  'obligations',
  'of',
  'on',
  'online',
  'operative',
  'opinion',
  'organId',
  'organIds',
  'organs',
  'outcomes',
  'pages',
  'papers',
  'part',
  'parties',
  'partyId',
  'payload',
  'people',
  'performBy',
  'performance.proof',
  'person',
  'persons',
  'place',
  'plaintiffs',
  'postId',
  'powers',
  'procedure',
  'procurator',
  'pronouncedInCourt',
  'proof',
  'absence.proof',
  'proposalId',
  'purpose',
  'rank',
  'reason',
  'reasons',
  'receivedOn',
  'reconsideration',
  'reconsiderationId',
  'redo',
  'redo.days',
  'redo.ordered',
  'refusedToExplain',
  'remandedBy',
  'result',
  'reversedTo',
  'role',
  'sealed',
  'seq',
  'servedOn',
  'services',
  'session',
  'sessionId',
  'sha256',
  'signedByHead',
  'size',
  'source',
  'special',
  'spoke',
  'staff',
  'step',
  'subject',
  'summary',
  'telephone',
  'template',
  'text',
  'thirdParties',
  'time',
  'title',
  'to',
  'served.to',
  'procedure.to',
  'accepted',
  'type',
  'undertakingId',
  'unit',
  'until',
  'upheld',
  'way',
  'what',
  'defect.what',
  'defect.advice',
  'why',
] as const;
export type SuitFieldLabel = (typeof suitFieldLabels)[number];

const known: ReadonlySet<string> = new Set(suitFieldLabels);
const isLabel = (s: string): s is SuitFieldLabel => known.has(s);

/** The label of a field by its path in an input or payload: the longest known end of it, list positions left out. */
export function suitFieldLabelOf(path: string): SuitFieldLabel | null {
  const parts = path.split('.').filter((p) => !/^\d+$/.test(p));
  for (let from = 0; from < parts.length; from++) {
    const end = parts.slice(from).join('.');
    if (isLabel(end)) return end;
  }
  return null;
}

type More = Omit<SuitFieldSpec, 'name' | 'label' | 'kind' | 'required'>;
type Given = More & { readonly label?: SuitFieldLabel };
const ask = (name: string, kind: FieldKind, more: Given = {}): SuitFieldSpec => {
  const { label, ...rest } = more;
  const own = label ?? suitFieldLabelOf(name);
  if (own === null) throw new Error(`no label for the field ${name}`);
  return { name, label: own, kind, required: true, ...rest };
};
const may = (name: string, kind: FieldKind, more: Given = {}): SuitFieldSpec => ({
  ...ask(name, kind, more),
  required: false,
});
const day = (label: SuitFieldLabel, proposedLabel?: SuitFieldLabel): SuitFieldSpec =>
  ask('occurredOn', 'day', { label, defaultFrom: 'today', ...(proposedLabel === undefined ? {} : { proposedLabel }) });
const select = (name: string, optionSet: SuitOptionSet, more: Given = {}): SuitFieldSpec =>
  ask(name, 'select', { optionSet, ...more });
const files = may('fileIds', 'files');
const why = may('why', 'text');

const instance = ask('instanceId', 'instance', { defaultFrom: 'current-instance', onlyWith: 'several-instances' });
const organ = ask('organId', 'suit-organ', { defaultFrom: 'own-organ' });
const ofOrgan = [instance, organ] as const;
const openSession = ask('sessionId', 'session', { defaultFrom: 'open-session' });
const lastSession = ask('sessionId', 'session', { defaultFrom: 'last-session' });
const way = select('way', 'way');
const notices = may('notices', 'session-notices');
const staff = (name: 'staff' | 'delegates'): SuitFieldSpec =>
  may(name, 'list', { items: [ask('name', 'text'), may('title', 'text'), may('actsInPower', 'boolean')], max: 10 });
const appellants = [
  may('organs', 'suit-organs', { label: 'appellants.organs' }),
  may('parties', 'suit-parties', { label: 'appellants.parties', capacities: ['applicant', 'third-party'] }),
] as const;
const papersOf: readonly SuitFieldSpec[] = [
  ask('organId', 'suit-organ', { defaultFrom: 'own-organ' }),
  ask('papers', 'multi-select', { optionSet: 'paper' }),
  may('receivedOn', 'day'),
  select('way', 'way', { initial: 'post' }),
  may('proof', 'text'),
];
const evidence = may('evidence', 'evidence-list');

export const stepForms = {
  // Registration has a page of its own; the data say what it asks for.
  'register-summons': [
    may('occurredOn', 'day', { label: 'day.received', defaultFrom: 'today' }),
    select('instance.level', 'level', { initial: 'first' }),
    ask('instance.court', 'text'),
    ask('instance.courtNumber', 'text'),
    may('instance.docketedOn', 'day'),
    select('instance.procedure', 'procedure', { initial: 'ordinary' }),
    select('before', 'before', { initial: 'none' }),
    may('reconsiderationId', 'case'),
    ask('organs', 'list', {
      items: [ask('organId', 'organ'), select('role', 'role'), may('undertakingId', 'organ')],
      max: 10,
    }),
    ask('plaintiffs', 'list', { items: [select('kind', 'partyKind'), ask('person', 'person')] }),
    may('thirdParties', 'list', { items: [select('kind', 'partyKind'), ask('person', 'person')] }),
    ask('act.name', 'text'),
    may('act.number', 'text'),
    may('act.madeOn', 'day'),
    select('act.matter', 'matter'),
    may('act.content', 'text'),
    may('act.immovable', 'boolean'),
    may('claims', 'long-text'),
    may('compensation.amount', 'money'),
    may('compensation.alone', 'boolean'),
    ask('papers', 'list', { items: papersOf, max: 10 }),
    may('session.on', 'day'),
    may('session.time', 'time'),
    may('session.place', 'text'),
    may('handlers', 'accounts'),
    files,
  ],

  'open-instance': [
    day('day.known'),
    select('level', 'level', { initial: 'second' }),
    ask('court', 'text'),
    ask('courtNumber', 'text'),
    may('docketedOn', 'day'),
    select('procedure', 'procedure', { initial: 'ordinary' }),
    may('of', 'instance', { defaultFrom: 'current-instance' }),
    ...appellants,
    may('procurator', 'boolean', { showWhen: { field: 'level', is: ['retrial-review', 'retrial'] } }),
    may('appealedOn', 'day', { showWhen: { field: 'level', is: ['second'] } }),
    may('papers', 'list', { items: papersOf, max: 10 }),
  ],
  'receive-papers': [
    day('day.received'),
    ...ofOrgan,
    ask('papers', 'multi-select', { optionSet: 'paper' }),
    { ...way, initial: 'post' },
    may('proof', 'text'),
    may('evidenceUntil', 'day'),
    files,
  ],
  'assign-undertaking': [day('occurredOn'), organ, ask('undertakingId', 'organ'), why],
  acknowledge: [day('day.signed-for'), ...ofOrgan, ask('name', 'text', { defaultFrom: 'own-name' })],
  'assign-responders': [day('occurredOn'), organ, ask('accounts', 'accounts', { max: 4 }), why],

  'appoint-agent': [
    day('occurredOn'),
    ...ofOrgan,
    select('kind', 'agent', { label: 'agent.kind', initial: 'staff' }),
    ask('name', 'text', { label: 'agent.name' }),
    may('unit', 'text', { label: 'agent.unit' }),
    may('special', 'boolean'),
    may('powers', 'text'),
    files,
  ],
  'end-agent': [day('occurredOn'), ask('agentId', 'agent', { defaultFrom: 'only-agent' }), why],
  'object-jurisdiction': [
    day('day.handed-in'),
    ...ofOrgan,
    ask('grounds', 'long-text', { label: 'objection.grounds' }),
    files,
  ],
  'record-objection-ruling': [day('day.ruled'), instance, ask('upheld', 'boolean'), files],
  'ask-evidence-extension': [day('day.handed-in'), ...ofOrgan, ask('reason', 'long-text'), files],
  'record-extension-answer': [
    day('day.answered'),
    ...ofOrgan,
    ask('allowed', 'boolean'),
    may('causeRemovedOn', 'day', { showWhen: { field: 'allowed', is: [true] } }),
    files,
  ],
  'file-answer': [
    day('day.filed', 'day.answer-proposed'),
    ...ofOrgan,
    { ...way, initial: 'direct' },
    may('proof', 'text'),
    may('opinion', 'long-text'),
    evidence,
    may('bases', 'list', { items: [ask('law', 'text', { label: 'bases.law' }), may('article', 'text')] }),
    may('signedByHead', 'boolean'),
    files,
  ],
  'file-evidence': [
    day('day.filed'),
    ...ofOrgan,
    { ...way, initial: 'direct' },
    may('proof', 'text'),
    { ...evidence, required: true },
    may('reason', 'long-text'),
    files,
  ],
  'change-procedure': [
    day('day.ruled'),
    instance,
    select('to', 'procedure', { label: 'procedure.to', initial: 'ordinary' }),
    may('reason', 'long-text'),
  ],
  'suspend-instance': [day('day.ruled'), instance, select('ground', 'suspension'), may('reason', 'long-text'), files],
  'resume-instance': [day('day.ruled'), instance, may('reason', 'long-text'), files],

  'set-session': [
    day('day.notice'),
    instance,
    select('kind', 'sessionKind', { initial: 'trial' }),
    ask('on', 'day'),
    ask('time', 'time', { initial: '09:00' }),
    ask('place', 'text'),
    may('minutes', 'number', { initial: 180, max: 1440 }),
    may('isPublic', 'boolean', { initial: true }),
    may('online', 'boolean'),
    notices,
    files,
  ],
  'move-session': [
    day('day.notice'),
    openSession,
    ask('on', 'day'),
    ask('time', 'time'),
    may('place', 'text'),
    may('why', 'text'),
    notices,
  ],
  'cancel-session': [day('day.notice'), openSession, why],
  'hold-session': [day('day.held'), openSession, may('adjourned', 'boolean'), may('note', 'long-text'), files],
  'mark-observation': [day('occurredOn'), openSession, may('invited', 'organs'), why],
  'record-observers': [day('day.recorded'), lastSession, may('came', 'observers'), may('note', 'text')],

  'agree-appearance': [
    day('day.agreed'),
    instance,
    ask('organIds', 'suit-organs'),
    ask('byOrganId', 'suit-organ'),
    select('how', 'agreedHow', { initial: 'agreed' }),
    files,
  ],
  'plan-leader': [day('day.planned'), openSession, organ, ask('leader', 'leader'), staff('staff')],
  'confirm-leader': [day('occurredOn'), openSession, organ],
  'replace-leader': [day('occurredOn'), openSession, organ, ask('leader', 'leader'), ask('why', 'text')],
  'submit-identity-proof': [
    day('day.handed-in'),
    openSession,
    organ,
    may('leaderName', 'text'),
    may('hasName', 'boolean', { initial: true }),
    may('hasTitle', 'boolean', { initial: true }),
    may('sealed', 'boolean', { initial: true }),
    files,
  ],
  'check-identity-proof': [
    day('day.checked'),
    lastSession,
    organ,
    select('result', 'proofResult', { initial: 'accepted' }),
    may('why', 'text'),
  ],
  'record-appearance': [
    day('day.held'),
    lastSession,
    organ,
    may('leader', 'leader', { defaultFrom: 'planned-leader' }),
    may('spoke', 'boolean'),
    may('leftEarly', 'boolean'),
    may('refusedToExplain', 'boolean'),
    staff('staff'),
    may('lawyers', 'number', { initial: 0, max: 2 }),
    may('adjourned', 'boolean'),
    files,
  ],
  'explain-absence': [
    day('day.handed-in'),
    ask('sessionId', 'session', { defaultFrom: 'open-session' }),
    organ,
    select('ground', 'absenceGround'),
    may('reason', 'long-text'),
    select('proof', 'absenceProof', { label: 'absence.proof' }),
    may('askedAdjournment', 'boolean'),
    staff('delegates'),
    files,
  ],
  'rule-on-absence': [day('day.ruled'), lastSession, organ, ask('accepted', 'boolean'), may('why', 'text')],

  'record-judgment': [
    day('day.judged'),
    instance,
    ask('outcomes', 'outcomes', { optionSet: 'outcome', max: 4 }),
    may('reversedTo', 'multi-select', {
      optionSet: 'outcome',
      showWhen: { field: 'outcomes', is: ['reverse'] },
      max: 4,
    }),
    may('redo.ordered', 'boolean', {
      showWhen: { field: 'outcomes', is: ['revoke', 'revoke-partly', 'confirm-void', 'order-duty', 'reverse'] },
    }),
    may('redo.days', 'number', { showWhen: { field: 'redo.ordered', is: [true] }, max: 3650 }),
    may('reconsideration', 'select', { optionSet: 'reconsideration', onlyWith: 'reconsideration-before' }),
    may('number', 'text', { label: 'judgment.number' }),
    may('pronouncedInCourt', 'boolean'),
    ask('operative', 'long-text'),
    may('compensation', 'money'),
    may('obligations', 'obligations'),
    files,
  ],
  'record-service': [
    day('day.served'),
    instance,
    ask('to', 'served-to', { label: 'served.to' }),
    { ...way, initial: 'direct' },
    may('proof', 'text'),
    files,
  ],
  'record-appeal': [day('day.appealed'), instance, ...appellants, may('reason', 'long-text'), files],
  'withdraw-appeal': [day('day.withdrawn'), instance, ...appellants],
  'record-retrial-application': [
    day('day.applied'),
    instance,
    ...appellants,
    may('procurator', 'boolean'),
    may('court', 'text'),
    may('reason', 'long-text'),
    files,
  ],

  'record-performance': [
    day('day.performed'),
    ask('obligationId', 'obligation', { defaultFrom: 'only-obligation' }),
    select('part', 'performedPart', { initial: 'whole' }),
    ask('proof', 'text', { label: 'performance.proof' }),
    files,
  ],
  'record-court-measure': [
    day('day.taken'),
    ask('obligationId', 'obligation', { defaultFrom: 'only-obligation' }),
    select('measure', 'measure'),
    may('note', 'long-text'),
    files,
  ],
  'receive-advice': [
    day('day.received'),
    organ,
    select('subject', 'adviceSubject'),
    may('number', 'text', { label: 'advice.number' }),
    ask('summary', 'long-text', { label: 'advice.summary' }),
    may('dueOn', 'day'),
    files,
  ],
  'answer-advice': [
    day('day.answered'),
    ask('adviceId', 'advice', { defaultFrom: 'only-advice' }),
    select('adopted', 'adopted'),
    ask('summary', 'long-text', { label: 'reply.summary' }),
    files,
  ],
  'record-defects': [
    day('day.recorded'),
    instance,
    organ,
    ask('elements', 'multi-select', { optionSet: 'defect' }),
    ask('what', 'long-text', { label: 'defect.what' }),
    may('advice', 'long-text', { label: 'defect.advice' }),
  ],
  'read-defects': [
    day('occurredOn'),
    organ,
    ask('name', 'text', { defaultFrom: 'own-name' }),
    may('measures', 'long-text'),
  ],
  'mark-major': [
    day('occurredOn'),
    ask('grounds', 'multi-select', { optionSet: 'majorGround', label: 'major.grounds' }),
    ask('everyDays', 'number', { initial: 30, max: 180 }),
    may('why', 'text'),
  ],
  'feed-back-major': [day('occurredOn'), ask('text', 'long-text')],
  'unmark-major': [day('occurredOn'), ask('why', 'text')],

  // The form has a page of its own, which fills the template and makes the file.
  'issue-form': [
    day('occurredOn'),
    select('kind', 'document'),
    organ,
    ask('name', 'text'),
    ask('template', 'text'),
    ask('fileId', 'files'),
  ],
  'assign-handlers': [day('occurredOn'), ask('accounts', 'accounts', { max: 4 }), why],
  'hand-over': [
    ask('from', 'account', { label: 'hand-over.from' }),
    ask('to', 'account', { label: 'hand-over.to' }),
    why,
  ],
  'update-person': [day('occurredOn'), ask('partyId', 'party'), ask('person', 'person'), why],
  link: [
    day('occurredOn'),
    select('kind', 'linkKind', { options: linkKinds.filter((kind) => kind !== 'joined-into') }),
    ask('to', 'case', { label: 'link.to' }),
    why,
  ],
  unlink: [day('occurredOn'), ask('seq', 'link'), ask('why', 'text')],
  'add-file': [day('occurredOn'), ask('fileId', 'files'), ask('name', 'text'), ask('kind', 'text')],
  'make-note': [day('occurredOn'), ask('text', 'long-text')],
  'void-lawsuit': [ask('why', 'long-text'), may('duplicateOf', 'case')],
  'correct-entry': [
    ask('seq', 'entry'),
    may('occurredOn', 'day'),
    may('occurredTime', 'time'),
    may('payload', 'payload'),
    ask('why', 'long-text'),
  ],
  'annul-entry': [ask('seq', 'entry'), ask('why', 'long-text')],

  propose: [may('opinion', 'long-text')],
  'return-proposal': [ask('proposalId', 'proposal', { defaultFrom: 'only-proposal' }), ask('reasons', 'long-text')],
  'withdraw-proposal': [ask('proposalId', 'proposal', { defaultFrom: 'only-proposal' }), may('reasons', 'long-text')],
  approve: [ask('proposalId', 'proposal', { defaultFrom: 'only-proposal' }), may('opinion', 'long-text')],
} as const satisfies Record<StepType, readonly SuitFieldSpec[]>;

/** What was signed on paper and is recorded with the scan: offered with every step that somebody signs. */
export const onPaperForm: readonly SuitFieldSpec[] = [
  ask('onPaper.doneBy.name', 'text'),
  ask('onPaper.doneBy.title', 'text'),
  may('onPaper.doneBy.role', 'select', { optionSet: 'signer' }),
  ask('onPaper.fileIds', 'files'),
];
/** Asked for when the step contradicts the law or the record. */
export const irregularForm: readonly SuitFieldSpec[] = [ask('irregularReason', 'long-text')];
