/**
 * Branded primitives: an id of one thing can never be handed over as the id of another.
 */
export declare const brand: unique symbol;
export type Brand<T, B extends string> = T & { readonly [brand]: B };

export type StreamId = Brand<string, 'StreamId'>;
export type AccountId = Brand<string, 'AccountId'>;
export type OrganId = Brand<string, 'OrganId'>;
export type PostId = Brand<string, 'PostId'>;
export type CommandId = Brand<string, 'CommandId'>;
export type DocumentId = Brand<string, 'DocumentId'>;
export type SendingId = Brand<string, 'SendingId'>;
export type FileId = Brand<string, 'FileId'>;
/** A party of one case (applicant, third party, agent …); people's own data lie beside the ledger. */
export type PartyId = Brand<string, 'PartyId'>;
export type PersonRecordId = Brand<string, 'PersonRecordId'>;
export type NarrativeId = Brand<string, 'NarrativeId'>;
export type ProposalId = Brand<string, 'ProposalId'>;
/** Lower-case hex of a SHA-256. */
export type Sha256 = Brand<string, 'Sha256'>;
/** An instant: whole milliseconds since 1970-01-01T00:00Z. */
export type InstantMs = Brand<number, 'InstantMs'>;
/** Exact money: a safe integer of fen (1/100 yuan). */
export type Fen = Brand<number, 'Fen'>;
