import { generateCode, parseModule } from 'magicast';
import { addVitePlugin as addPlugin } from 'magicast/helpers';

/**
 * Adds the plugin that serves server/flinks.ts to the text of a vite.config, whose comments and layout stay. A config
 * of a form that can't be edited comes back as it is: `nextSteps` prints the lines for it.
 */
export function addVitePlugin(text: string): string {
  if (text.includes('flinksDevServer')) return text;
  try {
    const module = parseModule(text);
    addPlugin(module, {
      from: './server/flinksDevServer',
      imported: 'flinksDevServer',
      constructor: 'flinksDevServer',
    });
    return generateCode(module).code;
  } catch {
    return text;
  }
}
