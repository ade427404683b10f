import type { ConnectMessage } from './connectMessage.ts';
import { type FlinksCode, knownFlinksCodes } from './flinksCodes.ts';
import { isRecord, readCount, readList, readText } from './read.ts';
import { readRedirect } from './readRedirect.ts';
import { knownSteps } from './steps.ts';

/**
 * Reads one message of the widget: an object, or a JSON string of up to 64 kB. Gives `undefined` for what is not
 * Flinks', and never throws. Who sent it is not decided here: see `isTrustedMessage`. Follows contract:
 * connect.md 1, where Flinks' own pages disagree.
 *
 * @example
 * parseConnectMessage({ step: 'APP_MOUNTED' }); // { kind: 'step', step: 'APP_MOUNTED' }
 * parseConnectMessage({ flinksCode: 'INVALID_PASSWORD' }); // { kind: 'error', flinksCode: 'INVALID_PASSWORD', … }
 */
export function parseConnectMessage(data: unknown): ConnectMessage | undefined {
  try {
    const value = typeof data === 'string' ? parseJson(data) : data;
    return isRecord(value) ? readMessage(value) : undefined;
  } catch {
    // A hostile getter or proxy. Whatever it is, it is not the widget.
    return undefined;
  }
}

function parseJson(text: string): unknown {
  return text.length <= longestText ? JSON.parse(text) : undefined;
}

function readMessage(record: Readonly<Record<string, unknown>>): ConnectMessage | undefined {
  const step = readName(record['step']);
  if (step === 'REDIRECT') return readRedirect((name) => record[name]);
  const flinksCode = readName(record['flinksCode']) ?? (isCode(step) ? step : undefined);
  const institution = readText(record['institution']);
  if (flinksCode) return { kind: 'error', flinksCode, requestId: readText(record['requestId']), institution };
  if (!step) return undefined;
  return {
    kind: 'step',
    step,
    institution,
    ...(step === 'COMPONENT_LOAD_MFA' && { mfaTypes: readList(record['mfaTypes']) }),
    ...(step === 'ACCOUNT_SELECTED' && { accountIds: readList(record['accountId']) }),
    ...(step === 'COMPONENT_LOAD_ACCOUNT_SELECTION' && {
      totalAccounts: readCount(record['totalAccounts']),
      displayedAccounts: readCount(record['displayedAccounts']),
    }),
    ...(!isStep(step) && { fields: readFields(record) }),
  };
}

// A name is text; a number under `step` is some other library's wizard.
function readName(value: unknown): string | undefined {
  return typeof value === 'string' ? readText(value) : undefined;
}

// What an unknown step tells, less whatever may identify a login: a GUID in any field, or an address with ids.
function readFields(record: Readonly<Record<string, unknown>>): Readonly<Record<string, Primitive>> {
  const fields: Record<string, Primitive> = {};
  for (const [name, value] of Object.entries(record)) {
    if (name === 'step' || /loginid|requestid|url/i.test(name) || guid.test(String(value))) continue;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      fields[name] = value;
  }
  return fields;
}

type Primitive = string | number | boolean;
const longestText = 65_536;
const guid = /[\da-f]{8}-?([\da-f]{4}-?){3}[\da-f]{12}/i;

const isStep = (step: string): boolean => includes(knownSteps, step);
const isCode = (name: string | undefined): name is FlinksCode =>
  name !== undefined && includes(knownFlinksCodes, name);
const includes = (names: readonly string[], name: string): boolean => names.includes(name);
