/** A news site of one page, for a tab that is read all day: it shows article after article, and lets a feed grow. */

/** In the page: `read(from, count)` shows articles, each until its last mention is marked; `grow(from, count)` appends paragraphs. */
export const LONG_DAY = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title></head><body><main></main><script>
  const SENTENCES = [
    'Japan imports about 60% of its rare earths from China, says report N.',
    'The ministry said on day N that nothing had changed since.',
    'Dual-use items of kind N need a licence.',
    'Ships near the Senkaku Islands turned back for the Nth time.',
    'Prices rose by N per cent.',
  ]
  const paragraph = (n) => {
    const element = document.createElement('p')
    element.textContent = SENTENCES[n % SENTENCES.length].replace('N', n)
    return element
  }
  const paragraphs = (from, count) => Array.from({ length: count }, (_, index) => paragraph(from + index))
  const main = document.querySelector('main')
  const isMarked = () => {
    const last = main.lastElementChild.previousElementSibling
    for (const range of CSS.highlights.get('tradegloss-senkaku') ?? []) if (last.contains(range.startContainer)) return true
    return false
  }
  const until = async (holds) => {
    while (!holds()) await new Promise((next) => setTimeout(next, 10))
  }
  const read = async (from, count) => {
    for (let n = from; n < from + count; n++) {
      history.pushState({}, '', '/article/' + n)
      main.replaceChildren(...paragraphs(30 * n, 30))
      await until(isMarked)
    }
  }
  const grow = (from, count) => main.append(...paragraphs(from, count))
</script></body></html>`
