import {
  type Clock,
  type ConnectLanguage,
  type Institution,
  isRecord,
  withoutBidiControls,
} from '@flinks-kit/core';
import { fixedTiming } from '../common/timing.ts';
import type { Records } from '../store/createRecords.ts';
import type { FlinksStore } from '../store/FlinksStore.ts';
import type { InstitutionRecord, InstitutionsRecord } from '../store/records.ts';
import { integerOf } from './readValue.ts';

/**
 * The institutions that Flinks knows (docs/flinks/api.md 2.12), read at first use and then once a day by one of all
 * processes that share the store: the others read its row. While Flinks cannot be asked, the older list is served, and
 * Flinks is asked again ten minutes later. Never rejects; `null` where no process has read a list yet.
 */
export function createInstitutions(keeper: InstitutionsKeeper): Institutions {
  const { clock } = keeper;
  let kept: InstitutionsRecord | null = null;
  let lists = new Map<ConnectLanguage, readonly Institution[]>();
  let names: ReadonlyMap<number, InstitutionRecord> = new Map();
  let goodUntil = -Infinity;
  let loading: Promise<void> | null = null;
  let isReported = false;

  function keep(record: InstitutionsRecord | null, until: number): void {
    goodUntil = until;
    if (record === null || record.readAt === kept?.readAt) return;
    kept = record;
    lists = new Map();
    names = new Map(record.institutions.map((institution) => [institution.id, institution]));
  }

  async function load(): Promise<void> {
    try {
      const record = await readShared(keeper);
      const isFresh = record !== null && record.readAt + fixedTiming.institutionsKeptMs > clock.now();
      // Another process is asking: its row will be there soon.
      const until = isFresh
        ? record.readAt + fixedTiming.institutionsKeptMs
        : clock.now() + fixedTiming.institutionsWaitMs;
      keep(record, until);
    } catch (cause) {
      if (!isReported) {
        keeper.warn(
          'Flinks gave no list of institutions, so an older one is served, or none for now.',
          cause,
        );
      }
      isReported = true;
      keep(await keeper.records.get(listId).catch(() => null), clock.now() + fixedTiming.institutionsRetryMs);
    }
  }

  async function current(): Promise<InstitutionsRecord | null> {
    if (goodUntil <= clock.now()) {
      loading ??= load().finally(() => {
        loading = null;
      });
      // An older list is served at once, a first one is waited for.
      if (kept === null) await loading;
    }
    return kept;
  }

  return {
    async list(language) {
      const record = await current();
      if (record === null) return null;
      const known = lists.get(language) ?? toList(record.institutions, language);
      lists.set(language, known);
      return known;
    },
    async nameOf(institutionId, language) {
      await current();
      return names.get(institutionId)?.names[language] ?? null;
    },
  };
}

/** See `createInstitutions`. */
export interface Institutions {
  /** Those that can be connected, by name; one that has no name in this language has its other name. */
  readonly list: (language: ConnectLanguage) => Promise<readonly Institution[] | null>;
  /** The name of one institution in one language, or `null`. */
  readonly nameOf: (institutionId: number, language: ConnectLanguage) => Promise<string | null>;
}

/** What the list is read and kept by. */
export interface InstitutionsKeeper {
  readonly getPage: (skip: number, take: number) => Promise<unknown>;
  readonly records: Pick<Records<InstitutionsRecord>, 'get' | 'insert' | 'update'>;
  readonly store: Pick<FlinksStore, 'lease' | 'release'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly newId: () => string;
  readonly warn: (sentence: string, cause?: unknown) => void;
}

/** The shared row, after reading Flinks where it is a day old; the older row while another process reads. */
async function readShared(keeper: InstitutionsKeeper): Promise<InstitutionsRecord | null> {
  const { records, store, clock, getPage } = keeper;
  const now = clock.now();
  const known = await records.get(listId);
  if (known !== null && known.readAt + fixedTiming.institutionsKeptMs > now) return known;
  const holder = keeper.newId();
  const until = now + fixedTiming.institutionsRetryMs;
  if (!(await store.lease({ key: 'institutions', holder, now, until, latestUntil: until }))) return known;
  // The lease is kept after a failure, so that no other process asks before ten minutes are over.
  const institutions = await readAll(getPage);
  const read: InstitutionsRecord = { id: listId, readAt: clock.now(), institutions };
  if (!(await records.insert(read))) await records.update(listId, () => read);
  await store.release('institutions', holder);
  return read;
}

async function readAll(getPage: InstitutionsKeeper['getPage']): Promise<readonly InstitutionRecord[]> {
  const found = new Map<number, InstitutionRecord>();
  for (let page = 0; page < mostPages; page += 1) {
    const body = await getPage(page * pageSize, pageSize);
    const entries = isRecord(body) ? body['Data'] : undefined;
    if (!Array.isArray(entries)) throw new TypeError('The answer has no list of institutions in it.');
    for (const entry of entries) {
      const institution = readInstitution(entry);
      if (institution !== null) found.set(institution.id, institution);
    }
    if (entries.length < pageSize) break;
  }
  return [...found.values()];
}

function readInstitution(entry: unknown): InstitutionRecord | null {
  if (!isRecord(entry) || !Array.isArray(entry['Localizations'])) return null;
  const { Country: country, Status: status, Localizations: localizations } = entry;
  const id = integerOf(entry['Id']);
  if (id === null) return null;
  const names: Partial<Record<ConnectLanguage, string>> = {};
  for (const localization of localizations) {
    if (!isRecord(localization)) continue;
    const { Language: language, Name: name } = localization;
    const known = typeof language === 'string' ? language.slice(0, 2).toLowerCase() : '';
    if (typeof name !== 'string' || (known !== 'en' && known !== 'fr')) continue;
    const shown = withoutBidiControls(name).trim();
    if (shown !== '') names[known] = shown.slice(0, longestName);
  }
  const isKnownCountry = typeof country === 'string' && /^[A-Z]{2}$/.test(country);
  return { id, country: isKnownCountry ? country : null, isEnabled: status !== 'Disabled', names };
}

function toList(all: readonly InstitutionRecord[], language: ConnectLanguage): readonly Institution[] {
  const { compare } = new Intl.Collator(language);
  return all
    .flatMap(({ id, names, country, isEnabled }) => {
      const name = names[language] ?? names.en ?? names.fr;
      return isEnabled && name !== undefined ? [{ id: String(id), name, country }] : [];
    })
    .toSorted((one, other) => compare(one.name, other.name));
}

const listId = 'list';
const longestName = 200;
// Flinks gives at most 1,000 at once; the rest is a bound, so that an odd answer can't keep us asking.
const pageSize = 1_000;
const mostPages = 30;
