import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** The texts of the sandbox's widget, in both languages. */
export const widgetWords = {
  en: {
    agree: 'I agree',
    refuse: 'I refuse',
    username: 'Username',
    password: 'Password',
    signIn: 'Sign in',
    continue: 'Continue',
    retry: 'Try again',
    share: 'Share',
    close: 'Close',
  },
  fr: {
    agree: 'J’accepte',
    refuse: 'Je refuse',
    username: 'Nom d’utilisateur',
    password: 'Mot de passe',
    signIn: 'Se connecter',
    continue: 'Continuer',
    retry: 'Réessayer',
    share: 'Partager',
    close: 'Fermer',
  },
} as const;

const answers = ['Montreal', 'Canada', 'Triangle'] as const;

/** The frame once it is visible: before that it moves, so that a click could miss. */
export const shownFrame = '[data-flinks-connect="active"] [data-flinks-frame]';

/** A user's actions in the widget, on the sandbox's page. */
export class Widget {
  readonly frame: FrameLocator;
  readonly #words: (typeof widgetWords)['en' | 'fr'];

  constructor(frame: FrameLocator, language: 'en' | 'fr' = 'en') {
    this.frame = frame;
    this.#words = widgetWords[language];
  }

  /** Consent, Flinks Capital, and a sign-in. */
  async signIn(username: string, password = 'Everyday'): Promise<void> {
    await this.agree();
    await this.chooseBank();
    await this.typeCredentials(username, password);
  }

  agree(): Promise<void> {
    return this.button('agree').click();
  }

  refuse(): Promise<void> {
    return this.button('refuse').click();
  }

  close(): Promise<void> {
    return this.button('close').click();
  }

  retry(): Promise<void> {
    return this.button('retry').click();
  }

  chooseBank(): Promise<void> {
    return this.frame.getByRole('button', { name: /Flinks ?Capital/ }).click();
  }

  async typeCredentials(username: string, password: string): Promise<void> {
    await this.frame.getByLabel(this.#words.username).fill(username);
    await this.frame.getByLabel(this.#words.password).fill(password);
    await this.button('signIn').click();
  }

  /** Answers whichever question the bank asks; the sandbox prints the answer beside it. */
  async answer(): Promise<void> {
    const hint = this.frame.getByText(new RegExp(answers.join('|'))).last();
    await expect(hint).toBeVisible();
    const text = (await hint.textContent()) ?? '';
    const answer = answers.find((candidate) => text.includes(candidate)) ?? '';
    await this.frame.getByRole('textbox').fill(answer);
    await this.button('continue').click();
  }

  /** Shares the accounts with these names. */
  async share(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.frame.getByLabel(new RegExp(name)).check();
    await this.button('share').click();
  }

  button(word: keyof (typeof widgetWords)['en']): Locator {
    return this.frame.getByRole('button', { name: this.#words[word], exact: true });
  }
}

/** The texts of the kit's dialog, in both languages. */
export const dialogWords = {
  en: { close: 'Close', stay: 'Stay', done: 'Done' },
  fr: { close: 'Fermer', stay: 'Rester', done: 'Terminé' },
} as const;

/** Connects a bank as a user does, from the first page to the accounts page. */
export async function connectBank(
  page: Page,
  username: string,
  ...accounts: readonly string[]
): Promise<void> {
  const widget = new Widget(page.frameLocator(shownFrame));
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();
  await widget.signIn(username);
  await widget.share(...accounts);
  await finish(page);
}

/** Leaves the dialog's moment of success for the accounts. */
export async function finish(page: Page, language: 'en' | 'fr' = 'en'): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: dialogWords[language].done }).click();
}
