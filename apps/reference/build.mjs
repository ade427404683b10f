// Writes the reference of every public export into docs/reference, from types and docstrings. Fails for a type that a
// public export uses and no entry point exports: a reader could not name it.
import { fileURLToPath } from 'node:url';
import { Application } from 'typedoc';

const packages = {
  core: ['index.ts', 'wire/index.ts'],
  react: ['index.ts', 'query/index.ts', 'testing/index.ts'],
  server: ['index.ts', 'node/index.ts', 'postgres/index.ts'],
  sandbox: ['index.ts', 'node/index.ts'],
};
// Constants whose keys are a public union: the union is documented.
const notExported = {
  core: ['stages'],
  react: ['ends'],
  server: ['refusals', 'nothingDone'],
  sandbox: ['challengeTypes', 'redirectShapes', 'screenNames'],
};
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const entryPoints = (name) => packages[name].map((file) => at(`../../packages/${name}/src/${file}`));
const options = {
  tsconfig: at('tsconfig.json'),
  readme: 'none',
  excludeExternals: true,
  excludePrivate: true,
  excludeInternal: true,
  disableSources: true,
  skipErrorChecking: true,
  logLevel: 'Warn',
};

// TypeDoc looks for missing exports in one package at a time, and links between packages in one project of all.
let warnings = 0;
for (const name of Object.keys(packages)) {
  // oxlint-disable-next-line no-await-in-loop -- each takes all the memory it can get
  const { app, project } = await convert({
    ...options,
    entryPoints: entryPoints(name),
    intentionallyNotExported: notExported[name],
  });
  app.validate(project);
  warnings += app.logger.warningCount + app.logger.errorCount;
}

const { app, project } = await convert({
  ...options,
  plugin: ['typedoc-plugin-markdown'],
  name: 'flinks-kit reference',
  entryPoints: Object.keys(packages).flatMap(entryPoints),
  out: at('../../docs/reference'),
  outputFileStrategy: 'modules',
  hidePageHeader: true,
  hideBreadcrumbs: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
});
// TypeDoc names a module by its folder, `core/src/wire`; readers know it as the entry point `core/wire`.
for (const module of project.children) module.name = module.name.replace('/src', '');
await app.generateOutputs(project);

console.log(`${project.children.length} entry points in docs/reference, ${warnings} warnings.`);
process.exitCode = project.children.length === 10 && warnings === 0 ? 0 : 1;

async function convert(settings) {
  const application = await Application.bootstrapWithPlugins(settings);
  const converted = await application.convert();
  if (converted === undefined) throw new Error('TypeDoc could not read the sources: see its messages above.');
  return { app: application, project: converted };
}
