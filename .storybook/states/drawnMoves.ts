import { groupBy } from './groupBy.ts';
import { liveRow } from './layOut.ts';
import type { Move, SessionMap, Status } from './exploreSession.ts';

/**
 * The arrows worth drawing, one for each two statuses: those that lead on, those that lead over others while the
 * session lives, and its ends. What begins again after an end (`open`, `retry`, `reset`) would hide the rest, and is in the table.
 */
export function drawnMoves({ moves, depths, ends }: SessionMap): readonly Arrow[] {
  const row = liveRow({ depths, ends });
  const drawn = moves.filter(({ from, to }) => !ends.has(from) && to !== 'idle');
  const arrows = groupBy(drawn, ({ from, to }) => `${from} ${to}`);
  return [...arrows.values()].flatMap((together) => {
    const [first] = together;
    if (first === undefined) return [];
    const { from, to } = first;
    const names = together.map(({ by }) => by.name);
    const isNext = row.indexOf(to) === row.indexOf(from) + 1;
    const leads = ends.has(to) ? 'end' : isNext ? 'on' : 'over';
    return [{ from, to, leads, label: labelOf(together, names) } as const];
  });
}

/** An arrow between two boxes. */
export interface Arrow {
  readonly from: Status;
  readonly to: Status;
  readonly leads: 'on' | 'over' | 'end';
  readonly label: string;
}

function labelOf(together: readonly Move[], names: readonly string[]): string {
  if (together.filter(({ by }) => by.by === 'widget').length > 5) return 'any message';
  return names.find((name) => !name.endsWith('()')) ?? names[0] ?? '';
}
