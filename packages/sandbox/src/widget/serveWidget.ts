import { isRecord } from '@flinks-kit/core';
import { type Answer, parseJson } from '../state/json.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import type { ScreenValues } from '../state/scenario.ts';
import { openBankWindow } from './openBankWindow.ts';
import { actInWidgetSession, startWidgetSession } from './widgetSession.ts';

/** Answers the page's own calls, `/sandbox/widget` and `/sandbox/bank` of any host. The protocol is in `screens/protocol.ts`. */
export function serveWidget(state: SandboxState, request: Request, text: string): Answer {
  const [, what, id] = /\/sandbox\/([a-z]+)(?:\/([^/]+))?$/.exec(new URL(request.url).pathname) ?? [];
  const body = parseJson(text);
  if (request.method !== 'POST' || !isRecord(body))
    return notFound('the page posts JSON, and this is something else');

  if (what === 'widget' && id === undefined) {
    return typeof body['href'] === 'string' && URL.canParse(body['href'])
      ? { status: 200, body: startWidgetSession(state, body['href']) }
      : notFound('the page did not send its address');
  }
  const widgetSession = id === undefined ? undefined : state.widgetSessions.get(id);
  if (widgetSession === undefined)
    return notFound('this frame belongs to a sandbox that was stopped or reset: load it again');

  const action = typeof body['action'] === 'string' ? body['action'] : '';
  if (what === 'bank') return { status: 200, body: openBankWindow(state, widgetSession, action) };
  const turn = typeof body['turn'] === 'number' ? body['turn'] : null;
  const values = readValues(body['values']);
  return { status: 200, body: actInWidgetSession(state, widgetSession, { action, values, turn }) };
}

function notFound(why: string): Answer {
  return { status: 404, body: { Message: `Sandbox: ${why}.` } };
}

function readValues(value: unknown): ScreenValues {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, entry]): [string, string | readonly string[]][] => {
      if (typeof entry === 'string') return [[name, entry]];
      return Array.isArray(entry) ? [[name, entry.filter((item) => typeof item === 'string')]] : [];
    }),
  );
}
