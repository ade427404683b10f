import { FlinksKitError } from '@flinks-kit/core';
import { Sealed } from '../crypto/Sealed.ts';
import type { FlinksServerOptions } from '../context/FlinksServerOptions.ts';
import type { ServerContext } from '../context/ServerContext.ts';

/**
 * Tries what the options promise, and says what does not work. It changes nothing: one authorize token is minted and
 * thrown away, and one question is asked about a RequestId that nobody has.
 */
export async function checkSetup(context: ServerContext, options: FlinksServerOptions): Promise<SetupReport> {
  const checks = [
    checkInstance(options),
    ...(await checkFlinks(context)),
    await checkEncryption(context),
    checkStore(options),
    checkRedirect(options),
  ];
  const text = checks.map(({ name, status, sentence }) => `${marks[status]} ${name}: ${sentence}`).join('\n');
  return { ok: checks.every(({ status }) => status !== 'wrong'), checks, text };
}

/** What works and what does not. */
export interface SetupReport {
  /** Whether nothing is wrong. */
  readonly ok: boolean;
  readonly checks: readonly SetupCheck[];
  /** The same, a line each, for a terminal. Holds no secret. */
  readonly text: string;
}

/** One thing that was tried. */
export interface SetupCheck {
  readonly name: 'instance' | 'secret key' | 'api key' | 'clock' | 'encryption' | 'store' | 'redirect';
  readonly status: 'fine' | 'wrong' | 'unknown';
  readonly sentence: string;
}

const marks = { fine: 'ok     ', wrong: 'WRONG  ', unknown: 'unknown' } as const;

function checkInstance({ flinks }: FlinksServerOptions): SetupCheck {
  const name = 'instance';
  if (!/^[a-z0-9-]+$/i.test(flinks.instance)) {
    return {
      name,
      status: 'wrong',
      sentence: `"${flinks.instance}" is not the first part of a host name. Give what stands before "-api.private.fin.ag".`,
    };
  }
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(flinks.customerId)) {
    return { name, status: 'wrong', sentence: 'The customer id is not a GUID. Copy it whole from Flinks.' };
  }
  return { name, status: 'fine', sentence: `${flinks.instance}, with a customer id of the right form.` };
}

async function checkFlinks(context: ServerContext): Promise<readonly SetupCheck[]> {
  try {
    await context.flinks.mintToken();
  } catch (error) {
    const sentence = error instanceof FlinksKitError ? error.message : 'Flinks could not be asked.';
    return [
      { name: 'secret key', status: 'wrong', sentence },
      { name: 'api key', status: 'unknown', sentence: 'Not tried, since the secret key did not work.' },
    ];
  }
  const secret: SetupCheck = {
    name: 'secret key',
    status: 'fine',
    sentence: 'Flinks gave an authorize token.',
  };
  const answer = await context.flinks.getSummary(new Sealed(nobodysRequest)).catch(() => null);
  // A good key is told that there is no such session; a bad one that it may not ask (docs/flinks/api.md 1.4, 3.2).
  const known = answer?.flinksCode === 'SESSION_NONEXISTENT' || answer?.flinksCode === 'SESSION_EXPIRED';
  const api: SetupCheck = known
    ? { name: 'api key', status: 'fine', sentence: 'Flinks answers data calls.' }
    : {
        name: 'api key',
        status: answer === null ? 'unknown' : 'wrong',
        sentence: `Flinks answered a data call with ${answer?.flinksCode ?? 'nothing readable'}. Check the API key, and which header your instance wants (flinks.headers).`,
      };
  return [secret, api, checkClock(context, answer?.sentAt ?? null)];
}

const nobodysRequest = '00000000-0000-4000-8000-000000000000';

function checkClock({ clock, timing }: ServerContext, sentAt: number | null): SetupCheck {
  const name = 'clock';
  if (sentAt === null) return { name, status: 'unknown', sentence: 'Flinks’ answer carried no date.' };
  const seconds = Math.round(Math.abs(clock.now() - sentAt) / 1000);
  if (seconds * 1000 < timing.skewMs) {
    return { name, status: 'fine', sentence: `${seconds} s from Flinks’.` };
  }
  return {
    name,
    status: 'wrong',
    sentence: `${seconds} s from Flinks’, so fresh logins would look old. Set this machine’s time by NTP.`,
  };
}

async function checkEncryption({ vault }: ServerContext): Promise<SetupCheck> {
  const name = 'encryption';
  try {
    await vault.open(await vault.seal('probe', 'setup'), 'setup');
    const rotating = vault.isRotating
      ? ' Older keys are still listed: maintain() seals their rows anew.'
      : '';
    return { name, status: 'fine', sentence: `What is sealed opens again.${rotating}` };
  } catch {
    return {
      name,
      status: 'wrong',
      sentence: 'Nothing can be sealed here. WebCrypto needs Node 20 or newer, or a secure context.',
    };
  }
}

function checkStore({ store }: FlinksServerOptions): SetupCheck {
  if (store !== undefined) return { name: 'store', status: 'fine', sentence: 'A store was given.' };
  return {
    name: 'store',
    status: 'wrong',
    sentence: 'Connections live in memory and are lost with the process. Give createFlinksServer a store.',
  };
}

function checkRedirect({ connect, endpoint }: FlinksServerOptions): SetupCheck {
  const name = 'redirect';
  const redirect = connect?.redirect;
  if (redirect === undefined) {
    return connect?.parameters?.oauthWindowRedirect === true
      ? {
          name,
          status: 'wrong',
          sentence:
            'oauthWindowRedirect leaves the page, and connect.redirect does not say where to come back.',
        }
      : { name, status: 'fine', sentence: 'No full-page redirects.' };
  }
  const url = URL.canParse(redirect.publicUrl) ? new URL(redirect.publicUrl) : null;
  const local = url !== null && /^(localhost|127\.0\.0\.1|.*\.localhost)$/.test(url.hostname);
  if (url === null || (url.protocol !== 'https:' && !local)) {
    return {
      name,
      status: 'wrong',
      sentence: 'publicUrl is not an https address. Flinks and the browser both need one.',
    };
  }
  const path = URL.canParse(endpoint) ? new URL(endpoint).pathname : endpoint;
  if (!url.pathname.replace(/\/+$/, '').endsWith(path.replace(/\/+$/, ''))) {
    return {
      name,
      status: 'wrong',
      sentence: `publicUrl does not end in the endpoint "${path}", so a return would land elsewhere.`,
    };
  }
  return { name, status: 'fine', sentence: `Flinks lands below ${url.href}.` };
}
