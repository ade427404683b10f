import { Markdown } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';

/** A file's text, or a piece of it. Fenced, since Storybook's `Source` block stays light on a dark page. */
export function Code({ code, language = 'tsx' }: CodeProps): ReactElement {
  return <Markdown>{`\`\`\`${language}\n${code.trimEnd()}\n\`\`\``}</Markdown>;
}

interface CodeProps {
  readonly code: string;
  readonly language?: string;
}
