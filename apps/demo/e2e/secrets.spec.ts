import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures.ts';
import { finish } from './Widget.ts';
import { readCredentials } from './readCredentials.ts';
import { readQueryCache } from './readQueryCache.ts';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const { secretKey, apiKey, customerId, bearer } = readCredentials();
const keys = [secretKey, apiKey, customerId, bearer].filter((key) => key !== undefined);
const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

test('the built page holds no key and no header of Flinks', () => {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  expect(keys).toHaveLength(4);
  for (const { parentPath, name } of files) {
    const text = readFileSync(`${parentPath}/${name}`, 'utf8');
    for (const secret of [...keys, 'flinks-auth-key', 'x-api-key']) {
      expect(text.includes(secret), `${name} holds ${secret}`).toBe(false);
    }
  }
});

test('after a whole session no LoginId and no account number is left in the browser', async ({
  page,
  widget,
}) => {
  const logged: string[] = [];
  const responses: string[] = [];
  const loginIds = new Set<string>();
  page.on('console', (message) => logged.push(message.text()));
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/api/flinks/connections')) return;
    const body: unknown = request.postDataJSON();
    if (typeof body === 'object' && body !== null && 'loginId' in body) loginIds.add(String(body.loginId));
  });
  page.on('response', (response) => {
    if (response.url().includes('/api/flinks/'))
      void response.text().then(
        (text) => responses.push(text),
        () => undefined,
      );
  });

  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();
  await widget.signIn('greatday_nomfa');
  await widget.share('Chequing CAD', 'Chequing US', 'Credit card');
  await finish(page);
  await expect(page.getByText('Chequing CAD')).toBeVisible();
  await expect(page.locator('[data-flinks-account-list="ready"]')).toBeVisible();

  const kept = await page.evaluate(() => ({
    address: location.href,
    history: JSON.stringify(history.state),
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    cookies: document.cookie,
    page: document.documentElement.outerHTML,
  }));
  const cache = await readQueryCache(page);
  expect(cache, 'the query cache was read').toContain('flinks-kit');

  expect(loginIds.size, 'the LoginId is posted once').toBe(1);
  const everything = [...Object.values(kept), cache, ...logged, ...responses].join('\n');
  for (const loginId of loginIds) expect(loginId).toMatch(guid);
  for (const secret of [...loginIds, ...keys, '1111000', '1111001', 'John Doe']) {
    expect(everything.includes(secret), `${secret} is left in the browser`).toBe(false);
  }
});
