import { knownSteps } from '@flinks-kit/core/wire';
import type { SessionStage } from './SessionStage.ts';

/** Everything that can happen to a session: what the app calls, the server answers, the widget says, and time. */
export const happenings: readonly Happening[] = [
  { name: 'open()', by: 'app', happen: ({ engine }) => engine.open() },
  { name: 'close()', by: 'app', happen: ({ engine }) => engine.close() },
  { name: 'retry()', by: 'app', happen: ({ engine }) => engine.retry() },
  { name: 'reset()', by: 'app', happen: ({ engine }) => engine.reset() },
  { name: 'unmount', by: 'app', happen: ({ engine }) => engine.destroy() },
  { name: 'an address', by: 'server', happen: ({ giveAddress }) => giveAddress() },
  { name: 'no address', by: 'server', happen: ({ refuseAddress }) => refuseAddress() },
  { name: 'stored', by: 'server', happen: ({ store }) => store() },
  { name: 'not stored', by: 'server', happen: ({ refuseToStore }) => refuseToStore() },
  ...knownSteps.filter((step) => step !== 'REDIRECT').map((step) => says(step, { step })),
  says('REDIRECT', { step: 'REDIRECT', loginId: '00000000-0000-4000-8000-000000000001' }),
  says('REDIRECT without a login', { step: 'REDIRECT' }),
  says('an error code', { flinksCode: 'INVALID_PASSWORD' }),
  says('a step nobody knows', { step: 'BRAND_NEW' }),
  { name: 'a minute of silence', by: 'time', happen: ({ clock }) => clock.advance(60_000) },
  { name: 'eight minutes of silence', by: 'time', happen: ({ clock }) => clock.advance(8 * 60_000) },
];

/** One thing that can happen. */
export interface Happening {
  readonly name: string;
  readonly by: 'app' | 'server' | 'widget' | 'time';
  readonly happen: (stage: SessionStage) => void;
}

function says(name: string, message: object): Happening {
  return { name, by: 'widget', happen: ({ engine }) => engine.receive(message) };
}
