'use client';

import { type ComponentPropsWithoutRef, type CSSProperties, forwardRef, useState } from 'react';
import { useFlinks } from '../provider/useFlinks.ts';
import { hueOf, monogramOf } from './monogram.ts';

/**
 * A bank's logo, where the provider's `institutionLogo` has one that loads; else the initials of its name on a colour
 * that belongs to the name. The kit contains no logo of any bank. Hidden from screen readers, since the name stands
 * beside it; give `alt` where it does not. Renders a `<span>`.
 *
 * Attributes: `data-flinks-logo` (`image` or `monogram`). Its size is `--flinks-logo-size`.
 *
 * @example
 * <InstitutionLogo institution={connection.institution} name={connection.institutionName} />
 */
export const InstitutionLogo = forwardRef<HTMLSpanElement, InstitutionLogoProps>(
  function InstitutionLogo(props, ref) {
    const { institution = null, name, alt, style, ...rest } = props;
    const shown = name ?? institution ?? '';
    const src = useFlinks().institutionLogo?.({ institution, name: shown });
    const [failed, setFailed] = useState<string | null>(null);
    const isImage = src && src !== failed;
    // Its own property and no colour, so that the style sheet decides how a hue appears in light and dark.
    const hue: CSSProperties & Record<'--flinks-hue', number> = { '--flinks-hue': hueOf(shown), ...style };
    return (
      <span
        {...(alt === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt })}
        {...rest}
        ref={ref}
        style={hue}
        data-flinks-logo={isImage ? 'image' : 'monogram'}
      >
        {isImage ? (
          <img
            // An image that failed before React took over the page reports no error any more.
            ref={(image) => void image?.decode?.().catch(() => setFailed(src))}
            src={src}
            alt=""
            loading="lazy"
            onError={() => setFailed(src)}
          />
        ) : (
          <span translate="no">{monogramOf(shown)}</span>
        )}
      </span>
    );
  },
);

/** Props of `InstitutionLogo`; the rest goes to its `<span>`. */
export interface InstitutionLogoProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /** Flinks' name of the institution, as `connection.institution` has it. */
  readonly institution?: string | null | undefined;
  /** The name for people; `institution` by default. */
  readonly name?: string | null | undefined;
  /** A text for screen readers, where the bank's name does not stand beside the logo. */
  readonly alt?: string | undefined;
}
