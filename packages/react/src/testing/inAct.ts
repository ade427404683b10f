import * as React from 'react';

/** Runs a task inside React's `act` where a test asked for it, and plainly everywhere else (a story, an older React). */
export async function inAct(task: () => Promise<void>): Promise<void> {
  const act: unknown = Reflect.get(React, 'act');
  const isTest = Reflect.get(globalThis, 'IS_REACT_ACT_ENVIRONMENT') === true;
  await (isTest && typeof act === 'function' ? act(task) : task());
}
