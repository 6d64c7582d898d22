import fc from 'fast-check';
import { parseTweet } from 'twitter-text';
import { verifyShowNotes } from '../../../lambdas/domain/show-notes/verify';
import { INTERVIEW } from '../../support/scripts';
import { spoken, written } from '../../support/spoken';

const CHANNELS = 12;

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

test('a phrase never to use is in none of them', () => {
  const { showNotes } = written(spoken(INTERVIEW), { showFile: 'neverSay: [tides are predicted, TideSum]' });
  expect(JSON.stringify([showNotes.blurbs, showNotes.keyPoints])).not.toMatch(/tides are predicted|TideSum/u);
});

const words = fc.array(
  fc.constantFrom(
    'tide',
    '🌊',
    '👩‍💻',
    '潮汐',
    'cafe\u0301',
    'नमस्ते',
    'https://tides.org/a?b=c',
    'harbour.ai',
    '<b>',
    '&',
    'moon,',
    'M2',
  ),
  { minLength: 3, maxLength: 60 },
);

test('every limit is kept, whatever is said', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 2, maxLength: 6 }), words, (turns, title) => {
      const script = turns.map(
        (said, index) => `${index % 2 ? 'Ines Kovar' : 'Nora Whitlock'}: Today we talk about ${said.join(' ')}.`,
      );
      const documents = written(spoken(script.join('\n')), { episodeFile: `title: '${title.join(' ')}'` });
      for (const { channel, text, length, limit } of documents.showNotes.blurbs) {
        expect(length).toBeLessThanOrEqual(limit);
        if (channel === 'x') expect(parseTweet(text).weightedLength).toBeLessThanOrEqual(280);
        if (channel === 'youtube-description') expect(Buffer.byteLength(text)).toBeLessThanOrEqual(5000);
        if (channel === 'podcast-directory') expect(text.replaceAll(/<\/?p>/gu, '')).not.toMatch(/[<>]/u);
        if (channel.startsWith('youtube')) expect(text).not.toMatch(/[<>]/u);
      }
      expect(verifyShowNotes(documents)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
