import { cancel, confirm, intro, isCancel, note, outro, spinner } from '@clack/prompts';
import { parseOptions } from '../common/parseOptions.ts';
import type { Terminal } from '../common/Terminal.ts';
import { UsageError } from '../common/UsageError.ts';
import { writeText } from '../common/files.ts';
import { join } from 'node:path';
import { type Change, planChanges } from './planChanges.ts';
import { installPackages } from './installPackages.ts';
import { nextSteps } from './nextSteps.ts';
import { frameworks, isFramework, recogniseApp } from './recogniseApp.ts';
import { showChange } from './showChange.ts';

/**
 * `flinks-kit init`: adds the kit to the app in this folder. Existing code is not edited, but for vite.config,
 * package.json, .env, .env.example and .gitignore, to which lines are added. A second run changes nothing.
 */
export async function initCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseOptions(args, {
    yes: { type: 'boolean', short: 'y' },
    framework: { type: 'string' },
    install: { type: 'boolean', default: true },
  });
  const { framework } = values;
  if (framework !== undefined && !isFramework(framework)) {
    throw new UsageError(`--framework does not know "${framework}": choose among ${frameworks.join(', ')}.`);
  }
  const app = await recogniseApp(terminal.cwd, framework ?? null, terminal.env);
  const changes = await planChanges(app);
  const asks = terminal.isInteractive && values.yes !== true;
  const narrator = asks ? interactive : plain(terminal.print);

  narrator.begin(`flinks-kit for ${app.title}`);
  if (changes.length === 0) {
    narrator.end('Everything is in place already, so nothing was changed.');
    return 0;
  }
  narrator.show('Changes', changes.map(showChange).join('\n'));
  if (asks) {
    const answer = await confirm({ message: 'Make these changes?' });
    if (isCancel(answer) || !answer) {
      cancel('Nothing was changed.');
      return 1;
    }
  }
  for (const { file, after, isSecret } of changes)
    await writeText(join(app.root, file), after, { secret: isSecret });

  const isInstalled =
    values.install && touchesPackages(changes)
      ? await narrator.during(`Installing with ${app.packageManager}`, () => installPackages(app))
      : !touchesPackages(changes);
  if (values.install && !isInstalled) {
    terminal.printError(
      `${app.packageManager} install failed, so the packages are missing. Run it again once the cause above is mended.`,
    );
    return 1;
  }
  narrator.show('Next', nextSteps(app, { isInstalled }));
  narrator.end('Something does not work? npx flinks-kit doctor');
  return 0;
}

const touchesPackages = (changes: readonly Change[]): boolean =>
  changes.some(({ file }) => file === 'package.json');

/** How the command reports what it does. */
interface Narrator {
  readonly begin: (title: string) => void;
  readonly show: (title: string, text: string) => void;
  readonly during: (what: string, work: () => Promise<boolean>) => Promise<boolean>;
  readonly end: (sentence: string) => void;
}

const interactive: Narrator = {
  begin: intro,
  show: (title, text) => note(text, title),
  async during(what, work) {
    const waiting = spinner();
    waiting.start(what);
    const isDone = await work();
    if (isDone) waiting.stop(`${what}: done`);
    else waiting.error(`${what}: failed`);
    return isDone;
  },
  end: outro,
};

const plain = (print: (text: string) => void): Narrator => ({
  begin: print,
  show: (title, text) => print(`\n${title}\n${text}`),
  during(what, work) {
    print(`\n${what}…`);
    return work();
  },
  end: (sentence) => print(`\n${sentence}`),
});
