/**
 * What may happen next: for every stage, running or stopped, in each procedure, under each law, with and without a
 * pending proposal. Each situation lists by hand what is usual, allowed and irregular; everything else is refused, and
 * its reason is listed too. A step that no list names fails the test.
 */
import { describe, expect, it } from 'vitest';
import { civilDate } from '../calendar/civil-date.ts';
import type { ProposalId } from '../ids.ts';
import { aCase, type CaseBuilder, marketBureau } from '../testing/builders.ts';
import { anActor, theHandler, theInstitutionHead, theLiaison, theOrganHead, theSectionHead } from '../testing/play.ts';
import { nextSteps, type StageKey, stageTable } from './next-steps.ts';
import type { StepReason } from './step-reasons.ts';
import { type StepType, stepTypes } from './steps.ts';

type Reasons = Partial<Record<StepType, StepReason>>;
interface Expected {
  readonly usual: readonly StepType[];
  readonly allowed: readonly StepType[];
  readonly irregular: Reasons;
  readonly refused: Reasons;
}

const all = <T extends StepType>(reason: StepReason, ...steps: readonly T[]): Reasons =>
  Object.fromEntries(steps.map((s) => [s, reason]));
const without = (reasons: Reasons, ...steps: readonly StepType[]): Reasons =>
  Object.fromEntries(Object.entries(reasons).filter(([s]) => !steps.includes(s as StepType)));

/** The file of a registered case is always open. */
const file: readonly StepType[] = [
  'add-party',
  'remove-party',
  'update-person',
  'assign-handlers',
  'hand-over',
  'record-recusal',
  'join-cases',
  'void-case',
  'pin-law',
  'set-special-limit',
  'link',
  'add-file',
  'make-note',
  'correct-entry',
  'annul-entry',
  'issue-document',
];
/** What the review of an accepted case may hold, whether or not it is suspended. */
const review: readonly StepType[] = [
  'join-third-party',
  'hear-opinion',
  'schedule-hearing',
  'ask-committee',
  'begin-normative-review',
  'order-stay',
  'refuse-stay',
  'exclude-span',
  'hold-mediation',
  'make-mediation-letter',
  'record-settlement',
  'request-withdrawal',
  'terminate',
  'issue-opinion-letter',
];
const reviewSteps: readonly StepType[] = [
  'issue-copy',
  'file-reply',
  'join-third-party',
  'hear-opinion',
  'schedule-hearing',
  'reschedule-hearing',
  'cancel-hearing',
  'hold-hearing',
  'ask-committee',
  'record-committee-advice',
  'begin-normative-review',
  'ask-normative-maker',
  'record-maker-reply',
  'refer-normative-review',
  'conclude-normative-review',
  'order-stay',
  'refuse-stay',
  'lift-stay',
  'suspend',
  'resume',
  'order-resumption',
  'exclude-span',
  'change-procedure',
  'extend',
  'hold-mediation',
  'make-mediation-letter',
  'sign-mediation',
  'fail-mediation',
  'record-settlement',
  'request-withdrawal',
  'terminate',
  'reject',
  'decide',
];
/** No proposal waits; nothing is linked; the case is registered. */
const idle: Reasons = {
  'register-application': 'already-registered',
  unlink: 'no-link',
  // A department's own acts.
  'acknowledge-receipt': 'not-this-actor',
  'report-performance': 'not-this-actor',
  'clear-conflict': 'heads-only', // a handler clears nobody
  'replace-agent': 'no-agent',
  'split-case': 'one-applicant-only',
  endorse: 'not-this-actor', // a handler endorses nothing
  'return-proposal': 'no-open-proposal',
  'withdraw-proposal': 'no-open-proposal',
  approve: 'no-open-proposal',
};
const noCorrection = all('no-correction-notice', 'extend-correction', 'record-correction', 'record-abandonment');
/** What refers to something that this record does not hold. */
const nothingThere: Reasons = {
  'reschedule-hearing': 'no-open-hearing',
  'cancel-hearing': 'no-open-hearing',
  'hold-hearing': 'no-open-hearing',
  'record-committee-advice': 'committee-not-yet-asked',
  'ask-normative-maker': 'no-review-begun',
  'record-maker-reply': 'no-review-begun',
  'refer-normative-review': 'no-review-begun',
  'conclude-normative-review': 'no-review-begun',
  'lift-stay': 'no-stay-ordered',
  'sign-mediation': 'no-mediation-letter',
  'fail-mediation': 'no-mediation-begun',
  'record-opinion-report': 'no-opinion-letter',
};
const notSuspended = all('no-suspension', 'resume', 'order-resumption');
const notDecided = all(
  'not-decided-yet',
  'return-performance-report',
  'record-performance',
  'order-performance',
  'record-interview',
  'record-criticism',
);
const notAccepted: Reasons = {
  ...all('not-accepted-yet', ...reviewSteps),
  ...notDecided,
  'record-opinion-report': 'no-opinion-letter',
};
/** Examination is over once the case stands accepted. */
const examined: Reasons = {
  accept: 'already-accepted',
  refuse: 'stands-accepted',
  'notify-correction': 'correction-after-acceptance',
  'withdraw-before-acceptance': 'withdrawn-after-acceptance',
  'order-acceptance': 'already-accepted',
  'transfer-case': 'transfer-after-acceptance',
};
const afterClosing = all(
  'after-closing',
  'accept',
  'refuse',
  'notify-correction',
  'withdraw-before-acceptance',
  'order-acceptance',
  'take-up',
  'transfer-case',
  'propose',
  ...reviewSteps.filter((s) => !(s in nothingThere) && s !== 'resume' && s !== 'order-resumption'),
);

