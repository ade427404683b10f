import { resolve } from 'node:path';
import { styleText } from 'node:util';
import { parseOptions } from '../common/parseOptions.ts';
import type { Terminal } from '../common/Terminal.ts';
import { UsageError } from '../common/UsageError.ts';
import { examine } from './examine.ts';
import type { Finding } from './Finding.ts';
import { loadServer } from './loadServer.ts';
import { readEnvFiles } from './readEnvFiles.ts';
import { withoutSecrets } from './withoutSecrets.ts';

/** `flinks-kit doctor`: tries the setup of an app and prints what to change. Exit code 1 when something is wrong. */
export async function doctorCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseOptions(args, {
    server: { type: 'string' },
    url: { type: 'string' },
    'probe-webhook': { type: 'boolean' },
    'webhook-secret-env': { type: 'string', default: 'FLINKS_WEBHOOK_SECRET' },
    json: { type: 'boolean' },
  });
  const { cwd, print } = terminal;
  const fromFiles = await readEnvFiles(cwd);
  const env = { ...fromFiles, ...terminal.env };
  const page = values.url === undefined ? null : readAddress(values.url);
  const loaded = await loadServer(
    cwd,
    values.server === undefined ? null : resolve(cwd, values.server),
    fromFiles,
  );
  const findings = await examine({
    cwd,
    loaded,
    page,
    cookie: env['FLINKS_KIT_COOKIE'] ?? null,
    webhookSecret: env[values['webhook-secret-env']] ?? null,
    mayProbeAnywhere: values['probe-webhook'] ?? false,
  });
  const shown = withoutSecrets(findings, { ...fromFiles, FLINKS_KIT_COOKIE: env['FLINKS_KIT_COOKIE'] });
  const ok = shown.every(({ status }) => status !== 'wrong');
  print(values.json === true ? JSON.stringify({ ok, checks: shown }, null, 2) : format(shown));
  return ok ? 0 : 1;
}

function readAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  throw new UsageError(
    '--url is no web address: give the address of a page of the running app, such as http://localhost:5173/.',
  );
}

function format(findings: readonly Finding[]): string {
  const lines = findings.map(({ name, status, sentence }) => `${marks[status]} ${name}: ${sentence}`);
  const count = findings.filter(({ status }) => status === 'wrong').length;
  const end = count === 0 ? 'Nothing is wrong.' : `${count} to change.`;
  return [...lines, '', end].join('\n');
}

// The words stay when there are no colours: no status is shown by colour alone.
const marks = {
  fine: styleText('green', 'ok     '),
  wrong: styleText('red', 'WRONG  '),
  unknown: styleText('yellow', 'unknown'),
} as const;
