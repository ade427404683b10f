import { isRecord } from '../internal/isRecord.ts';
import type { ConnectMessage, StepMessage } from './connectMessage.ts';
import { isFlinksCode } from './flinksCodes.ts';
import { containsId, readCount, readLabel, readList, readRedirect, readText } from './read.ts';
import { isKnownStep } from './steps.ts';

/**
 * Reads one message of the widget: an object, or a JSON string of up to 64 kB. Gives `undefined` for what is not
 * Flinks', and never throws. Who sent it is not decided here: see `isTrustedMessage`. Follows contract:
 * docs/flinks/connect.md 1, where Flinks' own pages disagree.
 *
 * @example
 * parseConnectMessage({ step: 'APP_MOUNTED' }); // { kind: 'step', step: 'APP_MOUNTED' }
 * parseConnectMessage({ flinksCode: 'INVALID_PASSWORD' }); // { kind: 'error', flinksCode: 'INVALID_PASSWORD', … }
 */
export function parseConnectMessage(data: unknown): ConnectMessage | undefined {
  try {
    const isText = typeof data === 'string';
    if (isText && data.length > longestText) return undefined;
    const value: unknown = isText ? JSON.parse(data) : data;
    return isRecord(value) ? readMessage(value) : undefined;
  } catch {
    // A hostile getter or proxy. Whatever it is, it is not the widget.
    return undefined;
  }
}

function readMessage(record: Readonly<Record<string, unknown>>): ConnectMessage | undefined {
  const step = readName(record['step']);
  if (step === 'REDIRECT') return readRedirect((name) => record[name]);
  const flinksCode = readName(record['flinksCode']) ?? (step && isFlinksCode(step) ? step : undefined);
  const institution = readLabel(record['institution']);
  if (flinksCode) return { kind: 'error', flinksCode, requestId: readText(record['requestId']), institution };
  if (!step) return undefined;
  return {
    kind: 'step',
    step,
    institution,
    mfaTypes: readList(record['mfaTypes'])?.filter((type) => !containsId(type)),
    totalAccounts: readCount(record['totalAccounts']),
    displayedAccounts: readCount(record['displayedAccounts']),
    cached: typeof record['cached'] === 'boolean' ? record['cached'] : undefined,
    accountIds: readList(record['accountId']),
    fields: isKnownStep(step) ? undefined : readFields(record),
  };
}

// A name is text; a number under `step` is some other library's wizard.
function readName(value: unknown): string | undefined {
  return typeof value === 'string' ? readLabel(value) : undefined;
}

// The fields of an unknown step, without those that may identify a login: an id in any field, or an address with ids.
function readFields(record: Readonly<Record<string, unknown>>): StepMessage['fields'] {
  return Object.fromEntries(
    Object.entries(record).filter(
      (field): field is [string, string | number | boolean] =>
        /string|number|boolean/.test(typeof field[1]) &&
        !/^step$|id$|ur[il]|href|token|session|tag|state/i.test(field[0]) &&
        !containsId(String(field[1])),
    ),
  );
}

const longestText = 65_536;
