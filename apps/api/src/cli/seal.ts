/** `redress seal`: seals all ledgers as they stand and prints the seal, to be kept outside the database. */
import type { InstantMs } from '@redress/domain/ids';
import { sealNow } from '../case-store/seal.ts';
import type { Database } from '../db/database.ts';

export interface SealDeps {
  readonly db: Database;
  readonly clock: () => InstantMs;
  readonly print: (line: string) => void;
}

/** Seals the heads of all ledgers by hand; without any ledger there is nothing to seal. Always 0. */
export async function runSeal({ db, clock, print }: SealDeps): Promise<number> {
  const seal = await sealNow(db.pool, { at: clock(), occasion: 'manual' });
  print(
    seal === null
      ? '尚无案卷，无需封存 · there is no ledger to seal'
      : `seal ${seal.number}: ${seal.streamCount} streams, ${seal.hash}`,
  );
  return 0;
}
