/** Adds `.env` to a .gitignore that does not cover it, so that no key is committed. */
export function addToGitignore(text: string): string {
  const covers = text.split('\n').some((line) => /^\/?(\*\*\/)?\.env(\*|\*\.\*)?\/?$/.test(line.trim()));
  if (covers) return text;
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${before}.env\n`;
}
