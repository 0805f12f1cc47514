/**
 * Every step's form as data: the page draws it, and knows no step by name. A field's words are in the catalogue
 * (`fields`), its options in `options`; what it accepts is said once, by the step's schema.
 */
import { linkKinds } from '../ledger/common-entries.ts';
import type { DocumentKind } from './codes.ts';
import type { Party } from './entries.ts';
import type { OptionSet } from './option-sets.ts';
import type { StepType } from './steps.ts';

/** What a field asks for. */
export type FieldKind =
  | 'day'
  | 'time'
  | 'text'
  | 'long-text'
  | 'number'
  /** Whole fen in the record, yuan on the screen. */
  | 'money'
  | 'boolean'
  /** Yes, no, or not asked. */
  | 'yes-no'
  | 'select'
  | 'multi-select'
  /** Several short texts. */
  | 'lines'
  /** Rows of `items`. */
  | 'list'
  | 'files'
  /** Somebody who works on the office's cases. */
  | 'account'
  /** A party of the case, or several. */
  | 'party'
  | 'parties'
  /** A new person's own data. */
  | 'person'
  | 'respondent'
  | 'organ'
  | 'accounts'
  /** A document to be issued, with its sendings. */
  | 'document'
  | 'existing-document'
  /** What was looked at before acceptance, with a reason for each that is not met. */
  | 'checks'
  /** The condition a refusal names, proposed by the same checks. */
  | 'failing-condition'
  /** Sendings of an existing document. */
  | 'sendings'
  /** A sending that was not yet served. */
  | 'unserved-sending'
  | 'open-hearing'
  /** A sending to the reader's own organ that it has not signed for. */
  | 'own-sending'
  /** A stop that still holds the case. */
  | 'open-stop'
  /** A respondent's report that is neither confirmed nor sent back. */
  | 'open-report'
  /** An opinion letter to the reader's organ, or any, that is not answered. */
  | 'open-letter'
  /** 51(3): the respondent's leader, or why not and who instead. */
  | 'leader'
  | 'proposal'
  | 'entry'
  | 'link'
  | 'rule'
  | 'case'
  /** The payload of an entry, by the entry's own fields. */
  | 'payload';

/** Where the first value comes from. */
export type DefaultFrom =
  | 'today'
  | 'only-respondent'
  | 'only-proposal'
  | 'only-hearing'
  | 'only-report'
  | 'only-letter'
  /** The name of who is signed in. */
  | 'own-name'
  /** The one not yet served; of several, the newest of the closing document, else the newest. */
  | 'newest-unserved'
  | 'extension-left'
  | 'other-procedure';

/** To whom a document usually goes: the page prefills its sendings; `chosen-organ` = the one named in the form. */
export type Addressees = 'applicants' | 'respondents' | 'everyone' | 'chosen-organ' | 'none';

/** What a field may presuppose of the record. */
export type RecordHas = 'committee-advice' | 'several-stops' | 'performance-report';

export interface FieldSpec {
  /** Path in the step's input. */
  readonly name: string;
  readonly label: FieldLabel;
  /** Its words while the step is only proposed: the day on which it is meant to be done. */
  readonly proposedLabel?: FieldLabel;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly optionSet?: OptionSet;
  /** Where only some of the set may be chosen. */
  readonly options?: readonly string[];
  readonly defaultFrom?: DefaultFrom;
  readonly showWhen?: { readonly field: string; readonly is: readonly (string | boolean)[] };
  /** Asked only where the record holds what it is about. */
  readonly onlyWith?: RecordHas;
  readonly items?: readonly FieldSpec[];
  readonly documentKind?: DocumentKind;
  /** Of the parties still in the case, only those in these capacities. */
  readonly capacities?: readonly Party['capacity'][];
  readonly addressees?: Addressees;
  readonly max?: number;
}

