export { createManualClock, type ManualClock } from '@flinks-kit/core';
export type { TestUserLogin, CreatedLogin } from './bank/createLogin.ts';
export type { SavedLogin } from './bank/savedLogins.ts';
export { createSandbox, type Sandbox } from './createSandbox.ts';
export type { SandboxCredentials } from './state/credentials.ts';
export type { Fault, Faults, FaultScope } from './faults/faults.ts';
export type { Journal, JournalEntry } from './state/journal.ts';
export { bankAccount, type BankAccount, type BankTransaction } from './state/bankAccount.ts';
export {
  type Challenge,
  type ChallengeType,
  type DetailBehaviour,
  testUser,
  type TestUser,
} from './state/testUser.ts';
export type { SandboxOptions } from './state/settings.ts';
export { scenarios } from './scenarios/scenarios.ts';
export type { Scenario, ScriptedAction } from './state/scenario.ts';
export type { WebhookDelivery, WebhookOptions, Webhooks } from './webhooks/webhooks.ts';
export type { ScreenName, ScreenValues, WidgetAction } from './widget/screens/protocol.ts';
export type { RedirectShape } from './widget/screens/redirect.ts';
