/** The hash function handed to the domain, and fresh random values. */
import { createHash, randomBytes } from 'node:crypto';
import type { Sha256 } from '@redress/domain/ids';
import { canonicalForm } from '@redress/domain/ledger/chain';

/** Lower-case hex SHA-256 of a UTF-8 text. */
export const sha256 = (text: string): Sha256 => createHash('sha256').update(text, 'utf8').digest('hex') as Sha256;

/** 128 random bits as hex: a hash of what it salts tells nothing without it. */
export const newSalt = (): string => randomBytes(16).toString('hex');

/** SHA-256 over salt and canonical form: the same for the same content, whatever order its keys come in. */
export const saltedHash = (salt: string, content: unknown): Sha256 => sha256(salt + canonicalForm(content));
