import type { AccountSentences } from './accountSentences.ts';

/** English. */
export const accountSentencesEn: AccountSentences = {
  categories: { Operations: 'Operations', Credits: 'Credits', Products: 'Products', Other: 'Other' },
  categoryHints: {
    Operations: 'Chequing, savings and other everyday accounts',
    Credits: 'Cards, lines of credit, loans and mortgages',
    Products: 'Investments, registered savings and insurance',
    Other: 'Accounts your bank lists elsewhere',
  },
  methods: { eft: 'EFT', 'e-transfer': 'e-Transfer' },
  eftStatuses: {
    eligible: '{method} ready',
    unlikely: '{method} uncertain',
    ineligible: 'No {method}',
    unknown: '{method} unconfirmed',
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
    'details-complete': 'Your bank gave everything {method} needs.',
    'unusual-account-number': 'The account number has an unusual form: check it before you use it.',
    'unusual-transit-number': 'The transit number has an unusual form: check it before you use it.',
    'unusual-institution-number': 'The institution number has an unusual form: check it before you use it.',
    other: '{method} follows rules of its own here.',
  },
  eftMissing: {
    accountNumber: 'account number',
    transitNumber: 'transit number',
    institutionNumber: 'institution number',
  },
  eftProvisional: 'This may change once your bank has sent all details.',
};
