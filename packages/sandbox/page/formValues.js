// @ts-check

/**
 * What was typed and chosen, by name. Files stay where they are: only their names are read.
 *
 * @param {HTMLElement} root
 * @returns {Record<string, string | readonly string[]>}
 */
export function readForm(root) {
  /** @type {Record<string, string[]>} */
  const values = {};
  for (const input of root.querySelectorAll('input')) {
    if (input.name === '' || (isChoice(input) && !input.checked)) continue;
    (values[input.name] ??= []).push(input.type === 'file' ? (input.files?.[0]?.name ?? '') : input.value);
  }
  return values;
}

/**
 * Shows what a scenario is about to send, as if the user had typed it.
 *
 * @param {HTMLElement} root
 * @param {Readonly<Record<string, string | readonly string[]>>} values
 */
export function fillIn(root, values) {
  for (const input of root.querySelectorAll('input')) {
    const value = values[input.name];
    if (value === undefined || input.type === 'file') continue;
    if (isChoice(input)) input.checked = [value].flat().includes(input.value);
    else input.value = String(value);
  }
}

/** @param {HTMLInputElement} input */
function isChoice({ type }) {
  return type === 'radio' || type === 'checkbox';
}
