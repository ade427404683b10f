// Builds every package and packs it as npm would deliver it, then checks each tarball: publint, and the types as the
// resolutions of ESM see them. `dist` and the tarballs stay, for the checks that use the packages.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { out, pnpm, root, run, stop } from './prepare.mjs';

export const tarballs = `${out}/tarballs`;

/** The packages that are published: their names and where each was packed to. */
export function packedPackages() {
  return readdirSync(`${root}packages`).map((folder) => {
    const { name } = JSON.parse(readFileSync(`${root}packages/${folder}/package.json`, 'utf8'));
    const start = `${name.replace('@', '').replace('/', '-')}-`;
    const file = readdirSync(tarballs).find(
      (tarball) => tarball.startsWith(start) && /^\d/.test(tarball.slice(start.length)),
    );
    if (file === undefined) stop(`${name} was not packed into ${tarballs}: run npm test -- packages.`);
    return { name, file: `${tarballs}/${file}` };
  });
}

if (process.argv[1] === import.meta.filename) {
  rmSync(tarballs, { recursive: true, force: true });
  mkdirSync(tarballs, { recursive: true });
  if (!pnpm('-r', '--filter', './packages/*', 'pack', '--pack-destination', tarballs))
    stop('The packages could not be packed.');
  const bin = `${root}node_modules/.bin`;
  for (const { name, file } of packedPackages()) {
    const ok =
      run(`${bin}/publint`, ['run', '--strict', file]) &&
      run(`${bin}/attw`, [
        file,
        '--profile',
        'esm-only',
        '--exclude-entrypoints',
        'styles.css',
        '--format',
        'ascii',
      ]);
    if (!ok) stop(`The tarball of ${name} is not what npm should deliver: see above.`);
  }
}
