/**
 * A step's form as data, whatever the case is about: the page draws it and knows no step by name. A kind names its own
 * labels, option sets, documents and presuppositions; what kinds of fields there are is one list, so that one engine draws
 * the forms of all.
 */

/** What a field asks for. */
export const fieldKinds = [
  'day',
  'time',
  'text',
  'long-text',
  'number',
  'money', // whole fen in the record, yuan on the screen
  'boolean',
  'yes-no', // yes or no, nothing preset; where it is not required, also not asked
  'select',
  'multi-select',
  'lines', // several short texts
  'list', // rows of `items`
  'files',
  'account', // somebody who works on the office's cases
  'accounts',
  'party', // a party of the case still in it
  'parties',
  'person', // a new person's own data
  'organ', // any organ on file
  'organs',
  'proposal',
  'entry',
  'link',
  'rule',
  'case',
  'payload', // the payload of an entry, by the entry's own fields
  // Of a reconsideration
  'respondent',
  'document', // a document to be issued, with its sendings
  'existing-document',
  'checks', // what was looked at before acceptance, with a reason for each that is not met
  'failing-condition', // the condition a refusal names, proposed by the same checks
  'sendings', // sendings of an existing document
  'unserved-sending',
  'open-hearing',
  'own-sending', // a sending to the reader's own organ that it has not signed for
  'open-stop', // a stop that still holds the case
  'open-report', // a respondent's report that is neither confirmed nor sent back
  'open-letter', // an opinion letter to the reader's organ, or any, that is not answered
  'respondent-leader', // ARL2023 51(3): the respondent's leader, or why not and who instead
  // Of a lawsuit
  'instance', // one of its instances
  'session', // one of its court sessions
  'suit-organ', // an organ in the suit
  'suit-organs',
  'suit-party', // 原告 or 第三人
  'suit-parties',
  'leader', // somebody of an organ who may appear: picked from its leaders, or typed
  'evidence-list', // 证据目录: number, name, pages, source, purpose, files
  'obligations', // what a judgment orders, by whom and until when
  'obligation', // one of them that is not performed
  'outcomes', // what ended the instance chosen in the form
  'advice', // a judicial advice that is not answered
  'agent', // an agent who still acts
  'served-to', // an organ or a party: {is, organId | partyId}
  'session-notices', // per organ: whether the leader is to come, and when the summons was served
  'observers', // per invited organ: how many came
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** Where the first value comes from. */
export const defaultSources = [
  'today',
  'own-name', // the name of who is signed in
  'only-proposal',
  // Of a reconsideration
  'only-respondent',
  'only-hearing',
  'only-report',
  'only-letter',
  'newest-unserved', // of several, the newest of the closing document, else the newest
  'extension-left',
  'other-procedure',
  // Of a lawsuit
  'current-instance',
  'open-session', // the only or next session that was neither held nor cancelled
  'last-session', // the latest session whose day has come
  'own-organ', // the organ the reader answers for; the only organ in the suit for the office
  'planned-leader',
  'only-obligation',
  'only-advice',
  'only-agent',
] as const;
export type DefaultFrom = (typeof defaultSources)[number];

/** To whom a document usually goes: the page prefills its sendings; `chosen-organ` = the one named in the form. */
export type Addressees = 'applicants' | 'respondents' | 'everyone' | 'chosen-organ' | 'none';

/** The closed sets a kind of case names its fields with. */
export interface FormVocabulary {
  readonly label: string;
  readonly optionSet: string;
  readonly documentKind: string;
  readonly capacity: string;
  /** What a field may presuppose of the record. */
  readonly recordHas: string;
}

export interface FieldSpec<V extends FormVocabulary = FormVocabulary> {
  /** Path in the step's input. */
  readonly name: string;
  readonly label: V['label'];
  /** Its words while the step is only proposed: the day on which it is meant to be done. */
  readonly proposedLabel?: V['label'];
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly optionSet?: V['optionSet'];
  /** Where only some of the set may be chosen. */
  readonly options?: readonly string[];
  readonly defaultFrom?: DefaultFrom;
  readonly showWhen?: { readonly field: string; readonly is: readonly (string | boolean)[] };
  /** Asked only where the record holds what it is about. */
  readonly onlyWith?: V['recordHas'];
  readonly items?: readonly FieldSpec<V>[];
  readonly documentKind?: V['documentKind'];
  /** Of the parties still in the case, only those in these capacities. */
  readonly capacities?: readonly V['capacity'][];
  readonly addressees?: Addressees;
  readonly max?: number;
  /** Where it does not begin empty and no source of the record fits: a code of its set, a number, yes or no. */
  readonly initial?: string | number | boolean;
}
