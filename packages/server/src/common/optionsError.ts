import { FlinksKitError } from '@flinks-kit/core';
import { isPlainHost } from './isPlainHost.ts';

/** The error of options that cannot work. Its sentences name options, and hold no value of one. */
export const optionsError = (name: string, sentences: readonly string[]): FlinksKitError =>
  new FlinksKitError(`${name} cannot work with these options. ${sentences.join(' ')}`, {
    code: 'options-invalid',
  });

/**
 * A web address (http or https), parsed; `null` for anything else, such as `javascript:` or `localhost:3000`, and for a
 * host with `;`, `,` or `*`, which mean something else in a header.
 */
export function parseWebAddress(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isWeb = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  return isWeb && isPlainHost(url.host) ? url : null;
}

/** Whether a text is an instance of Flinks: the first part of its host names. */
export const isInstance = (text: string): boolean => /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i.test(text);

/** Whether a value is a promise, or another thing that one awaits. */
export const isThenable = (value: unknown): boolean =>
  value instanceof Object && typeof Reflect.get(value, 'then') === 'function';

/** Whether a value is an object with named parts: no list, no function, no promise. */
export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isThenable(value);

/** What is wrong with the value of an option, without the value. */
export function describeInput(input: unknown): string {
  if (input === undefined) return 'is undefined (is an environment variable not set?)';
  if (input === null) return 'is null';
  if (input === '') return 'is empty';
  if (input === 'undefined' || input === 'null') {
    return `is the word "${input}" (is an environment variable not set?)`;
  }
  if (typeof input === 'string' && input.trim() !== input) return 'has blanks or line breaks around it';
  if (isThenable(input)) return 'is a promise (await it first)';
  return `has the wrong form (a value of type ${Array.isArray(input) ? 'array' : typeof input})`;
}
