/**
 * All that the writer ever says in words of its own; everything else in a composed text is a slot that says where it
 * stands. The verifier accepts no other words between slots.
 */
export const FIXED_WORDS = [
  ...([' ', ', ', '.', '…', ': ', '\n', '\n\n'] as const),
  ...([' und ', ' y ', ' et ', '、'] as const),
  ...([' and ', ' about ', ' talks with ', ' talk with ', ' talks about ', ' talk about '] as const),
  ...(['“', '” – ', ' – ', '<p>', '</p>'] as const),
] as const;

/** What stands between two of something, by language; elsewhere a comma does. */
const CONJUNCTIONS = { en: ' and ', de: ' und ', es: ' y ', fr: ' et ', ja: '、', zh: '、' } as const;

/** What stands between two of something in a language. */
export const conjunctionOf = (language: string): FixedWords =>
  language in CONJUNCTIONS ? CONJUNCTIONS[language as keyof typeof CONJUNCTIONS] : ', ';

export type FixedWords = (typeof FIXED_WORDS)[number];

/** Whether a stretch of a template between two slots is put together from fixed words. */
export function isMadeOfFixedWords(literal: string): boolean {
  const reachable = new Set([0]);
  for (let at = 0; at < literal.length; at += 1) {
    if (!reachable.has(at)) continue;
    for (const words of FIXED_WORDS) if (literal.startsWith(words, at)) reachable.add(at + words.length);
  }
  return reachable.has(literal.length);
}
