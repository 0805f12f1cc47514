import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Vite asks for a default export.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: { outDir: '../dist/gallery', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
});
