import { accountCategories, type Clock, type EftPolicy, type PrivateAccountField } from '@flinks-kit/core';
import {
  array,
  boolean,
  check,
  custom,
  exactOptional,
  finite,
  type GenericSchema,
  maxValue,
  minValue,
  nonEmpty,
  number,
  type ObjectEntries,
  optional,
  picklist,
  pipe,
  record,
  regex,
  safeInteger,
  strictObject,
  string,
  union,
} from 'valibot';
import { endpointPath } from '../common/endpointPath.ts';
import { isInstance, isPlainObject, parseWebAddress } from '../common/optionsError.ts';
import { defaultTiming, type FlinksTiming } from '../common/timing.ts';
import type { FlinksCredentials, FlinksHeaderSets } from '../flinks/FlinksCredentials.ts';
import type { FlinksStore } from '../store/FlinksStore.ts';
import type {
  ConnectRedirect,
  FlinksServerOptions,
  ServerConnectOptions,
  ServerConnectParameters,
  ServerWebhookOptions,
} from './FlinksServerOptions.ts';

/** One schema per option, and none more: an option without one, or one without an option, does not compile. */
type SchemasOf<Options> = Record<keyof Required<Options>, GenericSchema>;

/** An object of options: not a list, and not a promise, which has no keys and would pass where all are optional. */
const plainObject = custom<object>(isPlainObject);
const group = <const Entries extends ObjectEntries>(entries: Entries) =>
  Object.assign(pipe(plainObject, strictObject(entries)), { entries });

