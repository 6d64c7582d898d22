import type { BlurbUnit, Channel, Chapter } from '../../../lambdas/contract/published';
import { hooksOf } from '../../../lambdas/domain/show-notes/blurbs/ingredients';
import { chapterEntries, isForYouTube } from '../../../lambdas/domain/show-notes/blurbs/lists';
import { measureSalience } from '../../../lambdas/domain/show-notes/reading/salience';
import { findSubjectMatter } from '../../../lambdas/domain/show-notes/reading/subject-matter';
import { quotesOf } from '../../../lambdas/domain/show-notes/statements/quotes';
import { verifyShowNotes } from '../../../lambdas/domain/show-notes/verify';
import { longTalk } from '../../support/conversations/long-talk';
import { readClosely, spoken, written } from '../../support/conversations/spoken';
import { allowed, independentLength, postWords } from '../../support/independent-lengths';
import { fc } from '../../support/laws';
import { FRENCH, GERMAN, INTERVIEW, JAPANESE, SPANISH } from '../../support/scripts';

const CHANNELS = 12;
/** The elements of a description that directories take, as far as we use them. */
const ALLOWED_HTML = /<\/?(?:p|ul|li)>|<a href="[^"<>]*">|<\/a>/gu;

test('every channel gets a text, with the link that the episode file gives', () => {
  const { showNotes } = written(spoken(INTERVIEW), {
    episodeFile: 'page: https://harbour-lights.example/7\ntitle: Tides',
  });
  expect(showNotes.blurbs).toHaveLength(CHANNELS);
  expect(showNotes.blurbs.find(({ channel }) => channel === 'x')?.text).toMatch(
    /\n\nhttps:\/\/harbour-lights\.example\/7$/u,
  );
  expect(showNotes.blurbs.find(({ channel }) => channel === 'podcast-directory')?.text).toMatch(/^<p>.*<\/p>$/u);
});

