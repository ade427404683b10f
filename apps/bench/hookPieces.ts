import type { Line } from './report.ts';
import { gzipSize } from './size.ts';

/** What the hook is made of, piece by piece: each line is what the bundle grows by (bytes, minified and gzipped). */
export async function measureHookPieces(): Promise<readonly Line[]> {
  const sizes = await Promise.all(pieces.map(([, code]) => gzipSize(code)));
  return pieces.map(([what], index) => ({
    what: `  ${index > 0 ? '+ ' : ''}${what}`,
    figure: (sizes[index] ?? 0) - (sizes[index - 1] ?? 0),
    unit: 'B',
  }));
}

// Each holds the ones before it.
const wire = `export { parseConnectMessage, isTrustedMessage, toConnectEvent } from '@flinks-kit/core/wire';`;
const engine = `${wire} export { createConnect } from '@flinks-kit/core';`;
const hook = `${engine} export { useFlinksConnect } from '@flinks-kit/react';`;
const provider = `${hook} export { FlinksProvider } from '@flinks-kit/react';`;
const pieces = [
  ['the parser and the gate', wire],
  ['the engine', engine],
  ['the hook around it', hook],
  ['FlinksProvider, with the client of our server', provider],
  ['FlinksConnect, with its English', `${provider} export { FlinksConnect } from '@flinks-kit/react';`],
] as const;
