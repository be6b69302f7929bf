/** Which way dependencies may point: a pure core, a page layer on it, entrypoints on top, no cycles. */

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    rule('no-cycles', 'Files that need each other are one file.', {}, { circular: true }),
    rule(
      'detect-is-alone',
      'Detection knows nothing but itself and compromise.',
      { path: '^lib/detect' },
      { pathNot: '^lib/detect|node_modules/compromise' },
    ),
    rule(
      'unknown-is-alone',
      'What is to be told of a value of unknown shape, all may ask, and it asks nobody.',
      { path: '^lib/unknown' },
      { pathNot: '^lib/unknown' },
    ),
    rule(
      'dataset-knows-detection-only',
      'The dataset is pure; it shares words with detection.',
      { path: '^lib/dataset' },
      { pathNot: '^lib/(dataset|detect|unknown)|^public/dataset/datapackage\\.json$' },
    ),
    rule(
      'card-is-pure',
      'What a card says is decided without a page.',
      { path: '^lib/card' },
      { pathNot: '^lib/(card|dataset|detect|i18n|unknown)' },
    ),
    rule(
      'report-is-pure',
      'A report is made of what cards and pages said, and writes nothing itself.',
      { path: '^lib/report' },
      { pathNot: '^lib/(report|card|dataset|detect|i18n|unknown)|^lib/messaging/protocol\\.ts$' },
    ),
    rule(
      'compromise-reads-english-only',
      'A page never loads compromise.',
      { pathNot: '^lib/detect/(english-numbers|judge)\\.ts$|^lib/cli/bench/' },
      { path: 'node_modules/compromise' },
    ),
    rule(
      'english-off-the-page',
      'Sentences are read in the background and on the command line.',
      { path: '^(entrypoints/(annotate|popup|scout)|lib/(page|card)|components)' },
      { path: '^lib/detect/(english-numbers|judge)\\.ts$', reachable: true },
    ),
    rule(
      'no-search-on-the-page',
      'Texts are searched in the background: a page pays for reading and drawing only.',
      { path: '^(entrypoints/(annotate|scout)|lib/(page|card))' },
      { path: '^lib/detect/(compile|detect|fold|lexicon|script|trie)\\.ts$', reachable: true },
    ),
    rule(
      'page-knows-no-storage',
      'The page layer draws what it is given.',
      { path: '^lib/page' },
      { path: '^lib/(settings|messaging|platform|editions|updates|cli|i18n)|^components|^entrypoints' },
    ),
    rule(
      'components-take-props',
      'Components know no browser API and no storage.',
      { path: '^components' },
      {
        path: '^lib/(platform|editions|page|cli)|^lib/updates/(?!(fault|keys|log|state|status)\\.ts$)|^lib/settings/store|^lib/messaging/(client|server)|^entrypoints',
      },
    ),
    rule(
      'below-the-page',
      'Storage, messages and settings know neither page nor components.',
      { path: '^lib/(messaging|settings|platform|editions|updates|sites|i18n)' },
      { path: '^lib/page|^components|^entrypoints' },
    ),
    rule(
      'nothing-imports-entrypoints',
      'Entrypoints are where imports end.',
      { pathNot: '^entrypoints' },
      { path: '^entrypoints' },
    ),
    rule(
      'entrypoints-apart',
      'What two entrypoints need lies in lib; only the welcome page, which shows the product at work, runs the content script.',
      { path: '^entrypoints/([^/]+)/' },
      { path: '^entrypoints/[^/]+/', pathNot: ['^entrypoints/$1/', '^entrypoints/annotate/session\\.ts$'] },
    ),
    rule(
      'cli-stays-in-node',
      'What ships never imports the command line.',
      { path: '^(entrypoints|components|lib/(?!cli))' },
      { path: '^lib/cli' },
    ),
    rule(
      'one-polyfill',
      'The browser API comes from one place.',
      { pathNot: '^lib/platform/browser\\.ts$' },
      { path: 'node_modules/webextension-polyfill' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'] },
  },
}
