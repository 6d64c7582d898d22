const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address as a link may carry it, parsed and written anew (a host as punycode); undefined where it is not http,
 * https or mailto, or pretends to another host by a user name. Such an address is shown as text.
 */
export function safeAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isSafe = PROTOCOLS.has(url.protocol) && url.username === '' && url.password === '';
  return isSafe ? url.href : undefined;
}

/**
 * What a reader is told about where a safe address leads: its host, or the address of a mail. A host in letters of
 * another script is told as it was written where each of its labels is in one script and looks like no Latin word, else
 * as punycode.
 */
export function destinationOf(address: string): string {
  const url = new URL(address);
  if (url.protocol === 'mailto:') return url.pathname;
  if (!url.hostname.includes('xn--')) return url.host;
  const [, written = ''] = /^[a-z]+:[\\/]*([^\\/?#]*)/iu.exec(address.trim()) ?? [];
  const host = written.normalize('NFKC').toLowerCase();
  const isSame = URL.canParse(`https://${host}`) && new URL(`https://${host}`).hostname === url.hostname;
  return isSame && host.replace(/:\d*$/u, '').split('.').every(isPlain) ? host : url.host;
}

/** Each with the characters that its words are written with together. */
const SCRIPTS = [
  /^[a-zß-öø-İĲ-ķĹ-ľŁ-ňŊ-ž\d-]*$/u,
  /^[\p{Script=Cyrillic}\d-]*$/u,
  /^[\p{Script=Greek}\d-]*$/u,
  /^[\p{Script=Hebrew}\d-]*$/u,
  /^[\p{Script=Arabic}\d-]*$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\d-]*$/u,
  /^[\p{Script=Hangul}\d-]*$/u,
];

/** Words of these alone look as if they were Latin: `раура` is not `paypa`. */
const LATIN_LOOKALIKES = /^[аеоросухіјѕԁԛԝһӏяьктвнмαορνικχυτ\d-]*$/u;

const isPlain = (label: string): boolean =>
  /^[a-z\d-]*$/u.test(label) || (SCRIPTS.some((script) => script.test(label)) && !LATIN_LOOKALIKES.test(label));
