import { addressesIn, spokenSiteIn } from '../../text/addresses';
import type { Reading, Sentence } from '.';
import { cueIn, says } from './cues';
import { LEARN_MORE, RETURNS, SPONSOR } from './cues/housekeeping';
import { TOPIC } from './cues/subject';
import { nameRunsOf } from './names';
import type { SpokenWord } from './spellings';

/** The sponsor is named again within so many sentences as long as the read goes on. */
const NAMED_WITHIN = 5;
/** Sentences of a read at most: whoever is named for longer is what the episode is about. */
const LONGEST = 30;

/**
 * What a sentence with a sponsor's cue begins: its paragraph, and what the same speaker goes on to say as long as the
 * sponsor is named, also behind what somebody throws in, up to where the show is gone back to.
 */
export function sponsorReadFrom(sentence: Sentence, reading: Reading): readonly Sentence[] {
  const own = paragraphOf(sentence, reading);
  const last = lastOfRead(sentence, sponsorsIn(sentence, reading), reading);
  const end = own.at(-1)?.index ?? sentence.index;
  return last > end ? [...own, ...reading.sentences.slice(end + 1, last + 1)] : own;
}

/** How often a paragraph that reads out an advertisement names what is advertised; fewer where it bids listeners go. */
const [NAMED_AGAIN, NAMED_BESIDE_BIDDING] = [3, 2];

/** "Visit tidewell.example today." */
const BIDS =
  /^(?:So |And |Just )?(?:Visit|Check out|Learn more|Find out more|Head|Go to|Sign up|Get|Order|Try|Apply)\b/u;

/**
 * "Learn more about Tidewell at tidewell.example", where the paragraph names Tidewell again and again: an advertisement
 * that says of nobody that they are a sponsor.
 */
export function endsAdvertisement(sentence: Sentence, reading: Reading): boolean {
  const address = addressesIn(sentence.text).find(({ kind }) => kind === 'site')?.text ?? spokenSiteIn(sentence.plain);
  const isBidding = BIDS.test(sentence.text);
  if (address === undefined || !(isBidding || says(sentence, LEARN_MORE, reading.lexicon.language))) return false;
  const isOffer = isBidding && OFFERS.test(sentence.plain);
  const least = isOffer ? 1 : isBidding ? NAMED_BESIDE_BIDDING : NAMED_AGAIN;
  const counts = new Map<string, number>();
  for (const { words } of paragraphOf(sentence, reading).flatMap(nameRunsOf)) {
    for (const name of words.filter(({ spelling }) => spelling.hasContent).map(bareName)) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].some(([name, count]) => count >= least && address.includes(name));
}

/** "Head over to greencrate dot com slash salt and get your first box for ten dollars." */
const OFFERS =
  / slash .*(?:^| )(?:get your|free|discount|trial|percent|dollars|pounds|euros|off your|your first)(?: |$)/u;

/** "Harbour Lights is supported by Tidewell", where the show is called so, or "this episode is …". */
export function isSupported({ text }: Sentence, showTitle: string): boolean {
  const at = SUPPORTED.exec(text)?.index;
  if (at === undefined) return false;
  const before = text.slice(0, at).trimEnd();
  return before.endsWith(showTitle) || THIS_EPISODE.test(before);
}

const THIS_EPISODE = /(?<!\p{L})(?:this|today['’]s) (?:week['’]s )?(?:episode|show|podcast)(?!\p{L})/iu;
const SUPPORTED = /(?<!\p{L})is (?:also )?(?:supported|made possible) by (?=\p{Lu})/u;

/** The names, word by word, after the cue. */
function sponsorsIn(sentence: Sentence, { lexicon }: Reading): ReadonlySet<string> {
  const supported = SUPPORTED.exec(sentence.text);
  const from = supported ? sentence.words.filter((word) => word.from < supported.index).length : 0;
  const end = cueIn(sentence, SPONSOR, lexicon.language)?.end ?? from;
  const named = nameRunsOf(sentence).filter(({ at }) => at >= end);
  return new Set(named.flatMap(({ words }) => words.map(bareName)));
}

const bareName = ({ spelling }: SpokenWord): string => spelling.folded.replace(/'s$/u, '');

/** The index of the last sentence that belongs to the read for certain. */
function lastOfRead(start: Sentence, sponsors: ReadonlySet<string>, reading: Reading): number {
  let last = start.index;
  let isInterrupted = false;
  if (sponsors.size === 0) return last;
  for (const sentence of reading.sentences.slice(start.index + 1, start.index + LONGEST)) {
    const isOther = sentence.speaker !== start.speaker;
    isInterrupted ||= isOther;
    const isOver =
      sentence.index - last > NAMED_WITHIN ||
      (isOther && !isShortTurn(sentence, reading)) ||
      (isInterrupted && sentence.isQuestion) ||
      [RETURNS, TOPIC].some((cue) => says(sentence, cue, reading.lexicon.language));
    if (isOver) break;
    // Behind what somebody throws in, only the name itself goes on with the read.
    const isName = ({ spelling }: SpokenWord) => !isInterrupted || spelling.isCapitalised;
    if (sentence.words.some((word) => sponsors.has(bareName(word)) && isName(word))) last = sentence.index;
  }
  return last;
}

/** Words that somebody else throws in while an advertisement is read. */
const THROWN_IN = 12;

const isShortTurn = ({ turn }: Sentence, { byTurn }: Reading): boolean =>
  (byTurn[turn - 1] ?? []).reduce((sum, { words }) => sum + words.length, 0) <= THROWN_IN;

/** The sentences around one that no empty line separates from it. */
function paragraphOf(sentence: Sentence, { turns, byTurn }: Reading): readonly Sentence[] {
  const text = turns[sentence.turn - 1]?.text ?? '';
  const ofTurn = byTurn[sentence.turn - 1] ?? [];
  const at = sentence.index - (ofTurn[0]?.index ?? 0);
  const isApart = (left: Sentence | undefined, right: Sentence | undefined) =>
    !left || !right || text.slice(left.to, right.from).includes('\n\n');
  let [from, to] = [at, at + 1];
  while (!isApart(ofTurn[from - 1], ofTurn[from])) from -= 1;
  while (!isApart(ofTurn[to - 1], ofTurn[to])) to += 1;
  return ofTurn.slice(from, to);
}
