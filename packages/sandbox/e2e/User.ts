import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { type Texts, textsOf } from '../src/widget/texts/texts.ts';

/** What a person does in the widget, in the language of the widget. */
export class TestUser {
  readonly widget: Page | FrameLocator;
  readonly texts: Texts;

  constructor(widget: Page | FrameLocator, language: 'en' | 'fr' = 'en') {
    this.widget = widget;
    this.texts = textsOf(language);
  }

  press(name: string): Promise<void> {
    return this.button(name).click();
  }

  async signIn(username: string, password = 'Everyday'): Promise<void> {
    await this.widget.getByLabel(this.texts.username).fill(username);
    await this.widget.getByLabel(this.texts.password).fill(password);
    await this.press(this.texts.signIn);
  }

  /** Answers the one question that Flinks Capital asks, by a press on the sandbox's hint. */
  async answer(): Promise<void> {
    await expect(this.heading(this.texts.mfaTitle)).toBeVisible();
    await this.widget.getByRole('listitem').getByRole('button').click();
    await expect(this.button(this.texts.continue)).toBeFocused();
    await this.press(this.texts.continue);
  }

  heading(name: string | RegExp): Locator {
    return this.widget.getByRole('heading', { level: 1, name });
  }

  button(name: string): Locator {
    return this.widget.getByRole('button', { name, exact: true });
  }
}
