// style.js - how the panel looks; properties with an underscore are its own. Tested by tests/e2e/widget.test.mjs.

export const sheet = new CSSStyleSheet();
sheet.replaceSync(`
.panel {
  --_accent: var(--signpost-accent, #2457d6);
  --_bg: var(--signpost-background, light-dark(#fff, #14181f));
  --_text: var(--signpost-text, light-dark(#16191f, #e8ebf0));
  --_link: var(--signpost-link, light-dark(oklch(from var(--_accent) min(l, .5) c h), oklch(from var(--_accent) max(l, .78) min(c, .13) h)));
  --_quiet: color-mix(in oklab, var(--_text) 72%, var(--_bg));
  --_line: color-mix(in oklab, var(--_text) 14%, var(--_bg));
  --_soft: color-mix(in oklab, var(--_text) 5%, var(--_bg));
  --_tint: color-mix(in oklab, var(--_accent) 10%, var(--_bg));
  --_mono: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  position: fixed; inset: auto; inset-block-end: calc(var(--signpost-inset-block, 20px) + 4em); inset-inline-end: var(--signpost-inset-inline, 20px);
  z-index: var(--signpost-z-index, 2147483000); box-sizing: border-box; display: flex; flex-direction: column; margin: 0; padding: 0;
  inline-size: min(var(--signpost-width, 26em), 100vw - 2 * var(--signpost-inset-inline, 20px)); block-size: min(var(--signpost-height, 40em), 100dvh - 6em - var(--signpost-inset-block, 20px));
  max-inline-size: none; max-block-size: none; overflow: hidden; border: 1px solid var(--_line); border-radius: var(--signpost-radius, 14px);
  background: var(--_bg); color: var(--_text); box-shadow: 0 2px 6px rgb(0 0 0 / 10%), 0 20px 48px -12px rgb(0 0 0 / 40%);
  font: 400 var(--signpost-font-size, 1em)/1.55 var(--signpost-font, system-ui, sans-serif); text-align: start; overflow-wrap: break-word;
}
:host([placement=start]) .panel { inset-inline: var(--signpost-inset-inline, 20px) auto; }
:host(:is([placement=inline], [placement=none])) .panel { inset-block-end: var(--signpost-inset-block, 20px); }
.panel[hidden], .panel [hidden] { display: none; }
.panel:lang(ko) { word-break: keep-all; }
@media (max-width: 480px), (max-height: 480px) {
  .panel.panel.panel { inset: 0; inline-size: 100%; block-size: 100dvh; border: 0; border-radius: 0; }
}
@media (prefers-reduced-motion: no-preference) {
  .panel { transition: opacity .15s, transform .15s; @starting-style { opacity: 0; transform: translateY(8px); } }
}
.head { display: flex; align-items: center; gap: .25em; padding: .5em; border-block-end: 1px solid var(--_line); }
.title { flex: 1; margin: 0; padding-inline: .5em; font-weight: 650; }
.tool { display: grid; place-items: center; flex: none; inline-size: 2.5em; block-size: 2.5em; padding: 0; border: 0; border-radius: 8px; background: none; color: inherit; font: inherit; cursor: pointer; }
:is(.tool, .hit, .contact):hover { background: var(--_soft); }
[dir=rtl] :is(.back, .out) { transform: scaleX(-1); }
:is(a, button, input, [tabindex]):focus-visible { outline: 2px solid var(--_link); outline-offset: 2px; }
.hit:focus-visible, .prose:focus-visible { outline-offset: -2px; }
[tabindex='-1']:focus-visible { outline: 0; }
.body { flex: 1; min-block-size: 0; overflow-y: auto; overscroll-behavior: contain; }
.view { padding: 1em; }
input[type=search] { box-sizing: border-box; inline-size: 100%; min-block-size: 2.75em; margin: 0; padding: 0 .9em; border: 1px solid color-mix(in oklab, var(--_text) 50%, var(--_bg)); border-radius: 10px; background: var(--_bg); color: inherit; font: inherit; }
::placeholder { color: var(--_quiet); opacity: 1; }
.quiet, small { color: var(--_quiet); font-size: .875em; }
a { color: var(--_link); }
h2 { margin: 0 0 .5em; font-size: 1.25em; line-height: 1.35; }
.list { margin: 1em -.5em 0; padding: 0; list-style: none; }
.hit { display: block; padding: .6em .75em; border-radius: 10px; color: inherit; text-decoration: none; }
.hit > :is(b, small) { display: block; }
.hit b { color: var(--_link); font-weight: 600; }
.snippet { display: -webkit-box !important; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
mark { background: none; color: inherit; font-weight: 700; }
.answer { margin-block-start: 1em; padding: 1em; border: 1px solid var(--_line); border-radius: 10px; background: var(--_tint); }
.answer > h2 { font-size: 1em; }
.answer > :is(blockquote, p) { margin: 0 0 .75em; }
.plain { padding: .35em 0; border: 0; background: none; color: var(--_link); font: inherit; font-size: .875em; text-decoration: underline; cursor: pointer; }
.incident { margin: 1em 0 0; padding: .75em 1em; border-radius: 10px; background: light-dark(#fdf3dc, #3a2c0c); }
.foot:has([hidden]) { display: none; }
.foot { padding: .5em 1em; border-block-start: 1px solid var(--_line); }
.contact { inline-size: 100%; min-block-size: 2.5em; border: 1px solid var(--_line); border-radius: 8px; background: var(--_bg); color: var(--_link); font: inherit; font-weight: 600; cursor: pointer; }
.status, .hidden { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.prose > :first-child { margin-block-start: 0; }
.prose > :last-child { margin-block-end: 0; }
.prose :is(h3, h4, h5, h6) { margin: 1.5em 0 .5em; line-height: 1.35; scroll-margin-block-start: .75em; }
.prose :is(h4, h5, h6) { font-size: 1em; }
.prose :is(ul, ol) { padding-inline-start: 1.5em; }
.prose li { margin-block: .35em; }
.prose li:has(> input) { list-style: none; }
.prose :is(img, video) { max-inline-size: 100%; block-size: auto; border-radius: 8px; }
.prose :is(code, kbd, samp) { font: .875em var(--_mono); direction: ltr; unicode-bidi: isolate; }
.prose :not(pre) > code { padding: .1em .3em; border-radius: 4px; background: var(--_soft); overflow-wrap: anywhere; }
.prose pre { padding: .75em 1em; overflow-x: auto; border: 1px solid var(--_line); border-radius: 8px; background: var(--_soft); direction: ltr; text-align: left; }
.prose blockquote { margin-inline: 0; padding-inline-start: 1em; border-inline-start: 3px solid var(--_line); }
.prose .table-scroll { overflow-x: auto; }
.prose table { border-collapse: collapse; font-size: .9375em; }
.prose :is(th, td) { padding: .4em .75em; border: 1px solid var(--_line); text-align: start; vertical-align: top; }
.prose th { background: var(--_soft); }
.prose :is(.admonition, .tab, details) { margin-block: 1em; padding: .75em 1em; border: 1px solid var(--_line); border-radius: 8px; background: var(--_tint); }
.prose .admonition > :first-child { margin-block-start: 0; font-weight: 650; }
.prose .admonition > :last-child { margin-block-end: 0; }
.prose :is(.warning, .caution) { background: light-dark(#fdf3dc, #3a2c0c); }
`);
