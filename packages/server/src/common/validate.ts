import { getDotPath, type GenericSchema, type InferOutput, safeParse } from 'valibot';
import { refusal } from './refusals.ts';

/** What a schema makes of a value. A refusal names the fields that are wrong, and never what was in them. */
export function validate<Schema extends GenericSchema>(schema: Schema, given: unknown): InferOutput<Schema> {
  const parsed = safeParse(schema, given);
  if (parsed.success) return parsed.output;
  const fields = [...new Set(parsed.issues.map((issue) => getDotPath(issue) ?? 'the body itself'))];
  const named = fields.slice(0, mostNamed).join(', ');
  const more = fields.length > mostNamed ? `, and ${fields.length - mostNamed} more` : '';
  throw refusal('request-invalid', { note: `Wrong: ${named}${more}.` });
}

// Enough to find the mistake; a body may have thousands.
const mostNamed = 10;
