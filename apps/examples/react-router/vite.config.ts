import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The server half is that of ../vite-express, or your own.
export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': { target: 'http://localhost:3000', changeOrigin: false } } },
});
