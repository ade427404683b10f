import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWorld, type WorldEvent } from './world.ts';

const minute = 60_000;
const anyone = fc.constantFrom('owner' as const, 'joint' as const, 'thief' as const);
const honest = fc.constantFrom('owner' as const, 'joint' as const);
const of = <Type extends string>(type: Type) => fc.constant(type);
const event: fc.Arbitrary<WorldEvent> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: of('open'), user: anyone }) },
  { weight: 5, arbitrary: fc.record({ type: of('link'), user: anyone }) },
  { weight: 3, arbitrary: fc.record({ type: of('sign-in'), user: honest }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: of('live-refresh'), user: honest, lastsMs: fc.nat(4 * minute) }),
  },
  { weight: 1, arbitrary: fc.record({ type: of('switch-nightly'), user: honest, enabled: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ type: of('nightly-run') }) },
  { weight: 2, arbitrary: fc.record({ type: of('answer'), user: anyone }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: of('deliver'),
      tag: fc.constantFrom('own' as const, 'none' as const, 'other' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: of('delete'), user: anyone }) },
);
const pauses = fc.oneof(fc.nat(2 * minute), fc.nat(40 * minute), fc.nat(9 * 60 * minute));
/** A user who opens a session, signs in at the bank and links, one right after the other. */
const signedIn = fc
  .tuple(honest, fc.nat(minute))
  .map(([user, pause]) =>
    (['open', 'sign-in', 'link'] as const).map((type): [WorldEvent, number] => [{ type, user }, pause]),
  );
const single = fc.tuple(event, pauses).map((step): [WorldEvent, number][] => [step]);
const history = fc
  .array(fc.oneof({ weight: 1, arbitrary: signedIn }, { weight: 5, arbitrary: single }), {
    minLength: 10,
    maxLength: 40,
    size: 'max',
  })
  .map((parts) => parts.flat());
const seed = Number(process.env['FLINKS_KIT_SEED'] ?? Date.now() % 1e9);

describe.each(['enforce', 'webhook'] as const)('5,000 random histories with %s', (rule) => {
  test(`never show a thief the accounts of a verified user (seed ${seed})`, () => {
    const total = { links: 0, verified: 0, contested: 0, honestRefused: 0, remaining: 0 };
    fc.assert(
      fc.property(history, (steps) => {
        const world = createWorld(rule);
        for (const [happened, pause] of steps) world.step(happened, pause);
        total.links += world.counts.links;
        total.verified += world.counts.verified;
        total.contested += world.counts.contested;
        total.honestRefused += world.counts.honestRefused;
        total.remaining += world.counts.remaining;
        expect(world.wrong).toEqual([]);
      }),
      { seed, numRuns: 5_000 },
    );
    console.info(`${rule}, seed ${seed}:`, total);
    expect(total.links).toBeGreaterThan(20_000);
    expect(total.verified).toBeGreaterThan(2_000);
    // A user who signs in at the bank is never refused for an old sign-in.
    expect(total.honestRefused).toBe(0);
  });
});
