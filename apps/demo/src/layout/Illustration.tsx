import type { ReactElement } from 'react';

/** Fernhill Lane, by day and by night. Decoration only. */
export function Illustration(): ReactElement {
  return (
    <svg
      className="street"
      viewBox="0 0 400 150"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <circle className="street-sun" cx="318" cy="44" r="22" />
      <path className="street-hill" d="M0 118c70-34 150-34 220-8s120 16 180-6v46H0Z" />
      <path className="street-house-far" d="M52 132V84l24-20 24 20v48Zm236 0V92l20-17 20 17v40Z" />
      <path className="street-house" d="M140 132V76l46-38 46 38v56Z" />
      <path
        className="street-window"
        d="M158 84h16v16h-16Zm40 0h16v16h-16ZM68 92h11v11H68Zm235 8h10v10h-10Z"
      />
      <path className="street-door" d="M177 132v-20a9 9 0 0 1 18 0v20Z" />
      <path className="street-tree" d="M262 132v-28m0-2a14 18 0 1 1 .1 0M118 132v-16m0 0a9 12 0 1 1 .1 0" />
      <path className="street-ground" d="M0 132h400v18H0Z" />
    </svg>
  );
}
