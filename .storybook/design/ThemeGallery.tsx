import {
  AccountList,
  AccountPicker,
  ConnectButton,
  ConnectionCard,
  ConnectProgress,
  EftBadge,
  RemedyMessage,
} from '@flinks-kit/react';
import { type CSSProperties, type ReactElement, useState } from 'react';
import { sampleAccounts } from '../../packages/react/test/sampleAccounts.ts';
import { sampleConnection, sampleNow } from '../../packages/react/test/sampleConnection.ts';
import { atBank, sampleConnect } from '../../packages/react/test/sampleConnect.ts';

const connect = sampleConnect(atBank);

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
        <div>
          <ConnectProgress connect={connect} />
          <ConnectButton connect={sampleConnect({ status: 'idle' })} />
          {/* A form each: the radio buttons of all themes of a page would be one group. */}
          <form>
            <AccountPicker
              accounts={sampleAccounts.slice(0, 3)}
              name="account"
              defaultValue={sampleAccounts[0]?.id}
            />
          </form>
          <p>
            {sampleAccounts.slice(0, 4).map(({ id, eft }) => (
              <span key={id}>
                <EftBadge assessment={eft} />{' '}
              </span>
            ))}
          </p>
        </div>
        <div>
          <ConnectionCard
            connection={sampleConnection({ institutionName: 'Maple Coast Bank' })}
            now={sampleNow}
            connect={{ open: () => undefined }}
          />
          <RemedyMessage flinksCode="INVALID_PASSWORD" source="authorize" onAction={() => undefined} />
          <AccountList accounts={sampleAccounts.slice(0, 5)} />
        </div>
      </div>
    </>
  );
}

/** What a reader moves. */
interface ThemeGalleryProps {
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
