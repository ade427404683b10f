import type { EftMissing, EftStatus } from '../eft/assessEft.ts';
import type { AccountCategory } from '../parse/account.ts';
import type { KnownAccountType } from '../parse/accountTypes.ts';

/**
 * The words for categories and assessments in one language. `{method}` stands for EFT or e-Transfer, `{missing}` for
 * what is missing.
 */
export interface AccountSentences {
  readonly categories: Readonly<Record<AccountCategory, string>>;
  /** Flinks' own word, which a heading adds in muted text; an empty one is left out. */
  readonly categoryTerms: Readonly<Record<AccountCategory, string>>;
  readonly methods: Readonly<Record<PaymentMethod, string>>;
  readonly eftStatuses: Readonly<Record<EftStatus, string>>;
  /** Why, by reason; `other` for the reasons of a policy that this list doesn't know. */
  readonly eftReasons: Readonly<Record<string, string>> & { readonly other: string };
  readonly eftMissing: Readonly<Record<EftMissing, string>>;
  readonly eftProvisional: string;
}

/** How money would move. */
export type PaymentMethod = 'eft' | 'e-transfer';

/** The words for every type that Flinks lists. */
export type AccountTypeLabels = Readonly<Record<KnownAccountType, string>>;

/** English. */
export const accountSentencesEn: AccountSentences = {
  categories: {
    Operations: 'Chequing and savings',
    Credits: 'Cards and loans',
    Products: 'Savings plans, investments and insurance',
    Other: 'Other accounts',
  },
  categoryTerms: { Operations: 'Operations', Credits: 'Credits', Products: 'Products', Other: '' },
  methods: { eft: 'EFT', 'e-transfer': 'e-Transfer' },
  eftStatuses: {
    eligible: '{method} details complete',
    unlikely: '{method} details uncertain',
    ineligible: 'No {method}',
    unknown: '{method} not known yet',
  },
  eftReasons: {
    'category-not-supported': 'This kind of account can’t be used for {method}.',
    'currency-not-supported': '{method} isn’t offered in this account’s currency.',
    'institution-denied': '{method} isn’t offered with this financial institution.',
    'ratio-zero': 'The details {method} needs have not been available for accounts like this one.',
    'ratio-below-threshold': 'The details {method} needs are often unavailable for accounts like this one.',
    'ratio-meets-threshold': 'The details {method} needs are usually available for accounts like this one.',
    'ratio-unknown': 'Nothing is known yet about {method} with this account.',
    'details-missing': 'Your bank did not give everything {method} needs. Missing: {missing}.',
    'details-pending': 'The details {method} needs have not arrived yet.',
    'category-inferred': 'Your bank did not state the kind of account.',
    'title-suggests-no-eft':
      'The account’s name suggests a registered plan, a loan or a card, which {method} rarely works with.',
    'type-suggests-no-eft': '{method} rarely works with this type of account.',
    'transit-zero-restored': 'Your bank gave the transit number without its leading zero.',
    'details-complete': 'Your bank gave everything {method} needs.',
    'unusual-account-number': 'The account number has an unusual form.',
    'unusual-transit-number': 'The transit number has an unusual form.',
    'unusual-institution-number': 'The institution number has an unusual form.',
    other: '{method} follows rules of its own here.',
  },
  eftMissing: {
    accountNumber: 'account number',
    transitNumber: 'transit number',
    institutionNumber: 'institution number',
  },
  eftProvisional: 'This may change when your bank sends more.',
};

/** English. */
export const accountTypeLabelsEn: AccountTypeLabels = {
  Chequing: 'Chequing',
  Savings: 'Savings',
  CashManagement: 'Cash management',
  Rewards: 'Rewards',
  Deposit: 'Deposit',
  CreditCard: 'Credit card',
  CreditCardPrepaid: 'Prepaid card',
  LineOfCredit: 'Line of credit',
  LineOfCreditHomeEquity: 'Home equity line of credit',
  Loan: 'Loan',
  LoanPersonal: 'Personal loan',
  LoanStudent: 'Student loan',
  LoanHome: 'Home loan',
  LoanCar: 'Car loan',
  LoanInstallment: 'Instalment loan',
  LoanInvestment: 'Investment loan',
  Mortgage: 'Mortgage',
  RRSP: 'RRSP',
  TFSA: 'TFSA',
  GIC: 'GIC',
  OtherAsset: 'Other asset',
  CertificateOfDeposit: 'Certificate of deposit',
  FHSA: 'FHSA',
  Brokerage: 'Brokerage',
  EducationSavings529: '529 education savings',
  Retirement401k: '401(k)',
  Retirement403b: '403(b)',
  Retirement457: '457 plan',
  DeferredCompPlan: 'Deferred compensation plan',
  KEOGH: 'Keogh plan',
  Pension: 'Pension',
  ProfitSharingPlan: 'Profit sharing plan',
  IRA: 'IRA',
  IRARoth: 'Roth IRA',
  IRARollover: 'Rollover IRA',
  IRASep: 'SEP IRA',
  IRASimple: 'SIMPLE IRA',
  RESP: 'RESP',
  HSA: 'Health savings account',
  HRA: 'Health reimbursement account',
  RDSP: 'RDSP',
  TSP: 'Thrift savings plan',
  Annuity: 'Annuity',
  TermLife: 'Term life insurance',
  UniversalLife: 'Universal life insurance',
  WholeLife: 'Whole life insurance',
  OtherLife: 'Life insurance',
  VehicleInsurance: 'Vehicle insurance',
  HealthInsurance: 'Health insurance',
};
