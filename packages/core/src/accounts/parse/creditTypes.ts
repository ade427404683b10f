/** The types of Flinks' category `Credits`, apart, so that telling a debt needs no other table (docs/flinks/api.md 4.2). */
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
