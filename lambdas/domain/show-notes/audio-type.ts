const TYPES: Readonly<Record<string, string>> = {
  aac: 'audio/aac',
  flac: 'audio/flac',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
};

/** The media type of the audio at an address, by the ending of its path; undefined where that says nothing. */
export function mediaTypeOf(address: string): string | undefined {
  const path = URL.canParse(address) ? new URL(address).pathname : '';
  return TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}
