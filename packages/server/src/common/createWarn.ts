/** Receives a sentence for the operators of the server, and what caused it. */
export type Warn = (sentence: string, cause?: unknown) => void;

/**
 * Warns by the app's listener, or on the console. Work in the background and listeners of Node warn, too, so a listener
 * that throws or rejects would end the process: its sentence goes to the console instead.
 */
export function createWarn(onWarning: Warn = warnOnConsole): Warn {
  return (sentence, cause) => {
    const done = (async () => onWarning(sentence, cause))();
    done.catch((fault: unknown) => warnOnConsole(sentence, fault));
  };
}

const warnOnConsole: Warn = (sentence, cause) => console.warn(`flinks-kit: ${sentence}`, cause ?? '');
