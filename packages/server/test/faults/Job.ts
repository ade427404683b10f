import type { FlinksCredentials } from '../../src/index.ts';
import type { Stage } from './startStage.ts';

/** One job of the server that calls Flinks. */
export interface Job {
  readonly name: string;
  /** The calls to Flinks that are broken in it. */
  readonly calls: readonly string[];
  /** What the Flinks of this job has switched on. */
  readonly flinks?: Partial<FlinksCredentials>;
  /** Brings a server to where the job begins. */
  readonly prepare: (stage: Stage) => Promise<BegunJob>;
}

/** A job that may be asked for. */
export interface BegunJob {
  /** Asks as a page, a timer or Flinks would; may be asked again. */
  readonly ask: () => Promise<unknown>;
  /** Whether its whole outcome is there. */
  readonly isDone: () => Promise<boolean>;
  /** What must hold after every ask, however it went. */
  readonly keeps: () => Promise<boolean>;
  /** Milliseconds between two asks, where a job's own pace is slower than a page's. */
  readonly pace?: number;
  /** What a person can do once the server has given up by itself. */
  readonly mend?: () => Promise<unknown>;
}
