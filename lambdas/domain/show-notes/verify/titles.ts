import type { ShowNotes } from '../../../contract/published';
import type { Evidence, Fault } from './evidence';

/** The titles, number, date and audio are what `details.json` says. */
export function verifyEpisode(
  { show, episode }: Pick<ShowNotes, 'show' | 'episode'>,
  { details }: Evidence,
): readonly Fault[] {
  const stated = [
    ['show.title', show.title],
    ['episode.title', episode.title],
    ['episode.number', episode.number],
    ['episode.date', episode.publishedAt],
    ['episode.audio', episode.audioUrl],
  ] as const;
  return stated.flatMap(([name, value]) => {
    if (value === undefined) return [];
    const isKnown = details.some((detail) => detail.name === name && detail.value === value);
    return isKnown ? [] : [{ part: name, message: `no file says "${value}"` }];
  });
}
