/** Lets everything that is ready run: real time does not pass. */
export async function ticks(): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop
  for (let tick = 0; tick < 50; tick += 1) await Promise.resolve();
}
