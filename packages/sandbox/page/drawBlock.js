// @ts-check
import { drawChoices } from './drawChoices.js';
import { drawField } from './drawField.js';
import { element } from './element.js';
import { fillIn, readForm } from './formValues.js';

/** @typedef {(action: string, values?: Record<string, string | readonly string[]>) => void} Act */

/**
 * Draws one part of a screen.
 *
 * @param {import('../src/widget/screens/protocol.ts').Block} block
 * @param {Act} act
 * @returns {Node}
 */
export function drawBlock(block, act) {
  switch (block.kind) {
    case 'text':
      return element('p', {}, block.text);
    case 'list':
      return element('ul', { className: 'list' }, ...block.items.map((item) => element('li', {}, item)));
    case 'alert':
      return element('div', { className: 'alert', role: 'alert' }, element('p', {}, block.text));
    case 'notice':
      return element('div', { className: 'notice', role: 'note' }, element('p', {}, block.text));
    case 'busy':
      return element('p', { className: 'busy', role: 'status' }, block.text);
    case 'form':
      return form(block, act);
    case 'choices':
      return drawChoices(block, act);
    case 'buttons':
      return element('div', { className: 'buttons' }, ...block.buttons.map((each) => button(each, act)));
    case 'hint':
      return hint(block);
  }
}

/**
 * @param {Extract<import('../src/widget/screens/protocol.ts').Block, { kind: 'form' }>} block
 * @param {Act} act
 */
function form({ action, fields, submit }, act) {
  const made = element(
    'form',
    { noValidate: false },
    ...fields.map((field) => drawField(field, act)),
    element('button', { type: 'submit', className: 'main' }, submit),
  );
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    act(action, readForm(made));
  });
  return made;
}

/** @param {Extract<import('../src/widget/screens/protocol.ts').Block, { kind: 'hint' }>} block */
function hint({ title, isOpen, items }) {
  const made = element('details', { className: 'hint', open: isOpen }, element('summary', {}, title));
  const lines = items.map(({ label, note, fill }) => {
    const text = [element('strong', {}, label), ' ', element('small', {}, note)];
    if (fill === null) return element('li', { className: 'fact' }, ...text);
    const press = element('button', { type: 'button', className: 'fill' }, ...text);
    press.addEventListener('click', () => {
      const beside = made.parentElement?.querySelector('form');
      if (!beside) return;
      fillIn(beside, fill);
      // Then only the button is left to press, unless another question is still open.
      const next = beside.querySelector('input:invalid') ?? beside.querySelector('button');
      if (next instanceof HTMLElement) next.focus();
    });
    return element('li', {}, press);
  });
  made.append(element('ul', {}, ...lines));
  return made;
}

/**
 * @param {import('../src/widget/screens/protocol.ts').Button} button
 * @param {Act} act
 */
function button({ action, label, look, opens }, act) {
  const made = element('button', { type: 'button', className: look }, label);
  made.addEventListener('click', () => {
    if (opens === undefined) return act(action);
    // In the click itself: later the browser would treat it as an unwanted popup.
    const how = opens.how === 'popup' ? 'popup,width=480,height=640' : 'noopener';
    const opened = window.open(opens.url, opens.how === 'popup' ? 'flinks-sandbox-bank' : '_blank', how);
    return act(opens.how === 'popup' && opened === null ? 'blocked' : action);
  });
  return made;
}
