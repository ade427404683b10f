'use client';

import { isTrustedMessage, parseConnectMessage } from '@flinks-kit/core/wire';
import { type RefObject, useEffect, useState } from 'react';

/**
 * The height in pixels that the widget reported with its last `APP_RESIZE`, or `null`. Flinks does not document what that
 * step carries (docs/flinks/connect.md 1.2), so anything but a plain `height` is ignored.
 */
export function useFrameHeight(container: RefObject<HTMLElement | null>, isOpen: boolean): number | null {
  const [height, setHeight] = useState<number | null>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const follow = (event: MessageEvent): void => {
      const frame = container.current?.querySelector('iframe');
      if (!frame || !isTrustedMessage(event, { origin: originOf(frame), source: frame.contentWindow }))
        return;
      const reported = readHeight(event.data);
      if (reported > 0 && reported <= highest) setHeight(reported);
    };
    window.addEventListener('message', follow);
    return () => {
      window.removeEventListener('message', follow);
      setHeight(null);
    };
  }, [container, isOpen]);
  return height;
}

// 0 where there is none. What `parseConnectMessage` accepts is an object, or the JSON of one.
function readHeight(data: unknown): number {
  const message = parseConnectMessage(data);
  if (message?.kind !== 'step' || message.step !== 'APP_RESIZE') return 0;
  const { height }: { readonly height?: unknown } = typeof data === 'string' ? JSON.parse(data) : data;
  return Math.ceil(Number(height));
}

// A page of more than this is no form of a bank.
const highest = 5_000;

function originOf({ src }: HTMLIFrameElement): string {
  try {
    return new URL(src).origin;
  } catch {
    return 'null';
  }
}
