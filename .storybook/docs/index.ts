export { Example, Install, Playground, Size, States } from './blocks.tsx';
export { Do, DoDont, Dont } from './DoDont.tsx';
export { Parts } from './Parts.tsx';
export { Props } from './Props.tsx';
