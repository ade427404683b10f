import type { ScreenName } from '../src/widget/screens/protocol.ts';
import type { WidgetAddress } from './HostedWidget.ts';
import type { TestUser } from './User.ts';

const login = '/v2/Credential/FlinksCapital';

/** How a person comes to each screen of the widget, and to the bank's own page. A new screen has to be added here. */
export const waysToScreens: Readonly<Record<ScreenName, WayToScreen>> = {
  consent: {
    parameters: { consentEnable: 'true', termsUrl: 'https://app.example/terms', closeEnable: 'true' },
  },
  institution: {},
  credentials: { path: login },
  verifying: { path: login, parameters: { sandboxScenario: 'slow-bank', sandboxDrive: '1' } },
  mfa: { path: login, go: (testUser) => testUser.signIn('sandbox_every_question') },
  help: {
    path: login,
    async go(testUser) {
      await testUser.signIn('Greatday');
      await testUser.press(testUser.texts.help);
    },
  },
  troubleshooting: {
    path: login,
    async go(testUser) {
      await testUser.signIn('Greatday');
      await testUser.press(testUser.texts.help);
      await testUser.press(testUser.texts.troubleshooting);
    },
  },
  questions: {
    path: login,
    parameters: { enhancedMFA: 'true', skipEnhancedMFA: 'true' },
    async go(testUser) {
      await testUser.signIn('Greatday');
      await testUser.answer();
    },
  },
  'bank-window': { path: '/v2/Credential/SandboxOAuthBank' },
  upload: { path: '/v2/Upload' },
  accounts: {
    path: login,
    parameters: { accountSelectorEnable: 'true', accountSelectorMultiple: 'true', showAllAccounts: 'true' },
    go: (testUser) => testUser.signIn('greatday_nomfa'),
  },
  problem: { path: login, go: (testUser) => testUser.signIn('greatday_nomfa', 'Yesterday') },
  result: { path: login, go: (testUser) => testUser.signIn('greatday_nomfa') },
  ended: { parameters: { consentEnable: 'true' }, go: (testUser) => testUser.press(testUser.texts.refuse) },
  'token-invalid': { parameters: { authorizeToken: '00000000-0000-4000-8000-000000000000' } },
};

/** An address, and what to do from there. Consent is off unless the way asks for it. */
export interface WayToScreen extends WidgetAddress {
  readonly go?: (testUser: TestUser) => Promise<void>;
}
