/**
 * What a correction cannot make true: days that run backwards. Registration and the steps refuse them at the field, and
 * so does the correction of what they left. Everything else that a correction newly contradicts asks for a reason.
 */
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Contradiction, FieldProblem } from '../errors.ts';
import type { EffectiveEntry } from '../ledger/correction.ts';
import type { Sending } from '../ledger/documents.ts';
import type { ReconsiderationCase } from './case-types.ts';
import type { ContradictionCode } from './contradictions.ts';
import type { ReconsiderationEntryType, ReconsiderationPayload } from './entries.ts';
import type { FieldRule } from './step-inputs.ts';

/** An entry as it stood, or as it would stand. */
type Standing = Pick<EffectiveEntry, 'type' | 'occurredOn' | 'payload'>;

interface Problem extends FieldProblem {
  readonly rule: FieldRule;
}

/** Contradictions that are no irregular act but an impossible order of days, with the entries that must come before. */
const impossible = {
  'before-receipt': ['application-received'],
  'filed-after-receipt': [],
  'act-after-filing': [],
  'span-reversed': [],
  'sent-before-made': ['document-issued'],
  'served-before-sent': [],
  'correction-not-asked': ['correction-notified'],
  'hearing-unknown': ['hearing-scheduled'],
  'review-not-begun': ['normative-review-begun'],
  'stay-not-ordered': ['stay-ordered'],
  'letter-not-made': ['mediation-letter-made'],
  'not-suspended': ['suspended', 'normative-review-begun'],
  'not-decided': ['decided', 'mediation-letter-made', 'mediation-signed'],
} as const satisfies Partial<Record<ContradictionCode, readonly ReconsiderationEntryType[]>>;

/** Whether no reason makes it recordable. */
export const isImpossible = (x: Contradiction): boolean => Object.hasOwn(impossible, x.code);

/** The days inside one entry that run backwards. */
function innerProblems({ type, occurredOn: on, payload }: Standing): Problem[] {
  const found: Problem[] = [];
  const wrong = (field: string, rule: FieldRule, params?: Problem['params']) =>
    found.push({ field: `payload.${field}`, rule, ...(params === undefined ? {} : { params }) });
  const notBefore = (field: string, day: CivilDate | null) => {
    if (day !== null && day < on) wrong(field, 'day-before-trigger', { from: on });
  };
  const sending = (s: Sending, madeOn: CivilDate | null, field: string) => {
    if (s.sentOn !== null && madeOn !== null && s.sentOn < madeOn) {
      wrong(`${field}.sentOn`, 'sent-before-made', { madeOn });
    }
    const from = s.sentOn ?? madeOn;
    if (s.servedOn !== null && from !== null && s.servedOn < from) {
      wrong(`${field}.servedOn`, 'served-before-sent', { sentOn: from });
    }
  };
  switch (type as ReconsiderationEntryType) {
    case 'application-received': {
      const { filedOn, relay, act } = payload as ReconsiderationPayload<'application-received'>;
      if (filedOn > on) wrong('filedOn', 'filed-after-received');
      if (relay !== null) {
        if (relay.receivedOn < filedOn || relay.receivedOn > on) wrong('relay.receivedOn', 'relay-day-between');
        const sentOn = relay.sentOn ?? null;
        if (sentOn !== null && (sentOn < relay.receivedOn || sentOn > on)) wrong('relay.sentOn', 'relay-sent-between');
      }
      if (act.madeOn !== null && act.madeOn > filedOn) wrong('act.madeOn', 'made-after-filed');
      if (act.madeOn !== null && act.knownOn !== null && act.knownOn < act.madeOn) {
        wrong('act.knownOn', 'known-before-made');
      }
      act.obstacles.forEach((o, i) => {
        if (o.to < o.from) wrong(`act.obstacles.${i}.to`, 'ends-before-it-begins');
      });
      break;
    }
    case 'correction-submitted':
      if ((payload as ReconsiderationPayload<'correction-submitted'>).filedOn > on) {
        wrong('filedOn', 'filed-after-received');
      }
      break;
    case 'reply-filed':
      notBefore('receivedOn', (payload as ReconsiderationPayload<'reply-filed'>).receivedOn);
      break;
    case 'hearing-scheduled':
      notBefore('on', (payload as ReconsiderationPayload<'hearing-scheduled'>).on);
      break;
    case 'performance-ordered':
      notBefore('dueOn', (payload as ReconsiderationPayload<'performance-ordered'>).dueOn);
      break;
    case 'mediation-letter-made': {
      const { lastSignedOn, sealedOn } = payload as ReconsiderationPayload<'mediation-letter-made'>;
      notBefore('lastSignedOn', lastSignedOn);
      notBefore('sealedOn', sealedOn);
      break;
    }
    case 'span-excluded':
      if ((payload as ReconsiderationPayload<'span-excluded'>).to < on) wrong('to', 'ends-before-it-begins');
      break;
    case 'document-issued':
      (payload as ReconsiderationPayload<'document-issued'>).sendings.forEach((s, i) => {
        sending(s, on, `sendings.${i}`);
      });
      break;
    case 'document-sent':
      sending((payload as ReconsiderationPayload<'document-sent'>).sending, null, 'sending');
      break;
    default:
      break;
  }
  return found;
}

