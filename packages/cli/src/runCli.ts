import { doctorCommand } from './doctor/doctorCommand.ts';
import { initCommand } from './init/initCommand.ts';
import { keysCommand } from './keys/keysCommand.ts';
import type { Terminal } from './common/Terminal.ts';
import { UsageError } from './common/UsageError.ts';

/** Runs one command of `flinks-kit` and gives its exit code: 0 done, 1 something is wrong, 2 the command line is. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '--help', ...rest] = args;
  if (name === '--help' || name === '-h') {
    terminal.print(usage);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (command === undefined) {
      throw new UsageError(
        `There is no command "${name}": choose among ${Object.keys(commands).join(', ')}.`,
      );
    }
    return await command(rest, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.printError(`${error.message}\nflinks-kit --help lists what each command takes.`);
    return 2;
  }
}

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  init: initCommand,
  doctor: doctorCommand,
  keys: keysCommand,
};

const usage = `flinks-kit: adds flinks-kit to an app, and finds what is wrong with its setup.

flinks-kit init               adds the server file, a page, .env and the script dev:bank
  --yes                       asks nothing
  --framework NAME            vite, next, express, hono or fastify (found in package.json)
  --no-install                adds the packages to package.json without installing them

flinks-kit doctor             tries the setup and names what to change; exit code 1 when something is wrong
  --server FILE               the module that exports "flinks" (found in the usual places)
  --url ADDRESS               a page of the running app, such as http://localhost:5173/
  --probe-webhook             also posts a signed webhook to an address that is not this machine
  --webhook-secret-env NAME   the variable with Flinks' webhook secret (FLINKS_WEBHOOK_SECRET)
  --json                      prints the result as JSON
  FLINKS_KIT_COOKIE           a cookie header of a signed-in user, for the check of identify

flinks-kit keys new           prints a new encryption key
  --env FILE                  writes it to this file in place of printing it`;