// A template writes a variable that is not set as one of these words.
const isText = (given: string): boolean => given.trim() !== '' && given !== 'undefined' && given !== 'null';
const text = pipe(string(), check(isText));
// Sent as a header, which holds Latin-1; what a file or a shell left around it would be a part of it.
const headerText = pipe(text, regex(/^[!-~¡-ÿ](?:[ -~\u00a0-ÿ]*[!-~¡-ÿ])?$/));
// An empty one is refused where secrets are used.
const secret = pipe(
  string(),
  check((given) => given === '' || (isText(given) && /^\S(?:[^\p{Cc}]*\S)?$/u.test(given))),
);
const ratio = optional(pipe(number(), minValue(0), maxValue(1)));
const texts = array(text);
const func = custom<(...given: never[]) => unknown>((value) => typeof value === 'function');
const webAddress = pipe(
  string(),
  check((address) => parseWebAddress(address) !== null),
);
// The path of an API or a return is appended, so nothing may follow the path.
const baseAddress = pipe(
  webAddress,
  check((address) => !/[?#]/.test(address)),
);
const apiOrigin = pipe(
  baseAddress,
  check((address) => !address.endsWith('/')),
);
const path = pipe(
  string(),
  regex(/^\/?[\w\-.~%@][\w\-.~%@/]*$|^\/$/),
  // A request's path has no "." and no ".." in it: it would never begin so.
  check(
    (given) =>
      endpointPath(new URL(endpointPath(given), 'http://localhost').pathname) === endpointPath(given),
  ),
);
// What browsers send as `Origin`: no path, no default port, lower case; web views have schemes of their own.
const origin = pipe(
  string(),
  check((given) => {
    if (!/^[a-z][a-z\d+.-]*:\/\/[^\s/\\?#*@]+$/.test(given) || !URL.canParse(given)) return false;
    return !/^https?:/.test(given) || new URL(given).origin === given;
  }),
);
const flag = optional(boolean());
const word = optional(text);
const hex = optional(pipe(string(), regex(/^(?:[\da-f]{3}|[\da-f]{6}|[\da-f]{8})$/i)));

/** An object with these methods, of any class. */
const withMethods = <Type>(methods: Record<keyof Type & string, true>) =>
  custom<Type>(
    (value) =>
      value instanceof Object &&
      Object.keys(methods).every((name) => typeof Reflect.get(value, name) === 'function'),
  );

const credentials = group({
  instance: pipe(text, check(isInstance)),
  customerId: pipe(text, regex(/^[\w-]+$/)),
  secretKey: headerText,
  apiKey: headerText,
  bearer: optional(headerText),
  authorizeAsync: flag,
  apiUrl: optional(apiOrigin),
  fetch: optional(func),
  headers: optional(
    group({
      token: exactOptional(func),
      authorize: exactOptional(func),
      data: exactOptional(func),
      lifecycle: exactOptional(func),
      status: exactOptional(func),
    } satisfies SchemasOf<FlinksHeaderSets>),
  ),
} satisfies SchemasOf<FlinksCredentials>);

const parameters = group({
  demo: flag,
  demoOutbound: flag,
  upload: flag,
  webview: flag,
  oauthWindowRedirect: flag,
  stringify: flag,
  maximumRetry: optional(pipe(number(), safeInteger(), minValue(0))),
  language: optional(picklist(['en', 'fr'])),
  theme: optional(picklist(['light', 'dark'])),
  backgroundColor: hex,
  foregroundColor1: hex,
  foregroundColor2: hex,
  headerEnable: flag,
  headerImgEnable: flag,
  backEnable: flag,
  closeEnable: flag,
  staticLoadingEnable: flag,
  removePadding: flag,
  institutionFilterEnable: flag,
  desktopLayout: flag,
  fixedHeightEnable: flag,
  boxLayout: flag,
  loadingType: optional(picklist(['dots', 'progressbar'])),
  consentEnable: flag,
  features: optional(texts),
  customerName: word,
  consentTitleAppendedText: word,
  termsUrl: optional(webAddress),
  termsNoCheckbox: flag,
  productType: optional(picklist(['banking', 'investment'])),
  institutionsLocation: word,
  accountSelectorEnable: flag,
  accountSelectorMultiple: flag,
  accountSelectorNoTitle: flag,
  accountSelectorCurrency: optional(picklist(['cad', 'usd'])),
  showAllAccounts: flag,
  showAllOperationsAccounts: flag,
  fetchAllAccounts: flag,
  withTransactions: flag,
  daysOfTransactions: word,
  detailsAndStatementEnable: flag,
  monthsOfStatements: optional(picklist(['MostRecent', 'Months3', 'Months12'])),
  statement: flag,
  waitSummary: flag,
  eftEligibleRatio: ratio,
  scheduleRefresh: flag,
  enhancedMFA: flag,
  skipEnhancedMFA: flag,
  innerRedirect: flag,
  jsRedirect: flag,
  other: optional(
    pipe(plainObject, record(string(), union([string(), pipe(number(), finite()), boolean()]))),
  ),
} satisfies SchemasOf<ServerConnectParameters>);

const connect = group({
  url: optional(webAddress),
  parameters: optional(parameters),
  redirect: optional(
    group({
      publicUrl: baseAddress,
      returnTo: pipe(
        string(),
        check((page) => /^\/(?![/\\])/.test(page) || parseWebAddress(page) !== null),
      ),
    } satisfies SchemasOf<ConnectRedirect>),
  ),
} satisfies SchemasOf<ServerConnectOptions>);

const eft = group({
  threshold: ratio,
  // No account is of none of them.
  categories: optional(pipe(array(picklist(accountCategories)), nonEmpty())),
  currencies: optional(pipe(array(pipe(string(), regex(/^[A-Z]{3}$/))), nonEmpty())),
  deniedInstitutions: optional(array(pipe(string(), regex(/^\d{3}$/)))),
  zeroRatio: optional(picklist(['ineligible', 'unknown'])),
  shortAccountNumbers: optional(picklist(['unknown', 'allowed'])),
} satisfies SchemasOf<EftPolicy>);

const privateFields = [
  'holder',
  'accountNumber',
  'transitNumber',
  'institutionNumber',
] as const satisfies readonly PrivateAccountField[];

const milliseconds = exactOptional(pipe(number(), finite(), minValue(0)));
// Each name of `defaultTiming` has the same schema.
const timing = group(
  Object.fromEntries(Object.keys(defaultTiming satisfies FlinksTiming).map((name) => [name, milliseconds])),
);

/** Every option of `createFlinksServer`. */
export const serverOptionsSchema = group({
  endpoint: union([path, baseAddress]),
  flinks: credentials,
  identify: func,
  // How long a key or a secret must be is checked where it is used.
  encryption: group({ keys: array(string()) } satisfies SchemasOf<FlinksServerOptions['encryption']>),
  store: optional(
    withMethods<FlinksStore>({
      get: true,
      insert: true,
      replace: true,
      remove: true,
      list: true,
      lease: true,
      release: true,
    }),
  ),
  connect: optional(connect),
  webhook: optional(group({ secrets: array(secret) } satisfies SchemasOf<ServerWebhookOptions>)),
  expose: optional(array(picklist(privateFields))),
  eft: optional(eft),
  allowedOrigins: optional(array(origin)),
  onSharedLogin: optional(picklist(['allow', 'deny'])),
  freshness: optional(picklist(['enforce', 'webhook', 'audit'])),
  nightlyRefresh: flag,
  institutions: flag,
  rateLimit: optional(func),
  onEvent: optional(func),
  onAudit: optional(func),
  onWarning: optional(func),
  waitUntil: optional(func),
  clock: optional(withMethods<Clock>({ now: true, after: true })),
  timing: optional(timing),
} satisfies SchemasOf<FlinksServerOptions>);

/** What to write for an option; a part of an object without a line of its own has the line of the whole. */
export const whatToWrite: Readonly<Record<string, string>> = {
  '': 'Give one object: { endpoint, flinks, identify, encryption }.',
  endpoint:
    'Give the path below which the routes answer, such as "/api/flinks", without "." and ".." as parts, "?" and "#".',
  flinks: 'Give { instance, customerId, secretKey, apiKey } as you got them from Flinks.',
  'flinks.instance': 'Give the name alone: what stands before "-api.private.fin.ag", without "https://".',
  'flinks.customerId': 'Give the customer id from Flinks, a GUID.',
  'flinks.secretKey': 'Give the secret key from Flinks, without blanks and line breaks around it.',
  'flinks.apiKey': 'Give the API key from Flinks, without blanks and line breaks around it.',
  'flinks.bearer':
    'Give the API secret from Flinks, without blanks and line breaks around it, or leave it out.',
  'flinks.authorizeAsync': 'Give true if Flinks activated AuthorizeAsync for you, or leave it out.',
  'flinks.apiUrl':
    'Give an address with its scheme and without a slash at its end, such as "https://example-api.private.fin.ag", or leave it out.',
  'flinks.fetch': 'Give a function from Request to Promise<Response>, or leave it out.',
  'flinks.headers':
    'Give functions that return headers: { token, authorize, data, lifecycle, status }, each optional.',
  identify: 'Give a function from a Request to the signed-in user’s id, or null.',
  encryption: 'Give { keys: [key] }, each key the output of "openssl rand -base64 32".',
  'encryption.keys': 'Give an array of keys, each the output of "openssl rand -base64 32".',
  store: 'Give a store, such as await createPostgresStore({ pool }), or leave it out.',
  connect: 'Give { url, parameters, redirect }, each optional.',
  'connect.url':
    'Give the widget’s address with its scheme, such as "https://example-iframe.private.fin.ag/v2/", or leave it out.',
  'connect.parameters':
    'Give parameters of Flinks Connect (docs/flinks/connect.md 3), spelled as Flinks spells them; others go into parameters.other.',
  'connect.parameters.maximumRetry': 'Give a whole number from 0 on, or leave it out.',
  'connect.parameters.eftEligibleRatio': 'Give a number from 0 to 1, or leave it out.',
  'connect.redirect': 'Give { publicUrl, returnTo }, or leave it out.',
  'connect.redirect.publicUrl':
    'Give the endpoint as a browser reaches it, such as "https://app.example/api/flinks".',
  'connect.redirect.returnTo': 'Give one page of the app, such as "/bank" or "https://app.example/bank".',
  webhook: 'Give { secrets: [secret] }, or leave it out.',
  'webhook.secrets':
    'Give an array of the instance’s HMAC secrets, without blanks and line breaks around them.',
  expose:
    'Give an array of "holder", "accountNumber", "transitNumber" and "institutionNumber", or leave it out.',
  eft: 'Give rules of EftPolicy, such as { threshold: 0.8 }, or leave it out.',
  'eft.threshold': 'Give a number from 0 to 1, such as 0.8, or leave it out.',
  'eft.categories':
    'Give an array of one or more of "Operations", "Credits", "Products" and "Other", or leave it out.',
  'eft.currencies': 'Give an array of one or more ISO 4217 codes, such as ["CAD"], or leave it out.',
  allowedOrigins:
    'Give origins as browsers send them, such as ["https://app.example"]: no "*", no path, no slash at the end.',
  onSharedLogin: 'Give "allow" or "deny", or leave it out.',
  freshness: 'Give "enforce", "webhook" or "audit", or leave it out.',
  nightlyRefresh:
    'Give true if users may switch the nightly refresh on, which Flinks bills, or leave it out.',
  institutions: 'Give true if users may read the list of institutions, or leave it out.',
  rateLimit: 'Give a function that returns true when the call may go on, or leave it out.',
  onEvent: 'Give a function, or leave it out.',
  onAudit: 'Give a function, or leave it out.',
  onWarning: 'Give a function, or leave it out.',
  waitUntil: 'Give the platform’s function, such as (work) => context.waitUntil(work), or leave it out.',
  clock: 'Give { now, after }, or leave it out.',
  timing: 'Give milliseconds for names of defaultTiming, or leave it out.',
};
