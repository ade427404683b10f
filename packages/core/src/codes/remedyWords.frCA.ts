import type { RemedyWords } from './remedy.ts';

/** Canadian French. */
export const remedyWordsFrCA: RemedyWords = {
  codes: {
    INVALID_USERNAME: {
      title: 'Nom d’utilisateur non reconnu',
      body: 'Votre banque n’a pas reconnu le nom d’utilisateur. Vérifiez-le et réessayez.',
      authorize: {
        title: 'Vos identifiants ont changé',
        body: 'Votre banque n’accepte plus le nom d’utilisateur de cette connexion. Reconnectez-vous pour entrer le nouveau.',
      },
    },
    INVALID_PASSWORD: {
      title: 'Mot de passe refusé',
      body: 'Votre banque n’a pas accepté le mot de passe. Vérifiez-le et réessayez.',
      authorize: {
        title: 'Votre mot de passe a changé',
        body: 'Votre banque n’accepte plus le mot de passe de cette connexion. Reconnectez-vous pour entrer le nouveau.',
      },
    },
    INVALID_LOGIN: {
      title: 'Identifiants refusés',
      body: 'Votre banque n’a pas accepté ce nom d’utilisateur avec ce mot de passe. Vérifiez les deux et réessayez.',
      authorize: {
        title: 'Cette connexion ne fonctionne plus',
        body: 'Les identifiants de cette connexion ne sont pas acceptés, ou la connexion n’est plus connue. Reconnectez-vous pour continuer.',
      },
      data: {
        title: 'Cette connexion n’est pas connue',
        body: 'La connexion a été supprimée ou n’a jamais été terminée. Reconnectez-vous pour continuer.',
      },
    },
    INVALID_SECURITY_RESPONSE: {
      title: 'Réponse refusée',
      body: 'Votre banque n’a pas accepté la réponse à sa question de sécurité. Répondez de nouveau si on vous le demande, ou recommencez.',
    },
    INVALID_SECURITY_RESPONSE_NO_RETRY: {
      title: 'Réponse refusée',
      body: 'Votre banque n’a pas accepté les réponses et ne permet pas d’en donner d’autres. Recommencez pour obtenir une nouvelle question.',
    },
    SECURITYRESPONSES_INCOMPLETE: {
      title: 'Une réponse manque',
      body: 'Votre banque a posé plus de questions qu’il n’y a de réponses. Répondez à chacune.',
    },
    QUESTION_NOT_FOUND: {
      title: 'Votre banque a une question',
      body: 'Votre banque a posé une question de sécurité à laquelle vous seul pouvez répondre.',
    },
    UNKNOWN_CHALLENGE_KEY: {
      title: 'La question a changé',
      body: 'Votre banque a posé une autre question que celle à laquelle on a répondu. Recommencez pour la voir.',
    },
    RETRY_LATER: {
      title: 'Votre banque est injoignable',
      body: 'Votre banque n’est pas accessible en ce moment, souvent pour entretien. Réessayez dans quelque temps.',
    },
    BANK_MAINTENANCE_RETRY_LATER: {
      title: 'Votre banque est en entretien',
      body: 'Les services en ligne de votre banque sont arrêtés pour entretien. Réessayez dans quelque temps.',
    },
    UNAUTHORIZED: {
      title: 'Votre banque n’a pas permis l’accès',
      body: 'Votre banque n’a pas autorisé la connexion. Ouvrez une session sur son site pour voir si elle demande quelque chose, ou communiquez avec elle.',
      data: {
        title: 'L’accès a pris fin',
        body: 'La connexion n’est pas autorisée en ce moment. Reconnectez-vous pour continuer.',
      },
      token: {
        title: 'Le service est mal configuré',
        body: 'La clé de ce service n’a pas été acceptée. Vous n’y êtes pour rien.',
      },
    },
    NEW_ACCOUNT: {
      title: 'Terminez d’abord auprès de votre banque',
      body: 'Votre banque demande d’abord une démarche sur son propre site, comme accepter ses conditions. Ouvrez-y une session, puis revenez.',
    },
    DISABLED_LOGIN: {
      title: 'Votre banque a bloqué l’accès en ligne',
      body: 'L’accès en ligne à ces comptes est désactivé. Seule votre banque peut le rétablir.',
    },
    DISABLED_INSTITUTION: {
      title: 'Cette banque n’est pas offerte',
      body: 'Les connexions à cette banque sont suspendues pour le moment.',
    },
    AGGREGATION_ERROR: {
      title: 'Un problème est survenu en chemin vers votre banque',
      body: 'Le service de connexion a eu un problème inattendu. Réessayez; si cela persiste, communiquez avec le soutien.',
    },
    OPERATION_PENDING: {
      title: 'Collecte en cours',
      body: 'Vos comptes sont encore en cours de collecte. Cela se poursuit sans vous.',
    },
    OPERATION_DISPATCHED: {
      title: 'Plus long que d’habitude',
      body: 'Votre banque est lente; vos comptes sont collectés en arrière-plan. Cela se poursuit sans vous.',
    },
    CARD_IN_USE: {
      title: 'La connexion est occupée',
      body: 'Une autre opération est en cours avec cette connexion. Réessayez dans un instant.',
    },
    CONCURRENT_SESSION: {
      title: 'Ouverte ailleurs',
      body: 'Cette connexion sert déjà dans une autre fenêtre ou sur un autre appareil. Terminez là-bas ou attendez un peu.',
    },
    TOO_MANY_REQUESTS: {
      title: 'Trop de tentatives',
      body: 'Il y a eu trop de tentatives en peu de temps. Attendez quelques minutes.',
    },
    SESSION_NONEXISTENT: {
      title: 'La session est terminée',
      body: 'La session sécurisée a pris fin. Recommencez pour continuer.',
    },
    SESSION_EXPIRED: {
      title: 'La session a expiré',
      body: 'Trop de temps a passé et la session sécurisée a été fermée. Recommencez pour continuer.',
    },
    ALREADY_AUTHORIZED: {
      title: 'Déjà connecté',
      body: 'Cette étape a déjà été faite. Il ne reste rien à faire.',
    },
    NO_TRANSACTION: {
      title: 'Trop peu d’opérations',
      body: 'Les comptes ne contiennent aucune opération, ou trop peu pour ce qui était demandé.',
    },
    ACCESS_DENIED: {
      title: 'Le service est mal configuré',
      body: 'Ce service n’avait pas le droit de demander cela. Vous n’y êtes pour rien.',
    },
    INVALID_REQUEST: {
      title: 'Le service a fait une erreur',
      body: 'La demande était incomplète ou n’a pas été comprise. Vous n’y êtes pour rien.',
    },
    METHOD_NOT_AVAILABLE: {
      title: 'Non offert ici',
      body: 'Cette fonction n’est pas activée pour ce service.',
    },
    Document_Processing_Failed: {
      title: 'Le document n’a pas pu être lu',
      body: 'Le document téléversé n’a pas pu être lu. Téléversez-le de nouveau, entier et bien lisible.',
    },
  },
  unknown: {
    title: 'Un imprévu est survenu',
    body: 'Le service de connexion a signalé une chose que nous ne connaissons pas. Réessayez plus tard.',
  },
  places: {
    widget: 'La page sécurisée reste ouverte.',
    authorize: 'Les données lues auparavant sont conservées.',
    data: 'Les comptes déjà affichés restent tels quels.',
    token: 'La page sécurisée n’a pas pu s’ouvrir.',
  },
  actions: {
    'try-again': 'Réessayer',
    reconnect: 'Se reconnecter',
    'start-over': 'Recommencer',
    'choose-other-bank': 'Choisir une autre banque',
    'go-to-bank': 'C’est fait, réessayer',
    'contact-bank': null,
    'contact-support': null,
    'upload-again': 'Téléverser de nouveau',
    wait: null,
    none: null,
  },
};
