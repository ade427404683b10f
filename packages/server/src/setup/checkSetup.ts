import { FlinksKitError } from '@flinks-kit/core';
import { endpointPath } from '../common/endpointPath.ts';
import { Sealed } from '../crypto/Sealed.ts';
import { readIneligibleCards } from '../flinks/readIneligibleCards.ts';
import type { FlinksServerOptions } from '../context/FlinksServerOptions.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { hasSameKeys, readRuns } from '../maintenance/maintenanceRuns.ts';
import { isMemoryStore } from '../store/createMemoryStore.ts';
import type { MaintenanceRun } from '../store/records.ts';
import { fixedTiming } from '../common/timing.ts';

/**
 * Tries what the options promise, and reports what does not work. It changes nothing: one authorize token is minted and
 * thrown away, one question is asked about a RequestId that does not exist, and one for the nightly refresh's status where
 * there is a bearer. Its sentences hold no value of an option.
 */
export async function checkSetup(
  context: ServerContext,
  options: FlinksServerOptions<never>,
): Promise<SetupReport> {
  const checks = [
    checkInstance(options),
    ...(await checkFlinks(context, options)),
    await checkEncryption(context),
    checkStore(context, options),
    await checkMaintenance(context, options),
    checkRedirect(options),
  ];
  const text = checks.map(({ name, status, sentence }) => `${marks[status]} ${name}: ${sentence}`).join('\n');
  const ok = checks.every(({ status }) => status !== 'wrong');
  return {
    ok,
    checks,
    text,
    endpoint: endpointPath(options.endpoint),
    widgetOrigin: new URL(context.connectUrl).origin,
    isStoreShared: options.store !== undefined && !isMemoryStore(options.store),
  };
}

/** What works and what does not. */
export interface SetupReport {
  /** Whether nothing is wrong. */
  readonly ok: boolean;
  readonly checks: readonly SetupCheck[];
  /** The same, a line each, for a terminal. Holds no secret. */
  readonly text: string;
  /** The path under which the routes answer. */
  readonly endpoint: string;
  /** The origin of the widget's frame, which the page's `frame-src` must allow. */
  readonly widgetOrigin: string;
  /** Whether other processes see the store: false for one in memory, of which a check knows this process alone. */
  readonly isStoreShared: boolean;
}

/** One thing that was tried. */
export interface SetupCheck {
  readonly name:
    | 'instance'
    | 'secret key'
    | 'api key'
    | 'bearer'
    | 'clock'
    | 'encryption'
    | 'store'
    | 'maintain'
    | 'redirect';
  readonly status: 'fine' | 'wrong' | 'unknown';
  readonly sentence: string;
}

const marks = { fine: 'ok     ', wrong: 'WRONG  ', unknown: 'unknown' } as const;

function checkInstance({ flinks }: FlinksServerOptions<never>): SetupCheck {
  const name = 'instance';
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(flinks.customerId)) {
    return { name, status: 'wrong', sentence: 'The customer id is not a GUID. Copy it whole from Flinks.' };
  }
  return { name, status: 'fine', sentence: 'The instance and the customer id are of the right form.' };
}

async function checkFlinks(
  context: ServerContext,
  options: FlinksServerOptions<never>,
): Promise<readonly SetupCheck[]> {
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
  // For a good key Flinks answers that there is no such session; for a bad one, that it may not ask (docs/flinks/api.md 1.4, 3.2).
  const known = answer?.flinksCode === 'SESSION_NONEXISTENT' || answer?.flinksCode === 'SESSION_EXPIRED';
  const api: SetupCheck = known
    ? { name: 'api key', status: 'fine', sentence: 'Flinks answers data calls.' }
    : {
        name: 'api key',
        status: answer === null ? 'unknown' : 'wrong',
        sentence: `Flinks answered a data call with ${answer?.flinksCode ?? 'nothing readable'}. Check the API key, and which header your instance wants (flinks.headers).`,
      };
  return [secret, api, ...(await checkBearer(context, options)), checkClock(context, answer?.date ?? '')];
}

/** A bearer serves GetNightlyRefreshStatus alone, so it is tried only where one was given (docs/flinks/api.md 2.10). */
async function checkBearer(
  { flinks: api }: ServerContext,
  { flinks }: FlinksServerOptions<never>,
): Promise<readonly SetupCheck[]> {
  const name = 'bearer';
  if (flinks.bearer === undefined) return [];
  const body = await api.getNightlyRefreshStatus().catch(() => null);
  if (readIneligibleCards(body) !== null) {
    return [{ name, status: 'fine', sentence: 'Flinks answers GetNightlyRefreshStatus.' }];
  }
  const sentence =
    'Flinks did not answer GetNightlyRefreshStatus with a list. Check flinks.bearer, or ask Flinks whether that endpoint is enabled.';
  return [{ name, status: 'wrong', sentence }];
}

