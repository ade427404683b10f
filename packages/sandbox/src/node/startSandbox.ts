import { networkInterfaces } from 'node:os';
import type { Clock } from '@flinks-kit/core';
import * as v from 'valibot';
import { serveControl } from '../control/serveControl.ts';
import { createShiftableClock, type ShiftableClock } from '../control/shiftableClock.ts';
import { createSandbox, type Sandbox } from '../createSandbox.ts';
import type { SandboxOptions } from '../state/settings.ts';
import { describeIssue } from '../validation/describeIssue.ts';
import { listen } from './listen.ts';
import { servePage } from './servePage.ts';
import { servingOptions } from './servingOptions.ts';

/**
 * Serves a sandbox on two real origins with two host names, so that what is cross-origin and cross-site at Flinks
 * is so here: the API on `localhost`, the widget page on `127.0.0.1`, the next port. Only this machine reaches
 * them, unless `host` is set. Rejects with one sentence when a port is taken or an option is wrong.
 *
 * @example
 * const { connectUrl, sandbox, close } = await startSandbox({ port: 4174 });
 */
export async function startSandbox(options: StartSandboxOptions = {}): Promise<StartedSandbox> {
  const { port = 0, host, control = false, controlToken, onError = logError, ...settings } = options;
  checkServing({ port, host, control, controlToken, onError });
  checkControl({ host, control, controlToken });
  const given = settings.clock ?? (control ? createShiftableClock() : undefined);
  const sandbox = createSandbox({ ...settings, clock: given });
  const clock = given !== undefined && isShiftable(given) ? given : null;

  const isPublic = host !== undefined && !isLoopback(host);
  const api = await listen({
    host: host ?? 'localhost',
    name: nameOf(host) ?? 'localhost',
    port,
    what: "Flinks' API",
    onError,
    handler: (request) =>
      serveApi(request, sandbox, { control, clock, host, token: isPublic ? (controlToken ?? null) : null }),
  });
  try {
    const page = await listen({
      host: host ?? '127.0.0.1',
      name: nameOf(host) ?? '127.0.0.1',
      port: port === 0 ? 0 : port + 1,
      what: 'the widget page',
      onError,
      handler: async (request) => serveHealth(request) ?? servePage(request, sandbox.fetch),
    });
    return {
      apiUrl: api.url,
      connectUrl: `${page.url}/v2/`,
      sandbox,
      async close() {
        await Promise.all([api.close(), page.close()]);
      },
    };
  } catch (error) {
    await api.close();
    throw error;
  }
}

/** Where to serve, and how the sandbox behaves. */
export interface StartSandboxOptions extends SandboxOptions {
  /** Of the API; the widget page takes the next one. 0, the default, takes any two that are free. */
  readonly port?: number | undefined;
  /** The address to listen on, for a phone or another container: `0.0.0.0` is every one of this machine. */
  readonly host?: string | undefined;
  /**
   * Serves the control API under `/sandbox/` of the API's port. Off by default. It moves a `clock` of
   * `createShiftableClock`, and makes one if there is no `clock`.
   */
  readonly control?: boolean | undefined;
  /** The control API then wants `authorization: Bearer …`. Needed with a `host` that other machines reach. */
  readonly controlToken?: string | undefined;
  /** Called with what fails while a request is answered; by default it goes to `console.error`. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** A sandbox that is being served. */
export interface StartedSandbox {
  /** In place of `https://{instance}-api.private.fin.ag`. */
  readonly apiUrl: string;
  /** In place of `https://{instance}-iframe.private.fin.ag/v2/`. */
  readonly connectUrl: string;
  readonly sandbox: Sandbox;
  /** Frees both ports. */
  readonly close: () => Promise<void>;
}

async function serveApi(
  request: Request,
  sandbox: Sandbox,
  { control, clock, host, token }: ServedControl,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const health = serveHealth(request);
  if (health !== null) return health;
  if (!/^\/sandbox(?:\/|$)/.test(pathname) || /^\/sandbox\/(?:widget|bank)(?:\/|$)/.test(pathname)) {
    return sandbox.fetch(request);
  }
  if (control)
    return serveControl(request, sandbox, { clock, token, isOwnHost: (name) => isOwn(name, host) });
  const Message = 'Sandbox: the control API is off. Start the sandbox with --control or control: true.';
  return Response.json({ Message }, { status: 404 });
}

interface ServedControl {
  readonly control: boolean;
  readonly clock: ShiftableClock | null;
  readonly host: string | undefined;
  readonly token: string | null;
}

// For a container's or a test's wait: both ports answer it.
function serveHealth(request: Request): Response | null {
  return new URL(request.url).pathname === '/health' ? Response.json({ status: 'ok' }) : null;
}

// A page of another site cannot reach the sandbox by a name that it points to this machine.
function isOwn(header: string, host: string | undefined): boolean {
  const name = header
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '')
    .toLowerCase();
  if (isLoopback(name) || name === host?.toLowerCase()) return true;
  if (host === undefined || isLoopback(host)) return false;
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return own.some(({ address }) => address === name) || !/[.:]/.test(name);
}

function isLoopback(host: string): boolean {
  return ['localhost', '127.0.0.1', '::1'].includes(host.toLowerCase());
}

// What this machine calls the address; every one of them is `localhost` and `127.0.0.1` as well.
function nameOf(host: string | undefined): string | undefined {
  return host === '0.0.0.0' || host === '::' ? undefined : host;
}

function isShiftable(clock: Clock): clock is ShiftableClock {
  return 'moveTo' in clock;
}

// The other options are checked by createSandbox.
function checkServing(options: Pick<StartSandboxOptions, keyof typeof servingOptions | 'onError'>): void {
  const result = v.safeParse(servingSchema, options, { abortEarly: true });
  if (!result.success)
    throw new TypeError(describeIssue(result.issues[0], 'option', 'the sandbox was not started'));
}

const servingSchema = v.object({ ...servingOptions, onError: v.optional(v.function('a function')) });

function checkControl({
  host,
  control,
  controlToken,
}: Pick<StartSandboxOptions, 'host' | 'control' | 'controlToken'>): void {
  if (control !== true || host === undefined || isLoopback(host) || controlToken) return;
  throw new TypeError(
    `The control API would be open to every machine that reaches ${host}, so the sandbox was not started: set a control token (--control-token or controlToken).`,
  );
}

function logError(error: unknown): void {
  console.error('flinks-sandbox: a request failed.', error);
}
