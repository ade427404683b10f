// Lists each route with the file of the server that does its work, and fails where their names differ: the client's
// method, the route, the file of `operations/` and its function are one word.
import { existsSync, readdirSync } from 'node:fs';
import { createFlinksClient, flinksRoutes } from '@flinks-kit/core';

const folder = 'packages/server/src/operations';

/** What is in `operations/` and no route of a signed-in user: shared files, the return from a bank, what only servers may call. */
const others = ['adoptLogin', 'completeReturn', 'forUser', 'getAllAccounts', 'getEftInstruction', 'schemas'];

const client = createFlinksClient({ endpoint: '/api/flinks', userId: null });
const faults: string[] = [];

for (const [name, { method, path }] of Object.entries(flinksRoutes)) {
  const file = `${folder}/${name}.ts`;
  console.log(`${method.padEnd(6)} ${path.padEnd(34)} ${file}`);
  if (!Object.hasOwn(client, name)) faults.push(`createFlinksClient has no method ${name}.`);
  if (!existsSync(file)) faults.push(`${method} ${path} has no ${file}.`);
  // oxlint-disable-next-line no-await-in-loop -- one after the other is as fast, and keeps the list in order
  else if (!Object.hasOwn(await import(`../${file}`), name)) faults.push(`${file} exports no ${name}.`);
}
for (const file of readdirSync(folder)) {
  const name = file.replace(/\.ts$/, '');
  if (name.endsWith('.test') || name.endsWith('.test-d') || others.includes(name)) continue;
  if (!Object.hasOwn(flinksRoutes, name))
    faults.push(`${folder}/${file} belongs to no route of core/client/flinksRoutes.ts.`);
}

for (const fault of faults) console.error(`✗ ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
