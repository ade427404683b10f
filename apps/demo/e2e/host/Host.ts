/** The host app of one test: its URL, and the test API of its server. */
export class Host {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** Flinks' endpoints, in the order of our server's calls. */
  async calls(): Promise<readonly string[]> {
    const calls: readonly { readonly endpoint: string }[] = await this.#call('GET', 'calls');
    return calls.map(({ endpoint }) => endpoint);
  }

  forgetCalls(): Promise<void> {
    return this.#call('DELETE', 'calls');
  }

  /** The session reports that our server received, oldest first. */
  reports(): Promise<readonly { readonly end: string | null; readonly stage: string | null }[]> {
    return this.#call('GET', 'reports');
  }

  /** Makes a bank login at the sandbox. */
  login(): Promise<{ readonly loginId: string; readonly accountIds: readonly string[] }> {
    return this.#call('POST', 'login');
  }

  /** Moves the clock of our server and of the sandbox ahead. */
  wait(minutes: number): Promise<void> {
    return this.#call('POST', `clock?minutes=${minutes}`);
  }

  /** Makes the next call of an endpoint fail with a code of Flinks'. */
  failNext(endpoint: string, code: string): Promise<void> {
    return this.#call('POST', `faults?endpoint=${endpoint}&code=${code}`);
  }

  async #call<Answer>(method: string, path: string): Promise<Answer> {
    const response = await fetch(`${this.url}/test-api/${path}`, { method });
    if (!response.ok) throw new Error(`The host's test API has no ${method} ${path}.`);
    return await response.json();
  }
}
