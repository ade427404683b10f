/**
 * An exported declaration as it stands in a source file, docstrings included and a function's body left out: a page
 * then shows what the editor shows, and can't be older than the code. Throws for a name that the file does not
 * export, so that a page fails rather than shows nothing.
 */
export function readDeclaration(source: string, name: string): Declaration {
  const start = new RegExp(
    `^export (?:default )?(?:async )?(?:function|interface|type|const) ${name}\\b`,
    'm',
  );
  const at = source.search(start);
  if (at < 0) throw new Error(`The file has no export called "${name}", so its page has nothing to show.`);
  const rest = source.slice(at);
  const end = rest.startsWith('export function') ? endOfSignatures(rest, name) : endOfBlock(rest);
  return {
    docstring: readDocstring(source.slice(0, at)),
    code: rest.slice(0, end).replaceAll(/^export /gm, ''),
  };
}

/** A declaration, and what is said above it. */
export interface Declaration {
  /** Markdown, up to the first tag. */
  readonly docstring: string;
  /** TypeScript, as it is declared. */
  readonly code: string;
}

function readDocstring(before: string): string {
  const comment = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*$/.exec(before)?.[1] ?? '';
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\* ?/, ''));
  return (lines.join('\n').split(/^@\w+/m)[0] ?? '').trim();
}

// Overloads stand one below the other; the last of them carries the body, and is not part of the face.
function endOfSignatures(rest: string, name: string): number {
  const overloads = [...rest.matchAll(new RegExp(`^export function ${name}\\b[^{]*?;$`, 'gm'))];
  const last = overloads.at(-1);
  return last ? last.index + last[0].length : rest.search(/ \{\n {2}\S/);
}

// The kit's files are formatted: a block ends where a line begins with its closing bracket or the statement ends.
function endOfBlock(rest: string): number {
  const firstLine = rest.slice(0, rest.indexOf('\n') + 1);
  if (/;\n$/.test(firstLine)) return firstLine.length - 1;
  const found = /^[})].*$/m.exec(rest) ?? /;$/m.exec(rest);
  return found ? found.index + found[0].length : rest.length;
}
