/**
 * What Flinks documents, or what was seen of it, pinned by hand from the contract with its evidence marks. Nothing
 * here is generated from the code that it checks. `D`: documented by Flinks; `C`: seen in public code or captures.
 */
export type Mark = 'D' | 'C';

/** Endpoints below `/BankingServices` (docs/flinks/api.md 2). Left out: AuthorizeMultiple, whose answer is not known. */
export const documentedEndpoints: Readonly<Record<string, Mark>> = {
  'POST GenerateAuthorizeToken': 'D',
  'POST Authorize': 'D',
  'POST AuthorizeAsync': 'D',
  'POST GetAccountsSummary': 'D',
  'GET GetAccountsSummaryAsync': 'D',
  'POST GetAccountsDetail': 'D',
  'GET GetAccountsDetailAsync': 'D',
  'POST GetStatements': 'D',
  'GET GetStatementsAsync': 'C',
  'PATCH SetScheduledRefresh': 'D',
  'GET GetNightlyRefreshStatus': 'D',
  'DELETE DeleteCard': 'D',
  'GET GetMFAQuestions': 'D',
  'PATCH AnswerMFAQuestions': 'D',
  'GET Institutions': 'D',
  'GET Institutions/RoutingNumber': 'D',
  'POST FieldMatch': 'D',
  'POST Token': 'C',
};

/** Steps of the widget (docs/flinks/connect.md 1.2). */
export const documentedSteps: Readonly<Record<string, Mark>> = {
  APP_MOUNTED: 'D',
  APP_ONLINE: 'D',
  APP_OFFLINE: 'D',
  APP_RESIZE: 'D',
  COMPONENT_LOAD_CONSENT: 'D',
  COMPONENT_ACCEPT_CONSENT: 'D',
  COMPONENT_DENY_CONSENT: 'D',
  COMPONENT_ACCEPT_PROVIDER_CONSENT: 'D',
  COMPONENT_ACCEPT_TERMS: 'D',
  COMPONENT_DENY_TERMS: 'D',
  COMPONENT_CLICK_TERMS_URL: 'D',
  COMPONENT_CLICK_RESET_PASSWORD: 'D',
  COMPONENT_LOAD_INSTITUTION_SELECTOR: 'D',
  INSTITUTION_SELECTED: 'D',
  COMPONENT_LOAD_CREDENTIAL: 'D',
  COMPONENT_LOAD_CREDENTIAL_RETRY: 'D',
  SUBMIT_CREDENTIAL: 'D',
  COMPONENT_LOAD_MFA: 'D',
  COMPONENT_LOAD_MFA_RETRY: 'D',
  COMPONENT_HELP2FA_INFO: 'D',
  COMPONENT_HELP2FA_TROUBLESHOOTING: 'D',
  ENHANCED_MFA_HAS_QUESTIONS: 'D',
  ENHANCED_MFA_NO_QUESTIONS: 'D',
  COMPONENT_LOAD_ACCOUNT_SELECTION: 'D',
  ACCOUNT_SELECTED: 'D',
  POPUP_OPENED: 'D',
  POPUP_BLOCKED: 'D',
  REDIRECT: 'D',
  COMPONENT_CLOSE_SESSION: 'D',
  DISABLED_INSTITUTION: 'D',
  SUBMIT_MFA: 'C',
  MAXIMUM_RETRY_REACHED: 'C',
  TOKEN_INVALID: 'C',
};

/** What a step carries besides its name (docs/flinks/connect.md 1.2, 1.3). */
export const documentedPayloads: Readonly<Record<string, Readonly<Record<string, Mark>>>> = {
  COMPONENT_LOAD_INSTITUTION_SELECTOR: { cached: 'D' },
  INSTITUTION_SELECTED: { institution: 'D' },
  COMPONENT_LOAD_CREDENTIAL: { institution: 'D' },
  SUBMIT_CREDENTIAL: { institution: 'D' },
  COMPONENT_LOAD_MFA: { mfaTypes: 'D' },
  COMPONENT_LOAD_ACCOUNT_SELECTION: { totalAccounts: 'D', displayedAccounts: 'D' },
  ACCOUNT_SELECTED: { accountId: 'C' },
  REDIRECT: { institution: 'D', url: 'D', loginId: 'D', requestId: 'D', accountId: 'D' },
  COMPONENT_CLOSE_SESSION: { institution: 'D' },
  'an API event': { requestId: 'D', flinksCode: 'D', institution: 'D' },
};

