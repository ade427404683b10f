import { createHmac, randomUUID } from 'node:crypto';
import { type App, callApp, isLoopback } from './callApp.ts';
import { type Finding, fine, unknown, wrong } from './Finding.ts';

/**
 * Sends signed webhooks about a login that does not exist, its id made up each time, so nothing is applied. First
 * to the handler in this process: are the options right? Then to the running app: do the bytes arrive as they were
 * sent? The second is done on this machine only, unless `mayProbeAnywhere`.
 */
export async function checkWebhook({
  secret,
  mayProbeAnywhere,
  ...app
}: WebhookSubject): Promise<readonly Finding[]> {
  const name = 'webhook';
  const here = await probe({ ...app, page: null }, secret ?? 'no secret', JSON.stringify(body()));
  if (here === 'off') return [fine(name, 'No webhooks are taken.')];
  if (secret === null) {
    return [
      unknown(
        name,
        'Not tried. Set FLINKS_WEBHOOK_SECRET to the secret that Flinks gave you, or name its variable by --webhook-secret-env.',
      ),
    ];
  }
  if (here === 'refused') {
    return [
      wrong(
        name,
        'A delivery signed with Flinks’ secret is refused: webhook.secrets does not hold that secret. Put it there as Flinks gave it, without a line break.',
      ),
    ];
  }
  if (here === 'failed')
    return [wrong(name, 'A signed delivery fails in the handler. The server’s log names the cause.')];
  if (app.page === null)
    return [fine(name, 'Signed deliveries are accepted. Give --url to try the way through the running app.')];
  if (!isLoopback(app.page) && !mayProbeAnywhere) {
    return [
      unknown(
        name,
        'The options are right. The running app was not tried, since it is on another machine: allow it by --probe-webhook.',
      ),
    ];
  }
  // What a parser makes of the first and writes out again are the same bytes; of the second they are not.
  const compact = await probe(app, secret, JSON.stringify(body()));
  const spaced = await probe(app, secret, `${JSON.stringify(body(), null, 2)}\n`);
  if (compact === 'accepted' && spaced === 'accepted')
    return [fine(name, 'Signed deliveries arrive as they were sent.')];
  if (compact === 'accepted' && spaced === 'refused') {
    return [
      wrong(
        name,
        'A body parser in front of the handler re-writes webhooks, so their signatures do not match. Mount the handler before it, or keep the bytes (in Express: express.json({ verify: (request, _response, bytes) => { request.rawBody = bytes; } })).',
      ),
    ];
  }
  if (compact === 'refused') {
    return [
      wrong(
        name,
        'The running app refuses a signed delivery that its options accept here: it runs with other webhook.secrets. Restart it with the same variables.',
      ),
    ];
  }
  if (compact === 'off')
    return [
      wrong(
        name,
        'The running app takes no webhooks, and its options here do. Restart it with the same variables.',
      ),
    ];
  return [
    wrong(
      name,
      'The running app does not answer a signed delivery with 200, so Flinks would send it again and again. Let no sign-in, CSRF check or redirect stand before this path.',
    ),
  ];
}

/** What `checkWebhook` needs. */
export interface WebhookSubject extends App {
  readonly secret: string | null;
  readonly mayProbeAnywhere: boolean;
}

type ProbeResult = 'accepted' | 'refused' | 'off' | 'failed';

async function probe(app: App, secret: string, text: string): Promise<ProbeResult> {
  const signature = createHmac('sha256', secret).update(text).digest('base64');
  try {
    const { status, code } = await callApp(app, '/webhook', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'flinks-authenticity-key': signature },
      body: text,
    });
    if (status === 200) return 'accepted';
    if (code === 'signature-invalid') return 'refused';
    return code === 'not-found' || code === 'feature-off' ? 'off' : 'failed';
  } catch {
    return 'failed';
  }
}

// The form of a delivery (docs/flinks/api.md 8). Numbers as Flinks writes them would change in a parser, too.
const body = () => ({
  ResponseType: 'KYC',
  HttpStatusCode: 200,
  Holders: [],
  Login: { Id: randomUUID() },
  RequestId: randomUUID(),
});
