import type { ReactElement } from 'react';
import { Guide } from './Guide.tsx';

/** A page of the reference, which TypeDoc writes from the sources and is not committed. */
export function Reference({ page }: ReferenceProps): ReactElement {
  const text = written[`../../docs/${page}`] ?? missing;
  return <Guide page={page} text={text} />;
}

interface ReferenceProps {
  /** Its path below `docs/`. */
  readonly page: string;
}

const written: Readonly<Record<string, string>> = import.meta.glob('../../docs/reference/**/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const missing = '# Not written yet\n\nRun `npm run docs:reference`, then start Storybook again.';
