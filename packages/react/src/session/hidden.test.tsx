import { act, screen } from '@testing-library/react';
import * as React from 'react';
import { type ComponentType, type ReactElement, type ReactNode, Suspense, useState } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { describe, expect, test, vi } from 'vitest';
import { connectClient, postFromWidget, renderWithKit, settled, widgetFrame } from '#test';
import { FlinksConnect } from './FlinksConnect.tsx';
import { FlinksConnectDialog } from './FlinksConnectDialog.tsx';
import { useFlinksConnect } from './useFlinksConnect.ts';

const loginId = '11111111-2222-4333-8444-555555555555';
type Widget = 'FlinksConnect' | 'FlinksConnectDialog';
const onExited = vi.fn();

function Bank({ widget }: { readonly widget: Widget }) {
  const connect = useFlinksConnect({ onExited });
  return (
    <>
      <button onClick={connect.open}>Connect</button>
      <output>{connect.session.status}</output>
      {widget === 'FlinksConnect' ? (
        <FlinksConnect connect={connect} />
      ) : (
        <FlinksConnectDialog connect={connect} />
      )}
    </>
  );
}

/** Never answers for the second key: whatever is beside it is hidden. */
function Slow({ isSlow }: { readonly isSlow: boolean }): null {
  useSuspenseQuery({
    queryKey: ['slow', isSlow],
    queryFn: () => (isSlow ? new Promise<null>(() => undefined) : null),
    initialData: isSlow ? undefined : null,
  });
  return null;
}

interface HiderProps {
  readonly mode: 'visible' | 'hidden';
  readonly children?: ReactNode;
}

function BySuspense({ mode, children }: HiderProps): ReactElement {
  return (
    <Suspense fallback="…">
      {children}
      <Slow isSlow={mode === 'hidden'} />
    </Suspense>
  );
}

// React 18 has no Activity.
const Activity: unknown = Reflect.get(React, 'Activity');
const hiders: Readonly<Record<string, ComponentType<HiderProps>>> = {
  Suspense: BySuspense,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- types of React 18, under which this compiles too, lack it
  ...(Activity !== undefined && { Activity: Activity as ComponentType<HiderProps> }),
};

function Page({ hider, widget }: { readonly hider: string; readonly widget: Widget }) {
  const [isHidden, setHidden] = useState(false);
  const [isThere, setThere] = useState(true);
  const Hider = hiders[hider] ?? BySuspense;
  return (
    <>
      <button onClick={() => setHidden(!isHidden)}>Hide or show</button>
      <button onClick={() => setThere(false)}>Remove</button>
      {isThere && (
        <Hider mode={isHidden ? 'hidden' : 'visible'}>
          <Bank widget={widget} />
        </Hider>
      )}
    </>
  );
}

const press = (name: string): Promise<void> => act(async () => screen.getByText(name).click());

const cases = Object.keys(hiders).flatMap((hider) =>
  (['FlinksConnect', 'FlinksConnectDialog'] as const).map((widget) => [widget, hider] as const),
);

describe.each(cases)('%s, hidden by %s', (widget, hider) => {
  async function openAndHide(): Promise<HTMLIFrameElement> {
    onExited.mockClear();
    renderWithKit(<Page hider={hider} widget={widget} />, connectClient());
    await press('Connect');
    await settled();
    postFromWidget({ step: 'APP_MOUNTED' });
    const frame = widgetFrame();
    await press('Hide or show');
    await settled();
    return frame;
  }

  test('keeps its frame and its session, and connects when it is shown again', async () => {
    const frame = await openAndHide();
    expect(widgetFrame()).toBe(frame);
    expect(onExited).not.toHaveBeenCalled();
    await press('Hide or show');
    await settled();
    expect(widgetFrame()).toBe(frame);
    postFromWidget({ step: 'REDIRECT', url: `https://app.example/?loginId=${loginId}` });
    await settled();
    expect(document.querySelector('output')?.textContent).toBe('connected');
  });

  test('ends as abandoned when it is removed meanwhile', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    try {
      await openAndHide();
      await press('Remove');
      await act(() => vi.advanceTimersByTimeAsync(2_000));
      expect(onExited).toHaveBeenCalledExactlyOnceWith('abandoned', expect.anything());
    } finally {
      vi.useRealTimers();
    }
  });
});
