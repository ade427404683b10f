import { renderWithKit } from '#test';
import { describe, expect, it, test } from 'vitest';
import { translatePage } from '../test/translatePage.ts';
import { viewStates } from '../test/viewStates.tsx';
import * as entry from './index.ts';

// Page translation replaces text nodes. React then cannot remove a bare text node (the whole tree is lost), and changes
// words in a node that left the page. So each component is rendered in each of its view states, translated, and
// changed to each other state: it must not throw, and must show what a fresh render shows.

const words = (root: Element) => (root.textContent ?? '').replaceAll(/\s+/g, ' ');

describe.each(Object.keys(viewStates))('%s, translated', (component) => {
  const states = viewStates[component] ?? [];

  it.each(states.map(({ name }) => name))('changes from %s to every other state', (from) => {
    for (const to of states) {
      const first = states.find(({ name }) => name === from)!;
      const { container, rerender, unmount } = renderWithKit(first.element);
      translatePage(container);
      rerender(to.element);
      const shown = words(container).replaceAll(/[«»]/g, '');
      unmount();

      const fresh = renderWithKit(first.element);
      fresh.rerender(to.element);
      const expected = words(fresh.container);
      fresh.unmount();
      expect(shown, `${from} → ${to.name}`).toBe(expected);
    }
  });
});

describe('components in French', () => {
  test('no component of the entry point is left out, and each has a pair of states', () => {
    const exported = Object.entries(entry)
      .filter(([, value]) => typeof value === 'object' && '$$typeof' in value)
      .map(([name]) => name);
    expect(Object.keys(viewStates).toSorted()).toEqual(exported.toSorted());
    for (const states of Object.values(viewStates)) expect(states.length).toBeGreaterThan(1);
  });
});
