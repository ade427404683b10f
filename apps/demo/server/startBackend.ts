import { randomBytes } from 'node:crypto';
import { startSandbox } from '@flinks-kit/sandbox/node';
import { createShiftableClock } from '@flinks-kit/sandbox';
import { createFlinksServer, type FlinksServer } from '@flinks-kit/server';
import { createPostgresStore } from '@flinks-kit/server/postgres';
import { scheduleMaintenance } from './scheduleMaintenance.ts';
import { openData } from './openData.ts';
import { openSandboxState } from './openSandboxState.ts';
import { testUsers } from './testUsers.ts';
import { identify } from './identify.ts';
import { createRent, type Rent } from './rent.ts';
import { openRentPlans } from './rentPlans.ts';
import { seed, seedAgeMs } from './seed.ts';
import type { Settings } from './settings.ts';

/**
 * Starts the sandbox in place of Flinks, the kit's server and Fernhill's rent payments, on one data folder. Seeds a
 * new folder.
 */
export async function startBackend({ port, dataDir, pollMs, collectionMs }: Settings): Promise<Backend> {
  const data = await openData(dataDir);
  const closing = [data.close];
  const close = async (): Promise<void> => {
    for (const end of closing) await end();
  };
  try {
    const state = openSandboxState(`${dataDir}/sandbox.json`);
    const clock = createShiftableClock();
    clock.moveTo(data.isNew ? Date.now() - seedAgeMs : Math.max(Date.now(), state.now));
    // A delivery that carries the session's tag shows whose sign-in it was, so that two users can share a bank login.
    const webhookSecret = randomBytes(32).toString('base64');
    const started = await startSandbox({
      port: port + 1,
      // For the developer panel, which moves the clock of the sandbox and of our server.
      control: true,
      collectionMs,
      clock,
      people: testUsers,
      logins: state.logins,
      webhook: {
        url: `http://localhost:${port}/api/flinks/webhook`,
        secret: webhookSecret,
        fetch: (request) => flinks.handler(request),
      },
      onCall: () => state.keep(clock.now(), started.sandbox.logins()),
    }).catch(explainPorts(port));
    closing.unshift(started.close);
    const { sandbox, apiUrl, connectUrl } = started;
    const flinks: FlinksServer = createFlinksServer({
      endpoint: '/api/flinks',
      identify,
      flinks: { ...sandbox.credentials, fetch: sandbox.fetch },
      encryption: { keys: [data.encryptionKey] },
      webhook: { secrets: [webhookSecret] },
      nightlyRefresh: true,
      institutions: true,
      store: await createPostgresStore({ pglite: data.pglite }),
      connect: {
        url: connectUrl,
        parameters: {
          demo: true,
          customerName: 'Fernhill',
          // The dialog around the widget has the one exit.
          closeEnable: false,
          accountSelectorMultiple: true,
          showAllAccounts: true,
        },
      },
      clock,
      timing: { asyncPollMs: pollMs, refreshCooldownMs: 15_000 },
    });
    const rent = createRent({ flinks, plans: await openRentPlans(data.pglite), now: () => clock.now() });
    if (data.isNew) await seed({ flinks, sandbox, rent, clock });
    data.markSeeded();
    closing.unshift(scheduleMaintenance(flinks, clock));
    return { flinks, apiUrl, connectUrl, rent, close };
  } catch (problem) {
    await close();
    throw problem;
  }
}

/** The services that the API routes call. */
export interface Backend {
  readonly flinks: FlinksServer;
  /** The URL of the sandbox's API, with its control API under `/sandbox/`. */
  readonly apiUrl: string;
  /** The URL of the Flinks Connect widget. */
  readonly connectUrl: string;
  readonly rent: Rent;
  readonly close: () => Promise<void>;
}

function explainPorts(port: number): (cause: unknown) => never {
  return (cause) => {
    throw new Error(
      `The demo takes the ports ${port}, ${port + 1} and ${port + 2}, and one of the last two is taken, so it did not start: stop what uses it, or choose others by PORT=${port + 10}.`,
      { cause },
    );
  };
}
