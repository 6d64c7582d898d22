import type { Link } from '../../contract/published';
import type { Details } from '../details';
import { addressesIn } from '../text/addresses';
import type { Transcript, Warning } from '../transcript';

/** The links of the transcript with their text and turn, then those of the episode file: no other is ever made. */
export function linksOf({ turns }: Transcript, details: Details): readonly Link[] {
  const spoken = turns.flatMap(({ text, spans }, index) =>
    spans.flatMap((span): readonly Link[] => {
      if (span.kind !== 'link' || isPlaceholder(span.url)) return [];
      return [{ text: text.slice(span.words[0], span.words[1]), url: span.url, turn: index + 1 }];
    }),
  );
  const beside = details.episode.links.map(({ text, url }): Link => ({ text: text.value, url: url.value, turn: 0 }));
  return [...spoken, ...beside];
}

/** `#` and the like lead nowhere. */
export const isPlaceholder = (url: string): boolean => !/^(?:https?:\/\/|mailto:)[^\s]/iu.test(url);

/** E-mail addresses are flagged, be they links or not: the producer decides whether they should be public. */
export function linkWarnings({ turns }: Transcript): readonly Warning[] {
  return turns.flatMap(({ text, spans, line }) => {
    const linked = spans.flatMap((span) =>
      span.kind === 'link' && /^mailto:/iu.test(span.url)
        ? [span.url.slice('mailto:'.length).replace(/\?.*$/u, '')]
        : [],
    );
    const said = addressesIn(text).flatMap((address) => (address.kind === 'e-mail' ? [address.text] : []));
    return [...new Set([...linked, ...said])].map((address) => ({
      line,
      message: `the e-mail address ${address} is published with the transcript; remove it if it is private`,
    }));
  });
}

/** Sites told of at most. */
const MOST_TOLD = 5;

/** Sites that are said and nowhere linked: a scheme is not added to what somebody said. */
export function unlinkedTold({ turns }: Transcript, links: readonly Link[]): readonly string[] {
  const sites = new Set(
    turns.flatMap(({ text }) => addressesIn(text).flatMap((each) => (each.kind === 'site' ? [each.text] : []))),
  );
  const linked = new Set(links.flatMap(({ url }) => spokenFormsOf(url)));
  const unlinked = [...sites].filter((site) => !linked.has(withoutEnd(site)));
  if (unlinked.length === 0) return [];
  const first = unlinked.slice(0, MOST_TOLD).map((site) => `“${site}”`);
  const more = unlinked.length > MOST_TOLD ? ` and ${unlinked.length - MOST_TOLD} more` : '';
  return [`Said without https://, and so no links: ${first.join(', ')}${more}.`];
}

/** How an address is said: `https://tides.example/plan/` as `tides.example/plan`, or by its site alone. */
function spokenFormsOf(url: string): readonly string[] {
  const address = withoutEnd(url.replace(/^https?:\/\//iu, ''));
  const site = address.split('/', 1)[0] ?? '';
  return [address, site, ...[address, site].map((each) => each.replace(/^www\./u, ''))];
}

const withoutEnd = (address: string): string => (address.endsWith('/') ? address.slice(0, -1) : address);
