import { FlinksKitError } from '@flinks-kit/core';
import { refusal } from '../common/refusals.ts';
import type { BodyHold } from './createBodyBudget.ts';
import { heldBody, wasParsedAway } from './heldBody.ts';

/**
 * Reads a body up to a limit in bytes; a larger one is refused without being read to its end. With `held`, its bytes
 * count in a budget, and it is refused when the budget gives it up.
 */
export async function readBytes(
  request: Request,
  limit: number,
  held?: BodyHold,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw refusal('body-too-large');
  const whole = heldBody(request);
  if (whole === undefined && wasParsedAway(request) === 'consumed') throw consumed();
  if (whole === undefined) return readStream(request, limit, held);
  const bytes = typeof whole === 'string' ? new TextEncoder().encode(whole) : whole;
  if (bytes.byteLength > limit) throw refusal('body-too-large');
  held?.hold(bytes.byteLength);
  held?.noteRead();
  return bytes;
}

async function readStream(
  request: Request,
  limit: number,
  held: BodyHold | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body !== null) {
    const reader = request.body.getReader();
    // A reader that is cancelled ends the read that waits for its next chunk.
    const giveUp = (): void => void reader.cancel().catch(() => undefined);
    held?.signal.addEventListener('abort', giveUp);
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        size += part.value.byteLength;
        if (size > limit) throw refusal('body-too-large');
        held?.hold(part.value.byteLength);
        chunks.push(part.value);
      }
      if (held?.signal.aborted === true) throw refusal('too-many-requests');
      held?.noteRead();
    } catch (error) {
      giveUp();
      throw error;
    } finally {
      held?.signal.removeEventListener('abort', giveUp);
    }
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

// The app's fault, not the client's: a 500 whose warning holds this sentence.
const consumed = () =>
  new FlinksKitError(
    'The body of a request was read before it reached flinks.handler, and nothing was left of it, so the request could not be answered. Mount the handler before body parsers, or leave the bytes in request.rawBody or the parsed value in request.body.',
    { code: 'body-consumed' },
  );
