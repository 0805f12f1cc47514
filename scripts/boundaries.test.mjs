import { describe, expect, it } from 'vitest';
import { edge, violationsOf } from './boundaries.mjs';

/** One forbidden line for each rule, in a file where it is forbidden, and the same file without it. */
const forbidden = [
  [
    'the domain imports no framework',
    'packages/domain/src/x.ts',
    "import { useState } from 'react';",
    'may not import',
  ],
  ['the domain does no I/O', 'packages/domain/src/x.ts', "import { readFileSync } from 'node:fs';", 'may not import'],
  ['the domain reads no clock', 'packages/domain/src/x.ts', 'export const t = Date.now();', 'Date.now'],
  ['the domain knows no instants', 'packages/domain/src/x.ts', "export const t = new Date('2026-01-01');", 'Date'],
  ['the domain leaves nothing to chance', 'packages/domain/src/x.ts', 'export const n = Math.random();', 'Math.random'],
  ['ui knows no case', 'packages/ui/src/x.tsx', "import type { CaseId } from '@redress/domain/ids';", 'may not import'],
  [
    'ui fetches nothing',
    'packages/ui/src/x.tsx',
    "export { useQuery } from '@tanstack/react-query';",
    'may not import',
  ],
  [
    'screens take only types from the API',
    'apps/web/src/x.ts',
    "import { a } from '@redress/api/trpc/root';",
    'import type',
  ],
  ['screens load nothing of the API later', 'apps/web/src/x.ts', "await import('@redress/api/env');", 'import type'],
  ['screens use no node module', 'apps/web/src/x.ts', "import path from 'node:path';", 'may not import'],
  [
    'a feature knows no neighbour',
    'apps/web/src/features/cases/x.ts',
    "import { a } from '../register/a.ts';",
    'neighbour',
  ],
  ['screens read no clock', 'apps/web/src/features/cases/x.ts', 'export const now = new Date();', 'new Date()'],
  [
    'a library of screens knows no feature',
    'apps/web/src/lib/x.ts',
    "import { a } from '../features/cases/a.ts';",
    'above',
  ],
  ['the API knows no screen', 'apps/api/src/x.ts', "import { a } from '@redress/ui/chip';", 'may not import'],
  [
    'a module knows no other',
    'apps/api/src/modules/cases/x.ts',
    "import { a } from '../files/routes.ts';",
    'neighbour',
  ],
  [
    'the case store knows no module',
    'apps/api/src/case-store/x.ts',
    "import { a } from '../modules/cases/a.ts';",
    'above',
  ],
  [
    'a module asks the case store, not the database',
    'apps/api/src/modules/cases/x.ts',
    "export const n = (db) => db.pool.query('select 1');",
    'through the case store',
  ],
  [
    'a module does not ask it by another name',
    'apps/api/src/modules/cases/x.ts',
    'export const n = ({ orm }) => orm;',
    'through the case store',
  ],
  [
    'a module knows no table of the store',
    'apps/api/src/modules/cases/x.ts',
    "import { file } from '../../db/schema/file.ts';",
    'through the case store',
  ],
  ['only the edge reads the environment', 'apps/api/src/x.ts', 'export const p = process.env.PORT;', 'process.env'],
  ['only the edge reads the day', 'apps/api/src/x.ts', 'export const d = Temporal.Now.plainDateISO();', 'Temporal.Now'],
  [
    'nobody reaches into a room from its side',
    'apps/web/src/x.ts',
    "import { a } from '../../api/src/env.ts';",
    'leaves its room',
  ],
];

describe('boundaries', () => {
  it.each(forbidden)('%s', (_rule, file, line, word) => {
    const clean = '// Date.now() and process.env in a comment count for nothing\nexport const a = "new Date()";\n';
    expect(violationsOf(file, clean)).toEqual([]);
    const found = violationsOf(file, `${clean}${line}\n`);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${file}:3: `);
    expect(found[0]).toContain(word);
  });

  it.each([
    ['packages/domain/src/x.ts', "import { z } from 'zod';\nimport { a } from './a.ts';"],
    ['packages/domain/src/x.test.ts', "import fc from 'fast-check';\nimport { it } from 'vitest';"],
    ['apps/web/src/x.ts', "import type { AppRouter } from '@redress/api/trpc/root';"],
    ['apps/web/src/routes/x.tsx', "import { a } from '../features/cases/a.ts';"],
    ['apps/api/src/x.ts', 'export const day = (at: number) => new Date(at);'],
    ['apps/api/src/modules/cases/x.ts', "import { organName } from '../office/names.ts';"],
    [
      'apps/api/src/modules/drafts/drafts.ts',
      "import { draft } from '../../db/schema/draft.ts';\nexport const all = (db) => db.orm.select().from(draft);",
    ],
    ['apps/api/src/modules/cases/x.test.ts', "export const n = (db) => db.pool.query('select 1');"],
    ['apps/api/src/case-store/x.ts', "export const n = (db) => db.pool.query('select 1');"],
    ['apps/api/src/clock.ts', 'export const now = () => Date.now();'],
  ])('%s may: %s', (file, text) => {
    expect(violationsOf(file, text)).toEqual([]);
  });

  it('has a short edge', () => {
    expect(edge.size).toBeLessThanOrEqual(5);
  });
});
