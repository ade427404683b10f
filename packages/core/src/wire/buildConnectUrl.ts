import type { ConnectParameters } from './connectParameters.ts';

/**
 * The widget's address. Runs on the server, since the address holds a single-use token. Throws a `TypeError` for
 * a base that is no web address and for parameters that can't work together (docs/flinks/connect.md 3).
 *
 * @example
 * buildConnectUrl('https://toolbox-iframe.private.fin.ag/v2/', { authorizeToken, consentEnable: true });
 */
export function buildConnectUrl(base: string | URL, parameters: ConnectParameters): string {
  const { institution, upload, other = {}, ...query } = parameters;
  refuseWhatCannotWork(parameters);
  const url = parseBase(base);
  if (institution !== undefined) extendPath(url, `Credential/${encodeURIComponent(institution)}`);
  if (upload) extendPath(url, 'Upload');
  // At once: each change of `url.searchParams` would parse the whole address again.
  const search = new URLSearchParams(url.search);
  for (const [name, value] of Object.entries({ ...other, ...query })) {
    if (value !== undefined) search.set(name, String(value));
  }
  url.search = String(search);
  return url.href;
}

function parseBase(base: string | URL): URL {
  try {
    const url = new URL(base);
    if (/^https?:$/.test(url.protocol)) return url;
  } catch {
    // Not an address at all: the error below names what to give.
  }
  throw new TypeError(
    `The widget's base address "${String(base)}" is not a web address, so no frame could load it. ` +
      'Give one such as "https://your-instance-iframe.private.fin.ag/v2/".',
  );
}

function extendPath(url: URL, tail: string): void {
  url.pathname = url.pathname.replace(/\/*$/, `/${tail}`);
}

function refuseWhatCannotWork(given: ConnectParameters): void {
  for (const [name, needed] of needs) {
    if (isSet(given[name]) && !isSet(given[needed])) {
      refuse(`"${name}" has no effect without "${needed}". Set "${needed}" too, or leave "${name}" out.`);
    }
  }
  for (const [name, rival] of rivals) {
    if (isSet(given[name]) && isSet(given[rival])) {
      refuse(`"${name}" and "${rival}" ask the widget to open on two different pages. Keep one of them.`);
    }
  }
  for (const name of colours) {
    if (given[name] !== undefined && !/^([\da-f]{3}|[\da-f]{6}|[\da-f]{8})$/i.test(given[name])) {
      refuse(
        `"${name}" is "${given[name]}", which Flinks cannot read. Give 3, 6 or 8 hex digits without "#".`,
      );
    }
  }
  for (const name of Object.keys(given.other ?? {})) {
    if (name in given)
      refuse(`"${name}" is given twice, so one value would be lost. Leave it out of "other".`);
  }
}

const isSet = (value: unknown): boolean => value !== undefined && value !== false;

function refuse(sentence: string): never {
  throw new TypeError(`The widget's parameters cannot work: ${sentence}`);
}

const needs = [
  ['accountSelectorMultiple', 'accountSelectorEnable'],
  ['accountSelectorNoTitle', 'accountSelectorEnable'],
  ['accountSelectorCurrency', 'accountSelectorEnable'],
  ['monthsOfStatements', 'detailsAndStatementEnable'],
  // Without a popup the page is left, so the result arrives only at an address (docs/flinks/connect.md 4.4).
  ['oauthWindowRedirect', 'redirectUrl'],
  ['resumeSelectedAccounts', 'requestId'],
  ['skipEnhancedMFA', 'enhancedMFA'],
  ['termsNoCheckbox', 'termsUrl'],
] as const satisfies readonly (readonly [keyof ConnectParameters, keyof ConnectParameters])[];

const rivals = [
  ['requestId', 'institution'],
  ['requestId', 'upload'],
  ['institution', 'upload'],
] as const satisfies readonly (readonly [keyof ConnectParameters, keyof ConnectParameters])[];

const colours = ['backgroundColor', 'foregroundColor1', 'foregroundColor2'] as const;
