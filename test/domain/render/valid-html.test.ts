import { readFileSync } from 'node:fs';
import { type ConfigData, HtmlValidate } from 'html-validate';
import { renderEpisodePage, renderFragment, renderShowPage, renderTranscript } from '../../../lambdas/domain/render';
import { samplePublication } from '../../support/sample';
import { catalogue, showNotes, turns } from '../../support/show-notes';

/** Every page loads its own style and script only, from where it lies itself. */
const rules: ConfigData['rules'] = { 'require-sri': ['error', { target: 'crossorigin' }] };
const presets = ['html-validate:standard', 'html-validate:a11y'];
const pages = new HtmlValidate({ extends: [...presets, 'html-validate:document'], rules });
const fragments = new HtmlValidate({ extends: presets, rules });

const problemsIn = (page: string, validate = pages): readonly string[] =>
  validate
    .validateStringSync(page)
    .results.flatMap(({ messages }) =>
      messages.map(
        ({ ruleId, message, line }) => `${ruleId}: ${message} in ${page.split('\n')[line - 1]?.slice(0, 200)}`,
      ),
    );

const hrefs = { base: 'a/', style: 'style.css', script: 'page.js', show: '../index.html' };
const heard = { ...showNotes, episode: { ...showNotes.episode, audioUrl: 'https://slow-clocks.example/7.mp3' } };

test.each([
  ['an episode', () => renderEpisodePage({ showNotes: heard, turns, hrefs })],
  [
    'the sample',
    async () => {
      const { showNotes, turns } = await samplePublication();
      return renderEpisodePage({ showNotes, turns, hrefs });
    },
  ],
  [
    'an episode in Hebrew',
    () =>
      renderEpisodePage({
        showNotes: { ...showNotes, episode: { ...showNotes.episode, language: 'he' } },
        turns,
        hrefs,
      }),
  ],
  ['a show', () => renderShowPage({ catalogue, hrefs: { ...hrefs, episode: (id) => `${id}/` } })],
  [
    'a show without episodes',
    () => renderShowPage({ catalogue: { ...catalogue, episodes: [] }, hrefs: { ...hrefs, episode: (id) => id } }),
  ],
  ['a transcript', () => renderTranscript(showNotes, turns)],
  ['what is not there', () => readFileSync('site/not-found.html', 'utf8')],
])('the page of %s is valid HTML', async (_, page) => {
  expect(problemsIn(await page())).toEqual([]);
});

test('the fragment is valid HTML', () => {
  expect(problemsIn(renderFragment(showNotes), fragments)).toEqual([]);
});
