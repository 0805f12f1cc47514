/**
 * The entries every case kind shares, beside its own: documents, proposals, links, people, corrections.
 * Names are past tense. Each kind merges these into its own list.
 */
import { z } from 'zod';
import {
  zAccountId,
  zFileId,
  zNarrativeId,
  zPartyId,
  zPersonRecordId,
  zProposalId,
  zSha256,
  zStreamId,
} from '../schema.ts';
import { zAnnulled, zReplaced } from './correction.ts';
import { zDocumentSent, zDocumentServed, zIssuedDocument } from './documents.ts';
import { zDoneBy } from './envelope.ts';

/** A text too long or too personal for the ledger lies in `narrative`; the entry holds its id and salted hash. */
export const zNarrativeRef = z.object({ narrativeId: zNarrativeId, saltedHash: zSha256 });
export type NarrativeRef = Readonly<z.infer<typeof zNarrativeRef>>;
/** A person's names, numbers and addresses lie in `person_record`; the entry holds the id and the salted hash. */
export const zPersonRef = z.object({ personRecordId: zPersonRecordId, saltedHash: zSha256 });
export type PersonRef = Readonly<z.infer<typeof zPersonRef>>;

/** Which case relation a link states; it is written in the younger stream. */
export const linkKinds = [
  'same-dispute',
  'related',
  'duplicate-of',
  'series',
  'joined-into',
  'reviewed-in-court',
  'remanded-to',
  'compensation-of',
  'petition-about',
] as const;
export const zLinkKind = z.enum(linkKinds);
export type LinkKind = z.infer<typeof zLinkKind>;

/** Entry type → payload schema. */
export const commonEntries = {
  /** A document was made, with the sendings already known. occurredOn = madeOn. */
  'document-issued': zIssuedDocument,
  'document-sent': zDocumentSent,
  'document-served': zDocumentServed,
  /** A step that needs somebody else's approval was proposed. No fact: it is counted nowhere and moves nothing. */
  'step-proposed': z.object({
    proposalId: zProposalId,
    step: z.string().min(1),
    input: z.unknown(),
    opinion: z.string().trim().max(4000),
  }),
  /** The section head agreed and passed it on to the approver the article names. */
  'step-endorsed': z.object({ proposalId: zProposalId, opinion: z.string().trim().max(4000) }),
  'step-returned': z.object({ proposalId: zProposalId, reasons: z.string().trim().min(1).max(4000) }),
  'step-withdrawn': z.object({ proposalId: zProposalId, reasons: z.string().trim().max(4000) }),
  /** Approved: the step was decided anew on the approver's day, and its entries follow in the same command. */
  'step-approved': z.object({ proposalId: zProposalId, opinion: z.string().trim().max(4000) }),
  linked: z.object({ kind: zLinkKind, to: zStreamId, why: z.string().trim().max(1000) }),
  unlinked: z.object({ seq: z.int().min(1), why: z.string().trim().min(1).max(1000) }),
  /** Content and salt were erased; the hash stays, the statistics stay. */
  'personal-data-erased': z.object({
    personRecordIds: z.array(zPersonRecordId),
    narrativeIds: z.array(zNarrativeId),
    ground: z.string().trim().min(1).max(1000),
  }),
  /** A newer version of a person's data (address changed, number corrected). */
  'person-updated': z.object({ partyId: zPartyId, person: zPersonRef, why: z.string().trim().max(1000) }),
  'file-added': z.object({
    fileId: zFileId,
    sha256: zSha256,
    name: z.string().trim().min(1).max(200),
    kind: z.string().min(1).max(60),
    size: z.int().min(0),
  }),
  'note-made': z.object({ text: zNarrativeRef }),
  'handlers-assigned': z.object({ accounts: z.array(zAccountId).min(1).max(4), why: z.string().trim().max(1000) }),
  replaced: zReplaced,
  annulled: zAnnulled,
} as const;

export type CommonEntryType = keyof typeof commonEntries;
export { zDoneBy };
