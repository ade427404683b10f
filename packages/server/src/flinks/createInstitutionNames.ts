import { isRecord } from '@flinks-kit/core';
import type { Clock, ConnectLanguage } from '@flinks-kit/core';
import { fixedTiming } from '../common/timing.ts';

/**
 * Names of institutions for people, by Flinks' number of the institution (docs/flinks/api.md 2.12). The list is asked
 * for at first use and kept for a day. A name is best effort, so this never rejects: what is not known is `null`.
 */
export function createInstitutionNames(
  getPage: (skip: number, take: number) => Promise<unknown>,
  { clock, warn }: InstitutionNamesKeeper,
): InstitutionNames {
  let names: Promise<ReadonlyMap<string, string>> = Promise.resolve(new Map());
  let goodUntil = -Infinity;
  let isReported = false;
  const load = () =>
    readAll(getPage).catch((cause: unknown) => {
      if (!isReported) {
        warn('Flinks gave no list of institutions, so connections show its technical names for now.', cause);
      }
      isReported = true;
      goodUntil = clock.now() + fixedTiming.institutionsRetryMs;
      return new Map<string, string>();
    });

  return async (institutionId, language) => {
    if (goodUntil <= clock.now()) {
      goodUntil = clock.now() + fixedTiming.institutionsKeptMs;
      names = load();
    }
    return (await names).get(`${institutionId} ${language}`) ?? null;
  };
}

/** Answers the name of one institution in one language, or `null`. */
export type InstitutionNames = (institutionId: number, language: ConnectLanguage) => Promise<string | null>;

/** What the names are kept by. */
export interface InstitutionNamesKeeper {
  readonly clock: Pick<Clock, 'now'>;
  readonly warn: (sentence: string, cause?: unknown) => void;
}

async function readAll(getPage: (skip: number, take: number) => Promise<unknown>) {
  const names = new Map<string, string>();
  for (let page = 0; page < mostPages; page += 1) {
    const body = await getPage(page * pageSize, pageSize);
    const entries = isRecord(body) ? body['Data'] : undefined;
    if (!Array.isArray(entries)) throw new TypeError('The answer has no list of institutions in it.');
    for (const entry of entries) readNames(entry, names);
    if (entries.length < pageSize) break;
  }
  return names;
}

function readNames(entry: unknown, names: Map<string, string>): void {
  if (!isRecord(entry) || !Array.isArray(entry['Localizations'])) return;
  for (const localization of entry['Localizations']) {
    if (!isRecord(localization)) continue;
    const { Language: language, Name: name } = localization;
    if (typeof language !== 'string' || typeof name !== 'string' || name.trim() === '') continue;
    names.set(`${String(entry['Id'])} ${language.slice(0, 2).toLowerCase()}`, name.trim());
  }
}

// Flinks gives at most 1,000 at once; the rest is a bound, so that an odd answer can't keep us asking.
const pageSize = 1_000;
const mostPages = 30;
