import { accountCategories, type AccountCategory } from './account.ts';
import { creditTypes, isCreditType } from './creditTypes.ts';

/**
 * Every account type that Flinks lists, in its spelling, by the category it belongs to (docs/flinks/api.md 4.2). The
 * list of insurances is known to be incomplete, so a type stays an open string.
 */
export const accountTypes = {
  Operations: ['Chequing', 'Savings', 'CashManagement', 'Rewards', 'Deposit'],
  Credits: creditTypes,
  Products: [
    'RRSP',
    'TFSA',
    'GIC',
    'OtherAsset',
    'CertificateOfDeposit',
    'FHSA',
    'Brokerage',
    'EducationSavings529',
    'Retirement401k',
    'Retirement403b',
    'Retirement457',
    'DeferredCompPlan',
    'KEOGH',
    'Pension',
    'ProfitSharingPlan',
    'IRA',
    'IRARoth',
    'IRARollover',
    'IRASep',
    'IRASimple',
    'RESP',
    'HSA',
    'HRA',
    'RDSP',
    'TSP',
    'Annuity',
    'TermLife',
    'UniversalLife',
    'WholeLife',
    'OtherLife',
    'VehicleInsurance',
    'HealthInsurance',
  ],
  Other: [],
} as const satisfies Readonly<Record<AccountCategory, readonly string[]>>;

/** A type whose name we know. */
export type KnownAccountType = (typeof accountTypes)[AccountCategory][number];

/** Flinks' type of an account. Known names complete in the editor; unknown ones pass. */
export type AccountType = KnownAccountType | (string & {});

/**
 * The category that Flinks' table gives a type, also one that is named like those it lists (`LoanBoat`,
 * `PropertyInsurance`), or `null` for any other.
 */
export function categoryOfType(type: string): AccountCategory | null {
  const listed = categoryByType.get(type);
  if (listed !== undefined) return listed;
  if (isCreditType(type)) return 'Credits';
  return /insurance$/i.test(type) ? 'Products' : null;
}

/** The category of every listed type. */
export const categoryByType = new Map<string, AccountCategory>(
  accountCategories.flatMap((category) => accountTypes[category].map((type) => [type, category] as const)),
);
