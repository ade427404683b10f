/**
 * Replaces every text node as a browser's page translation does: the words move into new `<font>` elements, and React
 * keeps references to nodes that are no longer in the document.
 */
export function translatePage(root: Element): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  }
  for (const text of texts) {
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    inner.textContent = text.data.trim() === '' ? text.data : `«${text.data}»`;
    outer.append(inner);
    text.replaceWith(outer);
  }
}
