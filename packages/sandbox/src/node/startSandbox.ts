import { createSandbox, type Sandbox } from '../createSandbox.ts';
import type { SandboxOptions } from '../state/settings.ts';
import { listen } from './listen.ts';
import { servePage } from './servePage.ts';

/**
 * Serves a sandbox on two real origins with two host names, so that what is cross-origin and cross-site at Flinks
 * is so here: the API on `localhost`, the widget page on `127.0.0.1`, the port after. Only this machine reaches
 * them. Rejects with one sentence when a port is taken.
 *
 * @example
 * const { connectUrl, sandbox, close } = await startSandbox({ port: 4174 });
 */
export async function startSandbox({
  port = 0,
  ...options
}: StartSandboxOptions = {}): Promise<StartedSandbox> {
  const sandbox = createSandbox(options);
  const api = await listen({ host: 'localhost', port, what: "Flinks' API", handler: sandbox.fetch });
  try {
    const page = await listen({
      host: '127.0.0.1',
      port: port === 0 ? 0 : port + 1,
      what: 'the widget page',
      handler: (request) => servePage(request, sandbox.fetch),
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
