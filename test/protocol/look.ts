import { explore } from './explorer';
import { type ProfileName, profiles } from './profiles';
import { honest, sabotages } from './sabotage';

/** Seeds `from`, `from + every`, … up to `to`; with a sabotage, only until it is caught. */
export interface Share {
  readonly profile: ProfileName;
  readonly sabotage?: string;
  readonly from: number;
  readonly to: number;
  readonly every: number;
}

/** What was found out about the schedules of a share. */
export interface Found {
  readonly wrong: number;
  readonly first?: { readonly seed: number; readonly fault: string };
}

async function look({ profile, sabotage, from, to, every }: Share): Promise<Found> {
  const [how, what] = [profiles[profile], sabotage === undefined ? honest : sabotages[sabotage]];
  if (!what) throw new Error(`there is no sabotage ${sabotage}`);
  let found: Found = { wrong: 0 };
  for (let seed = from; seed <= to; seed += every) {
    const [fault] = await explore(seed, how, what);
    if (fault !== undefined) found = { wrong: found.wrong + 1, first: found.first ?? { seed, fault } };
    if (fault !== undefined && sabotage !== undefined) return found;
  }
  return found;
}

process.on('message', (share: Share) => void look(share).then((found) => process.send?.(found)));
