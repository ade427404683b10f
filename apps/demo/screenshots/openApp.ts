import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { shownFrame, Widget } from '../e2e/Widget.ts';
import { en } from '../src/text/en.ts';
import { fr } from '../src/text/fr.ts';

/** How a view is shown. `width` is in CSS pixels; 375 is a phone. */
export interface Variant {
  readonly language: 'en' | 'fr';
  readonly theme: 'light' | 'dark';
  readonly width: number;
}

/** The app in one variant, for one user. */
export interface OpenedApp {
  readonly page: Page;
  readonly widget: Widget;
  /** The app's texts in the variant's language. */
  readonly text: typeof en;
}

/** Opens the app: as `robin`, who has four banks, or as a new user without any. */
export async function openApp(
  browser: Browser,
  url: string,
  user: 'robin' | 'new',
  { language, theme, width }: Variant,
): Promise<OpenedApp & { readonly close: () => Promise<void> }> {
  const context = await browser.newContext({
    baseURL: url,
    locale: `${language}-CA`,
    colorScheme: theme,
    viewport: { width, height: width < 600 ? 812 : 800 },
    deviceScaleFactor: width < 600 ? 2 : 1,
    reducedMotion: 'reduce',
  });
  await context.addCookies([
    { name: 'fernhill-scope', value: user === 'robin' ? 'home' : randomUUID(), url },
  ]);
  const page = await context.newPage();
  const widget = new Widget(page.frameLocator(shownFrame), language);
  return { page, widget, text: language === 'fr' ? fr : en, close: () => context.close() };
}
