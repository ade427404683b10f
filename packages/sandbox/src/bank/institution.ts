/** A bank as Flinks lists it. */
export interface Institution {
  readonly id: number;
  /** Flinks' name: what `Institution`, the widget's messages and `/Credential/{institution}` use. */
  readonly name: string;
  /** For people. */
  readonly title: { readonly en: string; readonly fr: string };
  readonly country: 'CA' | 'US';
  /** `disabled`: switched off at Flinks (DISABLED_INSTITUTION); `oauth`: the login happens in the bank's own window. */
  readonly kind: 'credentials' | 'oauth' | 'disabled';
  /** Of US banks. */
  readonly routingNumbers: readonly string[];
}

/** The dummy bank of Flinks' test environments (docs/flinks/api.md 9.1). */
export const flinksCapital: Institution = {
  id: 14,
  name: 'FlinksCapital',
  title: { en: 'Flinks Capital', fr: 'Flinks Capital' },
  country: 'CA',
  kind: 'credentials',
  routingNumbers: [],
};

/** The banks of a sandbox. Real banks are not among them: only Flinks' dummy, and props of ours. */
export const institutions: readonly Institution[] = [
  flinksCapital,
  sandboxBank(9001, 'SandboxOAuthBank', 'Sandbox OAuth Bank', 'Banque OAuth du bac à sable', 'oauth'),
  sandboxBank(9002, 'SandboxClosedBank', 'Sandbox Closed Bank', 'Banque fermée du bac à sable', 'disabled'),
  sandboxBank(9003, 'SandboxCreditUnion', 'Sandbox Credit Union', 'Caisse du bac à sable', 'credentials'),
  {
    ...sandboxBank(
      9004,
      'SandboxUsBank',
      'Sandbox US Bank',
      'Banque américaine du bac à sable',
      'credentials',
    ),
    country: 'US',
    routingNumbers: ['000000000'],
  },
];

/** Finds a bank by Flinks' name or number, in any case. */
export function findInstitution(nameOrId: string): Institution | undefined {
  const wanted = nameOrId.trim().toLowerCase();
  return institutions.find(({ name, id }) => name.toLowerCase() === wanted || String(id) === wanted);
}

function sandboxBank(
  id: number,
  name: string,
  en: string,
  fr: string,
  kind: Institution['kind'],
): Institution {
  return { id, name, title: { en, fr }, country: 'CA', kind, routingNumbers: [] };
}
