import { clock, conversations, type SpokenTurn } from '../../support/conversations/conversations';
import { fc } from '../../support/laws';
import { read, said } from '../../support/reading';

/** Every way of writing labels that the documentation shows: a turn's lines, and whether it carries times. */
const STYLES: readonly [style: string, write: (turn: SpokenTurn) => string][] = [
  ['**Name:** text', ({ speaker, paragraphs }) => `**${speaker}:** ${paragraphs.join('\n\n')}`],
  ['**Name**: text', ({ speaker, paragraphs }) => `**${speaker}**: ${paragraphs.join('\n\n')}`],
  ['** Name: ** text', ({ speaker, paragraphs }) => `** ${speaker}: ** ${paragraphs.join('\n\n')}`],
  ['**Name:**text', ({ speaker, paragraphs }) => `**${speaker}:**${paragraphs.join('\n\n')}`],
  ['**Name:** on a line of its own', ({ speaker, paragraphs }) => `**${speaker}:**\n\n${paragraphs.join('\n\n')}`],
  ['Name: text', ({ speaker, paragraphs }) => `${speaker}: ${paragraphs.join('\n\n')}`],
  ['Name:text', ({ speaker, paragraphs }) => `${speaker}:${paragraphs.join('\n\n')}`],
  ['Name: (no-break space)', ({ speaker, paragraphs }) => `${speaker}\u00a0:\u00a0${paragraphs.join('\n\n')}`],
  ['Name：text', ({ speaker, paragraphs }) => `${speaker}：${paragraphs.join('\n\n')}`],
  ['> Name: text', ({ speaker, paragraphs }) => `> ${speaker}: ${paragraphs.join('\n>\n> ')}`],
  ['_Name:_ text', ({ speaker, paragraphs }) => `_${speaker}:_ ${paragraphs.join('\n\n')}`],
  ['__Name__: text', ({ speaker, paragraphs }) => `__${speaker}__: ${paragraphs.join('\n\n')}`],
  ['***Name:*** text', ({ speaker, paragraphs }) => `***${speaker}:*** ${paragraphs.join('\n\n')}`],
  ['### Name', ({ speaker, paragraphs }) => `### ${speaker}\n\n${paragraphs.join('\n\n')}`],
  ['#### Name:', ({ speaker, paragraphs }) => `#### ${speaker}:\n${paragraphs.join('\n\n')}`],
  ['**Name** on a line of its own', ({ speaker, paragraphs }) => `**${speaker}**\n${paragraphs.join('\n\n')}`],
  ['Name on a line of its own', ({ speaker, paragraphs }) => `${speaker}\n${paragraphs.join('\n\n')}`],
  ['[Name] text', ({ speaker, paragraphs }) => `[${speaker}] ${paragraphs.join('\n\n')}`],
  ['[Name:] text', ({ speaker, paragraphs }) => `[${speaker}:] ${paragraphs.join('\n\n')}`],
  ['**[Name]** text', ({ speaker, paragraphs }) => `**[${speaker}]** ${paragraphs.join('\n\n')}`],
  ['(Name): text', ({ speaker, paragraphs }) => `(${speaker}): ${paragraphs.join('\n\n')}`],
  ['(Name) on a line of its own', ({ speaker, paragraphs }) => `(${speaker})\n${paragraphs.join('\n\n')}`],
  ['<Name> text', ({ speaker, paragraphs }) => `<${speaker}> ${paragraphs.join('\n\n')}`],
  [
    '[Name](address): text',
    ({ speaker, paragraphs }) => `[${speaker}](https://people.example/a): ${paragraphs.join('\n\n')}`,
  ],
  [
    '**[Name](address):** text',
    ({ speaker, paragraphs }) => `**[${speaker}](https://people.example/a):** ${paragraphs.join('\n\n')}`,
  ],
  ['<b>Name:</b> text', ({ speaker, paragraphs }) => `<b>${speaker}:</b> ${paragraphs.join('\n\n')}`],
  ['`Name:` text', ({ speaker, paragraphs }) => `\`${speaker}:\` ${paragraphs.join('\n\n')}`],
  ['1. Name: text', ({ speaker, paragraphs }) => `1. ${speaker}: ${paragraphs.join('\n\n')}`],
  ['Name - text', ({ speaker, paragraphs }) => `${speaker} - ${paragraphs.join('\n\n')}`],
  ['Name – text', ({ speaker, paragraphs }) => `${speaker} – ${paragraphs.join('\n\n')}`],
  ['Name, tab, text', ({ speaker, paragraphs }) => `${speaker}\t${paragraphs.join('\n\n')}`],
];

