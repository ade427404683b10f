import { expect, test } from './fixtures.ts';
import { finish } from './Widget.ts';

const guid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/;

// Long tests, on a machine that may be busy.
test.describe.configure({ timeout: 60_000 });

test('the panel shows each message with the state after it, ignored messages with the reason, and the calls, without ids', async ({
  page,
  widget,
}) => {
  await page.goto('/');
  const panel = page.getByRole('region', { name: 'Developer panel' });
  const linked = page.waitForResponse(
    (response) => response.url().endsWith('/connections') && response.request().method() === 'POST',
  );
  await expect(panel, 'closed by default').toBeHidden();
  await page.getByRole('button', { name: 'Developer panel' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Connect your bank' }).click();
  await expect(widget.button('agree')).toBeVisible();
  await page.getByRole('button', { name: 'Post a forged message' }).click();
  await widget.signIn('greatday_nomfa', 'Yesterday');
  await expect(page.getByText('This attempt did not succeed.', { exact: false })).toBeVisible();
  await widget.retry();
  await widget.typeCredentials('greatday_nomfa', 'Everyday');
  await widget.share('Chequing CAD');
  await finish(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Your accounts' })).toBeVisible();

  const link = (await linked).request().postDataJSON();
  const { id: connectionId } = await (await linked).json();
  const ids = [link.loginId, link.sessionId, link.tag, ...link.accountIds, connectionId];
  const expectNoId = async (): Promise<void> => {
    const shown = (await panel.textContent()) ?? '';
    expect(ids.filter((id) => shown.includes(id))).toEqual([]);
    expect(shown).not.toMatch(guid);
  };
  expect(ids.every((id) => typeof id === 'string')).toBe(true);

  const lines = panel.getByRole('region', { name: 'Session' }).getByRole('listitem');
  const expectLine = async (line: RegExp) => expect(lines.filter({ hasText: line })).toHaveCount(1);
  await expectLine(/state\s*preparing/);
  await expectLine(/state\s*loading/);
  await expectLine(/message\s*APP_MOUNTED\s*active/);
  await expectLine(/ignored\s*REDIRECT\s*It came from a window other/);
  await expectLine(/message\s*INVALID_LOGIN.*active · verifying · INVALID_LOGIN/);
  await expectLine(/message\s*REDIRECT.*linking/);
  await expectLine(/state\s*connected/);

  const calls = panel.getByRole('region', { name: 'HTTP calls' }).getByRole('listitem');
  await expect(calls.filter({ hasText: /POST \/api\/flinks\/sessions\s*201/ })).toHaveCount(1);
  await expect(
    calls.filter({ hasText: /GET \/api\/flinks\/connections\/:id\/accounts/ }).first(),
  ).toBeVisible();
  await expectNoId();
  await panel.getByLabel('Which calls').selectOption('At the sandbox');
  await expect(calls.filter({ hasText: /POST \/Authorize\s*200/ }).first()).toBeVisible();
  await expectNoId();

  // The next user starts with an empty page.
  await page.getByRole('combobox', { name: 'User' }).selectOption('Sacha');
  await expect(lines).toHaveCount(0);
});

test('the panel shows why a message was ignored, for every sender', async ({ page, widget }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Developer panel' }).click();
  const lines = page.getByRole('region', { name: 'Session' }).getByRole('listitem');
  await page.getByRole('button', { name: 'Post a forged message' }).click();
  await expect(lines.first()).toContainText('No session was open.');

  await page.getByRole('main').getByRole('button', { name: 'Connect your bank' }).click();
  await expect(widget.button('agree')).toBeVisible();
  await widget.button('agree').evaluate(() => window.parent.postMessage({ step: 3 }, '*'));
  await expect(lines.first()).toContainText('It is not a Flinks Connect message.');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(lines).toHaveCount(0);
});

test('the panel opens by its key, stays open across pages and reloads, and closes, without a mouse', async ({
  page,
}) => {
  await page.goto('/');
  const panel = page.getByRole('region', { name: 'Developer panel' });
  // The key works once the app runs.
  await expect(page.getByRole('button', { name: 'Developer panel' })).toBeVisible();
  await page.keyboard.press('Control+.');
  await expect(panel).toBeFocused();
  for (const stop of [
    page.getByRole('group', { name: 'Session' }),
    page.getByLabel('Which calls'),
    page.getByRole('group', { name: 'HTTP calls' }),
    page.getByRole('group', { name: 'Sandbox' }),
    page.getByLabel('Scenario'),
    page.getByLabel('Fault preset'),
    page.getByRole('button', { name: '+ 10 minutes' }),
    page.getByRole('button', { name: '+ 1 day' }),
    page.getByRole('button', { name: 'Run the nightly refresh' }),
    page.getByRole('button', { name: 'Resend the last webhook' }),
    page.getByRole('button', { name: 'Post a forged message' }),
  ]) {
    await page.keyboard.press('Tab');
    await expect(stop).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(panel.getByText('REDIRECT')).toBeVisible();
  await page.getByRole('link', { name: 'Accounts' }).click();
  await page.reload();
  await expect(panel).toBeInViewport();
  await page.keyboard.press('Control+.');
  await expect(panel).toBeHidden();
  await expect(page.getByRole('button', { name: 'Developer panel' })).toBeFocused();
});
