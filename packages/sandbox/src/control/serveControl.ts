import { isRecord } from '@flinks-kit/core';
import * as v from 'valibot';
import type { Fault, Faults } from '../faults/faults.ts';
import type { CreatedLogin, TestUserLogin } from '../state/card.ts';
import type { SandboxCredentials } from '../state/credentials.ts';
import type { Journal } from '../state/journal.ts';
import { type Answer, parseJson } from '../state/json.ts';
import { describeIssue } from '../validation/describeIssue.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';
import { maskIds } from './masking.ts';
import type { ShiftableClock } from './shiftableClock.ts';

/**
 * Answers the control API under `/sandbox/`: what a JavaScript test reaches in process, for tests in any language. No
 * web page can call it: a request must name a host that the sandbox listens on, must not come from another origin, and
 * a request that changes something must bring JSON.
 */
export async function serveControl(
  request: Request,
  sandbox: ControlledSandbox,
  options: ControlOptions,
): Promise<Response> {
  const refusal = check(request, options);
  if (refusal !== null) return toResponse(refusal);
  const { pathname, searchParams } = new URL(request.url);
  const path = pathname.replace(/^\/sandbox/, '').replace(/\/$/, '');
  const key = `${request.method} ${path}`;
  const route = Object.hasOwn(routes, key) ? routes[key] : undefined;
  if (route === undefined) {
    return toResponse(
      fail(404, `there is no ${request.method} ${pathname}. Write one of ${Object.keys(routes).join(', ')}`),
    );
  }
  const text = await request.text();
  const body = text.trim() === '' ? {} : parseJson(text);
  if (!isRecord(body)) return toResponse(fail(400, 'the body is no JSON object'));
  try {
    return toResponse(await route({ sandbox, options, body, query: searchParams }));
  } catch (error) {
    // The sandbox's own sentences: an unknown scenario, user, fault.
    return toResponse(fail(400, error instanceof Error ? error.message : String(error)));
  }
}

/** The side of a sandbox that the control API works with. */
export interface ControlledSandbox {
  readonly credentials: SandboxCredentials;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly webhooks: Webhooks;
  readonly login: (login: TestUserLogin) => CreatedLogin;
  readonly refresh: (login: TestUserLogin) => CreatedLogin;
  readonly refreshNightly: () => void;
  readonly playNext: (scenario: string | null, drive?: number | null) => void;
  readonly nextScenario: () => string | null;
  readonly reset: () => void;
}

/** Who may call, and the clock that calls move. */
export interface ControlOptions {
  /** Whether the sandbox listens on a host of the `Host` header. */
  readonly isOwnHost: (host: string) => boolean;
  /** `null`: no token is needed, because only this machine reaches the sandbox. */
  readonly token: string | null;
  /** `null`: the sandbox runs on a clock of the caller that cannot be moved from here. */
  readonly clock: ShiftableClock | null;
}

interface Call {
  readonly sandbox: ControlledSandbox;
  readonly options: ControlOptions;
  readonly body: Readonly<Record<string, unknown>>;
  readonly query: URLSearchParams;
}

const routes: Readonly<Record<string, (call: Call) => Answer | Promise<Answer>>> = {
  'GET ': () => ok({ routes: Object.keys(routes).map((route) => route.replace(' ', ' /sandbox')) }),
  'GET /journal': ({ sandbox: { journal, credentials }, query }) => {
    const { endpoint, last } = read(journalSchema, Object.fromEntries(query));
    const entries = endpoint === undefined ? journal.entries() : journal.calls(endpoint);
    return ok({ entries: maskIds(entries.slice(-(last ?? entries.length)), credentials.customerId) });
  },
  'DELETE /journal': ({ sandbox }) => done(() => sandbox.journal.clear()),
  'POST /reset': ({ sandbox }) => done(() => sandbox.reset()),
  'GET /clock': ({ options }) => ok(readClock(options)),
  'POST /clock': moveClock,
  'GET /faults': ({ sandbox }) => ok({ faults: sandbox.faults.list() }),
  'POST /faults': ({ sandbox, body }) => {
    // `add` checks the fault and throws one sentence.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked at once by `add`
    sandbox.faults.add(body as unknown as Fault);
    return ok({ faults: sandbox.faults.list() });
  },
  'DELETE /faults': ({ sandbox }) => done(() => sandbox.faults.clear()),
  // The one answer with a LoginId: a test needs it to go on.
  'POST /login': ({ sandbox, body }) => ok({ ...sandbox.login(read(loginSchema, body)) }),
  'POST /nightly-refresh': ({ sandbox }) => done(() => sandbox.refreshNightly()),
  'GET /webhooks': ({ sandbox }) => ok({ deliveries: listDeliveries(sandbox) }),
  'POST /webhooks/resend': async ({ sandbox, body }) => {
    const all = sandbox.webhooks.deliveries();
    const index = read(resendSchema, body).index ?? all.length - 1;
    const delivery = all[index];
    if (delivery === undefined) return fail(400, `there is no delivery ${index}: ${all.length} were made`);
    await sandbox.webhooks.resend(delivery);
    return ok({ deliveries: listDeliveries(sandbox) });
  },
  'POST /webhooks/trigger': ({ sandbox, body }) => done(() => sandbox.refresh(read(loginSchema, body))),
  'GET /scenario': ({ sandbox }) =>
    ok({
      next: sandbox.nextScenario(),
      scenarios: scenarios.map(({ name, summary }) => ({ name, summary })),
    }),
  'POST /scenario': ({ sandbox, body }) => {
    const { name, drive } = read(scenarioSchema, body);
    sandbox.playNext(name, drive);
    return ok({ next: name });
  },
};

