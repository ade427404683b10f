/** Which text stands on which background in our own rules. */
export const pairs: readonly (readonly [text: string, ground: string])[] = [
  ['--flinks-text', '--flinks-surface'],
  ['--flinks-text', '--flinks-surface-sunken'],
  ['--flinks-text', '--flinks-surface-hover'],
  ['--flinks-text-muted', '--flinks-surface'],
  ['--flinks-text-muted', '--flinks-surface-sunken'],
  ['--flinks-accent', '--flinks-surface'],
  ['--flinks-on-accent', '--flinks-accent'],
  ['--flinks-on-accent', '--flinks-accent-hover'],
  ['--flinks-positive', '--flinks-positive-soft'],
  ['--flinks-caution', '--flinks-caution-soft'],
  ['--flinks-negative', '--flinks-negative-soft'],
  ['--flinks-neutral', '--flinks-neutral-soft'],
  ['--flinks-info', '--flinks-info-soft'],
];
