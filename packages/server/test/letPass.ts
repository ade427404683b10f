import type { ManualClock } from '@flinks-kit/sandbox';

/**
 * Lets time pass until work is done, in small steps with real work between them, so that a wait of minutes
 * takes a test no time. Rejects when an hour goes by: Flinks itself lets go of a call after three and a half minutes,
 * so whatever takes longer hangs.
 */
export async function letPass<Result>(clock: ManualClock, work: Promise<Result>): Promise<Result> {
  let over = false;
  const end = () => void (over = true);
  work.then(end, end);
  for (let passed = 0; passed < 60 * 60_000;) {
    await roomForWork();
    if (over) return work;
    const step = passed < 20_000 ? 1_000 : 10_000;
    clock.advance(step);
    passed += step;
  }
  throw new Error('The work still hung after an hour on the clock.');
}

/**
 * Lets time pass until work is done, by as little as `advance` moves it after each turn: so slowly that no lease ends
 * while its holder goes on.
 */
export async function passSlowly<Result>(advance: () => unknown, work: Promise<Result>): Promise<Result> {
  let over = false;
  const end = () => void (over = true);
  work.then(end, end);
  for (;;) {
    if (over) return work;
    for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    await advance();
  }
}

// Sealing and opening happen on other threads: a trip there and back waits for whatever was sent before.
async function roomForWork(): Promise<void> {
  for (let trip = 0; trip < 4; trip++) await crypto.subtle.digest('SHA-256', new Uint8Array(1));
}
