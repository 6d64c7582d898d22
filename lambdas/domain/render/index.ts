export { renderTimedFiles, type TimedFile } from './captions';
export { type EpisodePage, renderEpisodePage } from './episode-page';
export { renderFragment } from './show-notes-fragment';
export { renderMarkdown } from './show-notes-markdown';
export { renderShowPage, type ShowPage } from './show-page';
export { renderTranscript } from './transcript';
