import { readdirSync, readFileSync } from 'node:fs';

/**
 * The files of the widget page, by name. Read from the source here; the build replaces this module by one that holds the
 * texts, so that a bundled sandbox (Next, Turbopack) serves its page without files.
 */
export const pageFiles: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(new URL('../../page/', import.meta.url))
    .filter((name) => /\.(?:js|css|html)$/.test(name))
    .map((name) => [name, readFileSync(new URL(`../../page/${name}`, import.meta.url), 'utf8')]),
);