const valueAt = (payload: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, key) => (at !== null && typeof at === 'object' ? (at as Record<string, unknown>)[key] : undefined),
      payload,
    );

/**
 * A day inside the entry that nobody touched is not what is wrong: the entry's own day is, and the problem stands there.
 */
function atWhatWasTouched(problem: Problem, was: Standing, is: Standing): Problem {
  const path = problem.field.replace(/^payload\./, '');
  const day = valueAt(is.payload, path);
  const touched = valueAt(was.payload, path) !== day;
  if (touched || was.occurredOn === is.occurredOn || typeof day !== 'string') {
    // The act's day against the filing's: of the two, what was touched.
    if (!touched && problem.rule === 'made-after-filed' && typeof day === 'string') {
      return { field: 'payload.filedOn', rule: 'day-before-trigger', params: { from: day } };
    }
    return problem;
  }
  if (problem.rule === 'made-after-filed' || problem.rule === 'known-before-made') return problem;
  return day > is.occurredOn
    ? { field: 'occurredOn', rule: 'day-before-trigger', params: { from: day } }
    : { field: 'occurredOn', rule: 'day-after-follower', params: { on: day } };
}

/** What the correction of an entry makes impossible that was possible before, each at the field that was changed. */
export function correctionProblems(
  was: Standing & { readonly seq: number },
  is: Standing,
  after: ReconsiderationCase,
  found: readonly Contradiction[],
): readonly FieldProblem[] {
  const keyOf = (p: FieldProblem) => `${p.field}|${p.rule}`;
  const before = new Set(innerProblems(was).map(keyOf));
  const inner = innerProblems(is)
    .filter((p) => !before.has(keyOf(p)))
    .map((p) => atWhatWasTouched(p, was, is));
  if (inner.length > 0) return inner;

  const problems = new Map<string, Problem>();
  for (const x of found) {
    if (!isImpossible(x)) continue;
    const entry = after.entries.find((e) => e.seq === x.seq);
    if (entry === undefined) continue;
    const field = was.occurredOn === is.occurredOn ? 'payload' : 'occurredOn';
    if (x.seq !== was.seq) {
      // Something else rests on this entry, and would now come before it: the earliest such day is the last possible.
      const last = problems.get('follower')?.params?.on;
      if (last === undefined || entry.occurredOn < last) {
        problems.set('follower', { field, rule: 'day-after-follower', params: { on: entry.occurredOn } });
      }
      continue;
    }
    const types: readonly string[] = impossible[x.code as keyof typeof impossible];
    const from =
      x.code === 'served-before-sent'
        ? sentOnOf(after, entry)
        : (after.entries.find((e) => types.includes(e.type) && e.seq !== x.seq)?.occurredOn ?? null);
    problems.set(x.code, {
      field,
      ...(from === null
        ? { rule: 'malformed' as const }
        : x.code === 'served-before-sent'
          ? { rule: 'served-before-sent' as const, params: { sentOn: from } }
          : { rule: 'day-before-trigger' as const, params: { from } }),
    });
  }
  return [...problems.values()];
}

function sentOnOf(c: ReconsiderationCase, served: EffectiveEntry): CivilDate | null {
  const { sendingId } = served.payload as { readonly sendingId?: string };
  for (const d of c.documents) {
    const s = d.sendings.find((x) => x.id === sendingId);
    if (s !== undefined) return s.sentOn ?? d.madeOn;
  }
  return null;
}
