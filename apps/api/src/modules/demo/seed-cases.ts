import type { SeedOptions } from './seed-office.ts';

export async function seedCases(_o: SeedOptions): Promise<number> {
  return 0;
}
