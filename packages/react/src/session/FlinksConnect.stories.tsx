import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { ConnectScene, type ConnectSceneProps } from '../../test/ConnectScene.tsx';
import { FlinksConnect } from './FlinksConnect.tsx';
import type { ConnectNoticeState } from './getConnectNotice.ts';

/** The widget in every state. What Flinks' frame would show is blank here: a story of the whole journey has its own. */
const meta = {
  title: 'Components/FlinksConnect',
  component: ConnectScene,
  args: { children: (connect) => <FlinksConnect connect={connect} /> },
  argTypes: { children: { control: false }, methods: { control: false } },
} satisfies Meta<typeof ConnectScene>;

export default meta;
type Story = StoryObj<typeof meta>;

const never = <Answer,>(): Promise<Answer> => new Promise(() => undefined);
const mounted = { step: 'APP_MOUNTED' };

// Words differ by language, so a story checks attributes; the words are pinned in the tests.
function shows(
  state: ConnectNoticeState['state'],
  buttons: number,
  args: Omit<ConnectSceneProps, 'children'>,
): Story {
  return {
    args,
    play: async ({ canvas, canvasElement }) => {
      await waitFor(() =>
        expect(canvasElement.querySelector('[data-flinks-notice]')).toHaveAttribute(
          'data-flinks-notice',
          state,
        ),
      );
      await expect(canvas.queryAllByRole('button')).toHaveLength(buttons);
      const frame = canvasElement.querySelector('iframe');
      if (frame) await expect(frame).toHaveAccessibleName();
    },
  };
}

/** Our server is asked for an address. */
export const Preparing: Story = shows('preparing', 1, { methods: { openSession: never } });

/** The frame is there; Flinks has not spoken yet. */
export const Loading: Story = shows('loading', 1, {});

/** The widget shows everything itself. */
export const Active: Story = shows('none', 0, { messages: [mounted, { step: 'COMPONENT_LOAD_CREDENTIAL' }] });

export const SlowFrame: Story = {
  name: 'Slow to open',
  ...shows('slow-frame', 2, {
    watchdogs: { frameSlow: 50, frame: 3_600_000 },
    onWarning: fn(),
  }),
};

export const SlowBank: Story = {
  name: 'Slow bank',
  ...shows('slow-bank', 1, {
    messages: [mounted, { step: 'SUBMIT_CREDENTIAL' }],
    watchdogs: { bank: 50 },
  }),
};

/** An estimate: Flinks allows eight minutes at its question, which a page cannot see. */
export const QuestionExpiring: Story = {
  name: 'Question about to expire',
  ...shows('mfa-expiring', 1, {
    messages: [mounted, { step: 'COMPONENT_LOAD_MFA', mfaTypes: ['QuestionAndAnswer'] }],
    watchdogs: { mfa: 50 },
  }),
};

export const Offline: Story = shows('offline', 1, { messages: [mounted, { step: 'APP_OFFLINE' }] });

export const PopupBlocked: Story = {
  name: 'Bank window blocked',
  ...shows('popup-blocked', 1, {
    messages: [
      mounted,
      { step: 'INSTITUTION_SELECTED', institution: 'FlinksCapital' },
      { step: 'POPUP_BLOCKED' },
    ],
  }),
};

/** The bank login exists; our server is storing it. */
export const Linking: Story = shows('linking', 0, {
  messages: [mounted, { step: 'REDIRECT', loginId: '00000000-0000-4000-8000-000000000001' }],
  methods: { linkConnection: never },
});

export const Failed: Story = shows('failed', 1, { messages: [mounted, { step: 'REDIRECT' }] });

/** Opening again would not help: there is only a way out. */
export const FailedForGood: Story = {
  name: 'Failed, no retry',
  ...shows('failed', 1, {
    methods: {
      openSession: () => Promise.reject(Object.assign(new Error('Not signed in.'), { retry: false })),
    },
  }),
};
