export { csv } from './csv';
export { readDocx } from './docx';
export { html } from './html';
export { rtf } from './rtf';
export { podloveXml, ttml } from './timed-xml';
