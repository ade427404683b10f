import type { SessionLabels } from './session.en.ts';

const unconfirmed = 'Votre banque n’a pas confirmé la connexion.';
const mayBeBlocked = 'Un bloqueur de contenu ou votre réseau l’empêche peut-être de s’ouvrir.';

/** Canadian French. */
export const sessionFrCA: SessionLabels = {
  frameTitle: 'Connectez votre compte bancaire',
  notices: {
    preparing: 'Préparation d’une connexion sécurisée…',
    loading: 'Ouverture de la page sécurisée…',
    linking: 'Finalisation de la connexion…',
    'slow-frame': `La page sécurisée prend plus de temps que d’habitude. ${mayBeBlocked}`,
    'slow-bank': 'Votre banque prend plus de temps que d’habitude. Vous pouvez attendre ou annuler.',
    'mfa-expiring': 'La question de votre banque pourrait bientôt expirer. Si c’est le cas, réessayez.',
    offline: 'Vous êtes hors ligne. La suite reprendra à votre retour en ligne.',
    'popup-blocked':
      'Votre navigateur a bloqué la fenêtre de votre banque. Autorisez les fenêtres surgissantes pour cette page, puis ouvrez la fenêtre de nouveau.',
  },
  failed: {
    'session-refused': 'Nous n’avons pas pu établir de connexion sécurisée.',
    'token-refused': 'La connexion sécurisée a expiré.',
    'frame-not-loaded': `La page sécurisée ne s’est pas ouverte. ${mayBeBlocked}`,
    'redirect-without-login': unconfirmed,
    'link-refused': 'Nous n’avons pas pu terminer la connexion de votre banque.',
    'return-refused': unconfirmed,
    other: 'Nous n’avons pas pu connecter votre banque.',
  },
  connected: 'Votre banque est connectée.',
  refused: 'Cette tentative n’a pas réussi. La page sécurisée explique pourquoi.',
  retry: 'Réessayer',
  cancel: 'Annuler',
  dismiss: 'Fermer',
  dialogTitle: 'Connectez votre banque',
  closeDialog: 'Fermer',
  leaveQuestion: 'Quitter avant que votre banque soit connectée\u00a0?',
  leave: 'Quitter',
  stay: 'Rester',
  progress: 'Étapes',
  steps: {
    consent: 'Consentement',
    bank: 'Banque',
    'sign-in': 'Connexion',
    accounts: 'Comptes',
  },
  stages: {
    consent: 'Votre consentement',
    institution: 'Choix de votre banque',
    credentials: 'Connexion à votre banque',
    verifying: 'Vérification auprès de votre banque',
    mfa: 'Réponse à la question de sécurité de votre banque',
    'bank-window': 'Suite dans la fenêtre de votre banque',
    accounts: 'Choix des comptes',
  },
  connectedTo: (institution) =>
    institution === null ? 'Votre banque est connectée' : `La connexion à ${institution} est établie`,
  connectedAccounts: (count) => (count < 2 ? `${count} compte connecté` : `${count} comptes connectés`),
  connectedTwice: {
    same: (count) => (count < 2 ? `${count} l’était déjà` : `${count} l’étaient déjà`),
    likely: (count) => (count < 2 ? `${count} l’était peut-être déjà` : `${count} l’étaient peut-être déjà`),
  },
  done: 'Terminé',
  connectBank: 'Connecter ma banque',
  connectConsent:
    'Vous vous connectez par l’entremise de Flinks, et nous ne voyons jamais votre mot de passe. Vous pouvez supprimer la connexion en tout temps.',
};
