/**
 * Everything that the widget's address can contain, spelled as Flinks spells it (docs/flinks/connect.md 3). What is left out
 * keeps Flinks' default. Parameters marked *seen only* come from public code, not from Flinks' pages.
 */
export interface ConnectParameters {
  /** The one-time token of `GenerateAuthorizeToken`. Mandatory for customers since October 2024. */
  readonly authorizeToken?: string | undefined;
  /** Shows Flinks Capital, the test bank. Off by default. */
  readonly demo?: boolean | undefined;
  /** A test bank on the OAuth path: how to try the bank's window. */
  readonly demoOutbound?: boolean | undefined;
  /** Resumes at the security question. Valid for 8 minutes; Flinks must have activated it. */
  readonly requestId?: string | undefined;
  /** With `requestId`: skips the account selector and keeps these ids of an earlier choice. */
  readonly resumeSelectedAccounts?: readonly string[] | undefined;
  /** Opens this institution's sign-in page at once. Part of the path, not of the query. */
  readonly institution?: string | undefined;
  /** Opens the statement upload alone. Part of the path, not of the query. */
  readonly upload?: boolean | undefined;
  /** Messages go to the native web view instead of `postMessage`. */
  readonly webview?: boolean | undefined;
  /** An OAuth bank takes over the whole page instead of a window. Needs `redirectUrl`. */
  readonly oauthWindowRedirect?: boolean | undefined;
  /** Messages are JSON strings instead of objects. */
  readonly stringify?: boolean | undefined;
  /** Retries before `MAXIMUM_RETRY_REACHED`. */
  readonly maximumRetry?: number | undefined;
  /** Your own mark; comes back in redirects, webhooks and the dashboard. */
  readonly tag?: string | undefined;

  /** The widget's language, and the one used towards the bank. `en` by default. */
  readonly language?: 'en' | 'fr' | undefined;
  /** Colour theme; `system` follows the user's device. Since April 2026. */
  readonly theme?: 'light' | 'dark' | 'system' | undefined;
  /** Hex digits without `#`; 3, 6 or 8. */
  readonly backgroundColor?: string | undefined;
  /** Hex digits without `#`; 3, 6 or 8. */
  readonly foregroundColor1?: string | undefined;
  /** Hex digits without `#`; 3, 6 or 8. */
  readonly foregroundColor2?: string | undefined;
  /** Shows the header. On by default. */
  readonly headerEnable?: boolean | undefined;
  /** Shows the logo in the header. On by default. */
  readonly headerImgEnable?: boolean | undefined;
  /** Shows the back button. On by default. */
  readonly backEnable?: boolean | undefined;
  /** Shows an X, which only posts `COMPONENT_CLOSE_SESSION`. Off by default. */
  readonly closeEnable?: boolean | undefined;
  /** Shows a loading screen while the widget boots. Off by default. */
  readonly staticLoadingEnable?: boolean | undefined;
  /** Takes the outer padding away. Off by default. */
  readonly removePadding?: boolean | undefined;
  /** Search box in the list of institutions. */
  readonly institutionFilterEnable?: boolean | undefined;
  /** Version 1 only. */
  readonly desktopLayout?: boolean | undefined;
  /** Version 1 only. */
  readonly fixedHeightEnable?: boolean | undefined;
  /** Version 1 only. */
  readonly boxLayout?: boolean | undefined;
  /** Version 1 only. */
  readonly loadingType?: 'dots' | 'progressbar' | undefined;

  /** Flinks' consent page. Off only if your own page makes the three disclosures that Flinks asks for. */
  readonly consentEnable?: boolean | undefined;
  /** What the consent page lists as collected, such as `TransactionHistory`, `AccountNumber`. */
  readonly features?: readonly string[] | undefined;
  /** Your name on the consent page. */
  readonly customerName?: string | undefined;
  /** Appended to the consent page's title. */
  readonly consentTitleAppendedText?: string | undefined;
  /** Adds a terms checkbox that links here. */
  readonly termsUrl?: string | undefined;
  /** The terms link without its checkbox. *Seen only.* */
  readonly termsNoCheckbox?: boolean | undefined;

  /** Which list of institutions. `banking` by default. */
  readonly productType?: 'banking' | 'investment' | undefined;
  /** Country of the institutions, such as `ca`. *Seen only.* */
  readonly institutionsLocation?: string | undefined;

  /** Adds the account selection. Flinks does not enforce the choice: carry the ids to your server. */
  readonly accountSelectorEnable?: boolean | undefined;
  /** Several accounts may be chosen. */
  readonly accountSelectorMultiple?: boolean | undefined;
  /** Hides the selector's title. */
  readonly accountSelectorNoTitle?: boolean | undefined;
  /** Offers accounts of this currency only. */
  readonly accountSelectorCurrency?: 'cad' | 'usd' | undefined;
  /** Offers every type of account, not only operations. */
  readonly showAllAccounts?: boolean | undefined;
  /** Offers every operations account. *Seen only.* */
  readonly showAllOperationsAccounts?: boolean | undefined;
  /** Collects the details of all accounts in the background, even if the user selected one. */
  readonly fetchAllAccounts?: boolean | undefined;
  /** Starts fetching with transactions. *Seen only.* */
  readonly withTransactions?: boolean | undefined;
  /** How far back; `Days90` and `Days365` were seen. */
  readonly daysOfTransactions?: 'Days90' | 'Days365' | (string & {}) | undefined;
  /** Fetches PDF statements too. Canada only. Off by default. */
  readonly detailsAndStatementEnable?: boolean | undefined;
  /** How many statements. `Months3` by default. */
  readonly monthsOfStatements?: 'MostRecent' | 'Months3' | 'Months12' | undefined;
  /** *Seen only.* */
  readonly statement?: boolean | undefined;
  /** *Seen only.* */
  readonly waitSummary?: boolean | undefined;
  /** Lets the widget hide accounts below this ratio, 0–1. *Seen only.* */
  readonly eftEligibleRatio?: number | undefined;
  /** Nightly refresh. Flinks no longer actively supports it. */
  readonly scheduleRefresh?: boolean | undefined;
  /** Collects every security question up front. Canada only; deprecated by Flinks. */
  readonly enhancedMFA?: boolean | undefined;
  /** Lets the user skip `enhancedMFA`. */
  readonly skipEnhancedMFA?: boolean | undefined;

  /** Where success leads; Flinks appends `loginId`, `institution`, `tag` and `accountId`. A domain of yours. */
  readonly redirectUrl?: string | undefined;
  /** The redirect happens inside the frame. */
  readonly innerRedirect?: boolean | undefined;
  /** `REDIRECT` is posted instead of navigating. *Seen only.* */
  readonly jsRedirect?: boolean | undefined;

  /** Parameters that this list does not know yet, sent as they are. */
  readonly other?: Readonly<Record<string, string | number | boolean>> | undefined;
}
