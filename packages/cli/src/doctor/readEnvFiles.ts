import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { readText } from '../common/files.ts';

/** The variables of `.env` and, over them, `.env.local`: as Vite and Next read them in development. */
export async function readEnvFiles(cwd: string): Promise<Readonly<Record<string, string>>> {
  const texts = await Promise.all(['.env', '.env.local'].map((file) => readText(join(cwd, file))));
  const variables: Record<string, string> = {};
  for (const text of texts) Object.assign(variables, parseEnv(text ?? ''));
  return variables;
}
