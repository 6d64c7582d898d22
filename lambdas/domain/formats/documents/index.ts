export { csv } from './csv';
export { readDocx } from './docx';
export { html } from './html';
export { podloveXml, ttml } from './timed-xml';
