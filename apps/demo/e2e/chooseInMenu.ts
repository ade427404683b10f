import type { Locator, Page } from '@playwright/test';

/** Opens the menu of a connection, and chooses an item. `where` holds one connection. */
export async function chooseInMenu(where: Locator | Page, item: string): Promise<void> {
  await where.locator('[data-flinks-menu-button]').first().click();
  await where.getByRole('menuitem', { name: item, exact: true }).click();
}
