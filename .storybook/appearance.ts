/** How a page appears beside its language: in one of two themes, at one of two widths. */
export interface Appearance {
  readonly theme: string;
  readonly width: keyof typeof widths;
}

/** A phone that is still sold, and the laptop that most people have. */
export const widths = {
  phone: { name: 'Phone, 320 px', styles: { width: '320px', height: '640px' }, type: 'mobile' },
  desktop: { name: 'Desktop, 1280 px', styles: { width: '1280px', height: '900px' }, type: 'desktop' },
} as const;

/** Parses `light desktop, dark phone`: a story is rendered in the first and then switched to the others. */
export function parseAppearances(text: string = 'light desktop'): readonly Appearance[] {
  return text.split(',').map((appearance) => {
    const [theme = '', width = ''] = appearance.trim().split(' ');
    if (width !== 'phone' && width !== 'desktop') {
      throw new Error(`"${appearance}" is no appearance. Write a theme and a width, as in "dark phone".`);
    }
    return { theme, width };
  });
}
