/**
 * The steps a row tells of, in the order of their days: each an act of then, recorded today from the register
 * (rulebook 2.14). What a row cannot mean is said here; what the law and the record say of it, the replay finds.
 */
import { type CivilDate, daysBetween } from '../../calendar/civil-date.ts';
import type { OrganId, PartyId } from '../../ids.ts';
import type { Step } from '../../ledger/kinds.ts';
import type { ReconsiderationCase } from '../case-types.ts';
import {
  type DecisionType,
  decisionTypes,
  type Matter,
  type SimplifiedGround,
  type TerminationGround,
} from '../codes.ts';
import { serialOf, yearOfNumber } from '../document-numbers.ts';
import type { DocumentInput, StepInputGiven } from '../step-inputs.ts';
import { lawOfActOn, revisedLawFrom, type StepType } from '../steps.ts';
import type { DayField, ImportField } from './fields.ts';
import { partyKindOf, type RegisterRow } from './parse-row.ts';
import type { ImportProblem, ImportProblemCode, Severity } from './problems.ts';
import { type ImportOutcome, usualMeaning } from './values.ts';

/** Why every act of an import may stand against a rule: the office's own record says that it was so. */
export const importReason = '据原台账导入';
const notOnRecord = '（原台账未载）';

export interface PlanContext {
  readonly organId: OrganId;
  readonly numberPrefix: string;
  readonly today: CivilDate;
  /** The file and the row, for the note in the case. */
  readonly source: string;
}

export interface PlannedStep {
  readonly type: StepType;
  readonly day: CivilDate;
  /** The column that a problem of this step belongs to. */
  readonly field: ImportField;
  /** Field of the step's input → column, where it is not the step's own. */
  readonly fields: Readonly<Record<string, ImportField>>;
  /** The step, on the state the steps before it left. */
  readonly make: (c: ReconsiderationCase) => Step;
}

export interface Plan {
  readonly steps: readonly PlannedStep[];
  readonly problems: readonly ImportProblem[];
}

/** Days that lie on or after the receipt. */
const laterDays = [
  'correctionNotifiedOn',
  'correctedOn',
  'acceptedOn',
  'refusedOn',
  'copySentOn',
  'copyServedOn',
  'replyOn',
  'suspendedOn',
  'resumedOn',
  'extendedOn',
  'extensionSentOn',
  'closedOn',
  'sentOn',
  'servedOn',
] as const satisfies readonly DayField[];

/** Pairs of which the second cannot lie before the first. */
const pairs: readonly (readonly [DayField, DayField])[] = [
  ['correctionNotifiedOn', 'correctedOn'],
  ['suspendedOn', 'resumedOn'],
  ['copySentOn', 'copyServedOn'],
  ['extendedOn', 'extensionSentOn'],
  ['closedOn', 'sentOn'],
  ['sentOn', 'servedOn'],
  ['closedOn', 'servedOn'],
];

const isDecision = (outcome: ImportOutcome): outcome is DecisionType =>
  (decisionTypes as readonly string[]).includes(outcome);

const terminations: Partial<Record<ImportOutcome, TerminationGround>> = {
  'applicant-died-no-successor': 'applicant-died-no-successor',
  'entity-ended-no-successor': 'entity-ended-no-successor',
  'criminal-measures': 'criminal-measures',
  'suspended-60-days': 'suspended-60-days',
};

const principals = (c: ReconsiderationCase) =>
  c.parties.filter((p) => p.capacity === 'applicant' || p.capacity === 'third-party');
const applicantsOf = (c: ReconsiderationCase) => c.parties.filter((p) => p.capacity === 'applicant');

type Sent = { readonly sentOn: CivilDate | null; readonly servedOn: CivilDate | null };
const proof = (day: CivilDate | null): string | null => (day === null ? null : '原台账');
const toParty = (partyId: PartyId, { sentOn, servedOn }: Sent) => ({
  addressee: { is: 'party' as const, partyId },
  method: 'post' as const,
  sentOn,
  sentProof: proof(sentOn),
  servedOn,
  servedProof: proof(servedOn),
});
const toOrgan = (organId: OrganId, { sentOn, servedOn }: Sent) => ({
  addressee: { is: 'organ' as const, organId },
  method: 'exchange' as const,
  sentOn,
  sentProof: proof(sentOn),
  servedOn,
  servedProof: proof(servedOn),
});

type GivenDocument = Partial<Pick<DocumentInput, 'sendings'>>;

class Planner {
  readonly steps: (PlannedStep & { readonly rank: number })[] = [];
  readonly problems: ImportProblem[] = [];
  readonly row: RegisterRow;
  readonly ctx: PlanContext;

  constructor(row: RegisterRow, ctx: PlanContext) {
    this.row = row;
    this.ctx = ctx;
  }

