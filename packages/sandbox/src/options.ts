import { systemClock } from '@flinks-kit/core';
import * as v from 'valibot';
import { endpoints } from './api/endpoints.ts';
import { institutions } from './institutions/institutions.ts';
import { sandboxUsers } from './people/sandboxUsers.ts';
import { testUsers } from './people/testUsers.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { bankAccount } from './state/bankAccount.ts';
import { defaultCredentials } from './state/credentials.ts';
import { institution } from './state/institution.ts';
import type { Scenario } from './state/scenario.ts';
import { redirectShapes, type SandboxOptions, type Settings } from './state/settings.ts';
import { challengeTypes, promptDetail, testUser } from './state/testUser.ts';
import { describeIssue } from './validation/describeIssue.ts';

/**
 * Checks every option and fills in the defaults. Throws a `TypeError` with one sentence for an option that is misspelled
 * or wrong.
 */
export function readOptions(options: SandboxOptions): Settings {
  refusePromises(options);
  const result = v.safeParse(optionsSchema, options, { abortEarly: true });
  if (!result.success)
    throw new TypeError(describeIssue(result.issues[0], 'option', 'the sandbox was not created'));
  const { people = [], credentials, scenario, ...given } = result.output;
  return {
    seed: given.seed ?? 'flinks-kit',
    clock: options.clock ?? systemClock,
    credentials: {
      instance: credentials?.instance ?? defaultCredentials.instance,
      customerId: credentials?.customerId ?? defaultCredentials.customerId,
      secretKey: credentials?.secretKey ?? defaultCredentials.secretKey,
      apiKey: credentials?.apiKey ?? defaultCredentials.apiKey,
      bearer: credentials?.bearer ?? defaultCredentials.bearer,
    },
    // People of the options take the place of test users with the same name.
    testUsers: new Map(
      [...testUsers, ...sandboxUsers, ...people].map((known) => [known.username.toLowerCase(), known]),
    ),
    institutions: given.institutions ?? institutions,
    logins: given.logins ?? null,
    statusDialect: given.statusDialect ?? 'observed',
    shape: given.shape ?? 'captured',
    pendingPolls: given.pendingPolls ?? 2,
    collectionMs: given.collectionMs ?? null,
    tokenLifeMs: given.tokenLifeMs ?? 30 * minute,
    requireAuthorizeToken: given.requireAuthorizeToken ?? true,
    requireApiKey: given.requireApiKey ?? true,
    requestIdAfterDetail: given.requestIdAfterDetail ?? 'eight-minutes',
    deleteCard: given.deleteCard ?? 'forgiving',
    without: given.without ?? [],
    scenario: findScenario({ scenarios }, scenario ?? 'everyday'),
    scenarios,
    drive: given.drive ?? null,
    redirectShape: given.redirectShape ?? 'both',
    errorShape: given.errorShape ?? 'flinksCode',
    upload: given.upload ?? 'fallback',
    webhook: options.webhook ?? null,
    journalLimit: given.journalLimit ?? 1000,
    onCall: options.onCall ?? null,
  };
}

// To a schema, a promise is an object without parts.
function refusePromises(value: unknown, path = ''): void {
  if (value instanceof Promise) {
    const what = path === '' ? 'The options are' : `The option "${path}" is`;
    throw new TypeError(`${what} a promise, so the sandbox was not created: await it first.`);
  }
  if (value instanceof Object && Object.getPrototypeOf(value) === Object.prototype) {
    for (const [name, part] of Object.entries(value)) {
      refusePromises(part, path === '' ? name : `${path}.${name}`);
    }
  }
}

/** Finds a scenario by its name, or throws with the names that there are. */
export function findScenario({ scenarios: known }: Pick<Settings, 'scenarios'>, name: string): Scenario {
  const found = known.find((scenario) => scenario.name === name);
  if (found !== undefined) return found;
  throw new RangeError(
    `The sandbox has no scenario called "${name}", so there is nothing to play. Choose one of ${known.map((scenario) => scenario.name).join(', ')}.`,
  );
}

