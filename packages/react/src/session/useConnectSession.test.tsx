import { type ConnectEngine, type ConnectSession, createConnect } from '@flinks-kit/core';
import { act, render, screen } from '@testing-library/react';
import { Profiler, type ReactElement, StrictMode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { connectClient, settled } from '#test';
import { useConnectSession } from './useConnectSession.ts';

interface PartProps {
  readonly engine: ConnectEngine;
  readonly select: (session: ConnectSession) => unknown;
}

function Part({ engine, select }: PartProps): ReactElement {
  return <output>{JSON.stringify(useConnectSession(engine, select))}</output>;
}

function Whole({ engine }: Pick<PartProps, 'engine'>): ReactElement {
  return <output>{useConnectSession(engine).status}</output>;
}

async function openEngine(): Promise<ConnectEngine> {
  const { client } = connectClient();
  const engine = createConnect({ client: () => client });
  engine.attachFrame({ src: '', contentWindow: {} });
  engine.open();
  await settled();
  return engine;
}

const receive = (engine: ConnectEngine, step: string): void => act(() => engine.receive({ step }));

describe('useConnectSession', () => {
  test('a component renders for the part that it selected, and for nothing else', async () => {
    const engine = await openEngine();
    const onRender = vi.fn();
    render(
      <Profiler id="part" onRender={onRender}>
        <Part engine={engine} select={({ status }) => status} />
      </Profiler>,
    );
    receive(engine, 'APP_MOUNTED');
    expect(screen.getByRole('status')).toHaveTextContent('active');
    onRender.mockClear();
    receive(engine, 'COMPONENT_LOAD_CREDENTIAL');
    receive(engine, 'SUBMIT_CREDENTIAL');
    expect(engine.getSnapshot()).toMatchObject({ stage: 'verifying' });
    expect(onRender).not.toHaveBeenCalled();
    receive(engine, 'COMPONENT_CLOSE_SESSION');
    expect(onRender).toHaveBeenCalledOnce();
    expect(screen.getByRole('status')).toHaveTextContent('exited');
  });

  test('a selector that makes a new object each time comes to rest, and follows', async () => {
    const engine = await openEngine();
    render(<Part engine={engine} select={(session) => ({ status: session.status })} />, {
      wrapper: StrictMode,
    });
    receive(engine, 'APP_MOUNTED');
    expect(screen.getByRole('status')).toHaveTextContent('{"status":"active"}');
  });

  test('another selector is asked at once', async () => {
    const engine = await openEngine();
    const { rerender } = render(<Part engine={engine} select={({ status }) => status} />);
    rerender(<Part engine={engine} select={(session) => 'attempt' in session && session.attempt} />);
    expect(screen.getByRole('status')).toHaveTextContent('1');
  });

  test('without a selector it follows the whole session', async () => {
    const engine = await openEngine();
    render(<Whole engine={engine} />);
    expect(screen.getByRole('status')).toHaveTextContent('loading');
    act(() => engine.close());
    expect(screen.getByRole('status')).toHaveTextContent('exited');
  });
});
