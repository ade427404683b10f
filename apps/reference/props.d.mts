/** A prop of a component, as its page prints it. */
export interface Prop {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly default: string | null;
  readonly description: string;
}

/** The props of a component, and the declarations of the types that they name. */
export interface DescribedComponent {
  readonly props: readonly Prop[];
  readonly types: readonly { readonly name: string; readonly text: string }[];
}

/** By the name of the component. */
export function readComponents(): Readonly<Record<string, DescribedComponent>>;
