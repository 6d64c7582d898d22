import type { EpisodeId } from '../../contract/object-keys';
import type { Episodes, Hints } from '../ports';
import { withPin } from '.';
import { settle } from './settle';

export interface PinPorts {
  readonly episodes: Episodes;
  readonly publications: Hints;
}

/**
 * - `set`: noted, and the publisher has a hint.
 * - `no-transcript`: there is no such episode, or it is withdrawn.
 * - `not-kept`: there is no such publication, or it has been removed.
 * - `busy`: the episode is being cleaned up, or a clean-up that was cut short is to be finished; try again later.
 */
export type PinOutcome = 'set' | 'no-transcript' | 'not-kept' | 'busy';

/** Makes one publication stay on the website whatever is uploaded; undefined: the latest again. */
export const setPin = (id: EpisodeId, publication: string | undefined, ports: PinPorts): Promise<PinOutcome> =>
  settle(`${id.show}/${id.episode}`, async () => {
    const { episodes, publications } = ports;
    const episode = await episodes.find(id);
    if (!episode || episode.latest.outcome === 'absent') return 'no-transcript';
    if (episode.mark) return 'busy';
    const { publications: kept } = await episodes.kept(id);
    if (publication !== undefined && !kept.some((each) => each.publication === publication)) return 'not-kept';
    const pinned = { ...withPin(episode, publication), version: episode.version + 1 };
    if (!(await episodes.swap(pinned))) return undefined;
    await publications.send([{ kind: 'episode', show: id.show, episode: id.episode }]);
    return 'set';
  });
