/**
 * The zod schemas of the branded primitives, shared by every payload and every procedure's input.
 * A value that passes is the branded type; nothing else makes one out of outside data.
 */
import { z } from 'zod';
import { type CivilDate, isCivilDate } from './calendar/civil-date.ts';
import type {
  AccountId,
  CommandId,
  DocumentId,
  Fen,
  FileId,
  NarrativeId,
  OrganId,
  PartyId,
  PersonRecordId,
  PostId,
  ProposalId,
  SendingId,
  Sha256,
  StreamId,
} from './ids.ts';

const id = <T>() =>
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}$/)
    .transform((s) => s as T);

export const zStreamId = id<StreamId>();
export const zAccountId = id<AccountId>();
export const zOrganId = id<OrganId>();
export const zPostId = id<PostId>();
export const zCommandId = id<CommandId>();
export const zDocumentId = id<DocumentId>();
export const zSendingId = id<SendingId>();
export const zFileId = id<FileId>();
export const zPartyId = id<PartyId>();
export const zPersonRecordId = id<PersonRecordId>();
export const zNarrativeId = id<NarrativeId>();
export const zProposalId = id<ProposalId>();
export const zSha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((s) => s as Sha256);
export const zFen = z
  .int()
  .min(0)
  .transform((n) => n as Fen);
/** 'YYYY-MM-DD', a day that exists. */
export const zCivilDate = z
  .string()
  .refine((s): boolean => isCivilDate(s))
  .transform((s) => s as CivilDate);
/** 'HH:MM' of the civil day, Asia/Shanghai. */
export const zCivilTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
