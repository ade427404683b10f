/** Reads the address of the widget (docs/flinks/connect.md 3). Never throws: unknown names are listed. */
export function readParameters(href: string): WidgetParameters {
  const { pathname, searchParams } = new URL(href);
  // Docs and the help centre spell a name in two ways; the first that is there counts.
  const get = (...names: readonly string[]): string | null =>
    names.map((name) => searchParams.get(name)).find((text) => text !== null) ?? null;
  const known = new Set<string>(alsoKnown);
  const read = Object.entries(readers).map(([name, reader]): [string, unknown] => {
    const spellings = otherSpellings.get(name) ?? [];
    for (const spelling of [name, ...spellings]) known.add(spelling);
    return [name, reader(get(name, ...spellings))];
  });
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `fromEntries` loses the names of `readers`
    ...(Object.fromEntries(read) as ReadParameters),
    institution: /\/Credential\/([^/?]+)/i.exec(pathname)?.[1] ?? null,
    uploadOnly: /\/Upload\/?$/i.test(pathname),
    unknown: [...new Set(searchParams.keys())].filter((name) => !known.has(name)),
  };
}

/** The widget's address, parsed. `null` and `false` are Flinks' defaults. */
export interface WidgetParameters extends ReadParameters {
  /** Of `/v2/Credential/{institution}`. */
  readonly institution: string | null;
  /** The path ends with `/Upload`. */
  readonly uploadOnly: boolean;
  /** Names that no page of Flinks and no public code uses. */
  readonly unknown: readonly string[];
}

const readers = {
  authorizeToken: readText,
  requestId: readText,
  language: (text: string | null): 'en' | 'fr' => (text === 'fr' ? 'fr' : 'en'),
  theme: oneOf('light', 'dark', 'system'),
  consentEnable: flag(true),
  customerName: readText,
  consentTitleAppendedText: readText,
  features: readList,
  withTransactions: flag(false),
  /** How far back, such as `Days90`. */
  daysOfTransactions: readText,
  detailsAndStatementEnable: flag(false),
  termsUrl: readText,
  termsNoCheckbox: flag(false),
  backEnable: flag(true),
  closeEnable: flag(false),
  headerEnable: flag(true),
  stringify: flag(false),
  webview: flag(false),
  /** `null`: no limit. */
  maximumRetry: readNumber,
  enhancedMFA: flag(false),
  skipEnhancedMFA: flag(false),
  accountSelectorEnable: flag(false),
  accountSelectorMultiple: flag(false),
  accountSelectorNoTitle: flag(false),
  accountSelectorCurrency: (text: string | null) => text?.toUpperCase() ?? null,
  showAllAccounts: flag(false),
  /** The selector leaves out accounts below this ratio. */
  eftEligibleRatio: readNumber,
  resumeSelectedAccounts: readList,
  /** `null`: left as it is (docs/flinks/api.md 6.3). */
  scheduleRefresh: (text: string | null) => (text === null ? null : text.toLowerCase() === 'true'),
  redirectUrl: readText,
  innerRedirect: flag(false),
  jsRedirect: flag(false),
  oauthWindowRedirect: flag(false),
  demo: flag(false),
  /** The dummy bank takes the path of OAuth banks: Flinks' way to test the window. */
  demoOutbound: flag(false),
  institutionsLocation: (text: string | null): 'CA' | 'US' => (text?.toLowerCase() === 'us' ? 'US' : 'CA'),
  tag: readText,
  /** The sandbox's own: the scenario of this frame. */
  sandboxScenario: readText,
  /** The sandbox's own: lets the scenario drive, this many times faster than a user. */
  sandboxDrive: readText,
  /** The sandbox's own: the shape of this frame's `REDIRECT`. */
  sandboxRedirectShape: readText,
};

type ReadParameters = {
  readonly [Name in keyof typeof readers]: ReturnType<(typeof readers)[Name]>;
};

const otherSpellings: ReadonlyMap<string, readonly string[]> = new Map([
  ['tag', ['Tag']],
  ['scheduleRefresh', ['ScheduleRefresh']],
]);

// Names of docs/flinks/connect.md 3.2 that change nothing here: listed so that only typing mistakes are reported.
const alsoKnown = [
  'customerId',
  'toolbox',
  'backgroundColor',
  'foregroundColor1',
  'foregroundColor2',
  'headerImgEnable',
  'staticLoadingEnable',
  'removePadding',
  'institutionFilterEnable',
  'desktopLayout',
  'fixedHeightEnable',
  'boxLayout',
  'loadingType',
  'productType',
  'showAllOperationsAccounts',
  'fetchAllAccounts',
  'monthsOfStatements',
  'statement',
  'waitSummary',
  'withMFAQuestions',
] as const;

function readText(text: string | null): string | null {
  return text;
}

function flag(fallback: boolean): (text: string | null) => boolean {
  return (text) => (text === null ? fallback : text.toLowerCase() === 'true');
}

function readNumber(text: string | null): number | null {
  const number = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}

function readList(text: string | null): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function oneOf<const Word extends string>(...words: readonly Word[]): (text: string | null) => Word | null {
  return (text) => words.find((word) => word === text) ?? null;
}
