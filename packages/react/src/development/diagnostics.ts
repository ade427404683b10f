import {
  type ConnectFailure,
  type ConnectSession,
  type FlinksClient,
  FlinksKitError,
  isFrench,
} from '@flinks-kit/core';
import { en } from '../labels/en.ts';
import type { FlinksLabels } from '../labels/labels.ts';

// What the kit knows about a mistake of the app or a setting of the page, for developers. Every caller is behind a plain
// `process.env.NODE_ENV !== 'production'`, so that a production bundle holds nothing of this module.

type OnWarning = ((message: string) => void) | undefined;

/** Writes a message once per page, to the app's `onWarning` or to the console. */
function warnOnce(message: string, onWarning: OnWarning, level: 'warn' | 'error' = 'warn'): void {
  if (warned.has(message)) return;
  warned.add(message);
  if (onWarning) onWarning(message);
  else console[level](`flinks-kit: ${message}`);
}

/** Forgets what was written, so that a test sees a warning again. */
export function forgetWarnings(): void {
  warned.clear();
}

const warned = new Set<string>();

/** Throws where JavaScript, or a variable that an environment did not set, got past the types of the provider. */
export function checkClient(client: FlinksClient | undefined, endpoint: unknown): void {
  if (client === undefined) return;
  if (endpoint !== undefined) throw invalid('gets both `endpoint` and `client`. Pass one of them.');
  if (typeof client?.openSession !== 'function') {
    throw invalid(
      'got a `client` without openSession(). Pass the result of createFlinksClient or of a fake.',
    );
  }
}

/** Throws for a prop of a wrong type: JavaScript gets past the types. */
export function checkProps(props: object): void {
  const given = new Map<string, unknown>(Object.entries(props));
  const labels = given.get('labels');
  // By form and not by class: a module of texts has no prototype, and a test environment has classes of its own.
  if (labels !== undefined && (typeof labels !== 'object' || labels === null || 'then' in labels)) {
    throw invalid(
      'got `labels` that are no object. Pass frCA, or texts of your own: labels={{ ...frCA, … }}.',
    );
  }
  const onWarning = given.get('onWarning');
  if (onWarning !== undefined && typeof onWarning !== 'function') {
    throw invalid('got an `onWarning` that is no function. Pass one, such as (message) => log(message).');
  }
}

/**
 * Throws where a component gets a part of a hook's result, or none: JavaScript gets past the types, and TypeScript past
 * `any`. `needed` is a field that every result of the hook has.
 */
export function checkResult(prop: string, value: unknown, needed: string, hook: string): void {
  // A list of accounts is shown without a query, too.
  if (Array.isArray(value) && prop === 'accounts') return;
  if (typeof value === 'object' && value !== null && needed in value) return;
  throw new FlinksKitError(
    `A component got ${prop}={${show(value)}}. Pass the whole result of ${hook}(), and not a part of it.`,
    { code: 'invalid-option' },
  );
}

/** Warns of props that the provider does not have, such as a misspelled one. */
export function checkPropNames(props: object, known: object, onWarning: OnWarning): void {
  for (const name of Object.keys(props).filter((given) => !Object.hasOwn(known, given))) {
    warnOnce(
      `<FlinksProvider> has no prop "${name}", so it does nothing. Its props are ${Object.keys(known).join(', ')}.`,
      onWarning,
    );
  }
}

/** Warns of labels that would be shown as nothing, or break a component that calls them. */
export function checkLabels(labels: FlinksLabels, onWarning: OnWarning): void {
  if (checkedLabels.has(labels)) return;
  checkedLabels.add(labels);
  const sections = new Map<string, object>(Object.entries(en));
  for (const [section, lines] of Object.entries<object | undefined>(labels)) {
    const english = sections.get(section);
    if (english === undefined) {
      const known = [...sections.keys()].join(', ');
      warnOnce(
        `labels has no section "${section}", so it does nothing. Its sections are ${known}.`,
        onWarning,
      );
    } else checkLines(section, english, lines ?? {}, onWarning);
  }
}

function checkLines(section: string, english: object, given: object, onWarning: OnWarning): void {
  const expected = new Map<string, unknown>(Object.entries(english));
  for (const [name, line] of new Map<string, unknown>(Object.entries(given))) {
    // The texts of the remedies come with the core, in the locale's language.
    if (name === 'remedies') continue;
    const text = expected.get(name);
    if (text === undefined) {
      warnOnce(`labels.${section} has no line "${name}", so it does nothing.`, onWarning);
    } else if (typeof line !== typeof text) {
      const wanted =
        typeof text === 'string' ? 'a text' : typeof text === 'function' ? 'a function' : 'an object';
      warnOnce(
        `labels.${section}.${name} is ${show(line)}. Write ${wanted}, or leave it out for English.`,
        onWarning,
      );
    }
  }
}

const checkedLabels = new WeakSet<object>();

/** A value in a sentence, whatever it is: JSON throws for some. */
function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function') return 'a function';
  if (value instanceof Promise) return 'a promise';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

function invalid(problem: string): FlinksKitError {
  return new FlinksKitError(`<FlinksProvider> ${problem}`, { code: 'invalid-option' });
}

