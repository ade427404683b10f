import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactElement, useRef } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { renderWithKit } from '#test';
import { Menu } from './Menu.tsx';

const onSelect = vi.fn();

function Page(): ReactElement {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button>Before</button>
      <Menu
        label="Options"
        button={button}
        items={[
          { key: 'one', text: 'One', onSelect: () => onSelect('one') },
          { key: 'two', text: 'Two', isDisabled: true, onSelect: () => onSelect('two') },
          { key: 'three', text: 'Three', isDanger: true, onSelect: () => onSelect('three') },
        ]}
      >
        ⋯
      </Menu>
      <button>After</button>
    </>
  );
}

const opener = () => screen.getByRole('button', { name: 'Options' });
const item = (name: string) => screen.getByRole('menuitem', { name });

describe('Menu', () => {
  it('opens by a click and by the arrow keys, with the focus on its first or last item', async () => {
    renderWithKit(<Page />);
    expect(opener()).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(opener());
    expect(opener()).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('menu', { name: 'Options' })).toContainElement(item('One'));
    expect(item('One')).toHaveFocus();
    await userEvent.keyboard('{Escape}{ArrowUp}');
    expect(item('Three')).toHaveFocus();
    await userEvent.keyboard('{Escape}{ArrowDown}');
    expect(item('One')).toHaveFocus();
  });

  it('moves by the keys of the ARIA pattern', async () => {
    renderWithKit(<Page />);
    await userEvent.click(opener());
    for (const [key, name] of [
      ['ArrowDown', 'Two'],
      ['ArrowDown', 'Three'],
      ['ArrowDown', 'One'],
      ['ArrowUp', 'Three'],
      ['Home', 'One'],
      ['End', 'Three'],
    ] as const) {
      await userEvent.keyboard(`{${key}}`);
      expect(item(name)).toHaveFocus();
    }
  });

  it('closes by Escape, returns the focus, and leaves a dialog around it open', async () => {
    const onKeyDown = vi.fn();
    renderWithKit(
      <div role="presentation" onKeyDown={onKeyDown}>
        <Page />
      </div>,
    );
    await userEvent.click(opener());
    onKeyDown.mockClear();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(opener()).toHaveFocus();
    expect(onKeyDown).not.toHaveBeenCalled();
  });

  it('closes by Tab, which moves on from the button', async () => {
    renderWithKit(<Page />);
    await userEvent.click(opener());
    await userEvent.tab();
    expect(screen.queryByRole('menu')).toBeNull();
    expect(screen.getByRole('button', { name: 'After' })).toHaveFocus();
  });

  it('closes by a press outside and by a second press of the button', async () => {
    renderWithKit(<Page />);
    await userEvent.click(opener());
    await userEvent.click(screen.getByRole('button', { name: 'Before' }));
    expect(screen.queryByRole('menu')).toBeNull();
    await userEvent.dblClick(opener());
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('selects once, closes, and returns the focus; a disabled item does nothing', async () => {
    onSelect.mockClear();
    renderWithKit(<Page />);
    await userEvent.click(opener());
    await userEvent.click(item('Two'));
    expect(onSelect).not.toHaveBeenCalled();
    await userEvent.keyboard('{End}{Enter}');
    expect(onSelect).toHaveBeenCalledExactlyOnceWith('three');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(opener()).toHaveFocus();
  });
});
