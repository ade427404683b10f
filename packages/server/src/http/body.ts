import { FlinksKitError } from '@flinks-kit/core';
import type { GenericSchema, InferOutput } from 'valibot';
import { refusal } from '../common/refusals.ts';
import { validate } from '../common/validate.ts';
import type { BodyHold } from './createBodyBudget.ts';
import type { HttpRequest } from './HttpRequest.ts';

/** Reads and validates a JSON body. A refusal names the fields that are wrong, and never what was in them. */
export async function readJson<Schema extends GenericSchema>(
  request: HttpRequest,
  schema: Schema,
): Promise<InferOutput<Schema>> {
  const [type = ''] = (request.header('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') throw refusal('json-required');
  return validate(schema, parse(await readBytes(request, jsonLimit)));
}

/** Reads and validates what follows the question mark of the address. */
export function readQuery<Schema extends GenericSchema>(
  request: HttpRequest,
  schema: Schema,
): InferOutput<Schema> {
  return validate(schema, Object.fromEntries(new URL(request.url).searchParams));
}

// Far more than any request of ours; a report of a long session is a few kilobytes.
const jsonLimit = 64 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parse(bytes: Uint8Array): unknown {
  try {
    const body: unknown = JSON.parse(utf8.decode(bytes));
    // An object schema whose fields are all optional would take a list, too.
    return Array.isArray(body) ? null : body;
  } catch {
    throw refusal('request-invalid', { note: 'The body is not JSON.' });
  }
}

/**
 * Reads a body up to a limit in bytes; a larger one is refused without being read to its end. With `held`, its bytes
 * count in a budget, and it is refused when the budget gives it up.
 */
export function readBytes(
  request: HttpRequest,
  limit: number,
  held?: BodyHold,
): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.header('content-length') ?? 0) > limit) throw refusal('body-too-large');
  const { whole, parsedAway } = request;
  if (whole === undefined && parsedAway === 'consumed') throw consumed();
  if (whole === undefined) return readStream(request.stream(), limit, held);
  const bytes = typeof whole === 'string' ? new TextEncoder().encode(whole) : whole;
  if (bytes.byteLength > limit) throw refusal('body-too-large');
  held?.hold(bytes.byteLength);
  held?.noteRead();
  return bytes;
}

async function readStream(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
  held: BodyHold | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (body !== null) {
    const reader = body.getReader();
    const readPart = () =>
      reader.read().catch(() => {
        throw refusal('request-invalid', { note: 'The body broke off.' });
      });
    // A reader that is cancelled ends the read that waits for its next chunk.
    const giveUp = (): void => void reader.cancel().catch(() => undefined);
    held?.signal.addEventListener('abort', giveUp);
    try {
      for (let part = await readPart(); !part.done; part = await readPart()) {
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
