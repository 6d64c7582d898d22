import { fc } from '../laws';

/**
 * The kinds of cases that sanitisers (DOMPurify) and readers of Markdown (markdown-it) test themselves with, in texts of
 * our own: what each kind is about stands above it.
 */
export const SANITISER_CASES = [
  // Elements that run, load or navigate by themselves.
  '<img src=x onerror=alert(1)>',
  '<img/src="x"/onerror="alert(1)">',
  '<IMG SRC=x OnErRoR=alert(1)//',
  '<audio src onloadstart=alert(1)>',
  '<video poster=javascript:alert(1)></video>',
  '<body onpageshow=alert(1)>',
  '<marquee onstart=alert(1)>fast</marquee>',
  '<select autofocus onfocus=alert(1)><option>',
  '<button formaction=javascript:alert(1)>go</button>',
  '<isindex action=javascript:alert(1) type=submit>',
  '<keygen autofocus onfocus=alert(1)>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="//example.org/x.swf" allowscriptaccess=always>',
  '<applet code=x></applet><frameset onload=alert(1)><frame src=x>',
  '<portal src="//example.org"></portal><fencedframe></fencedframe>',
  '<link rel=import href="//example.org/x.html"><link rel=prefetch href="//example.org">',
  '<script src="//example.org/x.js" async defer></script>',
  '<script type=module>import("//example.org/x.js")</script>',
  '<script type=importmap>{"imports":{"a":"//example.org/"}}</script>',
  '<meta charset=utf-7>+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
  '<meta http-equiv=Content-Security-Policy content="script-src *">',
  '<dialog open onclose=alert(1)><form method=dialog><button>x</button></form></dialog>',
  '<div popover id=p onbeforetoggle=alert(1)>x</div><button popovertarget=p>open</button>',
  '<input type=image src=x onerror=alert(1)>',
  '<track default src=x oncuechange=alert(1)>',
  // Elements of SVG and MathML, in which other rules hold.
  '<svg><script>alert(1)</script></svg>',
  '<svg><script xlink:href=data:,alert(1) /></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text y=20>click</text></a></svg>',
  '<svg><animate attributeName=href values=javascript:alert(1) /><a id=x></svg>',
  '<svg><set attributeName=onmouseover to=alert(1)></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"/></svg>',
  '<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>',
  '<svg><title><style><img src=x onerror=alert(1)></style></title></svg>',
  '<svg><desc><![CDATA[</desc><script>alert(1)</script>]]></svg>',
  '<math href="javascript:alert(1)">click</math>',
  '<math><maction actiontype="statusline#http://example.org" xlink:href="javascript:alert(1)">x</maction></math>',
  '<math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>',
  // What is harmless once and something else when it is read again.
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<math></br><style><!--</style><img src=x onerror=alert(1)>--></style>',
  '<table><caption><svg><title><table><caption></caption></table></title><style></style></svg>',
  '<form id=a></form><form id=b><input form=a name=c><img src=x onerror=alert(1)>',
  '<select><option><style></option></select><img src=x onerror=alert(1)></style>',
  '<noembed><img title="</noembed><img src=x onerror=alert(1)>"></noembed>',
  '<noframes><img title="</noframes><img src=x onerror=alert(1)>"></noframes>',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
  '<iframe><img title="</iframe><img src=x onerror=alert(1)>"></iframe>',
  '<title><img title="</title><img src=x onerror=alert(1)>"></title>',
  '<p id="</p><img src=x onerror=alert(1)>">x',
  '<a title="&lt;/a&gt;&lt;img src=x onerror=alert(1)&gt;">x</a>',
  '<x title="a&quot; onclick=alert(1) b=&quot;">x</x>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!--!> <img src=x onerror=alert(1)> --!><b>',
  '<!-- --!><img src=x onerror=alert(1)> -->',
  '<?xml-stylesheet href="javascript:alert(1)"?><?php echo 1 ?>',
  '<!DOCTYPE html [<!ENTITY x "<script>alert(1)</script>">]>&x;',
  '<template shadowrootmode=open><img src=x onerror=alert(1)></template>',
  // Names that stand in the way of scripts.
  '<form name=body><input name=attributes><input name=parentNode>',
  '<img name=getElementById><img name=querySelector><a id=location href=//example.org>',
  '<form id=config><output id=url name=url>javascript:alert(1)</output></form>',
  '<input name=__proto__><input name=constructor><input id=toString>',
  // Addresses that pretend to be others.
  'JAVASCRIPT:alert(1)',
  'java\u{A0}script:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#x3A;alert(1)',
  'feed:javascript:alert(1)',
  'view-source:javascript:alert(1)',
  'blob:https://example.org/1 filesystem:https://example.org/1',
  'data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+',
  'https:example.org \\\\example.org\\x //example.org/%2e%2e/ https://example.org:443@evil.example',
  'mailto:a@example.org?body="><img src=x onerror=alert(1)>&cc=b@example.org',
  'http://[::1]/ http://0x7f.1/ http://1.1/ http://example.org%00.evil.example/',
  // Styles.
  '<div style="background:url(javascript:alert(1));position:fixed;inset:0">x</div>',
  '<style>@import "//example.org/x.css";</style><style media=print>*{display:none}</style>',
  '<b style="width:expression(alert(1));-moz-binding:url(//example.org/x)">x</b>',
  '</style><img src=x onerror=alert(1)>',
  '*/}</style><script>alert(1)</script>/*',
  // Markdown: links, images and their titles.
  '[x](<javascript:alert(1)>) [x](JAVASCRIPT:alert(1) "a") [x](javascript&#58;alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=) ![x](data:image/gif;base64,R0lGODlh)',
  '[a [b](c) d](e) [![a](b)](c) [a](b(c(d)e)f) [a]( <b c> "d\\"e" )',
  '[a](b "c" onclick=alert(1)) ![" onerror="alert(1)](x) ![a](x "t\\" onerror=\\"alert(1)")',
  '[a]: javascript:alert(1) "title"',
  '[^1]: a footnote [^1] [a][] [a][b] [ ]: x',
  '<javascript:alert(1)> <a+b.c:d> <mailto:a@example.org> <me@example.org> <https://a.example/">',
  'www.example.org https://example.org/a_b_c*d* (https://example.org/(a)) https://example.org.',
  // Markdown: emphasis, code and what ends a block.
  '***a** b* **a*b** _a__b_ __a_b__ *a `b* c` ~~a~~ ~a~ ==a== ++a++ ^a^',
  '``a ` b`` `` ` `` ``` a ``` ` <b> ` \\`a` `a\\`',
  '# a #\n## b\n=====\n-----\n* * *\n',
  '> a\n>> b\n- c\n  - d\n1) e\n+ f\n    code\n',
  '```html\n<script>alert(1)</script>\n```\n~~~\n</code></pre><img src=x onerror=alert(1)>\n~~~',
  '<div>\n\n*a*\n\n</div>\n<pre>\n*b*\n</pre>\n<!-- c -->\n<?d?>\n<!E>\n<![CDATA[f]]>',
  '| a | b |\n| - | :-: |\n| \\| | <img src=x onerror=alert(1)> |',
  '&lt;b&gt; &#x3C;b> &#60;b> &#0; &#xD800; &#x110000; &nosuch; &copy &#x22;',
  'a  \nb\\\nc\\ \n\\<b\\> \\[a\\](b) \\&amp; \\\\',
  '---\ntitle: a\n---\n\n%%% :::note\n$$x$$ :smile: @all #tag',
  // Templates, spreadsheets, shells, paths and other readers behind a page.
  '{{constructor.constructor("alert(1)")()}} {%raw%} <#list 1..2 as x> @{7*7} [[7*7]]',
  '=HYPERLINK("https://example.org","x") +1+1 -1-1 @SUM(1)',
  '../../../etc/passwd ..\\..\\x %2e%2e%2f $(id) `id` ; rm -rf ; | cat & && || > x',
  '\' OR 1=1 -- "; DROP TABLE turns; --',
  '%s %n %x {0} {} $1 $& $` \\1 \\0 \\x3c \\u003c',
  '__proto__ constructor prototype toString valueOf hasOwnProperty',
  'null undefined NaN true false -0 1e999 0x10 1_000',
] as const;