  say(
    field: ImportField | null,
    code: ImportProblemCode,
    severity: Severity = 'error',
    params: ImportProblem['params'] = {},
    value = '',
  ): void {
    this.problems.push({ from: 'import', code, field, severity, value, article: null, params });
  }

  /** A step on the day that a column gives. */
  step<T extends StepType>(
    type: T,
    field: DayField,
    make: (c: ReconsiderationCase) => Omit<StepInputGiven<T>, 'occurredOn' | 'irregularReason'>,
    fields: PlannedStep['fields'] = {},
    on: CivilDate | undefined = this.row.days[field],
  ): void {
    if (on === undefined) return;
    this.steps.push({
      type,
      day: on,
      field,
      fields,
      rank: this.steps.length,
      make: (c) => ({ type, input: { ...make(c), occurredOn: on, irregularReason: importReason } }),
    });
  }
}

function checkDays(p: Planner): void {
  const { days } = p.row;
  const received = days.receivedOn;
  for (const field of laterDays) {
    const day = days[field];
    if (received !== undefined && day !== undefined && day < received) {
      p.say(field, 'before-receipt', 'error', { receivedOn: received }, day);
    }
  }
  for (const [first, second] of pairs) {
    const [from, to] = [days[first], days[second]];
    if (from !== undefined && to !== undefined && to < from) {
      p.say(second, 'before-that', 'error', { other: first, day: from }, to);
    }
  }
}

function checkNumber(p: Planner): void {
  const { number, days } = p.row;
  if (number === null) {
    p.say('caseNumber', 'number-missing', 'warning');
    return;
  }
  const year = yearOfNumber(number);
  if (year === null || serialOf(number) === null) p.say('caseNumber', 'number-other-form', 'warning', {}, number);
  else if (days.receivedOn !== undefined && String(year) !== days.receivedOn.slice(0, 4)) {
    p.say('caseNumber', 'number-year-differs', 'warning', { receivedOn: days.receivedOn }, number);
  }
}

function matterOf(p: Planner): Matter {
  const { row } = p;
  if (row.choices.matter !== undefined) return row.choices.matter;
  const guessed = usualMeaning('matter', `${row.actName}${row.actNumber ?? ''}`);
  p.say('matter', 'matter-guessed', 'warning', { option: guessed ?? 'other' });
  return guessed ?? 'other';
}

function register(p: Planner, received: CivilDate): void {
  const { row, ctx } = p;
  const matter = matterOf(p);
  const filedOn = row.days.filedOn ?? received;
  const channel = row.choices.channel ?? 'counter';
  const [first] = row.respondents;
  const keys = row.applicants.map((_, i) => `a${i + 1}`);
  const person = (name: string) => ({ name });
  p.step(
    'register-application',
    'receivedOn',
    () => ({
      channel,
      filedOn,
      receivedOn: received,
      relay:
        channel === 'via-penalising-organ' && first !== undefined
          ? { organId: first, receivedOn: filedOn, sentOn: null }
          : null,
      reviewingOrganId: ctx.organId,
      numberPrefix: ctx.numberPrefix,
      numberGiven: row.number,
      respondents: [...row.respondents],
      applicants: row.applicants.map((a, i) => ({ key: `a${i + 1}`, kind: partyKindOf(a.name), person: { ...a } })),
      thirdParties: row.thirdParties.map((name, i) => ({
        key: `t${i + 1}`,
        kind: partyKindOf(name),
        person: person(name),
      })),
      agents: row.agents.map((name) => ({ kind: 'citizen' as const, person: person(name), actsFor: keys })),
      act: {
        name: row.actName === '' ? notOnRecord : row.actName,
        number: row.actNumber,
        madeOn: matter === 'inaction' ? null : (row.days.actMadeOn ?? null),
        matter,
        category: row.choices.category ?? null,
        knownHow: 'actual-knowledge' as const,
        knownOn: row.days.actKnownOn ?? null,
        inaction: matter === 'inaction' ? { requestedOn: null, periodEndsOn: null } : null,
      },
      requests: row.requests === '' ? notOnRecord : row.requests,
      grounds: row.grounds === '' ? notOnRecord : row.grounds,
      handlers: [...row.handlers],
    }),
    {
      filedOn: 'filedOn',
      relay: 'filedOn',
      respondents: 'respondents',
      applicants: 'applicants',
      thirdParties: 'thirdParties',
      agents: 'agents',
      numberGiven: 'caseNumber',
      requests: 'requests',
      grounds: 'grounds',
      handlers: 'handler',
      'act.name': 'actName',
      'act.number': 'actNumber',
      'act.madeOn': 'actMadeOn',
      'act.knownOn': 'actKnownOn',
      'act.matter': 'matter',
      'act.category': 'category',
    },
  );
}

