import { act } from '@testing-library/react';
import { vi } from 'vitest';

/** Lets so many milliseconds of fake time pass. */
export const pass = (milliseconds: number): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(milliseconds);
    // TanStack notifies its observers a task later.
    await vi.advanceTimersByTimeAsync(10);
  });
