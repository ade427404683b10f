import { accountsEn } from './accounts.en.ts';
import { careEn } from './care.en.ts';
import { connectEn } from './connect.en.ts';
import type { LabelSections } from './labels.ts';

/** Every English text, to start a translation from. Components bring theirs, so nobody needs to pass this. */
export const en: LabelSections = { accounts: accountsEn, care: careEn, connect: connectEn };
