/**
 * Correction of a wrong entry: a later entry that names it and says why. The new payload passes the entry's own
 * schema; what other entries rest on cannot be taken away, and the ledger's bookkeeping is not corrected at all.
 */
import { holdsRole } from '../access/actor.ts';
import { entriesWith, newContradictions } from '../case-view/hypothetical.ts';
import { mergePayload } from '../case-view/merge-payload.ts';
import type { Failure, FieldProblem } from '../errors.ts';
import type { Annulled, Replaced } from '../ledger/correction.ts';
import type { NewEntry } from '../ledger/envelope.ts';
import type { DecideContext, Decision } from '../ledger/kinds.ts';
import type { ReconsiderationCase } from './case-types.ts';
import { correctionProblems, isImpossible } from './correction-problems.ts';
import { type ReconsiderationEntryType, reconsiderationEntries } from './entries.ts';
import { futureDays } from './future-days.ts';
import { danglingReferences, foldWith } from './hypothetical.ts';
import { problemsOf, type StepInput } from './step-inputs.ts';
import type { StepReason } from './step-reasons.ts';

/** Bookkeeping that says what was asked, approved, linked or erased: it happened, and is undone by its own steps. */
const notCorrectable: ReadonlySet<string> = new Set([
  'case-registered',
  'step-proposed',
  'step-endorsed',
  'step-returned',
  'step-withdrawn',
  'step-approved',
  'linked',
  'unlinked',
  'personal-data-erased',
  'handlers-assigned',
  'person-updated',
  'file-added',
  'note-made',
  'replaced',
  'annulled',
] satisfies readonly ReconsiderationEntryType[]);

/** Whether an entry of this type can be corrected; the timeline offers it by this. */
export const isCorrectable = (type: string): boolean => !notCorrectable.has(type) && type in reconsiderationEntries;

const keptIds = ['id', 'documentId', 'hearingId'] as const;
/** Which organ the application was made to is not corrected: a case goes to another organ by being transferred. */
const keptIn = (type: string): readonly string[] =>
  type === 'application-received' ? [...keptIds, 'organId'] : keptIds;

const fail = (failure: Failure): Decision => ({ ok: false, failure });
const refuse = (code: StepReason, params: Record<string, string | number> = {}): Decision =>
  fail({ code: 'step-refused', reason: { code, article: null, params } });
const invalid = (fields: readonly FieldProblem[]): Decision => fail({ code: 'invalid-input', fields });

export type CorrectionRequest =
  | { readonly type: 'correct-entry'; readonly input: StepInput<'correct-entry'> }
  | { readonly type: 'annul-entry'; readonly input: StepInput<'annul-entry'> };

/**
 * The one entry that corrects or annuls another; fails with what the new payload, the record or those who rest on it do
 * not bear, or with `needs-reason` and the contradictions it would bring.
 */
export function applyCorrection(c: ReconsiderationCase, request: CorrectionRequest, ctx: DecideContext): Decision {
  const { seq, why } = request.input;
  const original = c.entries.find((e) => e.seq === seq);
  if (original === undefined) return invalid([{ field: 'seq', rule: 'unknown-entry' }]);
  if (!isCorrectable(original.type)) return refuse('entry-not-correctable', { seq });
  // A void case is taken back by a head, and nothing else in it is corrected meanwhile.
  if (c.closing?.how.is === 'voided' && c.closing.seq !== seq) return refuse('case-voided', { on: c.closing.on });
  if (original.type === 'voided' && !holdsRole(ctx.actor, 'section-head', 'institution-head', 'organ-head')) {
    return refuse('heads-only');
  }
  if (request.type === 'annul-entry' && original.type === 'application-received')
    return refuse('entry-still-needed', { seq });

  let payload: Annulled | Replaced = { seq, why };
  if (request.type === 'correct-entry') {
    const occurredOn = request.input.occurredOn ?? original.occurredOn;
    const occurredTime = request.input.occurredTime === undefined ? original.occurredTime : request.input.occurredTime;
    const merged = mergePayload(original, request.input.payload, ctx.keep, keptIn(original.type));
    if (original.type === 'document-issued') merged.madeOn = occurredOn;
    const schema = reconsiderationEntries[original.type as ReconsiderationEntryType];
    const checked = schema.safeParse(merged);
    if (!checked.success) return invalid(problemsOf(checked.error, merged, 'payload'));
    const fields = futureDays(merged, ctx.today, 'payload');
    if (fields.length > 0) {
      const params = { today: ctx.today };
      return fail({ code: 'step-refused', reason: { code: 'day-in-future', article: null, params }, fields });
    }
    payload = { seq, payload: checked.data, occurredOn, occurredTime, why };
  }

  const entry: NewEntry = {
    type: request.type === 'correct-entry' ? 'replaced' : 'annulled',
    typeVersion: 1,
    // The correction itself is of today; the day of what it corrects is in its payload.
    occurredOn: ctx.today,
    occurredTime: null,
    doneBy:
      request.input.onPaper === null
        ? null
        : { name: request.input.onPaper.doneBy.name, title: request.input.onPaper.doneBy.title },
    documentIds: [],
    irregular: null,
    payload,
  };
  const before = new Set(danglingReferences(c.entries));
  const lost = danglingReferences(entriesWith(c, [entry])).filter((x) => !before.has(x));
  if (lost.length > 0) {
    return refuse('entry-still-needed', { seq, by: lost[0]?.split(':')[0] ?? '' });
  }
  const after = foldWith(c, [entry], ctx);
  const found = newContradictions(c, after);
  if (request.type === 'correct-entry') {
    const { payload: is, occurredOn } = payload as Replaced;
    const wrong = correctionProblems(original, { type: original.type, occurredOn, payload: is }, after, found);
    if (wrong.length > 0) return invalid(wrong);
  } else if (found.some(isImpossible)) {
    return refuse('entry-still-needed', { seq });
  }
  // Why the record was wrong does not say why the act was irregular: that needs a reason of its own.
  const reason = request.input.irregularReason ?? '';
  if (found.length > 0 && reason === '') return fail({ code: 'needs-reason', contradictions: found });
  const irregular = found.length === 0 ? null : { codes: [...new Set(found.map((x) => x.code))], reason };
  return { ok: true, entries: [{ ...entry, irregular }] };
}
