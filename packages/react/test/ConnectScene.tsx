import type { FlinksClient } from '@flinks-kit/core';
import { type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import {
  useFlinksConnect,
  type UseFlinksConnectOptions,
  type UseFlinksConnectResult,
} from '../src/session/useFlinksConnect.ts';
import { FlinksProvider } from '../src/provider/FlinksProvider.tsx';
import { useFlinks } from '../src/provider/useFlinks.ts';
import { createFakeFlinks } from '../src/testing/createFakeFlinks.ts';

/** A session brought to one moment by the messages of the widget, for stories. No server and no network. */
export function ConnectScene({
  messages = [],
  methods,
  onWarning,
  children,
  ...options
}: ConnectSceneProps): ReactElement {
  const { locale, labels, timeZone } = useFlinks();
  // Several scenes may share a page, and a fake sends the messages of the frame that has its address.
  const sceneId = useId();
  const [fake] = useState(() =>
    createFakeFlinks({ connectUrl: new URL(`widget/blank.html?scene=${sceneId}`, document.baseURI).href }),
  );
  const [client] = useState<FlinksClient>(() => ({ ...fake.client, ...methods }));
  return (
    <FlinksProvider client={client} locale={locale} labels={labels} timeZone={timeZone} onWarning={onWarning}>
      <Session start={async () => sendAll(fake.emit, messages)} {...options}>
        {children}
      </Session>
    </FlinksProvider>
  );
}

/** Props of `ConnectScene`. */
export interface ConnectSceneProps extends UseFlinksConnectOptions {
  /** The messages of the widget once it is mounted. */
  readonly messages?: readonly object[];
  /** What our server does otherwise. */
  readonly methods?: Partial<FlinksClient>;
  /** Receives the kit's advice to developers, for a scene that causes some. The console gets it otherwise. */
  readonly onWarning?: (message: string) => void;
  readonly children: (connect: UseFlinksConnectResult) => ReactNode;
}

function Session({ start, children, ...options }: SessionProps): ReactNode {
  const connect = useFlinksConnect(options);
  const hasBegun = useRef(false);
  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    connect.open();
    void start();
  });
  return children(connect);
}

interface SessionProps extends UseFlinksConnectOptions {
  readonly start: () => Promise<void>;
  readonly children: ConnectSceneProps['children'];
}

async function sendAll(emit: (message: object) => Promise<void>, messages: readonly object[]): Promise<void> {
  const [first, ...later] = messages;
  if (!first) return;
  await emit(first);
  await sendAll(emit, later);
}
