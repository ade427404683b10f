import type { InstitutionLogoResolver } from '@flinks-kit/react';
import { institutions } from '@flinks-kit/sandbox';

/** The logos of the sandbox's banks, as an app has those of its banks. Another bank gets the initials of its name. */
export const bankLogo: InstitutionLogoResolver = ({ institution, name }) => {
  const isNamed = (each: string): boolean => each === institution || each === name;
  const mark = institutions.find((bank) => [bank.name, ...Object.values(bank.title)].some(isNamed))?.mark;
  if (!mark) return null;
  const { background, foreground, path } = mark;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 32 32"><path fill="${background}" d="M-4-4h32v32H-4z"/><path fill="${foreground}" d="${path}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
};
