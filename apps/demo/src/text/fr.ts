import type { Text } from './en.ts';

/** Tous les textes de l’application, en français du Canada. */
export const fr: Text = {
  title: 'Fernhill',
  skip: 'Aller au contenu',
  language: 'EN',
  languageLabel: 'Change the language: English',
  dark: 'Thème sombre',
  nav: { label: 'Pages', accounts: 'Comptes', rent: 'Loyer', settings: 'Réglages' },
  footer: {
    fiction: 'Fernhill est inventée. C’est l’exemple de flinks-kit, une trousse non officielle pour Flinks.',
    sandbox: 'Ses banques, ses comptes et ses montants viennent d’un bac à sable sur cet ordinateur.',
  },
  load: {
    loading: 'Chargement de vos banques',
    offline: 'Vous êtes hors ligne. Vos banques s’afficheront au retour de la connexion.',
    failed: 'Vos banques n’ont pas pu être chargées.',
    retry: 'Réessayer',
    waits: 'Vous êtes hors ligne. L’envoi se fera au retour de la connexion.',
    noConnection:
      'Pas de connexion Internet. Les soldes datent de la dernière mise à jour; les changements attendent votre retour en ligne.',
  },
  welcome: {
    heading: 'Le loyer, payé le premier du mois.',
    lead: 'Connectez le compte d’où vient votre loyer et approuvez un accord. Chaque paiement se fait ensuite tout seul.',
    connect: 'Connecter ma banque',
    resume: 'Voir mes comptes',
    points: [
      [
        'Vous vous connectez à votre banque',
        'Votre nom d’utilisateur et votre mot de passe vont à Flinks, jamais à Fernhill.',
      ],
      [
        'Vous choisissez ce que nous voyons',
        'Seuls les comptes choisis sont partagés. Le serveur de Fernhill lit leurs numéros, leurs soldes et leur titulaire, jamais vos opérations; votre écran ne montre que quatre chiffres.',
      ],
      [
        'Vous partez quand vous voulez',
        'Supprimez la connexion en tout temps. Tout ce qui a été lu à votre banque est supprimé avec elle.',
      ],
    ],
  },
  rent: {
    heading: (unit) => `Votre loyer, logement ${unit}`,
    due: 'Prochain paiement',
    method: 'Payé par',
    methodMissing: 'Aucune banque connectée',
    methodReady: 'Aucun compte choisi',
    methodUnknown: 'Non disponible pour l’instant',
    ready: 'Votre loyer est prêt',
    choose: 'Choisir le compte',
    change: 'Changer de compte',
  },
  connect: {
    heading: 'Connecter ma banque',
    again: 'Réessayer',
    home: 'Revenir à Fernhill',
    start: 'Connecter ma banque',
    choose: 'Ou choisissez votre banque ici',
    accounts: 'Voir mes comptes',
    status: {
      idle: ['Quand vous voulez', 'Il faut environ deux minutes. Rien n’est partagé sans votre accord.'],
      interrupted: [
        'Votre tentative a été interrompue',
        'La page a été quittée avant la connexion de votre banque. Rien n’a été gardé ni partagé\u00a0: recommencez quand vous voulez.',
      ],
      linking: ['Connexion de votre banque en cours', 'Elle apparaîtra parmi vos comptes dans un instant.'],
      connected: ['Votre banque est connectée', 'Vos comptes sont prêts.'],
      closed: ['Vous avez fermé la fenêtre', 'Rien n’a été gardé ni partagé.'],
      cancelled: ['Vous avez annulé', 'Rien n’a été gardé ni partagé.'],
      'consent-denied': [
        'Vous n’avez pas accepté le partage',
        'C’est votre droit\u00a0: rien n’a été partagé. Sans compte, nous ne pouvons pas préparer le paiement du loyer.',
      ],
      'maximum-retries': [
        'Trop d’essais',
        'Votre banque a refusé la connexion. Vérifiez-la sur le site de votre banque, puis réessayez.',
      ],
      abandoned: ['La page a été quittée avant la fin', 'Rien n’a été gardé ni partagé.'],
    },
  },
  user: 'Utilisateur',
  choose: {
    heading: 'Choisir le compte pour votre loyer',
    lead: 'Nous proposons le compte qui convient le mieux au débit préautorisé. La raison est indiquée pour chaque compte inutilisable.',
    next: 'Relire l’accord',
    nothing: 'Connectez d’abord une banque\u00a0: il n’y a encore aucun compte à choisir.',
  },
  agreement: {
    heading: 'Relisez votre accord',
    sample: 'Texte d’exemple. Il montre la place d’un accord et n’est pas un avis juridique.',
    missing: 'Aucun compte n’est choisi.',
    choose: 'Choisir un compte',
    agree: 'J’accepte',
    other: 'Choisir un autre compte',
    inOther: 'Read this agreement in English',
    title: 'Accord de débit préautorisé',
    terms: (facts) => [
      `J’autorise Fernhill à débiter ${facts.account} le premier de chaque mois, à partir du ${facts.from}.`,
      `Chaque débit est de ${facts.amount}, le loyer du logement ${facts.unit}, 12, ruelle Fernhill. Fernhill m’avise dix jours avant que le montant change.`,
      'Je peux annuler en tout temps dans mon compte; le débit suivant n’aura pas lieu. Je garde le droit de contester un débit auprès de ma banque.',
    ],
    anAccount: 'mon compte',
    agreed: {
      title: 'Tout est prêt',
      body: (amount, account, day) =>
        `${amount} seront débités de ${account} le ${day}, puis le premier de chaque mois.`,
    },
    problems: {
      'details-pending':
        'Votre banque envoie encore les renseignements de ce compte. Attendez un instant, puis acceptez de nouveau.',
      'connection-unverified':
        'Votre banque n’a pas encore confirmé la connexion. Attendez un instant, puis acceptez de nouveau.',
      'account-not-eligible': 'Ce compte ne peut pas être débité. Choisissez-en un autre.',
      other: 'Votre accord n’a pas pu être gardé. Réessayez.',
    },
  },
  accounts: {
    heading: 'Vos comptes',
    empty: 'Aucune banque n’est connectée.',
    connect: 'Connecter ma banque',
    another: 'Connecter une autre banque',
    total: 'en comptes-chèques et épargne',
  },
  settings: {
    heading: 'Réglages',
    nothing: 'Aucune banque n’est connectée\u00a0: il n’y a rien à annuler ni à supprimer.',
    cancelAgreement: {
      heading: 'Votre accord',
      body: (account) =>
        `Votre loyer est débité de ${account} le premier de chaque mois. Si vous annulez, le prochain débit n’aura pas lieu, et votre loyer reste dû.`,
      ask: 'Annuler l’accord',
      keep: 'Garder l’accord',
      confirm: 'Oui, annuler',
      working: 'Annulation…',
      failed: 'Votre accord n’a pas pu être annulé. Réessayez.',
    },
    deleteEverything: {
      heading: 'Fermer votre compte',
      body: 'Supprime toutes les connexions, ici et chez Flinks, avec les données lues, et annule votre accord. À votre banque, rien ne change.',
      ask: 'Tout supprimer',
      keep: 'Tout garder',
      confirm: 'Oui, tout supprimer',
      working: 'Suppression…',
      failed: 'Tout n’a pas pu être supprimé. Réessayez dans un moment.',
    },
  },
  notFound: {
    heading: 'Page introuvable',
    lead: 'L’adresse est peut-être mal tapée, ou la page n’existe plus.',
  },
  developer: {
    open: 'Panneau de développement',
    timeline: {
      heading: 'Session',
      empty: 'Ouvrez la fenêtre de Flinks\u00a0: chaque message paraît ici, avec l’état qui le suit.',
      clear: 'Effacer',
      unnamed: 'message inconnu',
      kinds: { message: 'message', ignored: 'ignoré', session: 'état' },
      why: {
        'no-session': 'Aucune session n’était ouverte.',
        'other-window': 'Il vient d’une autre fenêtre que celle de Flinks.',
        'other-origin': 'La fenêtre avait quitté l’origine de Flinks.',
        'not-flinks': 'Ce n’est pas un message de Flinks Connect.',
      },
    },
    calls: {
      heading: 'Appels HTTP',
      empty: 'Aucun appel pour l’instant.',
      source: 'Quels appels',
      sources: { page: 'De cette page', sandbox: 'Au bac à sable', webhooks: 'Webhooks' },
      unanswered: 'sans réponse',
    },
    controls: {
      heading: 'Bac à sable',
      scenario: 'Scénario',
      byHand: 'Aucun',
      byHandNote: 'Vous utilisez vous-même la fenêtre de Flinks.',
      scenarioNote: 'Se déroule tout seul dans la prochaine fenêtre.',
      faultPreset: 'Panne simulée',
      noFault: 'Aucune',
      faultPresets: {
        slow: 'Lent\u00a0: cinq secondes par réponse',
        outage: 'La banque est en panne',
        'password-changed': 'Le mot de passe a changé',
        'needs-user': 'La question de sécurité a changé',
        blocked: 'La banque a bloqué l’accès',
      },
      now: (time) => `Heure au bac à sable\u00a0: ${time}`,
      jumps: { minutes: '+\u00a010\u00a0minutes', day: '+\u00a01\u00a0jour' },
      nightly: 'Lancer l’actualisation de nuit',
      resend: 'Renvoyer le dernier webhook',
      forge: 'Envoyer un faux message',
      failed: 'Le bac à sable n’a pas accepté le changement. La démo tourne-t-elle encore\u00a0?',
    },
  },
};
