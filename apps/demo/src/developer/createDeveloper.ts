import { createRecorder, type Recorder } from './createRecorder.ts';

/** The state of the developer panel. Built on the kit's public exports; a real app has none of this. */
export function createDeveloper(): Developer {
  let origin = '';
  return {
    recorder: createRecorder(),
    readOrigin: () => origin,
    keepOrigin(connectUrl) {
      origin = new URL(connectUrl).origin;
    },
  };
}

/** What the developer panel and the app share. */
export interface Developer {
  readonly recorder: Recorder;
  /** The origin of the last session's widget. */
  readonly readOrigin: () => string;
  /** Keeps the origin of the widget's URL: only its messages are accepted. */
  readonly keepOrigin: (connectUrl: string) => void;
}
