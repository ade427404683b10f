import { type ReactElement, useId } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { faultPresets, findPreset } from './faultPresets.ts';
import { Pane } from './Pane.tsx';
import { SelectField } from './SelectField.tsx';
import { type SandboxRequest, useSandbox, useSandboxChange } from './useSandbox.ts';

/** The sandbox's controls: the next window's scenario, the banks' fault, the clock, nightly refresh and webhooks. */
export function ControlsPane(): ReactElement {
  const { text, locale } = usePreferences();
  const clock = useSandbox('clock', { watching: true });
  const faults = useSandbox('faults', { watching: true });
  const change = useSandboxChange();
  const send = (...requests: readonly SandboxRequest[]): void => change.mutate(requests);
  const words = text.developer.controls;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const actions: readonly (readonly [label: string, request: SandboxRequest])[] = [
    [words.jumps.minutes, ['POST', 'clock', { advanceMs: 10 * minuteMs }]],
    [words.jumps.day, ['POST', 'clock', { advanceMs: 24 * 60 * minuteMs }]],
    [words.nightly, ['POST', 'nightly-refresh']],
    [words.resend, ['POST', 'webhooks/resend']],
  ];
  return (
    <Pane heading={words.heading}>
      <div className="controls">
        <ScenarioField send={send} />
        <SelectField
          label={words.faultPreset}
          value={findPreset(faults.data?.faults ?? []) ?? ''}
          choices={[
            ['', words.noFault],
            ...faultPresets.map(({ name }) => [name, words.faultPresets[name]] as const),
          ]}
          onChange={(picked) => {
            const preset = faultPresets.find(({ name }) => name === picked);
            send(['DELETE', 'faults'], ...(preset ? [['POST', 'faults', preset.fault] as const] : []));
          }}
        />
        <p className="controls-note">{clock.data && words.now(format.format(new Date(clock.data.now)))}</p>
        <div className="controls-buttons">
          {actions.map(([label, request]) => (
            <button key={label} type="button" className="pane-action" onClick={() => send(request)}>
              {label}
            </button>
          ))}
          <button type="button" className="pane-action" onClick={forge}>
            {words.forge}
          </button>
        </div>
        <p role="status" className="controls-note">
          {change.isError && words.failed}
        </p>
      </div>
    </Pane>
  );
}

function ScenarioField({ send }: { readonly send: (request: SandboxRequest) => void }): ReactElement {
  const { text } = usePreferences();
  const { data } = useSandbox('scenario', { watching: true });
  const noteId = useId();
  const words = text.developer.controls;
  const next = data?.scenarios.find(({ name }) => name === data.next);
  return (
    <>
      <SelectField
        label={words.scenario}
        value={next?.name ?? ''}
        describedBy={noteId}
        choices={[['', words.byHand], ...(data?.scenarios ?? []).map(({ name }) => [name, name] as const)]}
        onChange={(name) => send(['POST', 'scenario', name === '' ? { name: null } : { name, drive: 1 }])}
      />
      <p id={noteId} className="controls-note">
        {next && <span lang="en-CA">{`${next.summary} `}</span>}
        <span>{next ? words.scenarioNote : words.byHandNote}</span>
      </p>
    </>
  );
}

const minuteMs = 60_000;

/** Posts a forged message, as another page could. The kit must ignore it. */
function forge(): void {
  window.postMessage({ step: 'REDIRECT', loginId: '00000000-0000-4000-8000-000000000000' }, location.origin);
}
