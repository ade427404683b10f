import { describeFlinksCode, type RemedySource } from '@flinks-kit/core';
import { knownFlinksCodes } from '@flinks-kit/core/wire';
import { type ReactElement, useState } from 'react';
import { Scrollable } from '../docs/Scrollable.tsx';
import { useToolbar } from '../docs/useToolbar.ts';
import { meetCode } from './meetCode.ts';

/** Every code that Flinks documents: what the kit tells people about it, and how to meet it in the sandbox. */
export function CodeTable(): ReactElement {
  const [source, setSource] = useState<RemedySource>('widget');
  const locale = useToolbar()['locale'] === 'fr-CA' ? 'fr-CA' : 'en';
  return (
    <>
      <fieldset className="sb-unstyled kit-sources">
        <legend>Met at</legend>
        {sources.map(([value, label]) => (
          <label key={value}>
            <input type="radio" name="source" checked={source === value} onChange={() => setSource(value)} />
            {label}
          </label>
        ))}
      </fieldset>
      <Scrollable label="Codes of Flinks" className="kit-table">
        <table>
          <thead>
            <tr>
              <th scope="col">Code</th>
              <th scope="col">What people are told</th>
              <th scope="col">Who acts</th>
              <th scope="col">Retry</th>
              <th scope="col">In the sandbox</th>
            </tr>
          </thead>
          <tbody>
            {knownFlinksCodes.map((code) => {
              const remedy = describeFlinksCode(code, { source, locale });
              return (
                <tr key={code}>
                  <th scope="row">
                    <code>{code}</code>
                  </th>
                  <td lang={locale}>
                    <strong>{remedy.title}</strong> {remedy.body}
                    {remedy.actionLabel !== null && <em> [{remedy.actionLabel}]</em>}
                  </td>
                  <td>{remedy.who}</td>
                  <td>{remedy.retry}</td>
                  <td>
                    <Way code={code} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrollable>
    </>
  );
}

function Way({ code }: { readonly code: (typeof knownFlinksCodes)[number] }): ReactElement {
  const { scenario, fault } = meetCode(code);
  if (scenario === null) return <code>{fault}</code>;
  const played = `scenario:${scenario.name};speed:4`;
  return (
    <>
      <a href={`./?path=/story/introduction-the-whole-flow--try-it&globals=${played}`} target="_top">
        {scenario.name}
      </a>
      <br />
      {scenario.reproduce}
    </>
  );
}

const sources: readonly (readonly [RemedySource, string])[] = [
  ['widget', 'the widget'],
  ['authorize', 'a refresh'],
  ['data', 'a data call'],
  ['token', 'the token'],
];
