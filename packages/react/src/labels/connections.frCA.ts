import type { ConnectionsLabels } from './connections.en.ts';

/** Canadian French. */
export const connectionsFrCA: ConnectionsLabels = {
  connections: 'Banques connectées',
  unnamed: 'Banque connectée',
  health: {
    ok: 'À jour',
    pending: 'Mise à jour en cours',
    'needs-user': 'Votre attention est requise',
    unavailable: 'Temporairement inaccessible',
    deleting: 'Suppression en cours',
  },
  unverified: 'Cette connexion est en cours de confirmation.',
  updated: (ago) => (ago === null ? 'Mise à jour à l’instant' : `Mise à jour ${ago}`),
  neverRead: 'Pas encore mise à jour',
  dataIsOld: (days) => (days === 1 ? 'Données d’il y a 1 jour' : `Données d’il y a ${days} jours`),
  accounts: (count) => (count < 2 ? `${count} compte` : `${count} comptes`),
  moreAccounts: (count) => `+${count}`,
  menu: (institution) => `Options pour ${institution}`,
  showDetails: 'Détails',
  hideDetails: 'Masquer les détails',
  chooseAccounts: 'Choisir les comptes',
  accountsMissing:
    'Votre banque n’affiche plus un compte que vous aviez choisi. Choisissez de nouveau vos comptes.',
  alreadyConnected: {
    same: (account, more) =>
      `${account} ${more === 0 ? 'est déjà connecté' : `et ${otherAccounts(more)} sont déjà connectés`} par une autre connexion.`,
    likely: (account, more) =>
      `${account} ${more === 0 ? 'est peut-être déjà connecté' : `et ${otherAccounts(more)} sont peut-être déjà connectés`} par une autre connexion.`,
  },
  keepDuplicates: (count) => (count === 2 ? 'Conserver les deux' : 'Tout conserver'),
  deleteDuplicate: 'Supprimer celle-ci',
  details: { updated: 'Dernière mise à jour', connected: 'Connexion établie', accounts: 'Comptes' },
  nightly: 'Actualiser chaque nuit',
  nightlyHint: 'Quand l’actualisation nocturne s’arrête',
  nightlyOff:
    'L’actualisation nocturne n’est pas offerte ici. Utilisez Actualiser pour obtenir des données à jour.',
  nightlyStopped: 'L’actualisation nocturne s’est arrêtée\u00a0: voir pourquoi',
  nightlyStops: [
    {
      condition: 'question',
      text: 'Votre banque pose une question de sécurité. La plupart des banques ne peuvent alors pas être actualisées sans vous.',
    },
    { condition: 'refreshed-within-seven-days', text: 'Aucune actualisation n’a réussi depuis sept jours.' },
    { condition: 'read-within-seven-days', text: 'Les comptes n’ont pas été ouverts depuis sept jours.' },
    {
      condition: 'last-authorize-tolerated',
      text: 'La dernière actualisation s’est terminée par une erreur que vous seul pouvez régler.',
    },
  ],
  nightlyNow: 'C’est le cas maintenant.',
  actions: {
    refresh: 'Actualiser',
    reconnect: 'Se reconnecter',
    'reconnect-after-bank': 'Se reconnecter après avoir joint la banque',
  },
  refreshIn: (wait) => (wait === null ? 'Actualiser dans un instant' : `Actualiser dans ${wait}`),
  unavailable: 'Votre banque n’a pas pu être jointe. Vous pouvez réessayer.',
  actionRequired: 'Votre banque demande que vous vous connectiez de nouveau.',
  confirmLogin: 'Connectez-vous encore une fois à votre banque pour confirmer qu’il s’agit bien de vous.',
  failed: 'L’opération n’a pas réussi. Réessayez dans quelques minutes.',
  paused: {
    list: 'Vous êtes hors ligne. Vos connexions seront chargées à votre retour en ligne.',
    refresh: 'Vous êtes hors ligne. L’actualisation commencera à votre retour en ligne.',
    nightlyRefresh: 'Vous êtes hors ligne. Ce réglage changera à votre retour en ligne.',
    deletion:
      'Vous êtes hors ligne\u00a0: rien n’est encore supprimé. La suppression commencera à votre retour en ligne.',
  },
  cancel: 'Annuler',
  delete: 'Supprimer la connexion',
  deleteQuestion: (institution) => `Supprimer la connexion à ${institution}\u00a0?`,
  deleteConsequences: [
    'Ici\u00a0: la connexion et toutes les données lues sont supprimées dès maintenant.',
    'Chez Flinks\u00a0: les identifiants et les données conservés sont aussi supprimés, sauf si une autre personne a connecté ici les mêmes identifiants.',
    'À votre banque\u00a0: rien ne change.',
  ],
  deleteConfirm: 'Supprimer',
  keep: 'Conserver',
  deleted: {
    deleted: 'La connexion est supprimée, ici et chez Flinks.',
    deleting: 'La connexion est supprimée ici. Flinks supprime encore sa copie.',
    shared:
      'La connexion est supprimée ici. Les identifiants restent chez Flinks, car une autre personne s’en sert ici aussi.',
  },
  reconnectOne: (institution) => `${institution}\u00a0: votre attention est requise`,
  reconnectSeveral: (count) => `${count} banques requièrent votre attention`,
  loading: 'Chargement de vos connexions…',
  empty: 'Aucune banque n’est encore connectée.',
  error: 'Vos connexions n’ont pas pu être chargées.',
  retry: 'Réessayer',
};

const otherAccounts = (count: number): string =>
  count === 1 ? 'un autre compte' : `${count} autres comptes`;