/** What the old law leaves open in the five days of examination, though the application counts as accepted. */
const whileExamined = ['refuse', 'notify-correction', 'withdraw-before-acceptance', 'transfer-case'] as const;

const received = () => aCase().received('2026-01-05');
const notified = () => received().correctionNotified('2026-01-07', { sent: '2026-01-07', served: '2026-01-08' });
const accepted = () => received().accepted('2026-01-08');
const simplified = () => received().accepted('2026-01-08', 'simplified', 'all-parties-agree');
const out = { sent: '2026-01-09', served: '2026-01-10' };
const replied = () => accepted().copied('2026-01-09', out).replied('2026-01-12');
const old = () => aCase().received('2019-03-25');
const proposing = (b: CaseBuilder, on: string, step: StepType): CaseBuilder =>
  b.with('step-proposed', on, {
    proposalId: 'proposal-1' as ProposalId,
    step,
    input: { days: 30, reason: '案情复杂', to: 'ordinary' },
    opinion: '拟同意',
  });

interface Situation {
  readonly name: string;
  readonly stage: StageKey;
  readonly case: CaseBuilder;
  readonly today: string;
  readonly expected: Expected;
}

const acceptedFresh: Expected = {
  usual: ['issue-copy'],
  allowed: [
    ...file,
    ...review,
    'suspend',
    'change-procedure',
    'extend',
    'reject',
    'decide',
    'take-up',
    'propose',
    'send-document',
    'record-service',
  ],
  irregular: { ...examined, 'file-reply': 'reply-before-copy' },
  refused: { ...idle, ...noCorrection, ...nothingThere, ...notSuspended, ...notDecided },
};
const suspendedFresh: Expected = {
  usual: ['resume'],
  allowed: [
    ...file,
    ...review,
    'issue-copy',
    'suspend',
    'order-resumption',
    'change-procedure',
    'extend',
    'take-up',
    'propose',
    'send-document',
    'record-service',
  ],
  irregular: {
    ...examined,
    'file-reply': 'reply-before-copy',
    decide: 'decided-while-suspended',
    reject: 'decided-while-suspended',
  },
  refused: { ...idle, ...noCorrection, ...nothingThere, ...notDecided },
};
const move = (
  e: Expected,
  from: 'allowed' | 'usual',
  step: StepType,
  to: Reasons,
  where: 'irregular' | 'refused',
): Expected => ({
  ...e,
  [from]: e[from].filter((s) => s !== step),
  [where]: { ...e[where], ...to },
});
/** The same step waits for its approver: it cannot be done or proposed a second time. */
const pending = (e: Expected, step: StepType): Expected => {
  const { [step]: _was, ...irregular } = e.irregular;
  const waits = (r: Reasons): Reasons => without(r, 'return-proposal', 'withdraw-proposal', 'approve');
  return {
    usual: e.usual.filter((s) => s !== step),
    allowed: [...e.allowed.filter((s) => s !== step)],
    irregular,
    refused: {
      ...waits(e.refused),
      [step]: 'proposal-pending',
      'return-proposal': 'not-the-approver',
      'withdraw-proposal': 'not-this-actor',
      approve: 'not-the-approver',
    },
  };
};
const simplifiedFresh = move(acceptedFresh, 'allowed', 'extend', { extend: 'extension-in-simplified' }, 'irregular');
const simplifiedStopped = move(suspendedFresh, 'allowed', 'extend', { extend: 'extension-in-simplified' }, 'irregular');
const oldLaw = (e: Expected): Expected => {
  const lacks: Reasons = { 'change-procedure': 'simplified-not-known', 'take-up': 'not-in-that-law' };
  const order: Reasons = e.allowed.includes('order-resumption') ? { 'order-resumption': 'not-in-that-law' } : {};
  const gone: readonly string[] = ['change-procedure', 'take-up', 'order-resumption'];
  return {
    ...e,
    allowed: e.allowed.filter((s) => !gone.includes(s)),
    irregular: { ...e.irregular, ...lacks, ...order },
  };
};
/** 35: the organ above orders it set right where nobody decided in time. */
const orderable = (e: Expected): Expected => ({
  ...e,
  allowed: [...e.allowed, 'order-acceptance'],
  irregular: without(e.irregular, 'order-acceptance'),
});
const noDocument = (e: Expected): Expected => ({
  ...e,
  usual: e.usual.filter((s) => s !== 'send-document' && s !== 'record-service'),
  allowed: e.allowed.filter((s) => s !== 'send-document' && s !== 'record-service'),
  refused: { ...e.refused, 'send-document': 'no-document', 'record-service': 'nothing-unserved' },
});
const afterDecision: readonly StepType[] = [
  'record-performance',
  'order-performance',
  'record-interview',
  'record-criticism',
  'issue-opinion-letter',
];
const examining: Expected = {
  usual: ['accept'],
  allowed: [
    ...file,
    'refuse',
    'withdraw-before-acceptance',
    'take-up',
    'transfer-case',
    'issue-opinion-letter',
    'send-document',
    'propose',
  ],
  irregular: {
    'order-acceptance': 'not-refused',
    'notify-correction': 'second-correction-notice',
    'extend-correction': 'correction-already-submitted',
    'record-correction': 'correction-already-submitted',
    'record-abandonment': 'abandonment-after-submission',
  },
  refused: { ...idle, ...notAccepted, 'record-service': 'nothing-unserved' },
};
const correcting: Expected = {
  usual: ['record-correction'],
  allowed: [
    ...file,
    'accept',
    'refuse',
    'extend-correction',
    'withdraw-before-acceptance',
    'take-up',
    'transfer-case',
    'issue-opinion-letter',
    'send-document',
    'propose',
  ],
  irregular: {
    'order-acceptance': 'not-refused',
    'notify-correction': 'second-correction-notice',
    'record-abandonment': 'abandonment-before-limit',
  },
  refused: { ...idle, ...notAccepted, 'record-service': 'nothing-unserved' },
};
/** A case that ended can neither be joined nor split, and is voided only with a reason. */
const over = {
  file: file.filter((s) => s !== 'join-cases' && s !== 'void-case'),
  irregular: { 'void-case': 'outcome-stands' } as Reasons,
  refused: all('only-open-cases', 'join-cases', 'split-case'),
};
const ended: Expected = {
  usual: [],
  allowed: [...over.file, 'issue-opinion-letter', 'send-document', 'record-service'],
  irregular: { ...afterClosing, ...over.irregular },
  refused: {
    ...idle,
    ...over.refused,
    ...noCorrection,
    ...nothingThere,
    ...notSuspended,
    ...all(
      'nothing-to-perform',
      ...(['return-performance-report', 'record-performance', 'order-performance', 'record-interview'] as const),
      'record-criticism',
    ),
  },
};
const decidedEnd: Expected = {
  usual: [],
  allowed: [...ended.allowed, ...afterDecision.filter((s) => s !== 'issue-opinion-letter')],
  irregular: { ...afterClosing, ...over.irregular },
  refused: { ...without(ended.refused, ...afterDecision), 'return-performance-report': 'no-performance-report' },
};

