/** The closed sets a form offers, by name: each value has its words in each language, and some an article by version. */
import { linkKinds } from '../ledger/common-entries.ts';
import { serviceMethods } from '../ledger/documents.ts';
import { categories } from './categories.ts';
import { checkNames } from './checks/check.ts';
import * as codes from './codes.ts';
import { partyCapacities } from './entries.ts';
import * as people from './people-codes.ts';
import { paperDeciders } from './step-inputs.ts';

export const optionSets = {
  channel: codes.channels,
  knownHow: codes.knownHow,
  matter: codes.matters,
  category: categories,
  procedure: codes.procedures,
  simplifiedGround: codes.simplifiedGrounds,
  acceptanceCondition: codes.acceptanceConditions,
  suspensionGround: codes.suspensionGrounds,
  terminationGround: codes.terminationGrounds,
  stayGround: codes.stayGrounds,
  decisionType: codes.decisionTypes,
  excludedSpanKind: codes.excludedSpanKinds,
  documentKind: codes.documentKinds,
  serviceMethod: serviceMethods,
  linkKind: linkKinds,
  partyCapacity: partyCapacities,
  partyKind: ['citizen', 'legal-person', 'other-organisation'],
  joinedHow: ['applied', 'notified'],
  manner: ['in-person', 'internet', 'telephone', 'not-possible'],
  committeeCategory: ['complex', 'technical', 'provinces-own-act', 'deemed-necessary'],
  committeeFollowed: codes.committeeFollowed,
  normativeArticle: ['56', '57'],
  normativeResult: ['lawful', 'unlawful', 'not-handled'],
  takeUpHow: ['on-own-motion', 'on-request'],
  adopted: ['yes', 'partly', 'no'],
  unit: ['day', 'working-day', 'month', 'year'],
  lawVersion: codes.lawVersions,
  paperDecider: paperDeciders,
  recusalGround: people.recusalGrounds,
  recusalWay: people.recusalWays,
  authorityKind: people.authorityKinds,
  specialPower: people.specialPowers,
  suit: codes.suitStates,
  readBack: codes.readBackWays,
  confirmation: codes.confirmationMarks,
  applicationCheck: checkNames,
} as const satisfies Record<string, readonly string[]>;

export type OptionSet = keyof typeof optionSets;
export type OptionValue<S extends OptionSet> = (typeof optionSets)[S][number];

const byField: Readonly<Record<string, OptionSet>> = {
  channel: 'channel',
  knownHow: 'knownHow',
  matter: 'matter',
  procedure: 'procedure',
  simplifiedGround: 'simplifiedGround',
  condition: 'acceptanceCondition',
  types: 'decisionType',
  method: 'serviceMethod',
  manner: 'manner',
  capacity: 'partyCapacity',
  result: 'normativeResult',
  adopted: 'adopted',
  unit: 'unit',
  suit: 'suit',
  readBack: 'readBack',
  confirmation: 'confirmation',
  check: 'applicationCheck',
};

const byTypeAndField: Readonly<Record<string, OptionSet>> = {
  'application-received.category': 'category',
  'register-application.category': 'category',
  'suspended.ground': 'suspensionGround',
  'suspend.ground': 'suspensionGround',
  'terminated.ground': 'terminationGround',
  'terminate.ground': 'terminationGround',
  'stay-ordered.ground': 'stayGround',
  'order-stay.ground': 'stayGround',
  'procedure-changed.to': 'procedure',
  'change-procedure.to': 'procedure',
  'span-excluded.kind': 'excludedSpanKind',
  'exclude-span.kind': 'excludedSpanKind',
  'document-issued.kind': 'documentKind',
  'issue-document.kind': 'documentKind',
  'linked.kind': 'linkKind',
  'link.kind': 'linkKind',
  'join-third-party.kind': 'partyKind',
  'third-party-joined.how': 'joinedHow',
  'join-third-party.how': 'joinedHow',
  'taken-up.how': 'takeUpHow',
  'take-up.how': 'takeUpHow',
  'recused.ground': 'recusalGround',
  'record-recusal.ground': 'recusalGround',
  'recused.how': 'recusalWay',
  'record-recusal.how': 'recusalWay',
  'party-added.matters': 'specialPower',
  'committee-asked.category': 'committeeCategory',
  'ask-committee.category': 'committeeCategory',
  'normative-review-begun.article': 'normativeArticle',
  'begin-normative-review.article': 'normativeArticle',
};

/** The closed set behind a field of an entry or a step; null where its value is free. */
export const optionSetOf = (type: string, field: string): OptionSet | null =>
  byTypeAndField[`${type}.${field}`] ?? byField[field] ?? null;
