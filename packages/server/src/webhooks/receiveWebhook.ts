import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import { readFlinksAnswer } from '../flinks/readFlinksAnswer.ts';
import type { InboxRecord } from '../store/records.ts';
import { refusal } from '../common/refusals.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { applyWebhook } from './applyWebhook.ts';
import { readSignature, type SignatureCheck } from './createSignatureCheck.ts';

/**
 * Takes one delivery of Flinks: proves it, stores it, then applies it. It counts as received once it is stored, so a
 * crash after that loses nothing. A delivery that was here before, and one for a login that nobody has, are received
 * and change nothing.
 */
export async function receiveWebhook(
  context: ServerContext,
  isSigned: SignatureCheck,
  { headers, readBody }: Delivery,
): Promise<void> {
  // Anybody may call this address: what can't be Flinks' is not read.
  const signature = readSignature(headers);
  if (signature === undefined) throw refusal('signature-invalid');
  const bytes = await readBody(webhookLimit);
  if (!(await isSigned(signature, bytes))) throw refusal('signature-invalid');

  const text = new TextDecoder().decode(bytes);
  const answer = readDelivery(text);
  const login = answer?.login?.id;
  if (answer === null || login === undefined || login === null) return;
  const loginKeys = await context.vault.fingerprints(login.reveal().toLowerCase());
  const [owner] = await context.connections.list({ loginKeys, limit: 1 });
  // Where a delivery is the proof of a login, it may come before the login does.
  if (owner === undefined && context.freshness !== 'webhook') return;

  const what = [answer.body['ResponseType'], answer.requestId?.reveal() ?? text];
  const [id = ''] = await context.vault.fingerprints(`webhook ${JSON.stringify(what)}`);
  const [loginKey = ''] = loginKeys;
  const letter: InboxRecord = { id, loginKey, receivedAt: context.clock.now(), body: text };
  if (!(await context.inbox.insert(letter))) return;
  await applyWebhook(context, letter).catch((cause: unknown) => {
    context.warn('A webhook was stored and could not be applied; maintain() tries again.', cause);
  });
}

/** An HTTP delivery whose body was not read yet. */
export interface Delivery {
  readonly headers: Headers;
  /** Reads the body; refuses more than `limit` bytes. */
  readonly readBody: (limit: number) => Promise<Uint8Array<ArrayBuffer>>;
}

// A year of transactions of many accounts is a few megabytes.
const webhookLimit = 20 * 1024 * 1024;

/** A signed body that is not of the documented shape is received, and means nothing to us. */
function readDelivery(text: string): FlinksAnswer | null {
  try {
    return readFlinksAnswer({ status: 200, date: null, text });
  } catch {
    return null;
  }
}
