import { en } from './en.ts';
import { fr } from './fr.ts';

/** The widget's texts in a language. They are the sandbox's own, not Flinks'. */
export function textsOf(language: 'en' | 'fr'): Texts {
  return language === 'fr' ? fr : en;
}

/** Every sentence of the widget. */
export interface Texts {
  readonly banner: string;
  readonly offline: string;
  readonly close: string;
  readonly back: string;
  readonly continue: string;
  readonly retry: string;
  readonly otherInstitution: string;
  readonly consentTitle: (customer: string | null, appended: string | null) => string;
  readonly consentText: (customer: string) => string;
  /** What an app receives of every login. */
  readonly consentFeatures: readonly string[];
  readonly transactions: string;
  readonly statements: string;
  /** What the app receives, by Flinks' name of the feature (docs/flinks/connect.md 3.2). */
  readonly features: Readonly<Record<string, string>>;
  readonly defaultCustomer: string;
  readonly agree: string;
  readonly refuse: string;
  readonly terms: string;
  readonly readTerms: string;
  readonly institutionTitle: string;
  readonly search: string;
  readonly popular: string;
  readonly otherInstitutions: string;
  readonly noInstitution: string;
  readonly closedInstitution: string;
  readonly outage: string;
  readonly notListed: string;
  readonly credentialsTitle: (institution: string) => string;
  readonly username: string;
  readonly password: string;
  readonly signIn: string;
  readonly forgotPassword: string;
  readonly testUsers: string;
  readonly userKinds: {
    readonly good: string;
    readonly slow: string;
    readonly asked: string;
    readonly refused: (code: string) => string;
  };
  readonly verifyingTitle: string;
  readonly verifyingText: (institution: string) => string;
  readonly mfaTitle: string;
  readonly mfaHint: string;
  readonly help: string;
  readonly helpTitle: string;
  readonly helpText: string;
  readonly troubleshooting: string;
  readonly troubleshootingTitle: string;
  readonly troubleshootingTips: readonly string[];
  readonly questionsTitle: string;
  readonly questionsText: string;
  readonly skip: string;
  readonly bankWindowTitle: (institution: string) => string;
  readonly bankWindowText: string;
  readonly bankWindowWaiting: string;
  readonly bankWindowBlocked: string;
  readonly openBank: string;
  readonly uploadTitle: string;
  readonly uploadText: string;
  readonly uploadFile: string;
  readonly upload: string;
  readonly accountsTitle: string;
  readonly accountsLabel: string;
  readonly noAccountsTitle: string;
  readonly noAccountsText: string;
  readonly share: string;
  readonly problemTitle: string;
  readonly problems: Readonly<Record<string, string>>;
  readonly otherProblem: string;
  readonly forDevelopers: string;
  readonly codeNote: string;
  readonly maximumRetry: string;
  readonly resultTitle: string;
  readonly resultText: string;
  readonly endedTitle: string;
  readonly endedText: string;
  readonly tokenTitle: string;
  readonly tokenText: string;
}