// The message of each check is what the option must be: `describeIssue` makes the sentence.
const text = v.pipe(v.string('a text'), v.nonEmpty('a text that is not empty'));
// What a call carries in its path or in a header.
const pathPart = v.pipe(text, v.regex(/^[\w-]+$/, 'letters, digits, "-" and "_"'));
const headerText = v.pipe(text, v.regex(/^[!-~]+$/, 'visible ASCII characters, without spaces'));
const nullableText = v.nullable(v.string('a text or null'));
const nullableNumber = v.nullable(v.pipe(v.number('a number or null'), v.finite('a finite number or null')));
const flag = v.boolean('true or false');
const count = v.pipe(
  v.number('a whole number from 0 up'),
  v.integer('a whole number from 0 up'),
  v.minValue(0, 'a whole number from 0 up'),
);
const milliseconds = v.pipe(
  v.number('milliseconds from 0 up'),
  v.finite('milliseconds from 0 up'),
  v.minValue(0, 'milliseconds from 0 up'),
);
const code = v.pipe(v.string('a Flinks code'), v.nonEmpty('a Flinks code'));
const oneOf = <const Words extends readonly string[]>(words: Words) =>
  v.picklist(words, `one of ${words.join(', ')}`);
const hasUser = ({ username, password }: URL): boolean => username !== '' || password !== '';
const address = v.pipe(
  v.string('an http or https address'),
  v.check((url) => /^https?:/i.test(url) && URL.canParse(url), 'an http or https address'),
  // `fetch` refuses any other.
  v.check((url) => !URL.canParse(url) || !hasUser(new URL(url)), 'one without a name and a password'),
);
const callable = v.function('a function');
const labels = v.strictObject({ en: text, fr: text }, 'an object with en and fr');

const holderSchema = v.object({
  name: nullableText,
  email: nullableText,
  phoneNumber: nullableText,
  address: v.nullable(
    v.object({
      civicAddress: nullableText,
      city: nullableText,
      province: nullableText,
      postalCode: nullableText,
      poBox: nullableText,
      country: nullableText,
    }),
  ),
});

const anAccount = bankAccount({ title: null });
const accountSchema = v.strictObject(
  {
    title: nullableText,
    accountNumber: v.optional(nullableText, anAccount.accountNumber),
    lastFourDigits: v.optional(nullableText, anAccount.lastFourDigits),
    transitNumber: v.optional(nullableText, anAccount.transitNumber),
    institutionNumber: v.optional(nullableText, anAccount.institutionNumber),
    overdraftLimit: v.optional(nullableNumber, anAccount.overdraftLimit),
    category: v.optional(nullableText, anAccount.category),
    type: v.optional(nullableText, anAccount.type),
    currency: v.optional(nullableText, anAccount.currency),
    available: v.optional(nullableNumber, anAccount.available),
    current: v.optional(nullableNumber, anAccount.current),
    limit: v.optional(nullableNumber, anAccount.limit),
    holder: v.optional(v.nullable(holderSchema), () => anAccount.holder),
    ownership: v.optional(v.nullable(oneOf(['Personal', 'Business'])), anAccount.ownership),
    eftEligibleRatio: v.optional(nullableNumber, anAccount.eftEligibleRatio),
    eTransferEligibleRatio: v.optional(nullableNumber, anAccount.eTransferEligibleRatio),
    transactionsPrefix: v.optional(nullableText, anAccount.transactionsPrefix),
    transactions: v.optional(
      v.nullable(
        v.array(
          v.strictObject({
            date: v.pipe(v.string('a date such as 2026-11-29'), v.isoDate('a date such as 2026-11-29')),
            description: v.string('a text'),
            debit: nullableNumber,
            credit: nullableNumber,
            balance: v.number('a number'),
          }),
          'a list of transactions or null',
        ),
      ),
      null,
    ),
  },
  'an account: bankAccount({ title }) makes one',
);

