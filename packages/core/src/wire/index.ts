export { buildConnectUrl } from './buildConnectUrl.ts';
export {
  type ConnectEvent,
  type ConnectMessage,
  type ErrorMessage,
  type RedirectMessage,
  type StepMessage,
  toConnectEvent,
} from './connectMessage.ts';
export type { ConnectParameters } from './connectParameters.ts';
export { type FlinksCode, type KnownFlinksCode, knownFlinksCodes } from './flinksCodes.ts';
export { type ExpectedSender, isTrustedMessage, type MessageSender } from './isTrustedMessage.ts';
export { parseConnectMessage } from './parseConnectMessage.ts';
export { parseConnectReturn } from './parseConnectReturn.ts';
export { knownSteps } from './knownSteps.ts';
export type { ConnectStep, KnownStep } from './steps.ts';
