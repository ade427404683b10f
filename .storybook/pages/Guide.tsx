import { Markdown } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';
import { toStorybook } from './toStorybook.ts';

/** A page of `docs/`, with its links leading to the same pages here. */
export function Guide({ page, text }: GuideProps): ReactElement {
  return <Markdown>{toStorybook(page, text)}</Markdown>;
}

interface GuideProps {
  /** Its path below `docs/`. */
  readonly page: string;
  /** The file, imported with `?raw`. */
  readonly text: string;
}
