import type { Meta, StoryObj } from '@storybook/react-vite';
import viteStarter from 'create-vite/template-react-ts/src/index.css?raw';
import { type ReactElement, useEffect, useRef } from 'react';
import { expect } from 'storybook/test';
import preflight from 'tailwindcss/preflight.css?raw';
import { contrast } from '../../test/contrast.ts';
import { sampleAccounts } from '../../test/sampleAccounts.ts';
import { AccountList } from '../accounts/AccountList.tsx';
import { AccountPicker } from '../accounts/AccountPicker.tsx';
import order from './styles.css?raw';

const sheets: Readonly<Record<string, string>> = import.meta.glob('./*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
});

// As the build writes `unlayered.css`.
const unlayered = [...order.matchAll(/@import '(.+)'/g)]
  .map(([, file = '']) => sheets[file]?.replace(/^@layer flinks-kit \{\n([^]*)^\}$/m, '$1') ?? '')
  .join('\n');

/** What a page brings along: its own reset and button styles, before or without the kit's unlayered build. */
const pages = {
  tailwind: `@layer base, flinks-kit; @layer base { ${preflight} }`,
  reset: `* { margin: 0; padding: 0; box-sizing: border-box; } ${unlayered}`,
  vite: `${viteStarter} ${unlayered}`,
};

const meta = {
  title: 'Design/Beside other styles',
  component: Page,
  // Behind a modal dialog everything is inert, and axe would have nothing to read.
  parameters: { a11y: { test: 'off' } },
} satisfies Meta<typeof Page>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Tailwind 4's own preflight, in the layer order that the styling guide gives. */
export const TailwindPreflight: Story = { name: 'Tailwind preflight', ...on('tailwind') };

/** The reset of many pages, in no layer, with the kit's `unlayered.css` after it. */
export const UnlayeredReset: Story = { name: 'Reset without a layer', ...on('reset') };

/** Vite's starter with its `button {}` in no layer, with `unlayered.css` after it. */
export const ViteStarter: Story = { name: 'Vite starter', ...on('vite') };

function on(page: keyof typeof pages): Story {
  return {
    beforeEach() {
      const style = Object.assign(document.createElement('style'), { textContent: pages[page] });
      // First in the document: the order of layers is that of their first appearance.
      document.head.prepend(style);
      return () => style.remove();
    },
    play: async ({ canvasElement }) => {
      const buttons = [...canvasElement.querySelectorAll<HTMLElement>('button')];
      await expect(buttons.length).toBeGreaterThan(4);
      const unreadable = buttons
        .filter((button) => button.checkVisibility())
        .filter((button) => contrast(getComputedStyle(button).color, groundOf(button)) < 4.5)
        .map(({ outerHTML }) => outerHTML);
      await expect(unreadable).toEqual([]);
      const small = buttons.filter((button) => button.getBoundingClientRect().height < 24);
      await expect(small).toEqual([]);

      const list = canvasElement.querySelector('[data-flinks-account-row]')!;
      await expect(Number.parseFloat(getComputedStyle(list).paddingInlineStart)).toBeGreaterThanOrEqual(16);

      const dialog = canvasElement.querySelector('dialog')!;
      // It slides in for a moment.
      await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
      const { left, right, top, bottom } = dialog.getBoundingClientRect();
      await expect(Math.abs(left + right - document.documentElement.clientWidth)).toBeLessThan(4);
      await expect(Math.abs(top + bottom - innerHeight)).toBeLessThan(4);
    },
  };
}

function Page(): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <>
      <AccountList accounts={sampleAccounts} />
      <form>
        <AccountPicker accounts={sampleAccounts} />
        <button type="button" data-flinks-button="">
          Plain
        </button>
      </form>
      <dialog ref={dialog} data-flinks-dialog="" aria-label="Dialog">
        <button type="button" data-flinks-button="primary">
          Primary
        </button>
        <button type="button" data-flinks-button="">
          Secondary
        </button>
      </dialog>
    </>
  );
}

/** The first ground behind an element that is not transparent. */
function groundOf(element: Element | null): string {
  if (element === null) return '#ffffff';
  const { backgroundColor } = getComputedStyle(element);
  const isClear = backgroundColor === 'transparent' || /[,/] ?0\)$/.test(backgroundColor);
  return isClear ? groundOf(element.parentElement) : backgroundColor;
}
