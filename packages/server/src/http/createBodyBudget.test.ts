import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { startTestServer, type TestServer, testKey, testOrigin } from '../../test/startTestServer.ts';
import { createVault } from '../crypto/createVault.ts';
import { createMemoryStore } from '../index.ts';

const mebibyte = 1024 * 1024;
const webhook = { secrets: ['secret'] };
const sign = (body: string) => createHmac('sha256', 'secret').update(body).digest('base64');

const sendReport = (server: TestServer, sessionId: string | undefined, body: object) =>
  server.flinks.handler(
    new Request(`${testOrigin}/api/flinks/sessions/${sessionId}/report`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        'x-test-user': 'ann',
      },
    }),
  );

describe('bytes that a process holds', () => {
  test('40 senders of webhooks that never end hold 40 MiB together, and keep no honest delivery out', async () => {
    const server = startTestServer({ server: { webhook } });
    let heldBytes = 0;
    const refused: number[] = [];
    const senders = Array.from({ length: 40 }, () => {
      let sent = 0;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          // 19 MiB, and then nothing more.
          if (sent >= 19 * mebibyte) return new Promise<void>(() => undefined);
          sent += mebibyte;
          heldBytes += mebibyte;
          controller.enqueue(new Uint8Array(mebibyte));
          return undefined;
        },
        cancel: () => void (heldBytes -= sent),
      });
      const init = {
        method: 'POST',
        body,
        duplex: 'half' as const,
        headers: { 'flinks-authenticity-key': btoa('x'.repeat(32)) },
      };
      const answer = server.flinks.handler(new Request(`${testOrigin}/api/flinks/webhook`, init));
      void answer.then(({ status }) => refused.push(status));
      return answer;
    });
    await expect.poll(() => refused.length).toBeGreaterThanOrEqual(37);
    expect(senders).toHaveLength(40);
    console.log(`40 endless webhooks hold ${heldBytes / mebibyte} MiB (760 MiB before)`);
    // Each stream has one chunk more in its own queue.
    expect(heldBytes).toBeLessThanOrEqual(44 * mebibyte);
    expect(new Set(refused)).toEqual(new Set([429]));

    const body = JSON.stringify({ ResponseType: 'GetAccountsDetail', Login: {}, RequestId: 'x' });
    const honest = new Request(`${testOrigin}/api/flinks/webhook`, {
      method: 'POST',
      body,
      headers: { 'flinks-authenticity-key': sign(body) },
    });
    expect((await server.flinks.handler(honest)).status).toBe(200);
  });

  test('a report of 20,000 wrong steps is refused with ten names', async () => {
    const server = startTestServer();
    const { sessionId } = await server.clientOf('ann').openSession({});
    const steps = Array.from({ length: 20_000 }, () => ({}));
    const answer = await sendReport(server, sessionId, { steps });
    const text = await answer.text();
    console.log(`the answer to 20,000 wrong steps has ${text.length} bytes (709,000 before)`);
    expect(answer.status).toBe(400);
    expect(text.length).toBeLessThan(1_000);
    // Too many: none of them was looked at.
    expect(text).not.toMatch(/steps\.\d/);
    const few = await (await sendReport(server, sessionId, { steps: steps.slice(0, 200) })).text();
    expect(few).toContain('more');
    expect(few.length).toBeLessThan(1_000);
  });

  test('a user’s reports are limited as openings are', async () => {
    const server = startTestServer();
    const { sessionId } = await server.clientOf('ann').openSession({});
    const answers = await Promise.all(Array.from({ length: 60 }, () => sendReport(server, sessionId, {})));
    // The opening took one of 30; a report of nothing is refused only after it was counted.
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(29);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(31);
  });

  test('one user keeps about a thousand sessions at most', async () => {
    const store = createMemoryStore();
    const server = startTestServer({ server: { store, rateLimit: () => true } });
    const user = server.flinks.forUser('ann');
    await user.openSession({});
    const [row] = await store.list({ kind: 'session', limit: 1 });
    const vault = createVault([testKey]);
    const record: { id: string } = JSON.parse(await vault.open(row?.sealed ?? '', `session:${row?.id}`));
    for (let number = 0; number < 1_500; number++) {
      const id = `session-${number}`;
      const sealed = await vault.seal(JSON.stringify({ ...record, id, createdAt: 0 }), `session:${id}`);
      await store.insert({
        kind: 'session',
        id,
        version: 1,
        userId: 'ann',
        loginKey: null,
        dueAt: null,
        sealed,
      });
    }
    const count = async () => (await store.list({ kind: 'session', limit: 9_999 })).length;
    // One opening of 256 removes the oldest, by its random id.
    for (let opened = 0; opened < 4_000 && (await count()) > 1_200; opened++) await user.openSession({});
    await expect.poll(count).toBeLessThanOrEqual(1_200);
  });
});
