/** The typefaces of pictures, each a file of an npm package. */
export const FACE_FILES = {
  serif: '@expo-google-fonts/source-serif-4/500Medium/SourceSerif4_500Medium.ttf',
  sans: '@expo-google-fonts/source-sans-3/500Medium/SourceSans3_500Medium.ttf',
  arabic: '@expo-google-fonts/noto-naskh-arabic/500Medium/NotoNaskhArabic_500Medium.ttf',
  hebrew: '@expo-google-fonts/noto-serif-hebrew/500Medium/NotoSerifHebrew_500Medium.ttf',
  japanese: '@embedpdf/fonts-jp/fonts/NotoSansJP-Medium.otf',
  chinese: '@embedpdf/fonts-sc/fonts/NotoSansHans-Medium.otf',
} as const;

export type FaceName = keyof typeof FACE_FILES;

/** What paints them. */
export const PAINTER_CODE = '@resvg/resvg-wasm/index_bg.wasm';

/** All files of packages that painting reads, from the folder with the packages. */
export const PAINTER_FILES: readonly string[] = [PAINTER_CODE, ...Object.values(FACE_FILES)];

/** Where a Lambda finds them beside its code, each under its last name. */
export const PAINTER_FOLDER = 'painter';
