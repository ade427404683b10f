/** The words of the example's own app. */
export function words(locale: string): typeof en {
  return locale === 'fr-CA' ? fr : en;
}

const en = {
  invitation: 'Rent is debited from an account that you choose. Nothing is shared before you agree.',
  connectBank: 'Connect your bank',
  session: 'The session',
  widgetMessages: 'Messages of the widget',
  nothingYet: 'Nothing yet.',
};

const fr: typeof en = {
  invitation:
    'Le loyer est débité du compte que vous choisissez. Rien n’est transmis avant que vous l’acceptiez.',
  connectBank: 'Connecter votre banque',
  session: 'La session',
  widgetMessages: 'Messages du module',
  nothingYet: 'Rien encore.',
};