function simplifiedGround(p: Planner): SimplifiedGround {
  const { row } = p;
  const words = `${row.actName}${row.outcomeWords}`;
  if (row.choices.matter === 'open-information') return 'open-information';
  if (/当场/.test(words)) return 'made-on-the-spot';
  if (/警告|通报批评/.test(words)) return 'warning-or-criticism';
  p.say('procedure', 'ground-missing', 'warning', { taken: 'all-parties-agree' });
  return 'all-parties-agree';
}

function examination(p: Planner, outcome: ImportOutcome): void {
  const { days, choices, groundWords } = p.row;
  p.step('notify-correction', 'correctionNotifiedOn', (c) => ({
    items: [notOnRecord],
    document: {
      sendings: applicantsOf(c).map((a) =>
        toParty(a.partyId, { sentOn: days.correctionNotifiedOn ?? null, servedOn: null }),
      ),
    },
  }));
  p.step('record-correction', 'correctedOn', () => ({ materials: ['补正材料'] }));
  const refusedOn = days.refusedOn ?? (outcome === 'refused' ? days.closedOn : undefined);
  if (refusedOn !== undefined) {
    if (days.acceptedOn !== undefined)
      p.say('refusedOn', 'refused-and-accepted', 'error', { acceptedOn: days.acceptedOn }, refusedOn);
    const condition = choices.refusalReason;
    if (condition === undefined) {
      p.say('refusalReason', 'ground-missing');
      return;
    }
    p.step(
      'refuse',
      days.refusedOn === undefined ? 'closedOn' : 'refusedOn',
      (c) => ({
        condition,
        reason: groundWords === '' ? importReason : groundWords,
        competentOrgan: condition === 'own-jurisdiction' ? notOnRecord : null,
        document: closingPaper(p.row, c, false),
      }),
      { condition: 'refusalReason', 'document.sendings': 'servedOn' },
      refusedOn,
    );
    return;
  }
  if (days.acceptedOn === undefined) {
    const old = days.receivedOn !== undefined && days.receivedOn < revisedLawFrom;
    const neverAccepted = outcome === 'abandoned' || outcome === 'withdrawn-before-acceptance' || outcome === 'pending';
    if (!old && !neverAccepted) p.say('acceptedOn', 'acceptance-missing', 'warning');
    return;
  }
  const procedure = choices.procedure ?? 'ordinary';
  const ground = procedure === 'simplified' ? simplifiedGround(p) : null;
  p.step(
    'accept',
    'acceptedOn',
    () => ({
      procedure,
      simplifiedGround: ground,
      ...(ground === 'all-parties-agree' ? { allPartiesAgree: true } : {}),
    }),
    { procedure: 'procedure', simplifiedGround: 'procedure' },
  );
}

function review(p: Planner): void {
  const { days, row } = { days: p.row.days, row: p.row };
  const copy = days.copySentOn ?? days.copyServedOn;
  p.step(
    'issue-copy',
    days.copySentOn === undefined ? 'copyServedOn' : 'copySentOn',
    (c) => ({
      document: {
        sendings: c.respondents.map((r) => toOrgan(r, { sentOn: copy ?? null, servedOn: days.copyServedOn ?? null })),
      },
    }),
    {},
    copy,
  );
  for (const respondentId of row.respondents) {
    p.step('file-reply', 'replyOn', () => ({ respondentId, receivedOn: days.replyOn ?? null }));
  }
  if (days.suspendedOn !== undefined && row.choices.suspensionGround === undefined) {
    p.say('suspensionGround', 'ground-missing', 'warning');
  }
  p.step(
    'suspend',
    'suspendedOn',
    () => ({
      ground: row.choices.suspensionGround ?? null,
      reason: row.groundWords === '' ? importReason : row.groundWords,
    }),
    { ground: 'suspensionGround' },
  );
  p.step('resume', 'resumedOn', () => ({ reason: importReason }));
  if (days.extendedOn !== undefined && row.extensionDays === null) {
    p.say('extensionDays', 'days-missing', 'warning', { days: usualExtension });
  }
  const sentOn = days.extensionSentOn ?? null;
  p.step(
    'extend',
    'extendedOn',
    (c) => ({
      days: row.extensionDays ?? usualExtension,
      reason: importReason,
      document: {
        // Where the register has no day on which the notice left, none is made up: that it left is then unproven.
        sendings: sentOn === null ? [] : applicantsOf(c).map((a) => toParty(a.partyId, { sentOn, servedOn: null })),
      },
    }),
    { days: 'extensionDays', 'document.sendings': 'extensionSentOn' },
  );
}

/** The days by which registers lengthen: the most that the law allows (62(1)). */
const usualExtension = 30;

