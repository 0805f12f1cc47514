/**
 * Correction of a wrong entry of a lawsuit: a later entry that names it and says why. The new payload passes the entry's
 * own schema; what other entries rest on cannot be taken away, and the ledger's bookkeeping is not corrected at all.
 */
import { holdsRole } from '../access/actor.ts';
import { entriesWith, newContradictions } from '../case-view/hypothetical.ts';
import { mergePayload } from '../case-view/merge-payload.ts';
import type { Failure, FieldProblem } from '../errors.ts';
import type { Annulled, Replaced } from '../ledger/correction.ts';
import type { NewEntry } from '../ledger/envelope.ts';
import type { DecideContext, Decision } from '../ledger/kinds.ts';
import { problemsOf } from '../reconsideration/step-inputs.ts';
import type { Lawsuit } from './case-types.ts';
import { doneByOf } from './draft.ts';
import { type LitigationEntryType, litigationEntries } from './entries.ts';
import { futureDays } from './future-days.ts';
import { danglingReferences, foldWith } from './hypothetical.ts';
import { dayOfOrder, isImpossible } from './impossible.ts';
import { lastSessionAfter } from './instances.ts';
import type { StepInput } from './step-inputs.ts';
import type { StepReason } from './step-reasons.ts';

/** Bookkeeping that says what was asked, signed, linked, made or erased: it happened, and is undone by its own steps. */
const notCorrectable: ReadonlySet<string> = new Set([
  'lawsuit-numbered',
  'step-proposed',
  'step-endorsed',
  'step-returned',
  'step-withdrawn',
  'step-approved',
  'linked',
  'unlinked',
  'personal-data-erased',
  'handlers-assigned',
  'responders-assigned',
  'person-updated',
  'file-added',
  'note-made',
  'form-issued',
  'document-issued',
  'document-sent',
  'document-served',
  'replaced',
  'annulled',
] satisfies readonly LitigationEntryType[]);

/** Whether an entry of this type can be corrected; the timeline offers it by this. */
export const isCorrectable = (type: string): boolean => !notCorrectable.has(type) && type in litigationEntries;

/** Ids that stay whatever else of an entry was wrong. */
const keptIds = ['instanceId', 'sessionId', 'agentId', 'adviceId', 'obligationId', 'documentId', 'proposalId'] as const;
/** Which office keeps the file is no word of the summons: a correction does not move it to another. */
const keptIn = (type: string): readonly string[] => (type === 'lawsuit-registered' ? [...keptIds, 'organId'] : keptIds);

const fail = (failure: Failure): Decision => ({ ok: false, failure });
const refuse = (code: StepReason, params: Record<string, string | number> = {}): Decision =>
  fail({ code: 'step-refused', reason: { code, article: null, params } });
const invalid = (fields: readonly FieldProblem[]): Decision => fail({ code: 'invalid-input', fields });

export type CorrectionRequest =
  | { readonly type: 'correct-entry'; readonly input: StepInput<'correct-entry'> }
  | { readonly type: 'annul-entry'; readonly input: StepInput<'annul-entry'> };

/** The one entry that corrects or annuls another; fails with what the new payload, the record or others do not bear. */
export function applyCorrection(c: Lawsuit, request: CorrectionRequest, ctx: DecideContext): Decision {
  const { seq, why } = request.input;
  const original = c.entries.find((e) => e.seq === seq);
  if (original === undefined) return invalid([{ field: 'seq', rule: 'unknown-entry' }]);
  if (!isCorrectable(original.type)) return refuse('entry-not-correctable', { seq });
  if (original.type === 'voided' && !holdsRole(ctx.actor, 'section-head', 'institution-head', 'organ-head')) {
    return refuse('heads-only');
  }
  if (c.voided !== null && original.type !== 'voided') return refuse('suit-voided', { on: c.voided.occurredOn });
  if (request.type === 'annul-entry' && original.type === 'lawsuit-registered') {
    return refuse('entry-still-needed', { seq });
  }

  let payload: Annulled | Replaced = { seq, why };
  if (request.type === 'correct-entry') {
    const occurredOn = request.input.occurredOn ?? original.occurredOn;
    const { occurredTime: time } = request.input;
    const occurredTime = time === undefined ? original.occurredTime : time;
    const merged = mergePayload(original, request.input.payload, ctx.keep, keptIn(original.type));
    const checked = litigationEntries[original.type as LitigationEntryType].safeParse(merged);
    if (!checked.success) return invalid(problemsOf(checked.error, merged, 'payload'));
    const fields = [...futureDays({ occurredOn }, ctx.today), ...futureDays(merged, ctx.today, 'payload')];
    if (fields.length > 0) {
      const params = { today: ctx.today };
      return fail({ code: 'step-refused', reason: { code: 'day-in-future', article: null, params }, fields });
    }
    if (original.type === 'instance-ended') {
      const held = lastSessionAfter(
        c.instances.find((i) => i.ended?.seq === seq),
        occurredOn,
      );
      if (held !== null) return invalid([{ field: 'occurredOn', rule: 'day-before-trigger', params: { from: held } }]);
    }
    payload = { seq, payload: checked.data, occurredOn, occurredTime, why };
  }

  const entry: NewEntry = {
    type: request.type === 'correct-entry' ? 'replaced' : 'annulled',
    typeVersion: 1,
    // The correction itself is of today; the day of what it corrects is in its payload.
    occurredOn: ctx.today,
    occurredTime: null,
    doneBy: doneByOf(request.input),
    documentIds: [],
    irregular: null,
    payload,
  };
  const before = new Set(danglingReferences(c.entries));
  const lost = danglingReferences(entriesWith(c, [entry])).filter((x) => !before.has(x));
  if (lost.length > 0) return refuse('entry-still-needed', { seq, by: lost[0]?.split(':')[0] ?? '' });
  const found = newContradictions(c, foldWith(c, [entry], ctx));
  const cannot = found.find(isImpossible);
  if (cannot !== undefined) {
    if (request.type === 'annul-entry') return refuse('entry-still-needed', { seq, by: cannot.seq ?? '' });
    const from = dayOfOrder(cannot);
    if (from === null) return refuse(cannot.code as StepReason, cannot.params);
    return invalid([{ field: 'occurredOn', rule: 'day-before-trigger', params: { from } }]);
  }
  // Why the record was wrong does not say why the act was irregular: that needs a reason of its own.
  const reason = request.input.irregularReason ?? '';
  if (found.length > 0 && reason === '') return fail({ code: 'needs-reason', contradictions: found });
  const irregular = found.length === 0 ? null : { codes: [...new Set(found.map((x) => x.code))], reason };
  return { ok: true, entries: [{ ...entry, irregular }] };
}