function check({ method, headers }: Request, { isOwnHost, token }: ControlOptions): Answer | null {
  const host = headers.get('host') ?? '';
  if (!isOwnHost(host)) return fail(403, `the Host "${host}" is not one that the sandbox listens on`);
  const origin = headers.get('origin');
  if (origin !== null && origin !== `http://${host}`)
    return fail(403, 'the request comes from a page of another origin');
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none')
    return fail(403, 'the request comes from a page of another origin');
  const changes = method !== 'GET' && method !== 'HEAD';
  if (changes && !/^application\/json\s*(?:;|$)/i.test(headers.get('content-type') ?? ''))
    return fail(403, 'a request that changes something must have the header content-type: application/json');
  if (token !== null && !isSame(headers.get('authorization') ?? '', `Bearer ${token}`))
    return fail(401, 'the header authorization: Bearer with the control token is missing or wrong');
  return null;
}

// In the same time wherever the texts differ.
function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let index = 0; index < other.length; index += 1) {
    difference |= (one.charCodeAt(index) || 0) ^ other.charCodeAt(index);
  }
  return difference === 0;
}

function moveClock({ options, body }: Call): Answer {
  const { clock } = options;
  if (clock === null)
    return fail(
      409,
      'this sandbox runs on a clock that its own process made, so it is moved there: a clock of createShiftableClock can be moved here too',
    );
  const { advanceMs, now } = read(clockSchema, body);
  if ((advanceMs === undefined) === (now === undefined))
    return fail(400, 'write either advanceMs, such as 480000, or now, such as 2026-11-29T12:00:00Z');
  clock.moveTo(advanceMs === undefined ? Date.parse(now ?? '') : clock.now() + advanceMs);
  return ok(readClock(options));
}

function readClock({ clock }: ControlOptions): Readonly<Record<string, unknown>> {
  return { now: clock === null ? null : new Date(clock.now()).toISOString() };
}

// Without bodies: they hold whole accounts.
function listDeliveries({ webhooks }: ControlledSandbox): readonly unknown[] {
  return webhooks.deliveries().map(({ at, responseType, attempt, status }, index) => ({
    index,
    at,
    responseType,
    attempt,
    status,
  }));
}

const journalSchema = v.strictObject({
  endpoint: v.optional(v.string('a text')),
  last: v.optional(
    v.pipe(
      v.string(),
      v.digits('a whole number above 0'),
      v.transform(Number),
      v.minValue(1, 'a whole number above 0'),
    ),
  ),
});
const loginSchema = v.strictObject({
  username: v.pipe(v.string('a text'), v.nonEmpty('a text that is not empty')),
  institution: v.optional(v.string('a text')),
  language: v.optional(v.picklist(['en', 'fr'], 'one of en, fr')),
});
const clockSchema = v.strictObject({
  advanceMs: v.optional(
    v.pipe(
      v.number('milliseconds from 0 up'),
      v.finite('milliseconds from 0 up'),
      v.minValue(0, 'milliseconds from 0 up'),
    ),
  ),
  now: v.optional(
    v.pipe(
      v.string('an ISO time'),
      v.check((text) => Number.isFinite(Date.parse(text)), 'an ISO time'),
    ),
  ),
});
const resendSchema = v.strictObject({
  index: v.optional(v.pipe(v.number('a number'), v.integer('a whole number'))),
});
const scenarioSchema = v.strictObject({
  name: v.nullable(v.string('the name of a scenario or null')),
  drive: v.optional(
    v.nullable(
      v.pipe(
        v.number('a number above 0'),
        v.check((speed) => speed > 0 && Number.isFinite(speed), 'a number above 0'),
      ),
    ),
  ),
});

function read<const Schema extends v.GenericSchema>(
  schema: Schema,
  body: Readonly<Record<string, unknown>>,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body, { abortEarly: true });
  if (result.success) return result.output;
  throw new TypeError(describeIssue(result.issues[0], 'field', 'nothing was done'));
}

function done(act: () => unknown): Answer {
  act();
  return ok({ done: true });
}

function ok(body: Readonly<Record<string, unknown>>): Answer {
  return { status: 200, body };
}

function fail(status: number, why: string): Answer {
  return { status, body: { Message: `Sandbox: ${why.replace(/\.$/, '')}.` } };
}

function toResponse({ status, body }: Answer): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
