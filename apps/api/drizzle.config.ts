/** For `drizzle-kit generate --name <intent>` only; the program runs the migrations itself (src/postgres/migrate.ts). */
import { defineConfig } from 'drizzle-kit';

export const config = defineConfig({
  dialect: 'postgresql',
  schema: './src/db/schema/*.ts',
  out: './drizzle',
});

// drizzle-kit reads the default export and nothing else.
export default config;
