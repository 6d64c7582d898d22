/**
 * All that the writer ever says in words of its own; everything else in a composed text is a slot that says where it
 * stands. The verifier accepts no other words between slots.
 */
export const FIXED_WORDS = [
  ...([' ', ', ', '.', '…', ': ', '\n', '\n\n'] as const),
  ...([' and ', ' about ', ' talks with ', ' talk with ', ' talks about ', ' talk about '] as const),
  ...([' und ', ' über ', ' spricht mit ', ' sprechen mit ', ' spricht über ', ' sprechen über '] as const),
  ...([' y ', ' e ', ' sobre ', ' habla con ', ' hablan con ', ' habla sobre ', ' hablan sobre '] as const),
  ...([' et ', ' : ', ' parle avec ', ' parlent avec '] as const),
  ...(['A conversation about ', 'Ein Gespräch über ', 'Una conversación sobre ', 'Une conversation : '] as const),
  ...(['、', '：', '。'] as const),
  ...(['“', '” – ', '„', '“ – ', '«\u00a0', '\u00a0» – ', '「', '」 – ', ' – ', '<p>', '</p>'] as const),
  ...(['<ul>', '</ul>', '<li>', '</li>', '<a href="', '">', '</a>'] as const),
] as const;

export type FixedWords = (typeof FIXED_WORDS)[number];

/** How a language says who talks with whom about what. */
export interface Wording {
  readonly and: FixedWords;
  readonly oneTalksWith: FixedWords;
  readonly manyTalkWith: FixedWords;
  readonly oneTalksAbout: FixedWords;
  readonly manyTalkAbout: FixedWords;
  readonly about: FixedWords;
  /** Before what it is about, where nobody is named. */
  readonly conversation: readonly FixedWords[];
  readonly between: FixedWords;
  readonly end: FixedWords;
  /** Between two sentences. */
  readonly blank: readonly FixedWords[];
  /** Around a quote, before whoever says it. */
  readonly quoted: readonly [FixedWords, FixedWords];
}

/** Nothing but punctuation: for languages that the writer has no words of. */
const PUNCTUATION: Wording = {
  ...{ and: ', ', oneTalksWith: ', ', manyTalkWith: ', ', oneTalksAbout: ': ', manyTalkAbout: ': ' },
  ...{ about: ': ', conversation: [], between: ', ', end: '.', blank: [' '], quoted: ['“', '” – '] },
};

const WIDE_PUNCTUATION: Wording = {
  ...{ and: '、', oneTalksWith: '、', manyTalkWith: '、', oneTalksAbout: '：', manyTalkAbout: '：' },
  ...{ about: '：', conversation: [], between: '、', end: '。', blank: [], quoted: ['“', '” – '] },
};

const WORDINGS: Readonly<Record<string, Wording>> = {
  en: {
    ...PUNCTUATION,
    ...{ and: ' and ', oneTalksWith: ' talks with ', manyTalkWith: ' talk with ' },
    ...{ oneTalksAbout: ' talks about ', manyTalkAbout: ' talk about ', about: ' about ' },
    conversation: ['A conversation about '],
  },
  de: {
    ...PUNCTUATION,
    ...{ and: ' und ', oneTalksWith: ' spricht mit ', manyTalkWith: ' sprechen mit ' },
    ...{ oneTalksAbout: ' spricht über ', manyTalkAbout: ' sprechen über ', about: ' über ' },
    conversation: ['Ein Gespräch über '],
    quoted: ['„', '“ – '],
  },
  es: {
    ...PUNCTUATION,
    ...{ and: ' y ', oneTalksWith: ' habla con ', manyTalkWith: ' hablan con ' },
    ...{ oneTalksAbout: ' habla sobre ', manyTalkAbout: ' hablan sobre ', about: ' sobre ' },
    conversation: ['Una conversación sobre '],
  },
  fr: {
    ...PUNCTUATION,
    ...{ and: ' et ', oneTalksWith: ' parle avec ', manyTalkWith: ' parlent avec ' },
    ...{ oneTalksAbout: ' : ', manyTalkAbout: ' : ', about: ' : ' },
    conversation: ['Une conversation : '],
    quoted: ['«\u00a0', '\u00a0» – '],
  },
  ja: { ...WIDE_PUNCTUATION, quoted: ['「', '」 – '] },
  zh: WIDE_PUNCTUATION,
};

/** The wording of a language, by its primary subtag. */
export const wordingOf = (language: string): Wording =>
  Object.hasOwn(WORDINGS, language) ? (WORDINGS[language] ?? PUNCTUATION) : PUNCTUATION;

/** What stands before the last of several: Spanish says `e` before the sound `i`. */
export const andBefore = (text: string, { and }: Wording): FixedWords =>
  and === ' y ' && /^h?i(?!e)/iu.test(text) ? ' e ' : and;

/** Whether a stretch of a template between two slots is put together from fixed words. */
export function isMadeOfFixedWords(literal: string): boolean {
  const reachable = new Set([0]);
  for (let at = 0; at < literal.length; at += 1) {
    if (!reachable.has(at)) continue;
    for (const words of FIXED_WORDS) if (literal.startsWith(words, at)) reachable.add(at + words.length);
  }
  return reachable.has(literal.length);
}
