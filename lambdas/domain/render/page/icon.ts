const LINES = 'M6 9h20M6 16h14M6 23h17';
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0f5b57"/><path d="${LINES}" stroke="#fff" stroke-width="3.2" stroke-linecap="round"/></svg>`;

/** The pages' icon as an address, so that it is no request: lines of a transcript. */
export const ICON = `data:image/svg+xml,${encodeURIComponent(SVG)}`;
