import type { Channel, EpisodeDetails, FileRole, Person } from '../../contract/published';

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Who talks with whom: hosts, then guests; whoever is neither only where there is nobody else. */
export function byline(people: readonly Pick<Person, 'name' | 'role'>[]): string {
  const named = (role: Person['role']) =>
    listed(people.filter((person) => person.role === role).map(({ name }) => name));
  const [hosts, guests] = [named('host'), named('guest')];
  return hosts && guests ? `${hosts} with ${guests}` : hosts || guests || named('other');
}

/** From a printed label to who is behind it; the label itself where it is nobody's. */
export type SpeakerOf = (label: string) => Pick<Person, 'name' | 'role'>;

/** Looks the people's labels up once for all turns. */
export function speakersAmong(people: readonly Person[]): SpeakerOf {
  const owners = new Map<string, Person>();
  for (const person of people) {
    for (const label of person.labels) if (!owners.has(label)) owners.set(label, person);
  }
  return (label) => owners.get(label) ?? { name: label, role: 'other' };
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2026-03-04…` → `4 March 2026`, from the text itself, so that no time zone can move it; else the text. */
export function dateInWords(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/u.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name && day ? `${Number(day)} ${name} ${year}` : iso;
}

/** Seconds → `4:05`, `1:02:03`. */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const parts = hours > 0 ? [hours, padded(minutes)] : [minutes];
  return [...parts, padded(whole % 60)].join(':');
}

const padded = (part: number): string => String(part).padStart(2, '0');

/** `Episode 12`, and the date: what stands in small print beside a title. */
export const particularsOf = ({ number, publishedAt }: Pick<EpisodeDetails, 'number' | 'publishedAt'>): string[] => [
  ...(number === undefined ? [] : [`Episode ${number}`]),
  ...(publishedAt === undefined ? [] : [dateInWords(publishedAt)]),
];

/** `812 bytes`, `12 kB`. */
export const sizeOf = (bytes: number): string => (bytes < 1000 ? `${bytes} bytes` : `${Math.round(bytes / 1000)} kB`);

export const roleNames: Readonly<Record<Person['role'], string>> = {
  host: 'host',
  guest: 'guest',
  other: 'also heard',
};

export const channelNames: Readonly<Record<Channel, string>> = {
  x: 'X',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  threads: 'Threads',
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
  'youtube-title': 'YouTube, title',
  'youtube-description': 'YouTube, description',
  'podcast-directory': 'Podcast directories (HTML)',
  newsletter: 'Newsletter',
  'search-snippet': 'Search snippet',
  'feed-line': 'One line for a feed',
};

export const fileNames: Readonly<Record<FileRole, string>> = {
  'show-notes-markdown': 'Show notes in Markdown',
  'show-notes-fragment': 'Show notes as HTML to embed',
  turns: 'Transcript as JSON, turn by turn',
  'transcript-html': 'Transcript as a page of its own',
  'transcript-vtt': 'Captions in WebVTT',
  'transcript-srt': 'Captions in SubRip',
  'transcript-json': 'Transcript for podcast apps, as JSON',
  chapters: 'Chapters for podcast apps, as JSON',
  'feed-item': 'Item for a podcast feed',
  'search-entries': 'What a search finds, as JSON',
  blurbs: 'Blurbs as JSON',
  details: 'Details and where they come from, as JSON',
};
