/**
 * Documents and sendings, for all kinds: a document is made on a day and sent to each addressee by its own sending.
 * Clocks start from sendings and their proof, never from what somebody meant to send (rulebook 2.12).
 */
import { z } from 'zod';
import { zCivilDate, zDocumentId, zFileId, zOrganId, zPartyId, zSendingId } from '../schema.ts';

/** Ways of service, with the Civil Procedure Law article that allows each. */
export const serviceMethods = [
  'direct', // 直接送达, CPL 88
  'left-in-place', // 留置送达, CPL 89
  'electronic', // 电子送达, CPL 90; only with recorded consent
  'entrusted', // 委托送达, CPL 91
  'post', // 邮寄送达, CPL 91
  'transferred', // 转交送达, CPL 92-94
  'announcement', // 公告送达, CPL 95
  'exchange', // 机关间交换, between organs
] as const;
export const zServiceMethod = z.enum(serviceMethods);
export type ServiceMethod = z.infer<typeof zServiceMethod>;

/** An addressee is a party of the case or an organ. */
export const zAddressee = z.discriminatedUnion('is', [
  z.object({ is: z.literal('party'), partyId: zPartyId }),
  z.object({ is: z.literal('organ'), organId: zOrganId }),
]);
export type Addressee = Readonly<z.infer<typeof zAddressee>>;

/** One addressee's sending: when it left, when it arrived, and what proves each (a slip, a return receipt, a scan). */
export const zSending = z.object({
  id: zSendingId,
  addressee: zAddressee,
  method: zServiceMethod,
  /** The day it was dispatched; null = not on record. */
  sentOn: zCivilDate.nullable(),
  sentProof: z.string().trim().max(200).nullable(),
  /** The day it was received or lawfully counts as received; null = not yet, or not on record. */
  servedOn: zCivilDate.nullable(),
  servedProof: z.string().trim().max(200).nullable(),
});
export type Sending = Readonly<z.infer<typeof zSending>>;

/** A document as issued. `number` is its 文号; a date printed on it stays as printed. */
export const zIssuedDocument = z.object({
  id: zDocumentId,
  kind: z.string().min(1).max(60),
  number: z.string().trim().max(80).nullable(),
  madeOn: zCivilDate,
  /** The limit printed on the document, kept as printed even where the computed one later differs. */
  printedDue: zCivilDate.nullable(),
  fileIds: z.array(zFileId),
  sendings: z.array(zSending),
  /** It is known from the office's earlier register only: what the register does not say of it is unknown, not undone. */
  fromRegister: z.literal(true).optional(),
});
export type IssuedDocument = Readonly<z.infer<typeof zIssuedDocument>>;

/** 'document-sent': a further sending of a document on record. occurredOn = sentOn. */
export const zDocumentSent = z.object({ documentId: zDocumentId, sending: zSending });
/** 'document-served': service of a sending on record. occurredOn = servedOn. */
export const zDocumentServed = z.object({
  sendingId: zSendingId,
  method: zServiceMethod.nullable(),
  proof: z.string().trim().min(1).max(200),
  fileIds: z.array(zFileId),
});

/** The day a document was first dispatched to anyone; null where no dispatch is on record. */
export function firstDispatch(document: IssuedDocument): IssuedDocument['madeOn'] | null {
  const days = document.sendings.flatMap((s) => (s.sentOn === null ? [] : [s.sentOn])).sort();
  return days[0] ?? null;
}

/** The sending to one addressee, the latest where several; null where none. */
export function sendingTo(document: IssuedDocument, to: Addressee): Sending | null {
  const same = (a: Addressee) =>
    a.is === 'party' ? to.is === 'party' && a.partyId === to.partyId : to.is === 'organ' && a.organId === to.organId;
  return document.sendings.findLast((s) => same(s.addressee)) ?? null;
}
