export {
  createFakeFlinks,
  type FakeEnd,
  type FakeFlinks,
  type FakeFlinksOptions,
} from './createFakeFlinks.ts';
export type { FakeCall } from './fakeClient.ts';
export { type FakeJourney, fakeJourneys } from './journeys.ts';
