import { getDotPath, type GenericSchema, type InferOutput, safeParse } from 'valibot';
import { refusal } from '../common/refusals.ts';
import { readBytes } from './readBytes.ts';

/** Reads and validates a JSON body. A refusal names the fields that are wrong, and never what was in them. */
export async function readJson<Schema extends GenericSchema>(
  request: Request,
  schema: Schema,
): Promise<InferOutput<Schema>> {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') throw refusal('json-required');
  const parsed = safeParse(schema, parse(await readBytes(request, limit)));
  if (parsed.success) return parsed.output;
  const fields = [...new Set(parsed.issues.map((issue) => getDotPath(issue) ?? 'the body itself'))];
  const named = fields.slice(0, mostNamed).join(', ');
  const more = fields.length > mostNamed ? `, and ${fields.length - mostNamed} more` : '';
  throw refusal('request-invalid', { note: `Wrong: ${named}${more}.` });
}

// Enough to find the mistake; a body may have thousands.
const mostNamed = 10;

// Far more than any request of ours; a report of a long session is a few kilobytes.
const limit = 64 * 1024;

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
