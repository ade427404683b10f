/** How often a test runs: in `npm test` in its short form, in `npm run test:hosts` in its long one. */
export const rounds = (short: number, long: number): number =>
  process.env['LONG_FORMS'] === '1' ? long : short;

/** A linear congruential generator: the same seed gives the same test. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}
