import { join } from 'node:path';
import { parseModule } from 'magicast';
import { isObject, readText } from '../common/files.ts';

/**
 * `basePath` in the next.config of an app, read without running it: `''` where there is none, `null` where it is given
 * in another form than as a literal text.
 */
export async function readBasePath(root: string): Promise<string | null> {
  const texts = await Promise.all(
    ['ts', 'mts', 'js', 'mjs', 'cjs'].map((extension) => readText(join(root, `next.config.${extension}`))),
  );
  const text = texts.find((read) => read !== null) ?? '';
  if (!text.includes('basePath')) return '';
  try {
    const nodes = nodesOf(parseModule(text).$ast);
    const properties = nodes.filter(({ type, key }) => type === 'ObjectProperty' && isName(key));
    // Redirects, rewrites and headers have one of their own: `false` opts them out.
    const values = properties.map(({ value }) => value).filter((value) => !isFalse(value));
    if (values.length > 0) return onlyText(values);
    // Assigned to the config later, for example.
    return nodes.filter(isName).length > properties.length ? null : '';
  } catch {
    return null;
  }
}

/** Every node of the syntax tree. */
function nodesOf(node: unknown): readonly Node[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  if (!isObject(node) || typeof node['type'] !== 'string') return [];
  // `original` is the same node once more.
  const children = Object.entries(node).filter(([name]) => name !== 'original');
  return [node, ...children.flatMap(([, child]) => nodesOf(child))];
}

type Node = Readonly<Record<string, unknown>>;

/** Is this node the name, as an identifier or in quotation marks? */
const isName = (node: unknown): boolean =>
  isObject(node) &&
  (node['type'] === 'Identifier' ? node['name'] : node['type'] === 'StringLiteral' && node['value']) ===
    'basePath';

const isFalse = (node: unknown): boolean =>
  isObject(node) && node['type'] === 'BooleanLiteral' && node['value'] === false;

function onlyText([value, ...others]: readonly unknown[]): string | null {
  const isText = isObject(value) && value['type'] === 'StringLiteral' && others.length === 0;
  return isText && typeof value['value'] === 'string' ? value['value'] : null;
}
