/** A host of its own for one test: where it is, and what is behind it. */
export class Host {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** Flinks' endpoints in the order in which our server called them. */
  async calls(): Promise<readonly string[]> {
    const calls: readonly { readonly endpoint: string }[] = await this.#ask('GET', 'calls');
    return calls.map(({ endpoint }) => endpoint);
  }

  forgetCalls(): Promise<void> {
    return this.#ask('DELETE', 'calls');
  }

  /** The reports that reached our server, oldest first. */
  reports(): Promise<readonly { readonly end: string | null; readonly stage: string | null }[]> {
    return this.#ask('GET', 'reports');
  }

  /** A bank login, as Flinks leaves one behind. */
  login(): Promise<{ readonly loginId: string; readonly accountIds: readonly string[] }> {
    return this.#ask('POST', 'login');
  }

  /** Puts the clock of our server and of Flinks forward. */
  wait(minutes: number): Promise<void> {
    return this.#ask('POST', `clock?minutes=${minutes}`);
  }

  /** Lets Flinks answer the next call of an endpoint with a code. */
  failNext(endpoint: string, code: string): Promise<void> {
    return this.#ask('POST', `faults?endpoint=${endpoint}&code=${code}`);
  }

  async #ask<Answer>(method: string, path: string): Promise<Answer> {
    const response = await fetch(`${this.url}/behind/${path}`, { method });
    if (!response.ok) throw new Error(`The host has nothing behind ${method} ${path}.`);
    return await response.json();
  }
}
