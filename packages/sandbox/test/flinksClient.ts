import type { Sandbox } from '@flinks-kit/sandbox';

/** Calls the API of a sandbox as a customer's server would. Every call returns its status and its body. */
export function createFlinksClient(sandbox: Sandbox) {
  const { customerId, secretKey, apiKey, bearer, instance } = sandbox.credentials;
  const base = `https://${instance}-api.private.fin.ag/v3/${customerId}/BankingServices`;

  async function call(method: string, path: string, headers: Record<string, string>, body?: unknown) {
    const response = await sandbox.fetch(
      new Request(`${base}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    // Tests read Flinks' bodies loosely on purpose: their shape is what is being tested.
    const answer: FlinksBody = JSON.parse(text);
    return { status: response.status, text, body: answer };
  }

  const mint = async (): Promise<string> => {
    const { body } = await call('POST', '/GenerateAuthorizeToken', { 'flinks-auth-key': secretKey });
    return String(body['Token']);
  };

  return {
    call,
    mint,
    /** Mints a token unless one is given. */
    authorize: async (body: unknown, token?: string) =>
      call('POST', '/Authorize', { 'flinks-auth-key': token ?? (await mint()) }, body),
    post: (path: string, body: unknown) => call('POST', path, { 'x-api-key': apiKey }, body),
    get: (path: string) => call('GET', path, { 'x-api-key': apiKey }),
    send: (method: string, path: string, body?: unknown) => call(method, path, { 'x-api-key': apiKey }, body),
    bearer: (path: string) => call('GET', path, { authorization: `Bearer ${bearer}` }),
  };
}

/** A body of Flinks, read loosely. */
// oxlint-disable-next-line typescript/no-explicit-any -- tests walk into bodies whose shape they are checking
export type FlinksBody = Record<string, any>;

/** The credentials of a test user as a legacy integration sends them. */
export function login(username: string, password = 'Everyday') {
  return { Institution: 'FlinksCapital', Username: username, Password: password, Save: true };
}
