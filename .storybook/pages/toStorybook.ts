/** The Markdown of a page of `docs/` for Storybook: links lead to pages here, notes for the checks and diagrams are left out. */
export function toStorybook(page: string, text: string): string {
  return (
    text
      .replaceAll(/<!--[^]*?-->\n*/g, '')
      // GitHub draws these. A table of the same page has the same facts.
      .replaceAll(/^```mermaid\n[^]*?^```\n*/gm, '')
      .replaceAll(/\[([^\]]+)\]\(([^)\s]+)\)/g, (link, words: string, target: string) => {
        if (/^[a-z]+:|^#/.test(target)) return link;
        const path = new URL(target, `file:///docs/${page}`).pathname;
        const inDocs = /^\/docs\/(.+\/.+\.md)$/.exec(path)?.[1];
        // What is not a page here, such as CONTRIBUTING, keeps its words.
        return inDocs === undefined ? words : `[${words}](?path=/docs/${docsId(inDocs)})`;
      })
  );
}

/** The id that Storybook gives to a page of `docs/`: its title repeats the words of its path. */
export function docsId(page: string): string {
  return `${page
    .replace(/\.md$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')}--docs`;
}
