import { accountsFrCA } from './accounts.frCA.ts';
import { careFrCA } from './care.frCA.ts';
import { connectFrCA } from './connect.frCA.ts';
import type { LabelSections } from './labels.ts';

/** Every text in Canadian French: `<FlinksProvider locale="fr-CA" labels={frCA}>`. */
export const frCA: LabelSections = { accounts: accountsFrCA, care: careFrCA, connect: connectFrCA };
