import {
  renderEpisodePage,
  renderFragment,
  renderMarkdown,
  renderShowPage,
  renderTranscript,
} from '../../../lambdas/domain/render';
import { expectGoldenText } from '../../support/golden';
import { catalogue, showNotes, turns } from '../../support/show-notes';

const hrefs = { base: `${showNotes.publication}/`, style: '../../../site/style.css', show: '../index.html' };

test.each([
  ['show-notes.md', () => renderMarkdown(showNotes)],
  ['show-notes.html', () => renderFragment(showNotes)],
  ['transcript.html', () => renderTranscript(showNotes, turns)],
  ['episode.html', () => renderEpisodePage({ showNotes, turns, hrefs })],
  [
    'show.html',
    () => renderShowPage({ catalogue, hrefs: { style: '../../site/style.css', episode: (id) => `${id}/index.html` } }),
  ],
])('renders %s as its golden text', (name, render) => {
  expectGoldenText('render', name, render());
});
