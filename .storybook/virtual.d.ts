declare module 'virtual:component-facts' {
  const facts: Readonly<
    Record<
      string,
      import('../apps/reference/props.mjs').DescribedComponent & {
        /** Bytes, minified and gzipped: with all it needs, and beside what every app of the kit has. */
        readonly size: { readonly alone: number; readonly added: number };
      }
    >
  >;
  export default facts;
}
