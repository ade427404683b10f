/** False in `npm test`, which runs some tests in a short form; true in `npm run test:hosts`. */
export const isLongForm = process.env['LONG_FORMS'] === '1';

/** How often a test runs: in its short form, or in its long one. */
export const rounds = (short: number, long: number): number => (isLongForm ? long : short);

/** A linear congruential generator: the same seed gives the same test. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}
