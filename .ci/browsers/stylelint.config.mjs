// Baseline 2022 is older than the floor of docs/start/compatibility.md. So here is what every browser of the floor has,
// and what only adds something in a browser that knows it.
const inTheFloor = {
  // `mask` with its prefix beside it.
  properties: ['container-type', 'container-name', 'outline', 'accent-color', 'mask'],
  atRules: ['container'],
  functions: ['color-mix', 'color', 'lab', 'lch', 'oklab', 'oklch'],
  selectors: ['has'],
  units: ['lh'],
};

const additions = {
  properties: [
    // Without it, rows that are out of sight are laid out all the same.
    ...['content-visibility', 'contain-intrinsic-block-size'],
    // Letters of a mark can be selected, and lines break where they happen to.
    ...['user-select', 'text-wrap'],
    // Colours that a user forces come all the same.
    'forced-color-adjust',
    // Set only by script that has found anchors, and has moved the explanation to the top layer.
    ...['anchor-scope', 'anchor-name', 'position-anchor', 'position-area', 'position-try-fallbacks'],
  ],
  // The build gives what uses it a value without it: packages/react/scripts/olderColours.mjs.
  functions: ['light-dark'],
  // What appears does so without a motion.
  atRules: ['starting-style'],
};

export default {
  plugins: ['stylelint-plugin-use-baseline'],
  rules: {
    'plugin/use-baseline': [
      true,
      {
        available: 2022,
        ignoreAtRules: [...inTheFloor.atRules, ...additions.atRules],
        ignoreUnits: inTheFloor.units,
        ignoreSelectors: inTheFloor.selectors,
        ignoreFunctions: [...inTheFloor.functions, ...additions.functions],
        ignoreProperties: Object.fromEntries(
          [...inTheFloor.properties, ...additions.properties].map((name) => [name, ['/./']]),
        ),
      },
    ],
  },
};
