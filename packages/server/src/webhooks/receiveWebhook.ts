import { type FlinksDelivery, readDelivery } from '../flinks/readFlinksAnswer.ts';
import type { DeliveryRecord } from '../store/records.ts';
import { refusal } from '../common/refusals.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { applyDelivery } from './applyDelivery.ts';
import { type HeaderReader, readSignature, type SignatureCheck } from './createSignatureCheck.ts';

/**
 * Receives one webhook delivery: checks its signature, stores it, then applies it. It counts as received once it is
 * stored, so a crash after that loses nothing. A repeated delivery, and one for a login without a connection, are
 * received and change nothing.
 */
export async function receiveWebhook(
  context: ServerContext,
  isSigned: SignatureCheck,
  { header, readBody }: Delivery,
): Promise<void> {
  // Any sender may call this address: a body without a possible signature is not read.
  const signature = readSignature(header);
  if (signature === undefined) throw refusal('signature-invalid');
  const bytes = await readBody(webhookLimit);
  if (!(await isSigned(signature, bytes))) throw refusal('signature-invalid');

  const text = new TextDecoder().decode(bytes);
  const received = readSafely(text, context.clock.now());
  const login = received?.answer.login?.id;
  if (received === null || login === undefined || login === null) return;
  const { answer, responseType, tag } = received;
  const loginKeys = await context.vault.fingerprints(login.reveal().toLowerCase());
  const [owner] = await context.connections.listIds({ loginKeys, limit: 1 });
  // With `freshness: 'webhook'` a delivery verifies a login, and may arrive before its link.
  if (owner === undefined && context.freshness !== 'webhook') return;

  const what = [responseType, answer.requestId?.reveal() ?? text];
  const [id = '', ...otherIds] = await context.vault.fingerprints(`webhook ${JSON.stringify(what)}`);
  // A process that lists the keys in another order may have it already.
  for (const other of otherIds) if ((await context.inbox.peek(other)) !== null) return;
  const [loginKey = ''] = loginKeys;
  const { requestId } = answer;
  const delivery: DeliveryRecord = {
    id,
    loginKey,
    receivedAt: context.clock.now(),
    tag,
    requestId,
    lastRefreshAt: answer.login?.lastRefreshAt ?? null,
    body: text,
  };
  if (!(await context.inbox.insert(delivery))) return;
  await applyDelivery(context, delivery).catch((cause: unknown) => {
    context.warn('A webhook was stored and could not be applied; maintain() tries again.', cause);
  });
}

/** An HTTP delivery whose body was not read yet. */
export interface Delivery {
  readonly header: HeaderReader;
  /** Reads the body; refuses more than `limit` bytes. */
  readonly readBody: (limit: number) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
}

// A year of transactions of many accounts is a few megabytes.
const webhookLimit = 20 * 1024 * 1024;

/** A signed body without the documented shape is received and ignored. */
function readSafely(text: string, now: number): FlinksDelivery | null {
  try {
    return readDelivery(text, now);
  } catch {
    return null;
  }
}
