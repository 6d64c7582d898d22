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
  ['en', 'A bell remembers every mistake you make.', '72909a442251e668'],
  ['ja', '鐘は間違いを覚えている。', '58012305ee6ce838'],
  ['zh', '钟会记住每个错误。', '6226d4e5139a2f06'],
  ['ar', 'الجرس يتذكر كل خطأ.', '2200a1170afa8174'],
  ['he', 'הפעמון זוכר כל טעות.', '7e62a1a64d302718'],
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
