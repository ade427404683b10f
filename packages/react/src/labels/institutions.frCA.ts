import type { InstitutionsLabels } from './institutions.en.ts';

/** Canadian French. */
export const institutionsFrCA: InstitutionsLabels = {
  list: 'Choisissez votre banque',
  search: 'Rechercher votre banque',
  loading: 'Chargement des banques…',
  paused: 'Vous êtes hors ligne. Les banques s’afficheront à votre retour en ligne.',
  error: 'Les banques n’ont pas pu être chargées.',
  retry: 'Réessayer',
  found: (count) => (count > 1 ? `${count} banques trouvées` : `${count || 'Aucune'} banque trouvée`),
  more: 'Tapez le nom de votre banque pour en voir d’autres.',
  notListed: 'Ma banque n’est pas dans la liste',
};
