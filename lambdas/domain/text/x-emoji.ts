const TONE = '\\p{Emoji_Modifier}?';
const ADULT = '[👨👩]';
/** Parts that can be toned, or have a gender, only since Emoji 12.1. */
const LATER_TONED = '[👫👬👭🤌🥷🫀-🫿]';
const LATER_GENDERED = '[🧔🤵👰]';

/**
 * Emoji of several code points that X's own library knows, those of Emoji 12.0. A younger one counts by its parts there,
 * as does a sign with a selector for text.
 */
const KNOWN: readonly string[] = [
  '\\p{Regional_Indicator}{2}',
  '[\\d#*]\\ufe0f?\\u20e3',
  '(?!⚧)\\p{Emoji}\\ufe0f',
  `(?!${LATER_TONED})\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}`,
  '🏴\\u{e0067}\\u{e0062}[\\u{e0061}-\\u{e007a}]{3}\\u{e007f}',
  '🏳\\ufe0f\\u200d🌈|🏴\\u200d☠\\ufe0f|👁\\ufe0f\\u200d🗨\\ufe0f|🐕\\u200d🦺',
  `${ADULT}${TONE}\\u200d(?:[⚕⚖✈]\\ufe0f|[🌾🍳🎓🎤🎨🏫🏭💻💼🔧🔬🚀🚒🦯🦰🦱🦲🦳🦼🦽])`,
  `${ADULT}(?:\\u200d[👦👧👨👩]){1,3}`,
  `${ADULT}\\u200d❤\\ufe0f\\u200d(?:💋\\u200d)?${ADULT}`,
  `(?!${LATER_GENDERED})(?:\\p{Emoji_Modifier_Base}${TONE}|[👯🤼🧞🧟])\\u200d[♀♂]\\ufe0f`,
];

const KNOWN_EMOJI = new RegExp(`^(?:${KNOWN.join('|')})$`, 'u');

/** Whether X counts a grapheme of several code points as one emoji. */
export const isEmojiOnX = (grapheme: string): boolean => KNOWN_EMOJI.test(grapheme);
