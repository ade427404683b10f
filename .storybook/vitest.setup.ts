import { afterEach as checkAccessibility } from '@storybook/addon-a11y/preview';
import { afterEach, expect } from 'vitest';
import { page } from 'vitest/browser';
import { type Look, parseLooks, widths } from './looks.ts';

// After its play, a story is looked at in other themes, directions and widths, without being rendered again: that is
// how two runs show every two of language, theme, direction and width together (`.ci/corners.mjs`).
const [, ...otherLooks] = parseLooks(import.meta.env['STORYBOOK_LOOKS']);

afterEach(async ({ task, story }) => {
  if (story === undefined || task.result?.state === 'fail') return;
  expectNothingCutOff('as rendered');
  for (const look of otherLooks) {
    const name = `${look.theme} ${look.direction} ${look.width}`;
    // oxlint-disable-next-line no-await-in-loop -- a page looks one way at a time
    await takeOn(look);
    expectNothingCutOff(name);
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

async function takeOn({ theme, direction, width }: Look): Promise<void> {
  const { styles } = widths[width];
  document.documentElement.dir = direction;
  document.documentElement.dataset['flinksTheme'] = theme;
  await page.viewport(Number.parseInt(styles.width, 10), Number.parseInt(styles.height, 10));
  // Colours on their way from one theme to the other are nobody's design.
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish();
  }
}

/** Nothing may be wider than the page: nobody scrolls sideways to read. */
function expectNothingCutOff(look: string): void {
  const { scrollWidth, clientWidth } = document.documentElement;
  expect(scrollWidth, `The page scrolls sideways (${look})`).toBeLessThanOrEqual(clientWidth);
}
