import type { Clock } from '@flinks-kit/core';
import { type Answer, refuse } from '../api/answer.ts';
import { pendingBody } from '../api/pendingBody.ts';
import type { Settings } from '../settings.ts';
import { wait } from '../wait.ts';
import type { Fault } from './faults.ts';

/** Turns an answer into the response that a fault makes of it. Throws where the connection breaks. */
export async function breakAnswer(
  fault: Fault,
  { settings, request, answer }: { settings: Settings; request: Request; answer: () => Promise<Answer> },
): Promise<{ readonly answer: Answer; readonly response: Response }> {
  const { clock } = settings;
  switch (fault.kind) {
    case 'latency':
      await wait(clock, fault.ms, request.signal);
      return whole(await answer());
    case 'status':
      return raw(fault.status, 'The proxy had a bad day.', 'text/plain');
    case 'html':
      return raw(200, '<!doctype html><title>Maintenance</title><h1>Maintenance</h1>', 'text/html');
    case 'empty':
      return raw(200, '', 'application/json');
    case 'malformed': {
      const { status, body } = await answer();
      const text = JSON.stringify(body);
      return { answer: { status, body }, response: json(status, text.slice(0, Math.ceil(text.length / 2))) };
    }
    case 'cut':
      throw new TypeError('fetch failed: the sandbox cut the connection, as it was asked to.');
    case 'slow-body': {
      const made = await answer();
      return {
        answer: made,
        response: json(made.status, inPieces(JSON.stringify(made.body), fault.ms, clock, request.signal)),
      };
    }
    case 'pending':
      return whole(pendingBody(await readRequestId(request), 'OPERATION_PENDING'));
    case 'throttle':
      return whole(refuse(settings, 'TOO_MANY_REQUESTS'));
    case 'code':
      return whole(refuse(settings, fault.flinksCode));
  }
}

function whole(answer: Answer) {
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

async function readRequestId(request: Request): Promise<string> {
  const inPath = /Async\/([^/]+)$/.exec(new URL(request.url).pathname)?.[1];
  if (inPath !== undefined) return inPath;
  return /"RequestId"\s*:\s*"([^"]+)"/i.exec(await request.text())?.[1] ?? '';
}
