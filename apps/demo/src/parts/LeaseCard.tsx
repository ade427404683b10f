import type { ReactElement } from 'react';
import { useLook } from '../look/Look.tsx';

const rent = 1480;

/** The lease in four lines. Everything on it is made up. */
export function LeaseCard({ connected }: { readonly connected: boolean }): ReactElement {
  const { text, locale } = useLook();
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'CAD' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  return (
    <section className="lease" aria-labelledby="lease-heading">
      <Street />
      <div className="lease-body">
        <h2 id="lease-heading" className="lease-heading">
          {text.lease.heading}
        </h2>
        <p className="lease-place">{text.lease.place}</p>
        <dl className="lease-facts">
          <div>
            <dt>{text.lease.rent}</dt>
            <dd className="lease-rent">{money.format(rent)}</dd>
          </div>
          <div>
            <dt>{text.lease.due}</dt>
            <dd>{day.format(firstOfNextMonth())}</dd>
          </div>
          <div>
            <dt>{text.lease.method}</dt>
            <dd className={connected ? 'lease-ready' : 'lease-missing'}>
              {connected ? text.lease.methodReady : text.lease.methodMissing}
            </dd>
          </div>
        </dl>
      </div>
    </section>
  );
}

function firstOfNextMonth(): Date {
  const today = new Date();
  return new Date(today.getFullYear(), today.getMonth() + 1, 1);
}

function Street(): ReactElement {
  return (
    <svg
      className="street"
      viewBox="0 0 400 150"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <circle className="street-sun" cx="318" cy="44" r="22" />
      <path className="street-hill" d="M0 118c70-34 150-34 220-8s120 16 180-6v46H0Z" />
      <path className="street-house-far" d="M52 122V84l24-20 24 20v38Zm236 0V92l20-17 20 17v30Z" />
      <path className="street-house" d="M140 132V76l46-38 46 38v56Z" />
      <path className="street-window" d="M158 84h16v16h-16Zm40 0h16v16h-16ZM68 90h10v10H68Zm236 8h9v9h-9Z" />
      <path className="street-door" d="M177 132v-20a9 9 0 0 1 18 0v20Z" />
      <path className="street-tree" d="M262 130v-26m0-2a14 18 0 1 1 .1 0M118 130v-14m0 0a9 12 0 1 1 .1 0" />
      <path className="street-ground" d="M0 132h400v18H0Z" />
    </svg>
  );
}
