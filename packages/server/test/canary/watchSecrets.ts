import { inspect } from 'node:util';
import type { Sandbox } from '@flinks-kit/sandbox';
import {
  createFlinksServer,
  type FlinksServer,
  type FlinksServerOptions,
  type UserFlinks,
} from '../../src/index.ts';

/**
 * Listens at every way out of a test server: responses, errors, warnings, events, audit, the console. `setup.ts` asks
 * after each test of the suite which secrets came by.
 */
export function watchSecrets(sandbox: Sandbox): SecretWatch {
  const { secretKey, apiKey, bearer } = sandbox.credentials;
  for (const secret of [secretKey, apiKey, bearer]) secrets.set(secret, 'a key of Flinks');

  return {
    sandbox: {
      ...sandbox,
      login(request) {
        const made = sandbox.login(request);
        secrets.set(made.loginId, 'a LoginId');
        return made;
      },
      async fetch(request) {
        const response = await sandbox.fetch(request);
        const body = response.clone().text();
        learn(await body.catch(() => ''));
        return response;
      },
    },
    watch(options) {
      for (const key of options.encryption.keys) secrets.set(key, 'an encryption key');
      const flinks = createFlinksServer({
        ...options,
        onEvent: (event) => (note(event), options.onEvent?.(event)),
        onAudit: (entry) => (note(entry), options.onAudit?.(entry)),
        onWarning: (sentence, cause) => (note(sentence, cause), options.onWarning?.(sentence, cause)),
      });
      return {
        ...flinks,
        async handler(request) {
          const response = await flinks.handler(request);
          note([response.status, ...response.headers], await response.clone().text());
          return response;
        },
        forUser: (userId) => watchErrors(flinks.forUser(userId)),
      };
    },
  };
}

/** What was seen to leave since it was last asked, by name. */
export function secretsThatLeft(): readonly string[] {
  // In lower case once, and not for each secret: this runs after every test.
  const everything = [...left].join('\n').toLowerCase();
  left.clear();
  // The one address that carries a token and a RequestId by design: of one loading of one frame.
  const less = everything.replaceAll(/\\?"connecturl\\?":\\?"[^"]*"/g, '');
  const found = [...secrets].filter(([secret, name]) =>
    (name === 'a LoginId' ? everything : less).includes(secret.toLowerCase()),
  );
  return [...new Set(found.map(([, name]) => name))].toSorted();
}

/** Adds to what left. */
export function note(...values: readonly unknown[]): void {
  left.add(values.map(inFull).join(' '));
}

function inFull(value: unknown): string {
  if (typeof value === 'string') return value;
  // Errors hide their causes from JSON; entries and events have nothing to hide, and there are thousands of them.
  return value instanceof Error ? inspect(value, { depth: 9, showHidden: true }) : JSON.stringify(value);
}

/** A server and its Flinks, watched. */
export interface SecretWatch {
  readonly sandbox: Sandbox;
  /** Starts a server whose every way out is listened at. */
  readonly watch: (options: FlinksServerOptions) => FlinksServer;
}

// Most of what leaves is sent again and again: each text counts once.
const left = new Set<string>();
const secrets = new Map<string, string>();

/** What Flinks itself calls by these names is secret from then on. */
function learn(body: string): void {
  const named = body.matchAll(/"(RequestId|Token|AccountNumber)":"([^"]{7,})"/g);
  for (const [, name = '', value = ''] of named) secrets.set(value, names[name] ?? name);
}

const names: Readonly<Record<string, string>> = {
  RequestId: 'a RequestId',
  Token: 'an authorize token',
  AccountNumber: 'an account number',
};

function watchErrors(user: UserFlinks): UserFlinks {
  return new Proxy(user, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function') return method;
      return async (...sent: readonly unknown[]) => {
        try {
          return await Reflect.apply(method, target, sent);
        } catch (error) {
          note(error);
          throw error;
        }
      };
    },
  });
}