/** The paper that ended the case, to everybody it had to go to, as far as the register has the days. */
function closingPaper(row: RegisterRow, c: ReconsiderationCase, toRespondents = true): GivenDocument {
  const sent: Sent = { sentOn: row.days.sentOn ?? null, servedOn: row.days.servedOn ?? null };
  if (sent.sentOn === null && sent.servedOn === null) return {};
  return {
    sendings: [
      ...principals(c).map((x) => toParty(x.partyId, sent)),
      ...(toRespondents ? c.respondents.map((r) => toOrgan(r, sent)) : []),
    ],
  };
}

function ending(p: Planner, outcome: ImportOutcome): void {
  const { row } = p;
  const { days } = row;
  const on = days.closedOn;
  const words = row.outcomeWords === '' ? importReason : row.outcomeWords;
  const served = { 'document.sendings': 'servedOn', condition: 'refusalReason', types: 'outcome' } as const;
  if (outcome === 'pending' || outcome === 'refused') return;
  if (on === undefined) {
    p.say('closedOn', 'outcome-without-day', 'error', { outcome });
    return;
  }
  const paper = (c: ReconsiderationCase) => closingPaper(row, c);
  if (isDecision(outcome)) {
    if (days.servedOn === undefined) p.say('servedOn', 'service-missing', 'warning');
    p.step('decide', 'closedOn', (c) => ({ types: [outcome], operative: words, document: paper(c) }), served);
    return;
  }
  const terminate = (ground: TerminationGround) =>
    p.step('terminate', 'closedOn', (c) => ({ ground, reason: words, document: paper(c) }), {
      ...served,
      ground: 'outcome',
    });
  switch (outcome) {
    case 'rejected': {
      const condition = row.choices.refusalReason;
      if (condition === undefined) p.say('refusalReason', 'ground-missing');
      else p.step('reject', 'closedOn', (c) => ({ condition, reason: words, document: paper(c) }), served);
      return;
    }
    case 'mediated': {
      // The day on which it was ended is that of the last signature and of the seal; service is only service (73(1)).
      p.step(
        'make-mediation-letter',
        'closedOn',
        (c) => ({ terms: words, lastSignedOn: on, sealedOn: on, document: paper(c) }),
        { ...served, lastSignedOn: 'closedOn', sealedOn: 'closedOn' },
      );
      return;
    }
    case 'withdrawn':
      p.step('request-withdrawal', 'closedOn', () => ({ reason: words }));
      terminate('withdrawn');
      return;
    case 'settled':
      p.step('record-settlement', 'closedOn', () => ({ terms: words }));
      p.step('request-withdrawal', 'closedOn', () => ({ reason: words, settled: true }));
      terminate(lawOfActOn(on) === 'ARL1999' ? 'settled' : 'withdrawn');
      return;
    case 'abandoned':
      p.step('record-abandonment', 'closedOn', () => ({ reason: words }));
      return;
    case 'withdrawn-before-acceptance':
      p.step('withdraw-before-acceptance', 'closedOn', () => ({ reason: words }));
      return;
    default: {
      const ground = terminations[outcome];
      if (ground !== undefined) terminate(ground);
    }
  }
}

/** What only the register has, kept as a note: where the case came from, and what has no place of its own. */
function note(p: Planner): void {
  const { row, ctx } = p;
  const lines = [
    `${importReason}：${ctx.source}。`,
    ...(row.handlerName !== '' && row.handlers.length === 0 ? [`原台账承办人：${row.handlerName}`] : []),
    ...(row.days.dueOn === undefined ? [] : [`原台账记载的届满日：${row.days.dueOn}`]),
    ...(row.remarks === '' ? [] : [`原台账备注：${row.remarks}`]),
  ];
  p.step('make-note', 'receivedOn', () => ({ text: lines.join('\n') }), {}, ctx.today);
}

/** The steps of a row, and what about them cannot be. Pure; the same for the dry run and the run. */
export function planRow(row: RegisterRow, ctx: PlanContext): Plan {
  const p = new Planner(row, ctx);
  const received = row.days.receivedOn;
  if (received === undefined) return { steps: [], problems: p.problems };
  checkNumber(p);
  checkDays(p);
  const said = row.choices.outcome;
  if (said === undefined && row.days.closedOn !== undefined && row.days.refusedOn === undefined) {
    p.say('outcome', 'closed-without-outcome', 'error', {}, row.days.closedOn);
  }
  const outcome: ImportOutcome = said ?? (row.days.refusedOn === undefined ? 'pending' : 'refused');
  register(p, received);
  examination(p, outcome);
  review(p);
  ending(p, outcome);
  const steps = p.steps.toSorted((a, b) => daysBetween(b.day, a.day) || a.rank - b.rank);
  note(p);
  const last = p.steps.at(-1);
  return { steps: last?.type === 'make-note' ? [...steps, last] : steps, problems: p.problems };
}
