import { Canvas, Controls, DocsContext, DocsStory, Markdown, Primary } from '@storybook/addon-docs/blocks';
import * as kit from '@flinks-kit/react';
import { type ReactElement, type ReactNode, useContext } from 'react';
import facts from 'virtual:component-facts';

type Exports = Record<string, unknown> & {
  readonly default: {
    readonly component?: unknown;
    readonly argTypes?: object;
  };
};

/** Code to copy. Fenced, since Storybook's `Source` block stays light on a dark page. */
export function Code({ code, language }: CodeProps): ReactElement {
  return <Markdown>{`\`\`\`${language}\n${code.trimEnd()}\n\`\`\``}</Markdown>;
}

interface CodeProps {
  readonly code: string;
  readonly language: string;
}

/** A table with a heading for each column; `children` are its rows. */
export function Table({ columns, className, children }: TableProps): ReactElement {
  return (
    <table className={className}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

interface TableProps {
  readonly columns: readonly string[];
  readonly className?: string;
  readonly children: ReactNode;
}

/** The page's example, live on the sandbox. Its code stands below. */
export function Example({ of }: { readonly of: unknown }): ReactElement {
  return (
    <div className="kit-example">
      <Canvas of={of} sourceState="none" />
    </div>
  );
}

/** What to type before the example: the packages, the component, the styles. */
export function Install({ name }: { readonly name: string }): ReactElement {
  return (
    <>
      <Code language="bash" code="npm install @flinks-kit/react @tanstack/react-query" />
      <Code
        language="tsx"
        code={`import { ${name} } from '@flinks-kit/react';\nimport '@flinks-kit/react/styles.css'; // once in the app`}
      />
    </>
  );
}

/** The first state with controls for the props; where a session decides all, controls for the sandbox behind it. */
export function Playground({ name, of, example }: PlaygroundProps): ReactElement {
  const component: unknown = Reflect.get(kit, name);
  if (of.default.component !== component) return <Controls of={example} />;
  // An account or a function is no control, unless the stories name its choices.
  const simple = (facts[name]?.props ?? []).filter(
    (prop) =>
      /^(?:boolean|string|number|ReactNode|\d.*)$/.test(prop.type) ||
      Object.hasOwn(of.default.argTypes ?? {}, prop.name),
  );
  return (
    <>
      <Primary />
      <Controls include={simple.map((prop) => prop.name)} />
    </>
  );
}

interface PlaygroundProps {
  readonly name: string;
  /** The stories of the component. */
  readonly of: Exports;
  /** The story of the example. */
  readonly example: unknown;
}

/** What the component adds to an app's bundle. */
export function Size({ name }: { readonly name: string }): ReactElement {
  const size = facts[name]?.size;
  return (
    <p>
      <strong>{inKilobytes(size?.added)}</strong> beside <code>FlinksProvider</code> and{' '}
      <code>useFlinksConnect</code>, which every app has; {inKilobytes(size?.alone)} on its own. Minified and
      gzipped, without React and TanStack Query, measured when this page was built.
    </p>
  );
}

const inKilobytes = (bytes = Number.NaN): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Every story of the component. One that presses buttons by itself in a page of its own is a link: it may end anywhere. */
export function States(): ReactElement {
  const stories = useContext(DocsContext)
    .componentStories()
    .filter(({ parameters }) => parameters['docs']?.disable !== true);
  const isLink = ({ parameters, playFunction }: (typeof stories)[number]): boolean =>
    parameters['docs']?.story?.inline === false && playFunction !== undefined;
  const links = stories.filter(isLink);
  return (
    <div className="kit-states">
      {stories
        .filter((story) => !isLink(story))
        .map((story) => (
          <DocsStory key={story.id} of={story.moduleExport} expanded />
        ))}
      {links.length > 0 && (
        <ul>
          {links.map(({ id, name }) => (
            <li key={id}>
              <a href={`./?path=/story/${id}`} target="_top">
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
