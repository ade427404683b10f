import type { ScreenName } from '../src/widget/screens/protocol.ts';
import type { WidgetAddress } from './HostedWidget.ts';
import type { Person } from './User.ts';

const login = '/v2/Credential/FlinksCapital';

/** How a person comes to each screen of the widget, and to the bank's own page. A new screen has to be added here. */
export const waysToScreens: Readonly<Record<ScreenName, WayToScreen>> = {
  consent: {
    parameters: { consentEnable: 'true', termsUrl: 'https://app.example/terms', closeEnable: 'true' },
  },
  institution: {},
  credentials: { path: login },
  verifying: { path: login, parameters: { sandboxScenario: 'slow-bank', sandboxDrive: '1' } },
  mfa: { path: login, go: (person) => person.signIn('sandbox_every_question') },
  help: {
    path: login,
    async go(person) {
      await person.signIn('Greatday');
      await person.press(person.texts.help);
    },
  },
  troubleshooting: {
    path: login,
    async go(person) {
      await person.signIn('Greatday');
      await person.press(person.texts.help);
      await person.press(person.texts.troubleshooting);
    },
  },
  questions: {
    path: login,
    parameters: { enhancedMFA: 'true', skipEnhancedMFA: 'true' },
    async go(person) {
      await person.signIn('Greatday');
      await person.answer();
    },
  },
  'bank-window': { path: '/v2/Credential/SandboxOAuthBank' },
  upload: { path: '/v2/Upload' },
  accounts: {
    path: login,
    parameters: { accountSelectorEnable: 'true', accountSelectorMultiple: 'true', showAllAccounts: 'true' },
    go: (person) => person.signIn('greatday_nomfa'),
  },
  problem: { path: login, go: (person) => person.signIn('greatday_nomfa', 'Yesterday') },
  result: { path: login, go: (person) => person.signIn('greatday_nomfa') },
  ended: { parameters: { consentEnable: 'true' }, go: (person) => person.press(person.texts.refuse) },
  'token-invalid': { parameters: { authorizeToken: '00000000-0000-4000-8000-000000000000' } },
};

/** An address, and what to do from there. Consent is off unless the way asks for it. */
export interface WayToScreen extends WidgetAddress {
  readonly go?: (person: Person) => Promise<void>;
}
