import { AxeBuilder } from '@axe-core/playwright';
import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { waysToScreens } from './waysToScreens.ts';

const expectAccessible = async (page: Page, what: string, ...rules: readonly string[]): Promise<void> => {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (rules.length > 0) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => ({ id, html: nodes.map(({ html }) => html) }));
  expect(found, what).toEqual([]);
};

const expectForEveryone = async (
  page: Page,
  widget: Page | FrameLocator,
  screen: string,
  schemes: readonly Scheme[],
): Promise<void> => {
  await expect(
    widget.getByText('sandbox', { exact: true }),
    `${screen} shows that it is a sandbox`,
  ).toBeVisible();
  await expect(widget.locator('img, svg, canvas'), `${screen} has no picture`).toHaveCount(0);
  const reaches = await widget
    .locator('html')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(reaches, `pixels by which ${screen} reaches past the edge`).toBe(0);

  for (const [place, scheme] of schemes.entries()) {
    await page.emulateMedia({ colorScheme: scheme });
    // In the second scheme only the colours are others.
    await expectAccessible(page, `${screen} in ${scheme}`, ...(place === 0 ? [] : ['color-contrast']));
  }
};

type Scheme = 'light' | 'dark';

/**
 * The schemes in which a screen is checked in a language. The long form takes each screen in both languages and schemes;
 * the short one takes each screen once, and all four of language and scheme in turn.
 */
const schemesOf = (screen: number, language: 'en' | 'fr'): readonly Scheme[] => {
  if (process.env['LONG_FORMS'] === '1') return ['light', 'dark'];
  if ((screen % 2 === 0) !== (language === 'en')) return [];
  return screen % 4 < 2 ? ['light'] : ['dark'];
};

for (const language of ['en', 'fr'] as const) {
  test(`every screen passes axe, in light and dark, and fits a small phone: ${language}`, async ({
    page,
    openInHost,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 320, height: 900 });
    const always = { language, consentEnable: 'false' };
    const ways = Object.entries(waysToScreens);
    for (const [place, [screen, { path, parameters, go }]] of ways.entries()) {
      const schemes = schemesOf(place, language);
      if (schemes.length === 0) continue;
      const { frame, testUser } = await openInHost({
        path,
        parameters: { ...always, jsRedirect: 'true', ...parameters },
      });
      await go?.(testUser);
      await expect(frame.locator(`[data-screen="${screen}"]`)).toBeVisible();
      await expect(frame.locator('html')).toHaveAttribute('lang', language);
      await expectForEveryone(page, frame, screen, schemes);
    }
    const schemes = schemesOf(ways.length, language);
    if (schemes.length === 0) return;
    const { testUser } = await openInHost({
      path: '/v2/Credential/SandboxOAuthBank',
      parameters: { ...always, oauthWindowRedirect: 'true' },
    });
    await testUser.press(testUser.texts.openBank);
    await expect(page.getByRole('button', { name: testUser.texts.agree })).toBeVisible();
    await expectForEveryone(page, page, 'the bank’s own page', schemes);
  });
}

for (const language of ['en', 'fr'] as const) {
  test(`nine accounts and their button fit a phone, and the button stays in sight in a low frame: ${language}`, async ({
    page,
    openInHost,
  }) => {
    const { path, parameters, go } = waysToScreens.accounts;
    const { frame, testUser } = await openInHost({
      path,
      parameters: { ...parameters, language, consentEnable: 'false' },
    });
    await go?.(testUser);
    await expect(frame.getByRole('checkbox')).toHaveCount(9);

    // What the dialog of the kit leaves to the frame on a phone of 375 × 812.
    await page.setViewportSize({ width: 375, height: 812 });
    const edges = async (height: number) => {
      await page
        .locator('iframe')
        .evaluate((iframe, pixels) => iframe.setAttribute('height', pixels), `${height}`);
      return frame.locator('form').evaluate((form) => ({
        lastAccount: form.querySelector('label:last-of-type')?.getBoundingClientRect().bottom ?? Infinity,
        button: form.querySelector('button')?.getBoundingClientRect() ?? new DOMRect(0, Infinity),
      }));
    };
    const phone = await edges(706);
    expect(phone.lastAccount).toBeLessThanOrEqual(phone.button.top);
    expect(phone.button.bottom).toBeLessThanOrEqual(706);
    expect((await edges(480)).button.bottom).toBeLessThanOrEqual(480);
  });
}

test('theme decides, whatever the system likes', async ({ page, openInHost }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const paperOf = async (parameters: Readonly<Record<string, string>>): Promise<string> => {
    const { frame } = await openInHost({ parameters });
    return frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  };
  const [dark, light, system] = [
    await paperOf({ theme: 'dark' }),
    await paperOf({ theme: 'light' }),
    await paperOf({}),
  ];
  expect(dark).not.toBe(light);
  expect(system).toBe(light);
});
