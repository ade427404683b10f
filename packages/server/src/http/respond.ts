import { FlinksKitError, type ProblemDetails } from '@flinks-kit/core';
import { refusal } from '../common/refusals.ts';
import type { Answer } from './Answer.ts';

/** An answer in JSON, with the headers that every answer of the server carries. */
export function jsonAnswer(body: unknown, status = 200): Answer {
  return { status, headers: jsonHeaders, body: JSON.stringify(body) };
}

/** A refusal as `application/problem+json`. Any unforeseen error becomes `internal`, and sends no details. */
export function problemAnswer(error: unknown, more: Readonly<Record<string, string>> = {}): Answer {
  const { code, message, flinksCode, retry, status } = toRefusal(error);
  const problem: ProblemDetails = {
    title: code.replaceAll('-', ' '),
    status: status ?? 500,
    code,
    detail: message,
    flinksCode,
    retry,
  };
  const headers = { ...securityHeaders, 'content-type': 'application/problem+json', ...more };
  return { status: problem.status, headers, body: JSON.stringify(problem) };
}

/** Nothing here is to be cached, framed, sniffed, or read by another origin. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

// Made once: an answer's headers are read, and never changed in place.
const jsonHeaders = { ...securityHeaders, 'content-type': 'application/json' };

function toRefusal(error: unknown): FlinksKitError {
  if (!(error instanceof FlinksKitError)) return refusal('internal');
  // What Flinks answered to our own calls is for the operator's log, not for the browser.
  if (error.code.startsWith('flinks-')) return refusal('flinks-failed', { flinksCode: error.flinksCode });
  return error.status === null ? refusal('internal') : error;
}
