/**
 * What of a lawsuit each reader sees beside the table of `audience.ts`: an organ of the suit its own part and what the
 * court does before all of them, and a proposal only those inside whose organ it was made.
 */
import { filesNamedIn } from '../case-view/files-named-in.ts';
import type { FileId, OrganId } from '../ids.ts';
import { type Audience, maySee } from '../ledger/audience.ts';
import { type EffectiveEntry, isCorrection } from '../ledger/correction.ts';
import type { Envelope } from '../ledger/envelope.ts';
import type { Ledger } from '../ledger/kinds.ts';
import { litigationAudience } from './audience.ts';
import type { DocumentKind } from './codes.ts';
import type { LitigationEntryType, SuitOrgan } from './entries.ts';

export interface Reader {
  readonly audience: Audience;
  /** The organs that what the reader's people recorded may name: their own, and those whose place it took. */
  readonly mine: readonly OrganId[];
  /** The organs of the suit the reader answers for. */
  readonly own: readonly OrganId[];
}

/** The organs of a suit that the people of `acting` answer for; the organ itself always may. */
export const ownOrgans = (organs: readonly SuitOrgan[], acting: OrganId): readonly OrganId[] =>
  organs.filter((o) => o.organId === acting || o.undertakingId === acting).map((o) => o.organId);

/** The office itself, and the organ above it: they see every organ's part. */
export const isInternal = (audience: Audience): boolean => audience === 'reviewing' || audience === 'superior';

/** What one organ does for itself, and what is between it and the office: no other organ's to read. */
const ofOneOrgan: ReadonlySet<LitigationEntryType> = new Set([
  'court-papers-received',
  'acknowledged',
  'responders-assigned',
  'agent-appointed',
  'agent-ended',
  'evidence-extension-asked',
  'evidence-extension-answered',
  'answer-filed',
  'evidence-filed',
  'identity-proof-submitted',
  'identity-proof-checked',
  'absence-explained',
  'absence-ruled',
  'judicial-advice-received',
  'judicial-advice-answered',
  'defects-recorded',
  'defects-read',
  'form-issued',
] satisfies readonly LitigationEntryType[]);

const approvalForm = 'approval-form' satisfies DocumentKind;

const proposals: ReadonlySet<string> = new Set([
  'step-proposed',
  'step-endorsed',
  'step-returned',
  'step-withdrawn',
  'step-approved',
] satisfies readonly LitigationEntryType[]);

type Named = Readonly<Record<'organId' | 'agentId' | 'adviceId' | 'proposalId' | 'fileId', string | undefined>> & {
  readonly input?: { readonly organId?: string } | null;
  readonly fileIds?: readonly string[];
};
const named = (e: EffectiveEntry): Named => e.payload as Named;

const isApprovalForm = (e: EffectiveEntry): boolean =>
  e.type === 'document-issued' && (e.payload as { readonly kind: string }).kind === approvalForm;

/** The entries of the ledger this reader sees, annulled ones, too. */
export function shownEntries(all: readonly EffectiveEntry[], reader: Reader): readonly EffectiveEntry[] {
  const { audience, mine, own } = reader;
  const internal = isInternal(audience);
  const organOf = new Map<string, string | undefined>();
  const inside = new Set<string>();
  for (const e of all) {
    const p = named(e);
    if (e.type === 'agent-appointed' && p.agentId !== undefined) organOf.set(p.agentId, p.organId);
    if (e.type === 'judicial-advice-received' && p.adviceId !== undefined) organOf.set(p.adviceId, p.organId);
    if (e.type === 'step-proposed' && p.proposalId !== undefined) {
      const about = p.input?.organId;
      const isOwn = about !== undefined && (own as readonly string[]).includes(about);
      if (mine.includes(e.recordedBy.organ) || isOwn) inside.add(p.proposalId);
    }
  }
  const isOwn = (e: EffectiveEntry): boolean => {
    const p = named(e);
    const organ = p.organId ?? organOf.get(p.agentId ?? p.adviceId ?? '');
    return organ === undefined || (own as readonly string[]).includes(organ);
  };
  const shown = all.filter((e) => {
    const rule = litigationAudience[e.type as LitigationEntryType];
    if (rule === undefined || !maySee(rule, audience)) return false;
    if (proposals.has(e.type)) return inside.has(named(e).proposalId ?? '');
    // How a paper was signed inside an organ is that organ's own, as its proposals are.
    if (isApprovalForm(e)) return mine.includes(e.recordedBy.organ);
    if (internal) return true;
    return !ofOneOrgan.has(e.type as LitigationEntryType) || isOwn(e);
  });
  if (internal) return shown;
  // A file on record is shown with the entry that names it, or to the organ that added it.
  const files = new Set(shown.flatMap((e) => (e.type === 'file-added' ? [] : (named(e).fileIds ?? []))));
  return shown.filter(
    (e) => e.type !== 'file-added' || mine.includes(e.recordedBy.organ) || files.has(named(e).fileId ?? ''),
  );
}

/** Files that only entries kept from a reader name: neither the page nor a download gives them away. */
export function filesKeptBack(entries: Ledger['entries'], shown: readonly EffectiveEntry[]): ReadonlySet<FileId> {
  const seqs = new Set(shown.map((e) => e.seq));
  const about = (e: Envelope): number => (isCorrection(e.type) ? (e.payload as { readonly seq: number }).seq : e.seq);
  const [open, kept] = [true, false].map((is) =>
    filesNamedIn(entries.filter((e) => seqs.has(about(e)) === is).map((e) => e.payload)),
  );
  return new Set([...(kept ?? [])].filter((id) => open?.has(id) !== true));
}

/** Fields of an entry that are the office's own, by its type. */
const officeFields: Readonly<Partial<Record<LitigationEntryType, readonly string[]>>> = {
  voided: ['why', 'duplicateOf'],
  'undertaking-assigned': ['why'],
};
export const internalFields = (type: string): readonly string[] => officeFields[type as LitigationEntryType] ?? [];
