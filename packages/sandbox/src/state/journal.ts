import { isRecord } from '@flinks-kit/core';
import { parseJson } from './json.ts';

/** Keeps the last calls, so that tests can assert on traffic and a log can show it. */
export function createJournal(limit: number): Journal & JournalWriter {
  let entries: JournalEntry[] = [];
  return {
    entries: () => [...entries],
    calls: (endpoint) => entries.filter((entry) => entry.endpoint === endpoint),
    clear() {
      entries = [];
    },
    add({ request, text, status, body, startedAt, endedAt }) {
      const { pathname } = new URL(request.url);
      const entry: JournalEntry = {
        at: new Date(startedAt).toISOString(),
        method: request.method,
        path: pathname,
        endpoint: endpointOf(pathname),
        status,
        flinksCode: isRecord(body) && typeof body['FlinksCode'] === 'string' ? body['FlinksCode'] : null,
        durationMs: endedAt - startedAt,
        request: mask(readBody(text)),
        messages: readMessages(body),
      };
      entries.push(entry);
      if (entries.length > limit) entries = entries.slice(-limit);
      return entry;
    },
  };
}

/** The calls that a sandbox answered, oldest first. */
export interface Journal {
  entries(): readonly JournalEntry[];
  /** Only the calls of one endpoint, such as `GetAccountsDetail`. */
  calls(endpoint: string): readonly JournalEntry[];
  clear(): void;
}

/** One call. Passwords, answers, tokens and keys are masked. */
export interface JournalEntry {
  /** ISO 8601 in UTC, on the sandbox's clock. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** Flinks' name of the endpoint; `null` for a path that Flinks does not have. */
  readonly endpoint: string | null;
  readonly status: number;
  readonly flinksCode: string | null;
  readonly durationMs: number;
  readonly request: unknown;
  /** The names of the messages that the widget posted, and its notes for developers: for calls of the page. */
  readonly messages: readonly string[];
}

/** The side of the journal that the sandbox writes to. */
export interface JournalWriter {
  add(call: FinishedCall): JournalEntry;
}

/** A call and its answer. Times are milliseconds on the sandbox's clock. */
export interface FinishedCall {
  readonly request: Request;
  readonly text: string;
  readonly status: number;
  readonly body: unknown;
  readonly startedAt: number;
  readonly endedAt: number;
}

const secretNames = /^(password|token|authorizetoken|securityresponses|answers?\d*)$/i;
const tokenInAddress = /(authorizeToken=)[^&#]+/gi;

function mask(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(tokenInAddress, '$1•••');
  if (Array.isArray(value)) return value.map(mask);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, secretNames.test(name) ? '•••' : mask(inner)]),
  );
}

function readMessages(body: unknown): readonly string[] {
  const effects = isRecord(body) && Array.isArray(body['effects']) ? body['effects'].filter(isRecord) : [];
  return effects.flatMap(({ message, text }) => {
    if (typeof text === 'string') return [text];
    const parsed: unknown = typeof message === 'string' ? JSON.parse(message) : message;
    if (!isRecord(parsed)) return [];
    return [String(parsed['step'] ?? parsed['flinksCode'])];
  });
}

/** Flinks' name of the endpoint that a path leads to. */
export function endpointOf(pathname: string): string | null {
  return /\/BankingServices\/([A-Za-z]+)/.exec(pathname)?.[1] ?? null;
}

function readBody(text: string): unknown {
  return text === '' ? null : (parseJson(text) ?? '(not JSON)');
}
