/** What a template needs to know of its page. */
interface TemplatePage {
  /** The export that the page describes. */
  readonly name: string;
  /** Its Markdown. */
  readonly text: string;
  /** The path from the page to a file of the repository. */
  readonly from: (file: string) => string;
}

/**
 * The page of a component. Words come from its Markdown; props, types, parts, sizes and states from the sources. Every
 * page has every section, in this order.
 */
export function componentPage({
  name,
  text,
  from,
  stories,
}: TemplatePage & { readonly stories: string }): string {
  const { intro, sections } = split(text);
  const section = (heading: string): string => sections.get(heading) ?? '';
  return `${imports(from, 'components')}
import * as stories from '${from(stories)}';

<Meta of={stories} />

${intro.replace(/(\n```)/, `\n<Example of={examples.${name}} />\n$1`)}

## When to use it

${section('When to use it')}

## Install and import

<Install name="${name}" />

## Controls

<Playground name="${name}" of={stories} example={examples.${name}} />

## Props

<Props name="${name}" />

## Parts and data attributes

<Parts name="${name}" of={stories} />

${section('Parts')}

## Keyboard

${section('Keyboard')}

## Accessibility

${section('Accessibility')}

## Do and don’t

${doAndDont(section)}

## Size

<Size name="${name}" />

## Every state

<States />
`;
}

/** The page of a hook. */
export function hookPage({ name, text, from, id }: TemplatePage & { readonly id: string }): string {
  const { intro, sections } = split(text);
  const section = (heading: string): string => sections.get(heading) ?? '';
  const own = [...sections].filter(([heading]) => !['Do', 'Don’t'].includes(heading));
  return `${imports(from, 'hooks')}

<Meta id="${id}" title="Hooks/${name}" />

${intro.replace(/(\n```)/, `\n<Example of={examples.${name}} />\n$1`)}

${own.map(([heading, body]) => `## ${heading}\n\n${body}\n`).join('\n')}
## Do and don’t

${doAndDont(section)}
`;
}

function imports(from: TemplatePage['from'], examples: string): string {
  return `import { Meta } from '@storybook/addon-docs/blocks';
import { Example, Install, Playground, Size, States } from '${from('.storybook/docs/blocks.tsx')}';
import { Parts } from '${from('.storybook/docs/Parts.tsx')}';
import { Props } from '${from('.storybook/docs/Props.tsx')}';
import * as examples from '${from(`.storybook/examples/${examples}.stories.tsx`)}';`;
}

// Two columns: what serves people, and what was seen to hurt them.
const doAndDont = (section: (heading: string) => string): string => `<div className="sb-unstyled kit-dodont">
<div className="kit-do">
<strong>Do</strong>

${section('Do')}

</div>
<div className="kit-dont">
<strong>Don’t</strong>

${section('Don’t')}

</div>
</div>`;

/** A page's beginning, and its sections by their headings. */
export function split(text: string): {
  readonly intro: string;
  readonly sections: ReadonlyMap<string, string>;
} {
  const [intro = '', ...rest] = text.split(/^## /m);
  const sections = rest.map((section) => {
    const [heading = '', ...lines] = section.split('\n');
    return [heading, lines.join('\n').trim()] as const;
  });
  return { intro: intro.trim(), sections: new Map(sections) };
}
