import { xml, xmlTextOf } from '../../../lambdas/domain/render/escaping/xml';

test('text becomes XML only as text', () => {
  const hostile = `]]><a b='c' d="e">&amp;\u{FFFF}\u{0}\u{202E}`;
  const piece = xml`<t title="${hostile}">${[hostile, 1, undefined, xml`<br/>`]}</t>`;
  const text = ']]&gt;&lt;a b=&apos;c&apos; d=&quot;e&quot;&gt;&amp;amp;\u{FFFD}\u{FFFD}[U+202E]';
  expect(xmlTextOf(piece)).toBe(`<t title="${text}">${text}1<br/></t>`);
});
