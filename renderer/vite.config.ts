import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: fromHere('.'),
  // Relative, so that the same files open over HTTP and over Electron's `app://`.
  base: './',
  plugins: [react()],
  build: {
    outDir: fromHere('../dist/renderer'),
    emptyOutDir: true,
    target: 'chrome120',
    // The content security policy allows neither inline scripts nor fonts and styles as data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 5000,
  },
  worker: { format: 'es' },
});
