import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The packages are read from their sources: nothing has to be built before the demo.
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@flinks-kit/source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2022', sourcemap: false },
});
