import type { Text } from './en.ts';

/** Tous les mots de l’application, en français du Canada. */
export const fr: Text = {
  title: 'Fernhill',
  tagline: 'Le loyer, réglé.',
  skip: 'Aller au contenu',
  language: 'English',
  languageLabel: 'Change the language: English',
  dark: 'Sombre',
  footer: {
    fiction: 'Fernhill est inventée. C’est l’exemple de flinks-kit, une trousse non officielle pour Flinks.',
    sandbox: 'Banques, comptes et montants viennent d’un bac à sable sur cet ordinateur.',
  },
  welcome: {
    eyebrow: 'Loyer par débit préautorisé',
    heading: 'Votre loyer part le premier. Pas vous.',
    lead: 'Connectez le compte d’où part votre loyer. Nous vérifions qu’il peut être débité, vous approuvez un accord, et le premier du mois s’occupe de lui-même.',
    connect: 'Connecter ma banque',
    resume: 'Voir mes comptes',
    points: [
      [
        'Vous vous connectez à votre banque',
        'Votre nom d’utilisateur et votre mot de passe vont à Flinks, jamais à Fernhill.',
      ],
      [
        'Vous choisissez ce que nous voyons',
        'Seuls les comptes choisis sont partagés, et leurs numéros restent masqués.',
      ],
      [
        'Vous partez quand vous voulez',
        'Supprimez la connexion quand vous voulez; ce que nous avons gardé part avec elle.',
      ],
    ],
  },
  lease: {
    heading: 'Votre bail',
    place: (unit) => `12, ruelle Fernhill, logement ${unit}`,
    rent: 'Loyer mensuel',
    due: 'Prochain paiement',
    method: 'Payé par',
    methodMissing: 'Rien de connecté',
    methodReady: 'Connectée, compte à choisir',
    choose: 'Choisir le compte',
    change: 'Changer de compte',
  },
  connect: {
    heading: 'Connecter ma banque',
    cancel: 'Annuler',
    again: 'Réessayer',
    home: 'Revenir à Fernhill',
    start: 'Connecter ma banque',
    accounts: 'Voir mes comptes',
    status: {
      idle: ['Quand vous voulez', 'Il faut environ deux minutes. Rien n’est partagé sans votre accord.'],
      interrupted: [
        'Votre tentative a été interrompue',
        'La page a été quittée avant la connexion de votre banque. Rien n’a été gardé ni partagé : recommencez quand vous voulez.',
      ],
      preparing: ['Préparation d’une fenêtre sécurisée', 'Un instant.'],
      loading: ['Ouverture de Flinks', 'La liste des banques arrive.'],
      active: ['Vous êtes chez Flinks', 'Suivez les étapes dans la fenêtre.'],
      linking: [
        'Connexion de votre banque',
        'Votre banque a dit oui. Nous enregistrons la connexion : gardez cette page ouverte.',
      ],
      connected: ['Votre banque est connectée', 'Voici vos comptes.'],
      closed: ['Vous avez fermé la fenêtre', 'Rien n’a été gardé ni partagé.'],
      cancelled: ['Vous avez annulé', 'Rien n’a été gardé ni partagé.'],
      'consent-denied': [
        'Vous n’avez pas accepté le partage',
        'C’est votre droit : rien n’a été partagé. Sans compte, nous ne pouvons pas préparer le paiement du loyer.',
      ],
      'maximum-retries': [
        'Trop d’essais',
        'Votre banque a refusé la connexion. Vérifiez-la sur le site de votre banque, puis réessayez.',
      ],
      abandoned: ['La page a été quittée avant la fin', 'Rien n’a été gardé ni partagé.'],
      refused: ['Votre banque a refusé', 'La fenêtre dit pourquoi. Réessayez là.'],
      stuck: [
        'Votre banque n’a pas pu être connectée',
        'Réessayer n’y changera rien. Écrivez à Fernhill : nous préparerons le loyer autrement.',
      ],
      failed: [
        'Votre banque n’a pas pu être connectée',
        'Ce n’est pas vous. Réessayez; si cela persiste, attendez quelques minutes.',
      ],
    },
    stage: {
      consent: ['Lisez ce qui est partagé', 'Acceptez dans la fenêtre pour continuer.'],
      institution: ['Choisissez votre banque', 'Cherchez-la dans la fenêtre.'],
      credentials: ['Connectez-vous à votre banque', 'Ce que vous tapez va à Flinks, jamais à Fernhill.'],
      verifying: ['Votre banque vérifie', 'Cela peut prendre une minute.'],
      mfa: ['Votre banque pose une question', 'Répondez dans la fenêtre.'],
      'bank-window': ['Votre banque a ouvert sa fenêtre', 'Revenez ici quand vous y aurez terminé.'],
      accounts: [
        'Choisissez les comptes à partager',
        'Prenez celui d’où part votre loyer. Vous pouvez en partager d’autres.',
      ],
    },
  },
  resident: 'Locataire',
  choose: {
    heading: 'Choisir le compte pour votre loyer',
    lead: 'Nous proposons celui qui convient le mieux au débit préautorisé. Les comptes inutilisables disent pourquoi.',
    next: 'Relire l’accord',
    nothing: 'Connectez d’abord une banque : il n’y a encore aucun compte à choisir.',
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
    problems: {
      'details-pending':
        'Votre banque envoie encore les renseignements de ce compte. Attendez un instant, puis acceptez de nouveau.',
      'connection-provisional':
        'Votre banque n’a pas encore confirmé la connexion. Attendez un instant, puis acceptez de nouveau.',
      'account-not-eligible': 'Ce compte ne peut pas être débité. Choisissez-en un autre.',
      other: 'Votre accord n’a pas pu être gardé. Réessayez.',
    },
  },
  accounts: {
    heading: 'Vos comptes',
    ready: 'Votre loyer est prêt',
    readyDetail: (amount, day, account) =>
      `${amount} partiront de ${account} le ${day}, puis le premier de chaque mois.`,
    lead: 'Tels que votre banque les montre. L’insigne dit si le loyer peut être débité d’un compte.',
    empty: 'Aucune banque n’est connectée.',
    connect: 'Connecter ma banque',
    another: 'Connecter une autre banque',
    loading: 'Recherche de vos comptes',
    failed: 'Vos comptes n’ont pas pu être chargés.',
  },
};
