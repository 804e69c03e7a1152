import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const source = (lib: string): string =>
  fileURLToPath(new URL(`../../libs/${lib}/src/index.ts`, import.meta.url));
const gateway = { target: 'http://127.0.0.1:8080', changeOrigin: false };

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  // The libs' sources, so that the portal needs no built service. Of the kernel they use types only.
  resolve: {
    alias: { '@lien-ket/contracts': source('contracts'), '@lien-ket/calendar': source('calendar') },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1400,
    modulePreload: { polyfill: false },
  },
  server: { port: 5173, proxy: { '/api': gateway, '/auth': gateway, '/health': gateway } },
  preview: { port: 4173 },
});
