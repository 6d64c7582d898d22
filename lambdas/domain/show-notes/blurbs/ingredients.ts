import type { Channel, Chapter, Quote } from '../../../contract/published';
import type { Details, TextDetail } from '../../details';
import { plain } from '../../text/words';
import { type Wording, wordingOf } from '../fixed-words';
import { type Grounded, groundedDetail, type Part } from '../grounded';
import { tellingWordsIn } from '../statements/quotes';

/** A quote, who said it, and what the language puts around it. */
export interface Hook {
  readonly quote: Grounded;
  readonly speaker: Grounded;
  readonly quoted: Wording['quoted'];
}

/** What blurbs are made of. */
export interface Ingredients {
  readonly details: Details;
  /** Its primary subtag. */
  readonly language: string;
  /** Who is on, and what it is about. */
  readonly standfirst: readonly Part[];
  readonly summary: readonly Part[];
  /** Slots with the guests' names, whatever the standfirst says. */
  readonly guests: readonly Part[];
  /** Quotes worth a hook, the best first, each with who said it. */
  readonly hooks: readonly Hook[];
  readonly chapters: readonly Chapter[];
  /** The first words of the episode: what is left when nothing else fits. */
  readonly firstWords: Grounded;
}

/** A text for a channel, from the richest to the leanest. */
export type Variants = (ingredients: Ingredients, channel: Channel) => readonly (readonly Part[])[];

export const slot = (name: string, detail: TextDetail): Part => ({ slot: name, is: groundedDetail(detail) });

export const linkOf = ({ page }: Details['episode']): readonly Part[] => (page ? ['\n\n', slot('link', page)] : []);

/** A quote and who says it; `nth` tells the slots of several apart. */
export const hookOf = ({ quote, speaker, quoted }: Hook, nth: '' | 2 = ''): readonly Part[] => [
  quoted[0],
  { slot: `quote${nth}`, is: quote },
  quoted[1],
  { slot: `speaker${nth}`, is: speaker },
];

/** The channel's own handle and hashtags, as the show file has them. */
export function tagsOf({ details }: Ingredients, channel: Channel): readonly Part[] {
  const wish = details.show.channels?.find((wished) => wished.channel === channel);
  const tags = [...(wish?.handle ? [wish.handle] : []), ...(wish?.hashtags ?? [])];
  return tags.flatMap((tag, index): readonly Part[] => [index === 0 ? '\n\n' : ' ', slot(`tag${index + 1}`, tag)]);
}

export const lastResorts = ({ firstWords }: Ingredients): readonly (readonly Part[])[] => [
  [{ slot: 'words', is: firstWords }, '…'],
];

/** Letters of a quote that says enough for a hook and leaves room beside it. */
const [LEAST_HOOK, MOST_HOOK] = [50, 140];

/** What a hook that tells of what happened to somebody starts with: it says less than one about the subject. */
const STORY = /^(?:i (?!think|believe|hate|love|want|never|always)|i'm |i've |i'd |in the |at the |at that )/u;

/** "I think …": the same without it would be a better one. */
const TAME = /^(?:i|we) (?:think|guess|mean|suppose|feel like) /;

/** The quotes that make good hooks: long enough to say something and short enough to fit, and above all telling ones. */
export function hooksOf(
  quotes: readonly Quote[],
  nameOf: (label: string) => Grounded | undefined,
  language: string,
): readonly Hook[] {
  const { quoted } = wordingOf(language);
  const ranked = quotes
    .filter(({ edited }) => !edited)
    .map((quote) => ({ quote, worth: worthOf(quote, language) }))
    .sort((a, b) => b.worth - a.worth || a.quote.text.length - b.quote.text.length);
  return ranked.slice(0, 3).flatMap(({ quote: { text, turn, words, speaker: label } }) => {
    const speaker = nameOf(label);
    const quote: Grounded = { text, source: { kind: 'turn', anchor: { turn, words } } };
    return speaker ? [{ quote, speaker, quoted }] : [];
  });
}

function worthOf({ text }: Quote, language: string): number {
  const said = plain(text);
  const isOfLength = text.length >= LEAST_HOOK && text.length <= MOST_HOOK;
  const isTame = STORY.test(said) || TAME.test(said);
  return (isOfLength ? 4 : 0) + Math.min(1, tellingWordsIn(said, language)) - (isTame ? 1 : 0);
}
