import {
  array,
  boolean,
  custom,
  fallback,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  object,
  type ObjectEntries,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  trim,
  unknown,
  uuid,
} from 'valibot';

const id = pipe(string(), regex(/^[\w-]{1,128}$/));
// Well-formed text that is no path of its own: it may become a segment of the widget's address.
const word = pipe(string(), trim(), regex(/^(?!\.{1,2}$)[^\p{Cs}\p{Cc}]{1,128}$/u));
// A device's clock may step back in the middle of a session.
const elapsed = pipe(number(), minValue(Number.MIN_SAFE_INTEGER), maxValue(Number.MAX_SAFE_INTEGER));
const count = pipe(number(), minValue(0), maxValue(Number.MAX_SAFE_INTEGER));
// Counted before its items are looked at: a list of thousands costs no more than one.
const many = <Item extends Parameters<typeof array>[0]>(item: Item, most: number) =>
  pipe(array(unknown()), maxLength(most), array(item));

/** `POST /sessions`. Unknown fields are dropped: the browser chooses these four and nothing else. */
export const openSessionSchema = object({
  connectionId: optional(id),
  chooseAccounts: optional(boolean()),
  institution: optional(word),
  language: optional(picklist(['en', 'fr'])),
});

/** `POST /connections`. Flinks' ids of logins are GUIDs (docs/flinks/api.md 1.1). */
export const linkConnectionSchema = object({
  sessionId: id,
  loginId: pipe(string(), trim(), uuid()),
  accountIds: many(word, 500),
  requestId: optional(word),
  tag: optional(word),
});

/** `adoptLogin`, which is no route. */
export const adoptLoginSchema = object({
  loginId: pipe(string(), trim(), uuid()),
  accountIds: optional(many(word, 500)),
  language: picklist(['en', 'fr']),
});

/** `getEftInstruction`, which is no route. An id of any form may be asked for; there is no account of most. */
export const eftInstructionSchema = object({
  connectionId: string(),
  accountId: string(),
  // NaN, too: the operation counts any data as older.
  maxAgeMs: optional(custom<number>((given) => typeof given === 'number')),
});

/** The same without other fields: a developer who misspells an option must not get a call without it. */
export const strictly = <const Entries extends ObjectEntries>({ entries }: { readonly entries: Entries }) =>
  strictObject(entries);

/** `PUT /connections/:id/nightly-refresh`. */
export const nightlyRefreshSchema = object({ enabled: boolean() });

/** `GET /institutions`. */
export const institutionsSchema = object({ language: optional(picklist(['en', 'fr']), 'en') });

/** A body without fields. */
export const emptySchema = object({});

/** `POST /sessions/:id/report`: names, times and counts, each bounded. */
export const reportSchema = object({
  sessionId: nullable(id),
  startedAt: pipe(string(), maxLength(40)),
  durationMs: elapsed,
  end: nullable(word),
  stage: nullable(
    picklist(['consent', 'institution', 'credentials', 'verifying', 'mfa', 'bank-window', 'accounts']),
  ),
  // Cut to a length by the browser, perhaps in the middle of a character: the rest of a report is worth keeping.
  institution: fallback(nullable(word), null),
  // The browser's recorder stops at 200.
  steps: many(object({ step: word, at: elapsed }), 256),
  flinksCodes: many(word, 256),
  retries: count,
  mfaTypes: many(word, 256),
  unknownSteps: many(word, 32),
  unknownStepsDropped: count,
});
