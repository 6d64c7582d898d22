/** An address as people say and write it, without `https://` or `mailto:`. */
export interface SaidAddress {
  readonly kind: 'e-mail' | 'site';
  readonly text: string;
}

/** Longer is no address that anybody says. */
const LONGEST = 100;
const [OPENING, CLOSING] = [/^[("“‘«<[]+/u, /[)"”’»>\].,;:!?…]+$/u];
const E_MAIL = /^[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u;
/** In lower case, for "Amazon.com" is a company; of the endings that people say. */
const SITE =
  /^(?:www\.(?:[\p{Ll}\p{N}-]+\.)+\p{Ll}{2,}|(?:[\p{Ll}\p{N}-]+\.)+(?:com|org|net|edu|gov|info|eu|uk|de|at|ch|fr|es|it|nl|us|ca|io|dev|app|fm|tv|example))(?:\/\S*)?$/u;

/** "tidewell dot com slash harbour", "tidewell.audio slash harbour": what is said before the point, in lower case. */
export const spokenSiteIn = (plain: string): string | undefined =>
  /(?:^| )([\p{L}\p{N}-]+)(?: dot (?:com|org|net|io|co|fm|tv|app|dev|audio|shop|de|uk)|\.\p{L}+ slash)(?= |$)/u.exec(
    plain,
  )?.[1];

/** The addresses of a text, in order: `hello@tides.example`, `www.tides.example`, `tides.example/plan`. */
export function addressesIn(text: string): readonly SaidAddress[] {
  if (!/\.\p{L}{2}/u.test(text)) return [];
  return text.split(/\s+/u).flatMap((token): readonly SaidAddress[] => {
    if (token.length > LONGEST || !token.includes('.')) return [];
    const bare = token.replace(OPENING, '').replace(CLOSING, '');
    if (E_MAIL.test(bare)) return [{ kind: 'e-mail', text: bare }];
    return SITE.test(bare) ? [{ kind: 'site', text: bare }] : [];
  });
}
