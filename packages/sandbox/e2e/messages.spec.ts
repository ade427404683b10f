import { expect, test } from './fixtures.ts';

test('stringify makes every message a text', async ({ openInHost }) => {
  const widget = await openInHost({ parameters: { stringify: 'true' } });
  expect(await widget.heard()).toEqual(['{"step":"APP_MOUNTED"}', '{"step":"COMPONENT_LOAD_CONSENT"}']);
});

test('webview speaks to the bridge of React Native, and not to the parent', async ({ page, openInHost }) => {
  // Runs in every frame: the bridge that a native app puts there.
  await page.addInitScript(() => {
    const crossed: string[] = [];
    Object.assign(window, {
      crossed,
      ReactNativeWebView: { postMessage: (text: string) => crossed.push(text) },
    });
  });
  const widget = await openInHost({ parameters: { webview: 'true' } });
  const crossed = await widget.frame
    .locator('html')
    .evaluate((): readonly string[] => Reflect.get(window, 'crossed'));
  expect(crossed).toEqual(['{"step":"APP_MOUNTED"}', '{"step":"COMPONENT_LOAD_CONSENT"}']);
  expect(await widget.heard()).toEqual([]);
});

test('the network and the size are told as the page notices them', async ({ page, context, openInHost }) => {
  const widget = await openInHost();
  await context.setOffline(true);
  await widget.expectToEndWith('APP_OFFLINE');
  await context.setOffline(false);
  await widget.expectToEndWith('APP_OFFLINE', 'APP_ONLINE');
  await page.setViewportSize({ width: 500, height: 700 });
  await widget.expectToEndWith('APP_ONLINE', 'APP_RESIZE');
});

test('a parameter that nobody knows is named in the page’s own log', async ({ page, openInHost }) => {
  const log: string[] = [];
  page.on('console', (message) => log.push(message.text()));
  await openInHost({ parameters: { acountSelectorEnable: 'true', tag: 'cart-7' } });
  expect(log).toEqual([
    '[flinks sandbox] No page of Flinks and no public code uses the parameter "acountSelectorEnable".',
  ]);
});

const driving = { sandboxScenario: 'mfa', jsRedirect: 'true' };

test('a scenario drives by itself to the end', async ({ openInHost }) => {
  const widget = await openInHost({ parameters: { ...driving, sandboxDrive: '20' } });
  await expect(widget.testUser.heading('Connected')).toBeVisible();
  await widget.expectToEndWith('COMPONENT_LOAD_MFA', 'SUBMIT_MFA', 'REDIRECT');
});

test('a scenario waits for the person from the moment they put a hand on it', async ({
  page,
  openInHost,
}) => {
  await page.clock.install({ time: new Date('2026-01-15T12:00:00Z') });
  await page.clock.pauseAt(new Date('2026-01-15T12:00:01Z'));
  const { testUser } = await openInHost({ parameters: { ...driving, sandboxDrive: '1' } });
  await page.clock.runFor(1000);
  await expect(testUser.heading('Choose your institution')).toBeVisible();
  await testUser.heading('Choose your institution').click();
  const told: string[] = [];
  page.on('request', (request) => told.push(request.url()));
  await page.clock.runFor(60_000);
  await expect(testUser.heading('Choose your institution')).toBeVisible();
  expect(told, 'nobody but the person acts').toEqual([]);
});
