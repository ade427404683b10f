import { createRecorder, type Recorder } from './createRecorder.ts';

/** The tools behind the drawer. Built on the kit's public parts only; a real app has none of this. */
export function createDeveloper(): Developer {
  let scenario = '';
  let origin = '';
  return {
    recorder: createRecorder(),
    readScenario: () => scenario,
    playScenario(name) {
      scenario = name;
    },
    readOrigin: () => origin,
    prepareAddress(connectUrl) {
      const address = new URL(connectUrl);
      origin = address.origin;
      if (scenario !== '') {
        address.searchParams.set('sandboxScenario', scenario);
        address.searchParams.set('sandboxDrive', '1');
      }
      return address.href;
    },
  };
}

/** What the drawer and the app share. */
export interface Developer {
  readonly recorder: Recorder;
  /** The story that Flinks' window plays by itself at the next opening; empty for none. */
  readonly readScenario: () => string;
  readonly playScenario: (name: string) => void;
  /** The origin of the last window's address. */
  readonly readOrigin: () => string;
  /** Adds the scenario to a window's address, and remembers whose messages may count. */
  readonly prepareAddress: (connectUrl: string) => string;
}
