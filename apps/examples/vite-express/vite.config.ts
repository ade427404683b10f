import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The Host header stays as the browser sent it, so that the page also works by this machine's own address.
const target = `http://localhost:${process.env['PORT'] ?? 3000}`;

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': { target, changeOrigin: false } } },
});
