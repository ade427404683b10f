import type { MoneyPolicy } from '@flinks-kit/react';

/** The sandbox's banks write what is owed as a positive balance. */
export const moneyPolicy: MoneyPolicy = { liabilitySign: 'positive-is-owed' };
