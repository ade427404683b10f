// The props of each component with type, default and description, and the declarations of the types that they name.
// Storybook's pages print them. Read from the sources by TypeScript 6; the workspace's TypeScript 7 has no such API.
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const packages = fileURLToPath(new URL('../../packages/', import.meta.url));

/** By the name of the component: `{ props, types }`. */
export function readComponents() {
  const program = createProgram();
  const checker = program.getTypeChecker();
  const exported = exportsOf(program, checker);
  const entries = [...exported].filter(([name]) => /^[A-Z]/.test(name) && exported.has(`${name}Props`));
  return Object.fromEntries(
    entries.map(([name, component]) => [
      name,
      describeProps(checker, exported, exported.get(`${name}Props`), component),
    ]),
  );
}

function createProgram() {
  const at = fileURLToPath(new URL('tsconfig.json', import.meta.url));
  const { options } = ts.getParsedCommandLineOfConfigFile(
    at,
    { noEmit: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (fault) => Promise.reject(fault) },
  );
  return ts.createProgram([`${packages}react/src/index.ts`], options);
}

function exportsOf(program, checker) {
  const index = checker.getSymbolAtLocation(program.getSourceFile(`${packages}react/src/index.ts`));
  return new Map(
    checker.getExportsOfModule(index).map((symbol) => [symbol.name, resolveAlias(checker, symbol)]),
  );
}

const resolveAlias = (checker, symbol) =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

function describeProps(checker, exported, propsSymbol, component) {
  const type = checker.getDeclaredTypeOfSymbol(propsSymbol);
  const variants = type.isUnion() ? type.types : [type];
  const found = new Map();
  for (const variant of variants) {
    for (const prop of checker.getPropertiesOfType(variant)) {
      const own = (prop.declarations ?? []).filter((node) => isOurs(node));
      if (own.length > 0) found.set(prop.name, [...(found.get(prop.name) ?? []), ...own]);
    }
  }
  const defaults = destructuredDefaults(component);
  const props = [...found].map(([name, nodes]) => describeProp(name, new Set(nodes), defaults));
  const names = props.flatMap(({ type: text }) => text.match(/\b[A-Z]\w+/g) ?? []);
  const types = [...new Set(names)]
    .filter((name) => exported.has(name))
    .map((name) => ({ name, text: declarationOf(exported.get(name)) }));
  // What must be given comes first.
  return { props: props.toSorted((a, b) => Number(b.required) - Number(a.required)), types };
}

const isOurs = (node) => node.getSourceFile().fileName.startsWith(packages) && ts.isPropertySignature(node);

function describeProp(name, nodes, defaults) {
  const types = [...nodes].map((node) => node.type.getText().replace(/\s*\|\s*undefined$/, ''));
  const docs = [...nodes].flatMap((node) => ts.getJSDocCommentsAndTags(node));
  // A prop of two variants has a docstring in each.
  const texts = docs.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '').filter(Boolean);
  const description = [...new Set(texts)].join(' ');
  const inWords = /(?:^|[;,.:] )([^;,.]+?) by default/.exec(description)?.[1];
  const written = defaults.get(name);
  // The name of a constant is no value for a reader; the docstring's words are.
  const isConstant = written !== undefined && /^(?!true$|false$)[a-z]\w*$/i.test(written);
  const [value] = [isConstant ? inWords : written, inWords].filter(Boolean);
  return {
    name,
    type: [...new Set(types.filter((type) => type !== 'undefined'))].join(' | ').replaceAll(/\s+/g, ' '),
    required: [...nodes].every((node) => node.questionToken === undefined),
    default: { on: 'true', off: 'false' }[value] ?? value ?? null,
    description: description.replaceAll(/\s+/g, ' '),
  };
}

/** `const { required = false } = props`, wherever in the component. */
function destructuredDefaults(component) {
  const defaults = new Map();
  const collect = (node) => {
    if (ts.isBindingElement(node) && node.initializer && ts.isObjectBindingPattern(node.parent))
      defaults.set((node.propertyName ?? node.name).getText(), node.initializer.getText());
    ts.forEachChild(node, collect);
  };
  for (const node of component.declarations ?? []) collect(node);
  return defaults;
}

function declarationOf(symbol) {
  const isType = (node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
  return symbol.declarations?.find(isType)?.getText() ?? '';
}
