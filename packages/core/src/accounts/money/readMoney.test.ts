import { describe, expect, it } from 'vitest';
import type { Balance } from '../parse/account.ts';
import { type MoneyPolicy, readMoney } from './readMoney.ts';

const card = (balance: Partial<Balance>, policy?: MoneyPolicy) =>
  readMoney(
    {
      category: 'Credits',
      type: 'CreditCard',
      balance: { available: null, current: null, limit: null, ...balance },
    },
    policy,
  );

describe('readMoney', () => {
  it.each<[string, Partial<Balance>, MoneyPolicy | undefined, number | null, boolean]>([
    [
      'limit − available shows a debt, whatever the sign of current',
      { available: 4500, limit: 5000, current: 500 },
      undefined,
      500,
      true,
    ],
    [
      'limit − available shows a debt, whatever the sign of current',
      { available: 4500, limit: 5000, current: -500 },
      undefined,
      500,
      true,
    ],
    [
      'more available than the limit is a credit',
      { available: 5020, limit: 5000, current: 20 },
      undefined,
      -20,
      true,
    ],
    [
      'more available than the limit is a credit',
      { available: 5020, limit: 5000, current: -20 },
      undefined,
      -20,
      true,
    ],
    ['without current, what was borrowed is owed', { available: 4500, limit: 5000 }, undefined, 500, true],
    ['nothing is nothing', { current: 0 }, undefined, 0, true],
    ['nothing shows it: a bare magnitude', { current: -456.78 }, undefined, 456.78, false],
    ['nothing shows it: a bare magnitude', { current: 456.78 }, undefined, 456.78, false],
    ['a limit of 0 adds nothing', { available: 0, limit: 0, current: 12 }, undefined, 12, false],
    ['a policy decides', { current: -456.78 }, { liabilitySign: 'negative-is-owed' }, 456.78, true],
    ['a policy decides', { current: -20 }, { liabilitySign: 'positive-is-owed' }, -20, true],
    [
      'the bank’s own numbers outrank the policy',
      { available: 4500, limit: 5000, current: 500 },
      { liabilitySign: 'negative-is-owed' },
      500,
      true,
    ],
    ['silence', {}, undefined, null, true],
  ])('%s: %j', (_, balance, policy, amount, signCertain) => {
    expect(card(balance, policy)).toMatchObject({ side: 'owed', amount, signCertain });
  });

  const banks: MoneyPolicy = {
    liabilitySign: 'positive-is-owed',
    institutions: { SampleBank: 'negative-is-owed', '999': 'negative-is-owed', '998': 'positive-is-owed' },
  };

  it.each([
    ['a bank by its name', { institution: 'SampleBank' }, -456.78],
    ['a bank by its number', { institutionNumber: '999' }, -456.78],
    ['its number before its name', { institution: 'SampleBank', institutionNumber: '998' }, 456.78],
    [
      'its name where the number is not listed',
      { institution: 'SampleBank', institutionNumber: '1' },
      -456.78,
    ],
    ['any other bank by the rule for all', { institution: 'AnotherBank' }, 456.78],
    ['an unknown bank by the rule for all', { institution: null, institutionNumber: null }, 456.78],
    ['no bank by a name that only objects have', { institution: 'constructor' }, 456.78],
  ])('a policy for many banks knows %s', (_, bank, amount) => {
    const facts = { category: 'Credits', type: 'CreditCard' } as const;
    const balance = { available: null, current: 456.78, limit: null };
    expect(readMoney({ ...facts, ...bank, balance }, banks)).toMatchObject({ amount, signCertain: true });
  });

  it('makes no claim about a bank that a policy without a rule for all does not list', () => {
    const facts = { category: 'Credits', type: 'CreditCard', institution: 'AnotherBank' } as const;
    const balance = { available: null, current: -20, limit: null };
    expect(
      readMoney({ ...facts, balance }, { institutions: { SampleBank: 'negative-is-owed' } }),
    ).toMatchObject({
      amount: 20,
      signCertain: false,
    });
  });

  it('keeps what is owned as the bank wrote it, overdrafts included', () => {
    const money = readMoney({
      category: 'Operations',
      type: 'Chequing',
      balance: { available: 0, current: -42.1, limit: null },
    });
    expect(money).toMatchObject({ side: 'owned', amount: -42.1, signCertain: true });
  });

  it.each([
    ['Products', 'Mortgage', 'owed'],
    ['Credits', 'CreditCardPrepaid', 'owned'],
    ['Credits', null, 'owed'],
    ['Products', 'TFSA', 'owned'],
  ] as const)('knows a debt by its type first: %s %s is %s', (category, type, side) => {
    expect(readMoney({ category, type, balance: { available: null, current: 1, limit: null } }).side).toBe(
      side,
    );
  });

  it('gives the credit left, and never from an uncertain amount', () => {
    expect(card({ available: 4500, limit: 5000 }).creditLeft).toBe(4500);
    expect(card({ limit: 5000, current: 500 }, { liabilitySign: 'positive-is-owed' }).creditLeft).toBe(4500);
    expect(card({ limit: 5000, current: 500 }).creditLeft).toBeNull();
  });
});
