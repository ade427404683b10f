import type { SandboxOptions } from '@flinks-kit/sandbox';

/** How the sandbox behaves behind the stories; the toolbar's choices. */
export const scenarios = {
  everyday: { collectionMs: 1500 },
  'slow-collection': { collectionMs: 20_000 },
  'token-refused': { tokenLifeMs: 0 },
} as const satisfies Record<string, SandboxOptions>;

/** The name of one. */
export type Scenario = keyof typeof scenarios;

/** Reads a toolbar value; an unknown one is `everyday`. */
export function readScenario(value: unknown): Scenario {
  return scenarioNames.find((name) => name === value) ?? 'everyday';
}

const scenarioNames: readonly Scenario[] = ['everyday', 'slow-collection', 'token-refused'];
