import { FlinksProvider, useFlinks } from '@flinks-kit/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement, ReactNode } from 'react';
import { expect, fireEvent } from 'storybook/test';
import { contrast } from '../../test/contrast.ts';
import { InstitutionLogo } from './InstitutionLogo.tsx';

const drawn = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path fill="#7a1f5c" d="M0 0h40v40H0z"/><path fill="#fff" d="M20 8l12 7H8zM10 18h4v10h-4zM18 18h4v10h-4zM26 18h4v10h-4zM8 30h24v3H8z"/></svg>',
)}`;

function Logos({ children }: { readonly children: ReactNode }): ReactElement {
  const { client, locale, labels } = useFlinks();
  return (
    <FlinksProvider client={client} locale={locale} labels={labels} institutionLogo={logoOf}>
      {children}
    </FlinksProvider>
  );
}

const logoOf = ({ name }: { readonly name: string }): string | null =>
  name === 'Sample Trust' ? drawn : null;

const meta = {
  title: 'Components/InstitutionLogo',
  component: InstitutionLogo,
  args: { name: 'Maple Coast Bank' },
  decorators: [
    (Story) => (
      <Logos>
        <Story />
      </Logos>
    ),
  ],
} satisfies Meta<typeof InstitutionLogo>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Monogram: Story = { name: 'Initials' };

/** The provider's `institutionLogo` has an address for this bank. */
export const Image: Story = { name: 'Logo', args: { name: 'Sample Trust' } };

/** An image that does not load leaves the initials. */
export const BrokenImage: Story = {
  name: 'Logo that does not load',
  args: { name: 'Sample Trust' },
  play: async ({ canvasElement }) => {
    await fireEvent.error(canvasElement.querySelector('img')!);
    await expect(canvasElement.querySelector('[data-flinks-logo="monogram"]')).toHaveTextContent('ST');
  },
};

/** Without a name beside it, it has one of its own. */
export const OnItsOwn: Story = {
  name: 'Without a name beside it',
  args: { alt: 'Maple Coast Bank' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('img', { name: 'Maple Coast Bank' })).toBeVisible();
  },
};

const names = [
  ...[
    'Maple Coast Bank',
    'Caisse du Fleuve',
    'Banque Érable',
    'Northern Lights Credit Union',
    'Tundra',
    'ATX',
  ],
  ...Array.from({ length: 354 }, (_, index) => `Sample ${index}`),
];

/** A name always has the same colour, and its initials stay readable on it: 360 names, light and dark. */
export const ManyNames: Story = {
  name: '360 names',
  render: () => (
    <>
      {['light', 'dark'].map((theme) => (
        <div key={theme} data-flinks-theme={theme} style={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
          {names.map((name) => (
            <InstitutionLogo key={name} name={name} />
          ))}
        </div>
      ))}
    </>
  ),
  play: async ({ canvasElement }) => {
    const looks = [...canvasElement.querySelectorAll('[data-flinks-logo]')].map((logo) => {
      const { color, backgroundColor } = getComputedStyle(logo);
      return `${color} on ${backgroundColor}`;
    });
    const weak = [...new Set(looks)].filter((look) => {
      const [text = '', ground = ''] = look.split(' on ');
      return contrast(text, ground) < 4.5;
    });
    await expect(weak).toEqual([]);
    // The hues of many names fill the circle.
    await expect(new Set(looks).size).toBeGreaterThan(250);
  },
};
