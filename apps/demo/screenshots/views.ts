import { expect } from '@playwright/test';
import type { OpenedApp } from './openApp.ts';

/** The app's main views, and how a user gets there. */
export const views: readonly View[] = [
  { name: 'welcome', user: 'new', fullPage: true, open: openWelcome },
  { name: 'connect-consent', user: 'new', fullPage: false, open: openConsent },
  { name: 'connect-bank', user: 'new', fullPage: false, open: openBanks },
  { name: 'connect-accounts', user: 'new', fullPage: false, open: openSelection },
  { name: 'connected', user: 'new', fullPage: false, open: openConnected },
  { name: 'accounts', user: 'robin', fullPage: true, open: openAccounts },
  { name: 'choose', user: 'robin', fullPage: true, open: openChoose },
  { name: 'agreement', user: 'robin', fullPage: true, open: openAgreement },
  { name: 'agreed', user: 'new', fullPage: true, open: openAgreed },
  { name: 'developer-panel', user: 'robin', fullPage: false, open: openPanel },
];

/** One view. `robin` has four banks; `new` has none. */
export interface View {
  readonly name: string;
  readonly user: 'robin' | 'new';
  /** The whole page, or only what a screen shows. */
  readonly fullPage: boolean;
  readonly open: (app: OpenedApp) => Promise<void>;
}

async function openWelcome({ page, text }: OpenedApp): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('button', { name: text.welcome.connect })).toBeVisible();
}

/** The consent screen of the widget. */
export async function openConsent(app: OpenedApp): Promise<void> {
  await openWelcome(app);
  await app.page.getByRole('button', { name: app.text.welcome.connect }).click();
  await expect(app.widget.button('agree')).toBeVisible();
}

/** The choice of a bank in the widget. */
export async function openBanks(app: OpenedApp): Promise<void> {
  await openConsent(app);
  await app.widget.agree();
  await expect(app.widget.frame.getByRole('button', { name: /Flinks ?Capital/ })).toBeVisible();
}

async function openSelection(app: OpenedApp): Promise<void> {
  await openBanks(app);
  await app.widget.chooseBank();
  await app.widget.typeCredentials('greatday_nomfa', 'Everyday');
  await expect(app.widget.frame.getByLabel(/Chequing CAD/)).toBeVisible();
}

async function openConnected(app: OpenedApp): Promise<void> {
  await openSelection(app);
  await app.widget.share('Chequing CAD', 'Chequing US', 'Credit card');
  await expect(app.page.locator('[data-flinks-success] button')).toBeVisible();
}

/** The accounts of four banks. */
export async function openAccounts({ page }: OpenedApp): Promise<void> {
  await page.goto('/accounts');
  await expect(page.locator('[data-flinks-account-list="ready"]')).toHaveCount(4);
}

async function openChoose({ page }: OpenedApp): Promise<void> {
  await page.goto('/choose');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
}

async function openAgreement(app: OpenedApp): Promise<void> {
  await openChoose(app);
  await app.page.getByRole('button', { name: app.text.choose.next }).click();
  await expect(app.page.getByText('Everyday chequing').first()).toBeVisible();
}

/** The moment of success after the agreement. */
export async function openAgreed(app: OpenedApp): Promise<void> {
  const { page, text } = app;
  await openConnected(app);
  await page.locator('[data-flinks-success] button').click();
  await page.getByRole('link', { name: text.rent.choose }).click();
  await page.getByRole('button', { name: text.choose.next }).click();
  await page.getByRole('button', { name: text.agreement.agree }).click();
  await expect(page.getByRole('heading', { name: text.agreement.agreed.title })).toBeVisible();
}

async function openPanel(app: OpenedApp): Promise<void> {
  const { page, text, widget } = app;
  await page.goto('/connect');
  await page.getByRole('button', { name: text.developer.open }).click();
  await page.getByRole('main').getByRole('button', { name: text.connect.start }).click();
  await expect(widget.button('agree')).toBeVisible();
  await page.getByRole('button', { name: text.developer.controls.forge }).click();
  await widget.agree();
  await expect(page.getByText('COMPONENT_LOAD_INSTITUTION').first()).toBeVisible();
}
