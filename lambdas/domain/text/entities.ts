const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      amp: '&',
      lt: '<',
      gt: '>',
      quot: '"',
      apos: "'",
      nbsp: '\u00a0',
      shy: '',
      hellip: '…',
      middot: '·',
      bull: '•',
    },
    ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', prime: '′' },
    ...{ laquo: '«', raquo: '»', lsaquo: '‹', rsaquo: '›', copy: '©', reg: '®', trade: '™', deg: '°', euro: '€' },
    ...{ pound: '£', yen: '¥', cent: '¢', sect: '§', para: '¶', times: '×', divide: '÷', plusmn: '±', frac12: '½' },
    ...{ frac14: '¼', frac34: '¾', sup2: '²', sup3: '³', micro: 'µ', iexcl: '¡', iquest: '¿', szlig: 'ß' },
    ...{ agrave: 'à', aacute: 'á', acirc: 'â', atilde: 'ã', auml: 'ä', aring: 'å', aelig: 'æ', ccedil: 'ç' },
    ...{ egrave: 'è', eacute: 'é', ecirc: 'ê', euml: 'ë', igrave: 'ì', iacute: 'í', icirc: 'î', iuml: 'ï' },
    ...{ eth: 'ð', ntilde: 'ñ', ograve: 'ò', oacute: 'ó', ocirc: 'ô', otilde: 'õ', ouml: 'ö', oslash: 'ø' },
    ...{ ugrave: 'ù', uacute: 'ú', ucirc: 'û', uuml: 'ü', yacute: 'ý', thorn: 'þ', yuml: 'ÿ', oelig: 'œ', scaron: 'š' },
    ...{ Agrave: 'À', Aacute: 'Á', Acirc: 'Â', Atilde: 'Ã', Auml: 'Ä', Aring: 'Å', AElig: 'Æ', Ccedil: 'Ç' },
    ...{ Egrave: 'È', Eacute: 'É', Ecirc: 'Ê', Euml: 'Ë', Iacute: 'Í', Icirc: 'Î', Iuml: 'Ï', Ntilde: 'Ñ' },
    ...{ Oacute: 'Ó', Ocirc: 'Ô', Otilde: 'Õ', Ouml: 'Ö', Oslash: 'Ø', Uacute: 'Ú', Ucirc: 'Û', Uuml: 'Ü' },
    ...{
      lrm: '\u200e',
      rlm: '\u200f',
      zwj: '\u200d',
      zwnj: '\u200c',
      ensp: '\u2002',
      emsp: '\u2003',
      thinsp: '\u2009',
    },
    ...{ lsqb: '[', rsqb: ']', lbrack: '[', rbrack: ']', colon: ':', ast: '*', lowbar: '_', num: '#', star: '☆' },
  }),
);

const LONGEST = 10;

/** Reads an HTML character reference that starts at `at` (an `&`); undefined where there is none that is known. */
export function readEntity(text: string, at: number): { readonly character: string; readonly end: number } | undefined {
  const semicolon = text.slice(at + 1, at + 2 + LONGEST).indexOf(';');
  if (semicolon < 1) return undefined;
  const name = text.slice(at + 1, at + 1 + semicolon);
  const character = name.startsWith('#') ? numbered(name.slice(1)) : NAMED.get(name);
  return character === undefined ? undefined : { character, end: at + semicolon + 2 };
}

function numbered(reference: string): string | undefined {
  const hexadecimal = reference.startsWith('x') || reference.startsWith('X');
  const code = hexadecimal ? Number(`0x${reference.slice(1)}`) : Number(reference);
  if (!Number.isInteger(code) || code <= 0 || code > 0x10ffff) return undefined;
  return code >= 0xd800 && code <= 0xdfff ? '\uFFFD' : String.fromCodePoint(code);
}

/** Replaces every known character reference once: `&amp;lt;` becomes `&lt;`. */
export function decodeEntities(text: string): string {
  let at = text.indexOf('&');
  if (at < 0) return text;
  let decoded = '';
  let copied = 0;
  while (at >= 0) {
    const entity = readEntity(text, at);
    if (entity) {
      decoded += text.slice(copied, at) + entity.character;
      copied = entity.end;
    }
    at = text.indexOf('&', entity?.end ?? at + 1);
  }
  return decoded + text.slice(copied);
}
