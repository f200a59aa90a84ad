// grammars.js - which of Prism's grammars (version 1.29) a language name means, and which others it builds on.
// Tested by tests/e2e/texts.test.mjs against Prism's own list.

// Names that writers use -> Prism's.
const ALIASES = {
  sh: 'bash', shell: 'bash', zsh: 'bash', console: 'bash', 'shell-session': 'bash', js: 'javascript', mjs: 'javascript', ts: 'typescript', html: 'markup', xml: 'markup',
  svg: 'markup', mathml: 'markup', yml: 'yaml', py: 'python', rb: 'ruby', 'c++': 'cpp', cc: 'cpp', cs: 'csharp', 'c#': 'csharp', 'f#': 'fsharp', md: 'markdown',
  dockerfile: 'docker', jsonc: 'json5', kt: 'kotlin', rs: 'rust', golang: 'go', ps1: 'powershell', pwsh: 'powershell', conf: 'ini', gql: 'graphql', objc: 'objectivec', tex: 'latex',
  make: 'makefile', hs: 'haskell', vb: 'visual-basic', tf: 'hcl', terraform: 'hcl', jinja: 'django', jinja2: 'django', hbs: 'handlebars', mustache: 'handlebars', gitignore: 'ignore',
};
const PLAIN = new Set(['text', 'txt', 'plain', 'plaintext', 'none', 'output']);

// A grammar -> those that can only be loaded after it.
const BUILT_ON = {
  clike: 'javascript apex birb c csharp cfscript chaiscript d dart fsharp firestore-security-rules gml go gradle groovy haxe java jolie kotlin latte processing protobuf purebasic qsharp qore reason ruby solidity sqf squirrel tt2 v vala',
  javascript: 'actionscript coffeescript ejs flow jsdoc js-extras js-templates mongodb n4js pug qml jsx typescript',
  sql: 'apex plsql',
  cpp: 'arduino chaiscript cilkcpp',
  markup: 'aspnet javadoc markdown markup-templating parser pug cshtml jsx textile velocity wiki xeora xml-doc xquery',
  csharp: 'aspnet cshtml t4-cs',
  c: 'bison cpp cilkc glsl hlsl objectivec opencl',
  ruby: 'crystal erb haml',
  css: 'css-extras less sass scss',
  'markup-templating': 'django ejs etlua erb ftl handlebars latte liquid php smarty soy tt2 twig',
  lua: 'etlua',
  haskell: 'idris purescript',
  java: 'javadoc scala stata',
  javadoclike: 'javadoc jsdoc phpdoc',
  typescript: 'jsdoc tsx',
  json: 'json5 jsonp',
  php: 'latte phpdoc php-extras',
  scheme: 'lilypond racket',
  jsx: 'tsx',
  bash: 'shell-session',
  turtle: 'sparql',
  mata: 'stata',
  python: 'stata',
  't4-templating': 't4-cs t4-vb',
  vbnet: 't4-vb',
  yaml: 'tap',
  basic: 'vbnet',
};

// The grammar for a language as a code block names it; undefined for plain text and for what can't be a name.
export function grammarOf(language) {
  const name = ALIASES[language.toLowerCase()] ?? language.toLowerCase();
  return PLAIN.has(name) || !/^[a-z0-9-]+$/.test(name) ? undefined : name;
}

// What must be loaded before a grammar.
export function needs(name) {
  const needed = Object.keys(BUILT_ON).filter((base) => BUILT_ON[base].split(' ').includes(name));
  return name === 'markdown' ? [...needed, 'yaml'] : needed; // for its front matter
}
