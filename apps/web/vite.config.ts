import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ command }) => {
  // What is served is the production build, also when a test run (NODE_ENV=test) asks for it.
  if (command === 'build') process.env.NODE_ENV = 'production';
  /** In development the pages come from Vite and everything below /api from the API, at REDRESS_API or port 3000. */
  const api = process.env.REDRESS_API ?? 'http://127.0.0.1:3000';
  return {
    plugins: [react()],
    server: { proxy: { '/api': api, '/health': api } },
    build: {
      outDir: 'dist/site',
      target: 'es2023',
      sourcemap: false,
      // antd alone is above the default; every route is its own chunk.
      chunkSizeWarningLimit: 1200,
    },
  };
});
