import { flinksCapital, type Institution, institution } from '../state/institution.ts';

/**
 * The banks of a sandbox: Flinks' dummy, and invented ones with marks of their own. No real bank is among them, and no
 * name or mark is one that we know. The aliases state what each is for.
 */
export const institutions: readonly Institution[] = [
  {
    ...flinksCapital,
    mark: { background: '#1f4e5f', foreground: '#ffffff', path: 'M4 20V9h4v11zm6 0V4h4v16zm6 0v-7h4v7z' },
  },
  institution({
    id: 9005,
    name: 'MapleCrest',
    title: { en: 'Maplecrest Bank', fr: 'Banque Maplecrest' },
    isPopular: true,
    mark: {
      background: '#b3261e',
      foreground: '#fff4ec',
      path: 'M12 3l2 4 4-1-1 4 4 2-5 3 1 3h-4v3h-2v-3H7l1-3-5-3 4-2-1-4 4 1z',
    },
  }),
  institution({
    id: 9006,
    name: 'CaisseDuFleuve',
    alias: 'SandboxCaisse',
    title: { en: 'Caisse du Fleuve', fr: 'Caisse du Fleuve' },
    isPopular: true,
    mark: {
      background: '#0b6b4f',
      foreground: '#e9fff6',
      path: 'M3 8c3-3 6-3 9 0s6 3 9 0v3c-3 3-6 3-9 0s-6-3-9 0zm0 6c3-3 6-3 9 0s6 3 9 0v3c-3 3-6 3-9 0s-6-3-9 0z',
    },
  }),
  institution({
    id: 9001,
    name: 'RideauTrust',
    alias: 'SandboxOAuthBank',
    title: { en: 'Rideau Trust', fr: 'Fiducie Rideau' },
    kind: 'oauth',
    isPopular: true,
    mark: {
      background: '#2d2a7a',
      foreground: '#ffd98a',
      path: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 3a6 6 0 0 1 6 6h-6z',
    },
  }),
  institution({
    id: 9007,
    name: 'NorthernTide',
    alias: 'SandboxSlowBank',
    title: { en: 'Northern Tide Bank', fr: 'Banque Marée du Nord' },
    isPopular: true,
    hasOutage: true,
    bankMs: 6000,
    mark: { background: '#0f5c8c', foreground: '#e7f6ff', path: 'M12 3l9 16H3zm0 6l-4 7h8z' },
  }),
  institution({
    id: 9003,
    name: 'PrairieCreditUnion',
    alias: 'SandboxCreditUnion',
    title: { en: 'Prairie Wheat Credit Union', fr: 'Caisse populaire Blé des Prairies' },
    isPopular: true,
    mark: {
      background: '#8a5a00',
      foreground: '#fff3d1',
      path: 'M11 21V9c-3 0-5-2-5-5 3 0 5 2 5 5h2c0-3 2-5 5-5 0 3-2 5-5 5v3c0-3 2-5 5-5 0 3-2 5-5 5v9zm0-9c0-3-2-5-5-5 0 3 2 5 5 5z',
    },
  }),
  institution({
    id: 9002,
    name: 'BanqueBelleRive',
    alias: 'SandboxClosedBank',
    title: { en: 'Banque Belle-Rive', fr: 'Banque Belle-Rive' },
    kind: 'disabled',
    mark: {
      background: '#5b2a52',
      foreground: '#ffe9fb',
      path: 'M4 15a8 8 0 0 1 16 0zm-1 2h18v3H3z',
    },
  }),
  institution({
    id: 9008,
    name: 'HarbourPrepaid',
    alias: 'SandboxNoEftBank',
    title: { en: 'Harbour Prepaid', fr: 'Harbour Prépayée' },
    hasEftDetails: false,
    mark: {
      background: '#24404a',
      foreground: '#9be7d8',
      path: 'M11 3h2v4h3v2h-3v9a6 6 0 0 0 5-5h2a8 8 0 0 1-16 0h2a6 6 0 0 0 5 5V9H8V7h3z',
    },
  }),
  institution({
    id: 9009,
    name: 'AuroraSavings',
    title: { en: 'Aurora Savings', fr: 'Épargne Aurore' },
    mark: {
      background: '#114b3f',
      foreground: '#b6f2c8',
      path: 'M4 20c1-9 3-14 5-14s2 5 3 5 2-7 4-7 3 8 4 16h-3c-1-6-1-9-1.500-9S15 20 14 20h-2c-1-6-2-8-2.500-8S8 16 7 20z',
    },
  }),
  institution({
    id: 9010,
    name: 'CoopSaintLaurent',
    title: {
      en: 'Coopérative de services financiers du Bas-Saint-Laurent et de la Gaspésie',
      fr: 'Coopérative de services financiers du Bas-Saint-Laurent et de la Gaspésie',
    },
    mark: {
      background: '#7a1f3d',
      foreground: '#ffe3ec',
      path: 'M8 5a7 7 0 1 0 0 14 9 9 0 0 0 4-1 9 9 0 0 0 4 1 7 7 0 1 0 0-14 9 9 0 0 0-4 1 9 9 0 0 0-4-1zm4 4a6 6 0 0 1 0 6 6 6 0 0 1 0-6z',
    },
  }),
  institution({
    id: 9011,
    name: 'GranitePacific',
    title: { en: 'Granite Pacific Bank', fr: 'Banque Granit Pacifique' },
    mark: {
      background: '#3b4252',
      foreground: '#eceff4',
      path: 'M12 3l8 5v8l-8 5-8-5V8zm0 3L7 9v6l5 3 5-3V9z',
    },
  }),
  institution({
    id: 9012,
    name: 'CrossingDirect',
    title: { en: 'Crossing Direct', fr: 'Crossing Direct' },
    mark: {
      background: '#c2410c',
      foreground: '#fff7ed',
      path: 'M4 7h9l-3-3h4l5 5-5 5h-4l3-3H4zm16 10h-9l3 3h-4l-5-5 1-1h4l-1 1h12z',
    },
  }),
  institution({
    id: 9013,
    name: 'EastwardMutual',
    title: { en: 'Eastward Mutual', fr: 'Mutuelle de l’Est' },
    mark: {
      background: '#155e75',
      foreground: '#fef9c3',
      path: 'M12 8a5 5 0 0 1 5 5H7a5 5 0 0 1 5-5zM11 2h2v4h-2zM4 6l1.500-1.500L8 7 6.500 8.500zM16 7l2.500-2.500L20 6l-2.500 2.500zM3 15h18v2H3zm3 4h12v2H6z',
    },
  }),
  institution({
    id: 9004,
    name: 'SandboxUsBank',
    title: { en: 'Sandbox US Bank', fr: 'Banque américaine du bac à sable' },
    country: 'US',
    isPopular: true,
    routingNumbers: ['000000000'],
    mark: { background: '#1e3a8a', foreground: '#ffffff', path: 'M3 5h18v3H3zm0 5h18v3H3zm0 5h12v3H3z' },
  }),
];
