// Which room may import what, and who may read the clock and the environment: `docs/architecture.md` draws the same.
// Read from each file's syntax tree, so comments and strings never count.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

const isTest = (file) => /\.(test|e2e)\.tsx?$/.test(file) || /\/(testing|e2e)\//.test(file);
const testTools = ['vitest', 'fast-check', 'node:*'];
const screenTestTools = ['vitest', '@testing-library/*', 'msw', 'msw/*', 'node:*', '@axe-core/*', 'playwright-core'];

/**
 * The rooms, most particular first; a file belongs to the first one its path begins with.
 * `packages`: what it may import by name (`*` ends a pattern). `types`: only by `import type`. `alone`: folders below
 * which neighbours may not import one another, but for the files they show the others (`faces`). `above`: for a folder
 * of the room, the folders that stand above it and that it may not import. `asks`: files below it ask the case store
 * (`readAs`, `executeStep`) and never the database itself, but for a few that have tables of their own.
 */
export const rooms = [
  {
    at: 'packages/domain/src/',
    packages: ['zod', 'canonicalize'],
    tests: [...testTools, 'chinese-days', 'chinese-days/*'],
    pure: true,
  },
  {
    at: 'packages/ui/',
    packages: ['react', 'react/*', 'react-dom', 'react-dom/*', 'antd', 'antd/*', '@tanstack/react-virtual'],
    tests: screenTestTools,
  },
  {
    at: 'apps/web/src/',
    packages: [
      '@redress/domain/*',
      '@redress/ui/*',
      'react',
      'react/*',
      'react-dom',
      'react-dom/*',
      'antd',
      'antd/*',
      '@tanstack/*',
      '@trpc/client',
      '@trpc/tanstack-react-query',
      'zod',
    ],
    types: ['@redress/api/*', '@trpc/server'],
    tests: [...screenTestTools, '@trpc/server', '@trpc/server/*'],
    alone: ['apps/web/src/features/'],
    above: { 'apps/web/src/lib/': ['apps/web/src/features/', 'apps/web/src/routes/', 'apps/web/src/app/'] },
  },
  {
    at: 'apps/api/src/',
    packages: [
      '@redress/domain/*',
      'node:*',
      '@hono/*',
      '@node-rs/argon2',
      '@trpc/server',
      '@trpc/server/*',
      'better-auth',
      'better-auth/*',
      'commander',
      'csv-parse',
      'csv-parse/*',
      'csv-stringify',
      'csv-stringify/*',
      'docxtemplater',
      'drizzle-orm',
      'drizzle-orm/*',
      'file-type',
      'hono',
      'hono/*',
      'hucre',
      'hucre/*',
      'ical-generator',
      'nodemailer',
      'pg',
      'pg-boss',
      'pg-copy-streams',
      'pino',
      'pizzip',
      'tar-stream',
      'zod',
    ],
    tests: ['vitest', 'vitest/*', 'smtp-server', 'fast-check', 'ical.js', 'docx'],
    alone: ['apps/api/src/modules/'],
    asks: {
      below: 'apps/api/src/modules/',
      // Their tables are in no ledger: what somebody has typed, and who may sign in.
      but: [
        'appearances/engagements.ts',
        'appearances/feeds.ts',
        'drafts/drafts.ts',
        'import/runs.ts',
        'notices/notices.ts',
        'notices/mail-settings.ts',
        'notices/mail-digests.ts',
        'backup/backup-runs.ts',
        'preferences/preferences.ts',
        'preferences/saved-filters.ts',
        'todos/todos.ts',
        'demo/demo-accounts.ts',
      ],
    },
    faces: [
      'cases/export-file.ts',
      'cases/export-table.ts',
      'cases/list-cases.ts',
      'cases/list-titles.ts',
      'cases/named-in-step.ts',
      'cases/open-case.ts',
      'cases/types.ts',
      'cases/view-case.ts',
      'todos/todos.ts',
      'cases/waited-for.ts',
      'demo/accounts.ts',
      'lawsuits/bench.ts',
      'lawsuits/count-lawsuits.ts',
      'lawsuits/execute-lawsuit.ts',
      'lawsuits/happened.ts',
      'lawsuits/list-lawsuits.ts',
      'lawsuits/open-lawsuit.ts',
      'lawsuits/to-sign.ts',
      'lawsuits/types.ts',
      'lawsuits/view-any.ts',
      'notices/mail-digests.ts',
      'notices/tell-administrators.ts',
      'notices/tell-hand-over.ts',
      'office/categories.ts',
      'office/names.ts',
    ],
    above: {
      'apps/api/src/db/': ['apps/api/src/modules/', 'apps/api/src/trpc/'],
      'apps/api/src/case-store/': ['apps/api/src/modules/', 'apps/api/src/trpc/'],
      'apps/api/src/postgres/': ['apps/api/src/modules/', 'apps/api/src/trpc/'],
    },
  },
];

