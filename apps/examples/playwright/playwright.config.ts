import { defineConfig } from '@playwright/test';

// For an app that `npx flinks-kit init` was run in: its dev:bank starts the sandbox and the app.
export default defineConfig({
  testDir: 'e2e',
  use: { baseURL: 'http://localhost:5173', locale: 'en-CA' },
  webServer: {
    command: 'npm run dev:bank',
    url: 'http://localhost:5173/bank.html',
    reuseExistingServer: true,
  },
});
