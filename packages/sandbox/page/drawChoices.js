// @ts-check
import { drawMark, element } from './element.js';

/**
 * Draws the institutions: a search, a grid of popular ones, and a list of the others. The search finds names without
 * regard to accents and capitals.
 *
 * @param {import('../src/widget/screens/protocol.ts').ChoicesBlock} block
 * @param {(action: string, values: Record<string, string>) => void} act
 */
export function drawChoices({ action, search, popular, all, nothing, choices }, act) {
  const groups = [
    { title: popular, className: 'choices popular', choices: choices.filter(({ isPopular }) => isPopular) },
    { title: all, className: 'choices', choices: choices.filter(({ isPopular }) => !isPopular) },
  ].map(({ title, className, choices: shown }) => {
    const items = shown.map((choice) => drawChoice(choice, () => act(action, { choice: choice.value })));
    const list = element('ul', { className, ariaLabel: title }, ...items);
    return { items, made: element('div', { hidden: items.length === 0 }, element('h2', {}, title), list) };
  });
  const status = element('p', { className: 'nothing', role: 'status' });
  const input = element('input', { type: 'search', autocomplete: 'off' });
  input.addEventListener('input', () => {
    const wanted = plain(input.value);
    for (const { items, made } of groups) {
      for (const item of items) item.hidden = !plain(item.textContent).includes(wanted);
      made.hidden = items.every((item) => item.hidden);
    }
    status.textContent = groups.every(({ made }) => made.hidden) ? nothing : '';
  });
  const label = element('label', { className: 'field' }, element('span', {}, search), input);
  return element('div', { className: 'institutions' }, label, ...groups.map(({ made }) => made), status);
}

/**
 * @param {import('../src/widget/screens/protocol.ts').InstitutionChoice} choice
 * @param {() => void} press
 */
function drawChoice({ label, note, mark }, press) {
  const text = element('span', {}, label, note === undefined ? '' : element('small', {}, note));
  return element(
    'li',
    {},
    element('button', { type: 'button', className: 'choice', onclick: press }, drawMark(label, mark), text),
  );
}

function plain(/** @type {string} */ text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
