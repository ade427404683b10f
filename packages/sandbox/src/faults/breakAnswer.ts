import type { Clock } from '@flinks-kit/core';
import { pending, refuse } from '../api/answer.ts';
import type { Answer } from '../state/json.ts';
import type { Settings } from '../state/settings.ts';
import { wait } from '../state/wait.ts';
import type { Fault } from './faults.ts';

/** Applies a fault to an answer. Throws where the connection breaks. */
export async function breakAnswer(
  fault: Fault,
  { settings, request, text, answer }: BrokenCall,
): Promise<{ readonly answer: Answer; readonly response: Response }> {
  const { clock } = settings;
  switch (fault.kind) {
    case 'latency':
      await wait(clock, fault.ms, request.signal);
      return intact(await answer());
    case 'status':
      return raw(fault.status, 'The proxy failed.', 'text/plain');
    case 'html':
      return raw(200, '<!doctype html><title>Maintenance</title><h1>Maintenance</h1>', 'text/html');
    case 'empty':
      return raw(200, '', 'application/json');
    case 'malformed': {
      const made = await answer();
      const whole = JSON.stringify(made.body);
      return { answer: made, response: json(made.status, whole.slice(0, Math.ceil(whole.length / 2))) };
    }
    case 'cut':
      throw new CutConnection();
    case 'slow-body': {
      const made = await answer();
      return {
        answer: made,
        response: json(made.status, inPieces(JSON.stringify(made.body), fault.ms, clock, request.signal)),
      };
    }
    case 'pending':
      return intact(pending(readRequestId(request, text)));
    case 'throttle':
      return intact(refuse(settings, 'TOO_MANY_REQUESTS'));
    case 'code':
      return intact(refuse(settings, fault.flinksCode));
  }
}

/** The fault `cut`: the connection breaks on purpose. */
export class CutConnection extends TypeError {
  constructor() {
    super('fetch failed: the sandbox cut the connection, because of a fault that was added.');
  }
}

/** The call that a fault applies to, and its answer without the fault. */
export interface BrokenCall {
  readonly settings: Settings;
  readonly request: Request;
  readonly text: string;
  readonly answer: () => Promise<Answer>;
}

function intact(answer: Answer) {
  return { answer, response: Response.json(answer.body, { status: answer.status }) };
}

function raw(status: number, text: string, type: string) {
  return {
    answer: { status, body: text },
    response: new Response(text, { status, headers: { 'content-type': type } }),
  };
}

function json(status: number, body: BodyInit): Response {
  return new Response(body, { status, headers: { 'content-type': 'application/json' } });
}

function inPieces(text: string, ms: number, clock: Clock, signal: AbortSignal): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const size = Math.ceil(bytes.length / 10);
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      await wait(clock, ms, signal);
      controller.enqueue(bytes.slice(sent, sent + size));
      sent += size;
      if (sent >= bytes.length) controller.close();
    },
  });
}

function readRequestId(request: Request, text: string): string {
  const inPath = /Async\/([^/]+)$/.exec(new URL(request.url).pathname)?.[1];
  if (inPath !== undefined) return inPath;
  return /"RequestId"\s*:\s*"([^"]+)"/i.exec(text)?.[1] ?? '';
}
