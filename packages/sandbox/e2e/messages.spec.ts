import { expect, test } from './fixtures.ts';

test('stringify makes every message a text', async ({ openInHost }) => {
  const widget = await openInHost({ parameters: { stringify: 'true' } });
  expect(await widget.messages()).toEqual(['{"step":"APP_MOUNTED"}', '{"step":"COMPONENT_LOAD_CONSENT"}']);
});

test('webview posts to the bridge of React Native, and not to the parent', async ({ page, openInHost }) => {
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
  expect(crossed.filter((text) => !text.includes('APP_RESIZE'))).toEqual([
    '{"step":"APP_MOUNTED"}',
    '{"step":"COMPONENT_LOAD_CONSENT"}',
  ]);
  expect(await widget.messages()).toEqual([]);
});

test('the network is reported as the browser notices it, and the size as it changes', async ({
  page,
  context,
  openInHost,
}) => {
  const widget = await openInHost();
  await context.setOffline(true);
  await widget.expectToEndWith('APP_OFFLINE');
  await context.setOffline(false);
  await widget.expectToEndWith('APP_OFFLINE', 'APP_ONLINE');
  const before = await widget.countResizes();
  await page.setViewportSize({ width: 500, height: 700 });
  await expect.poll(() => widget.countResizes()).toBeGreaterThan(before);
});

test('the size is reported as the content grows', async ({ openInHost }) => {
  const widget = await openInHost();
  const before = await widget.countResizes();
  await widget.testUser.press(widget.testUser.texts.agree);
  await expect(widget.testUser.heading('Choose your institution')).toBeVisible();
  await expect.poll(() => widget.countResizes()).toBeGreaterThan(before);
});

test.describe('offline', () => {
  test.use({ mayComplain: /Failed to load resource|ERR_INTERNET_DISCONNECTED/ });

  test('keeps the screen, warns, and continues when the network is back', async ({ context, openInHost }) => {
    const widget = await openInHost({
      path: '/v2/Credential/FlinksCapital',
      parameters: { consentEnable: 'false', jsRedirect: 'true' },
    });
    const { frame, testUser } = widget;
    await context.setOffline(true);
    await testUser.signIn('greatday_nomfa');
    await expect(frame.getByRole('alert')).toContainText('You are offline.');
    await expect(frame.getByLabel('Username')).toHaveValue('greatday_nomfa');
    await context.setOffline(false);
    await expect(testUser.heading('Connected')).toBeVisible();
    await expect(frame.getByRole('alert')).toHaveCount(0);
    const steps = (await widget.messages()).map((message) => Reflect.get(Object(message), 'step'));
    expect(steps.filter((step) => step === 'SUBMIT_CREDENTIAL')).toHaveLength(1);
  });
});

test('an unknown parameter is named in the page’s own log', async ({ page, openInHost }) => {
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

test('a scenario waits for the user from the first press on', async ({ page, openInHost }) => {
  await page.clock.install({ time: new Date('2026-01-15T12:00:00Z') });
  await page.clock.pauseAt(new Date('2026-01-15T12:00:01Z'));
  const { testUser } = await openInHost({ parameters: { ...driving, sandboxDrive: '1' } });
  await page.clock.runFor(1000);
  await expect(testUser.heading('Choose your institution')).toBeVisible();
  await testUser.heading('Choose your institution').click();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.clock.runFor(60_000);
  await expect(testUser.heading('Choose your institution')).toBeVisible();
  expect(requests, 'only the user acts').toEqual([]);
});
