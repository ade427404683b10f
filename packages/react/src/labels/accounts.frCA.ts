import { accountSentencesFrCA, accountTypeLabelsFrCA } from '@flinks-kit/core';
import type { AccountsLabels } from './accounts.en.ts';

/** Canadian French. */
export const accountsFrCA: AccountsLabels = {
  ...accountSentencesFrCA,
  list: 'Comptes',
  untitled: 'Compte',
  types: accountTypeLabelsFrCA,
  endingIn: (digits) => `se terminant par ${digits}`,
  balance: 'Solde',
  overdrawn: 'À découvert',
  owed: 'Dû',
  owedUnsure: 'Sans doute dû',
  inCredit: 'En votre faveur',
  availableBalance: 'Disponible',
  available: (amount) => `${amount} disponibles`,
  creditLeft: (amount) => `reste ${amount}`,
  noBalance: 'Aucun solde fourni',
  total: 'Total',
  totalOwed: 'Total dû',
  totalOwedUnsure: 'Total, sans doute dû',
  totalIncomplete: 'sans les comptes dont le solde manque',
  loading: 'Chargement des comptes…',
  pending: 'Votre banque transmet encore vos comptes. Ils apparaîtront ici automatiquement.',
  pendingUntil: (time) =>
    `S’ils ne sont pas ici à ${time}, le chargement s’arrêtera et vous pourrez le relancer.`,
  partial: 'Votre banque n’a pas encore transmis tous les renseignements.',
  paused: 'Vous êtes hors ligne. Vos comptes seront chargés à votre retour en ligne.',
  empty: 'Aucun compte n’a été partagé.',
  error: 'Vos comptes n’ont pas pu être chargés.',
  troubles: {
    'not-ready': 'Votre banque n’a pas fini de transmettre vos comptes.',
    'needs-user':
      'Votre banque demande que vous vous connectiez de nouveau avant de transmettre vos comptes. Reconnectez-la pour continuer.',
    unconfirmed:
      'Connectez-vous encore une fois à votre banque pour confirmer qu’il s’agit bien de vous. Vos comptes s’afficheront alors ici.',
    gone: 'Cette banque n’est plus connectée : il n’y a aucun compte à afficher.',
  },
  stale: 'Ces comptes n’ont pas pu être mis à jour. Voici le dernier état connu.',
  retry: 'Réessayer',
  updated: (ago) => (ago === null ? 'Mis à jour à l’instant' : `Mis à jour ${ago}`),
  asOf: (date) => `En date du ${date}`,
  search: 'Rechercher un compte',
  found: (count) => (count > 1 ? `${count} comptes trouvés` : `${count || 'Aucun'} compte trouvé`),
  choose: {
    'pad-debit': 'Choisissez le compte à débiter',
    payout: 'Choisissez le compte à créditer',
    income: 'Choisissez le compte qui reçoit votre revenu',
    other: 'Choisissez un compte',
  },
  accepted: {
    'pad-debit': 'Accepté pour ce paiement',
    payout: 'Accepté pour ce paiement',
    income: 'Accepté ici',
    other: 'Accepté ici',
  },
  unusable: 'Comptes qui ne peuvent pas servir ici',
  noneUsable: 'Aucun de ces comptes ne peut servir ici.',
  choiceMissing: 'Choisissez un compte pour continuer.',
  choiceChanged: (account) => `Le compte choisi est maintenant ${account}.`,
  choiceRuledOut: (account) => `${account} ne peut pas servir ici. Choisissez un autre compte.`,
};
