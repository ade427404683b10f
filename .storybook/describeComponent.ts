/** A component's docstring for its page: what stands before the first tag. Storybook prints tags as they are. */
export function describeComponent(component: unknown): string {
  if (typeof component !== 'function' && typeof component !== 'object') return '';
  const info: unknown = component === null ? undefined : Reflect.get(component, '__docgenInfo');
  const text: unknown =
    typeof info === 'object' && info !== null ? Reflect.get(info, 'description') : undefined;
  return typeof text === 'string' ? (text.split(/^@\w+/m)[0] ?? '').trim() : '';
}
