import { describeFlinksCode, type Remedy, type RemedySource } from '@flinks-kit/core';
import { type KnownFlinksCode, knownFlinksCodes } from '@flinks-kit/core/wire';
import { type ReactElement, useState } from 'react';
import { useToolbar } from '../docs/useToolbar.ts';
import { meetCode } from './meetCode.ts';

/** Every code that Flinks documents: the kit's text for users, and how to meet it in the sandbox. */
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
      <ul className="sb-unstyled kit-codes">
        {knownFlinksCodes.map((code) => (
          <Code
            key={code}
            code={code}
            remedy={describeFlinksCode(code, { source, locale })}
            locale={locale}
          />
        ))}
      </ul>
    </>
  );
}

function Code({ code, remedy, locale }: CodeProps): ReactElement {
  return (
    <li>
      <h3>
        <code>{code}</code>
      </h3>
      <p className="kit-code-facts">
        {remedy.who} acts · retry {remedy.retry}
      </p>
      <p lang={locale}>
        <strong>{remedy.title}</strong> {remedy.body}
        {remedy.actionLabel !== null && <span className="kit-code-action">{remedy.actionLabel}</span>}
      </p>
      <Way code={code} />
    </li>
  );
}

interface CodeProps {
  readonly code: KnownFlinksCode;
  readonly remedy: Remedy;
  readonly locale: string;
}

function Way({ code }: { readonly code: KnownFlinksCode }): ReactElement {
  const { scenario, fault } = meetCode(code);
  if (scenario === null) {
    return (
      <p className="kit-code-way">
        In a test: <code>{fault}</code>
      </p>
    );
  }
  const played = `scenario:${scenario.name};speed:4`;
  return (
    <p className="kit-code-way">
      <a href={`./?path=/story/introduction-the-whole-flow--try-it&globals=${played}`} target="_top">
        Play “{scenario.name}”
      </a>
      . By hand: {scenario.reproduce}
    </p>
  );
}

const sources: readonly (readonly [RemedySource, string])[] = [
  ['widget', 'the widget'],
  ['authorize', 'a refresh'],
  ['data', 'a data call'],
  ['token', 'the token'],
];
