import type { Institution } from '../state/institution.ts';
import type { Answer } from '../state/json.ts';
import type { Settings } from '../state/settings.ts';
import { refuse } from './answer.ts';
import type { Call } from './readFields.ts';

/**
 * `GET /Institutions?skip=&take=`, and `/Institutions/RoutingNumber/{n}` for US banks (docs/flinks/api.md 2.15).
 */
export function listInstitutions({ state: { settings }, id, query }: Call): Answer {
  const [, routingNumber] = /^RoutingNumber\/(.+)$/i.exec(id) ?? [];
  if (routingNumber !== undefined) return findByRoutingNumber(settings, routingNumber);
  const { institutions } = settings;
  const skip = readCount(query.get('skip')) ?? 0;
  const take = Math.min(readCount(query.get('take')) ?? maxTake, maxTake);
  return {
    status: 200,
    body: { Data: institutions.slice(skip, skip + take).map(toBody), Count: institutions.length },
  };
}

function findByRoutingNumber(settings: Settings, routingNumber: string): Answer {
  const found = settings.institutions.find((known) => known.routingNumbers.includes(routingNumber));
  if (found === undefined) {
    return refuse(
      settings,
      'INVALID_REQUEST',
      `Sandbox: no institution has the routing number ${routingNumber}.`,
    );
  }
  return { status: 200, body: toBody(found) };
}

function toBody({ id, title, kind, country, routingNumbers }: Institution) {
  // The order of the languages differs between entries, as in Flinks' sample: odd ids begin with French.
  const languages = id % 2 === 1 ? (['fr', 'en'] as const) : (['en', 'fr'] as const);
  return {
    Id: id,
    Localizations: languages.map((language) => ({
      Language: language,
      Name: title[language],
      Urls: [{ Type: 'Main', Url: 'https://bank.example/' }],
    })),
    // The only value that any source shows is `Enabled`.
    Status: kind === 'disabled' ? 'Disabled' : 'Enabled',
    Country: country,
    // US banks have them since July 2021.
    RoutingNumbers: country === 'US' ? routingNumbers : undefined,
  };
}

function readCount(text: string | null): number | undefined {
  const count = text === null ? Number.NaN : Number(text);
  return Number.isInteger(count) && count >= 0 ? count : undefined;
}

const maxTake = 1000;
