import type { SessionMap, Status } from './exploreSession.ts';

/** Where each status stands: those that live in a row by their distance from `idle`, the ends below what leads there. */
export function layOut({ depths, ends, moves }: SessionMap): ReadonlyMap<Status, Place> {
  const row = liveRow({ depths, ends });
  const places = new Map<Status, Place>(row.map((status, index) => [status, { x: index * step, y: top }]));

  const below = [...ends].map((status) => {
    const sources = moves.filter(({ to }) => to === status).map(({ from }) => places.get(from)?.x ?? 0);
    return { status, x: sources.reduce((sum, x) => sum + x, 0) / sources.length };
  });
  let free = 0;
  for (const { status, x } of below.toSorted((one, other) => one.x - other.x)) {
    const place = { x: Math.max(x, free), y: bottom };
    places.set(status, place);
    free = place.x + step;
  }
  return places;
}

/** The statuses in which a session lives, by their distance from `idle`. */
export function liveRow({ depths, ends }: Pick<SessionMap, 'depths' | 'ends'>): readonly Status[] {
  const live = [...depths.keys()].filter((status) => !ends.has(status));
  return live.toSorted((one, other) => (depths.get(one) ?? 0) - (depths.get(other) ?? 0));
}

/** The upper left corner of a box. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** How large a box is, and how far one is from the next. */
export const box = { width: 112, height: 44 };
const step = 208;
const top = 64;
const bottom = 236;
