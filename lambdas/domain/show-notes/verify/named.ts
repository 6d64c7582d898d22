import type { Link, Mention } from '../../../contract/published';
import { isPlaceholder } from '../links';
import { letterByLetter } from '../mentions/forms/spelled-out';
import { type Evidence, type Fault, verifyEdit } from './evidence';

/** Every turn says one of the spellings, every spelling is said, if letter by letter, or is the glossary's, and so is the address. */
export function verifyMention(part: string, mention: Mention, evidence: Evidence): readonly Fault[] {
  if (mention.edited) return verifyEdit(part, mention.text, 'mentions.add[]', evidence);
  const { text, variants, turns, count, url } = mention;
  const says = (turn: number, spelling: string) => {
    const said = evidence.turns[turn - 1]?.text ?? '';
    return said.includes(spelling) || (isAcronym(spelling) && said.includes(letterByLetter(spelling)));
  };
  const silent = turns.find((turn) => !variants.some((variant) => says(turn, variant)));
  const unsaid = variants.find(
    (variant) => !turns.some((turn) => says(turn, variant)) && !isGlossaryTerm(variant, evidence),
  );
  return [
    ...(variants.includes(text) ? [] : [{ part, message: `"${text}" is none of its spellings` }]),
    ...(silent === undefined ? [] : [{ part, message: `turn ${silent} does not say "${text}"` }]),
    ...(unsaid === undefined ? [] : [{ part, message: `no turn of it says "${unsaid}"` }]),
    ...(turns.length > 0 && count >= turns.length
      ? []
      : [{ part, message: `counts ${count} in ${turns.length} turns` }]),
    ...(url === undefined || isGlossaryLink(url, variants, evidence)
      ? []
      : [{ part, message: `${url} is no link of it` }]),
  ];
}

const isAcronym = (spelling: string): boolean => /^\p{Lu}{3,}$/u.test(spelling);

const isGlossaryTerm = (spelling: string, { details }: Evidence): boolean =>
  details.some(({ name, value }) => name.startsWith('show.glossary.') && value === spelling);

function isGlossaryLink(url: string, variants: readonly string[], { details }: Evidence): boolean {
  return details.some(({ name, value }) => {
    const entry = /^(show\.glossary\..+)\.link$/u.exec(name)?.[1];
    if (entry === undefined || value !== url) return false;
    const isOfEntry = (other: string) => other === entry || other.startsWith(`${entry}.`);
    return details.some((other) => isOfEntry(other.name) && variants.includes(String(other.value)));
  });
}

/** The links are exactly those of the turns and of the episode file. */
export function verifyLinks(links: readonly Link[], evidence: Evidence): readonly Fault[] {
  const known = [...linksOfTurns(evidence), ...linksOfDetails(evidence)];
  const spelled = ({ text, url, turn }: Link) => JSON.stringify([text, url, turn]);
  const [stated, given] = [new Set(links.map(spelled)), new Set(known.map(spelled))];
  return [
    ...links.flatMap((link, index) =>
      given.has(spelled(link))
        ? []
        : [{ part: `links[${index}]`, message: `"${link.text}" (${link.url}) is no link of the input` }],
    ),
    ...known.flatMap((link) =>
      stated.has(spelled(link)) ? [] : [{ part: 'links', message: `${link.url} is missing` }],
    ),
  ];
}

function linksOfTurns({ turns }: Evidence): readonly Link[] {
  return turns.flatMap(({ text, spans }, index) =>
    (spans ?? []).flatMap((span): readonly Link[] => {
      if (span.kind !== 'link' || isPlaceholder(span.url)) return [];
      return [{ text: text.slice(span.words[0], span.words[1]), url: span.url, turn: index + 1 }];
    }),
  );
}

function linksOfDetails({ details }: Evidence): readonly Link[] {
  return details.flatMap(({ name, value }, index): readonly Link[] => {
    const link = /^(episode\.links\[\d+\])\.url$/u.exec(name)?.[1];
    const text = details[index - 1];
    return link && text?.name === `${link}.text` ? [{ text: String(text.value), url: String(value), turn: 0 }] : [];
  });
}
