import type { ReactElement } from 'react';
import facts from 'virtual:component-facts';
import { Code, Table } from './blocks.tsx';

/** Every prop with type, default and description; below it the types that the table names. */
export function Props({ name }: { readonly name: string }): ReactElement {
  const { props = [], types = [] } = facts[name] ?? {};
  const known = new Set(types.map((type) => type.name));
  return (
    <>
      <Table columns={['Prop', 'Type', 'Default', 'Description']} className="kit-props">
        {props.map((prop) => (
          <tr key={prop.name}>
            <td>
              <code>{prop.name}</code>
              {prop.required && <small> required</small>}
            </td>
            <td>
              <code>{linkTypes(prop.type, known)}</code>
            </td>
            <td>{prop.default === null ? '–' : <code>{prop.default.replaceAll('`', '')}</code>}</td>
            <td>{withCode(prop.description)}</td>
          </tr>
        ))}
      </Table>
      <p>
        Every other prop, such as <code>className</code>, <code>style</code>, <code>ref</code> and{' '}
        <code>aria-*</code>, goes to its element.
      </p>
      {types.map(({ name: type, text }) => (
        <details key={type} id={`type-${type}`} className="kit-type">
          <summary>
            <code>{type}</code>
          </summary>
          <Code language="tsx" code={text} />
        </details>
      ))}
    </>
  );
}

function linkTypes(type: string, known: ReadonlySet<string>): readonly (ReactElement | string)[] {
  return type.split(/\b([A-Z]\w+)\b/).map((word, index) =>
    known.has(word) ? (
      <a key={index} href={`#type-${word}`} onClick={() => openType(word)}>
        {word}
      </a>
    ) : (
      word
    ),
  );
}

function openType(name: string): void {
  document.querySelector(`#type-${name}`)?.setAttribute('open', '');
}

// A docstring's Markdown is no more than `code`.
function withCode(text: string): readonly (ReactElement | string)[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
