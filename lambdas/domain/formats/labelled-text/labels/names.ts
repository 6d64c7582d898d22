import { collapseBlanks, isDigit, isWordCharacter, wordsOf } from '../../../text/characters';

/** Two labels with the same key are the same label, whatever their case and blanks. */
export function labelKey(name: string): string {
  return collapseBlanks(name).toLowerCase();
}

/** The names of a list, with commas between them. */
const namesIn = (list: string): ReadonlySet<string> => new Set(collapseBlanks(list).trim().split(', '));

const EVENTS = namesIn(`
  break, ad break, sponsor break, commercial break, music break, midroll, mid-roll, pre-roll, preroll, post-roll,
  jingle, intro, outro, intro music, outro music, theme, theme music, theme song, music, ad, ads, advert, adverts,
  advertisement, advertisements, advertising, commercial, commercials, sponsor, sponsors, sponsor message,
  sponsorship, stinger, transition, sound effect, sfx, interlude, bumper, pause, silence, applause, laughter, end,
  werbung, pause musicale, publicidad, publicité, musik, música, musique, post-show, recording, bleep`);

/** A label that marks something heard, not somebody: `Break`, `Jingle`, `Ad break 2`. */
export function isEventLabel(name: string): boolean {
  return isEventKey(labelKey(name));
}

/** The same for a label's key. */
export function isEventKey(key: string): boolean {
  const blank = key.lastIndexOf(' ');
  return EVENTS.has(blank > 0 && isDigit(key[blank + 1]) ? key.slice(0, blank) : key);
}

/** An event in which somebody speaks, if words follow. */
export function isSpokenEvent(name: string): boolean {
  return ['intro', 'outro', 'recording'].includes(labelKey(name));
}

const NOTES = namesIn(`
  note, notes, show notes, n.b., nb, ps, p.s., update, updated, edit, edited, todo, tip, tips, hint, warning,
  caution, important, disclaimer, disclosure, example, examples, summary, tl;dr, tldr, topic, topics, location,
  date, title, subtitle, speakers, speaker(s), guests, hosts, panelists, participants, attendees, present, video,
  audio, media, slides, slide, transcript, source, sources, transcript by, transcribed by, transcript completed
  by, transcription, transcription by, edited by, recorded, recorded on, recording date, duration, length,
  runtime, link, links, podcast, url, website, web, http, https, ftp, mailto, twitter, email, e-mail, mail, blog,
  github, youtube, episode, season, show, series, number, published, publication date, subject, produced by,
  producer(s), music by, hosted by, credits, references, reference, resources, resource, related, see also, tags,
  category, categories, keywords, language, description, abstract, overview, agenda, timestamps, time, chapters,
  chapter, contents, part, parte, teil, partie, section, paper, book, books, article, download, license, licence,
  copyright, further reading, read more, more, faq, also, remember, takeaway, takeaways, key takeaway, key
  takeaways, conclusion, background, context, result, results, first, second, third, next, finally, step, steps,
  for example, that is, i.e., e.g., namely, pros, cons, problem, solution, goal, goals, idea, fact, spoiler,
  bonus, quote, definition`);

/** What stands before a colon without ever being somebody: `Note`, `Topic`, `Transcript by`, `https`. */
export function isNoteLabel(name: string): boolean {
  const key = labelKey(name);
  if (NOTES.has(key)) return true;
  const words = key.split(' ');
  const [first = '', ...rest] = words;
  const numbered = rest.length > 0 && rest.every((word) => isDigit(word[0]));
  return (numbered && NOTES.has(first)) || words.at(-1) === 'by' || first === 'transcript' || first === 'transcribed';
}

const ROLES = namesIn(`
  host, guest, co-host, cohost, interviewer, interviewee, moderator, narrator, announcer, speaker, audience,
  caller, listener, everyone, all, both, unknown, operator, q, a, question, answer, male, female, man, woman,
  voice, voiceover, voice-over, presenter, reporter, producer, crowd, panelist, student, teacher, agent, customer,
  participant, person, me, you, them, spk, computer, unidentified, child, clip, interviewer/host, sprecher,
  moderatorin, hablante, orador, locuteur`);

/** Somebody without a name: `Host`, `Speaker 2`, `Audience member`. */
export function isRole(name: string): boolean {
  return ROLES.has(firstPart(labelKey(name)));
}

const ORDINARY_ROLES = new Set(['question', 'answer', 'me', 'you', 'them']);

/** A role that prose says as well: "… the question: when do you write?" */
export function isOrdinaryRole(name: string): boolean {
  return ORDINARY_ROLES.has(labelKey(name));
}

function firstPart(key: string): string {
  let end = 0;
  while (end < key.length && (isWordCharacter(key[end]) || key[end] === '-') && !isDigit(key[end])) end += 1;
  return key.slice(0, end);
}

const PARTICLES = new Set(
  (
    'de del della der den di da do dos du das la le les van von vom zu zur al el bin ibn ben bint abu y e i und and et of ' +
    "the 't ter ten af av o ó ní ap san st. mac mc jr. jr sr. sr iii ii iv phd md esq & + | / aka a.k.a. from with at"
  ).split(' '),
);

