import { Markdown } from '@storybook/addon-docs/blocks';
import { Code } from './Code.tsx';
import type { ReactElement } from 'react';
import { readDeclaration } from './readDeclaration.ts';

/** What the docstring above an export says. */
export function Said({ source, name }: DeclaredProps): ReactElement {
  return <Markdown>{readDeclaration(source, name).docstring}</Markdown>;
}

/** An export as it is declared, docstrings of its members included. */
export function Declared({ source, name }: DeclaredProps): ReactElement {
  return <Code code={readDeclaration(source, name).code} />;
}

interface DeclaredProps {
  /** A source file's text: import it with `?raw`. */
  readonly source: string;
  readonly name: string;
}
