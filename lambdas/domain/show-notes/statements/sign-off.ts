import type { Statement } from '../../../contract/published';
import { addressesIn } from '../../text/addresses';
import { verbatim } from '../grounded';
import type { CastMember } from '../people';
import type { Reading, Sentence } from '../reading';
import { phrases, says } from '../reading/cues';
import { isHalfQuotation } from '../reading/fragments';
import type { SubjectMatter } from '../reading/subject-matter';
import { labelsOf } from './questions';

/** Asks the audience to do something, or says where the show can be found. */
const CALLS = phrases({
  en: `
    email me, email us, write to me, write to us, subscribe, follow us, follow me, find us, find me, you can find,
    get in touch, reach out, reach us, let us know, let me know, rate and review, leave a review, leave us a, join us,
    join our, tell a friend, tell one person, tell a colleague, send us, tweet us, tweet at us, next week, see you in,
    see you next, love to hear`,
  de: `
    schreibt uns, schreibt mir, uns schreiben, mir schreiben, erreicht uns, erreicht mich, findet uns, findet mich, webseite,
    website, shownotes, abonniert, folgt uns, bewertet uns, empfehlt uns, newsletter`,
  es: `escríbenos, escríbeme, escribirnos, encontrarnos, sitio web, página web, suscríbete, síguenos, boletín`,
  fr: `écrivez nous, écrivez moi, nous écrire, nous retrouver, retrouvez nous, site web, abonnez vous, suivez nous, newsletter`,
});

/** Where the show can be found, if somebody says so of it: "it's on our website", and not "a website of a miner". */
const PLACES = phrases({
  en: `website, newsletter, patreon, show notes, check out, on twitter, on mastodon, on bluesky, on linkedin, slack, discord`,
});

const OF_THE_SHOW =
  /(?:^| )(?:our|us|my|me|we|we'll|we're|(?:the|this) (?:show|podcast)|the (?:show notes|newsletter|website|discord|slack))(?: |$)|^(?:check out|sign up|come|go to|visit|support|join) /u;

/** "Somebody asked on our Discord whether …" */
const RELAYS =
  /^(?:and |so |now )*(?:somebody|someone|one of our listeners|a listener|one listener) (?:asked|asks|wrote|writes|wanted)(?= |$)/u;

const MOST = 3;

/** Whoever asks the audience for something does not tell a story on the way. */
const MOST_WORDS = 35;

/** A whole sentence, and not one that trails off. */
const ENDS = /[^.][.!?。！？]["”’»)]*$/u;

/** How to reach the show and what the audience is asked to do, in the host's closing words. */
export function signOffOf(reading: Reading, cast: readonly CastMember[], subject: SubjectMatter): readonly Statement[] {
  const hosts = labelsOf(cast, 'host');
  const start = reading.wordCount - Math.max(200, reading.wordCount * 0.04);
  const closing = reading.sentences.filter(({ wordsBefore, speaker }) => wordsBefore >= start && hosts.has(speaker));
  const { language } = reading.lexicon;
  const isCall = (sentence: Sentence) =>
    says(sentence, CALLS, language) ||
    (says(sentence, PLACES, language) && OF_THE_SHOW.test(sentence.plain)) ||
    addressesIn(sentence.text).length > 0;
  const calls = closing.filter(
    (sentence) =>
      subject.isProgramme(sentence) &&
      !sentence.isInterrupted &&
      !sentence.isQuestion &&
      !RELAYS.test(sentence.plain) &&
      !isHalfQuotation(sentence) &&
      sentence.words.length <= MOST_WORDS &&
      ENDS.test(sentence.text) &&
      isCall(sentence),
  );
  return calls.slice(-MOST).map(verbatim);
}
