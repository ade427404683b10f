import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const pages = join(import.meta.dirname, 'pages');

/**
 * Writes a page of Storybook for each Markdown file of `docs/` into `.storybook/pages`, which is not committed. A page that is
 * right already stays untouched: another Storybook may be reading it.
 */
export function writePages(): void {
  const written = new Map(
    readDocs().map((page) => [
      join(pages, page.replace(/\.md$/, '.mdx')),
      toMdx(page, readFileSync(join(root, 'docs', page), 'utf8')),
    ]),
  );
  for (const [file, mdx] of written) {
    if (existsSync(file) && readFileSync(file, 'utf8') === mdx) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, mdx);
  }
  for (const name of readdirSync(pages, { recursive: true, encoding: 'utf8' })) {
    const file = join(pages, name);
    if (file.endsWith('.mdx') && !written.has(file)) rmSync(file);
  }
}

/** The pages below `docs/` that Storybook shows: those of a folder. */
export function readDocs(): readonly string[] {
  return readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\/.*\.md$/.test(file))
    .toSorted();
}

/**
 * The MDX of one page: its Markdown with live examples, and for a component what only its sources know. `page` is its path
 * below `docs/`.
 */
export function toMdx(page: string, markdown: string): string {
  const name = basename(page, '.md');
  const [folder = ''] = page.split('/');
  const isExport = folder === 'components' || folder === 'hooks';
  const examples = isExport ? folder : 'guides';
  const text = withEscapes(withLinks(page, markdown))
    // GitHub draws these. A table of the same page has the same facts.
    .replaceAll(/^```mermaid\n[^]*?^```\n*/gm, '')
    // A guide names its live examples; the page of an export shows the file that it has to copy.
    .replaceAll(
      isExport ? /<!-- file: \.storybook\/examples\/\w+\/(\w+)\.tsx -->/g : /<!-- live: (\w+) -->/g,
      `<div className="kit-example"><Canvas of={${examples}.$1} sourceState="none" /></div>`,
    )
    // How an example is checked is nothing for readers, and MDX has no such comments.
    .replaceAll(/<!--[^]*?-->\n*/g, '')
    .replace(/^## Do\n([^]*)^## Don’t\n([^]*)$/m, doAndDont);
  const from = (file: string): string =>
    relative(join(pages, dirname(page)), join(root, file)).replaceAll('\\', '/');
  const imports = [
    "import { Canvas, Meta } from '@storybook/addon-docs/blocks';",
    text.includes('<Canvas') &&
      `import * as ${examples} from '${from(`.storybook/examples/${examples}.stories.tsx`)}';`,
    folder === 'components' &&
      `import * as stories from '${from(findStories(name))}';
import { Playground, Props, Size, States } from '${from('.storybook/docs/blocks.tsx')}';`,
  ];
  const meta =
    folder === 'components' ? 'of={stories}' : `id="${docsId(page)}" title="${titleOf(page, text)}"`;
  const body = folder === 'components' ? withSources(name, text) : text;
  return `${imports.filter(Boolean).join('\n')}\n\n<Meta ${meta} />\n\n${body}`;
}

// Two columns: what serves people, and what was seen to hurt them.
const doAndDont = `## Do and don’t

<div className="sb-unstyled kit-dodont">
<div className="kit-do">
<strong>Do</strong>
$1
</div>
<div className="kit-dont">
<strong>Don’t</strong>
$2
</div>
</div>
`;

/** The page of a component with what is read from its sources, measured or live. */
const withSources = (name: string, text: string): string =>
  `${text.replace(
    '## Parts and data attributes',
    `## Controls

<div className="kit-controls"><Playground name="${name}" example={components.${name}} /></div>

## Props

<Props name="${name}" />

$&`,
  )}
## Size

<Size name="${name}" />

## Every state

<States />
`;

/** The id that Storybook gives to a page, without its name: the words of its path. */
export function docsId(page: string): string {
  return page
    .replace(/\.md$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
}

const parts: Readonly<Record<string, string>> = {
  start: 'Start',
  hooks: 'Hooks',
  guides: 'Guides',
  recipes: 'Recipes',
  server: 'Server',
  reference: 'Reference/Exports',
  flinks: 'Reference/Flinks',
  decisions: 'Reference/Decisions',
};

/** Where a page stands in the sidebar: its folder, and its heading. */
function titleOf(page: string, text: string): string {
  const folders = page.split('/').slice(0, -1);
  const isEntryPoint = page.startsWith('reference/') && folders.length > 1;
  const heading = /^# (.+)$/m.exec(text)?.[1] ?? page;
  const place = isEntryPoint ? ['Reference/Exports'] : folders.map((folder) => parts[folder] ?? folder);
  return [...place, heading.replaceAll(/[\\"]/g, '').replaceAll('/', ' ')].join('/');
}

// Links between pages lead to pages here. What is not a page here, such as CONTRIBUTING, keeps its words.
function withLinks(page: string, text: string): string {
  return text.replaceAll(/\[([^\]]+)\]\(([^)\s]+)\)/g, (link, words: string, target: string) => {
    if (/^[a-z]+:|^#/.test(target)) return link;
    const path = new URL(target, `file:///docs/${page}`).pathname;
    const inDocs = /^\/docs\/(.+\/.+\.md)$/.exec(path)?.[1];
    return inDocs === undefined ? words : `[${words}](?path=/docs/${docsId(inDocs)}--docs)`;
  });
}

// Outside code a brace begins an expression of MDX.
const withEscapes = (text: string): string =>
  text
    .split(/(^```[^]*?^```|`[^`\n]*`)/m)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replaceAll(/(?<!\\)[{}]/g, String.raw`\$&`)))
    .join('');

function findStories(name: string): string {
  const sources = readdirSync(join(root, 'packages/react/src'), { recursive: true, encoding: 'utf8' });
  const found = sources.find((file) => basename(file) === `${name}.stories.tsx`);
  if (found === undefined)
    throw new Error(`docs/components/${name}.md needs ${name}.stories.tsx beside the component.`);
  return `packages/react/src/${found.replaceAll('\\', '/')}`;
}
