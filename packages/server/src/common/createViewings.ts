import type { Clock } from '@flinks-kit/core';
import { fixedTiming } from './timing.ts';

/**
 * Finds out whether a read begins a viewing: a page polls while accounts are collected, and those polls are one viewing,
 * which ends when nothing was read for five minutes. Each process counts for itself.
 */
export function createViewings(clock: Clock): Viewings {
  // Two generations: when the younger is full, the older is forgotten, and its viewings begin again.
  let young = new Map<string, number>();
  let old = new Map<string, number>();
  return (key) => {
    const now = clock.now();
    const lastAt = young.get(key) ?? old.get(key);
    young.set(key, now);
    if (young.size >= mostKept) {
      old = young;
      young = new Map();
    }
    return lastAt === undefined || now - lastAt > fixedTiming.viewingPauseMs;
  };
}

/** Whether a read of this key begins a viewing. */
export type Viewings = (key: string) => boolean;

const mostKept = 10_000;
