/** A bank that Flinks can connect. */
export interface Institution {
  /** Flinks' number of it, as `open({ institution })` takes it. */
  readonly id: string;
  /** In the requested language, where Flinks has it. */
  readonly name: string;
  /** ISO 3166-1, such as `CA`; `null` while unknown. */
  readonly country: string | null;
}
