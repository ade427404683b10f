import type { ConnectEngine } from '@flinks-kit/react';
import { parseConnectMessage } from '@flinks-kit/core/wire';
import type { Recorder } from './createRecorder.ts';
import { getIgnoreReason } from './getIgnoreReason.ts';

/**
 * Records an engine's state changes, and the window's messages that the engine ignores. Call it before a session
 * opens, so that it checks a message before the engine handles it. Returns a function that stops it.
 */
export function recordMessages(
  engine: ConnectEngine,
  recorder: Recorder,
  readOrigin: () => string,
): () => void {
  const onMessage = (event: MessageEvent<unknown>): void => {
    const frame = document.querySelector<HTMLIFrameElement>('[data-flinks-frame]')?.contentWindow ?? null;
    const why = getIgnoreReason(event, { session: engine.getSnapshot(), frame, origin: readOrigin() });
    if (why !== null) recorder.recordIgnored(nameOf(event.data), why);
  };
  const unsubscribe = engine.subscribe(() => recorder.recordState(engine.getSnapshot()));
  window.addEventListener('message', onMessage);
  return () => {
    unsubscribe();
    window.removeEventListener('message', onMessage);
  };
}

// Shows only names that Flinks could send: a message of another origin may contain anything.
function nameOf(data: unknown): string {
  const message = parseConnectMessage(data);
  if (message === undefined) return '?';
  const name =
    message.kind === 'step' ? message.step : message.kind === 'error' ? message.flinksCode : 'REDIRECT';
  return /^[A-Z0-9_]{1,64}$/.test(name) ? name : '?';
}
