import type { SandboxState } from '../state/sandboxState.ts';
import type { Answer } from '../state/json.ts';
import { refuse } from './answer.ts';
import { checkKey } from './checkKey.ts';
import { endpoints } from './endpoints.ts';
import { readFields } from './readFields.ts';

/** Answers one call of Flinks' API: `/v3/{customerId}/BankingServices/{Endpoint}`, on any host. `text` is its body. */
export async function serveApi(state: SandboxState, request: Request, text: string): Promise<Answer> {
  const { settings } = state;
  const url = new URL(request.url);
  const [, customerId = '', name = '', id = ''] = apiPath.exec(url.pathname) ?? [];
  const endpoint = endpoints.find((known) => known.name.toLowerCase() === name.toLowerCase());
  if (endpoint === undefined) return notFound(`there is no ${request.method} ${url.pathname}`);
  const { methods } = endpoint;
  if (!methods.some((method) => method === request.method))
    return notFound(`${endpoint.name} takes ${methods.join(' or ')}, not ${request.method}`);
  if (customerId.toLowerCase() !== settings.credentials.customerId.toLowerCase()) {
    return refuse(settings, 'UNAUTHORIZED', `Sandbox: ${customerId} is not this sandbox's customerId.`);
  }
  if (settings.without.includes(endpoint.name)) return refuse(settings, 'METHOD_NOT_AVAILABLE');

  const fields = readFields(text);
  if (fields === undefined)
    return refuse(settings, 'INVALID_REQUEST', 'Sandbox: the body is not a JSON object.');
  const refusal = checkKey(state, endpoint.key, request.headers, fields.text('RequestId'));
  if (refusal !== null) return refusal;
  return endpoint.handle({
    state,
    fields,
    id: decodeURIComponent(id),
    query: url.searchParams,
    token: request.headers.get('flinks-auth-key'),
    signal: request.signal,
  });
}

// How Flinks answers here is not known, so the answer does not look like one of Flinks'.
function notFound(what: string): Answer {
  return { status: 404, body: { Message: `Sandbox: ${what}.` } };
}

const apiPath = /^\/v3\/([^/]+)\/BankingServices\/([A-Za-z]+)(?:\/(.+?))?\/?$/i;
