export { createManualClock, type ManualClock } from '@flinks-kit/core';
export { createShiftableClock, type ShiftableClock } from './control/shiftableClock.ts';
export { createSandbox, type Sandbox } from './createSandbox.ts';
export type { Fault, Faults, FaultScope } from './faults/faults.ts';
export { drawLogo } from './institutions/drawLogo.ts';
export { institutions } from './institutions/institutions.ts';
export { scenarios } from './scenarios/scenarios.ts';
export { bankAccount, type BankAccount, type BankTransaction } from './state/bankAccount.ts';
export type { CreatedLogin, SavedLogin, TestUserLogin } from './state/card.ts';
export type { SandboxCredentials } from './state/credentials.ts';
export { institution, type Institution, type InstitutionMark } from './state/institution.ts';
export type { Journal, JournalEntry } from './state/journal.ts';
export type { Scenario, ScreenName, ScreenValues, ScriptedAction, WidgetAction } from './state/scenario.ts';
export type { RedirectShape, SandboxOptions, WebhookOptions } from './state/settings.ts';
export {
  type Challenge,
  type ChallengeType,
  type DetailBehaviour,
  testUser,
  type TestUser,
} from './state/testUser.ts';
export type { WebhookDelivery, Webhooks } from './webhooks/webhooks.ts';