const nobodysRequest = '00000000-0000-4000-8000-000000000000';

function checkClock({ clock, timing }: ServerContext, date: string): SetupCheck {
  const name = 'clock';
  const sentAt = Date.parse(date);
  if (Number.isNaN(sentAt)) return { name, status: 'unknown', sentence: 'Flinks’ answer carried no date.' };
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
      ? ' Older keys are still listed: maintain() seals their rows again.'
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

function checkStore(context: ServerContext, { store }: FlinksServerOptions<never>): SetupCheck {
  if (store !== undefined) return { name: 'store', status: 'fine', sentence: 'A store was given.' };
  if (isSandbox(context)) {
    const sentence =
      'Connections live in memory, which is enough on the sandbox. Give createFlinksServer a store before real users connect.';
    return { name: 'store', status: 'fine', sentence };
  }
  return {
    name: 'store',
    status: 'wrong',
    sentence: 'Connections live in memory and are lost with the process. Give createFlinksServer a store.',
  };
}

// A widget that only this machine reaches is a sandbox's.
const isSandbox = ({ connectUrl }: ServerContext): boolean => isLocal(new URL(connectUrl));

const isLocal = ({ hostname }: URL): boolean => /^(localhost|127\.0\.0\.1|.*\.localhost)$/.test(hostname);

/** Whether `maintain()` is called, and by processes that agree about the order of the keys. */
async function checkMaintenance(
  context: ServerContext,
  { store }: FlinksServerOptions<never>,
): Promise<SetupCheck> {
  const name = 'maintain';
  if (store === undefined) {
    const sentence = 'Not known, since a store in memory is seen by its own process only.';
    return { name, status: 'unknown', sentence };
  }
  try {
    return judgeRuns(await readRuns(context), context.clock.now(), await context.vault.keyIds());
  } catch {
    const sentence =
      'maintain() was run last by a process whose encryption.keys are others than here. Give every process the same keys in the same order.';
    return { name: 'encryption', status: 'wrong', sentence };
  }
}

function judgeRuns(runs: readonly MaintenanceRun[], now: number, keyIds: readonly string[]): SetupCheck {
  const [newest] = runs;
  const recent = runs.filter(({ at }) => now - at < fixedTiming.recentRunMs);
  if (recent.some((run) => !hasSameKeys(run.keyIds, keyIds))) {
    const sentence =
      'Another process lists encryption.keys in another order, so each re-seals the rows of the other. Give every process the same keys in the same order, the newest first.';
    return { name: 'encryption', status: 'wrong', sentence };
  }
  if (newest === undefined) {
    const sentence =
      'maintain() has never run on this store, so nothing that was interrupted is finished and nothing is forgotten. Call it from a timer, every few minutes.';
    return { name: 'maintain', status: 'wrong', sentence };
  }
  if (recent.length === 0) {
    const hours = Math.floor((now - newest.at) / 3_600_000);
    return {
      name: 'maintain',
      status: 'wrong',
      sentence: `maintain() ran ${hours} h ago. Call it from a timer, every few minutes.`,
    };
  }
  const minutes = Math.round((now - newest.at) / 60_000);
  return { name: 'maintain', status: 'fine', sentence: `It ran ${minutes} min ago.` };
}

function checkRedirect({ connect, endpoint }: FlinksServerOptions<never>): SetupCheck {
  const name = 'redirect';
  const redirect = connect?.redirect;
  if (redirect === undefined) return { name, status: 'fine', sentence: 'No full-page redirects.' };
  const url = URL.canParse(redirect.publicUrl) ? new URL(redirect.publicUrl) : null;
  if (url === null || (url.protocol !== 'https:' && !isLocal(url))) {
    return {
      name,
      status: 'wrong',
      sentence: 'publicUrl is not an https address. Flinks and the browser both need one.',
    };
  }
  if (!url.pathname.replace(/\/+$/, '').endsWith(endpointPath(endpoint))) {
    return {
      name,
      status: 'wrong',
      sentence:
        'publicUrl does not end in the option endpoint, so a return would land elsewhere. Make both end alike.',
    };
  }
  return { name, status: 'fine', sentence: 'Flinks lands below publicUrl.' };
}
