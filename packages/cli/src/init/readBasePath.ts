import { join } from 'node:path';
import { parseModule } from 'magicast';
import { isObject, readText } from '../common/files.ts';

/**
 * `basePath` in the next.config of an app, read without running it: `''` where there is none, `null` where its value is
 * no literal text.
 */
export async function readBasePath(root: string): Promise<string | null> {
  const texts = await Promise.all(
    ['ts', 'mts', 'js', 'mjs', 'cjs'].map((extension) => readText(join(root, `next.config.${extension}`))),
  );
  const text = texts.find((read) => read !== null) ?? '';
  if (!text.includes('basePath')) return '';
  try {
    const values = valuesOf(parseModule(text).$ast);
    return values.length === 0 ? '' : onlyText(values);
  } catch {
    return null;
  }
}

/** What the syntax tree gives to each property `basePath`. */
function valuesOf(node: unknown): readonly unknown[] {
  if (Array.isArray(node)) return node.flatMap(valuesOf);
  if (!isObject(node) || typeof node['type'] !== 'string') return [];
  const key = node['type'] === 'ObjectProperty' && isObject(node['key']) ? node['key'] : {};
  const own = [key['name'], key['value']].includes('basePath') ? [node['value']] : [];
  // `original` is the same node once more.
  return [
    ...own,
    ...Object.entries(node).flatMap(([name, child]) => (name === 'original' ? [] : valuesOf(child))),
  ];
}

function onlyText([value, ...others]: readonly unknown[]): string | null {
  const isText = isObject(value) && value['type'] === 'StringLiteral' && others.length === 0;
  return isText && typeof value['value'] === 'string' ? value['value'] : null;
}
