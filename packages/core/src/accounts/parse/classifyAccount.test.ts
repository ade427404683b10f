import { describe, expect, it } from 'vitest';
import { accountCategories } from './account.ts';
import { accountTypes } from './accountTypes.ts';
import { classifyAccount } from './classifyAccount.ts';

const everyType = accountCategories.flatMap((category) =>
  accountTypes[category].map((type) => [type, category] as const),
);

describe('classifyAccount', () => {
  it.each(everyType)('finds the home of %s without its category', (type, category) => {
    expect(classifyAccount(null, type, null)).toEqual({ category, type });
    expect(classifyAccount(null, type.toUpperCase(), null)).toEqual({ category, type });
  });

  it.each([
    ['Flinks own category wins', 'Credits', 'Chequing', null, 'Credits', 'Chequing'],
    ['old singular', 'OPERATION', 'Chequing', null, 'Operations', 'Chequing'],
    ['old singular', 'CREDIT', null, null, 'Credits', null],
    ['lower case', 'products', 'tfsa', null, 'Products', 'TFSA'],
    ['American spelling', null, 'Checking', null, 'Operations', 'Chequing'],
    ['old names', null, 'Student Loan', null, 'Credits', 'LoanStudent'],
    ['a credit line is no card', null, 'lineofcredit', null, 'Credits', 'LineOfCredit'],
    ['swapped fields', 'Chequing', 'Operations', null, 'Operations', 'Chequing'],
    ['category sent as type', null, 'Credits', null, 'Credits', null],
    ['type sent as category', 'Chequing', 'Chequing', null, 'Operations', 'Chequing'],
    ['unknown insurance', null, 'PropertyInsurance', null, 'Products', 'PropertyInsurance'],
    ['unknown insurance in lower case', null, 'propertyinsurance', null, 'Products', 'propertyinsurance'],
    ['unknown loan', null, 'LoanBoat', null, 'Credits', 'LoanBoat'],
    ['unknown loan in lower case', null, 'loanboat', null, 'Credits', 'loanboat'],
    ['unknown card', null, 'CreditCardStore', null, 'Credits', 'CreditCardStore'],
    ['unknown words pass', 'Moon', 'Cheese', null, 'Other', 'Cheese'],
    ['nothing', null, null, null, 'Other', null],
    ['title', null, null, 'Everyday Chequing', 'Operations', 'Chequing'],
    ['French title', null, null, 'Compte d’épargne', 'Operations', 'Savings'],
    ['French title', null, null, 'Compte-chèques', 'Operations', 'Chequing'],
    ['French title', null, null, 'Carte de crédit', 'Credits', 'CreditCard'],
    ['French title', null, null, 'Marge de crédit', 'Credits', 'LineOfCredit'],
    ['French title', null, null, 'CELI', 'Products', 'TFSA'],
    ['title with other signs', null, null, 'Tax\u2011Free  Savings', 'Products', 'TFSA'],
    ['title with other signs', null, null, 'RR\u200bSP_2', 'Products', 'RRSP'],
    ['title with other signs', null, null, 'Line-of-Credit', 'Credits', 'LineOfCredit'],
    ['a title never contradicts the category', 'Operations', null, 'Visa Debit', 'Operations', null],
    ['whole words only', null, null, 'Nivisage', 'Other', null],
  ])('%s: %j %j %j', (_, category, type, title, expectedCategory, expectedType) => {
    expect(classifyAccount(category, type, title)).toEqual({
      category: expectedCategory,
      type: expectedType,
    });
  });
});
