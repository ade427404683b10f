import type { Decorator } from '@storybook/react-vite';
import { expect, type within } from 'storybook/test';

/** A story as a phone of 320 px shows it, also on a wide page: nothing is cut off, nothing scrolls sideways. */
export const onPhone: OnPhone = {
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 288 }} data-testid="phone">
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    const phone = canvas.getByTestId('phone');
    await expect(phone.scrollWidth).toBeLessThanOrEqual(phone.clientWidth);
  },
};

interface OnPhone {
  readonly decorators: Decorator[];
  readonly play: (story: { readonly canvas: ReturnType<typeof within> }) => Promise<void>;
}
