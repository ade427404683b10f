'use client';

import { useInsertionEffect, useRef } from 'react';

/** A ref that holds the value of the last finished render, for handlers that outlive a render. */
export function useLatest<Value>(value: Value): { readonly current: Value } {
  const latest = useRef(value);
  // Insertion effects run before any other effect could call a handler, and are silent on the server.
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
}
