const CLOSING = new Set('"”’»)]\'');
const ENDING = new Set('.?!…。？！।؟');

/** Whether a text stops where a sentence may stop, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  let at = text.length - 1;
  while (at >= 0 && CLOSING.has(text[at] as string)) at -= 1;
  return at >= 0 && ENDING.has(text[at] as string);
}

/** Whether two texts are joined without a space: Chinese, Japanese and Thai write none. */
export function joinsWithoutSpace(before: string, after: string): boolean {
  return isUnspaced(after.charCodeAt(0)) && isUnspaced(before.charCodeAt(before.length - 1));
}

/** Whether a UTF-16 code is of a script that is written without spaces. */
export function isUnspaced(code: number): boolean {
  if (code < 0x0e00) return false;
  return (code >= 0x3000 && code <= 0x9fff) || (code >= 0xff00 && code <= 0xffef) || (code >= 0x0e00 && code <= 0x0e7f);
}
