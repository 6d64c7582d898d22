import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { decode } from '../../lambdas/domain/formats/decode';

/** A sample in the form in which it is changed. */
export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The upload that the changed bytes are a part of. */
  readonly upload: (changed: Uint8Array) => Uint8Array;
  /** The lines by which warnings name places, of the changed bytes. */
  readonly lines: (changed: Uint8Array) => readonly string[];
}

const root = join(__dirname, '../../samples');
const DOCUMENT = 'word/document.xml';

/**
 * Every sample as it is. One that stands on a single line is there once more on many, so that a warning's line tells
 * something; of a document what is packed inside is there too, for a change to the archive only breaks it.
 */
export function samples(): readonly Sample[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
    .flatMap(variantsOf);
}

/** Lines with all that is said once more, which nobody reads: what is broken elsewhere is not whole because it stands there. */
const COPIES: Readonly<Record<string, RegExp>> = { 'formats/deepgram-paragraphs.json': /^\s*"transcript":/u };

const itself = (bytes: Uint8Array): Uint8Array => bytes;

function variantsOf(name: string): readonly Sample[] {
  const bytes = new Uint8Array(readFileSync(join(root, name)));
  const isCopy = (line: string) => COPIES[name]?.test(line) ?? false;
  const lines = (changed: Uint8Array) => linesOf(changed).map((line) => (isCopy(line) ? '' : line));
  const written = { name, bytes, upload: itself, lines };
  if (name.endsWith('.docx')) return documentVariants(written);
  const text = new TextDecoder().decode(bytes);
  if (text.trimEnd().split('\n').length > 2) return [written];
  const spread = name.endsWith('.json') ? JSON.stringify(JSON.parse(text), null, 1) : text.replaceAll('><', '>\n<');
  return [written, { name: `${name} on many lines`, bytes: strToU8(spread), upload: itself, lines }];
}

const linesOf = (bytes: Uint8Array): readonly string[] => decode(bytes).text.split('\n');

/** In a document a paragraph counts as a line. */
function paragraphsOf(document: Uint8Array): readonly string[] {
  const [above = '', first = '', ...others] = new TextDecoder().decode(document).split(/(?<=<w:p[ >])/u);
  return [above + first, ...others];
}

function documentVariants(written: Sample): readonly Sample[] {
  const files = unzipSync(written.bytes);
  const document = strFromU8(files[DOCUMENT] as Uint8Array).replaceAll('><w:', '>\n<w:');
  const upload = (changed: Uint8Array) => zipSync({ ...files, [DOCUMENT]: changed }, { level: 0 });
  return [
    { ...written, lines: () => paragraphsOf(strToU8(document)) },
    { name: `${written.name}, inside`, bytes: strToU8(document), upload, lines: paragraphsOf },
  ];
}
