import { type ReactElement, useId, useState } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { useDeveloper } from './Developer.tsx';
import { Pane } from './Pane.tsx';
import { SelectField } from './SelectField.tsx';
import { type FaultPreset, faultPresets } from './SandboxControls.ts';
import { useSandboxChange, useSandboxControls } from './useSandboxControls.ts';

/** How the sandbox behaves: its scenario, its clock, and its fault preset. */
export function ControlsPane(): ReactElement {
  const { text, locale } = usePreferences();
  const developer = useDeveloper();
  const { data } = useSandboxControls({ watching: true });
  const change = useSandboxChange();
  const [scenario, setScenario] = useState(developer.readScenario);
  const noteId = useId();
  const words = text.developer.controls;
  const scenarios = data?.scenarios ?? [];
  const now = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <Pane heading={words.heading}>
      <div className="controls">
        <SelectField
          label={words.scenario}
          value={scenario}
          describedBy={noteId}
          choices={[['', words.byHand], ...scenarios.map(({ name }): Choice => [name, name])]}
          onChange={(name) => {
            developer.playScenario(name);
            setScenario(name);
          }}
        />
        <p id={noteId} className="controls-note">
          {scenario === '' ? (
            words.byHandNote
          ) : (
            <>
              <span lang="en-CA">{scenarios.find(({ name }) => name === scenario)?.summary}</span>{' '}
              {words.scenarioNote}
            </>
          )}
        </p>
        <SelectField
          label={words.faultPreset}
          value={data?.faultPreset ?? 'none'}
          choices={faultPresets.map((faultPreset) => [faultPreset, words.faultPresets[faultPreset]])}
          onChange={(picked) =>
            change.mutate({
              faultPreset: faultPresets.find((known): known is FaultPreset => known === picked),
            })
          }
        />
        <SelectField
          label={words.speed}
          value={String(data?.speed ?? 1)}
          choices={speeds.map((speed) => [String(speed), words.times(speed)])}
          onChange={(speed) => change.mutate({ speed: Number(speed) })}
        />
        <p className="controls-note">{data && words.now(now.format(new Date(data.now)))}</p>
        <div className="controls-buttons">
          {jumps.map(({ name, aheadMs }) => (
            <button
              key={name}
              type="button"
              className="pane-action"
              onClick={() => change.mutate({ aheadMs })}
            >
              {words.jumps[name]}
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

type Choice = readonly [value: string, label: string];

const speeds = [1, 10, 60, 600] as const;
const jumps = [
  { name: 'minutes', aheadMs: 10 * 60_000 },
  { name: 'day', aheadMs: 86_400_000 },
] as const;

/** Posts a forged message, as another page could. The kit must ignore it. */
function forge(): void {
  window.postMessage({ step: 'REDIRECT', loginId: '00000000-0000-4000-8000-000000000000' }, location.origin);
}
