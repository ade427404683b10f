import { type Institution, institutions } from '../bank/institution.ts';
import { type Answer, refuse } from './answer.ts';
import type { Call } from './call.ts';

/**
 * `GET /Institutions?skip=&take=`, and `/Institutions/RoutingNumber/{n}` for US banks (docs/flinks/api.md 2.12).
 */
export function listInstitutions({ state, id, query }: Call): Answer {
  const [, routingNumber] = /^RoutingNumber\/(.+)$/i.exec(id) ?? [];
  if (routingNumber !== undefined) return findByRoutingNumber(state.settings, routingNumber);
  const skip = Number(query.get('skip') ?? 0);
  const take = Math.min(Number(query.get('take') ?? takeAtMost), takeAtMost);
  return {
    status: 200,
    body: { Data: institutions.slice(skip, skip + take).map(institutionBody), Count: institutions.length },
  };
}

function findByRoutingNumber(settings: Call['state']['settings'], routingNumber: string): Answer {
  const found = institutions.find((known) => known.routingNumbers.includes(routingNumber));
  if (found === undefined) {
    return refuse(
      settings,
      'INVALID_REQUEST',
      `Sandbox: no institution has the routing number ${routingNumber}.`,
    );
  }
  return { status: 200, body: { ...institutionBody(found), RoutingNumbers: found.routingNumbers } };
}

function institutionBody({ id, title, kind, country }: Institution) {
  return {
    Id: id,
    Localizations: (['en', 'fr'] as const).map((language) => ({
      Language: language,
      Name: title[language],
      Urls: [{ Type: 'Main', Url: 'https://bank.example/' }],
    })),
    // The only value that any source shows is `Enabled`.
    Status: kind === 'disabled' ? 'Disabled' : 'Enabled',
    Country: country,
  };
}

const takeAtMost = 1000;