const OPENINGS = [
  '">',
  "'>",
  '`>',
  '</p>',
  '-->',
  ']]>',
  '*/',
  '</script>',
  '</style>',
  '\\">',
  '&quot;>',
  ' ',
  '\n\n',
];
const CORES = [
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<script>alert(1)</script>',
  '<a href=javascript:alert(1)>x</a>',
  ' onfocus=alert(1) autofocus ',
  '[x](javascript:alert(1))',
  '<iframe src=//example.org>',
  '{{7*7}}',
];
const DISGUISES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (text) => text.replaceAll('<', '<\u{200B}'),
  (text) => text.replaceAll('=', ' = '),
  (text) => text.replaceAll('<', '<<'),
  (text) => text.replaceAll(' ', '/'),
  (text) => [...text].map((character) => `&#${character.codePointAt(0)};`).join(''),
];

/** Texts put together of an end, a payload and a disguise: the same ones in every run. */
export function generatedCases(count: number): readonly string[] {
  const texts = fc
    .tuple(
      fc.constantFrom(...OPENINGS),
      fc.constantFrom(...DISGUISES),
      fc.constantFrom(...CORES),
      fc.constantFrom(...OPENINGS),
    )
    .map(([opening, disguise, core, closing]) => `${opening}${disguise(core)}${closing}`);
  return fc.sample(texts, { numRuns: count, seed: 7 });
}
