import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** In development the pages come from Vite and everything below /api from the API, at REDRESS_API or port 3000. */
const api = process.env.REDRESS_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': api, '/health': api } },
  build: {
    outDir: 'dist/site',
    target: 'es2023',
    sourcemap: false,
    // antd alone is above the default; every route is its own chunk.
    chunkSizeWarningLimit: 1200,
  },
});
