'use client';

import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';

/**
 * A button and its menu, after the ARIA pattern: arrow keys, Home and End move, Escape and Tab close, and the focus
 * returns to the button. The menu is a popover in the top layer, so that nothing around it can cut it off; a browser
 * without popovers shows it below the button.
 *
 * Attributes: `data-flinks-menu-button`, `data-flinks-menu`, `data-flinks-menu-item` (`danger` for what destroys).
 */
export function Menu({ label, button, items, children }: MenuProps): ReactElement {
  // `null` while closed, else which item gets the focus.
  const [opening, setOpening] = useState<'first' | 'last' | null>(null);
  const menu = useRef<HTMLDivElement>(null);
  const menuId = useId();
  const isOpen = opening !== null;

  useEffect(() => {
    if (opening === null) return undefined;
    const place = (): void => {
      if (menu.current && button.current) show(menu.current, button.current);
    };
    place();
    window.addEventListener('resize', place);
    getItems(menu.current)
      .at(opening === 'first' ? 0 : -1)
      ?.focus();
    const closeOutside = (event: Event): void => {
      const { target } = event;
      if (!(target instanceof Node)) return;
      if (!menu.current?.contains(target) && !button.current?.contains(target)) setOpening(null);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => {
      window.removeEventListener('resize', place);
      document.removeEventListener('pointerdown', closeOutside);
    };
  }, [opening, button]);

  function close(): void {
    setOpening(null);
    button.current?.focus();
  }

  function handleKey(event: KeyboardEvent<HTMLDivElement>): void {
    // The browser then moves on from the button, since the menu is no part of the page's order.
    if (event.key === 'Tab') return close();
    if (event.key === 'Escape') close();
    else {
      const list = getItems(menu.current);
      const next = moves[event.key]?.(
        list.findIndex((item) => item === document.activeElement),
        list.length,
      );
      if (next === undefined) return;
      list.at(next)?.focus();
    }
    // Only the menu closes, not a dialog around it; only the menu scrolls.
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <span data-flinks-menu-root="">
      <button
        ref={button}
        type="button"
        data-flinks-menu-button=""
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        onClick={() => setOpening(isOpen ? null : 'first')}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpening(event.key === 'ArrowDown' ? 'first' : 'last');
        }}
      >
        {children}
      </button>
      {isOpen && (
        // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus is on its items
        <div
          ref={menu}
          id={menuId}
          role="menu"
          aria-label={label}
          data-flinks-menu=""
          onKeyDown={handleKey}
          onBlur={(event: FocusEvent<HTMLDivElement>) => {
            const to = event.relatedTarget;
            if (to !== null && to !== button.current && !event.currentTarget.contains(to)) setOpening(null);
          }}
        >
          {items.map(({ key, text, isDisabled = false, isDanger = false, onSelect }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={isDisabled || undefined}
              data-flinks-menu-item={isDanger ? 'danger' : ''}
              onPointerMove={(event) => event.currentTarget.focus()}
              onClick={() => {
                if (isDisabled) return;
                close();
                onSelect();
              }}
            >
              {text}
            </button>
          ))}
        </div>
      )}
    </span>
  );
}

/** One action of a menu. */
export interface MenuItem {
  readonly key: string;
  readonly text: string;
  readonly isDisabled?: boolean | undefined;
  readonly isDanger?: boolean | undefined;
  readonly onSelect: () => void;
}

interface MenuProps {
  /** The accessible name of the button and of the menu. */
  readonly label: string;
  /** Gets the button. Not `RefObject`, whose type differs between React 18 and 19. */
  readonly button: { current: HTMLButtonElement | null };
  readonly items: readonly MenuItem[];
  /** What the button shows. */
  readonly children: ReactNode;
}

const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: () => -1,
};

function getItems(menu: HTMLElement | null): readonly HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}

// In the top layer a position counts from the page's own corner, so the menu scrolls with its button.
function show(menu: HTMLElement, button: HTMLElement): void {
  if (typeof menu.togglePopover !== 'function') return;
  menu.popover = 'manual';
  menu.togglePopover(true);
  const { top, bottom, left, right } = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const isBelow = bottom + gap + height <= window.innerHeight || top < height + gap;
  const start = getComputedStyle(button).direction === 'rtl' ? left : right - width;
  const { clientWidth } = document.documentElement;
  const inside = Math.max(gap, Math.min(start, clientWidth - width - gap));
  menu.style.top = `${window.scrollY + (isBelow ? bottom + gap : top - gap - height)}px`;
  // Counted from the right, so that it stays on the page while a window becomes narrower.
  menu.style.right = `${clientWidth - inside - width - window.scrollX}px`;
}

const gap = 4;
