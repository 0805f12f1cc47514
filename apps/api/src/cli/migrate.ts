/** `redress migrate`: opening the database applies what is missing; this says how much that was. */
import type { Databases } from '../postgres/databases.ts';

export interface MigrateDeps {
  readonly databases: Pick<Databases, 'migrated' | 'separation'>;
  readonly print: (line: string) => void;
}

/** Prints how many migrations were applied, and whether the runtime has a role of its own. Always 0. */
export async function runMigrate({ databases, print }: MigrateDeps): Promise<number> {
  print(`已应用 ${databases.migrated} 个迁移 · ${databases.migrated} migrations applied`);
  print(`roles: ${databases.separation}`);
  return 0;
}
