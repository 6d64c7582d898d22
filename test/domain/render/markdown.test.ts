import { type Node, Parser } from 'commonmark';
import { renderMarkdown } from '../../../lambdas/domain/render';
import { markdown, markdownLink, markdownTextOf } from '../../../lambdas/domain/render/escaping/markdown';
import { fc } from '../../support/laws';
import { showNotes } from '../../support/show-notes';

/** Every node of a document as `type`, with the text, address or title that it carries. */
function nodesOf(source: string): string[] {
  const walker = new Parser().parse(source).walker();
  const nodes: string[] = [];
  for (let step = walker.next(); step; step = walker.next()) {
    if (step.entering) nodes.push(described(step.node));
  }
  return nodes;
}

const described = ({ type, literal, destination }: Node): string =>
  [type, ...(destination ? [destination] : []), ...(type === 'text' && literal ? [literal] : [])].join(' ');

/** What a reader reads of a paragraph: its texts one after the other. */
const textOf = (nodes: readonly string[]): string =>
  nodes
    .filter((node) => node.startsWith('text '))
    .map((node) => node.slice('text '.length))
    .join('');

/** What means something in Markdown, between words as people write them. */
const fragment = fc.constantFrom(
  ...[
    '#',
    '# ',
    '- ',
    '+ ',
    '* ',
    '1. ',
    '12) ',
    '> ',
    '===',
    '---',
    '***',
    '___',
    '**bold**',
    '_so_',
    '`code`',
    '```',
  ],
  ...[
    '~~~',
    '[a](b)',
    '![a](b)',
    '[a]: b',
    '<b>',
    '<!--',
    '<https://a.example>',
    '&amp;',
    '&#35;',
    '\\',
    '\\*',
    '|',
    '$x$',
  ],
  ...[
    'word',
    'R&D',
    'Ünï',
    '2,500',
    '3.5',
    'a_b_c',
    '(so)',
    '"so"',
    "it's",
    ' ',
    '\n',
    '\n\n',
    '    ',
    '\t',
    '!',
    '.',
    ':',
  ],
);
const text = fc.array(fragment, { maxLength: 8 }).map((fragments) => fragments.join(''));

const inOneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim();

test('law: a text is one paragraph of that text, wherever Markdown would see more', () => {
  fc.assert(
    fc.property(text, (words) => {
      const nodes = nodesOf(markdownTextOf(markdown`${words}`));
      expect(textOf(nodes)).toBe(inOneLine(words));
      expect(nodes.filter((node) => !node.startsWith('text'))).toEqual(
        inOneLine(words) === '' ? ['document'] : ['document', 'paragraph'],
      );
    }),
    { numRuns: 500 },
  );
});

test('law: in a list, a quotation and a link a text stays what it is', () => {
  fc.assert(
    fc.property(text, text, (first, second) => {
      const source = markdown`- ${first}${second}

> ${first}

${markdownLink(`x${first}`, 'https://a.example/')}`;
      const [item = '', quotation = '', link = ''] = ['item', 'block_quote', 'link https://a.example/'].map((type) => {
        const nodes = nodesOf(markdownTextOf(source));
        const from = nodes.indexOf(type);
        const until = nodes.findIndex((node, index) => index > from && /^(?:list|block_quote|link)/u.test(node));
        return textOf(nodes.slice(from, until < 0 ? undefined : until));
      });
      expect(inOneLine(item)).toBe(inOneLine(first + second));
      expect(quotation).toBe(inOneLine(first));
      expect(inOneLine(link)).toBe(inOneLine(`x${first}`));
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['https://a.example/(so)_and_*so*', 'https://a.example/%28so%29%5Fand%5F%2Aso%2A'],
  ['https://a.example/?a=1&copy=2&lt;=3', 'https://a.example/?a=1&copy=2&lt;=3'],
  ['mailto:a@b.example?subject=a b>', 'mailto:a@b.example?subject=a%20b%3E'],
])('the address %s arrives', (address, arrived) => {
  expect(nodesOf(markdownTextOf(markdownLink('there', address)))).toContain(`link ${arrived}`);
});

test('an address that is no link is text in Markdown too', () => {
  const links = [{ text: 'there', url: 'javascript:alert(1)', turn: 0 }];
  const nodes = nodesOf(renderMarkdown({ ...showNotes, links }));
  expect(nodes.filter((node) => node.startsWith('link') && !node.startsWith('link transcript.html'))).toEqual([
    'link https://slow-clocks.example/year-bell',
  ]);
  expect(textOf(nodes)).toContain('there javascript:alert(1)');
});