const challengesSchema = v.array(
  v.array(
    v.strictObject(
      {
        type: oneOf(challengeTypes),
        prompt: labels,
        answer: v.string('a text'),
        iterables: v.optional(v.array(v.string('a text'), 'a list of texts')),
      },
      'a question with type, prompt and answer',
    ),
    'a list of questions',
  ),
  'a list of rounds, each a list of questions',
);

const aUser = testUser({ username: 'user', accounts: [] });
const testUserSchema = v.strictObject(
  {
    username: text,
    password: v.optional(v.string('a text'), aUser.password),
    accounts: v.array(accountSchema, 'a list of accounts'),
    challenges: v.optional(challengesSchema, () => []),
    challengesInUs: v.optional(v.nullable(challengesSchema), null),
    asks: v.optional(oneOf(['one', 'all']), aUser.asks),
    challengesCached: v.optional(flag, aUser.challengesCached),
    refusal: v.optional(v.nullable(code), null),
    wrongAnswer: v.optional(code, aUser.wrongAnswer),
    detail: v.optional(
      v.pipe(
        v.strictObject({
          pendingPolls: v.optional(v.nullable(count), promptDetail.pendingPolls),
          pendingCode: v.optional(
            oneOf(['OPERATION_PENDING', 'OPERATION_DISPATCHED']),
            promptDetail.pendingCode,
          ),
          heldMs: v.optional(milliseconds, promptDetail.heldMs),
          failure: v.optional(v.nullable(code), promptDetail.failure),
        }),
      ),
      () => promptDetail,
    ),
    loginType: v.optional(v.nullable(oneOf(['Personal', 'Business'])), aUser.loginType),
    hasStatements: v.optional(flag, aUser.hasStatements),
  },
  'a test user: testUser({ username, accounts }) makes one',
);

