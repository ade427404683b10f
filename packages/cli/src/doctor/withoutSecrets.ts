import type { Finding } from './Finding.ts';

/**
 * The findings without any value of the given variables and without the query of any address: whatever a message of
 * the app's own code holds, a key does not get into a terminal's history or a CI log.
 */
export function withoutSecrets(
  findings: readonly Finding[],
  variables: Readonly<Record<string, string | undefined>>,
): readonly Finding[] {
  const secrets = Object.entries(variables)
    // ENCRYPTION_KEY may list several; what is short or an address is in many innocent sentences.
    .flatMap(([name, value]) => (value ?? '').split(/[,;\s]+/).map((part) => ({ name, part })))
    .filter(({ part }) => part.length >= 8 && !/^https?:\/\/[^@?]*$/.test(part))
    .toSorted((a, b) => b.part.length - a.part.length);
  const clean = (sentence: string): string =>
    secrets
      .reduce((text, { name, part }) => text.replaceAll(part, `[${name}]`), sentence)
      .replace(/(https?:\/\/[^\s?#"]*)[?#][^\s"]*/g, '$1');
  return findings.map((finding) => ({ ...finding, sentence: clean(finding.sentence) }));
}
