import type { ShowNotes } from '../../../contract/published';
import type { Evidence, Fault } from './evidence';

/** The titles, number, date, audio and addresses are what `details.json` says. */
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
    ['episode.audio.bytes', episode.audioBytes],
    ['episode.guid', episode.guid],
  ] as const;
  const addresses = [
    ['show.site', show.site],
    ['show.canonical', show.canonical],
    ['episode.canonical', episode.canonical],
  ] as const;
  const given = details.filter(({ name }) => ADDRESSES.has(name)).map(({ value }) => String(value));
  return [
    ...stated.filter(([name, value]) => {
      const names = [name, `${name}.url`];
      return value !== undefined && !details.some((detail) => names.includes(detail.name) && detail.value === value);
    }),
    ...addresses.filter(([, value]) => value !== undefined && !given.some((start) => leadsTo(start, value))),
  ].map(([part, value]) => ({ part, message: `no file says "${value}"` }));
}

/** What an address of the show notes may begin with. */
const ADDRESSES: ReadonlySet<string> = new Set(['show.site', 'show.page', 'episode.page']);

/** Whether `address` is the one that a file gives, or lies below it. */
function leadsTo(given: string, address: string): boolean {
  const { href } = new URL(given);
  return address.startsWith(href.endsWith('/') ? href.slice(0, -1) : href);
}
