import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

describe('proxy lines of the guides', () => {
  // Vite's short form `'/api': 'http://…'` changes the Host header, and a phone on the local network is then refused:
  // its browser sends no Sec-Fetch-Site over plain http.
  test.each([
    'README.md',
    'apps/examples/react-router/vite.config.ts',
    'apps/examples/vite-express/vite.config.ts',
    'packages/cli/src/init/nextSteps.ts',
  ])('the proxy line of %s keeps the Host header', (file) => {
    const text = readFileSync(`${import.meta.dirname}/../../../../${file}`, 'utf8');
    const proxies = text.split('\n').filter((line) => /\bproxy: \{/.test(line));
    expect(proxies).not.toEqual([]);
    expect(proxies.filter((line) => !line.includes('changeOrigin: false'))).toEqual([]);
  });
});
