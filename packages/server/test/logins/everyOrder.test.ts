import { describe, expect, test } from 'vitest';
import { createWorld, type WorldEvent } from './world.ts';

const minute = 60_000;
const deliveries = ['own', 'none', 'other'] as const;
const events = [
  'live refresh',
  'nightly run',
  'reconnect',
  'joint sign-in',
  'session of the thief',
  'delivery',
  'link of the thief',
] as const;
type Event = (typeof events)[number];
type Delivery = (typeof deliveries)[number];

/** Every order in which the thief has a session before linking. */
const orders = permutations(events).filter(
  (order) => order.indexOf('session of the thief') < order.indexOf('link of the thief'),
);

/** The owner has the login verified, with or without the nightly refresh, and the joint user comes during the attack. */
function play(rule: 'enforce' | 'webhook' | 'audit', nightly: boolean, delivery: Delivery) {
  const world = createWorld(rule);
  const step = (...steps: readonly WorldEvent[]) => {
    for (const one of steps) world.step(one, 1_000);
  };
  const signIn = (user: 'owner' | 'joint') =>
    step({ type: 'open', user }, { type: 'sign-in', user }, { type: 'link', user });
  const own: WorldEvent = { type: 'deliver', tag: 'own' };
  signIn('owner');
  step(own);
  if (nightly) step({ type: 'switch-nightly', user: 'owner', enabled: true });
  world.step({ type: 'answer', user: 'owner' }, 60 * minute);
  const actions: Record<Event, () => void> = {
    'live refresh': () => step({ type: 'live-refresh', user: 'owner', lastsMs: 30_000 }),
    'nightly run': () => step({ type: 'nightly-run' }),
    reconnect: () => signIn('owner'),
    'joint sign-in': () => signIn('joint'),
    'session of the thief': () => step({ type: 'open', user: 'thief' }),
    delivery: () => step({ type: 'deliver', tag: delivery }),
    'link of the thief': () => step({ type: 'link', user: 'thief' }),
  };
  return {
    world,
    act: (event: Event): void => {
      actions[event]();
      step({ type: 'answer', user: 'thief' });
    },
    /** One more sign-in of the joint user alone, an hour later, whose delivery carries its tag. */
    settleJoint: (): void => {
      world.step({ type: 'open', user: 'joint' }, 60 * minute);
      step({ type: 'sign-in', user: 'joint' }, { type: 'link', user: 'joint' }, own);
    },
  };
}

function permutations<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}

const cases = (['enforce', 'webhook', 'audit'] as const).flatMap((rule) =>
  [false, true].flatMap((nightly) => deliveries.map((delivery) => [rule, nightly, delivery] as const)),
);

describe.each(cases)(
  'a theft with %s, nightly refresh %s and a delivery with tag: %s',
  (rule, nightly, delivery) => {
    test('shows nothing in any order, and leaves the owner and the joint user verified', () => {
      let passed = 0;
      for (const order of orders) {
        const { world, act, settleJoint } = play(rule, nightly, delivery);
        for (const event of order) {
          act(event);
          const where = `after ${event} in ${order.join(', ')}`;
          if (rule !== 'audit' && world.isShown('thief'))
            throw new Error(`The thief is shown accounts ${where}.`);
          if (!world.isVerified('owner')) throw new Error(`The owner is not verified ${where}.`);
        }
        settleJoint();
        if (!world.isVerified('joint'))
          throw new Error(`The joint user is not verified after ${order.join(', ')}.`);
        if (world.isShown('thief')) passed += 1;
      }
      expect(orders).toHaveLength(2_520);
      // The audit mode lets the thief pass, and only records it.
      expect(passed > 0).toBe(rule === 'audit');
    });
  },
);
