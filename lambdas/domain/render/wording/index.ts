import type { Channel, EpisodeDetails, FileRole, KeyPoint, Person } from '../../../contract/published';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';
import type { BrandedChannel, Wording } from './wording';
import { zh } from './zh';

export type { SectionId, Wording } from './wording';

const WORDINGS: Readonly<Record<string, Wording>> = { de, en, es, fr, ja, zh };
const TRADITIONAL = /-(?:hant|tw|hk|mo)(?:-|$)/iu;

/** The pages' own words in a language (BCP 47), or in English where there are none in it. */
export function wordingFor(language: string): Wording {
  const [primary = ''] = language.toLowerCase().split('-', 1);
  return TRADITIONAL.test(language) ? en : (WORDINGS[primary] ?? en);
}

/** `a`, `a and b`, `a, b and c`. */
const listed = (names: readonly string[], { list }: Wording): string =>
  names.length < 2 ? (names[0] ?? '') : list(names);

/** Who talks with whom: hosts, then guests; whoever is neither only where there is nobody else. */
export function byline(people: readonly Pick<Person, 'name' | 'role'>[], words: Wording): string {
  const named = (role: Person['role']) =>
    listed(
      people.filter((person) => person.role === role).map(({ name }) => name),
      words,
    );
  const [hosts, guests] = [named('host'), named('guest')];
  return hosts && guests ? words.hostsWithGuests(hosts, guests) : hosts || guests || named('other');
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

/** Whom a key point is credited to: nobody where only one person speaks. */
export const creditOf = ({ speaker }: KeyPoint, people: readonly Person[]): string =>
  speaker === undefined || people.length < 2 ? '' : speakersAmong(people)(speaker).name;

/** `2026-03-04…` → `4 March 2026`, from the text itself, so that no time zone can move it; else the text. */
export function dateInWords(iso: string, { date }: Wording): string {
  const [, year, month, day] = /^(\d{4})-(0[1-9]|1[0-2])-(\d{2})(?!\d)/u.exec(iso) ?? [];
  return year === undefined ? iso : date(Number(day), Number(month), year);
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
export const particularsOf = (
  { number, publishedAt }: Pick<EpisodeDetails, 'number' | 'publishedAt'>,
  words: Wording,
): string[] => [
  ...(number === undefined ? [] : [words.episode(number)]),
  ...(publishedAt === undefined ? [] : [dateInWords(publishedAt, words)]),
];

/** `812 bytes`, `12 kB`. */
export const sizeOf = (bytes: number, words: Wording): string =>
  bytes < 1000 ? words.bytes(bytes) : `${Math.round(bytes / 1000)} kB`;

const BRANDS: Readonly<Record<BrandedChannel, string>> = {
  x: 'X',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  threads: 'Threads',
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
};

/** What a file is called that a page offers; undefined for one that is a part of something else. */
export const fileName = (role: FileRole, { files }: Wording): string | undefined =>
  (files as Readonly<Record<string, string>>)[role];

/** What a channel is called. */
export const channelName = (channel: Channel, { channels }: Wording): string => ({ ...BRANDS, ...channels })[channel];
