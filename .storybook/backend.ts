import { createFlinksClient, type FlinksClient, type Hop } from '@flinks-kit/core';
import { createSandbox, type Sandbox } from '@flinks-kit/sandbox';
import { createFlinksServer } from '@flinks-kit/server';

/**
 * A client whose whole back end lives in this page: our server, and behind it the sandbox. No network, no service
 * worker: every hop is a function. Each call makes a server of its own, so stories never share connections.
 */
export function createStoryClient(scenario: string): FlinksClient {
  const sandbox = sandboxOf(scenario);
  const server = createFlinksServer({
    endpoint: '/api/flinks',
    identify: () => 'story-reader',
    flinks: { ...sandbox.credentials, fetch: (request) => sandbox.fetch(request) },
    encryption: { keys: [btoa('stories have nothing to conceal!')] },
    connect: {
      url: new URL('widget/', document.baseURI).href,
      parameters: { demo: true, accountSelectorMultiple: true, showAllAccounts: true },
    },
    timing: { asyncPollMs: 400 },
    onWarning: () => undefined,
  });
  return createFlinksClient({
    endpoint: '/api/flinks',
    fetch: (request) => server.handler(request),
    scope: crypto.randomUUID(),
  });
}

// One sandbox for every story of a page: on a docs page many stories stand side by side, and the widget page in
// their frames finds its backend in one place.
const sandboxes = new Map<string, Sandbox>();

function sandboxOf(scenario: string): Sandbox {
  const sandbox = sandboxes.get(scenario) ?? createSandbox({ scenario, collectionMs: 1500 });
  sandboxes.set(scenario, sandbox);
  window.flinksSandboxHop = (request) => sandbox.fetch(request);
  return sandbox;
}

declare global {
  interface Window {
    /** The widget page's way to its backend, read by `widget/index.html` from its parent. */
    flinksSandboxHop: Hop;
  }
}
