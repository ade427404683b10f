import type { Plugin } from 'vite';
import { gzipSize } from '../apps/bench/size.ts';
import { readComponents } from '../apps/reference/props.mjs';

/**
 * The module `virtual:component-facts`: props, types and sizes of every component, read from the sources when a page
 * asks for them. Nothing of it is written by hand, so that nothing of it can be out of date.
 */
export function componentFacts(): Plugin {
  const id = 'virtual:component-facts';
  return {
    name: id,
    resolveId: (source) => (source === id ? `\0${id}` : null),
    async load(source) {
      if (source !== `\0${id}`) return null;
      const described = Object.entries(readComponents()).filter(([name]) => name !== 'FlinksProvider');
      const facts = await Promise.all(
        described.map(async ([name, component]) => [name, { ...component, size: await measure(name) }]),
      );
      return `export default ${JSON.stringify(Object.fromEntries(facts))}`;
    },
  };
}

/** Bytes as an app ships them: minified, gzipped, without React and TanStack Query. */
async function measure(name: string): Promise<{ readonly alone: number; readonly added: number }> {
  const [alone, session, both] = await Promise.all(
    [name, common, `${common}, ${name}`].map((names) =>
      gzipSize(`export { ${names} } from '@flinks-kit/react';`),
    ),
  );
  return { alone: alone ?? 0, added: Math.max(0, (both ?? 0) - (session ?? 0)) };
}

const common = 'useFlinksConnect, FlinksProvider';