/** The ten codes that the widget handles itself (docs/flinks/connect.md 2.1). */
export const handledByWidget: readonly string[] = [
  'INVALID_USERNAME',
  'INVALID_PASSWORD',
  'INVALID_LOGIN',
  'INVALID_SECURITY_RESPONSE',
  'RETRY_LATER',
  'UNAUTHORIZED',
  'NEW_ACCOUNT',
  'AGGREGATION_ERROR',
  'DISABLED_INSTITUTION',
  'DISABLED_LOGIN',
];

/**
 * Codes of the API (docs/flinks/api.md 3.1, docs/flinks/connect.md 2.2). Left out, since no call of Connect is known to answer
 * them: `OK` and `CREATED`, and the bank-maintenance code of the nightly-refresh list.
 */
export const documentedCodes: Readonly<Record<string, Mark>> = {
  ...Object.fromEntries(handledByWidget.map((code) => [code, 'D' as const])),
  OPERATION_PENDING: 'D',
  OPERATION_DISPATCHED: 'D',
  SESSION_NONEXISTENT: 'D',
  SESSION_EXPIRED: 'D',
  CARD_IN_USE: 'D',
  ACCESS_DENIED: 'D',
  INVALID_REQUEST: 'D',
  INVALID_SECURITY_RESPONSE_NO_RETRY: 'D',
  QUESTION_NOT_FOUND: 'D',
  TOO_MANY_REQUESTS: 'D',
  UNKNOWN_CHALLENGE_KEY: 'D',
  Document_Processing_Failed: 'D',
  CONCURRENT_SESSION: 'C',
  ALREADY_AUTHORIZED: 'C',
  SECURITYRESPONSES_INCOMPLETE: 'C',
  METHOD_NOT_AVAILABLE: 'C',
};

/**
 * Names that public code knows, and no source places: the sandbox leaves them out, each for its reason
 * (docs/flinks/connect.md 1.2, docs/flinks/api.md 3.1).
 */
export const neverSent: Readonly<Record<string, string>> = {
  COMPONENT_CONSENT_INTRO: 'one host listens for it; its place among the steps is not known',
  NO_TRANSACTION: 'of products that need 25 transactions; endpoint and status are not known',
};

/**
 * Categories with the types of each that Flinks lists; its own list is incomplete, and that `Unknown` goes with
 * `Other` is our reading (docs/flinks/api.md 4.2).
 */
export const documentedTypes: Readonly<Record<string, string>> = {
  Operations: 'Chequing Savings CashManagement Rewards Deposit',
  Credits:
    'CreditCard CreditCardPrepaid LineOfCredit LineOfCreditHomeEquity Loan LoanPersonal LoanStudent LoanHome LoanCar LoanInstallment LoanInvestment Mortgage',
  Products:
    'RRSP TFSA GIC OtherAsset CertificateOfDeposit FHSA Brokerage EducationSavings529 Retirement401k Retirement403b Retirement457 DeferredCompPlan KEOGH Pension ProfitSharingPlan IRA IRARoth IRARollover IRASep IRASimple RESP HSA HRA RDSP TSP Annuity TermLife UniversalLife WholeLife OtherLife VehicleInsurance HealthInsurance',
  Other: 'Unknown',
};

const login = 'Login Login.Username Login.IsScheduledRefresh Login.LastRefresh Login.Type Login.Id';
const institution = 'InstitutionName InstitutionId Institution RequestId';
const links = 'Links Links[].rel Links[].href Links[].example';
const holder = (path: string): string =>
  [
    ...['', '.Name', '.Address', '.Address.CivicAddress', '.Address.City', '.Address.Province'],
    ...['.Address.PostalCode', '.Address.POBox', '.Address.Country', '.Email', '.PhoneNumber'],
  ]
    .map((field) => path + field)
    .join(' ');
