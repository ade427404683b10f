import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

/** Opens the menu of the page's first connection, and chooses an item by its words. */
export async function chooseInMenu(item: string): Promise<void> {
  const [menu] = await screen.findAllByRole('button', { name: /^Options for/ });
  if (!menu) throw new Error('There is no menu.');
  await userEvent.click(menu);
  await userEvent.click(screen.getByRole('menuitem', { name: item }));
}
