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
  const addresses = [
    ['show.site', show.site],
    ['show.canonical', show.canonical],
    ['episode.canonical', episode.canonical],
  ] as const;
  return [...stated, ...addresses].flatMap(([name, value]) => {
    if (value === undefined) return [];
    const isKnown =
      name.endsWith('.site') || name.endsWith('.canonical')
        ? details.some((detail) => ADDRESSES.has(detail.name) && leadsTo(`${detail.value}`, `${value}`))
        : details.some((detail) => detail.name === name && detail.value === value);
    return isKnown ? [] : [{ part: name, message: `no file says "${value}"` }];
  });
}

/** What an address of the show notes may begin with. */
const ADDRESSES: ReadonlySet<string> = new Set(['show.site', 'show.page', 'episode.page']);

/** Whether `address` is the one that a file gives, or lies below it. */
function leadsTo(given: string, address: string): boolean {
  const { href } = new URL(given);
  return address.startsWith(href.endsWith('/') ? href.slice(0, -1) : href);
}