/** Names of fields as the page shows them, by the last part of the path, or by step and path where they differ. */
export const fieldLabels = [
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
  'day.accepted',
  'day.refused',
  'day.notice',
  'day.granted',
  'day.materials-received',
  'day.recorded',
  'day.withdrawn',
  'day.ordered',
  'day.copy',
  'day.reply-filed',
  'day.joined',
  'day.heard',
  'day.held',
  'day.advised',
  'day.begun',
  'day.replied',
  'day.concluded',
  'day.stopped',
  'day.suspended',
  'day.resumed',
  'day.span-from',
  'day.approved',
  'day.extension-proposed',
  'day.change-proposed',
  'day.decision-proposed',
  'day.letter',
  'day.requested',
  'day.terminated',
  'day.decided',
  'day.taken-up',
  'day.made',
  'day.sent',
  'day.served',
  'day.performed',
  'day.reported',
  'day.received-by-us',
  // Fields
  'accountId',
  'accounts',
  'act',
  'actsFor',
  'address',
  'addressee',
  'adopted',
  'agents',
  'agreed',
  'allPartiesAgree',
  'amount',
  'applicantAbsent',
  'applicantExcused',
  'applicants',
  'article',
  'articles',
  'asks',
  'attended',
  'authority',
  'authority.fileIds',
  'authority.kind',
  'authority.matters',
  'authority.until',
  'bases',
  'bases.article',
  'bases.law',
  'basis',
  'byOrgan',
  'capacity',
  'category',
  'channel',
  'check',
  'collective',
  'committee',
  'committee.follows',
  'committee.opinion',
  'committee.why',
  'compensation',
  'compensation.amount',
  'compensation.granted',
  'competent',
  'competentOrgan',
  'confirmation',
  'confirmedBy',
  'condition',
  'content',
  'contentKnownOn',
  'days',
  'decidedBy',
  'delegate',
  'document',
  'documentId',
  'dueOn',
  'duplicateOf',
  'electronicService',
  'evidence',
  'evidence.name',
  'evidence.number',
  'exclude-span.to',
  'file',
  'fileId',
  'fileIds',
  'filedOn',
  'filingProof',
  'from',
  'hand-over.from',
  'hand-over.to',
  'into',
  'granted',
  'ground',
  'grounds',
  'handlers',
  'headName',
  'heardBy',
  'insteadOf',
  'hearers',
  'hearing',
  'hearingId',
  'how',
  'idNumber',
  'immovable',
  'inaction',
  'input',
  'is',
  'items',
  'key',
  'kind',
  'knownHow',
  'knownOn',
  'lastSignedOn',
  'law',
  'legalRepresentative',
  'legalRepresentatives',
  'length',
  'letter.summary',
  'link.to',
  'madeOn',
  'madeOnTheSpot',
  'maker',
  'mandatory',
  'manner',
  'materials',
  'matter',
  'mediationWilling',
  'members',
  'member.name',
  'member.opinion',
  'member.unit',
  'method',
  'act.name',
  'heard.party',
  'heard.organ',
  'name',
  'newCaseId',
  'noReply',
  'normativeReview',
  'notInformed',
  'number',
  'numberPrefix',
  'numberGiven',
  'obstacles',
  'ofSeq',
  'on',
  'operative',
  'opinion',
  'oral',
  'oral.fileIds',
  'oral.record',
  'organId',
  'overridden',
  'outside',
  'pages',
  'panel',
  'panel.hearers',
  'panel.presider',
  'panel.recorder',
  'parties',
  'party',
  'partyId',
  'payload',
  'performBy',
  'performedOn',
  'periodEndsOn',
  'person',
  'persons',
  'place',
  'powers',
  'presider',
  'printedDue',
  'procedure',
  'proof',
  'proposalId',
  'purpose',
  'question',
  'replacedBy',
  'reason',
  'reasons',
  'receivedOn',
  'record',
  'recorder',
  'redo',
  'readBack',
  'readBackOn',
  'recordedBy',
  'redo.days',
  'refer.to',
  'relay',
  'relay.note',
  'relay.receivedOn',
  'relay.sentOn',
  'report.returned',
  'report.summary',
  'representatives',
  'reschedule.reason',
  'requestedOn',
  'requests',
  'respondentId',
  'respondentLeader',
  'respondents',
  'result',
  'reviewingOrganId',
  'rightsKnownOn',
  'ruleId',
  'sealedOn',
  'sendingId',
  'sendings',
  'sentOn',
  'sentProof',
  'seq',
  'servedOn',
  'servedProof',
  'settled',
  'sha256',
  'signedByHead',
  'signedRecord',
  'signer',
  'simplified',
  'simplifiedGround',
  'sitting',
  'sitting.members',
  'sitting.on',
  'sitting.place',
  'size',
  'source',
  'stay',
  'step',
  'subject',
  'suit',
  'summary',
  'telephone',
  'terms',
  'text',
  'thirdParties',
  'time',
  'title',
  'to',
  'toName',
  'toOrgan',
  'toOrganId',
  'topics',
  'type',
  'types',
  'unit',
  'until',
  'where',
  'why',
] as const;
export type FieldLabel = (typeof fieldLabels)[number];

