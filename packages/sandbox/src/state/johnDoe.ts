import type { AccountHolder } from '@flinks-kit/core';

/** The holder of every account of Flinks Capital (docs/flinks/api.md 9.2). Nobody lives there. */
export const johnDoe: AccountHolder = {
  name: 'John Doe',
  email: 'johndoe@flinks.io',
  phoneNumber: '(514) 333-7777',
  address: {
    civicAddress: '1275 avenue des Canadiens-de-Montréal',
    city: 'Montréal',
    province: 'QC',
    postalCode: 'H3B 5E8',
    poBox: null,
    country: 'CA',
  },
};
