/** Lifts payloads of older entry versions to the newest; fold and timeline read the ledger through it alike. */
import type { Upcast } from '../ledger/correction.ts';

/** Every entry type has one version so far. */
export const upcastLitigation: Upcast = (_type, _typeVersion, payload) => payload;
