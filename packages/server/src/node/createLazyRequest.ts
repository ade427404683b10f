/** A request of Node's as `identify` gets it: most apps look at a header of it. */
export interface LazyRequestParts {
  readonly url: string;
  readonly method: string;
  readonly toHeaders: () => Headers;
  readonly toSignal: () => AbortSignal;
  /** Makes the request that all the rest is read of. */
  readonly make: (headers: Headers) => Request;
}

/**
 * A `Request` that is made at the first look at anything but its address, method, headers or signal: making one costs more
 * than identifying the user. `null` where the platform would not take it for a `Request`, as `new Request(request)` does:
 * Node 20 and 22 find the state of a request by symbols, newer ones keep it out of reach.
 */
export function createLazyRequest(parts: LazyRequestParts): Request | null {
  return isTakenForRequest() ? toLazy(parts) : null;
}

class LazyRequest {
  readonly #parts: LazyRequestParts;
  #headers: Headers | undefined;
  #whole: Request | undefined;

  constructor(parts: LazyRequestParts) {
    this.#parts = parts;
  }

  get url(): string {
    // As the platform writes it: without dot segments, a default port, and capitals in the host.
    return new URL(this.#parts.url).href;
  }
  get method(): string {
    return this.#parts.method;
  }
  get headers(): Headers {
    return (this.#headers ??= this.#parts.toHeaders());
  }
  get signal(): AbortSignal {
    return this.#parts.toSignal();
  }

  /** Of the request itself. */
  static read(lazy: LazyRequest, name: string | symbol): unknown {
    const whole = (lazy.#whole ??= lazy.#parts.make(lazy.headers));
    const value: unknown = Reflect.get(whole, name);
    return typeof value === 'function' ? value.bind(whole) : value;
  }
}

// By its prototype it is a `Request` in every other respect.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const toLazy = (parts: LazyRequestParts): Request => new LazyRequest(parts) as unknown as Request;

let isTaken: boolean | undefined;

function isTakenForRequest(): boolean {
  isTaken ??= prepare();
  return isTaken;
}

/** Gives the class all that a request has, and tries it. */
function prepare(): boolean {
  const address = 'http://localhost/';
  const names = [
    ...Reflect.ownKeys(Request.prototype),
    ...Object.getOwnPropertySymbols(new Request(address)),
  ].filter((name) => !Object.hasOwn(LazyRequest.prototype, name));
  for (const name of names) {
    Object.defineProperty(LazyRequest.prototype, name, {
      get(this: LazyRequest) {
        return LazyRequest.read(this, name);
      },
      configurable: true,
    });
  }
  Object.setPrototypeOf(LazyRequest.prototype, Request.prototype);
  const lazy = toLazy({
    url: address,
    method: 'POST',
    toHeaders: () => new Headers({ 'x-probe': 'probe' }),
    toSignal: () => new AbortController().signal,
    make: (headers) => new Request(address, { method: 'POST', headers, body: 'probe' }),
  });
  try {
    const copy = new Request(lazy);
    return copy.method === 'POST' && copy.headers.get('x-probe') === 'probe' && copy.body !== null;
  } catch {
    return false;
  }
}
