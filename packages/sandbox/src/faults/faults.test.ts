import { createManualClock, createSandbox, type Fault } from '@flinks-kit/sandbox';
import { describe, expect, test, vi } from 'vitest';
import { createFlinksClient, login } from '../../test/flinksClient.ts';
import { ticks } from '../../test/ticks.ts';

async function start() {
  const clock = createManualClock();
  const sandbox = createSandbox({ clock, pendingPolls: 0 });
  const { body } = await createFlinksClient(sandbox).authorize(login('greatday_nomfa'));
  const { customerId, apiKey } = sandbox.credentials;
  const detail = (signal?: AbortSignal) =>
    sandbox.fetch(
      new Request(`https://api.example/v3/${customerId}/BankingServices/GetAccountsDetail`, {
        method: 'POST',
        headers: { 'x-api-key': apiKey },
        body: JSON.stringify({ RequestId: body['RequestId'] }),
        ...(signal !== undefined && { signal }),
      }),
    );
  return { clock, sandbox, detail, requestId: String(body['RequestId']) };
}

describe('a fault', () => {
  describe('what arrives in place of an answer', () => {
    test.each<[Fault, number, RegExp]>([
      [{ kind: 'status', status: 503 }, 503, /proxy failed/],
      [{ kind: 'html' }, 200, /^<!doctype html>/],
      [{ kind: 'empty' }, 200, /^$/],
      [{ kind: 'pending' }, 202, /OPERATION_PENDING/],
      [{ kind: 'throttle' }, 401, /TOO_MANY_REQUESTS/],
      [{ kind: 'code', flinksCode: 'AGGREGATION_ERROR' }, 500, /AGGREGATION_ERROR/],
    ])('%j', async (fault, status, text) => {
      const { sandbox, detail } = await start();
      sandbox.faults.add(fault);
      const response = await detail();
      expect(response.status).toBe(status);
      expect(await response.text()).toMatch(text);
    });

    test('half of the JSON', async () => {
      const { sandbox, detail } = await start();
      sandbox.faults.add({ kind: 'malformed' });
      await expect((await detail()).json()).rejects.toThrow(SyntaxError);
    });

    test('nothing: the connection breaks as a network does', async () => {
      const { sandbox, detail } = await start();
      sandbox.faults.add({ kind: 'cut' });
      await expect(detail()).rejects.toThrow(TypeError);
    });
  });

  test('202 lasts, for GetAccountsDetail and its async endpoint alike, until the fault is removed', async () => {
    const { sandbox, detail, requestId } = await start();
    const flinks = createFlinksClient(sandbox);
    const takeAway = sandbox.faults.add({ kind: 'pending' });
    for (let poll = 0; poll < 20; poll += 1) {
      expect((await detail()).status).toBe(202);
      const async = await flinks.get(`/GetAccountsDetailAsync/${requestId}`);
      expect(async.body).toMatchObject({ HttpStatusCode: 202, RequestId: requestId });
    }
    takeAway();
    expect((await detail()).status).toBe(200);
  });

  describe('time', () => {
    test('an answer comes late, on the clock', async () => {
      const { clock, sandbox, detail } = await start();
      sandbox.faults.add({ kind: 'latency', ms: 5000 });
      const answered = vi.fn<(response: Response) => void>();
      const asked = detail().then(answered);
      await ticks();
      clock.advance(4999);
      await ticks();
      expect(answered).not.toHaveBeenCalled();
      clock.advance(1);
      await asked;
      expect(answered).toHaveBeenCalledWith(expect.objectContaining({ status: 200 }));
    });

    test('a caller who gives up is let go', async () => {
      const { sandbox, detail } = await start();
      sandbox.faults.add({ kind: 'latency', ms: 5000 });
      const leaving = new AbortController();
      const asked = detail(leaving.signal);
      await ticks();
      leaving.abort();
      await expect(asked).rejects.toThrow('aborted');
    });

    test('a body comes in pieces', async () => {
      const { clock, sandbox, detail } = await start();
      sandbox.faults.add({ kind: 'slow-body', ms: 100 });
      const response = await detail();
      const whole = vi.fn<(text: string) => void>();
      const read = response.text().then(whole);
      await ticks();
      clock.advance(100);
      await ticks();
      expect(whole).not.toHaveBeenCalled();
      for (let piece = 0; piece < 12; piece += 1) {
        clock.advance(100);
        await ticks();
      }
      await read;
      expect(JSON.parse(whole.mock.lastCall?.[0] ?? '')).toMatchObject({ HttpStatusCode: 200 });
    });
  });

  test('a fault hits its endpoint, so many times, and can be taken away', async () => {
    const { sandbox, detail } = await start();
    sandbox.faults.add({ kind: 'status', status: 502, endpoint: 'GetAccountsDetail', times: 2 });
    const takeAway = sandbox.faults.add({ kind: 'status', status: 500, endpoint: 'Authorize' });
    const flinks = createFlinksClient(sandbox);
    expect([(await detail()).status, (await detail()).status, (await detail()).status]).toEqual([
      502, 502, 200,
    ]);
    takeAway();
    expect((await flinks.authorize(login('greatday_nomfa'))).status).toBe(200);
  });
});
