/** "What if" of a lawsuit: the suit folded with entries that nobody has written, and references that would lead nowhere. */
import { entriesWith } from '../case-view/hypothetical.ts';
import type { EffectiveEntry } from '../ledger/correction.ts';
import type { NewEntry } from '../ledger/envelope.ts';
import type { LawContext } from '../ledger/kinds.ts';
import { foldLawsuit, orderedId, redoObligationId, redoReconsiderationId } from './case.ts';
import type { AnyEntry, Lawsuit } from './case-types.ts';
import { orderingOutcomes } from './codes.ts';
import type { LitigationEntryType } from './entries.ts';

/** The lawsuit as it would stand with these entries. */
export const foldWith = (c: Lawsuit, added: readonly NewEntry[], law: LawContext): Lawsuit =>
  foldLawsuit(c.streamId, entriesWith(c, added), law);

/** What an entry of this type cannot do without: another of that type in the same instance, session and organ. */
const follows: Partial<
  Record<LitigationEntryType, { readonly type: LitigationEntryType; readonly same: 'instanceId' | 'sessionId' }>
> = {
  resumed: { type: 'suspended', same: 'instanceId' },
  'judgment-served': { type: 'instance-ended', same: 'instanceId' },
  appealed: { type: 'instance-ended', same: 'instanceId' },
  'appeal-withdrawn': { type: 'appealed', same: 'instanceId' },
  'retrial-applied': { type: 'instance-ended', same: 'instanceId' },
  'jurisdiction-objection-ruled': { type: 'jurisdiction-objected', same: 'instanceId' },
  'evidence-extension-answered': { type: 'evidence-extension-asked', same: 'instanceId' },
  'defects-read': { type: 'defects-recorded', same: 'instanceId' },
  'observers-recorded': { type: 'observation-marked', same: 'sessionId' },
  'leader-confirmed': { type: 'leader-planned', same: 'sessionId' },
  'leader-replaced': { type: 'leader-planned', same: 'sessionId' },
  'identity-proof-checked': { type: 'identity-proof-submitted', same: 'sessionId' },
  'absence-ruled': { type: 'absence-explained', same: 'sessionId' },
};

/**
 * References that lead nowhere, as `seq:what`. A correction may leave none that was not there before: no appearance
 * without its session, no service without its judgment.
 */
export function danglingReferences(given: readonly EffectiveEntry[]): string[] {
  const entries = given as unknown as readonly AnyEntry[];
  const known = new Map<string, Set<string>>();
  const knows = (what: string, id: string) => known.set(what, (known.get(what) ?? new Set()).add(id));
  for (const e of entries) {
    switch (e.type) {
      case 'lawsuit-registered':
        for (const p of e.payload.parties) knows('partyId', p.partyId);
        break;
      case 'instance-opened':
        knows('instanceId', e.payload.instanceId);
        break;
      case 'session-set':
        knows('sessionId', e.payload.sessionId);
        break;
      case 'agent-appointed':
        knows('agentId', e.payload.agentId);
        break;
      case 'judicial-advice-received':
        knows('adviceId', e.payload.adviceId);
        break;
      case 'step-proposed':
        knows('proposalId', e.payload.proposalId);
        break;
      case 'instance-ended':
        for (const o of e.payload.obligations) knows('obligationId', o.obligationId);
        knows('obligationId', redoObligationId(e.payload.instanceId));
        knows('obligationId', redoReconsiderationId(e.payload.instanceId));
        for (const o of orderingOutcomes) knows('obligationId', orderedId(e.payload.instanceId, o));
        break;
      default:
        break;
    }
    const p = e.payload as Readonly<Record<string, unknown>>;
    for (const same of ['instanceId', 'sessionId'] as const) {
      if (typeof p[same] === 'string') knows(`${e.type}:${same}`, p[same]);
    }
  }
  const out: string[] = [];
  if (!entries.some((e) => e.type === 'lawsuit-registered')) out.push('0:lawsuit-registered');
  for (const e of entries) {
    const p = e.payload as Readonly<Record<string, unknown>>;
    for (const what of ['instanceId', 'sessionId', 'agentId', 'adviceId', 'proposalId', 'obligationId', 'partyId']) {
      const id = p[what];
      if (typeof id === 'string' && known.get(what)?.has(id) !== true) out.push(`${e.seq}:${what}`);
    }
    const needed = follows[e.type];
    if (needed !== undefined && known.get(`${needed.type}:${needed.same}`)?.has(String(p[needed.same])) !== true) {
      out.push(`${e.seq}:${needed.type}`);
    }
  }
  return out;
}
