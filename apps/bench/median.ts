/** The middle one of some figures: the upper of two. 0 where there are none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((less, more) => less - more);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
