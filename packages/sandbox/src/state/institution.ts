/** A bank as Flinks lists it, and how it behaves in the sandbox. Data, never code. */
export interface Institution {
  readonly id: number;
  /** Flinks' name: what `Institution`, the widget's messages and `/Credential/{institution}` use. */
  readonly name: string;
  /** A second name that states what the bank is for: tests find it by this, whatever the bank is called. */
  readonly alias: string | null;
  /** The name that users read, by language. */
  readonly title: { readonly en: string; readonly fr: string };
  readonly country: 'CA' | 'US';
  /** `disabled`: switched off at Flinks (DISABLED_INSTITUTION); `oauth`: the login happens in the bank's own window. */
  readonly kind: 'credentials' | 'oauth' | 'disabled';
  /** Whether the widget shows it in the grid above the list. */
  readonly isPopular: boolean;
  /** Whether Flinks' status page reports trouble: the widget then shows a banner (docs/flinks/connect.md 4.9). */
  readonly hasOutage: boolean;
  /** Milliseconds that the bank takes for each step of a login; `null`: as in the scenario. */
  readonly bankMs: number | null;
  /** False: no account of this bank has routing numbers, and its EFT ratios are 0. */
  readonly hasEftDetails: boolean;
  /** The drawn mark; `null`: the first letter of the name. */
  readonly mark: InstitutionMark | null;
  /** Of US banks. */
  readonly routingNumbers: readonly string[];
}

/** A mark of one colour on another, drawn on a square of 24 by 24. */
export interface InstitutionMark {
  /** CSS colours. */
  readonly background: string;
  readonly foreground: string;
  /** SVG path data. */
  readonly path: string;
}

/**
 * Builds a bank. Name only what the test is about; the rest is a Canadian bank with a username and a password.
 *
 * @example
 * institution({ id: 1, name: 'Bank1', title: { en: 'First Bank', fr: 'Première banque' } });
 */
export function institution(
  facts: Partial<Institution> & Pick<Institution, 'id' | 'name' | 'title'>,
): Institution {
  return {
    alias: null,
    country: 'CA',
    kind: 'credentials',
    isPopular: false,
    hasOutage: false,
    bankMs: null,
    hasEftDetails: true,
    mark: null,
    routingNumbers: [],
    ...facts,
  };
}

/** The dummy bank of Flinks' test environments (docs/flinks/api.md 9.1). */
export const flinksCapital: Institution = institution({
  id: 14,
  name: 'FlinksCapital',
  title: { en: 'Flinks Capital', fr: 'Flinks Capital' },
  isPopular: true,
});
