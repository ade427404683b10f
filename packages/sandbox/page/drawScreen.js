// @ts-check
import { drawBlock } from './drawBlock.js';
import { drawMark, element } from './element.js';

/**
 * Draws one screen in place of the last one. The focus goes to the title of a new screen, so that keyboard and
 * screen reader start there, and stays where it was when the same screen is drawn again.
 *
 * @param {HTMLElement} root
 * @param {import('../src/widget/screens/protocol.ts').Screen} screen
 * @param {object} how
 * @param {import('../src/widget/screens/protocol.ts').Screen | null} how.before
 * @param {(action: string, values?: Record<string, string | readonly string[]>) => void} how.act
 */
export function drawScreen(root, screen, { before, act }) {
  const { documentElement } = document;
  documentElement.lang = screen.language;
  if (screen.theme === null) delete documentElement.dataset['theme'];
  else documentElement.dataset['theme'] = screen.theme;
  document.title = screen.title;

  const unchanged = before !== null && JSON.stringify(before) === JSON.stringify(screen);
  if (unchanged) return;

  const { institution } = screen;
  const title = element('h1', { id: 'title', tabIndex: -1 }, screen.title);
  const header = element(
    'div',
    { className: 'header' },
    screen.back === null ? '' : button(screen.back, 'back', act),
    element('span', { className: 'stamp', ariaHidden: 'true' }, 'sandbox'),
    screen.close === null ? '' : button(screen.close, 'close', act),
  );
  const section = element(
    'section',
    { className: 'widget' },
    header,
    institution === null
      ? title
      : element('div', { className: 'title' }, drawMark(institution.label, institution.mark), title),
    ...screen.blocks.map((block) => drawBlock(block, act)),
    screen.banner === '' ? '' : element('p', { className: 'banner' }, screen.banner),
  );
  section.setAttribute('aria-labelledby', 'title');
  section.dataset['screen'] = screen.name;
  root.replaceChildren(section);
  // The first screen leaves the focus with the host: a frame that loads must not steal it.
  if (before !== null) title.focus();
}

/**
 * @param {string} name
 * @param {'back' | 'close'} action
 * @param {(action: string) => void} act
 */
function button(name, action, act) {
  const made = element('button', { type: 'button', className: 'plain', onclick: () => act(action) }, name);
  made.dataset['action'] = action;
  return made;
}
