import { Markdown } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';

/** Code to copy. Fenced, since Storybook's `Source` block stays light on a dark page. */
export function Code({ code, language }: CodeProps): ReactElement {
  return <Markdown>{`\`\`\`${language}\n${code.trimEnd()}\n\`\`\``}</Markdown>;
}

interface CodeProps {
  readonly code: string;
  readonly language: string;
}