const STARTERS = new Set(
  (
    'the a an on in at by for from with and but or so if when then this that these those it is are was my your our his ' +
    'her its their what why how where who which as to of not no yes well because after before during here there now'
  ).split(' '),
);

/** How much a label looks like somebody's name, judged by itself. */
export type Likeness = 'name' | 'lower-case' | 'mixed' | 'prose';

/** `Kent C. Dodds`, `0xB10C`, `SL`, `李明` are names; `mike` may be one; `Zero disks` hardly; `On Monday` is prose. */
export function likenessOf(name: string): Likeness {
  const words = wordsOf(name);
  if (words.length === 0) return 'name';
  if (words.length > 7) return 'prose';
  if (isNoteLabel(name)) return 'prose';
  if (isRole(name)) return isOrdinaryRole(name) && words.every(isLowerCase) ? 'lower-case' : 'name';
  if (words.length > 1 && STARTERS.has((words[0] as string).toLowerCase()) && !isHonoured(words)) return 'prose';
  const plain = words.filter((word) => !PARTICLES.has(word.toLowerCase()) && !isPronouns(word));
  const lower = plain.filter(isLowerCase);
  if (lower.length === 0) return hasForeignComma(name) ? 'mixed' : 'name';
  if (lower.length === plain.length) return words.filter(isNoSign).length <= 2 ? 'lower-case' : 'prose';
  return words.length <= 4 ? 'mixed' : 'prose';
}

/** `The Hon. Lucy Park`, `The Reverend Al Green`. */
const isHonoured = ([the = '', title = '', name]: readonly string[]): boolean =>
  the.toLowerCase() === 'the' && name !== undefined && /^(?:hon|rev|honou?rable|reverend)\.?$/iu.test(title);

/** `Zero disks`: a capital at its start alone, as a sentence has one. */
export function isPhrase(name: string): boolean {
  const [first = '', ...rest] = wordsOf(name);
  return rest.length > 0 && !isLowerCase(first) && rest.every(isLowerCase);
}

/** `(she/her)`, as meetings print it behind a name. */
const isPronouns = (word: string): boolean => '(['.includes(word[0] ?? ' ') && word.includes('/');

/** False for what joins two names: `lena & tom`. */
const isNoSign = (word: string): boolean => !'&+|/'.includes(word);

const BEHIND_COMMA = new Set(
  'jr jr. sr sr. ii iii iv phd ph.d. md m.d. esq esq. dr dr. mba host co-host anchor byline guest narrator'.split(' '),
);

/** `Mike Ames, Jr.` and `NORA AMES, HOST` are names as they stand; `Well, Nora` only if the file keeps saying so. */
function hasForeignComma(name: string): boolean {
  const comma = name.indexOf(',');
  if (comma < 0) return false;
  const [behind = ''] = name.slice(comma + 1).split('(', 1);
  return !BEHIND_COMMA.has(behind.trim().toLowerCase());
}

function isLowerCase(word: string): boolean {
  let start = 0;
  while (start < word.length && !isWordCharacter(word[start])) start += 1;
  const first = String.fromCodePoint(word.codePointAt(start) ?? 0x20);
  if (first === first.toUpperCase() || first !== first.toLowerCase()) return false;
  const rest = word.slice(start + first.length);
  return rest === rest.toLowerCase() && ![...rest].some(isDigit);
}

/** Words of a label that ordinary text would write in lower case if they were no name. */
export function tellingWords(name: string): string[] {
  return wordsOf(name)
    .map((word) =>
      [...word]
        .filter((character) => isWordCharacter(character) || character === "'")
        .join('')
        .toLowerCase(),
    )
    .filter((word) => word.length > 1 && !PARTICLES.has(word));
}

const ABBREVIATIONS = new Set(
  (
    'dr mr mrs ms mx prof st jr sr rev gen col sgt lt hon fr sra dra no vs inc ltd co corp phd ' +
    'sen gov rep pres amb sec dep asst comm atty cllr ald supt insp capt maj adm cmdr cpl pvt spc brig ' +
    'mme mlle hr ing dipl mag lic arq msgr bro wm geo chr th'
  ).split(' '),
);

/** `Nora.` → `Nora`; the stops of `N.W.`, `Mike Ames, Jr.` and of initials stay. */
export function withoutStop(name: string): string {
  if (!name.endsWith('.')) return name;
  const word = wordsOf(name).at(-1) ?? '';
  const isAbbreviated =
    word.length < 3 || word.slice(0, -1).includes('.') || ABBREVIATIONS.has(word.slice(0, -1).toLowerCase());
  return isAbbreviated ? name : name.slice(0, -1);
}

/** Whether the full stop at `at` belongs to a name: `Kent C. Dodds`, `Dr. Ames`, `J.R. Oakley`, `v2.0`. */
export function isStopInName(text: string, at: number): boolean {
  if (isWordCharacter(text[at + 1])) return true;
  let start = at;
  while (start > 0 && isWordCharacter(text[start - 1])) start -= 1;
  const word = text.slice(start, at);
  return word.length === 1 || ABBREVIATIONS.has(word.toLowerCase()) || text[at + 1] === ':' || text[at + 1] === '*';
}
