import { attributes, html, jsonScript, textOf } from '../../../lambdas/domain/render/escaping/html';
import { fc } from '../../support/laws';

describe('html', () => {
  test('escapes text between tags, in quotes and in a title', () => {
    const text = `<b title="x">R&D's</b>`;
    const escaped = "&lt;b title=&quot;x&quot;&gt;R&amp;D's&lt;/b&gt;";
    expect(textOf(html`<p title="${text}">${text}</p><title>${text}</title>`)).toBe(
      `<p title="${escaped}">${escaped}</p><title>${escaped}</title>`,
    );
  });

  test('takes pieces, lists, numbers and nothing', () => {
    expect(textOf(html`<ul>${[1, 2].map((number) => html`<li>${number}</li>`)}</ul>${undefined}`)).toBe(
      '<ul><li>1</li><li>2</li></ul>',
    );
  });

  test('writes attributes, those that are undefined left out', () => {
    expect(textOf(html`<p${attributes({ lang: '"de', dir: undefined })}>`)).toBe('<p lang="&quot;de">');
  });

  test.each([
    ['text in a tag', () => html`<p ${'onclick=alert(1)'}>`],
    ['an attribute without quotes', () => html`<p lang=${'de'}>`],
    ['a piece in quotes', () => html`<p title="${html`<b>`}">`],
    ['text in a script', () => html`<script>${'alert(1)'}</script>`],
    ['attributes between tags', () => html`<p>${attributes({ lang: 'de' })}</p>`],
  ])('refuses %s', (_, write) => {
    expect(write).toThrow(/^html takes no/u);
  });

  test('makes hidden characters visible, and keeps those that a script needs', () => {
    expect(textOf(html`<p>${'a\u{202E}b'}</p>`)).toBe(
      '<p>a<bdi class="invisible" data-name="U+202E">\u{202E}</bdi>b</p>',
    );
    expect(textOf(html`<p title="${'pay\u{200B}pal'}">`)).toBe('<p title="pay[U+200B]pal">');
    const kept = '👩\u{200D}💻 می\u{200C}خواهم \u{1F3F4}\u{E0067}\u{E0062}\u{E007F}';
    expect(textOf(html`${kept}`)).toBe(kept);
    expect(textOf(html`${'\0 \u{7F} \uD800 \u{FFFE} \u{FFFF}'}`)).toBe('� � � � �');
  });

  test.each(['\u{61C}', '\u{200E}', '\u{200F}', '\u{34F}', '\u{3164}'])('shows %j where nothing needs it', (mark) => {
    const name = `U+${mark.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
    expect(textOf(html`<p title="${`pay${mark}pal`}">`)).toBe(`<p title="pay[${name}]pal">`);
  });

  test.each(['\u{61C}', '\u{200E}', '\u{200F}'])('leaves %j alone in what is written from right to left', (mark) => {
    for (const word of ['שלום', 'مرحبا']) expect(textOf(html`${`${word}${mark} C++`}`)).toBe(`${word}${mark} C++`);
  });

  test('law: between tags no character of a text begins markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          textOf(html`${text}`).replace(/<bdi class="invisible" data-name="U\+[0-9A-F]+">|<\/bdi>/gu, ''),
        ).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot);)/u);
      }),
    );
  });
});

test('jsonScript keeps a value and cannot be closed from within', () => {
  const value = { name: '</script><!-- & \u{2028}' };
  const script = textOf(jsonScript('application/ld+json', value));
  const json = script.slice('<script type="application/ld+json">'.length, -'</script>'.length);
  expect(json).not.toMatch(/[<>&\u{2028}]/u);
  expect(JSON.parse(json)).toEqual(value);
});

test('jsonScript hides nothing', () => {
  expect(textOf(jsonScript('application/ld+json', { name: ['a\u{202E}b'] }))).toContain('{"name":["a[U+202E]b"]}');
});
