import { expect } from '@playwright/test';
import type { OpenedApp } from './openApp.ts';
import { openAccounts, openAgreed, openBanks, openConsent, type View } from './views.ts';

/** What the app shows while it waits, and when something fails: `npm run screenshots states`. */
export const states: readonly View[] = [
  { name: 'welcome-loading', user: 'robin', fullPage: false, open: openWelcomeLoading },
  { name: 'accounts-loading', user: 'robin', fullPage: false, open: openAccountsLoading },
  { name: 'accounts-failed', user: 'robin', fullPage: false, open: openAccountsFailed },
  { name: 'accounts-offline', user: 'robin', fullPage: false, open: openAccountsOffline },
  { name: 'accounts-empty', user: 'new', fullPage: false, open: openAccountsEmpty },
  { name: 'connect', user: 'new', fullPage: true, open: openConnectPage },
  { name: 'connect-loading', user: 'new', fullPage: false, open: openConnectLoading },
  { name: 'connect-offline', user: 'new', fullPage: false, open: openConnectOffline },
  { name: 'connect-refused', user: 'new', fullPage: false, open: openRefused },
  { name: 'connect-failed', user: 'new', fullPage: false, open: openConnectFailed },
  { name: 'connect-leaving', user: 'new', fullPage: false, open: openLeaving },
  { name: 'connect-closed', user: 'new', fullPage: true, open: openClosed },
  { name: 'connect-interrupted', user: 'new', fullPage: true, open: openInterrupted },
  { name: 'settings', user: 'new', fullPage: false, open: openSettings },
  { name: 'delete-question', user: 'robin', fullPage: false, open: openDeleteQuestion },
  { name: 'not-found', user: 'new', fullPage: false, open: openNotFound },
];

const never = (): Promise<void> => new Promise(() => undefined);

async function openWelcomeLoading({ page }: OpenedApp): Promise<void> {
  await page.route('**/api/{rent,flinks/connections}', never);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function openAccountsLoading({ page }: OpenedApp): Promise<void> {
  await page.route('**/api/flinks/connections/*/accounts', never);
  await page.goto('/accounts');
  await expect(page.getByRole('article')).toHaveCount(4);
}

async function openAccountsFailed({ page }: OpenedApp): Promise<void> {
  await page.route('**/api/flinks/connections/*/accounts', (route) =>
    route.fulfill({ status: 500, json: {} }),
  );
  await page.goto('/accounts');
  await expect(page.locator('[data-flinks-account-list="error"]')).toHaveCount(4, { timeout: 30_000 });
}

async function openAccountsOffline(app: OpenedApp): Promise<void> {
  await openAccounts(app);
  await app.page.context().setOffline(true);
  await expect(app.page.getByText(app.text.load.noConnection)).toBeVisible();
}

async function openAccountsEmpty({ page, text }: OpenedApp): Promise<void> {
  await page.goto('/accounts');
  await expect(page.getByText(text.accounts.empty)).toBeVisible();
}

async function openConnectPage({ page }: OpenedApp): Promise<void> {
  await page.goto('/connect');
  await expect(page.getByRole('button', { name: 'Flinks Capital' })).toBeVisible();
}

async function openConnectLoading({ page, text }: OpenedApp): Promise<void> {
  await page.route('**/api/flinks/sessions', never);
  await page.goto('/');
  await page.getByRole('button', { name: text.welcome.connect }).click();
  await expect(page.locator('[data-flinks-dialog="preparing"]')).toBeVisible();
}

async function openConnectOffline(app: OpenedApp): Promise<void> {
  await openBanks(app);
  await app.page.context().setOffline(true);
  await expect(app.page.locator('[data-flinks-notice="offline"]')).toBeVisible();
}

async function openRefused(app: OpenedApp): Promise<void> {
  await openBanks(app);
  await app.widget.chooseBank();
  await app.widget.typeCredentials('greatday_nomfa', 'Yesterday');
  await expect(app.widget.frame.getByRole('alert')).toBeVisible();
}

async function openConnectFailed({ page, text }: OpenedApp): Promise<void> {
  await page.route('**/api/flinks/sessions', (route) => route.fulfill({ status: 500, json: {} }));
  await page.goto('/');
  await page.getByRole('button', { name: text.welcome.connect }).click();
  await expect(page.locator('[data-flinks-dialog="failed"]')).toBeVisible({ timeout: 30_000 });
}

async function openLeaving(app: OpenedApp): Promise<void> {
  await openBanks(app);
  await app.page.locator('[data-flinks-button="close"]').click();
  await expect(app.page.getByRole('alertdialog')).toBeVisible();
}

async function openClosed(app: OpenedApp): Promise<void> {
  await openConsent(app);
  await app.page.locator('[data-flinks-button="close"]').click();
  await expect(app.page.getByText(app.text.connect.status.closed[0] ?? '')).toBeVisible();
}

async function openInterrupted(app: OpenedApp): Promise<void> {
  await openConsent(app);
  await app.page.reload();
  await expect(app.page.getByText(app.text.connect.status.interrupted[0] ?? '')).toBeVisible();
}

async function openSettings(app: OpenedApp): Promise<void> {
  await openAgreed(app);
  await app.page.getByRole('link', { name: app.text.nav.settings }).click();
  await app.page.getByRole('button', { name: app.text.settings.deleteEverything.ask }).click();
}

async function openDeleteQuestion(app: OpenedApp): Promise<void> {
  await openAccounts(app);
  const bank = app.page.getByRole('article').first();
  await bank.locator('[data-flinks-menu-button]').click();
  await app.page.getByRole('menuitem').last().click();
  await expect(bank.getByRole('group')).toBeVisible();
}

async function openNotFound({ page, text }: OpenedApp): Promise<void> {
  await page.goto('/no-such-page');
  await expect(page.getByText(text.notFound.lead)).toBeVisible();
}
