import type { Clock } from '@flinks-kit/core';
import { signBody } from './signBody.ts';

/**
 * Delivers webhooks as Flinks does (docs/flinks/api.md 8): signed over the raw body, ten tries half an hour apart on
 * the clock, and only a status of exactly 200 counts as received.
 */
export function createWebhooks(clock: Clock, options: WebhookOptions | null): Webhooks & WebhookSender {
  let deliveries: WebhookDelivery[] = [];
  let cancels = new Set<() => void>();

  const attempt = async (body: string, responseType: string, number: number): Promise<void> => {
    if (options === null) return;
    const waiting = cancels;
    const status = await post(options, body);
    // Cleared while it was on its way: nobody wants to know any more, and nobody tries again.
    if (waiting !== cancels) return;
    deliveries.push({ at: new Date(clock.now()).toISOString(), responseType, attempt: number, status, body });
    if (deliveries.length > keptAtMost) deliveries = deliveries.slice(-keptAtMost);
    if (status === 200 || number >= attemptsAtMost) return;
    later(retryEveryMs, () => void attempt(body, responseType, number + 1));
  };

  const later = (delay: number, task: () => void): void => {
    const cancel = clock.after(delay, () => {
      cancels.delete(cancel);
      task();
    });
    cancels.add(cancel);
  };

  return {
    deliveries: () => [...deliveries],
    resend: ({ body, responseType }) => attempt(body, responseType, 1),
    send: (responseType, body) =>
      attempt(JSON.stringify({ ResponseType: responseType, ...body }), responseType, 1),
    later,
    clear() {
      for (const cancel of cancels) cancel();
      cancels = new Set();
      deliveries = [];
    },
  };
}

/** Where webhooks go. Nothing is sent without these. */
export interface WebhookOptions {
  readonly url: string;
  /** The HMAC secret that the receiver knows too. */
  readonly secret: string;
  /** The signature's header: two pages of Flinks name two (docs/flinks/api.md 8). */
  readonly header?: 'flinks-authenticity-key' | 'X-Flinks-Signature' | undefined;
  /** The way there; the network by default. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Milliseconds on the clock between a login and its GetAccountsDetail; `KYC` goes out at once. */
  readonly detailAfterMs?: number | undefined;
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
  /** What the receiver answered; `null` when nobody did. */
  readonly status: number | null;
  /** The raw body, byte for byte. */
  readonly body: string;
}

/** The side of the webhooks that the sandbox works with. */
export interface WebhookSender {
  readonly send: (responseType: string, body: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly later: (delay: number, task: () => void) => void;
  readonly clear: () => void;
}

async function post(
  { url, secret, header, fetch: hop }: WebhookOptions,
  body: string,
): Promise<number | null> {
  const request = new Request(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [header ?? 'flinks-authenticity-key']: await signBody(body, secret),
    },
    body,
  });
  try {
    return (await (hop ?? fetch)(request)).status;
  } catch {
    return null;
  }
}

const attemptsAtMost = 10;
const retryEveryMs = 30 * 60_000;
const keptAtMost = 1000;
