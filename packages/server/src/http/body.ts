import { FlinksKitError } from '@flinks-kit/core';
import { getDotPath, type GenericSchema, type InferOutput, safeParse } from 'valibot';
import { refusal } from '../common/refusals.ts';
import type { BodyHold } from './createBodyBudget.ts';

/** Reads and validates a JSON body. A refusal names the fields that are wrong, and never what was in them. */
export async function readJson<Schema extends GenericSchema>(
  request: Request,
  schema: Schema,
): Promise<InferOutput<Schema>> {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') throw refusal('json-required');
  return validate(schema, parse(await readBytes(request, jsonLimit)));
}

/** Reads and validates what follows the question mark of the address. */
export function readQuery<Schema extends GenericSchema>(
  request: Request,
  schema: Schema,
): InferOutput<Schema> {
  return validate(schema, Object.fromEntries(new URL(request.url).searchParams));
}

function validate<Schema extends GenericSchema>(schema: Schema, given: unknown): InferOutput<Schema> {
  const parsed = safeParse(schema, given);
  if (parsed.success) return parsed.output;
  const fields = [...new Set(parsed.issues.map((issue) => getDotPath(issue) ?? 'the body itself'))];
  const named = fields.slice(0, mostNamed).join(', ');
  const more = fields.length > mostNamed ? `, and ${fields.length - mostNamed} more` : '';
  throw refusal('request-invalid', { note: `Wrong: ${named}${more}.` });
}

// Enough to find the mistake; a body may have thousands.
const mostNamed = 10;

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

/**
 * Bodies that are whole in memory. A stream costs more than all the rest of a small call, so where both ends are
 * ours they hand the body on beside the `Request`. Code that does not know of it reads the stream, or that of
 * `clone()`: it holds the same. `new Request(request)` copies no body of the Node adapter, whose stream is not made yet.
 */
const held = new WeakMap<Request, Uint8Array<ArrayBuffer> | string>();

/** The body that was held for this very object; `undefined` when it has to be read. */
const heldBody = (request: Request): Uint8Array<ArrayBuffer> | string | undefined => held.get(request);

/** Holds the body that the request was made with, and returns the request. */
export function holdBody(request: Request, body: Uint8Array<ArrayBuffer> | string): Request {
  held.set(request, body);
  return request;
}

/** What a body parser of the app left of a body: its value, written out again, or nothing. */
export type ParsedAway = 'rewritten' | 'consumed';

const parsedAway = new WeakMap<Request, ParsedAway>();

/** Records that the bytes of this request are not the bytes that the client sent. */
export function markParsedAway(request: Request, what: ParsedAway): Request {
  parsedAway.set(request, what);
  return request;
}

/** Whether a body parser ran before this handler, and did not keep the bytes that the client sent. */
export const wasParsedAway = (request: Request): ParsedAway | undefined =>
  // A Web-standard request whose stream was read has nothing left to read.
  parsedAway.get(request) ?? (request.bodyUsed ? 'consumed' : undefined);
