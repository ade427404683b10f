export { type FakeAnswer, fakeDelay, type FakeDelay, fakeSequence, type FakeSequence } from './answers.ts';
export { fakeAccount, fakeConnection, fakeSnapshot } from './builders.ts';
export {
  createFakeFlinks,
  type FakeEnd,
  type FakeFlinks,
  type FakeFlinksOptions,
} from './createFakeFlinks.ts';
export type { FakeAnswers, FakeCall, FakeClient, FakeMethod } from './fakeClient.ts';
export { type FakeScenario, type FakeScenarioName, fakeScenarios } from './scenarios.ts';