/** Copy and reply are on record: each again only with a reason. */
const answered: Reasons = { ...examined, 'issue-copy': 'copy-already-issued', 'file-reply': 'reply-already-filed' };

const situations: readonly Situation[] = [
  {
    name: 'no case yet',
    stage: 'unregistered',
    case: aCase(),
    today: '2026-01-06',
    expected: {
      usual: ['register-application'],
      allowed: [],
      irregular: {},
      refused: without(all('not-registered', ...stepTypes), 'register-application'),
    },
  },
  {
    name: 'an application just received',
    stage: 'received',
    case: received(),
    today: '2026-01-06',
    expected: noDocument({
      usual: ['accept'],
      allowed: [
        ...file,
        'refuse',
        'notify-correction',
        'withdraw-before-acceptance',
        'take-up',
        'transfer-case',
        'issue-opinion-letter',
        'propose',
      ],
      irregular: { 'order-acceptance': 'not-refused' },
      refused: { ...idle, ...noCorrection, ...notAccepted },
    }),
  },
  {
    name: 'nobody acted for five working days',
    stage: 'accepted',
    case: received(),
    today: '2026-01-13',
    expected: noDocument({ ...acceptedFresh, irregular: { ...acceptedFresh.irregular, accept: 'stands-accepted' } }),
  },
  { name: 'correction asked for', stage: 'correcting', case: notified(), today: '2026-01-09', expected: correcting },
  {
    name: 'the correction period is over and nothing came',
    stage: 'correcting',
    case: notified(),
    today: '2026-02-09',
    expected: {
      ...correcting,
      usual: ['record-correction', 'record-abandonment'],
      irregular: without(correcting.irregular, 'record-abandonment'),
    },
  },
  {
    name: 'corrected, to be examined again',
    stage: 'examining-corrected',
    case: notified().corrected('2026-01-09'),
    today: '2026-01-10',
    expected: examining,
  },
  { name: 'accepted, ordinary', stage: 'accepted', case: accepted(), today: '2026-01-12', expected: acceptedFresh },
  {
    name: 'accepted, simplified',
    stage: 'accepted',
    case: simplified(),
    today: '2026-01-12',
    expected: simplifiedFresh,
  },
  {
    name: 'answered, the parties not heard',
    stage: 'accepted',
    case: replied(),
    today: '2026-01-13',
    expected: {
      ...acceptedFresh,
      usual: ['hear-opinion'],
      allowed: acceptedFresh.allowed.filter((s) => s !== 'hear-opinion'),
      irregular: answered,
    },
  },
  {
    name: 'answered and heard',
    stage: 'accepted',
    case: replied().heard('2026-01-13'),
    today: '2026-01-14',
    expected: {
      ...acceptedFresh,
      usual: ['decide'],
      allowed: acceptedFresh.allowed.filter((s) => s !== 'decide'),
      irregular: answered,
    },
  },
  {
    name: 'a hearing is set',
    stage: 'accepted',
    case: replied().hearingScheduled('2026-01-13', '2026-01-26'),
    today: '2026-01-14',
    expected: {
      ...acceptedFresh,
      usual: ['hold-hearing'],
      allowed: [...acceptedFresh.allowed, 'cancel-hearing', 'reschedule-hearing'],
      irregular: answered,
      refused: without(acceptedFresh.refused, 'hold-hearing', 'cancel-hearing', 'reschedule-hearing'),
    },
  },
  {
    name: 'the applicant asked to withdraw',
    stage: 'accepted',
    case: accepted().withdrawalRequested('2026-01-09'),
    today: '2026-01-12',
    expected: {
      ...acceptedFresh,
      usual: ['terminate'],
      allowed: [...acceptedFresh.allowed.filter((s) => s !== 'terminate'), 'issue-copy'],
    },
  },
  {
    name: 'already extended by thirty days',
    stage: 'accepted',
    case: accepted().extended('2026-01-20', 30, { sent: '2026-01-20' }),
    today: '2026-01-22',
    expected: move(acceptedFresh, 'allowed', 'extend', { extend: 'extension-beyond-cap' }, 'irregular'),
  },
  {
    name: 'already extended by ten days',
    stage: 'accepted',
    case: accepted().extended('2026-01-20', 10, { sent: '2026-01-20' }),
    today: '2026-01-22',
    expected: move(acceptedFresh, 'allowed', 'extend', { extend: 'extension-second' }, 'irregular'),
  },
  {
    name: 'the decision limit is over',
    stage: 'accepted',
    case: accepted(),
    today: '2026-03-12',
    expected: orderable(move(acceptedFresh, 'allowed', 'extend', { extend: 'extension-made-late' }, 'irregular')),
  },
  {
    name: 'the simplified limit is over',
    stage: 'accepted',
    case: simplified(),
    today: '2026-02-12',
    expected: orderable(
      move(
        simplifiedFresh,
        'allowed',
        'change-procedure',
        { 'change-procedure': 'procedure-changed-late' },
        'irregular',
      ),
    ),
  },
  {
    name: 'suspended, ordinary',
    stage: 'suspended',
    case: accepted().suspended('2026-01-20'),
    today: '2026-01-22',
    expected: suspendedFresh,
  },
  {
    name: 'suspended, simplified',
    stage: 'suspended',
    case: simplified().suspended('2026-01-20'),
    today: '2026-01-22',
    expected: simplifiedStopped,
  },
  {
    name: 'suspended for more than sixty days because the applicant died',
    stage: 'suspended',
    case: accepted().suspended('2026-01-20', 'applicant-died'),
    today: '2026-03-30',
    expected: {
      ...suspendedFresh,
      usual: ['terminate', 'resume'],
      allowed: suspendedFresh.allowed.filter((s) => s !== 'terminate'),
    },
  },
  {
    name: 'suspended for the review of a normative document',
    stage: 'suspended',
    case: accepted().reviewBegun('2026-01-20'),
    today: '2026-01-22',
    expected: {
      ...suspendedFresh,
      usual: ['conclude-normative-review'],
      allowed: [...suspendedFresh.allowed, 'resume', 'ask-normative-maker', 'refer-normative-review'],
      refused: {
        ...without(
          suspendedFresh.refused,
          'ask-normative-maker',
          'refer-normative-review',
          'conclude-normative-review',
        ),
        'record-maker-reply': 'no-maker-asked',
      },
    },
  },
  {
    name: 'stopped on no ground: the limit runs on, and the stop can be ended',
    stage: 'accepted',
    case: accepted().suspended('2026-01-20', null),
    today: '2026-01-22',
    expected: {
      ...acceptedFresh,
      allowed: [...acceptedFresh.allowed, 'resume', 'order-resumption'],
      refused: without(acceptedFresh.refused, 'resume', 'order-resumption'),
    },
  },
  ...(['extend', 'decide', 'change-procedure'] as const).flatMap((step): Situation[] => [
    {
      name: `accepted, simplified, ${step} proposed`,
      stage: 'accepted',
      case: proposing(simplified(), '2026-01-09', step),
      today: '2026-01-12',
      expected: pending(simplifiedFresh, step),
    },
    {
      name: `accepted, ordinary, ${step} proposed`,
      stage: 'accepted',
      case: proposing(accepted(), '2026-01-09', step),
      today: '2026-01-12',
      expected: pending(acceptedFresh, step),
    },
    {
      name: `suspended, ordinary, ${step} proposed`,
      stage: 'suspended',
      case: proposing(accepted().suspended('2026-01-20'), '2026-01-21', step),
      today: '2026-01-22',
      expected: pending(suspendedFresh, step),
    },
    {
      name: `suspended, simplified, ${step} proposed`,
      stage: 'suspended',
      case: proposing(simplified().suspended('2026-01-20'), '2026-01-21', step),
      today: '2026-01-22',
      expected: pending(simplifiedStopped, step),
    },
    {
      name: `before 2024, running, ${step} proposed`,
      stage: 'accepted',
      case: proposing(old(), '2019-04-20', step),
      today: '2019-04-22',
      expected: pending(noDocument(oldLaw({ ...oldRunning() })), step),
    },
  ]),
  {
    name: 'decided, not yet sent',
    stage: 'decided',
    case: accepted().copied('2026-01-09').decided('2026-02-20'),
    today: '2026-02-22',
    expected: {
      ...decidedEnd,
      usual: ['send-document'],
      allowed: decidedEnd.allowed.filter((s) => s !== 'send-document'),
    },
  },
  {
    name: 'decided and sent, not yet served',
    stage: 'decided',
    case: accepted()
      .copied('2026-01-09')
      .decided('2026-02-20', ['uphold'], { out: { sent: '2026-02-20' } }),
    today: '2026-02-22',
    expected: {
      ...decidedEnd,
      usual: ['record-service'],
      allowed: decidedEnd.allowed.filter((s) => s !== 'record-service'),
    },
  },
  {
    name: 'decided and served',
    stage: 'closed',
    case: accepted()
      .copied('2026-01-09')
      .decided('2026-02-20', ['revoke'], { out: { sent: '2026-02-20', served: '2026-02-21' } }),
    today: '2026-02-22',
    expected: {
      ...decidedEnd,
      usual: ['record-performance'],
      allowed: decidedEnd.allowed.filter((s) => s !== 'record-performance'),
    },
  },
  {
    name: 'terminated',
    stage: 'closed',
    case: accepted().withdrawalRequested('2026-01-09').terminated('2026-02-20', 'withdrawn'),
    today: '2026-02-22',
    expected: ended,
  },
  {
    name: 'rejected after acceptance',
    stage: 'closed',
    case: accepted().rejected('2026-02-20'),
    today: '2026-02-22',
    expected: {
      ...ended,
      allowed: [...ended.allowed, 'order-acceptance'],
      irregular: without(ended.irregular, 'order-acceptance'),
    },
  },
  {
    name: 'not accepted',
    stage: 'refused',
    case: received().refused('2026-01-09', 'within-scope', { sent: '2026-01-09', served: '2026-01-10' }),
    today: '2026-02-22',
    expected: {
      usual: [],
      allowed: [...over.file, 'order-acceptance', 'issue-opinion-letter', 'send-document'],
      irregular: {
        ...all('already-refused', 'accept', 'refuse', 'notify-correction', 'withdraw-before-acceptance'),
        ...over.irregular,
        propose: 'outcome-stands',
      },
      refused: {
        ...idle,
        ...over.refused,
        ...noCorrection,
        ...all('case-refused', ...reviewSteps, 'take-up', 'transfer-case'),
        ...all('case-refused', 'record-performance', 'order-performance', 'record-interview', 'record-criticism'),
        'return-performance-report': 'case-refused',
        'record-opinion-report': 'no-opinion-letter',
        'record-service': 'nothing-unserved',
      },
    },
  },
  {
    name: 'deemed abandoned',
    stage: 'abandoned',
    case: notified().abandoned('2026-02-09'),
    today: '2026-02-22',
    expected: {
      usual: [],
      allowed: [...over.file, 'send-document'],
      irregular: {
        ...over.irregular,
        propose: 'outcome-stands',
        ...all('after-closing', 'accept', 'refuse', 'notify-correction', 'extend-correction', 'record-correction'),
        ...all('after-closing', 'record-abandonment', 'withdraw-before-acceptance'),
        'order-acceptance': 'not-refused',
      },
      refused: {
        ...idle,
        ...over.refused,
        ...all(
          'case-abandoned',
          ...reviewSteps,
          'take-up',
          'transfer-case',
          ...afterDecision,
          'return-performance-report',
        ),
        'record-opinion-report': 'no-opinion-letter',
        'record-service': 'nothing-unserved',
      },
    },
  },
  {
    name: 'withdrawn before acceptance',
    stage: 'withdrawn-before-acceptance',
    case: received().with('withdrawn-before-acceptance', '2026-01-07', { reason: '' }),
    today: '2026-02-22',
    expected: noDocument({
      usual: [],
      allowed: [...over.file],
      irregular: {
        ...over.irregular,
        propose: 'outcome-stands',
        ...all('after-closing', 'accept', 'refuse', 'notify-correction', 'withdraw-before-acceptance'),
        'order-acceptance': 'not-refused',
      },
      refused: {
        ...idle,
        ...over.refused,
        ...noCorrection,
        ...all(
          'case-withdrawn',
          ...reviewSteps,
          'take-up',
          'transfer-case',
          ...afterDecision,
          'return-performance-report',
        ),
        'record-opinion-report': 'no-opinion-letter',
      },
    }),
  },
  {
    name: 'taken up by the superior organ',
    stage: 'taken-up',
    case: accepted().with('taken-up', '2026-01-20', {
      byOrgan: '云山市人民政府',
      how: 'on-own-motion',
      documentId: null,
    }),
    today: '2026-02-22',
    expected: {
      usual: [],
      allowed: [...over.file, 'send-document', 'record-service'],
      irregular: { ...over.irregular, propose: 'outcome-stands' },
      refused: {
        ...idle,
        ...over.refused,
        ...all(
          'case-taken-up',
          ...reviewSteps,
          'take-up',
          'transfer-case',
          ...afterDecision,
          'return-performance-report',
        ),
        'record-opinion-report': 'no-opinion-letter',
        ...all('case-taken-up', 'accept', 'refuse', 'notify-correction', 'extend-correction', 'record-correction'),
        ...all('case-taken-up', 'record-abandonment', 'withdraw-before-acceptance', 'order-acceptance'),
      },
    },
  },
  {
    name: 'transferred to the organ with jurisdiction',
    stage: 'transferred',
    case: accepted().with('transferred', '2026-01-20', {
      toOrganId: null,
      toName: '某县人民政府',
      reason: '属于该机关管辖',
      documentId: null,
    }),
    today: '2026-02-22',
    expected: {
      usual: [],
      allowed: [...over.file, 'send-document', 'record-service'],
      irregular: { ...over.irregular, propose: 'outcome-stands' },
      refused: {
        ...idle,
        ...over.refused,
        ...all(
          'case-transferred',
          ...reviewSteps,
          'take-up',
          'transfer-case',
          ...afterDecision,
          'return-performance-report',
        ),
        'record-opinion-report': 'no-opinion-letter',
        ...all('case-transferred', 'accept', 'refuse', 'notify-correction', 'extend-correction', 'record-correction'),
        ...all('case-transferred', 'record-abandonment', 'withdraw-before-acceptance', 'order-acceptance'),
      },
    },
  },
  {
    name: 'registered by mistake and void',
    stage: 'voided',
    case: accepted().with('voided', '2026-01-20', { why: '重复登记', duplicateOf: null }),
    today: '2026-02-22',
    expected: {
      usual: [],
      allowed: ['make-note', 'annul-entry'],
      irregular: {},
      refused: {
        ...without(all('case-voided', ...stepTypes), 'make-note', 'annul-entry'),
        'register-application': 'already-registered',
        ...all('not-this-actor', 'endorse', 'acknowledge-receipt', 'report-performance'),
      },
    },
  },
  {
    name: 'before 2024, within the five days of examination',
    stage: 'accepted',
    case: old(),
    today: '2019-03-26',
    expected: noDocument(
      oldLaw({
        ...oldRunning(),
        allowed: [...oldRunning().allowed, ...whileExamined],
        irregular: without(oldRunning().irregular, ...whileExamined),
      }),
    ),
  },
  {
    name: 'before 2024, running',
    stage: 'accepted',
    case: old(),
    today: '2019-04-22',
    expected: noDocument(oldLaw(oldRunning())),
  },
  {
    name: 'before 2024, correction asked for',
    stage: 'correcting',
    case: old().correctionNotified('2019-03-26', { sent: '2019-03-26', served: '2019-03-26', due: '2019-04-06' }),
    today: '2019-03-27',
    expected: {
      ...correcting,
      allowed: correcting.allowed.filter((s) => s !== 'take-up'),
      irregular: { ...correcting.irregular, 'take-up': 'not-in-that-law' },
    },
  },
  {
    name: 'before 2024, suspended',
    stage: 'suspended',
    case: old().suspended('2019-04-06'),
    today: '2019-04-27',
    expected: oldLaw(suspendedFresh),
  },
  {
    name: 'before 2024, decided and served',
    stage: 'closed',
    case: old()
      .copied('2019-03-27')
      .decided('2019-05-20', ['uphold'], { out: { sent: '2019-05-20', served: '2019-05-21' } }),
    today: '2019-05-22',
    expected: {
      ...decidedEnd,
      usual: ['record-performance'],
      allowed: decidedEnd.allowed.filter(
        (s) => !['record-performance', 'record-interview', 'record-criticism'].includes(s),
      ),
      irregular: {
        ...decidedEnd.irregular,
        'record-interview': 'not-in-that-law',
        'record-criticism': 'not-in-that-law',
      },
    },
  },
];

