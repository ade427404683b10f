import {
  type Connection,
  createFlinksClient,
  type HttpFlinksClient,
  type LinkConnectionRequest,
} from '@flinks-kit/core';
import {
  createManualClock,
  createSandbox,
  type ManualClock,
  type Sandbox,
  type SandboxOptions,
} from '@flinks-kit/sandbox';
import type { FlinksServer, FlinksServerOptions } from '../src/index.ts';
import type { AuditEntry, FlinksEvent } from '../src/index.ts';
import { watchSecrets } from './canary/watchSecrets.ts';

/**
 * A server in front of a sandbox on one clock that a test moves, and a client for any user of it: the whole chain
 * in one process. A header names the user, as a session cookie would.
 */
export function startTestServer(options: TestServerOptions = {}): TestServer {
  const clock = options.beside?.clock ?? createManualClock();
  const watched = watchSecrets(options.beside?.sandbox ?? createSandbox({ clock, ...options.sandbox }));
  const { sandbox } = watched;
  const received = { events: [] as FlinksEvent[], audit: [] as AuditEntry[], warnings: [] as string[] };
  const serverOptions: FlinksServerOptions = {
    endpoint: '/api/flinks',
    flinks: { ...sandbox.credentials, fetch: sandbox.fetch, ...options.flinks },
    encryption: { keys: [testKey] },
    identify: (request) => request.headers.get('x-test-user'),
    clock,
    nightlyRefresh: true,
    institutions: true,
    onEvent: (event) => void received.events.push(event),
    onAudit: (entry) => void received.audit.push(entry),
    onWarning: (sentence) => void received.warnings.push(sentence),
    ...options.server,
  };
  const flinks = watched.watch(serverOptions);
  const clientOf = (user: string): HttpFlinksClient =>
    createFlinksClient({
      endpoint: `${testOrigin}/api/flinks`,
      userId: user,
      fetch: (request) => {
        request.headers.set('x-test-user', user);
        return flinks.handler(request);
      },
    });

  const link: TestServer['link'] = async (user, login = {}) => {
    const client = clientOf(user);
    const { sessionId } = await client.openSession({});
    const { loginId, accountIds } = sandbox.login({ username: 'greatday_nomfa', ...login });
    const sent = { sessionId, loginId, accountIds };
    return { client, link: sent, connection: await client.linkConnection(sent) };
  };

  return {
    clock,
    sandbox,
    flinks,
    ...received,
    clientOf,
    link,
    linkJoint(user) {
      // A sign-in of its own, when no session of the other owner is open.
      clock.advance(5 * 60_000);
      return link(user);
    },
  };
}

export const testOrigin = 'https://app.example';

/** 32 bytes that are obviously no one's key. */
export const testKey = btoa('flinks-kit test key, not secret!');

export interface TestServerOptions {
  /** Another server of the same world: on its clock, and asking the same Flinks. */
  readonly beside?: Pick<TestServer, 'clock' | 'sandbox'>;
  readonly sandbox?: SandboxOptions;
  readonly server?: Partial<FlinksServerOptions>;
  readonly flinks?: Partial<FlinksServerOptions['flinks']>;
}

export interface TestServer {
  readonly clock: ManualClock;
  readonly sandbox: Sandbox;
  readonly flinks: FlinksServer;
  readonly events: readonly FlinksEvent[];
  readonly audit: readonly AuditEntry[];
  readonly warnings: readonly string[];
  readonly clientOf: (user: string) => HttpFlinksClient;
  /** Links the login that another user has already, five minutes later, by a sign-in of this user. */
  readonly linkJoint: (user: string) => Promise<LinkedUser>;
  /** Opens a session and links a login that was just made, as the widget would. */
  readonly link: (user: string, login?: { readonly username?: string }) => Promise<LinkedUser>;
}

/** A user with a fresh connection. */
export interface LinkedUser {
  readonly client: HttpFlinksClient;
  readonly link: LinkConnectionRequest;
  readonly connection: Connection;
}
