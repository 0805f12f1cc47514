/** The closed sets a lawsuit's forms offer, by name: each value has its words in each language. */
import { linkKinds } from '../ledger/common-entries.ts';
import { matters } from '../reconsideration/codes.ts';
import * as codes from './codes.ts';

export const suitOptionSets = {
  level: codes.instanceLevels,
  procedure: codes.courtProcedures,
  before: codes.beforeSuit,
  role: codes.organRoles,
  paper: codes.courtPapers,
  way: codes.deliveryWays,
  agent: codes.agentKinds,
  notice: codes.leaderNotices,
  sessionKind: codes.sessionKinds,
  rank: codes.leaderRanks,
  absenceGround: codes.absenceGrounds,
  absenceProof: codes.absenceProofs,
  proofResult: codes.proofResults,
  agreedHow: codes.agreementWays,
  outcome: codes.outcomes,
  reconsideration: codes.reconsiderationFates,
  defect: codes.defectElements,
  majorGround: codes.majorGrounds,
  measure: codes.courtMeasures,
  suspension: codes.spanGrounds,
  retrialGround: codes.retrialGrounds,
  adviceSubject: codes.adviceSubjects,
  adopted: codes.adoptions,
  performedPart: codes.performedParts,
  document: codes.documentKinds,
  signer: codes.paperSigners,
  // Shared with reconsideration
  matter: matters,
  partyKind: ['citizen', 'legal-person', 'other-organisation'],
  linkKind: linkKinds,
} as const satisfies Record<string, readonly string[]>;

export type SuitOptionSet = keyof typeof suitOptionSets;

const byField: Readonly<Record<string, SuitOptionSet>> = {
  level: 'level',
  procedure: 'procedure',
  before: 'before',
  role: 'role',
  papers: 'paper',
  way: 'way',
  leader: 'notice',
  rank: 'rank',
  outcomes: 'outcome',
  reversedTo: 'outcome',
  reconsideration: 'reconsideration',
  elements: 'defect',
  grounds: 'majorGround',
  measure: 'measure',
  subject: 'adviceSubject',
  adopted: 'adopted',
  part: 'performedPart',
  matter: 'matter',
  proof: 'absenceProof',
};

const byTypeAndField: Readonly<Record<string, SuitOptionSet>> = {
  'procedure-changed.to': 'procedure',
  'change-procedure.to': 'procedure',
  'session-set.kind': 'sessionKind',
  'set-session.kind': 'sessionKind',
  'agent-appointed.kind': 'agent',
  'appoint-agent.kind': 'agent',
  'suspended.ground': 'suspension',
  'suspend-instance.ground': 'suspension',
  'retrial-applied.ground': 'retrialGround',
  'record-retrial-application.ground': 'retrialGround',
  'absence-explained.ground': 'absenceGround',
  'explain-absence.ground': 'absenceGround',
  'identity-proof-checked.result': 'proofResult',
  'check-identity-proof.result': 'proofResult',
  'appearance-agreed.how': 'agreedHow',
  'agree-appearance.how': 'agreedHow',
  'form-issued.kind': 'document',
  'issue-form.kind': 'document',
  'document-issued.kind': 'document',
  'linked.kind': 'linkKind',
  'link.kind': 'linkKind',
  'lawsuit-registered.kind': 'partyKind',
  'register-summons.kind': 'partyKind',
};

/** Fields whose name is a closed set's in some steps only, and free text in the others. */
const onlyOf: Readonly<Record<string, readonly string[]>> = {
  proof: ['absence-explained', 'explain-absence'],
  leader: ['session-set', 'session-moved', 'set-session', 'move-session', 'register-summons'],
  grounds: ['major-marked', 'mark-major'],
};

/** The closed set behind a field of an entry or a step; null where its value is free. */
export function suitOptionSetOf(type: string, field: string): SuitOptionSet | null {
  const own = byTypeAndField[`${type}.${field}`];
  if (own !== undefined) return own;
  const steps = onlyOf[field];
  return steps === undefined || steps.includes(type) ? (byField[field] ?? null) : null;
}
