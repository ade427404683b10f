import { FlinksConnect, FlinksProvider, useFlinksConnect } from '@flinks-kit/react';
import { createFakeFlinks } from '@flinks-kit/react/testing';
import { type ReactElement, useEffect, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';

/** For each kind of message, one of them: renders of the component that has the hook, and time with React's part. */
export type MessageFigures = Readonly<
  Record<'meaningful' | 'repeated' | 'foreign', { readonly renders: number; readonly microseconds: number }>
>;

async function measureMessages(): Promise<MessageFigures> {
  const fake = createFakeFlinks();
  createRoot(document.getElementById('root') ?? document.body).render(
    <FlinksProvider client={fake.client}>
      <App />
    </FlinksProvider>,
  );
  await fake.emit({ step: 'APP_MOUNTED' });
  const frame = document.querySelector('iframe');
  const origin = new URL(frame?.src ?? '').origin;
  const source = frame?.contentWindow ?? null;
  return {
    // Back and forth, so that each changes the session.
    meaningful: measure(2_000, (index) => ({
      data: {
        step: index % 2 ? 'SUBMIT_CREDENTIAL' : 'COMPONENT_LOAD_CREDENTIAL',
        institution: 'FlinksCapital',
      },
      origin,
      source,
    })),
    repeated: measure(20_000, () => ({ data: { step: 'APP_RESIZE' }, origin, source })),
    foreign: measure(20_000, () => ({
      data: { type: 'another library' },
      origin: 'https://app.example',
      source: window,
    })),
  };
}
Object.assign(globalThis, { measureMessages });

let renders = 0;

function App(): ReactElement {
  const connect = useFlinksConnect();
  const { open } = connect;
  useEffect(() => open(), [open]);
  useLayoutEffect(() => {
    renders += 1;
  });
  return <FlinksConnect connect={connect} />;
}

function measure(count: number, message: (index: number) => MessageEventInit) {
  const post = (index: number): void =>
    flushSync(() => void window.dispatchEvent(new MessageEvent('message', message(index))));
  for (let index = 0; index < count; index += 1) post(index);
  const before = renders;
  const start = performance.now();
  for (let index = 0; index < count; index += 1) post(index);
  return {
    microseconds: ((performance.now() - start) * 1_000) / count,
    renders: (renders - before) / count,
  };
}
