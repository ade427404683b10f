/**
 * A value that does not leave by accident: logging, throwing, spreading, JSON-encoding and inspecting one all show
 * `[sealed]`. The only way to the value is `reveal()`, so a search for that word finds every use of a secret.
 */
export class Sealed {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[sealed]';
  }

  toJSON(): string {
    return '[sealed]';
  }

  /** What Node's `console.log` and `util.inspect` show. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[sealed]';
  }
}
