// @ts-check
import { element } from './element.js';

/**
 * Draws something to fill in, under its own label.
 *
 * @param {import('../src/widget/screens/protocol.ts').Field} field
 * @param {(action: string) => void} act
 * @returns {Node}
 */
export function drawField(field, act) {
  switch (field.kind) {
    case 'one-of':
    case 'some-of':
      return group(field);
    case 'check':
      return check(field, act);
    case 'text':
    case 'password':
    case 'date':
    case 'file':
      return element(
        'label',
        { className: 'field' },
        element('span', {}, field.label),
        element('input', {
          type: field.kind,
          name: field.name,
          required: field.kind !== 'file',
          autocomplete: 'off',
          autocapitalize: 'none',
          spellcheck: false,
        }),
      );
  }
}

/** @param {Extract<import('../src/widget/screens/protocol.ts').Field, { kind: 'one-of' | 'some-of' }>} field */
function group({ kind, name, label, choices }) {
  const made = element(
    'fieldset',
    {},
    element('legend', {}, label),
    ...choices.map(({ value, label: text, note }, index) =>
      element(
        'label',
        { className: 'option' },
        element('input', {
          type: kind === 'one-of' ? 'radio' : 'checkbox',
          name,
          value,
          required: kind === 'one-of' || index === 0,
        }),
        element('span', {}, text, note === undefined ? '' : element('small', {}, note)),
      ),
    ),
  );
  // A browser asks for one radio button of a group by itself, for one checkbox it needs `required`.
  const boxes = [...made.querySelectorAll('input')];
  made.addEventListener('change', () => {
    if (kind === 'some-of' && boxes[0] !== undefined)
      boxes[0].required = !boxes.some(({ checked }) => checked);
  });
  return made;
}

/**
 * @param {Extract<import('../src/widget/screens/protocol.ts').Field, { kind: 'check' }>} field
 * @param {(action: string) => void} act
 */
function check({ name, label, report: [on, off] }, act) {
  const input = element('input', { type: 'checkbox', name, required: true });
  input.addEventListener('change', () => act(input.checked ? on : off));
  return element('label', { className: 'option' }, input, element('span', {}, label));
}
