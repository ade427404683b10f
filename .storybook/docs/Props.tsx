import { Markdown } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';
import { readDocgen } from './readDocgen.ts';
import { Table } from './Table.tsx';

/** What a component's docstring says. */
export function Described({ of }: OfComponent): ReactElement {
  return <Markdown>{readDocgen(of).description}</Markdown>;
}

/** A component's own props, from their types and docstrings; `rest` says where the others go. */
export function Props({ of, rest }: PropsOf): ReactElement {
  const { props } = readDocgen(of);
  return (
    <>
      <Table label="Props" columns={['Prop', 'Type', 'For']}>
        {props.map(({ name, type, required, description }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
              {required && <span className="kit-required">required</span>}
            </th>
            <td>
              <code>{type}</code>
            </td>
            <td>{description !== '' && <Markdown>{description}</Markdown>}</td>
          </tr>
        ))}
      </Table>
      {rest !== undefined && (
        <p>
          Everything else, <code>className</code>, <code>style</code>, <code>ref</code> and{' '}
          <code>aria-*</code> included, goes to its <code>{rest}</code>.
        </p>
      )}
    </>
  );
}

interface OfComponent {
  readonly of: unknown;
}

interface PropsOf extends OfComponent {
  /** The element that takes the remaining props, such as `<div>`. */
  readonly rest?: string;
}