/** The edge: the only files that may read the environment or ask what time it is. */
export const edge = new Set([
  'apps/api/src/main.ts',
  'apps/api/src/env.ts',
  'apps/api/src/clock.ts',
  'apps/api/src/cli/main.ts',
  // Chooses the test run's database.
  'apps/api/src/testing/global-setup.ts',
]);

const matches = (patterns, name) =>
  (patterns ?? []).some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );

/** Every node of a syntax tree. */
function* nodesOf(node) {
  if (Array.isArray(node)) for (const child of node) yield* nodesOf(child);
  else if (node !== null && typeof node === 'object') {
    if (typeof node.type === 'string') yield node;
    for (const value of Object.values(node)) if (value !== null && typeof value === 'object') yield* nodesOf(value);
  }
}

/** What a module names in its imports and re-exports: the specifier, and whether only types are taken. */
function importsOf(nodes) {
  return nodes.flatMap((node) => {
    if (node.type === 'ImportExpression') {
      return node.source.type === 'Literal'
        ? [{ name: String(node.source.value), typeOnly: false, at: node.start }]
        : [];
    }
    if (node.type === 'TSImportType') {
      const source = node.source ?? node.argument?.literal ?? node.argument;
      return source?.value === undefined ? [] : [{ name: String(source.value), typeOnly: true, at: node.start }];
    }
    if (!['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(node.type) || !node.source) {
      return [];
    }
    const typeOnly = node.importKind === 'type' || node.exportKind === 'type';
    return [{ name: node.source.value, typeOnly, at: node.start }];
  });
}

const isMember = (node, object, property) =>
  node.type === 'MemberExpression' &&
  node.object.type === 'Identifier' &&
  node.object.name === object &&
  (node.property.name ?? node.property.value) === property;

/** What reads the clock, the environment or chance, by the words a report uses. */
function impuritiesOf(nodes, pure) {
  const found = [];
  for (const node of nodes) {
    const hit = (what) => found.push({ what, at: node.start });
    if (node.type === 'NewExpression' && node.callee.name === 'Date' && node.arguments.length === 0) hit('new Date()');
    else if (node.type === 'CallExpression' && node.callee.name === 'Date') hit('Date()');
    else if (isMember(node, 'Date', 'now')) hit('Date.now');
    else if (isMember(node, 'Temporal', 'Now')) hit('Temporal.Now');
    else if (isMember(node, 'process', 'env')) hit('process.env');
    else if (pure && isMember(node, 'Math', 'random')) hit('Math.random');
    else if (pure && node.type === 'NewExpression' && node.callee.name === 'Date') hit('Date');
    else if (
      pure &&
      node.type === 'MemberExpression' &&
      ['Date', 'process', 'crypto', 'globalThis'].includes(node.object.name)
    ) {
      hit(node.object.name);
    } else if (pure && node.type === 'CallExpression' && ['fetch', 'setTimeout'].includes(node.callee.name))
      hit(node.callee.name);
  }
  return found;
}

/** Where a file takes hold of the database itself, or of a table's columns. */
function databaseUsesOf(nodes) {
  const names = ['pool', 'orm'];
  const found = [];
  for (const node of nodes) {
    const hit = (what) => found.push({ what, at: node.start });
    if (node.type === 'MemberExpression' && names.includes(node.property.name ?? node.property.value)) {
      hit(`.${node.property.name ?? node.property.value}`);
    } else if (node.type === 'ObjectPattern') {
      const taken = node.properties.map((property) => property.key?.name).find((name) => names.includes(name));
      if (taken !== undefined) hit(`{ ${taken} }`);
    } else if (node.type === 'ImportDeclaration' && node.importKind !== 'type') {
      if (/^drizzle-orm|^pg$|\/db\/schema\//.test(node.source.value)) hit(`import from ${node.source.value}`);
    }
  }
  return found;
}

/**
 * What one file does that its room does not allow, as sentences `path:line: what`.
 * @param {string} file its path from the project's root, with `/`
 * @param {string} text
 * @returns {string[]}
 */
export function violationsOf(file, text) {
  const room = rooms.find((candidate) => file.startsWith(candidate.at));
  if (room === undefined) return [];
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) return [`${file}: cannot be read: ${errors[0].message}`];
  const nodes = [...nodesOf(program)];
  const say = (at, what) => `${file}:${text.slice(0, at).split('\n').length}: ${what}`;
  const allowed = isTest(file) ? [...room.packages, ...(room.types ?? []), ...(room.tests ?? [])] : room.packages;
  const found = [];

  for (const { name, typeOnly, at } of importsOf(nodes)) {
    if (!name.startsWith('.')) {
      if (matches(allowed, name) || (typeOnly && matches(room.types, name))) continue;
      found.push(say(at, matches(room.types, name) ? `only \`import type\` from ${name}` : `may not import ${name}`));
      continue;
    }
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), name));
    if (!target.startsWith(room.at)) found.push(say(at, `leaves its room for ${target}`));
    for (const folder of room.alone ?? []) {
      const noun = (place) => (place.startsWith(folder) ? place.slice(folder.length).split('/')[0] : null);
      const [from, to] = [noun(file), noun(target)];
      const known = room.faces?.includes(target.slice(folder.length));
      if (from !== null && to !== null && from !== to && !known)
        found.push(say(at, `${from} may not import its neighbour ${to}`));
    }
    for (const [below, uppers] of Object.entries(room.above ?? {})) {
      const upper = file.startsWith(below) && !isTest(file) && uppers.find((place) => target.startsWith(place));
      if (upper) found.push(say(at, `${below} may not import ${upper}, which stands above it`));
    }
  }
  const asks = room.asks !== undefined && file.startsWith(room.asks.below) && !isTest(file);
  if (asks && !room.asks.but.includes(file.slice(room.asks.below.length))) {
    for (const { what, at } of databaseUsesOf(nodes)) found.push(say(at, `${what}: ask through the case store`));
  }
  const isSource = file.startsWith(room.at.endsWith('src/') ? room.at : `${room.at}src/`);
  if (isSource && !edge.has(file)) {
    for (const { what, at } of impuritiesOf(nodes, room.pure === true && !isTest(file))) {
      found.push(say(at, `${what} belongs to the edge; take it as an argument`));
    }
  }
  return found;
}

/** Every violation in the project. */
export function checkProject() {
  const files = globSync('{packages,apps}/*/{src,gallery}/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !file.endsWith('.config.ts'));
  if (files.length === 0) return ['no source files were found'];
  return files.sort().flatMap((file) => violationsOf(file, readFileSync(path.join(root, file), 'utf8')));
}

if (import.meta.main) {
  const violations = checkProject();
  for (const violation of violations) console.error(violation);
  process.exitCode = violations.length === 0 ? 0 : 1;
}