const known: ReadonlySet<string> = new Set(fieldLabels);
const isLabel = (s: string): s is FieldLabel => known.has(s);

/**
 * The label of a field by its path in an input or payload (`applicants.0.person.name` → name): the longest known end
 * of the path, list positions left out.
 */
export function fieldLabelOf(path: string): FieldLabel | null {
  const parts = path.split('.').filter((p) => !/^\d+$/.test(p));
  for (let from = 0; from < parts.length; from++) {
    const end = parts.slice(from).join('.');
    if (isLabel(end)) return end;
  }
  return null;
}

type More = Omit<FieldSpec, 'name' | 'label' | 'kind' | 'required'>;
const ask = (name: string, kind: FieldKind, more: More & { label?: FieldLabel } = {}): FieldSpec => {
  const { label, ...rest } = more;
  const own = label ?? fieldLabelOf(name);
  if (own === null) throw new Error(`no label for the field ${name}`);
  return { name, label: own, kind, required: true, ...rest };
};
const may = (name: string, kind: FieldKind, more: More & { label?: FieldLabel } = {}): FieldSpec => ({
  ...ask(name, kind, more),
  required: false,
});
const day = (label: FieldLabel, proposedLabel?: FieldLabel): FieldSpec =>
  ask('occurredOn', 'day', { label, defaultFrom: 'today', ...(proposedLabel === undefined ? {} : { proposedLabel }) });
const reason = ask('reason', 'long-text');
const files = may('fileIds', 'files');
const letter = (documentKind: DocumentKind, addressees: Addressees): FieldSpec =>
  may('document', 'document', { documentKind, addressees });
const select = (name: string, optionSet: OptionSet, more: More = {}): FieldSpec =>
  ask(name, 'select', { optionSet, ...more });
const respondent = ask('respondentId', 'respondent', { defaultFrom: 'only-respondent' });

/** What a power of attorney names (ARL2023 17(2)). */
function authorityOf(path: '' | 'party.', showWhen?: FieldSpec['showWhen']): readonly FieldSpec[] {
  const kind = `${path}authority.kind`;
  const when = (...is: readonly string[]) => ({ showWhen: { field: kind, is } });
  return [
    may(kind, 'select', { optionSet: 'authorityKind', ...(showWhen === undefined ? {} : { showWhen }) }),
    may(`${path}authority.matters`, 'multi-select', { optionSet: 'specialPower', ...when('special') }),
    may(`${path}authority.until`, 'day', when('general', 'special')),
    may(`${path}authority.fileIds`, 'files', when('general', 'special')),
  ];
}

