import { accountsEn } from './accounts.en.ts';
import { connectionsEn } from './connections.en.ts';
import { institutionsEn } from './institutions.en.ts';
import type { LabelSections } from './labels.ts';
import { buttonEn, dialogEn, frameTitleEn, noticeEn, progressEn } from './session.en.ts';

/** Every English text, as a start for a translation. Components bring their own English, so no app needs to pass this. */
export const en: LabelSections = {
  accounts: accountsEn,
  connections: connectionsEn,
  institutions: institutionsEn,
  session: { frameTitle: frameTitleEn, ...noticeEn, ...progressEn, ...dialogEn, ...buttonEn },
};
