import type { Link } from '../../contract/published';
import type { Details } from '../details';
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

/** Personal addresses are flagged: the producer decides whether they should be public. */
export function linkWarnings({ turns }: Transcript): readonly Warning[] {
  return turns.flatMap(({ spans, line }) =>
    spans.flatMap((span): readonly Warning[] => {
      if (span.kind !== 'link' || !/^mailto:/iu.test(span.url)) return [];
      const address = span.url.slice('mailto:'.length);
      return [
        { line, message: `the e-mail address ${address} is published with the transcript; remove it if it is private` },
      ];
    }),
  );
}