export const stepForms = {
  // Registration has a page of its own; the data say what it asks for.
  'register-application': [
    select('channel', 'channel'),
    ask('receivedOn', 'day', { defaultFrom: 'today' }),
    ask('filedOn', 'day'),
    may('relay.organId', 'organ', { showWhen: { field: 'channel', is: ['via-penalising-organ'] } }),
    may('relay.receivedOn', 'day', { showWhen: { field: 'channel', is: ['via-penalising-organ'] } }),
    may('relay.sentOn', 'day', { showWhen: { field: 'channel', is: ['via-penalising-organ'] } }),
    may('relay.note', 'text', { showWhen: { field: 'channel', is: ['via-penalising-organ'] } }),
    may('oral.record', 'long-text', { showWhen: { field: 'channel', is: ['oral'] } }),
    may('oral.recordedBy', 'text', { showWhen: { field: 'channel', is: ['oral'] } }),
    may('oral.readBackOn', 'day', { showWhen: { field: 'channel', is: ['oral'] } }),
    may('oral.readBack', 'select', { optionSet: 'readBack', showWhen: { field: 'channel', is: ['oral'] } }),
    may('oral.confirmedBy', 'text', { showWhen: { field: 'channel', is: ['oral'] } }),
    may('oral.confirmation', 'select', { optionSet: 'confirmation', showWhen: { field: 'channel', is: ['oral'] } }),
    may('oral.fileIds', 'files', { showWhen: { field: 'channel', is: ['oral'] } }),
    may('suit', 'select', { optionSet: 'suit' }),
    may('filingProof', 'text'),
    ask('respondents', 'list', { items: [ask('organId', 'organ')] }),
    ask('applicants', 'list', { items: [select('kind', 'partyKind'), ask('person', 'person')] }),
    may('thirdParties', 'list', { items: [select('kind', 'partyKind'), ask('person', 'person')] }),
    may('representatives', 'list', { items: [ask('person', 'person'), ask('actsFor', 'parties')], max: 5 }),
    may('agents', 'list', { items: [ask('person', 'person'), ask('actsFor', 'parties'), may('powers', 'text')] }),
    may('legalRepresentatives', 'list', { items: [ask('person', 'person'), ask('actsFor', 'parties')] }),
    ask('act.name', 'text'),
    may('act.number', 'text'),
    may('act.madeOn', 'day'),
    select('act.matter', 'matter'),
    may('act.category', 'select', { optionSet: 'category' }),
    may('act.content', 'text'),
    may('act.amount', 'money'),
    may('act.madeOnTheSpot', 'boolean'),
    may('act.immovable', 'boolean'),
    select('act.knownHow', 'knownHow'),
    may('act.knownOn', 'day'),
    may('act.notInformed.rightsKnownOn', 'day'),
    may('act.notInformed.contentKnownOn', 'day'),
    may('act.obstacles', 'list', { items: [ask('from', 'day'), ask('to', 'day'), ask('reason', 'text')] }),
    may('act.inaction.requestedOn', 'day'),
    may('act.inaction.periodEndsOn', 'day'),
    ask('requests', 'long-text'),
    ask('grounds', 'long-text'),
    may('asks.compensation', 'money'),
    may('asks.hearing', 'boolean'),
    may('asks.stay', 'boolean'),
    may('asks.normativeReview', 'text'),
    may('asks.simplified', 'boolean'),
    may('asks.electronicService', 'boolean'),
    may('materials', 'lines'),
    files,
    may('handlers', 'accounts'),
  ],

  accept: [
    day('day.accepted'),
    select('procedure', 'procedure'),
    select('simplifiedGround', 'simplifiedGround', { showWhen: { field: 'procedure', is: ['simplified'] } }),
    may('allPartiesAgree', 'boolean', { showWhen: { field: 'simplifiedGround', is: ['all-parties-agree'] } }),
    may('overridden', 'checks'),
    letter('acceptance-notice', 'applicants'),
  ],
  refuse: [
    day('day.refused'),
    ask('condition', 'failing-condition', { optionSet: 'acceptanceCondition' }),
    reason,
    may('competentOrgan', 'text', { showWhen: { field: 'condition', is: ['own-jurisdiction'] } }),
    letter('refusal-decision', 'applicants'),
  ],
  'notify-correction': [day('day.notice'), ask('items', 'lines'), letter('correction-notice', 'applicants')],
  'extend-correction': [day('day.granted'), ask('until', 'day'), reason],
  'record-correction': [day('day.materials-received'), may('filedOn', 'day'), may('materials', 'lines'), files],
  'record-abandonment': [day('day.recorded'), reason],
  'withdraw-before-acceptance': [day('day.withdrawn'), may('reason', 'long-text')],
  'order-acceptance': [day('day.ordered'), ask('byOrgan', 'text'), reason],

  'issue-copy': [day('day.copy'), letter('reply-notice', 'respondents')],
  'file-reply': [
    day('day.reply-filed'),
    respondent,
    may('receivedOn', 'day'),
    may('opinion', 'long-text'),
    may('evidence', 'list', {
      items: [
        may('number', 'text', { label: 'evidence.number' }),
        ask('name', 'text', { label: 'evidence.name' }),
        may('pages', 'number'),
        may('source', 'text'),
        may('purpose', 'text'),
      ],
    }),
    may('bases', 'list', {
      items: [ask('law', 'text', { label: 'bases.law' }), may('article', 'text', { label: 'bases.article' })],
    }),
    may('basis', 'lines'),
    may('signedByHead', 'boolean'),
    may('headName', 'text', { showWhen: { field: 'signedByHead', is: [true] } }),
    files,
  ],
  'join-third-party': [
    day('day.joined'),
    select('how', 'joinedHow'),
    select('kind', 'partyKind'),
    ask('person', 'person'),
    letter('third-party-notice', 'none'),
  ],
  'add-party': [
    day('occurredOn'),
    select('party.capacity', 'partyCapacity'),
    select('party.kind', 'partyKind'),
    ask('party.person', 'person'),
    may('party.actsFor', 'parties', {
      showWhen: { field: 'party.capacity', is: ['agent', 'representative', 'legal-representative'] },
    }),
    ...authorityOf('party.', { field: 'party.capacity', is: ['agent', 'representative'] }),
    may('party.powers', 'text', { showWhen: { field: 'party.capacity', is: ['agent', 'representative'] } }),
    may('why', 'text'),
  ],
  'replace-agent': [
    day('occurredOn'),
    ask('partyId', 'party', { capacities: ['agent', 'representative'] }),
    select('kind', 'partyKind'),
    ask('person', 'person'),
    ...authorityOf(''),
    may('powers', 'text'),
    ask('why', 'text'),
  ],
  'remove-party': [day('occurredOn'), ask('partyId', 'party'), ask('why', 'text')],
  'update-person': [day('occurredOn'), ask('partyId', 'party'), ask('person', 'person'), may('why', 'text')],
  'hear-opinion': [
    day('day.heard'),
    may('partyId', 'party', { label: 'heard.party' }),
    may('organId', 'respondent', { label: 'heard.organ' }),
    select('manner', 'manner'),
    may('heardBy', 'text'),
    ask('summary', 'long-text'),
    may('mediationWilling', 'yes-no'),
    may('fileIds', 'files', { label: 'signedRecord' }),
  ],
  'schedule-hearing': [
    day('day.notice'),
    ask('on', 'day'),
    ask('time', 'time'),
    ask('place', 'text'),
    may('topics', 'long-text'),
    may('mandatory', 'boolean'),
    may('panel.presider', 'text'),
    may('panel.hearers', 'lines'),
    may('panel.recorder', 'text'),
    letter('hearing-notice', 'everyone'),
  ],
  'reschedule-hearing': [
    day('day.notice'),
    ask('hearingId', 'open-hearing', { defaultFrom: 'only-hearing' }),
    ask('reason', 'long-text', { label: 'reschedule.reason' }),
    ask('on', 'day'),
    ask('time', 'time'),
    may('place', 'text'),
    letter('hearing-notice', 'everyone'),
  ],
  'cancel-hearing': [day('occurredOn'), ask('hearingId', 'open-hearing', { defaultFrom: 'only-hearing' }), reason],
  'hold-hearing': [
    day('day.held'),
    may('occurredTime', 'time'),
    ask('hearingId', 'open-hearing', { defaultFrom: 'only-hearing' }),
    ask('presider', 'text'),
    ask('hearers', 'lines'),
    ask('recorder', 'text'),
    may('applicantAbsent', 'boolean'),
    may('applicantExcused', 'text', { showWhen: { field: 'applicantAbsent', is: [false] } }),
    ask('respondentLeader', 'leader'),
    may('record', 'long-text'),
    files,
  ],
  'ask-committee': [day('day.requested'), select('category', 'committeeCategory'), may('question', 'long-text')],
  'record-committee-advice': [
    day('day.advised'),
    ask('opinion', 'long-text', { label: 'committee.opinion' }),
    may('sitting.on', 'day'),
    may('sitting.place', 'text'),
    may('sitting.members', 'list', {
      items: [
        ask('name', 'text', { label: 'member.name' }),
        may('unit', 'text', { label: 'member.unit' }),
        may('outside', 'boolean'),
        may('opinion', 'text', { label: 'member.opinion' }),
      ],
    }),
    may('members', 'number'),
    files,
  ],
  'begin-normative-review': [
    day('day.begun'),
    select('article', 'normativeArticle'),
    ask('subject', 'text'),
    ask('maker', 'text'),
    ask('competent', 'boolean'),
    letter('suspension-notice', 'everyone'),
  ],
  'ask-normative-maker': [day('day.notice'), letter('normative-reply-notice', 'none')],
  'record-maker-reply': [day('day.replied'), may('summary', 'long-text'), files],
  'refer-normative-review': [
    day('day.sent'),
    ask('to', 'text', { label: 'refer.to' }),
    letter('normative-referral', 'none'),
  ],
  'conclude-normative-review': [day('day.concluded'), select('result', 'normativeResult'), may('summary', 'long-text')],
  'order-stay': [
    day('day.stopped'),
    select('ground', 'stayGround'),
    may('until', 'day'),
    letter('stay-notice', 'everyone'),
  ],
  'refuse-stay': [day('occurredOn'), reason],
  'lift-stay': [day('occurredOn'), reason],
  suspend: [
    day('day.suspended'),
    may('ground', 'select', { optionSet: 'suspensionGround' }),
    reason,
    letter('suspension-notice', 'everyone'),
  ],
  resume: [
    day('day.resumed'),
    may('ofSeq', 'open-stop', { onlyWith: 'several-stops' }),
    reason,
    letter('resumption-notice', 'everyone'),
  ],
  'order-resumption': [day('day.ordered'), ask('byOrgan', 'text'), reason],
  'exclude-span': [
    day('day.span-from'),
    ask('to', 'day', { label: 'exclude-span.to' }),
    select('kind', 'excludedSpanKind'),
    may('where', 'text'),
    may('reason', 'long-text'),
  ],
  'change-procedure': [
    day('day.approved', 'day.change-proposed'),
    select('to', 'procedure', { defaultFrom: 'other-procedure' }),
    reason,
    may('allPartiesAgree', 'boolean', { showWhen: { field: 'to', is: ['simplified'] } }),
    letter('procedure-change-notice', 'everyone'),
  ],
  extend: [
    day('day.approved', 'day.extension-proposed'),
    ask('days', 'number', { defaultFrom: 'extension-left', max: 30 }),
    reason,
    letter('extension-notice', 'everyone'),
  ],

  'hold-mediation': [day('day.held'), ask('agreed', 'boolean'), may('summary', 'long-text')],
  'make-mediation-letter': [
    day('day.letter'),
    ask('terms', 'long-text'),
    may('lastSignedOn', 'day'),
    may('sealedOn', 'day'),
    may('performBy', 'day'),
    letter('mediation-letter', 'everyone'),
  ],
  'sign-mediation': [day('occurredOn'), ask('lastSignedOn', 'day'), ask('sealedOn', 'day')],
  'fail-mediation': [day('occurredOn'), reason],
  'record-settlement': [day('occurredOn'), ask('terms', 'long-text')],
  'request-withdrawal': [day('day.requested'), may('reason', 'long-text'), may('settled', 'boolean'), files],
  terminate: [
    day('day.terminated'),
    select('ground', 'terminationGround'),
    may('reason', 'long-text'),
    letter('termination-decision', 'everyone'),
  ],
  reject: [
    day('day.decided'),
    select('condition', 'acceptanceCondition'),
    reason,
    letter('rejection-decision', 'everyone'),
  ],
  decide: [
    day('day.decided', 'day.decision-proposed'),
    ask('types', 'multi-select', { optionSet: 'decisionType', max: 4 }),
    may('articles', 'lines'),
    ask('operative', 'long-text'),
    may('noReply', 'boolean'),
    may('redo.days', 'number', { showWhen: { field: 'types', is: ['revoke', 'revoke-partly', 'confirm-unlawful'] } }),
    may('performBy', 'day'),
    may('compensation.granted', 'boolean'),
    may('compensation.amount', 'money', { showWhen: { field: 'compensation.granted', is: [true] } }),
    may('collective', 'boolean'),
    ask('committee.follows', 'select', { optionSet: 'committeeFollowed', onlyWith: 'committee-advice' }),
    ask('committee.why', 'long-text', {
      onlyWith: 'committee-advice',
      showWhen: { field: 'committee.follows', is: ['partly', 'no'] },
    }),
    letter('decision', 'everyone'),
  ],
  'transfer-case': [
    day('day.sent'),
    may('toOrganId', 'organ'),
    ask('toName', 'text'),
    reason,
    letter('relay-letter', 'applicants'),
  ],
  'take-up': [
    day('day.taken-up'),
    ask('byOrgan', 'text'),
    select('how', 'takeUpHow'),
    letter('take-up-notice', 'everyone'),
  ],

  'issue-document': [day('day.made'), select('kind', 'documentKind'), letter('other', 'none')],
  'send-document': [day('day.sent'), ask('documentId', 'existing-document'), ask('sendings', 'sendings')],
  'record-service': [
    day('day.served'),
    ask('sendingId', 'unserved-sending', { defaultFrom: 'newest-unserved' }),
    may('method', 'select', { optionSet: 'serviceMethod' }),
    ask('proof', 'text'),
    files,
  ],

  'acknowledge-receipt': [
    day('day.received-by-us'),
    ask('sendingId', 'own-sending', { defaultFrom: 'newest-unserved' }),
    ask('signer', 'text', { defaultFrom: 'own-name' }),
  ],

  'report-performance': [
    day('day.reported'),
    respondent,
    may('performedOn', 'day'),
    ask('summary', 'long-text', { label: 'report.summary' }),
    files,
  ],
  'return-performance-report': [
    day('occurredOn'),
    may('seq', 'open-report', { defaultFrom: 'only-report' }),
    ask('reason', 'long-text', { label: 'report.returned' }),
  ],
  'record-performance': [day('day.performed'), respondent, ask('proof', 'text'), files],
  'order-performance': [
    day('day.ordered'),
    respondent,
    ask('dueOn', 'day'),
    letter('performance-order', 'respondents'),
  ],
  'record-interview': [day('day.held'), respondent, may('summary', 'long-text')],
  'record-criticism': [day('occurredOn'), respondent, may('summary', 'long-text')],
  'issue-opinion-letter': [
    day('day.made'),
    ask('toOrgan', 'organ'),
    ask('subject', 'text'),
    letter('opinion-letter', 'chosen-organ'),
  ],
  'record-opinion-report': [
    day('day.reported'),
    ask('documentId', 'open-letter', { defaultFrom: 'only-letter' }),
    ask('summary', 'long-text', { label: 'letter.summary' }),
    select('adopted', 'adopted'),
    files,
  ],

  'assign-handlers': [day('occurredOn'), ask('accounts', 'accounts', { max: 4 }), may('why', 'text')],
  'hand-over': [
    ask('from', 'account', { label: 'hand-over.from' }),
    ask('to', 'account', { label: 'hand-over.to' }),
    ask('why', 'text'),
  ],
  'record-recusal': [
    day('day.recorded'),
    ask('accountId', 'account'),
    select('ground', 'recusalGround'),
    select('how', 'recusalWay'),
    ask('decidedBy', 'text'),
    may('why', 'text'),
  ],
  'clear-conflict': [ask('accountId', 'account'), ask('why', 'long-text')],
  'join-cases': [day('occurredOn'), ask('into', 'case'), reason],
  'split-case': [day('occurredOn'), ask('parties', 'parties', { capacities: ['applicant'] }), ask('why', 'text')],
  'void-case': [ask('why', 'long-text'), may('duplicateOf', 'case')],
  'pin-law': [day('occurredOn'), may('ruleId', 'rule'), select('law', 'lawVersion'), ask('why', 'long-text')],
  'set-special-limit': [
    day('occurredOn'),
    ask('ruleId', 'rule'),
    ask('law', 'text'),
    ask('article', 'text'),
    ask('length', 'number'),
    select('unit', 'unit'),
    ask('why', 'long-text'),
  ],
  link: [
    day('occurredOn'),
    select('kind', 'linkKind', { options: linkKinds.filter((kind) => kind !== 'joined-into') }),
    ask('to', 'case', { label: 'link.to' }),
    may('why', 'text'),
  ],
  unlink: [day('occurredOn'), ask('seq', 'link'), ask('why', 'text')],
  'add-file': [day('occurredOn'), ask('fileId', 'files'), ask('name', 'text'), ask('kind', 'text')],
  'make-note': [day('occurredOn'), ask('text', 'long-text')],
  'correct-entry': [
    ask('seq', 'entry'),
    may('occurredOn', 'day'),
    may('occurredTime', 'time'),
    may('payload', 'payload'),
    ask('why', 'long-text'),
  ],
  'annul-entry': [ask('seq', 'entry'), ask('why', 'long-text')],

  propose: [may('opinion', 'long-text')],
  endorse: [ask('proposalId', 'proposal', { defaultFrom: 'only-proposal' }), may('opinion', 'long-text')],
  'return-proposal': [ask('proposalId', 'proposal', { defaultFrom: 'only-proposal' }), ask('reasons', 'long-text')],
  'withdraw-proposal': [ask('proposalId', 'proposal', { defaultFrom: 'only-proposal' }), may('reasons', 'long-text')],
  approve: [ask('proposalId', 'proposal', { defaultFrom: 'only-proposal' }), may('opinion', 'long-text')],
} as const satisfies Record<StepType, readonly FieldSpec[]>;

/** A decision taken on paper, recorded by a clerk with the scan: offered with every step. */
export const onPaperForm: readonly FieldSpec[] = [
  ask('onPaper.doneBy.name', 'text'),
  ask('onPaper.doneBy.title', 'text'),
  may('onPaper.doneBy.role', 'select', { optionSet: 'paperDecider' }),
  ask('onPaper.fileIds', 'files'),
];
/** Asked for when the step contradicts the law or the record. */
export const irregularForm: readonly FieldSpec[] = [ask('irregularReason', 'long-text')];
