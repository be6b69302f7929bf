/** What the tests of a file are called, as its text says: their titles, and the rows of the tables that they go through. */

import ts from 'typescript'

const TESTS = new Set(['it', 'test', 'describe'])

/** The name that a call begins with: `it` of `it`, `it.each`, `it.skipIf(…)` and `it.each(…)`. */
function headOf(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) return headOf(node.expression)
  return ''
}

/** Rows written out, with or without `as const`. */
function isTable(node: ts.Expression): boolean {
  const rows = ts.isAsExpression(node) ? node.expression : node
  return ts.isArrayLiteralExpression(rows) && rows.elements.every(ts.isArrayLiteralExpression)
}

/** All text in a node, each literal by itself; what is filled into a template is left out. */
function textsIn(node: ts.Node): string[] {
  const texts: string[] = []
  const visit = (each: ts.Node): void => {
    // What a row does is not what it is called.
    if (ts.isArrowFunction(each) || ts.isFunctionExpression(each)) return
    if (ts.isStringLiteralLike(each)) texts.push(each.text)
    if (ts.isTemplateExpression(each))
      texts.push(each.head.text, ...each.templateSpans.map(({ literal }) => literal.text))
    ts.forEachChild(each, visit)
  }
  visit(node)
  return texts
}

/**
 * Titles of the tests in `source`, and what stands in tables of cases: those that `each` is given, in the call or under a name of
 * the file, and those that a loop goes through row by row.
 */
export function titlesIn(source: string): string[] {
  const file = ts.createSourceFile('a.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const titles: string[] = []
  const tables: ts.Expression[] = []
  const named = new Map<string, ts.Expression>()
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      named.set(node.name.text, node.initializer)
    if (ts.isCallExpression(node) && TESTS.has(headOf(node.expression))) {
      const [first] = node.arguments
      const isEach = ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'each'
      if (first && isEach) tables.push(first)
      else if (first) titles.push(...textsIn(first))
    }
    if (ts.isForOfStatement(node) && isTable(node.expression)) tables.push(node.expression)
    ts.forEachChild(node, visit)
  }
  visit(file)
  for (const table of tables) {
    titles.push(...textsIn(table))
    // A table may be made of others.
    const seen = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) titles.push(...textsIn(named.get(node.text) ?? node))
      ts.forEachChild(node, seen)
    }
    seen(table)
  }
  return titles
}
