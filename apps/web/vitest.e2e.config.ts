import { defineConfig } from 'vitest/config';

/** The whole application in a real browser: one file after another, each with its own data folder and ports. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['e2e/**/*.e2e.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'dist/reports/e2e.json' },
  },
});
