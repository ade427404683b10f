import { spawn } from 'node:child_process';
import { formatEntry } from './formatEntry.ts';
import { readArguments, usage } from './readArguments.ts';
import { startSandbox } from './startSandbox.ts';

/**
 * Runs `flinks-sandbox`: serves until it is stopped. Gives the exit code once it serves or, where a command runs beside
 * it, once that ended; a mistake is one sentence and 1.
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
    const { command, ...settings } = options;
    const { apiUrl, connectUrl, sandbox, close } = await startSandbox({
      ...settings,
      onCall: (entry) => print(formatEntry(entry)),
    });
    const stop = () => {
      // Webhooks that wait for their time would keep the process alive.
      sandbox.reset();
      void close();
    };
    stopping.addEventListener('abort', stop);
    const { customerId, secretKey, apiKey, bearer } = sandbox.credentials;
    print('A stand-in of Flinks for tests; it is not Flinks. Ctrl+C stops it.');
    print(`  API       ${apiUrl}/v3/${customerId}/BankingServices`);
    print(`  Widget    ${connectUrl}`);
    print(`  Keys      secret ${secretKey} · x-api-key ${apiKey} · bearer ${bearer}`);
    print(`  Scenario  ${options.scenario ?? 'everyday'}`);
    if (command.length === 0) return 0;
    try {
      return await runCommand(command, stopping);
    } finally {
      stop();
    }
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

/** Runs a command on this terminal until it ends, and gives its exit code. */
function runCommand([name = '', ...args]: readonly string[], stopping: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    // On Windows npm is a script, which only a shell runs.
    const child = spawn(name, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    stopping.addEventListener('abort', () => child.kill('SIGTERM'));
    child.once('error', (cause) =>
      reject(
        new Error(`"${name}" could not be run, so the sandbox was stopped: check the command after --.`, {
          cause,
        }),
      ),
    );
    child.once('exit', (code, signal) => resolve(code ?? (signal === null || stopping.aborted ? 0 : 1)));
  });
}

/** Where the command prints, and who stops it. */
export interface CliSurroundings {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  readonly stopping: AbortSignal;
}
