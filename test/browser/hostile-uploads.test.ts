import type { Browser } from 'playwright-core';
import { stringify } from 'yaml';
import { sha256 } from '../../lambdas/adapters/site-files';
import { readTranscript } from '../../lambdas/domain/formats';
import { type Publication, publicationComposer } from '../../lambdas/domain/publication';
import { markInvisible } from '../../lambdas/domain/render/escaping/invisible';
import { openBrowser, openPage } from '../support/browser';
import { ALL_HOSTILE_TEXTS, HOSTILE_TEXTS, together } from '../support/conversations/hostile-texts';
import { docx, paragraph, run } from '../support/docx';
import { catalogue, showNotes, turns } from '../support/show-notes';
import { servePublication, serveSite } from '../support/site';
import { sketcher } from '../support/sketcher';

jest.setTimeout(120_000);

let browser: Browser;
let usual: readonly string[];
beforeAll(async () => {
  browser = await openBrowser();
  usual = (await look()).kinds;
});
afterAll(async () => {
  await browser.close();
});

interface Said {
  readonly speaker: string;
  readonly text: string;
}

const time = (index: number, point = '.'): string => `00:${String(index).padStart(2, '0')}:00${point}000`;
const cue = (index: number, point?: string): string => `${time(index, point)} --> ${time(index + 1, point)}`;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const inRichText = (text: string): string =>
  text
    .replaceAll(/[\\\x7b}]/gu, (character) => `\\${character}`)
    .replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0)}?`);

/** An address that holds a text, as far as whoever writes links can put it there. */
const addressOf = (text: string): string => `https://slow-clocks.example/?${text.replaceAll(/[\s<>"()]/gu, '')}`;

/** One way of writing each kind of format; the texts as they are, and as whoever knows the format writes them. */
const FORMATS: Readonly<Record<string, (said: readonly Said[]) => string | Uint8Array>> = {
  Markdown: (said) => said.map(({ speaker, text }) => `**${speaker}:** ${text}`).join('\n\n'),
  'Markdown with links': (said) =>
    said.map(({ speaker, text }) => `**${speaker}:** [${text}](${addressOf(text)})`).join('\n\n'),
  'labelled text': (said) => said.map(({ speaker, text }) => `${speaker}: ${text}`).join('\n\n'),
  WebVTT: (said) =>
    `WEBVTT\n\n${said.map(({ speaker, text }, index) => `${cue(index)}\n<v ${speaker}>${text}`).join('\n\n')}`,
  'WebVTT, escaped': (said) =>
    `WEBVTT\n\n${said.map(({ speaker, text }, index) => `${cue(index)}\n<v ${speaker}>${escaped(text)}`).join('\n\n')}`,
  SubRip: (said) =>
    said.map(({ speaker, text }, index) => `${index + 1}\n${cue(index, ',')}\n${speaker}: ${text}`).join('\n\n'),
  JSON: (said) =>
    JSON.stringify({
      segments: said.map(({ speaker, text }, index) => ({ start: 60 * index, end: 60 * index + 59, speaker, text })),
    }),
  HTML: (said) => said.map(({ speaker, text }) => `<cite>${speaker}:</cite><time>0:00</time><p>${text}</p>`).join('\n'),
  'HTML, escaped': (said) =>
    said.map(({ speaker, text }) => `<p><b>${escaped(speaker)}:</b> ${escaped(text)}</p>`).join('\n'),
  'HTML with links': (said) =>
    said
      .map(({ speaker, text }) => {
        return `<p><b>${escaped(speaker)}:</b> <a href="${escaped(addressOf(text))}" title="${escaped(text)}">${escaped(text)}</a></p>`;
      })
      .join('\n'),
  CSV: (said) => `speaker,text\n${said.map(({ speaker, text }) => `${quoted(speaker)},${quoted(text)}`).join('\n')}`,
  TTML: (said) =>
    `<tt xmlns="http://www.w3.org/ns/ttml"><body><div>${said
      .map(
        ({ speaker, text }, index) =>
          `<p begin="${60 * index}s" end="${60 * index + 59}s">${escaped(`${speaker}: ${text}`)}</p>`,
      )
      .join('')}</div></body></tt>`,
  Podlove: (said) =>
    `<pst:transcripts xmlns:pst="http://podlove.org/simple-transcripts">${said
      .map(
        ({ speaker, text }, index) =>
          `<pst:speech><pst:speaker>${escaped(speaker)}</pst:speaker><pst:item start="${time(index)}" end="${time(index + 1)}">${escaped(text)}</pst:item></pst:speech>`,
      )
      .join('')}</pst:transcripts>`,
  Word: (said) =>
    docx(said.map(({ speaker, text }) => paragraph(run(`${speaker}:`, '<w:b/>') + run(` ${text}`))).join('')),
  'Rich Text': (said) =>
    `{\\rtf1\\ansi\\uc1 ${said.map(({ speaker, text }) => `{\\b ${inRichText(speaker)}:} ${inRichText(text)}\\par\n`).join('')}}`,
  SubStation: (said) =>
    `[Script Info]\n\n[Events]\nFormat: Start, End, Name, Text\n${said
      .map(({ speaker, text }, index) => `Dialogue: 0:${index}:00.00,0:${index + 1}:00.00,${speaker},${text}`)
      .join('\n')}`,
  'tab-separated': (said) =>
    `start\tend\ttext\n${said
      .map(({ speaker, text }, index) => `${60_000 * index}\t${60_000 * index + 59_000}\t${speaker}: ${text}`)
      .join('\n')}`,
};

