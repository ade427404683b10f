import { type ReactElement, useId } from 'react';
import { Scrollable } from '../docs/Scrollable.tsx';
import { type Arrow, drawnMoves } from './drawnMoves.ts';
import type { SessionMap } from './exploreSession.ts';
import { box, layOut, type Place } from './layOut.ts';

/** The session's statuses and the arrows between them. The same is in the table below it, in words. */
export function SessionDiagram({ map }: { readonly map: SessionMap }): ReactElement {
  const titleId = useId();
  const tipId = useId();
  const places = layOut(map);
  const width = Math.max(...[...places.values()].map(({ x }) => x)) + box.width;
  return (
    <Scrollable label="Diagram of the session" className="kit-diagram">
      <svg viewBox={`-8 0 ${width + 16} 296`} width={width + 16} role="img" aria-labelledby={titleId}>
        <title id={titleId}>
          A session goes from idle through preparing, loading, active and linking to connected. From each of
          them but idle it may fail, and until linking it may be left.
        </title>
        <defs>
          <marker
            id={tipId}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8Z" />
          </marker>
        </defs>
        {drawnMoves(map).map((arrow) => (
          <Line key={`${arrow.from} ${arrow.to}`} arrow={arrow} places={places} tipId={tipId} />
        ))}
        {[...places].map(([status, { x, y }]) => (
          <g key={status} data-status={status} data-end={map.ends.has(status) || undefined}>
            <rect x={x} y={y} width={box.width} height={box.height} rx={map.ends.has(status) ? 22 : 10} />
            <text x={x + box.width / 2} y={y + box.height / 2 + 5} textAnchor="middle">
              {status}
            </text>
          </g>
        ))}
      </svg>
    </Scrollable>
  );
}

function Line({ arrow, places, tipId }: LineProps): ReactElement | null {
  const from = places.get(arrow.from);
  const to = places.get(arrow.to);
  if (from === undefined || to === undefined) return null;
  const { path, label } = routes[arrow.leads](from, to);
  return (
    <g data-leads={arrow.leads} data-to={arrow.to}>
      <path d={path} markerEnd={`url(#${tipId})`} />
      {label !== null && (
        <text x={label.x} y={label.y} textAnchor="middle">
          {arrow.label}
        </text>
      )}
    </g>
  );
}

interface LineProps {
  readonly arrow: Arrow;
  readonly places: ReadonlyMap<string, Place>;
  readonly tipId: string;
}

const middle = box.width / 2;
const routes: Readonly<Record<Arrow['leads'], (from: Place, to: Place) => Route>> = {
  on: (from, to) => ({
    path: `M${from.x + box.width} ${from.y + middle / 2.6}H${to.x - 3}`,
    label: { x: (from.x + box.width + to.x) / 2, y: from.y + middle / 2.6 - 7 },
  }),
  over: (from, to) => ({
    path: `M${from.x + middle} ${from.y}C${from.x + middle} 8 ${to.x + middle} 8 ${to.x + middle} ${to.y - 3}`,
    label: { x: (from.x + to.x) / 2 + middle, y: 14 },
  }),
  end: (from, to) => ({
    path: `M${from.x + middle} ${from.y + box.height}C${from.x + middle} ${from.y + 120} ${to.x + middle} ${to.y - 80} ${to.x + middle} ${to.y - 3}`,
    label: null,
  }),
};

interface Route {
  readonly path: string;
  readonly label: Place | null;
}
