import { accountsFrCA } from './accounts.frCA.ts';
import { connectionsFrCA } from './connections.frCA.ts';
import { institutionsFrCA } from './institutions.frCA.ts';
import type { LabelSections } from './labels.ts';
import { sessionFrCA } from './session.frCA.ts';

/** Every text in Canadian French: `<FlinksProvider locale="fr-CA" labels={frCA}>`. */
export const frCA: LabelSections = {
  accounts: accountsFrCA,
  connections: connectionsFrCA,
  institutions: institutionsFrCA,
  session: sessionFrCA,
};
