/**
 * What a component renders, as a tree of the elements that carry attributes of ours, drawn from its real markup.
 * Equal siblings are drawn once.
 */
export function drawAnatomy(markup: string): string {
  const page = new DOMParser().parseFromString(markup, 'text/html');
  return drawChildren(page.body).join('\n');
}

function drawChildren(parent: Element): readonly string[] {
  const drawn = [...parent.children].map((child) => drawElement(child).join('\n'));
  return drawn
    .filter((part, index) => part !== '' && part !== drawn[index - 1])
    .flatMap((part) => part.split('\n'));
}

function drawElement(element: Element): readonly string[] {
  const attributes = [...element.attributes].filter(({ name }) => name.startsWith('data-'));
  const inside = drawChildren(element);
  if (attributes.length === 0) return inside;
  const written = attributes.map(({ name, value }) => (value === '' ? ` ${name}` : ` ${name}="${value}"`));
  const role = element.getAttribute('role');
  const tag = element.tagName.toLowerCase();
  return [
    `<${tag}${role === null ? '' : ` role="${role}"`}${written.join('')}>`,
    ...inside.map((line) => `  ${line}`),
  ];
}
