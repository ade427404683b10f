import type { AccountsLabels } from './accounts.en.ts';
import type { ConnectionsLabels } from './connections.en.ts';
import type { InstitutionsLabels } from './institutions.en.ts';
import type { SessionLabels } from './session.en.ts';

/** Every text of the kit, by section. Each section has a file per language, so that a bundle holds only what it shows. */
export interface LabelSections {
  readonly accounts: AccountsLabels;
  readonly connections: ConnectionsLabels;
  readonly institutions: InstitutionsLabels;
  readonly session: SessionLabels;
}

/**
 * The texts an app replaces: whole sections such as `frCA`, or single lines. What is left out stays English.
 *
 * @example
 * const labels: FlinksLabels = { ...frCA, session: { ...frCA.session, frameTitle: 'Votre banque' } };
 */
export type FlinksLabels = { readonly [Section in keyof LabelSections]?: Partial<LabelSections[Section]> };