const TIMED_STYLES: typeof STYLES = [
  [
    'Name (t): own line',
    ({ speaker, paragraphs, startTime }) => `${speaker} (${clock(startTime, true)}):\n\n${paragraphs.join('\n\n')}`,
  ],
  [
    'Name (t): text',
    ({ speaker, paragraphs, startTime }) => `${speaker} (${clock(startTime)}): ${paragraphs.join('\n\n')}`,
  ],
  [
    'Name: t own line',
    ({ speaker, paragraphs, startTime }) => `${speaker}: ${clock(startTime, true)}\n\n${paragraphs.join('\n\n')}`,
  ],
  [
    'Name – t: own line',
    ({ speaker, paragraphs, startTime }) => `${speaker} – ${clock(startTime, true)}:\n\n${paragraphs.join('\n\n')}`,
  ],
  ['Name - t', ({ speaker, paragraphs, startTime }) => `${speaker} - ${clock(startTime)}\n${paragraphs.join('\n\n')}`],
  [
    'Name  t (Otter)',
    ({ speaker, paragraphs, startTime }) => `${speaker}  ${clock(startTime)}  \n${paragraphs.join('\n\n')}`,
  ],
  ['Name t', ({ speaker, paragraphs, startTime }) => `${speaker} ${clock(startTime)}\n${paragraphs.join('\n\n')}`],
  [
    '**Name**  t (Otter)',
    ({ speaker, paragraphs, startTime }) => `**${speaker}**  ${clock(startTime)}  \n${paragraphs.join('\n\n')}`,
  ],
  [
    '**Name** [t] text',
    ({ speaker, paragraphs, startTime }) => `**${speaker}** [${clock(startTime, true)}] ${paragraphs.join('\n\n')}`,
  ],
  [
    '**Name:** [t] text',
    ({ speaker, paragraphs, startTime }) => `**${speaker}:** [${clock(startTime, true)}] ${paragraphs.join('\n\n')}`,
  ],
  [
    '[t] Name: text',
    ({ speaker, paragraphs, startTime }) => `[${clock(startTime)}] ${speaker}: ${paragraphs.join('\n\n')}`,
  ],
  [
    '[t] **Name**: text',
    ({ speaker, paragraphs, startTime }) => `[${clock(startTime)}] **${speaker}**: ${paragraphs.join('\n\n')}`,
  ],
  [
    '\\[t\\] **Name:** text',
    ({ speaker, paragraphs, startTime }) => `\\[${clock(startTime)}\\] **${speaker}:** ${paragraphs.join('\n\n')}`,
  ],
  [
    't Name: text',
    ({ speaker, paragraphs, startTime }) => `${clock(startTime, true)} ${speaker}: ${paragraphs.join('\n\n')}`,
  ],
  [
    '*Name (t)*: text',
    ({ speaker, paragraphs, startTime }) => `*${speaker} (${clock(startTime, true)})*: ${paragraphs.join('\n\n')}`,
  ],
  [
    '*Name(t)*: text',
    ({ speaker, paragraphs, startTime }) => `*${speaker}(${clock(startTime, true)})*:${paragraphs.join('\n\n')}`,
  ],
  [
    '*Name [t]:* text',
    ({ speaker, paragraphs, startTime }) => `*${speaker} [${clock(startTime, true)}]:* ${paragraphs.join('\n\n')}`,
  ],
  [
    '*Name\u00a0[t]:*\u00a0text',
    ({ speaker, paragraphs, startTime }) =>
      `*${speaker}\u00a0[${clock(startTime, true)}]:*\u00a0${paragraphs.join('\n\n')}`,
  ],
  [
    '**[t] Name:** text',
    ({ speaker, paragraphs, startTime }) => `**[${clock(startTime)}] ${speaker}:** ${paragraphs.join('\n\n')}`,
  ],
  [
    '[t] - Name own line',
    ({ speaker, paragraphs, startTime }) => `[${clock(startTime, true)}.00] - ${speaker}\n${paragraphs.join('\n\n')}`,
  ],
  [
    '[Name] t own line (Zoom)',
    ({ speaker, paragraphs, startTime }) => `[${speaker}] ${clock(startTime, true)}\n${paragraphs.join('\n\n')}`,
  ],
  [
    'Name:, then t',
    ({ speaker, paragraphs, startTime }) => `${speaker}:\n${clock(startTime)}\n${paragraphs.join('\n\n')}`,
  ],
  [
    't own line, then Name',
    ({ speaker, paragraphs, startTime }) => `${clock(startTime)}\n**${speaker}:** ${paragraphs.join('\n\n')}`,
  ],
  [
    '### Name (t)',
    ({ speaker, paragraphs, startTime }) => `### ${speaker} (${clock(startTime)})\n\n${paragraphs.join('\n\n')}`,
  ],
  [
    'Name [t] text',
    ({ speaker, paragraphs, startTime }) => `${speaker} [${clock(startTime)}] ${paragraphs.join('\n\n')}`,
  ],
  [
    'Name, t: text',
    ({ speaker, paragraphs, startTime }) => `${speaker}, ${clock(startTime)}: ${paragraphs.join('\n\n')}`,
  ],
  [
    '[Name, t] text',
    ({ speaker, paragraphs, startTime }) => `[${speaker}, ${clock(startTime)}] ${paragraphs.join('\n\n')}`,
  ],
  ['Name • t', ({ speaker, paragraphs, startTime }) => `${speaker} • ${clock(startTime)}\n${paragraphs.join('\n\n')}`],
  [
    '`[t]` **Name:** text',
    ({ speaker, paragraphs, startTime }) => `\`[${clock(startTime)}]\` **${speaker}:** ${paragraphs.join('\n\n')}`,
  ],
  [
    '[t](address) **Name:** text',
    ({ speaker, paragraphs, startTime }) =>
      `[${clock(startTime)}](https://tides.example/a?t=${startTime}) **${speaker}:** ${paragraphs.join('\n\n')}`,
  ],
  [
    '**Name** [(t)](address)',
    ({ speaker, paragraphs, startTime }) =>
      `**${speaker}** [(${clock(startTime)})](https://tides.example/a) ${paragraphs.join('\n\n')}`,
  ],
  [
    '[12.0s] Name: text',
    ({ speaker, paragraphs, startTime }) => `[${startTime}.0s] ${speaker}: ${paragraphs.join('\n\n')}`,
  ],
  [
    '[12.00 - 14.50] Name: text',
    ({ speaker, paragraphs, startTime }) =>
      `[${startTime}.00 - ${startTime + 2}.50] ${speaker}: ${paragraphs.join('\n\n')}`,
  ],
  [
    '[1m02s] Name: text',
    ({ speaker, paragraphs, startTime }) =>
      `[${Math.floor(startTime / 60)}m${startTime % 60}s] ${speaker}: ${paragraphs.join('\n\n')}`,
  ],
  [
    '[t with frames] Name: text',
    ({ speaker, paragraphs, startTime }) => `[${clock(startTime, true)}:12] ${speaker}: ${paragraphs.join('\n\n')}`,
  ],
  [
    't, tab, Name, tab, text',
    ({ speaker, paragraphs, startTime }) => `${clock(startTime)}\t${speaker}\t${paragraphs.join('\n\n')}`,
  ],
  [
    'Name (t - t): text',
    ({ speaker, paragraphs, startTime }) =>
      `${speaker} (${clock(startTime)} - ${clock(startTime + 5)}): ${paragraphs.join('\n\n')}`,
  ],
];

const expectedOf = ({ speaker, paragraphs }: SpokenTurn) => [speaker, paragraphs.join('\n\n')];

describe.each([...STYLES, ...TIMED_STYLES])('%s', (_style, write) => {
  test.each([
    ['\n\n', '\n'],
    ['\r\n\r\n', '\r\n'],
  ])('gives back the turns that were written, between %j', (gap, lineEnd) => {
    fc.assert(
      fc.property(conversations, ({ turns }) => {
        const source = turns.map((turn) => write(turn).replaceAll('\n', lineEnd)).join(gap);
        expect(said(read(source))).toEqual(turns.map(expectedOf));
      }),
      { numRuns: 12 },
    );
  });
});

test.each(TIMED_STYLES)('%s gives every turn its time', (_style, write) => {
  fc.assert(
    fc.property(conversations, ({ turns }) => {
      const source = turns.map(write).join('\n\n');
      expect(read(source).turns.map(({ startTime }) => startTime)).toEqual(turns.map(({ startTime }) => startTime));
    }),
    { numRuns: 12 },
  );
});