test('the show file chooses the channels, their handles and hashtags', () => {
  const { showNotes } = written(spoken(INTERVIEW), {
    showFile:
      "channels:\n  mastodon: {handle: '@harbour@tides.social', hashtags: ['#tides', '#code']}\n  feed-line: {}",
  });
  expect(showNotes.blurbs.map(({ channel }) => channel)).toEqual(['mastodon', 'feed-line']);
  expect(showNotes.blurbs[0]?.text).toMatch(/\n\n@harbour@tides\.social #tides #code$/u);
});

test('each network gets its own: the hook first, the title above the summary, two hooks, one under the summary', () => {
  const { showNotes } = written(spoken(INTERVIEW), { episodeFile: 'title: Tides' });
  const textFor = (wanted: Channel) => showNotes.blurbs.find(({ channel }) => channel === wanted)?.text ?? '';
  expect(textFor('x')).toMatch(/^“.+” – .+\n\n/u);
  expect(textFor('bluesky').startsWith(`${textFor('feed-line')}\n\n“`)).toBe(true);
  expect(textFor('bluesky')).toMatch(
    /^Nora Whitlock talks with Ines Kovar about how tides are predicted and what they found/u,
  );
  expect(textFor('mastodon').startsWith(`Tides\n\n${showNotes.summary.text}\n\n“`)).toBe(true);
  expect(textFor('threads').match(/“/gu)).toHaveLength(2);
  expect(textFor('linkedin')).toMatch(/^Tides\n\n[^“]+“[^“]+“[^“]+$/u);
  expect(textFor('instagram')).toMatch(/^“.+” – .+\n\n/u);
  expect(textFor('instagram').endsWith(`\n\n${showNotes.summary.text}`)).toBe(true);
});

const timed = (script: string, start = 0) => {
  const transcript = spoken(script);
  return { ...transcript, turns: transcript.turns.map((turn, index) => ({ ...turn, startTime: start + index * 61 })) };
};

test('YouTube and directories list chapters with their times, and the links of the episode file', () => {
  const links = `links:\n  - {text: 'A <b> & c', url: 'https://a.example/?a=1&b=2'}\n  - {text: Write, url: 'mailto:a@b.example'}`;
  const documents = written(timed(longTalk()), { episodeFile: `page: https://notes.example/7\n${links}` });
  const textFor = (wanted: Channel) => documents.showNotes.blurbs.find(({ channel }) => channel === wanted)?.text ?? '';
  const [first, second] = documents.showNotes.chapters;
  expect(textFor('youtube-description')).toContain(`\n\n0:00 ${first?.title}\n`);
  expect(textFor('podcast-directory')).toContain(`<ul><li>0:00 ${first?.title}</li><li>`);
  expect(textFor('podcast-directory')).toContain(` ${second?.title}</li>`);
  expect(textFor('podcast-directory')).toContain(
    '<ul><li><a href="https://a.example/?a=1&amp;b=2">A &lt;b&gt; &amp; c</a></li><li><a href="mailto:a@b.example">Write</a></li></ul>' +
      '<p><a href="https://notes.example/7">https://notes.example/7</a></p>',
  );
  expect(textFor('podcast-directory').replaceAll(ALLOWED_HTML, '')).not.toMatch(/[<>]/u);
  expect(verifyShowNotes(documents)).toEqual([]);
});

test('where the first chapter is not at 0:00, directories list chapters all the same, and YouTube has none', () => {
  const { blurbs, chapters } = written(timed(longTalk(), 3)).showNotes;
  const textFor = (wanted: Channel) => blurbs.find(({ channel }) => channel === wanted)?.text ?? '';
  expect(textFor('podcast-directory')).toContain(`<ul><li>0:03 ${chapters[0]?.title}</li>`);
  expect(textFor('youtube-description')).not.toContain('0:03');
});

test('where the links leave no room, directories list the chapters without them', () => {
  const links = Array.from(
    { length: 80 },
    (_, at) => `  - {text: The map ${at}, url: 'https://a.example/${'a'.repeat(40)}'}`,
  );
  const { blurbs } = written(timed(longTalk()), { episodeFile: `links:\n${links.join('\n')}` }).showNotes;
  expect(blurbs.find(({ channel }) => channel === 'podcast-directory')?.text).toMatch(/<li>0:00 /u);
});

const chaptersAt = (...times: readonly (number | undefined)[]): readonly Chapter[] =>
  times.map((startTime, index) => ({
    title: 'A',
    turn: index + 1,
    anchors: [],
    ...(startTime !== undefined && { startTime }),
  }));

test.each([
  [[0, 10, 20], 3, true],
  [[0, 9, 20], 3, false],
  [[3, 20, 40], 3, false],
  [[0, 0.5, 20], 0, false],
  [[0, 20, 10], 0, false],
  [[0, undefined, 20], 0, false],
  [[0, 20], 0, true],
])('of chapters at %j %i are listed, for YouTube: %s', (times, count, isListed) => {
  expect(chapterEntries(chaptersAt(...times))).toHaveLength(count);
  expect(isForYouTube(chaptersAt(...times))).toBe(isListed);
});

test('where the links leave no room, YouTube has the chapters without them', () => {
  const links = Array.from(
    { length: 99 },
    (_, at) => `  - {text: The map ${at}, url: 'https://a.example/${'a'.repeat(50)}'}`,
  );
  const { blurbs } = written(timed(longTalk()), { episodeFile: `links:\n${links.join('\n')}` }).showNotes;
  const text = blurbs.find(({ channel }) => channel === 'youtube-description')?.text;
  expect(text).toMatch(/\n\n0:00 /u);
  expect(text).not.toContain('The map');
});

test.each([
  ['Tides', 'Tides – Ines Kovar'],
  ['Tides, with Ines Kovar', 'Tides, with Ines Kovar'],
])('the title for YouTube names the guest once: %s', (title, text) => {
  const { blurbs } = written(spoken(INTERVIEW), { episodeFile: `title: ${title}` }).showNotes;
  expect(blurbs.find(({ channel }) => channel === 'youtube-title')?.text).toBe(text);
});

test('YouTube takes no angle brackets, so a link with one in its text is left out there, and so is an e-mail address', () => {
  const textWith = (text: string) =>
    written(spoken(INTERVIEW), {
      episodeFile: `links:\n  - {text: '${text}', url: 'https://a.example'}\n  - {text: Write, url: 'mailto:a@b.example'}`,
    }).showNotes.blurbs.find(({ channel }) => channel === 'youtube-description')?.text;
  expect(textWith('The map')).toMatch(/\n\nThe map: https:\/\/a\.example$/u);
  expect(textWith('The <map>')).not.toMatch(/map|Write/u);
  const two = written(spoken(INTERVIEW), {
    episodeFile: "links:\n  - {text: '<b>', url: 'https://b.example'}\n  - {text: The map, url: 'https://a.example'}",
  }).showNotes.blurbs.find(({ channel }) => channel === 'youtube-description')?.text;
  expect(two).toMatch(/\n\nThe map: https:\/\/a\.example$/u);
});

test('the hook is a telling quote of a post’s length rather than the shortest', () => {
  const quoted = (text: string) => ({ text, speaker: 'INES', turn: 1, words: [0, text.length] as const });
  const [short, story, telling] = [
    'Tides turn twice a day.',
    'I went to the harbour office and read the tide tables aloud.',
    'Nobody should sail by a tide table that is older than the harbour wall.',
  ].map(quoted) as [ReturnType<typeof quoted>, ReturnType<typeof quoted>, ReturnType<typeof quoted>];
  const ines = { text: 'Ines', source: { kind: 'turn', anchor: { turn: 1, words: [0, 4] } } } as const;
  const hooks = hooksOf([short, story, telling], () => ines, 'en');
  expect(hooks.map(({ quote }) => quote.text)).toEqual([telling.text, story.text, short.text]);
});

test('what somebody only thinks is a hook where nothing is said outright', () => {
  const [thought, outright] = [
    'I think that nobody paints the seaward side of the tower in the winter.',
    'Nobody ever paints the whole of the seaward side of the tower in the winter.',
  ].map((text) => ({ text, speaker: 'INES', turn: 1, words: [0, text.length] as const }));
  if (!thought || !outright) throw new Error('no quotes');
  const ines = { text: 'Ines Kovar', source: { kind: 'label', turn: 1 } } as const;
  expect(hooksOf([thought, outright], () => ines, 'en').map(({ quote }) => quote.text)).toEqual([
    outright.text,
    thought.text,
  ]);
});

test.each([
  ['de', GERMAN, /„[^“]+“ – /u],
  ['fr', FRENCH, /«\u00a0[^»]+\u00a0» – /u],
  ['ja', JAPANESE, /「[^」]+」 – /u],
  ['es', SPANISH, /“[^”]+” – /u],
])('in %s a quote stands in the marks of the language, and is verified', (_, script, quoted) => {
  const documents = written(spoken(script));
  expect(documents.showNotes.blurbs.find(({ channel }) => channel === 'x')?.text).toMatch(quoted);
  expect(verifyShowNotes(documents)).toEqual([]);
});

test.each([
  [
    'de',
    'Niemand streicht die Lampe auf dem Turm im Regen. Jeder putzt die Lampe auf dem Turm vor dem Regen. Nichts schützt die Lampe auf dem Turm vor dem Regen.',
    'Ich war immer bei der Lampe auf dem Turm im Regen.',
  ],
  [
    'es',
    'Nadie pinta la lámpara de la torre bajo la lluvia. Todos limpian la lámpara de la torre antes de la lluvia. Nada protege la lámpara de la torre de la lluvia.',
    'Hice siempre la lámpara de la torre bajo la lluvia de la torre.',
  ],
  [
    'fr',
    'Personne ne peint la lampe de la tour sous la pluie. Chaque gardien nettoie la lampe de la tour avant la pluie. Rien ne protège la lampe de la tour de la pluie.',
    'Je suis toujours monté à la lampe de la tour sous la pluie.',
  ],
])('in %s what somebody thinks is quoted rather than what happened to them', (language, thoughts, story) => {
  const reading = readClosely(`${story} ${thoughts}`, language);
  const quotes = quotesOf(reading, [], findSubjectMatter(reading, [], ''), measureSalience(reading, ''), () => false);
  expect(quotes.map(({ text }) => text).join(' ')).toBe(thoughts);
});

test('a phrase never to use is in none of them', () => {
  const { showNotes } = written(spoken(INTERVIEW), { showFile: 'neverSay: [tides are predicted, TideSum]' });
  expect(JSON.stringify([showNotes.blurbs, showNotes.keyPoints])).not.toMatch(/tides are predicted|TideSum/u);
});

const words = fc.array(fc.constantFrom(...postWords.filter((word) => word !== '\n\n')), {
  minLength: 3,
  maxLength: 60,
});

/** The channel's limits that a text does not keep. */
const overrunsOf = (channel: Channel, text: string) =>
  Object.entries(allowed[channel]).filter(([unit, most]) => independentLength[unit as BlurbUnit](text) > most);

test('law: every limit is kept, whatever is said, whoever counts', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 2, maxLength: 6 }), words, (turns, title) => {
      const script = turns.map(
        (said, index) => `${index % 2 ? 'Ines Kovar' : 'Nora Whitlock'}: Today we talk about ${said.join(' ')}.`,
      );
      const documents = written(spoken(script.join('\n')), { episodeFile: `title: '${title.join(' ')}'` });
      for (const { channel, text, length, limit, unit } of documents.showNotes.blurbs) {
        expect(length).toBeLessThanOrEqual(limit);
        expect(allowed[channel]).toHaveProperty(unit, limit);
        expect(overrunsOf(channel, text)).toEqual([]);
        if (channel === 'podcast-directory') expect(text.replaceAll(ALLOWED_HTML, '')).not.toMatch(/[<>]/u);
        if (channel.startsWith('youtube')) expect(text).not.toMatch(/[<>]/u);
      }
      expect(verifyShowNotes(documents)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
