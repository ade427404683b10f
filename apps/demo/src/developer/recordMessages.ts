import type { ConnectEngine } from '@flinks-kit/react';
import { parseConnectMessage } from '@flinks-kit/core/wire';
import type { Recorder } from './createRecorder.ts';
import { whyIgnored } from './getIgnoreReason.ts';

/**
 * Listens beside an engine: to its changes, and to the window's messages for those that the engine ignores. Must begin
 * before a session does, so that a message is judged before the engine has obeyed it. Gives back how to stop.
 */
export function watchWindow(engine: ConnectEngine, recorder: Recorder, readOrigin: () => string): () => void {
  const onMessage = (event: MessageEvent<unknown>): void => {
    const frame = document.querySelector<HTMLIFrameElement>('[data-flinks-frame]')?.contentWindow ?? null;
    const why = whyIgnored(event, { session: engine.getSnapshot(), frame, origin: readOrigin() });
    if (why !== null) recorder.ignore(nameOf(event.data), why);
  };
  const unsubscribe = engine.subscribe(() => recorder.follow(engine.getSnapshot()));
  window.addEventListener('message', onMessage);
  return () => {
    unsubscribe();
    window.removeEventListener('message', onMessage);
  };
}

// Only a name that Flinks could have said is shown: what strangers send may hold anything.
function nameOf(data: unknown): string {
  const message = parseConnectMessage(data);
  if (message === undefined) return '?';
  const name =
    message.kind === 'step' ? message.step : message.kind === 'error' ? message.flinksCode : 'REDIRECT';
  return /^[A-Z0-9_]{1,64}$/.test(name) ? name : '?';
}
