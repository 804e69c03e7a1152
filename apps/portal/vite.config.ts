import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const source = (lib: string): string =>
  fileURLToPath(new URL(`../../libs/${lib}/src/index.ts`, import.meta.url));
const gateway = { target: 'http://127.0.0.1:8080', changeOrigin: false };

/** What every page needs of others; what only one page needs comes with that page. */
const FRAME = {
  name: 'frame',
  test: /node_modules\/(antd|@ant-design|@rc-component|react|react-dom|react-router|scheduler|dayjs|@tanstack)\//,
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  // The libs' sources, so that the portal needs no built service. What they take of node:crypto to verify a bundle is
  // done by the browser, in one file.
  resolve: {
    alias: {
      '@lien-ket/contracts': source('contracts'),
      '@lien-ket/calendar': source('calendar'),
      '@lien-ket/kernel': source('kernel'),
      '@lien-ket/plan-acts': source('plan-acts'),
      '@lien-ket/audit-log': source('audit-log'),
      'node:crypto': fileURLToPath(new URL('src/audit/browser-crypto.adapter.ts', import.meta.url)),
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1100,
    // What others wrote changes seldom: browsers keep it while ours changes.
    rolldownOptions: { output: { codeSplitting: { groups: [FRAME] } } },
    modulePreload: { polyfill: false },
  },
  server: { port: 5173, proxy: { '/api': gateway, '/auth': gateway, '/health': gateway } },
  preview: { port: 4173 },
});
