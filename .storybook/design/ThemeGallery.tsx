import {
  AccountList,
  AccountPicker,
  ConnectionCard,
  EftBadge,
  FlinksConnect,
  RemedyMessage,
} from '@flinks-kit/react';
import { type CSSProperties, type ReactElement, useState } from 'react';
import { sampleAccounts } from '../../packages/react/test/sampleAccounts.ts';
import { sampleConnection, sampleNow } from '../../packages/react/test/sampleConnection.ts';
import { atSlowBank, sampleConnect } from '../docs/sampleConnect.ts';

/** The components under a theme of three values, and that theme as CSS to copy. */
export function ThemeGallery({ accent, radius, density }: ThemeGalleryProps): ReactElement {
  // React's types know no custom properties.
  const theme: CSSProperties & Readonly<Record<`--flinks-${string}`, string | number>> = {
    '--flinks-accent': accent,
    '--flinks-radius': `${radius}rem`,
    '--flinks-density': density,
  };
  const lines = Object.entries(theme).map(([token, value]) => `  ${token}: ${value};`);
  const css = `:root {\n${lines.join('\n')}\n}`;
  return (
    <>
      <div className="kit-theme-copy">
        <pre>{css}</pre>
        <CopyButton text={css} />
      </div>
      <div className="kit-theme" style={theme}>
        <AccountPicker accounts={sampleAccounts.slice(0, 3)} name="account" />
        <ConnectionCard
          connection={sampleConnection({ institutionName: 'Maple Coast Bank' })}
          now={sampleNow}
          connect={{ open: () => undefined }}
        />
        <AccountList accounts={sampleAccounts.slice(0, 5)} />
        <div>
          <RemedyMessage flinksCode="INVALID_PASSWORD" source="authorize" onAction={() => undefined} />
          <p>
            {sampleAccounts.slice(0, 5).map(({ id, eft }) => (
              <EftBadge key={id} assessment={eft} />
            ))}
          </p>
          <FlinksConnect connect={sampleConnect(atSlowBank)} />
        </div>
      </div>
    </>
  );
}

/** What a reader moves. */
export interface ThemeGalleryProps {
  /** The one colour: buttons, choices and links. Hover, soft and text colours follow from it. */
  readonly accent: string;
  /** How round corners are, in rem. */
  readonly radius: number;
  /** 1 is roomy, 0.75 compact. */
  readonly density: number;
}

function CopyButton({ text }: { readonly text: string }): ReactElement {
  const [isCopied, setCopied] = useState(false);
  return (
    <button
      type="button"
      data-flinks-button=""
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {isCopied ? 'Copied' : 'Copy this theme'}
    </button>
  );
}
