import { createHash } from 'node:crypto';
import { PICTURE_SIZE, paintPicture } from '../../lambdas/domain/render';
import { readFace } from '../../lambdas/domain/render/picture/face';
import { laptopPainter } from '../../local/painter';
import { showNotes } from '../support/show-notes';

const quoted = (language: string, text: string) => ({
  ...showNotes,
  episode: { ...showNotes.episode, language },
  quotes: showNotes.quotes.slice(0, 1).map((quote) => ({ ...quote, text })),
});

test.each([
  ['en', 'A bell remembers every mistake you make.', '9a1c27a23893efaf'],
  ['ja', '鐘は間違いを覚えている。', '1a5caf5e3b65f556'],
  ['zh', '钟会记住每个错误。', 'c5a941296fee83bd'],
  ['ar', 'الجرس يتذكر كل خطأ.', '645eb3e32c0cb3a2'],
  ['he', 'הפעמון זוכר כל טעות.', '587f92453d7ae1c5'],
])(
  'paints the same bytes everywhere, in %s; where they change, the writer’s version is raised',
  async (language, text, hash) => {
    const png = Buffer.from((await paintPicture(quoted(language, text), laptopPainter))?.png ?? []);
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual(PICTURE_SIZE);
    expect(createHash('sha256').update(png).digest('hex').slice(0, 16)).toBe(hash);
  },
);

test('the typefaces have the characters of their scripts and no others', async () => {
  const faces = { serif: 'AzÆđЖΩ', arabic: 'خط', hebrew: 'כל', japanese: '鐘は', chinese: '钟们' } as const;
  for (const [name, characters] of Object.entries(faces)) {
    const { covers, widthOf } = readFace(await laptopPainter.face(name as keyof typeof faces));
    for (const character of characters) {
      expect(covers(character)).toBe(true);
      expect(widthOf(character)).toBeGreaterThan(0.1);
      expect(widthOf(character)).toBeLessThan(1.2);
    }
    expect(covers('ระ')).toBe(false);
  }
});
