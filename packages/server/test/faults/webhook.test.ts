import { createHmac } from 'node:crypto';
import { createSandbox, type ManualClock } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { createFlinksApi } from '../../src/flinks/createFlinksApi.ts';
import { Sealed } from '../../src/crypto/Sealed.ts';
import { defaultTiming } from '../../src/index.ts';
import { letPass } from '../letPass.ts';
import { startTestServer, testOrigin } from '../startTestServer.ts';
import { faults } from './faults.ts';

const secret = 'a-secret-of-the-test';

/** What Flinks posts when the accounts of a login are collected: asked of a sandbox without faults. */
async function detailOf(clock: ManualClock, username: string): Promise<string> {
  const faultless = createSandbox({ clock, pendingPolls: 0 });
  const flinks = createFlinksApi(
    { ...faultless.credentials, fetch: faultless.fetch },
    { clock, timing: defaultTiming },
  );
  const login = new Sealed(faultless.login({ username }).loginId);
  const { requestId } = await flinks.authorize({ login, live: false, language: 'en' });
  const { body } = await flinks.getDetail(requestId ?? new Sealed(''), null);
  return JSON.stringify({ ResponseType: 'GetAccountsDetail', ...body });
}

describe('a webhook during faults', () => {
  test.each(Object.entries(faults))(
    'a webhook completes a connection in spite of %s, for ever, at every call',
    async (_name, fault) => {
      const { sandbox, clock, flinks, clientOf } = startTestServer({
        server: { webhook: { secrets: [secret] } },
      });
      const client = clientOf('ann');
      const { sessionId } = await client.openSession({});
      const link = { sessionId, ...sandbox.login({ username: 'greatday_nomfa' }) };
      sandbox.faults.add(fault);
      const { id } = await letPass(clock, client.linkConnection(link));

      const body = await detailOf(clock, 'greatday_nomfa');
      const signature = createHmac('sha256', secret).update(body).digest('base64');
      const received = await flinks.handler(
        new Request(`${testOrigin}/api/flinks/webhook`, {
          method: 'POST',
          headers: { 'flinks-authenticity-key': signature },
          body,
        }),
      );
      expect(received.status).toBe(200);
      const { status, accounts } = await letPass(clock, client.getAccounts(id));
      expect([status, accounts.length]).toEqual(['ready', 9]);
    },
  );
});
