import type { AccountsLabels } from './accounts.en.ts';
import type { CareLabels } from './care.en.ts';
import type { ConnectLabels } from './connect.en.ts';

/** Every text of the kit, by section. A section lives in a file of its own, so that a bundle carries only what it shows. */
export interface LabelSections {
  readonly accounts: AccountsLabels;
  readonly care: CareLabels;
  readonly connect: ConnectLabels;
}

/**
 * The texts an app replaces: whole sections such as `frCA`, or single lines. What is left out stays English.
 *
 * @example
 * const labels: FlinksLabels = { ...frCA, connect: { ...frCA.connect, frameTitle: 'Votre banque' } };
 */
export type FlinksLabels = { readonly [Section in keyof LabelSections]?: Partial<LabelSections[Section]> };