const aBank = institution({ id: 0, name: 'Bank', title: { en: 'Bank', fr: 'Banque' } });
const colour = v.pipe(
  v.string('a CSS colour such as #1f4e5f'),
  v.regex(/^#[0-9a-f]{3,8}$/i, 'a CSS colour such as #1f4e5f'),
);
const institutionSchema = v.strictObject(
  {
    id: count,
    name: v.pipe(
      v.string('a name of letters and digits'),
      v.regex(/^[A-Za-z0-9]+$/, 'a name of letters and digits, such as MapleCrest'),
    ),
    alias: v.optional(nullableText, null),
    title: labels,
    country: v.optional(oneOf(['CA', 'US']), aBank.country),
    kind: v.optional(oneOf(['credentials', 'oauth', 'disabled']), aBank.kind),
    isPopular: v.optional(flag, aBank.isPopular),
    hasOutage: v.optional(flag, aBank.hasOutage),
    bankMs: v.optional(v.nullable(milliseconds), null),
    hasEftDetails: v.optional(flag, aBank.hasEftDetails),
    mark: v.optional(
      v.nullable(
        v.strictObject({
          background: colour,
          foreground: colour,
          path: v.pipe(
            v.string('SVG path data'),
            v.regex(/^[MmLlHhVvCcSsQqTtAaZz0-9 ,.-]+$/, 'SVG path data'),
          ),
        }),
      ),
      null,
    ),
    routingNumbers: v.optional(v.array(v.string('a text'), 'a list of texts'), () => []),
  },
  'an institution: institution({ id, name, title }) makes one',
);

const savedLoginSchema = v.strictObject(
  {
    username: text,
    institution: text,
    language: oneOf(['en', 'fr']),
    generation: v.string('a text'),
    scheduledRefresh: flag,
    lastRefresh: v.pipe(v.string('an ISO time'), v.isoTimestamp('an ISO time')),
    lastOutcome: v.nullable(code),
    pendingPolls: v.pipe(v.number('a whole number'), v.integer('a whole number')),
    dataWasDelivered: flag,
    dataWasRead: flag,
    detailWasRead: flag,
    selectedAccounts: v.nullable(v.array(count, 'a list of positions or null')),
    knownQuestions: v.array(v.string('a text'), 'a list of texts'),
    storedAnswers: v.record(v.string('a text'), v.string('a text'), 'texts by prompt'),
  },
  'a login of logins()',
);

/** Two entries must not share what identifies them. */
const unique =
  <Item>(keyOf: (item: Item) => string) =>
  (items: Item[]): boolean =>
    new Set(items.map((item) => keyOf(item).toLowerCase())).size === items.length;

/** The options of `createSandbox` that a JSON file can hold as well. */
export const jsonOptions = {
  seed: v.optional(text),
  credentials: v.optional(
    v.strictObject({
      instance: v.optional(pathPart),
      customerId: v.optional(pathPart),
      secretKey: v.optional(headerText),
      apiKey: v.optional(headerText),
      bearer: v.optional(headerText),
    }),
  ),
  people: v.optional(
    v.pipe(
      v.array(testUserSchema, 'a list of test users'),
      v.check(
        unique(({ username }) => username),
        'a list in which no username comes twice',
      ),
    ),
  ),
  institutions: v.optional(
    v.pipe(
      v.array(institutionSchema, 'a list of institutions'),
      v.check(
        unique(({ name }) => name),
        'a list in which no name comes twice',
      ),
      v.check(
        unique(({ id }) => String(id)),
        'a list in which no id comes twice',
      ),
      v.check(
        (list) => list.some(({ name }) => name === 'FlinksCapital'),
        'a list with FlinksCapital, where the documented test users sign in: write [...institutions, yours]',
      ),
    ),
  ),
  logins: v.optional(v.array(savedLoginSchema, 'a list of saved logins')),
  statusDialect: v.optional(oneOf(['observed', 'help', 'docs'])),
  shape: v.optional(oneOf(['captured', 'docs'])),
  pendingPolls: v.optional(count),
  collectionMs: v.optional(v.nullable(milliseconds)),
  tokenLifeMs: v.optional(milliseconds),
  requireAuthorizeToken: v.optional(flag),
  requireApiKey: v.optional(flag),
  requestIdAfterDetail: v.optional(oneOf(['eight-minutes', 'consumed'])),
  deleteCard: v.optional(oneOf(['forgiving', 'strict'])),
  without: v.optional(v.array(oneOf(endpoints.map(({ name }) => name)), 'a list of endpoints')),
  scenario: v.optional(v.string('the name of a scenario')),
  drive: v.optional(
    v.nullable(
      v.pipe(
        v.number('a number above 0'),
        v.finite('a number above 0'),
        v.check((speed) => speed > 0, 'a number above 0'),
      ),
    ),
  ),
  redirectShape: v.optional(oneOf(redirectShapes)),
  errorShape: v.optional(oneOf(['flinksCode', 'step'])),
  upload: v.optional(oneOf(['fallback', 'off'])),
  journalLimit: v.optional(count),
};

const webhookFields = {
  url: address,
  secret: text,
  header: v.optional(oneOf(['flinks-authenticity-key', 'X-Flinks-Signature'])),
  detailAfterMs: v.optional(milliseconds),
};

/** The option `webhook` as a JSON file can hold it. */
export const jsonWebhook = v.strictObject(webhookFields);

/** Every option of `createSandbox`: the one source of what is accepted. */
export const optionsSchema = v.strictObject({
  ...jsonOptions,
  clock: v.optional(v.object({ now: callable, after: callable }, 'a clock: createManualClock() makes one')),
  webhook: v.optional(v.nullable(v.strictObject({ ...webhookFields, fetch: v.optional(callable) }))),
  onCall: v.optional(v.nullable(callable)),
});

const minute = 60_000;