const account = [
  'Title AccountNumber LastFourDigits Balance Balance.Available Balance.Current Balance.Limit Category Type',
  'Currency AccountType Id',
]
  .join(' ')
  .split(' ')
  .map((field) => `Accounts[].${field}`)
  .join(' ');
const detail = [
  `HttpStatusCode Accounts ${account} ${holder('Accounts[].Holder')} ${login} ${institution}`,
  'Accounts[].TransitNumber Accounts[].InstitutionNumber Accounts[].OverdraftLimit Accounts[].Transactions',
  ...['Date', 'Code', 'Description', 'Debit', 'Credit', 'Balance', 'Id'].map(
    (field) => `Accounts[].Transactions[].${field}`,
  ),
].join(' ');

const matched = (name: string): readonly string[] => [
  name,
  ...['fullName', 'phone', 'email', 'civicAddress', 'city', 'province', 'postalCode', 'noData'].map(
    (field) => `${name}.${field}`,
  ),
];

/** Every field of every answer: `D` first, then `C` (docs/flinks/api.md 2, 3, 8). */
export const documentedFields: Readonly<Record<string, readonly [documented: string, seen?: string]>> = {
  'GenerateAuthorizeToken 200': ['HttpStatusCode Token'],
  'Authorize 200': [`HttpStatusCode ${links} Tag ${login} ${institution}`],
  'Authorize 203': [
    `HttpStatusCode ${links} SecurityChallenges SecurityChallenges[].Type SecurityChallenges[].Prompt ${institution}`,
    'Tag SecurityChallenges[].Iterables',
  ],
  'AuthorizeAsync 202': ['RequestId', `FlinksCode ${links} HttpStatusCode Message`],
  'GetAccountsSummary 200': [
    `HttpStatusCode Accounts ${account} ${holder('Accounts[].Holder')} Accounts[].EftEligibleRatio Accounts[].ETransferEligibleRatio ${links} Tag ${login} ${institution}`,
  ],
  'GetAccountsDetail 202': [`FlinksCode ${links} HttpStatusCode Message RequestId`],
  'GetAccountsDetail 200': [detail, 'Tag'],
  'GetStatements 200': [
    `HttpStatusCode StatementsByAccount StatementsByAccount[].AccountNumber StatementsByAccount[].Statements StatementsByAccount[].Statements[].UniqueId StatementsByAccount[].Statements[].FileType StatementsByAccount[].Statements[].Base64Bytes ${login} ${institution}`,
  ],
  'SetScheduledRefresh 200': [''],
  'GetNightlyRefreshStatus 200': [
    'HttpStatusCode IneligibleCards IneligibleCards[].LoginId IneligibleCards[].LastRefreshDate IneligibleCards[].LastRefreshState IneligibleCards[].LastRefreshErrorCode Message FlinksCode',
  ],
  'DeleteCard 200': ['', 'StatusCode Message'],
  'GetMFAQuestions 200': ['Message Questions Questions[].Question'],
  'AnswerMFAQuestions 200': ['Message'],
  'Institutions 200': [
    'Data Data[].Id Data[].Localizations Data[].Localizations[].Language Data[].Localizations[].Name Data[].Localizations[].Urls Data[].Localizations[].Urls[].Type Data[].Localizations[].Urls[].Url Data[].Status Data[].Country Data[].RoutingNumbers Count',
  ],
  'Institutions/RoutingNumber 200': [
    'RoutingNumbers',
    'Id Localizations Localizations[].Language Localizations[].Name Localizations[].Urls Localizations[].Urls[].Type Localizations[].Urls[].Url Status Country',
  ],
  'FieldMatch 200': [
    [
      'overallMatch',
      'overallMatchRate',
      ...matched('fieldLevelMatch'),
      ...matched('fieldLevelMatchRate'),
    ].join(' '),
  ],
  'Token 200': ['', 'access_token expires_in'],
  'any refusal': ['HttpStatusCode Message FlinksCode', `${links} Institution RequestId`],
  'webhook KYC': [
    `ResponseType HttpStatusCode Holders ${holder('Holders[]')} ${login}`.replace('Holders[] ', ''),
    `Tag ${institution}`,
  ],
  'webhook GetAccountsDetail': [`ResponseType ${detail}`, 'Tag'],
};

