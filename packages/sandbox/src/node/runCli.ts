import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { controlCommands, runControlCommand } from './controlClient.ts';
import { formatEntry } from './formatEntry.ts';
import { readArguments, usage } from './readArguments.ts';
import { startSandbox } from './startSandbox.ts';

/**
 * Runs `flinks-sandbox`: serves until it is stopped. Gives the exit code once it serves or, where a command runs beside
 * it, once that ended; a mistake is one sentence and 1.
 */
export async function runCli(
  args: readonly string[],
  { print, complain, stopping }: CliContext,
): Promise<number> {
  try {
    if (controlCommands.has(args[0] ?? '')) {
      for (const line of await runControlCommand(args)) print(line);
      return 0;
    }
    const read = readArguments(args);
    if (read === 'help' || read === 'version') {
      print(read === 'help' ? usage : await readVersion());
      return 0;
    }
    const { options, json, command } = read;
    const { apiUrl, connectUrl, sandbox, close } = await startSandbox({
      ...options,
      onCall: (entry) => (json ? complain : print)(formatEntry(entry)),
    });
    const stop = () => {
      // Webhooks that wait for their time would keep the process alive.
      sandbox.reset();
      void close();
    };
    stopping.addEventListener('abort', stop);
    const control = options.control === true;
    const baseUrl = `${apiUrl}/v3/${sandbox.credentials.customerId}/BankingServices`;
    const { secretKey, apiKey, bearer } = sandbox.credentials;
    if (json) {
      const { credentials } = sandbox;
      print(JSON.stringify({ ready: true, apiUrl, baseUrl, connectUrl, control, credentials }));
    } else {
      print('A local Flinks for tests; it is not Flinks. Ctrl+C stops it.');
      print(`  API       ${baseUrl}`);
      print(`  Widget    ${connectUrl}`);
      print(`  Keys      secret ${secretKey} · x-api-key ${apiKey} · bearer ${bearer}`);
      print(`  Scenario  ${options.scenario ?? 'everyday'}`);
      if (control) print(`  Control   ${apiUrl}/sandbox`);
    }
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

// The package.json is two folders up, in the source and in the build.
async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? 'unknown';
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
export interface CliContext {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  readonly stopping: AbortSignal;
}
