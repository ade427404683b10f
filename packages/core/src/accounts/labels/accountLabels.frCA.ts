import type { AccountSentences, AccountTypeLabels } from './accountLabels.en.ts';

/** Canadian French. */
export const accountSentencesFrCA: AccountSentences = {
  categories: {
    Operations: 'Comptes-chèques et épargne',
    Credits: 'Cartes et prêts',
    Products: 'Régimes d’épargne, placements et assurances',
    Other: 'Autres comptes',
  },
  categoryTerms: { Operations: 'Opérations', Credits: 'Crédits', Products: 'Produits', Other: 'Autres' },
  methods: { eft: 'TEF', 'e-transfer': 'Virement Interac' },
  eftStatuses: {
    eligible: '{method} : renseignements complets',
    unlikely: '{method} : renseignements incertains',
    ineligible: '{method} impossible',
    unknown: '{method} : pas encore connu',
  },
  eftReasons: {
    'category-not-supported': '{method} impossible : ce genre de compte ne s’y prête pas.',
    'currency-not-supported': '{method} non offert dans la devise de ce compte.',
    'institution-denied': '{method} non offert avec cette institution financière.',
    'ratio-zero':
      '{method} : les renseignements nécessaires n’ont pas été accessibles pour des comptes semblables.',
    'ratio-below-threshold':
      '{method} : les renseignements nécessaires sont souvent inaccessibles pour des comptes semblables.',
    'ratio-meets-threshold':
      '{method} : les renseignements nécessaires sont habituellement accessibles pour des comptes semblables.',
    'ratio-unknown': '{method} : on ne sait encore rien pour ce compte.',
    'details-missing':
      '{method} : votre banque n’a pas fourni tous les renseignements nécessaires. Il manque : {missing}.',
    'details-pending': '{method} : les renseignements nécessaires ne sont pas encore arrivés.',
    'category-inferred': 'Votre banque n’a pas indiqué de quel genre de compte il s’agit.',
    'title-suggests-no-eft':
      '{method} : le nom du compte évoque un régime enregistré, un prêt ou une carte, qui s’y prêtent rarement.',
    'type-suggests-no-eft': '{method} : ce type de compte s’y prête rarement.',
    'transit-zero-restored':
      'Votre banque a fourni le numéro de transit sans son zéro initial : vérifiez-le avant de l’utiliser.',
    'details-complete': '{method} : votre banque a fourni tous les renseignements nécessaires.',
    'unusual-account-number':
      'Le numéro de compte a une forme inhabituelle : vérifiez-le avant de l’utiliser.',
    'unusual-transit-number':
      'Le numéro de transit a une forme inhabituelle : vérifiez-le avant de l’utiliser.',
    'unusual-institution-number':
      'Le numéro d’institution a une forme inhabituelle : vérifiez-le avant de l’utiliser.',
    other: '{method} : des règles particulières s’appliquent ici.',
  },
  eftMissing: {
    accountNumber: 'le numéro de compte',
    transitNumber: 'le numéro de transit',
    institutionNumber: 'le numéro d’institution',
  },
  eftProvisional: 'Cela peut changer lorsque votre banque aura transmis tous les renseignements.',
};

/** Canadian French, with the abbreviations people know (CELI, REER, CPG). Plans of the United States keep their names. */
export const accountTypeLabelsFrCA: AccountTypeLabels = {
  Chequing: 'Compte-chèques',
  Savings: 'Épargne',
  CashManagement: 'Gestion de trésorerie',
  Rewards: 'Récompenses',
  Deposit: 'Dépôt',
  CreditCard: 'Carte de crédit',
  CreditCardPrepaid: 'Carte prépayée',
  LineOfCredit: 'Marge de crédit',
  LineOfCreditHomeEquity: 'Marge de crédit hypothécaire',
  Loan: 'Prêt',
  LoanPersonal: 'Prêt personnel',
  LoanStudent: 'Prêt étudiant',
  LoanHome: 'Prêt immobilier',
  LoanCar: 'Prêt automobile',
  LoanInstallment: 'Prêt à tempérament',
  LoanInvestment: 'Prêt de placement',
  Mortgage: 'Hypothèque',
  RRSP: 'REER',
  TFSA: 'CELI',
  GIC: 'CPG',
  OtherAsset: 'Autre actif',
  CertificateOfDeposit: 'Certificat de dépôt',
  FHSA: 'CELIAPP',
  Brokerage: 'Courtage',
  EducationSavings529: 'Épargne-études 529',
  Retirement401k: '401(k)',
  Retirement403b: '403(b)',
  Retirement457: 'Régime 457',
  DeferredCompPlan: 'Rémunération différée',
  KEOGH: 'Régime Keogh',
  Pension: 'Régime de retraite',
  ProfitSharingPlan: 'Participation aux bénéfices',
  IRA: 'IRA',
  IRARoth: 'IRA Roth',
  IRARollover: 'IRA de transfert',
  IRASep: 'IRA SEP',
  IRASimple: 'IRA SIMPLE',
  RESP: 'REEE',
  HSA: 'Compte d’épargne santé',
  HRA: 'Compte de remboursement santé',
  RDSP: 'REEI',
  TSP: 'Thrift Savings Plan',
  Annuity: 'Rente',
  TermLife: 'Assurance vie temporaire',
  UniversalLife: 'Assurance vie universelle',
  WholeLife: 'Assurance vie entière',
  OtherLife: 'Assurance vie',
  VehicleInsurance: 'Assurance automobile',
  HealthInsurance: 'Assurance maladie',
};
