/** An account in a sentence: its name and its masked number, which stay on one line. */
export function nameAccount({ title, mask }: NamedAccount): string {
  return [title, mask?.replaceAll(' ', '\u00a0')].filter(Boolean).join(' ');
}

interface NamedAccount {
  readonly title: string | null;
  readonly mask: string | null;
}