const envelope = 'InstitutionName Login InstitutionId Institution RequestId';
const pending = 'FlinksCode Links HttpStatusCode Message RequestId';
const detailAccount =
  'Transactions TransitNumber InstitutionNumber OverdraftLimit Title AccountNumber LastFourDigits Balance Category Type Currency Holder AccountType Id';

/**
 * The order of the keys of every object: as captured, and otherwise as Flinks' pages print it (docs/flinks/api.md 2, 3,
 * 8). A bare name is an object of that name in any body; where `Tag` stands in a webhook is our guess.
 */
export const documentedOrder: Readonly<Record<string, string>> = {
  'GenerateAuthorizeToken 200': 'HttpStatusCode Token',
  'Authorize 200': `HttpStatusCode Links Tag ${envelope}`,
  'Authorize 203':
    'HttpStatusCode Links Tag SecurityChallenges InstitutionName InstitutionId Institution RequestId',
  'AuthorizeAsync 202': pending,
  'GetAccountsSummary 200': `HttpStatusCode Accounts Links Tag ${envelope}`,
  'GetAccountsSummary 200 Accounts[]':
    'EftEligibleRatio ETransferEligibleRatio Title AccountNumber LastFourDigits Balance Category Type Currency Holder AccountType Id',
  'GetAccountsDetail 202': pending,
  'GetAccountsDetail 200': `HttpStatusCode Accounts Tag ${envelope}`,
  'GetAccountsDetail 200 Accounts[]': detailAccount,
  'GetStatements 200': `HttpStatusCode StatementsByAccount ${envelope}`,
  'GetNightlyRefreshStatus 200': 'HttpStatusCode IneligibleCards Message FlinksCode',
  'DeleteCard 200': 'StatusCode Message',
  'GetMFAQuestions 200': 'Message Questions',
  'AnswerMFAQuestions 200': 'Message',
  'Institutions 200': 'Data Count',
  'Institutions/RoutingNumber 200': 'Id Localizations Status Country RoutingNumbers',
  'any refusal': 'HttpStatusCode Links Message FlinksCode Institution RequestId',
  'webhook KYC': `ResponseType HttpStatusCode Holders Tag ${envelope}`,
  'webhook GetAccountsDetail': `ResponseType HttpStatusCode Accounts Tag ${envelope}`,
  'webhook GetAccountsDetail Accounts[]': detailAccount,
  'Links[]': 'rel href example',
  'SecurityChallenges[]': 'Type Prompt Iterables',
  Login: 'Username IsScheduledRefresh LastRefresh Type Id',
  Balance: 'Available Current Limit',
  Holder: 'Name Address Email PhoneNumber',
  'Holders[]': 'Name Address Email PhoneNumber',
  Address: 'CivicAddress City Province PostalCode POBox Country',
  'Transactions[]': 'Date Code Description Debit Credit Balance Id',
  'StatementsByAccount[]': 'AccountNumber Statements',
  'Statements[]': 'UniqueId FileType Base64Bytes',
  'IneligibleCards[]': 'LoginId LastRefreshDate LastRefreshState LastRefreshErrorCode',
  'Questions[]': 'Question',
  'Data[]': 'Id Localizations Status Country RoutingNumbers',
  'FieldMatch 200': 'overallMatch fieldLevelMatch overallMatchRate fieldLevelMatchRate',
  fieldLevelMatch: 'fullName phone email civicAddress city province postalCode noData',
  fieldLevelMatchRate: 'fullName phone email civicAddress city province postalCode noData',
  'Token 200': 'access_token expires_in',
  'Localizations[]': 'Language Name Urls',
  'Urls[]': 'Type Url',
};

/**
 * What Flinks documents of its behaviour beyond names and shapes: each fact with its mark and its source.
 * `facts.test.ts` has one check for each.
 */
