import { describeComponent } from '../describeComponent.ts';

/** What Storybook's docgen found about a component: its docstring, and its own props in the order of the source. */
export function readDocgen(component: unknown): Docgen {
  const props = Object.entries(asRecord(read(read(component, '__docgenInfo'), 'props')));
  return {
    description: describeComponent(component),
    props: props
      .map(([name, facts]) => ({
        name,
        type: readType(read(facts, 'tsType')),
        required: read(facts, 'required') === true,
        description: textOf(read(facts, 'description')),
      }))
      .toSorted((one, other) => Number(other.required) - Number(one.required)),
  };
}

interface Docgen {
  /** Markdown. */
  readonly description: string;
  readonly props: readonly DocumentedProp[];
}

interface DocumentedProp {
  readonly name: string;
  /** TypeScript, as it is written. */
  readonly type: string;
  readonly required: boolean;
  /** Markdown. */
  readonly description: string;
}

// An optional prop is `x?: T | undefined` all over the kit: the second half is noise on a page.
function readType(type: unknown): string {
  const written = textOf(read(type, 'raw')) || textOf(read(type, 'name'));
  return written
    .replaceAll(/\s+/g, ' ')
    .replace(/ \| undefined$/, '')
    .replace(/^\((.*)\)$/, '$1');
}

function read(value: unknown, name: string): unknown {
  return Reflect.get(Object(value), name);
}

function asRecord(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
