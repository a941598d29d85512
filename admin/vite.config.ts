import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    // The Content-Security-Policy lets nothing in as data: but pictures.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: {
    port: 5173,
    proxy: { '/api': process.env.SANDY_API ?? 'http://localhost:3000' },
  },
});
