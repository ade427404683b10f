// @ts-check
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
      return element('ul', {}, ...block.items.map((item) => element('li', {}, item)));
    case 'alert':
      return alert(block);
    case 'busy':
      return element('p', { className: 'busy', role: 'status' }, block.text);
    case 'form':
      return form(block, act);
    case 'choices':
      return choices(block, act);
    case 'buttons':
      return element('div', { className: 'buttons' }, ...block.buttons.map((each) => button(each, act)));
    case 'hint':
      return hint(block);
  }
}

/** @param {Extract<import('../src/widget/screens/protocol.ts').Block, { kind: 'alert' }>} block */
function alert({ text, code }) {
  const made = element('div', { className: 'alert', role: 'alert' }, element('p', {}, text));
  if (code !== '') made.append(element('p', { className: 'code' }, code));
  return made;
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

/**
 * @param {Extract<import('../src/widget/screens/protocol.ts').Block, { kind: 'choices' }>} block
 * @param {Act} act
 */
function choices({ action, search, nothing, choices: all }, act) {
  const items = all.map(({ value, label, note }) => {
    const choice = element(
      'button',
      { type: 'button', className: 'choice', onclick: () => act(action, { choice: value }) },
      element('span', {}, label, note === undefined ? '' : element('small', {}, note)),
    );
    // Where others would show a logo.
    choice.dataset['initial'] = label.slice(0, 1);
    return element('li', {}, choice);
  });
  const list = element('ul', { className: 'choices' }, ...items);
  const status = element('p', { className: 'nothing', role: 'status' });
  const input = element('input', { type: 'search', autocomplete: 'off' });
  input.addEventListener('input', () => {
    const wanted = plain(input.value);
    for (const item of items) item.hidden = !plain(item.textContent).includes(wanted);
    const some = items.some((item) => !item.hidden);
    status.textContent = some ? '' : nothing;
  });
  const label = element('label', { className: 'field' }, element('span', {}, search), input);
  return element('div', {}, label, list, status);
}

/** @param {Extract<import('../src/widget/screens/protocol.ts').Block, { kind: 'hint' }>} block */
function hint({ title, items }) {
  const made = element('details', { className: 'hint', open: true }, element('summary', {}, title));
  const lines = items.map(({ label, note, fill }) => {
    const press = element(
      'button',
      { type: 'button', className: 'fill' },
      element('strong', {}, label),
      ' ',
      element('small', {}, note),
    );
    press.addEventListener('click', () => {
      const beside = made.parentElement?.querySelector('form');
      if (!beside) return;
      fillIn(beside, fill);
      // What is left to do is to send it, unless another question is still open.
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
    // In the click itself: later the browser would take it for an unasked popup.
    const how = opens.how === 'popup' ? 'popup,width=480,height=640' : 'noopener';
    const opened = window.open(opens.url, opens.how === 'popup' ? 'flinks-sandbox-bank' : '_blank', how);
    return act(opens.how === 'popup' && opened === null ? 'blocked' : action);
  });
  return made;
}

// People leave accents out when they search.
function plain(/** @type {string} */ text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