export const documentedFacts: Readonly<Record<string, string>> = {
  'a card that was deleted and connected again has a new LoginId':
    'D [retention], docs/flinks/api.md 6.6; docs/flinks/connect.md 4.10',
  'a new LoginId brings new AccountIds': 'D [retention], docs/flinks/api.md 6.6',
  'the old LoginId stays invalid after DeleteCard': 'D [loginid-vs-requestid], docs/flinks/api.md 2.11, 6.6',
  'another username is another LoginId': 'D [retention], docs/flinks/api.md 6.6; docs/flinks/connect.md 4.10',
  'another language is another LoginId': 'D [loginid-vs-requestid], docs/flinks/connect.md 4.10',
  'a right answer of a live call is stored and used again': 'D [help-mfastore], docs/flinks/api.md 2.17',
  'a one-time code is asked for every time': 'D [get-mfa], docs/flinks/api.md 2.17',
  'a cached call asks nothing': 'D [help-mfastore], docs/flinks/api.md 2.17',
  'a live call that was left at its question makes the next cached call QUESTION_NOT_FOUND':
    'D [cached-errors], docs/flinks/api.md 2.17; docs/flinks/connect.md 2.2',
  'the RequestId of that refusal opens the older data': 'D [cached-errors], docs/flinks/api.md 2.17',
  'a later live call that succeeds ends that refusal': 'I, docs/flinks/api.md 2.17',
  'WithMFAQuestions stores the other questions without answers': 'D [help-mfaflow], docs/flinks/api.md 2.17',
  'GetMFAQuestions lists the questions without an answer':
    'D [help-mfaflow] [get-mfa], docs/flinks/api.md 2.17',
  'AnswerMFAQuestions stores answers that the next live call uses':
    'D [help-mfaflow], docs/flinks/api.md 2.17',
  'a wrong stored answer is erased when the bank asks': 'D [help-mfaflow], docs/flinks/api.md 2.17',
  'nightly refresh uses stored answers': 'D [nightly], docs/flinks/api.md 6.7',
  'nightly refresh without an answer is QUESTION_NOT_FOUND': 'D [help-codes], docs/flinks/api.md 6.7',
  'nightly refresh tolerates every spelling of the bank-maintenance code':
    'D [nightly] [help-nightly], docs/flinks/api.md 3.1, 6.2',
  'a nightly refresh sends webhooks': 'I from D [nightly], docs/flinks/api.md 6.7',
  'a delivered webhook ends the collection': 'I from D [err], docs/flinks/api.md 9.4.12',
  'nothing is delivered after DeleteCard': 'I from D [del], docs/flinks/api.md 2.11',
  'nothing is tried again after DeleteCard': 'I from D [del], docs/flinks/api.md 2.11',
  'resumeSelectedAccounts limits GetAccountsDetail':
    'D [reconnect] [changelog-2026-04], docs/flinks/api.md 7; docs/flinks/connect.md 3.3',
  'theme takes light, dark and system': 'D [changelog-2026-04], docs/flinks/connect.md 3.2',
  'scheduleRefresh of the widget switches an existing card on and off':
    'D [help-enable], docs/flinks/api.md 6.3; docs/flinks/connect.md 3.2',
  'the parameter may be spelled ScheduleRefresh': 'D [help-enable], docs/flinks/connect.md 3.2',
  'isActivated is false by default': 'D [ssr], docs/flinks/api.md 2.9, 13.26',
  'US institutions have routing numbers in the list': 'D [changelog-2021-07], docs/flinks/api.md 2.15',
  'AccountsFilter ignores the case of ids in Detail and in Statements': 'I, docs/flinks/api.md 2.8, 9.4.13',
  'REDIRECT carries its ids in both places': 'C [C-WLT], docs/flinks/connect.md 1.3, 7.1',
  'a frame chooses the shape of its REDIRECT': 'I, docs/flinks/connect.md 1.3, 7.1',
  'the widget opens at /Upload': 'D [upload], docs/flinks/connect.md 3.1',
  'a bank with trouble shows a banner that does not block':
    'D [changelog-2026-09], docs/flinks/connect.md 4.9',
  'a second call for one card gets 202': 'D [async-cached], docs/flinks/api.md 2.16',
  'FieldMatch needs an earlier GetAccountsDetail': 'D [fieldmatch], docs/flinks/api.md 2.14',
  'FieldMatch averages the compared fields and names those without data':
    'D [fieldmatch], docs/flinks/api.md 2.14',
};
