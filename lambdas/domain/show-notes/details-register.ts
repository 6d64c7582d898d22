import type { Detail } from '../../contract/published';
import type { Details } from '../details';
import { headingDetails } from './chapters/headings';
import type { PointerTo } from './grounded';
import type { Reading } from './reading';

/** Every value that did not come from the turns, in a fixed order, and how to point to one of them. */
export function detailsRegister(
  details: Details,
  reading: Reading,
): { register: readonly Detail[]; pointerTo: PointerTo } {
  const register = [
    ...new Set([...allDetails(details), ...detected(details, reading), ...headingDetails(reading.transcript)]),
  ];
  const places = new Map(register.map((detail, index) => [detail, index]));
  return {
    register: register.map(plainDetail),
    pointerTo: (detail) => `/details/${places.get(detail) ?? -1}/value`,
  };
}

function allDetails({ show, episode }: Details): readonly Detail[] {
  const single = [show.title, show.description, show.site, show.page, show.language, show.image];
  const { audioUrl, audioType, audioBytes, guid, aiContent } = episode;
  const own = [
    ...[episode.title, episode.number, episode.publishedAt, audioUrl, audioType, audioBytes],
    ...[episode.page, guid, aiContent, episode.language],
  ];
  const { edits } = episode;
  return [
    ...[...own, ...single].filter((detail) => detail !== undefined),
    ...episode.people.flatMap(({ name, labels }) => [name, ...labels]),
    ...episode.links.flatMap(({ text, url }) => [text, url]),
    ...show.hosts,
    ...show.aliases.map(({ is }) => is),
    ...show.glossary.flatMap(({ term, link, merge }) => [term, ...(link ? [link] : []), ...merge]),
    ...show.notPeople,
    ...(show.theme?.said ?? []),
    ...(show.feed?.said ?? []),
    ...(show.channels ?? []).flatMap(({ handle, hashtags }) => [...(handle ? [handle] : []), ...hashtags]),
    ...[edits.summary, edits.standfirst, ...edits.blurbs].flatMap((edit) => (edit ? [edit.text] : [])),
    ...edits.chapters.flatMap(({ at, title }) => [at, title]),
    ...[...edits.quotes.add, ...edits.mentions.add, ...edits.speakers.map(({ is }) => is)],
  ];
}

const detected = (details: Details, { language, isLanguageDetected }: Reading): readonly Detail[] =>
  isLanguageDetected && !details.episode.language
    ? [{ name: 'episode.language', value: language, source: 'detected' }]
    : [];

const plainDetail = ({ name, value, source, line }: Detail): Detail => ({
  name,
  value,
  source,
  ...(line !== undefined && { line }),
});
