// Print and copy the address: only a script can do either, so the buttons show only when it runs.
export function offerPageTools(tools) {
  const said = tools.querySelector('[role="status"]')
  const copy = tools.querySelector('[data-copy-link]')

  tools.querySelector('[data-print]').addEventListener('click', () => window.print())
  copy.hidden = !navigator.clipboard
  copy.addEventListener('click', async () => {
    // Empty first, so that the same words are said again when the button is pressed again.
    said.textContent = ''
    try {
      await navigator.clipboard.writeText(lastingAddress())
      said.textContent = 'Copied'
    } catch {
      said.textContent = 'Your browser did not allow it. Copy the address from its address bar.'
    }
  })
  tools.hidden = false
}

// The address without what a letter or a search added to it.
function lastingAddress() {
  return document.querySelector('link[rel="canonical"]')?.href ?? window.location.href
}
