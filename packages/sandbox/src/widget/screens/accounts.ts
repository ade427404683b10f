import { maskAccountNumber } from '@flinks-kit/core';
import { listAccounts, type ListedAccount } from '../../bank/accounts.ts';
import type { BankAccount } from '../../state/bankAccount.ts';
import { finish } from './transitions.ts';
import type { WidgetSession } from '../../state/widgetSession.ts';
import type { ScreenRules } from './context.ts';

/** The account selector: one or several, by currency, by ratio (docs/flinks/connect.md 3.2). */
export const accounts: ScreenRules = {
  enter: ({ postStep, widgetSession }) =>
    postStep('COMPONENT_LOAD_ACCOUNT_SELECTION', {
      totalAccounts: widgetSession.session?.testUser.accounts.length ?? 0,
      displayedAccounts: listDisplayed(widgetSession).length,
    }),
  show({ widgetSession, texts }) {
    const shown = listDisplayed(widgetSession);
    const { accountSelectorMultiple, accountSelectorNoTitle, language } = widgetSession.parameters;
    if (shown.length === 0) {
      return {
        title: texts.noAccountsTitle,
        blocks: [
          { kind: 'text', text: texts.noAccountsText },
          { kind: 'buttons', buttons: [{ action: 'submit', label: texts.continue, look: 'main' }] },
        ],
      };
    }
    return {
      title: accountSelectorNoTitle ? texts.accountsLabel : texts.accountsTitle,
      blocks: [
        {
          kind: 'form',
          action: 'submit',
          fields: [
            {
              kind: accountSelectorMultiple ? 'some-of' : 'one-of',
              name: 'accounts',
              label: texts.accountsLabel,
              choices: shown.map(({ account, id }) => ({
                value: id,
                label: account.title ?? id,
                note: describe(account, language),
              })),
            },
          ],
          submit: texts.share,
        },
      ],
    };
  },
  actions: {
    submit(context, values) {
      const shown = new Set(listDisplayed(context.widgetSession).map(({ id }) => id));
      const chosen = values.texts('accounts').filter((id) => shown.has(id));
      if (chosen.length === 0 && shown.size > 0) return;
      // One id is a text, as public code reads it; the shape of several is not known, a list is the plainest.
      if (chosen.length > 0)
        context.postStep('ACCOUNT_SELECTED', { accountId: chosen.length === 1 ? chosen[0] : chosen });
      finish(context, chosen);
    },
  },
};

/** The accounts that the selector offers. */
export function listDisplayed(widgetSession: WidgetSession): readonly ListedAccount[] {
  const { session, parameters } = widgetSession;
  if (session === null) return [];
  const { showAllAccounts, accountSelectorCurrency: currency, eftEligibleRatio: ratio } = parameters;
  return listAccounts(session).filter(
    ({ account }) =>
      (showAllAccounts || account.category === 'Operations') &&
      (currency === null || account.currency === currency) &&
      (ratio === null || (account.eftEligibleRatio ?? 0) >= ratio),
  );
}

function describe({ accountNumber, current, currency }: BankAccount, language: string): string {
  const ending = maskAccountNumber(accountNumber) ?? '';
  if (current === null) return ending;
  const balance = new Intl.NumberFormat(`${language}-CA`, {
    style: 'currency',
    currency: currency ?? 'CAD',
    currencyDisplay: 'code',
  }).format(current);
  return [ending, balance].filter((part) => part !== '').join(' · ');
}
