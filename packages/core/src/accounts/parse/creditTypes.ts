/**
 * The types of Flinks' category `Credits` (docs/flinks/api.md 4.2). A file of its own: a browser needs no other types to
 * recognize a debt.
 */
export const creditTypes = [
  'CreditCard',
  'CreditCardPrepaid',
  'LineOfCredit',
  'LineOfCreditHomeEquity',
  'Loan',
  'LoanPersonal',
  'LoanStudent',
  'LoanHome',
  'LoanCar',
  'LoanInstallment',
  'LoanInvestment',
  'Mortgage',
] as const;

/** Is this one of the types that Flinks lists as credits, or one that is named like them, in any case (`LoanBoat`, `loanboat`)? */
export function isCreditType(type: string | null): boolean {
  return type !== null && /^(CreditCard|LineOfCredit|Loan|Mortgage)/i.test(type);
}
