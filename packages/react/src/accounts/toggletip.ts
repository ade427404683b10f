import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react';

/**
 * Handlers for the element around a button and its explanation: hover and keyboard focus show it, a press toggles it,
 * Escape and leaving hide it, which is what WCAG 1.4.13 asks of such content. What is open is an attribute
 * (`data-open`) that React does not manage, so that a list of thousands of rows needs no state.
 */
export const toggletip = {
  // A finger "leaves" as soon as it lifts, so only a mouse opens and closes by passing.
  onPointerEnter: (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'mouse') show(event.currentTarget, true);
  },
  onPointerLeave: (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'mouse') show(event.currentTarget, false);
  },
  onPointerDown: (event: PointerEvent<HTMLElement>) => {
    pressed.add(event.currentTarget);
  },
  onFocus: (event: FocusEvent<HTMLElement>) => {
    if (!pressed.has(event.currentTarget)) show(event.currentTarget, true);
  },
  onBlur: (event: FocusEvent<HTMLElement>) => {
    pressed.delete(event.currentTarget);
    show(event.currentTarget, false);
  },
  onClick: (event: MouseEvent<HTMLElement>) => {
    pressed.delete(event.currentTarget);
    show(event.currentTarget, !isOpen(event.currentTarget));
  },
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || !isOpen(event.currentTarget)) return;
    // Only the explanation closes, not a dialog around it.
    event.stopPropagation();
    show(event.currentTarget, false);
  },
};

// A press focuses before it clicks: if that focus opened as well, the click would close.
const pressed = new WeakSet<HTMLElement>();

function isOpen(root: HTMLElement): boolean {
  return root.hasAttribute('data-open');
}

// In the top layer nothing around can cut it off. Where a browser cannot place it there beside its button, it stays in
// the page.
function show(root: HTMLElement, open: boolean): void {
  root.toggleAttribute('data-open', open);
  const tip = root.querySelector<HTMLElement>('[role="tooltip"]');
  if (tip === null || !('popover' in tip) || !CSS.supports('anchor-scope', 'all')) return;
  tip.popover = 'manual';
  tip.togglePopover(open);
}
