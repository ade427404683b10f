import { isRecord } from '@flinks-kit/core';
import { type Answer } from '../api/answer.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import { openBankWindow } from './openBankWindow.ts';
import type { ScreenValues } from './screens/protocol.ts';
import { actInWidgetSession, startWidgetSession } from './widgetSession.ts';

/** Answers the page's own calls, under `/sandbox/` of any host. The protocol is in `protocol.ts`. */
export async function serveWidget(state: SandboxState, request: Request, text: string): Promise<Answer> {
  const [, what, id] = /\/sandbox\/([a-z]+)(?:\/([^/]+))?$/.exec(new URL(request.url).pathname) ?? [];
  const body = readBody(text);
  if (request.method !== 'POST' || body === undefined)
    return lost('the page posts JSON, and this is something else');

  if (what === 'widget' && id === undefined) {
    return typeof body['href'] === 'string' && URL.canParse(body['href'])
      ? { status: 200, body: startWidgetSession(state, body['href']) }
      : lost('the page did not tell its address');
  }
  const widgetSession = id === undefined ? undefined : state.widgetSessions.get(id);
  if (widgetSession === undefined)
    return lost('this frame belongs to a sandbox that was stopped or reset: load it again');

  const action = typeof body['action'] === 'string' ? body['action'] : '';
  if (what === 'bank') return { status: 200, body: openBankWindow(state, widgetSession, action) };
  return {
    status: 200,
    body: actInWidgetSession(state, widgetSession, { action, values: readValues(body['values']) }),
  };
}

function lost(why: string): Answer {
  return { status: 404, body: { Message: `Sandbox: ${why}.` } };
}

function readBody(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
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