/** Warns of a locale, time zone or labels that do not give the texts and formats that the app asked for. */
export function checkTexts(given: GivenTexts, used: UsedTexts): void {
  const { onWarning } = given;
  if (given.locale !== undefined && !isSameLocale(given.locale, used.locale)) {
    warnOnce(
      `<FlinksProvider locale={${show(given.locale)}}> is not a BCP 47 tag, so "${used.locale}" is used. ` +
        'Write for example "en-CA" or "fr-CA".',
      onWarning,
    );
  }
  if (given.timeZone !== undefined && used.timeZone === undefined) {
    warnOnce(
      `<FlinksProvider timeZone={${show(given.timeZone)}}> is not an IANA time zone, so the user's own is used. ` +
        'Write for example "America/Toronto".',
      onWarning,
    );
  }
  if (isFrench(used.locale) && !given.hasLabels) {
    warnOnce(
      `<FlinksProvider locale="${used.locale}"> without labels shows English texts with French dates and amounts. ` +
        "Add labels={frCA}, from '@flinks-kit/react'.",
      onWarning,
    );
  }
}

interface GivenTexts {
  readonly locale: unknown;
  readonly timeZone: unknown;
  readonly hasLabels: boolean;
  readonly onWarning: OnWarning;
}

interface UsedTexts {
  readonly locale: string;
  readonly timeZone: string | undefined;
}

// `fr_ca` is understood without a loss, so it is no mistake worth a warning.
function isSameLocale(given: unknown, used: string): boolean {
  return typeof given === 'string' && given.replaceAll('_', '-').toLowerCase() === used.toLowerCase();
}

/** Writes why a session failed, where the cause is in the app or on the server and not with the user. */
export function explainFailure(error: ConnectFailure, onWarning: OnWarning): void {
  const { cause } = error;
  if (error.code === 'frame-not-mounted') {
    warnOnce(
      'no frame was mounted for an open session. Render <FlinksConnect connect={connect} />.',
      onWarning,
      'error',
    );
  } else if (cause instanceof FlinksKitError) {
    warnOnce(`a session failed (${error.code}). ${cause.message}`, onWarning, 'error');
  }
}

/** Warns of a connection that a client of the app's own returned without fields that components read. */
export function checkConnection(connection: object, onWarning: OnWarning): void {
  const needed = ['institution', 'createdAt', 'lastRefreshAt', 'accounts', 'duplicates', 'health'];
  const missing = needed.filter((name) => !(name in connection));
  if (missing.length === 0) return;
  warnOnce(
    `linkConnection() of the client returned a connection without ${missing.join(', ')}, which components read. Return a whole ` +
      'Connection; a field that is not known is null, or an empty list.',
    onWarning,
  );
}

/** Writes which option of the server lists the banks, where that is why they cannot be read. */
export function explainInstitutions(error: Error | null, onWarning: OnWarning): void {
  if (!(error instanceof FlinksKitError) || error.code !== 'feature-off') return;
  warnOnce(
    'the server does not list its banks, so <InstitutionPicker> leads to the list of the widget only. Write ' +
      'institutions: true in createFlinksServer.',
    onWarning,
  );
}

/** Writes what may keep the frame from loading, when it is slow. */
export function explainSlowFrame(session: ConnectSession, onWarning: OnWarning): void {
  if (!('slow' in session) || session.slow !== 'frame') return;
  warnOnce(
    'the Flinks frame does not load. Its Content-Security-Policy, X-Frame-Options or a content blocker may refuse it: ' +
      'the network panel of the browser names the cause.',
    onWarning,
  );
  if (globalThis.crossOriginIsolated) {
    warnOnce(
      'this page is cross-origin isolated (COOP and COEP), which refuses the Flinks frame and the bank windows it ' +
        'opens. Serve this page without Cross-Origin-Embedder-Policy, or with "credentialless" and ' +
        'frame={{ credentialless: true }}.',
      onWarning,
    );
  }
}

/**
 * Warns when a second element shows the frame of one session, since each would take the address from the other, and when
 * it is in another window, since the widget posts to the window that holds its frame.
 */
export function noteFrame(owner: object, frame: HTMLIFrameElement | null): void {
  const former = frames.get(owner);
  if (frame === null) return;
  frames.set(owner, frame);
  if (frame.ownerDocument.defaultView !== window) {
    warnOnce(
      'the Flinks frame is in another window than the code that opened it, such as a portal into a pop-up or a frame, so its ' +
        'messages never arrive. Render <FlinksConnect> in the window that runs useFlinksConnect.',
      undefined,
    );
  }
  if (former?.isConnected && former !== frame) {
    warnOnce(
      'two frames show one session. Render one <FlinksConnect> or <FlinksConnectDialog> per useFlinksConnect.',
      undefined,
    );
  }
}

const frames = new WeakMap<object, HTMLIFrameElement>();

/** Watches for a Content-Security-Policy that blocks the frame or the requests to the server. */
export function watchContentSecurityPolicy(onWarning: OnWarning): () => void {
  const report = (event: SecurityPolicyViolationEvent): void => {
    const directive = event.effectiveDirective;
    const isFrame = directive === 'frame-src' || directive === 'child-src';
    if (!isFrame || document.querySelector('iframe[data-flinks-frame]') === null) return;
    warnOnce(
      `the page's Content-Security-Policy (${directive}) blocks ${event.blockedURI}, so the Flinks frame stays empty. ` +
        'Add the sources of contentSecurityPolicy() of @flinks-kit/server.',
      onWarning,
    );
  };
  document.addEventListener('securitypolicyviolation', report);
  return () => document.removeEventListener('securitypolicyviolation', report);
}
