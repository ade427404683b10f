import { parseEnv } from 'node:util';

/** Adds the variables that an env file does not set yet, under one comment. Those that it sets stay as they are. */
export function addVariables(
  text: string,
  variables: Readonly<Record<string, string>>,
  comment: string,
): string {
  const known = parseEnv(text);
  const missing = Object.entries(variables).filter(([name]) => !Object.hasOwn(known, name));
  if (missing.length === 0) return text;
  const lines = [`# ${comment}`, ...missing.map(([name, value]) => `${name}=${value}`), ''];
  const before = text === '' ? '' : `${text.trimEnd()}\n\n`;
  return before + lines.join('\n');
}

/** What leads an app to `flinks-sandbox --port 4174`. None of these opens anything but a sandbox. */
export const sandboxVariables = {
  FLINKS_INSTANCE: 'sandbox',
  FLINKS_CUSTOMER_ID: '5a4db0c5-0000-4000-8000-0000f1a9de40',
  FLINKS_SECRET_KEY: 'sandbox-secret-key',
  FLINKS_API_KEY: 'sandbox-api-key',
  FLINKS_API_URL: 'http://localhost:4174',
  FLINKS_CONNECT_URL: 'http://127.0.0.1:4175/v2/',
} as const;
