import { afterEach as checkAccessibility } from '@storybook/addon-a11y/preview';
import { afterEach, expect } from 'vitest';
import { page } from 'vitest/browser';
import { type Appearance, parseAppearances, widths } from './appearance.ts';

// After its play, a story is checked in other themes and widths without being rendered again: that is how one run per
// language shows every two of language, theme and width together (`.ci/pairwise.mjs`).
const [, ...otherAppearances] = parseAppearances(import.meta.env['STORYBOOK_APPEARANCES']);

afterEach(async ({ task, story }) => {
  if (story === undefined || task.result?.state === 'fail') return;
  expectNothingCutOff('as rendered');
  for (const appearance of otherAppearances) {
    // oxlint-disable-next-line no-await-in-loop -- a page has one appearance at a time
    await switchTo(appearance);
    expectNothingCutOff(`${appearance.theme} ${appearance.width}`);
    // oxlint-disable-next-line no-await-in-loop -- and axe reads one page at a time
    await checkAccessibility({ ...story, viewMode: 'story' });
  }
});

declare module 'vitest' {
  interface TestContext {
    /** What the addon's plugin leaves here and does not declare. */
    readonly story?: Parameters<typeof checkAccessibility>[0];
  }
}

async function switchTo({ theme, width }: Appearance): Promise<void> {
  const { styles } = widths[width];
  document.documentElement.dataset['flinksTheme'] = theme;
  await page.viewport(Number.parseInt(styles.width, 10), Number.parseInt(styles.height, 10));
  // Colours half-way between two themes are not part of the design.
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish();
  }
}

/** Nothing may be wider than the page: a reader must not have to scroll sideways. */
function expectNothingCutOff(appearance: string): void {
  const { scrollWidth, clientWidth } = document.documentElement;
  expect(scrollWidth, `The page scrolls sideways (${appearance})`).toBeLessThanOrEqual(clientWidth);
}
