/** How a page looks beside its language: one of two themes, two directions and two widths. */
export interface Look {
  readonly theme: string;
  readonly direction: string;
  readonly width: keyof typeof widths;
}

/** A phone that is still sold, and the laptop that most people have. */
export const widths = {
  phone: { name: 'Phone, 320 px', styles: { width: '320px', height: '640px' }, type: 'mobile' },
  desktop: { name: 'Desktop, 1280 px', styles: { width: '1280px', height: '900px' }, type: 'desktop' },
} as const;

/** Reads `light ltr desktop, dark rtl phone`: the first is what stories are rendered in, the others what they then change to. */
export function parseLooks(text: string = 'light ltr desktop'): readonly Look[] {
  return text.split(',').map((look) => {
    const [theme = '', direction = '', width = ''] = look.trim().split(' ');
    if (width !== 'phone' && width !== 'desktop') {
      throw new Error(
        `"${look}" is no look. Write a theme, a direction and a width, as in "dark rtl phone".`,
      );
    }
    return { theme, direction, width };
  });
}
