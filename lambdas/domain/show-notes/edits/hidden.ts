import type { Mention } from '../../../contract/published';
import type { TextDetail } from '../../details';
import { isNearlyName } from '../../text/near-names';
import { folded } from '../../text/words';
import type { Reading } from '../reading';
import { hasWords, isNearlyPart, isNearlySaid } from './edit-anchors';

/** Tells the producer about an edit. */
export type Warn = (detail: TextDetail, message: string) => void;

/** What is said without what is hidden; `what` is the producer's word for one of them, `textOf` what its words are. */
export function withoutHidden<Said>(
  what: string,
  said: readonly Said[],
  hide: readonly TextDetail[],
  textOf: (each: Said) => string,
  reading: Reading,
  warn: Warn,
): readonly Said[] {
  /** Those that have these words, or nearly have them, as after a correction of the transcript. */
  const saying = (words: TextDetail): readonly Said[] => {
    const having = said.filter((each) => hasWords(textOf(each), words.value, reading));
    if (having.length > 0) return having;
    const nearly = said.filter((each) =>
      [isNearlySaid, isNearlyPart].some((isNear) => isNear(words.value, textOf(each), reading)),
    );
    const advice = nearly[0] ? `"${textOf(nearly[0])}" nearly does, and is hidden` : 'there is nothing to hide';
    warn(words, `no published ${what} has the words "${words.value}"; ${advice}`);
    return nearly;
  };
  const hidden = new Set(hide.flatMap(saying));
  return said.filter((each) => !hidden.has(each));
}

/** Without the mention, whatever the case of its letters. */
export function withoutMention(
  mentions: readonly Mention[],
  hidden: TextDetail,
  { turns }: Reading,
  warn: Warn,
): readonly Mention[] {
  const wanted = folded(hidden.value);
  const called = (isMeant: (variant: string) => boolean) => mentions.filter(({ variants }) => variants.some(isMeant));
  const without = (gone: readonly Mention[]) => mentions.filter((mention) => !gone.includes(mention));
  const exact = called((variant) => folded(variant) === wanted);
  if (exact.length > 0) return without(exact);
  const isSaid = turns.some(({ text }) => folded(text).includes(wanted));
  const near = isSaid ? [] : called((variant) => isNearlyName(hidden.value, variant));
  const why = isSaid ? `no mention is called "${hidden.value}"` : `no turn says "${hidden.value}" any more`;
  const advice = near[0] ? `; "${near[0].text}" is nearly that, and is hidden` : ', so there is nothing to hide';
  warn(hidden, `${why}${advice}`);
  return without(near);
}
