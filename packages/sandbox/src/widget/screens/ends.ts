import type { ScreenRules } from './context.ts';

/** Connected: what stays in the frame when the host does not remove it. */
export const result: ScreenRules = {
  show: ({ texts }) => ({ title: texts.resultTitle, blocks: [{ kind: 'text', text: texts.resultText }] }),
  actions: {},
};

/** Refused, or too many retries: the host has to remove the frame. */
export const ended: ScreenRules = {
  show({ widgetSession, texts }) {
    const text = widgetSession.problem === null ? texts.endedText : texts.maximumRetry;
    return { title: texts.endedTitle, blocks: [{ kind: 'text', text }] };
  },
  actions: {},
};

/** The token of the address was used before, or is too old. The step is seen in public code only (docs/flinks/connect.md 1.2). */
export const tokenInvalid: ScreenRules = {
  enter: ({ postStep }) => postStep('TOKEN_INVALID'),
  show: ({ texts }) => ({ title: texts.tokenTitle, blocks: [{ kind: 'text', text: texts.tokenText }] }),
  actions: {},
};
