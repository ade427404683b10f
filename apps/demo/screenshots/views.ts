import { expect } from '@playwright/test';
import type { Visit } from './openVisit.ts';

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
  readonly open: (visit: Visit) => Promise<void>;
}

async function openWelcome({ page, text }: Visit): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('button', { name: text.welcome.connect })).toBeVisible();
}

async function openConsent(visit: Visit): Promise<void> {
  await openWelcome(visit);
  await visit.page.getByRole('button', { name: visit.text.welcome.connect }).click();
  await expect(visit.widget.button('agree')).toBeVisible();
}

async function openBanks(visit: Visit): Promise<void> {
  await openConsent(visit);
  await visit.widget.agree();
  await expect(visit.widget.frame.getByRole('button', { name: /Flinks ?Capital/ })).toBeVisible();
}

async function openSelection(visit: Visit): Promise<void> {
  await openBanks(visit);
  await visit.widget.chooseBank();
  await visit.widget.typeCredentials('greatday_nomfa', 'Everyday');
  await expect(visit.widget.frame.getByLabel(/Chequing CAD/)).toBeVisible();
}

async function openConnected(visit: Visit): Promise<void> {
  await openSelection(visit);
  await visit.widget.share('Chequing CAD', 'Chequing US', 'Credit card');
  await expect(visit.page.locator('[data-flinks-success] button')).toBeVisible();
}

async function openAccounts({ page }: Visit): Promise<void> {
  await page.goto('/accounts');
  await expect(page.locator('[data-flinks-account-list="ready"]')).toHaveCount(4);
}

async function openChoose({ page }: Visit): Promise<void> {
  await page.goto('/choose');
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
}

async function openAgreement(visit: Visit): Promise<void> {
  await openChoose(visit);
  await visit.page.getByRole('button', { name: visit.text.choose.next }).click();
  await expect(visit.page.getByText('Everyday chequing').first()).toBeVisible();
}

async function openAgreed(visit: Visit): Promise<void> {
  const { page, text } = visit;
  await openConnected(visit);
  await page.locator('[data-flinks-success] button').click();
  await page.getByRole('link', { name: text.rent.choose }).click();
  await page.getByRole('button', { name: text.choose.next }).click();
  await page.getByRole('button', { name: text.agreement.agree }).click();
  await expect(page.getByRole('heading', { name: text.agreement.agreed.title })).toBeVisible();
}

async function openPanel(visit: Visit): Promise<void> {
  const { page, text, widget } = visit;
  await page.goto('/connect');
  await page.getByRole('button', { name: text.developer.open }).click();
  await page.getByRole('main').getByRole('button', { name: text.connect.start }).click();
  await expect(widget.button('agree')).toBeVisible();
  await page.getByRole('button', { name: text.developer.controls.forge }).click();
  await widget.agree();
  await expect(page.getByText('COMPONENT_LOAD_INSTITUTION').first()).toBeVisible();
}