/** A show file and an episode file that say the text wherever they may say anything, and link to it where they may. */
function filesSaying(text: string) {
  const address = addressOf(text);
  const show = {
    ...{ title: text, description: text, hosts: [text], aliases: { NORA: text }, notPeople: [text], neverSay: [text] },
    glossary: { brass: { spelling: text, link: address, merge: [text] } },
    channels: { x: { handle: text, hashtags: [text] } },
    feed: { author: text, owner: { name: text } },
  };
  const episode = {
    ...{ title: text, guid: text, people: [{ name: text, labels: ['IVO'] }], links: [{ text, url: address }] },
    audio: 'https://slow-clocks.example/1.mp3',
    edits: {
      ...{
        summary: text,
        standfirst: text,
        blurbs: { x: text, newsletter: text },
        chapters: [{ at: '2', title: text }],
      },
      ...{ quotes: { add: [text] }, mentions: { add: [text] }, speakers: { LENA: text } },
    },
  };
  return { show: stringify(show), episode: stringify(episode) };
}

/** Every text as speech of a labelled speaker, and as a label that says something harmless. */
const conversationOf = (texts: readonly string[]): readonly Said[] =>
  texts.flatMap((text, index) => [
    { speaker: ['NORA', 'IVO', 'LENA'][index % 3] ?? '', text: `Brass says ${text} and nothing else.` },
    {
      speaker: text.replaceAll(/\s+/gu, ' ').slice(0, 40),
      text: 'We cast brass slowly, and it remembers every mistake.',
    },
  ]);

function publish(source: string | Uint8Array, text: string): Promise<Publication> {
  const files = filesSaying(text);
  return publicationComposer(
    sha256,
    process.versions.icu,
    sketcher,
  )(
    {
      id: { show: 'slow-clocks', episode: 'brass' },
      revision: '0123456789abcdef',
      transcriptKey: 'shows/slow-clocks/brass.md',
      showFile: { key: 'show.yaml', text: files.show },
      episodeFile: { key: 'brass.yaml', text: files.episode },
    },
    readTranscript(typeof source === 'string' ? new TextEncoder().encode(source) : source),
  );
}

/** The kinds of elements, each with its attributes, and what each turn says without the names of what is hidden. */
const LOOK = `(() => {
  const kinds = [...document.querySelectorAll('*:not(.invisible)')].map(({ tagName, attributes }) =>
    [tagName, ...[...attributes].map(({ name }) => name).sort()].join(' '));
  for (const hidden of document.querySelectorAll('.invisible')) hidden.remove();
  const said = [...document.querySelectorAll('.turn')].map((turn) =>
    [...turn.querySelectorAll('p:not(.speaker)')].map((paragraph) => paragraph.textContent).join(' '));
  const structured = [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) =>
    JSON.parse(script.textContent)['@type']);
  return { kinds: [...new Set(kinds), ...structured], said };
})()`;

/** What a page and its show's are made of; `publication`, or an invented episode that has everything. */
async function look(publication?: Publication) {
  const site = await (publication ? servePublication(publication) : serveSite(showNotes, turns, catalogue));
  const { page, complaints } = await openPage(browser, site.episodePage, {});
  const episode = await page.evaluate<{ kinds: string[]; said: string[] }>(LOOK);
  await page.goto(site.showPage);
  const show = await page.evaluate<{ kinds: string[] }>(LOOK);
  await page.close();
  await site.close();
  return { kinds: [...episode.kinds, ...show.kinds], said: episode.said, complaints };
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Every text is in the files beside some format, three bunches beside each. */
const BUNCHES = together(ALL_HOSTILE_TEXTS, 8);
const bunchesFor = (format: number): readonly string[] =>
  [0, 1, 2].map((part) => BUNCHES[(3 * format + part) % BUNCHES.length] as string);

test.each(Object.entries(FORMATS).map(([name, write], index) => [name, write, index] as const))(
  'whatever is uploaded as %s, with whatever files beside it, reads as it was read and brings nothing into a page',
  async (_, write, index) => {
    const plain = HOSTILE_TEXTS.map((__, place) => `word ${place} at https://slow-clocks.example and [this] (laughs)`);
    const known = new Set([...usual, ...(await look(await publish(write(conversationOf(plain)), 'plain'))).kinds]);
    const source = write(conversationOf(ALL_HOSTILE_TEXTS));
    for (const text of bunchesFor(index)) {
      const publication = await publish(source, text);
      const { kinds, said, complaints } = await look(publication);
      expect(kinds.filter((kind) => !known.has(kind))).toEqual([]);
      expect(complaints).toEqual([]);
      const read = publication.turns.turns.map((turn) => oneLine(markInvisible(turn.text, () => '')));
      expect(said.map(oneLine)).toEqual(read);
    }
  },
);
