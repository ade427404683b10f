export { startSandbox, type StartedSandbox, type StartSandboxOptions } from './startSandbox.ts';
