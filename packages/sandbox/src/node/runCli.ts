import { formatEntry } from './formatEntry.ts';
import { readArguments, usage } from './readArguments.ts';
import { startSandbox } from './startSandbox.ts';

/**
 * Runs `flinks-sandbox`: serves until it is told to stop. Gives the exit code once it serves; a mistake is one sentence
 * and 1.
 */
export async function runCli(
  args: readonly string[],
  { print, complain, stopping }: CliSurroundings,
): Promise<number> {
  try {
    const options = readArguments(args);
    if (options === 'help') {
      print(usage);
      return 0;
    }
    const { apiUrl, connectUrl, sandbox, close } = await startSandbox({
      ...options,
      onCall: (entry) => print(formatEntry(entry)),
    });
    stopping.addEventListener('abort', () => {
      // Webhooks that wait for their time would keep the process alive.
      sandbox.reset();
      void close();
    });
    const { customerId, secretKey, apiKey, bearer } = sandbox.credentials;
    print('A stand-in of Flinks for tests; it is not Flinks. Ctrl+C stops it.');
    print(`  API       ${apiUrl}/v3/${customerId}/BankingServices`);
    print(`  Widget    ${connectUrl}`);
    print(`  Keys      secret ${secretKey} · x-api-key ${apiKey} · bearer ${bearer}`);
    print(`  Scenario  ${options.scenario ?? 'everyday'}`);
    return 0;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

/** Where the command prints, and who stops it. */
export interface CliSurroundings {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  readonly stopping: AbortSignal;
}
