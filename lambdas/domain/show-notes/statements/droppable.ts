/** Words that clean-up leaves out wherever they stand, by language. */
export const FILLERS: Readonly<Record<string, readonly string[]>> = {
  en: ['um', 'uh', 'uhm', 'er', 'erm', 'hmm'],
  de: ['äh', 'ähm', 'hm'],
  es: ['eh', 'em'],
  fr: ['euh', 'heu'],
};

/** Phrases that clean-up leaves out where commas set them off, by language. */
export const ASIDES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'you know',
    'i mean',
    'sort of',
    'kind of',
    'like',
    'so',
    'well',
    'yeah',
    'okay',
    'right',
    'basically',
    'actually',
  ],
  de: ['also', 'sozusagen', 'na ja'],
  es: ['pues', 'bueno', 'o sea'],
  fr: ['enfin', 'bon', 'ben', 'tu sais', 'vous savez'],
};
