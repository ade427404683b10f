import type { Browser } from '@playwright/test';
import { openApp, type Variant } from './openApp.ts';
import { views } from './views.ts';

/** The README's picture: three phones side by side, in both languages. Writes a PNG to `path`. */
export async function takeHero(
  browser: Browser,
  url: string,
  theme: Variant['theme'],
  path: string,
): Promise<void> {
  const phones: string[] = [];
  for (const [name, language] of phoneViews) {
    const view = views.find((each) => each.name === name);
    if (view === undefined) throw new Error(`There is no view called "${name}", so there is no picture.`);
    const { page, close, ...app } = await openApp(browser, url, view.user, {
      language,
      theme,
      width: 375,
    });
    await view.open({ page, ...app });
    // The banks rather than the rent above them.
    await page.evaluate(() => document.querySelector('.bank')?.scrollIntoView());
    const picture = await page.screenshot({ animations: 'disabled' });
    phones.push(`<img src="data:image/png;base64,${picture.toString('base64')}">`);
    await close();
  }
  const page = await browser.newPage({ viewport: { width: 1040, height: 600 }, deviceScaleFactor: 1.6 });
  await page.setContent(`<style>${styles[theme]}${layout}</style>${phones.join('')}`);
  await page.screenshot({ path });
  await page.close();
}

const phoneViews = [
  ['connect-bank', 'en'],
  ['accounts', 'fr'],
  ['choose', 'en'],
] as const;

const styles = {
  light: 'body { --ground: #e9f0ec; --edge: #d3ddd7; }',
  dark: 'body { --ground: #18211d; --edge: #35433c; }',
} as const;

const layout = `
  body { display: flex; justify-content: center; gap: 40px; height: 600px; margin: 0; padding-top: 40px;
    box-sizing: border-box; overflow: hidden; background: var(--ground); }
  img { box-sizing: border-box; width: 290px; height: 628px; border: 6px solid var(--edge); border-radius: 28px; }
`;
