import type { Clock } from '@flinks-kit/core';
import type { WebhookOptions } from '../state/settings.ts';
import { signBody } from './signBody.ts';

/**
 * Delivers webhooks as Flinks does (docs/flinks/api.md 8): signed over the raw body, ten attempts half an hour apart on
 * the clock, and only a status of exactly 200 counts as received. What belongs to a deleted card is neither sent nor
 * tried again.
 */
export function createWebhooks(clock: Clock, options: WebhookOptions | null): Webhooks & WebhookSender {
  let deliveries: WebhookDelivery[] = [];
  let waiting = new Set<WaitingTask>();
  let lastSigned: Promise<unknown> = Promise.resolve();

  // One after another: what falls due first leaves first, though each signature is computed on a thread of its own.
  const sign = (body: string, secret: string): Promise<string> => {
    const signed = lastSigned.then(() => signBody(body, secret));
    lastSigned = signed.catch(() => undefined);
    return signed;
  };

  const attempt = async (webhook: Webhook, number: number): Promise<void> => {
    if (options === null) return;
    // In the list while it is on its way: `clear` and `cancel` take it out, and then nothing is recorded or tried again.
    const sending: WaitingTask = { loginId: webhook.loginId, cancel: () => undefined };
    waiting.add(sending);
    const status = await post(options, webhook.body, await sign(webhook.body, options.secret));
    if (!waiting.delete(sending)) return;
    const { responseType, body } = webhook;
    deliveries.push({ at: new Date(clock.now()).toISOString(), responseType, attempt: number, status, body });
    if (deliveries.length > keptAtMost) deliveries = deliveries.slice(-keptAtMost);
    if (status === 200 || number >= attemptsAtMost) return;
    later(retryEveryMs, webhook.loginId, () => void attempt(webhook, number + 1));
  };

  const later = (delay: number, loginId: string | null, task: () => void): void => {
    const entry: WaitingTask = {
      loginId,
      cancel: clock.after(delay, () => {
        waiting.delete(entry);
        task();
      }),
    };
    waiting.add(entry);
  };

  return {
    deliveries: () => [...deliveries],
    resend: ({ body, responseType }) => attempt({ loginId: null, responseType, body }, 1),
    send: (responseType, loginId, body) =>
      attempt({ loginId, responseType, body: JSON.stringify({ ResponseType: responseType, ...body }) }, 1),
    later,
    cancel(loginId) {
      for (const entry of waiting) {
        if (entry.loginId !== loginId) continue;
        entry.cancel();
        waiting.delete(entry);
      }
    },
    clear() {
      for (const { cancel } of waiting) cancel();
      waiting = new Set();
      deliveries = [];
    },
  };
}

/** The webhooks of a sandbox. */
export interface Webhooks {
  /** Every attempt, oldest first. */
  readonly deliveries: () => readonly WebhookDelivery[];
  /** Sends the very same body again: a duplicate, or an old one that comes late. */
  readonly resend: (delivery: Pick<WebhookDelivery, 'body' | 'responseType'>) => Promise<void>;
}

/** One attempt to deliver. */
export interface WebhookDelivery {
  /** ISO 8601 in UTC, on the sandbox's clock. */
  readonly at: string;
  readonly responseType: string;
  /** 1 to 10. */
  readonly attempt: number;
  /** The receiver's status; `null`: no answer. */
  readonly status: number | null;
  /** The raw body, byte for byte. */
  readonly body: string;
}

/** The side of the webhooks that the sandbox works with. `loginId` is the card that something belongs to. */
export interface WebhookSender {
  readonly send: (
    responseType: string,
    loginId: string | null,
    body: Readonly<Record<string, unknown>>,
  ) => Promise<void>;
  readonly later: (delay: number, loginId: string | null, task: () => void) => void;
  /** Drops everything that waits or is on its way for a card. */
  readonly cancel: (loginId: string) => void;
  readonly clear: () => void;
}

interface Webhook {
  readonly loginId: string | null;
  readonly responseType: string;
  readonly body: string;
}

interface WaitingTask {
  readonly loginId: string | null;
  readonly cancel: () => void;
}

async function post(
  { url, header, fetch: send = fetch }: WebhookOptions,
  body: string,
  signature: string,
): Promise<number | null> {
  const request = new Request(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [header ?? 'flinks-authenticity-key']: signature,
    },
    body,
  });
  try {
    return (await send(request)).status;
  } catch {
    return null;
  }
}

const attemptsAtMost = 10;
const retryEveryMs = 30 * 60_000;
const keptAtMost = 1000;
