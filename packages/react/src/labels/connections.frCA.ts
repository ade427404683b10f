import type { ConnectionsLabels } from './connections.en.ts';

/** Canadian French. */
export const connectionsFrCA: ConnectionsLabels = {
  connections: 'Banques connectées',
  unnamed: 'Banque connectée',
  health: {
    ok: 'À jour',
    pending: 'Mise à jour en cours',
    'needs-user': 'Votre intervention est requise',
    unavailable: 'Inaccessible en ce moment',
    deleting: 'Suppression en cours',
  },
  unverified: 'Cette connexion est en cours de confirmation.',
  lastRead: (date) => `Dernière lecture : ${date}`,
  neverRead: 'Pas encore lue',
  dataIsOld: (days) => (days === 1 ? 'Données d’il y a 1 jour' : `Données d’il y a ${days} jours`),
  accounts: (count) => (count < 2 ? `${count} compte` : `${count} comptes`),
  nightly: 'Actualiser chaque nuit',
  nightlyHint: 'Ce qui l’arrête',
  nightlyStopped: 'Elle s’est arrêtée : voir pourquoi',
  nightlyStops: [
    {
      condition: 'question',
      text: 'Votre banque pose une question de sécurité : peu de banques peuvent être lues sans vous.',
    },
    { condition: 'refreshed-within-seven-days', text: 'Aucune actualisation n’a réussi depuis sept jours.' },
    { condition: 'read-within-seven-days', text: 'Les comptes n’ont pas été consultés depuis sept jours.' },
    {
      condition: 'last-authorize-tolerated',
      text: 'La dernière visite à votre banque s’est terminée par une erreur que vous seul pouvez régler.',
    },
  ],
  nightlyNow: 'C’est le cas maintenant.',
  actions: {
    refresh: 'Actualiser',
    updating: 'Actualisation…',
    reconnect: 'Se reconnecter',
    'reconnect-after-bank': 'Ma banque a réglé cela, me reconnecter',
  },
  refreshFrom: (time) => `Actualiser à partir de ${time}`,
  actionRequired: 'Votre banque veut d’abord vous voir.',
  failed: 'Cela n’a pas fonctionné. Réessayez dans quelque temps.',
  remove: 'Supprimer la connexion',
  removeQuestion: (institution) => `Supprimer la connexion à ${institution} ?`,
  removeConsequences: [
    'Ici : la connexion et toutes les données lues sont supprimées dès maintenant.',
    'Chez Flinks : les identifiants et les données conservés sont aussi supprimés, sauf si une autre personne a connecté ici les mêmes identifiants.',
    'À votre banque : rien ne change.',
  ],
  removeConfirm: 'Supprimer',
  keep: 'Conserver',
  removed: {
    deleted: 'La connexion est supprimée, ici et chez Flinks.',
    deleting: 'La connexion est supprimée ici. Flinks supprime encore sa copie.',
    shared:
      'La connexion est supprimée ici. Les identifiants restent chez Flinks, car une autre personne s’en sert ici aussi.',
  },
  loading: 'Chargement de vos connexions…',
  empty: 'Aucune banque n’est encore connectée.',
  error: 'Vos connexions n’ont pas pu être chargées.',
  retry: 'Réessayer',
};
