// @ts-check

/**
 * Makes an element with properties and children. Text is always text, never markup.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, unknown>>} properties of the element, by the names of the DOM
 * @param {...(Node | string)} children
 */
export function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== ''));
  return made;
}

/**
 * Draws the mark of an institution, or its first letter where it has none. Decoration: the name stands beside it.
 *
 * @param {string} label
 * @param {import('../src/state/institution.ts').InstitutionMark | null} mark
 */
export function drawMark(label, mark) {
  const made = element('span', { className: 'mark', ariaHidden: 'true' });
  if (mark === null) {
    made.textContent = label.slice(0, 1);
    return made;
  }
  const drawing = element('span', {});
  made.style.background = mark.background;
  drawing.style.background = mark.foreground;
  drawing.style.clipPath = `path(evenodd, "${mark.path}")`;
  made.append(drawing);
  return made;
}
