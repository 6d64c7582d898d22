import naughtyStrings from 'big-list-of-naughty-strings/blns.json';
import { generatedCases, SANITISER_CASES } from './sanitiser-cases';

/** Each would run, load, hide or rearrange something in a page that lets it through. */
export const HOSTILE_TEXTS = [
  '<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '<svg/onload=alert(1)>',
  '" onmouseover="alert(1)" autofocus onfocus="alert(1)',
  '</title></head><body onload=alert(1)>',
  '</script><script>alert(1)</script>',
  '</article></main></section><h1>Another page</h1>',
  '<!-- the rest is a comment',
  ']]><![CDATA[<b>',
  '<base href="//example.org/"><meta http-equiv="refresh" content="0;url=//example.org">',
  '<style>*{display:none}</style><link rel=stylesheet href=//example.org/x.css>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe><object data=x><embed src=x>',
  '<a href="javascript:alert(1)">click</a> <form action=//example.org><input>',
  'javascript:alert(1)',
  ' JaVa\tScript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  '&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62; &amp;amp; &copy;',
  '{{7*7}} \u{24}{alert(1)} <%= 7 %> #{7}',
  'cod.\u{202E}exe\u{202C}.txt \u{2066}isolate',
  'zero\u{200B}width \u{FEFF}mark \u{2060}joiner',
  'שלום עולם, مرحبا بالعالم',
  '👩\u{200D}💻 e\u{301}\u{301}\u{301} 𝔘𝔫𝔦𝔠𝔬𝔡𝔢',
  '[a](javascript:alert(1)) ![b](x) **bold** `code` # heading',
  // What has slipped through sanitisers before, because a browser reads it twice.
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<svg><p><style><a id="</style><img src=1 onerror=alert(1)>"></p></svg>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script></template><xmp><img src=x onerror=alert(1)></xmp><plaintext>',
  '<a href="jav&#x09;ascript:alert(1)">click</a> <a href="&#106;avascript:alert(1)">click</a>',
  '<details open ontoggle=alert(1)> <video><source onerror=alert(1)> <input autofocus onfocus=alert(1)>',
  '![x](x "onerror=alert(1)") <https://example.org/?"onmouseover="alert(1)> [x]: javascript:alert(1)',
  'line\u{2028}separator paragraph\u{2029}separator',
] as const;

/** The public list of strings that break programs; those that HTML cannot write are left out. */
const NAUGHTY = naughtyStrings.filter((text) => text.trim() !== '' && !/[\p{Cc}\p{Cs}]/u.test(text));

/** Many texts in one, so that one page says them all. */
export const together = (texts: readonly string[], many: number): readonly string[] =>
  Array.from({ length: Math.ceil(texts.length / many) }, (_, index) =>
    texts.slice(index * many, (index + 1) * many).join(' ¦ '),
  );

/** The public list, so many texts in one. */
export const naughtyTexts = (many: number): readonly string[] => together(NAUGHTY, many);

/** All that anybody has thought of, each by itself or, of the public list, a few in one. */
export const ALL_HOSTILE_TEXTS: readonly string[] = [
  ...HOSTILE_TEXTS,
  ...SANITISER_CASES,
  ...generatedCases(60),
  ...naughtyTexts(8),
];
