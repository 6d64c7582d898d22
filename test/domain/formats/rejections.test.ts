import { readTranscript } from '../../../lambdas/domain/formats';
import { read, said } from '../../support/reading';

const utf8 = (text: string) => new TextEncoder().encode(text);

test.each([
  ['an empty file', new Uint8Array(), 'empty'],
  ['blank lines', utf8(' \r\n\t\n\uFEFF'), 'empty'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 4]), 'not-text'],
  ['a PDF', utf8('%PDF-1.7\n1 0 obj'), 'not-text'],
  ['a file over 25 MB', new Uint8Array(25 * 1024 * 1024 + 1), 'too-large'],
  ['a text of more than 150,000 lines', utf8('Nora: Hi.\n'.repeat(150_001)), 'too-large'],
  ['show notes', utf8('# Links\n\n- [Tides](https://tides.example)\n- [Gulls](https://gulls.example)\n'), 'no-turns'],
  ['labels without words', utf8('**Nora:**\n\n**Ines:**\n\n**Nora:**\n\n**Ines:**\n'), 'no-turns'],
] as const)('rejects %s', (_what, bytes, reason) => {
  expect(() => readTranscript(bytes)).toThrow(expect.objectContaining({ name: 'RejectedTranscriptError', reason }));
});

const CONVERSATION = 'Zoë: Où est le café?\nŁukasz: Là, à côté.\nZoë: Ah!\nŁukasz: Voilà.';
const LATIN = CONVERSATION.replaceAll('Ł', 'L');

describe('encodings', () => {
  const expected = CONVERSATION.split('\n').map((line) => line.split(': '));

  test.each([
    ['UTF-8', utf8(CONVERSATION)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${CONVERSATION}`)],
    ['UTF-16 LE', utf16(CONVERSATION, true)],
    ['UTF-16 BE', utf16(CONVERSATION, false)],
    ['UTF-16 LE with a byte order mark', utf16(`\uFEFF${CONVERSATION}`, true)],
    ['UTF-16 BE with a byte order mark', utf16(`\uFEFF${CONVERSATION}`, false)],
    ['CRLF', utf8(CONVERSATION.replaceAll('\n', '\r\n'))],
    ['CR', utf8(CONVERSATION.replaceAll('\n', '\r'))],
  ])('%s', (_encoding, bytes) => {
    expect(said(readTranscript(bytes))).toEqual(expected);
    expect(readTranscript(bytes).warnings).toEqual([]);
  });

  test('Windows-1252 is read, and said', () => {
    const transcript = readTranscript(Uint8Array.from(LATIN, (character) => character.charCodeAt(0)));
    expect(said(transcript)).toEqual(LATIN.split('\n').map((line) => line.split(': ')));
    expect(transcript.warnings).toEqual([{ message: expect.stringContaining('Windows-1252') }]);
  });

  test('letters that were lost before are reported with their line', () => {
    expect(read('Nora: Fine.\nInes: D\uFFFDj\uFFFD vu.').warnings).toEqual([
      { line: 2, message: expect.stringContaining('�') },
    ]);
  });
});

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}
