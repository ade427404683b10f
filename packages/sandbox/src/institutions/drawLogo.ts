import { institutions } from './institutions.ts';

/**
 * The logo of one of the sandbox's banks as the text of an SVG image, by Flinks' name of the bank or the name that users
 * read. `null` for another bank: the kit then shows the initials of its name.
 */
export function drawLogo(name: string): string | null {
  const mark = institutions.find((bank) => [bank.name, ...Object.values(bank.title)].includes(name))?.mark;
  if (!mark) return null;
  const { background, foreground, path } = mark;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 32 32"><path fill="${background}" d="M-4-4h32v32H-4z"/><path fill="${foreground}" d="${path}"/></svg>`;
}