/** Accepted by law on receipt: recording acceptance moves no day. */
function oldRunning(): Expected {
  return {
    ...acceptedFresh,
    allowed: [...acceptedFresh.allowed, 'accept'],
    irregular: without(acceptedFresh.irregular, 'accept'),
  };
}

const sorted = (steps: readonly string[]): string[] => [...steps].sort();

describe('what may happen next', () => {
  it('is asked in every stage that there is', () => {
    expect(sorted([...new Set(situations.map((s) => s.stage))])).toEqual(sorted(Object.keys(stageTable)));
  });

  it.each(situations.map((s) => [s.name, s] as const))('%s', (_name, situation) => {
    const c = situation.case.fold();
    const today = civilDate(situation.today);
    if (situation.stage !== 'unregistered') expect(situation.case.on(today).stage).toBe(situation.stage);
    const steps = nextSteps(c, theHandler, today, situation.case.law);
    const { usual, allowed, irregular, refused } = situation.expected;

    const named = [...usual, ...allowed, ...Object.keys(irregular), ...Object.keys(refused)];
    expect(sorted(named)).toEqual(sorted(stepTypes));

    const of = (verdict: string) => steps.filter((s) => s.verdict === verdict);
    const reasonsOf = (verdict: string) => Object.fromEntries(of(verdict).map((s) => [s.step, s.reason]));
    expect(sorted(of('usual').map((s) => s.step))).toEqual(sorted(usual));
    expect(sorted(of('allowed').map((s) => s.step))).toEqual(sorted(allowed));
    expect(reasonsOf('irregular')).toEqual(irregular);
    expect(reasonsOf('refused')).toEqual(refused);
    expect(steps.map((s) => s.verdict)).toEqual(
      (['usual', 'allowed', 'irregular', 'refused'] as const).flatMap((v) => of(v).map(() => v)),
    );
  });

  it('names the approver that the law of the day names', () => {
    const approver = (b: CaseBuilder, today: string, step: StepType) =>
      nextSteps(b.fold(), theHandler, civilDate(today), b.law).find((s) => s.step === step)?.approver;
    expect(approver(accepted(), '2026-01-12', 'extend')).toBe('institution-head'); // ARL2023 62(1)
    expect(approver(old(), '2019-04-22', 'extend')).toBe('organ-head'); // ARL1999 31(1)
    expect(approver(accepted(), '2026-01-12', 'decide')).toBe('organ-head'); // ARL2023 61(1)
    expect(approver(simplified(), '2026-01-12', 'change-procedure')).toBe('institution-head'); // ARL2023 55
    expect(approver(accepted(), '2026-01-12', 'change-procedure')).toBeNull(); // 53(2): the parties agree
    expect(approver(accepted(), '2026-01-12', 'suspend')).toBeNull();
  });

  it('follows the law of the act, not of the case, where a case of 2023 is extended in 2024', () => {
    const b = aCase().received('2023-12-11');
    const extend = nextSteps(b.fold(), theHandler, civilDate('2024-01-10'), b.law).find((s) => s.step === 'extend');
    expect(b.fold().law).toBe('ARL1999');
    expect(extend?.approver).toBe('institution-head');
  });

  describe('a case received in 2023 and decided on in 2024 (A16)', () => {
    const b = aCase().received('2023-12-29');
    const said = (step: StepType, pinned = b) => {
      const found = nextSteps(pinned.fold(), theHandler, civilDate('2024-02-20'), b.law).find((s) => s.step === step);
      return [found?.approver ?? null, found?.article ?? null];
    };
    it.each([
      ['decide', 'organ-head', 'ARL2023 61(1)'],
      ['extend', 'institution-head', 'ARL2023 62(1)'],
      ['suspend', null, 'ARL2023 39(1)'],
      ['terminate', null, 'ARL2023 41'],
      ['hear-opinion', null, 'ARL2023 49'],
      // The application itself keeps the law under which it was received.
      ['refuse', null, 'ARL1999 17(2)'],
      ['record-correction', null, 'REG2007 29'],
    ] as const)('%s', (step, approver, article) => {
      expect(said(step)).toEqual([approver, article]);
    });
    it('the pin of the case comes before the day', () => {
      const pinned = aCase()
        .received('2023-12-29')
        .with('law-pinned', '2024-01-02', { ruleId: null, law: 'ARL1999', why: '按原法办理' });
      expect(said('extend', pinned)).toEqual(['organ-head', 'ARL1999 31(1)']);
      expect(said('terminate', pinned)).toEqual([null, 'REG2007 42']);
    });
  });

  it('refuses everything to a foreign organ, and all but its own reply to a respondent', () => {
    const b = replied();
    const today = civilDate('2026-01-13');
    const foreign = nextSteps(b.fold(), anActor('handler', marketBureau), today, b.law);
    expect(new Set(foreign.map((s) => `${s.verdict} ${s.reason}`))).toEqual(new Set(['refused not-this-actor']));
    const liaison = nextSteps(b.fold(), theLiaison, today, b.law);
    expect(liaison.filter((s) => s.verdict !== 'refused').map((s) => s.step)).toEqual(['file-reply']);
  });

  it('refuses everything to the administrators of the reviewing organ itself', () => {
    const b = replied();
    for (const role of ['system-admin', 'security-admin', 'auditor', 'statistician'] as const) {
      const steps = nextSteps(b.fold(), anActor(role), civilDate('2026-01-13'), b.law);
      expect(steps.every((s) => s.verdict === 'refused' && s.reason === 'not-this-actor')).toBe(true);
    }
  });

  it('puts the answer to a proposal before whoever has to give it', () => {
    const b = proposing(accepted(), '2026-01-09', 'extend');
    const verdict = (actor: typeof theHandler, step: StepType) =>
      nextSteps(b.fold(), actor, civilDate('2026-01-12'), b.law).find((s) => s.step === step)?.verdict;
    expect(verdict(theSectionHead, 'endorse')).toBe('usual');
    expect(verdict(theSectionHead, 'return-proposal')).toBe('allowed');
    expect(verdict(theSectionHead, 'approve')).toBe('refused');
    expect(verdict(theInstitutionHead, 'approve')).toBe('usual');
    expect(verdict(theInstitutionHead, 'return-proposal')).toBe('allowed');
    expect(verdict(theOrganHead, 'approve')).toBe('refused');
    expect(verdict(theHandler, 'approve')).toBe('refused');
  });
});
