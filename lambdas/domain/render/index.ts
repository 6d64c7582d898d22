export { renderTimedFiles, type TimedFile } from './captions';
export { type EpisodePage, renderEpisodePage } from './episode-page';
export { FEED_ITEM_FILE, renderFeed, renderFeedItem } from './feed';
export { renderFragment } from './show-notes-fragment';
export { renderMarkdown } from './show-notes-markdown';
export { renderShowPage, type ShowPage } from './show-page';
export { renderForSearchEngines, renderSitemap } from './sitemap';
export { renderTranscript } from './transcript';
export { TRANSCRIPT_STYLE, TRANSCRIPT_STYLE_FILE } from './transcript-style';
