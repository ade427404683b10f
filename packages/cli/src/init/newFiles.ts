import { readFile } from 'node:fs/promises';
import type { App } from './recogniseApp.ts';

/** The files that init adds to an app, from `templates`. */
export async function newFiles(app: App): Promise<readonly NewFile[]> {
  return Promise.all(
    placesOf(app).map(async ([template, file]) => {
      const text = await readFile(new URL(`../../templates/${template}`, import.meta.url), 'utf8');
      const mounted = text.replace(/(endpoint(?:: '|="))(?=\/api)/, `$1${app.basePath ?? ''}`);
      // For server components only; Vite knows none.
      return { file, text: app.framework === 'vite' ? mounted.replace(/^'use client';\n\n/, '') : mounted };
    }),
  );
}

/** A file to be added, relative to the app. */
export interface NewFile {
  readonly file: string;
  readonly text: string;
}

/** Where the server file of an app is, relative to it. */
export function serverFileOf({ framework, sources, language }: App): string {
  // Vite compiles TypeScript, whatever the app is written in.
  if (framework === 'vite') return 'server/flinks.ts';
  const extension = language === 'typescript' ? 'ts' : 'js';
  return framework === 'next' ? `${sources}lib/flinks.${extension}` : `${sources}flinks.${extension}`;
}

type Place = readonly [template: string, file: string];

function placesOf(app: App): readonly Place[] {
  const server: Place = ['lib/flinks.ts', serverFileOf(app)];
  switch (app.framework) {
    case 'next':
      return [
        server,
        ...['app/api/flinks/[...path]/route.ts', 'app/bank/page.tsx', 'app/bank/BankPage.tsx'].map(
          (file): Place => [file, app.sources + inLanguage(file, app.language)],
        ),
      ];
    case 'vite':
      return [
        server,
        ...(app.server === null ? [['vite/flinksDevServer.ts', 'server/flinksDevServer.ts'] as const] : []),
        ['app/bank/BankPage.tsx', 'src/BankPage.tsx'],
        ['app/bank/bank.tsx', 'src/bank.tsx'],
        ['vite/bank.html', 'bank.html'],
      ];
    default:
      return [server];
  }
}

// Those templates that a JavaScript app gets hold no types, so their name is all that changes.
const inLanguage = (file: string, language: App['language']): string =>
  language === 'typescript' ? file : file.replace(/\.ts(x?)$/, '.js$1');
