/** Reads the address of the widget (docs/flinks/connect.md 3). Never throws: what is not understood is reported. */
export function readParameters(href: string): WidgetParameters {
  const url = new URL(href);
  const query = url.searchParams;
  const flag = (name: KnownParameter): boolean | undefined => readFlag(query.get(name));
  const text = (name: KnownParameter): string | null => query.get(name);

  return {
    institution: /\/Credential\/([^/?]+)/i.exec(url.pathname)?.[1] ?? null,
    uploadOnly: /\/Upload\/?$/i.test(url.pathname),
    authorizeToken: text('authorizeToken'),
    requestId: text('requestId'),
    language: text('language') === 'fr' ? 'fr' : 'en',
    theme: readTheme(text('theme')),
    consentEnable: flag('consentEnable') ?? true,
    customerName: text('customerName'),
    consentTitleAppendedText: text('consentTitleAppendedText'),
    features: readList(text('features')),
    termsUrl: text('termsUrl'),
    termsNoCheckbox: flag('termsNoCheckbox') ?? false,
    backEnable: flag('backEnable') ?? true,
    closeEnable: flag('closeEnable') ?? false,
    headerEnable: flag('headerEnable') ?? true,
    stringify: flag('stringify') ?? false,
    webview: flag('webview') ?? false,
    maximumRetry: readCount(text('maximumRetry')),
    enhancedMFA: flag('enhancedMFA') ?? false,
    skipEnhancedMFA: flag('skipEnhancedMFA') ?? false,
    accountSelectorEnable: flag('accountSelectorEnable') ?? false,
    accountSelectorMultiple: flag('accountSelectorMultiple') ?? false,
    accountSelectorNoTitle: flag('accountSelectorNoTitle') ?? false,
    accountSelectorCurrency: text('accountSelectorCurrency')?.toUpperCase() ?? null,
    showAllAccounts: flag('showAllAccounts') ?? false,
    eftEligibleRatio: readCount(text('eftEligibleRatio')),
    resumeSelectedAccounts: readList(text('resumeSelectedAccounts')),
    scheduleRefresh: flag('scheduleRefresh') ?? false,
    redirectUrl: text('redirectUrl'),
    innerRedirect: flag('innerRedirect') ?? false,
    jsRedirect: flag('jsRedirect') ?? false,
    oauthWindowRedirect: flag('oauthWindowRedirect') ?? false,
    demo: flag('demo') ?? false,
    demoOutbound: flag('demoOutbound') ?? false,
    institutionsLocation: text('institutionsLocation')?.toLowerCase() === 'us' ? 'US' : 'CA',
    tag: text('tag') ?? text('Tag'),
    sandboxScenario: text('sandboxScenario'),
    sandboxDrive: readCount(text('sandboxDrive')),
    unknown: [...new Set(query.keys())].filter((name) => !isKnown(name)),
  };
}

/** The widget's address, understood. `null` and `false` are what Flinks takes for granted. */
export interface WidgetParameters {
  /** Of `/v2/Credential/{institution}`. */
  readonly institution: string | null;
  /** The path ends with `/Upload`. */
  readonly uploadOnly: boolean;
  readonly authorizeToken: string | null;
  readonly requestId: string | null;
  readonly language: 'en' | 'fr';
  readonly theme: 'light' | 'dark' | null;
  readonly consentEnable: boolean;
  readonly customerName: string | null;
  readonly consentTitleAppendedText: string | null;
  readonly features: readonly string[];
  readonly termsUrl: string | null;
  readonly termsNoCheckbox: boolean;
  readonly backEnable: boolean;
  readonly closeEnable: boolean;
  readonly headerEnable: boolean;
  readonly stringify: boolean;
  readonly webview: boolean;
  /** `null`: as often as the person likes. */
  readonly maximumRetry: number | null;
  readonly enhancedMFA: boolean;
  readonly skipEnhancedMFA: boolean;
  readonly accountSelectorEnable: boolean;
  readonly accountSelectorMultiple: boolean;
  readonly accountSelectorNoTitle: boolean;
  readonly accountSelectorCurrency: string | null;
  readonly showAllAccounts: boolean;
  /** The selector leaves out accounts below this ratio. */
  readonly eftEligibleRatio: number | null;
  readonly resumeSelectedAccounts: readonly string[];
  readonly scheduleRefresh: boolean;
  readonly redirectUrl: string | null;
  readonly innerRedirect: boolean;
  readonly jsRedirect: boolean;
  readonly oauthWindowRedirect: boolean;
  readonly demo: boolean;
  /** The dummy bank goes the way of OAuth banks: how Flinks has the popup tested. */
  readonly demoOutbound: boolean;
  readonly institutionsLocation: 'CA' | 'US';
  readonly tag: string | null;
  /** Ours: plays this scenario in this frame, whatever the sandbox was started with. */
  readonly sandboxScenario: string | null;
  /** Ours: lets the scenario drive, so many times faster than a testUser. */
  readonly sandboxDrive: number | null;
  /** Names that no page of Flinks and no public code uses. */
  readonly unknown: readonly string[];
}

// Every name of docs/flinks/connect.md 3.2, also those that change nothing here, so that only typing mistakes are reported.
const knownParameters = [
  'authorizeToken',
  'demo',
  'demoOutbound',
  'requestId',
  'resumeSelectedAccounts',
  'webview',
  'oauthWindowRedirect',
  'stringify',
  'maximumRetry',
  'tag',
  'Tag',
  'customerId',
  'language',
  'theme',
  'backgroundColor',
  'foregroundColor1',
  'foregroundColor2',
  'headerEnable',
  'headerImgEnable',
  'backEnable',
  'closeEnable',
  'staticLoadingEnable',
  'removePadding',
  'institutionFilterEnable',
  'desktopLayout',
  'fixedHeightEnable',
  'boxLayout',
  'loadingType',
  'consentEnable',
  'features',
  'customerName',
  'consentTitleAppendedText',
  'termsUrl',
  'termsNoCheckbox',
  'productType',
  'institutionsLocation',
  'accountSelectorEnable',
  'accountSelectorMultiple',
  'accountSelectorNoTitle',
  'accountSelectorCurrency',
  'showAllAccounts',
  'showAllOperationsAccounts',
  'fetchAllAccounts',
  'withTransactions',
  'daysOfTransactions',
  'detailsAndStatementEnable',
  'monthsOfStatements',
  'statement',
  'waitSummary',
  'eftEligibleRatio',
  'scheduleRefresh',
  'enhancedMFA',
  'skipEnhancedMFA',
  'withMFAQuestions',
  'redirectUrl',
  'innerRedirect',
  'jsRedirect',
  'sandboxScenario',
  'sandboxDrive',
] as const;

type KnownParameter = (typeof knownParameters)[number];

function isKnown(name: string): boolean {
  return knownParameters.some((known) => known === name);
}

function readFlag(text: string | null): boolean | undefined {
  if (text === null) return undefined;
  return text.toLowerCase() === 'true';
}

function readCount(text: string | null): number | null {
  const count = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(count) ? count : null;
}

function readList(text: string | null): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function readTheme(text: string | null): 'light' | 'dark' | null {
  return text === 'light' || text === 'dark' ? text : null;
}
