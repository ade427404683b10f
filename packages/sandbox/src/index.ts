export type { LoginRequest, MadeLogin } from './bank/makeLogin.ts';
export { createSandbox, type Sandbox } from './createSandbox.ts';
export type { SandboxCredentials } from './credentials.ts';
export type { Journal, JournalEntry } from './journal.ts';
export { createManualClock, type ManualClock } from './manualClock.ts';
export { bankAccount, type BankAccount } from './people/bankAccount.ts';
export { type Challenge, type DetailManner, person, type Person } from './people/person.ts';
export type { SandboxOptions } from './settings.ts';
