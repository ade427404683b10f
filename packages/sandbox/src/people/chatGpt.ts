import { type BankAccount, bankAccount, type BankTransaction } from '../state/bankAccount.ts';

/**
 * The one account of `chat_gpt`, whose name stands in Flinks' sample of GetAccountsDetail. The sample's: title, numbers,
 * the days of the 25 transactions, the first deposit, that there is a payroll and an NSF fee (docs/flinks/api.md 9.2).
 * Balances, holder and payroll are those of a copy of it in public code; the other amounts and words are ours.
 */
export const chatGptAccount: BankAccount = bankAccount({
  title: 'Chequing Account',
  accountNumber: '7641238',
  transitNumber: '12347',
  overdraftLimit: null,
  available: 5405.5,
  current: 5105.5,
  limit: 5105.5,
  holder: { name: 'Testing', email: null, phoneNumber: null, address: null },
  ownership: null,
  eftEligibleRatio: null,
  eTransferEligibleRatio: null,
  transactions: sampleTransactions(),
});

function sampleTransactions(): readonly BankTransaction[] {
  let balance = 0;
  const oldestFirst = Array.from({ length: 25 }, (_, index) => {
    const day = 7 + index;
    const { description, debit, credit } = sampleOf(day);
    balance = Math.round((balance + (credit ?? 0) - (debit ?? 0)) * 100) / 100;
    return { date: `2025-01-${String(day).padStart(2, '0')}`, description, debit, credit, balance };
  });
  return oldestFirst.toReversed();
}

function sampleOf(day: number): Pick<BankTransaction, 'description' | 'debit' | 'credit'> {
  if (day === 7) return { description: 'Initial deposit', debit: null, credit: 2000 };
  if (day === 15) return { description: 'NSF fee', debit: 45.25, credit: null };
  // Both at once, as in Flinks' sample (docs/flinks/api.md 4.1).
  if (day === 31) return { description: 'PAYROLL - Stripe Paycheck', debit: 1000.4, credit: 1500.25 };
  return { description: 'Sandbox deposit', debit: null, credit: 120.5 };
}
