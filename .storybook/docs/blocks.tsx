import { Controls, DocsContext, PureArgsTable, Primary, Stories, useOf } from '@storybook/addon-docs/blocks';
import * as kit from '@flinks-kit/react';
import { type ReactElement, useContext } from 'react';
import facts from 'virtual:component-facts';

/** The first state with controls for the props; where a session decides all, controls for the sandbox behind the example. */
export function Playground({ name, example }: PlaygroundProps): ReactElement {
  const { argTypes, component } = useOf('story', ['story']).story;
  if (component !== Reflect.get(kit, name)) return <Controls of={example} />;
  // An account or a function is no control.
  const simple = Object.values(argTypes).filter(
    ({ control }) => typeof control === 'object' && control.type && control.type !== 'object',
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
  /** The story of the example. */
  readonly example: unknown;
}

/** Every prop with default and description; its type opens the declarations of the types that it names. */
export function Props({ name }: { readonly name: string }): ReactElement {
  const { props = [], types = [] } = facts[name] ?? {};
  const rows = props.map(({ default: value, required, type, ...prop }) => {
    const named = types.filter(({ name: each }) => new RegExp(`\\b${each}\\b`).test(type));
    const detail = named.map(({ text }) => text).join('\n\n');
    const table = {
      type: { summary: type, ...(detail && { detail }) },
      ...(value && { defaultValue: { summary: value.replaceAll('`', '') } }),
    };
    return [prop.name, { ...prop, type: { required }, table }] as const;
  });
  return (
    <div className="kit-props">
      <PureArgsTable rows={Object.fromEntries(rows)} />
      <p>
        Every other prop, such as <code>className</code>, <code>style</code>, <code>ref</code> and{' '}
        <code>aria-*</code>, goes to its element.
      </p>
    </div>
  );
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

/** Every story of the component. One with a page of its own, such as an open dialog, is a link. */
export function States(): ReactElement {
  const links = useContext(DocsContext)
    .componentStories()
    .filter(({ parameters }) => parameters['docs']?.story?.inline === false);
  return (
    <div className="kit-states">
      <Stories title={<></>} />
      <ul>
        {links.map(({ id, name }) => (
          <li key={id}>
            <a href={`./?path=/story/${id}`} target="_top">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
