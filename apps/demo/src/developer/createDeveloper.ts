import { createRecorder, type Recorder } from './createRecorder.ts';

/** The state of the developer panel. Built on the kit's public exports; a real app has none of this. */
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
    prepareConnectUrl(connectUrl) {
      const url = new URL(connectUrl);
      origin = url.origin;
      if (scenario !== '') {
        url.searchParams.set('sandboxScenario', scenario);
        url.searchParams.set('sandboxDrive', '1');
      }
      return url.href;
    },
  };
}

/** What the developer panel and the app share. */
export interface Developer {
  readonly recorder: Recorder;
  /** The scenario that the widget plays by itself in the next session; empty for none. */
  readonly readScenario: () => string;
  readonly playScenario: (name: string) => void;
  /** The origin of the last session's widget. */
  readonly readOrigin: () => string;
  /** Adds the scenario to the widget's URL, and stores the origin whose messages are accepted. */
  readonly prepareConnectUrl: (connectUrl: string) => string;
}
