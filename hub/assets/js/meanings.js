// A link to a short word's meaning shows it in place; the glossary is one step further. Without this file, or with a
// key that opens links elsewhere, it stays the link that it is.
let shown

export function showMeaning(link) {
  if (!HTMLElement.prototype.showPopover) return
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    open(link)
  })
}

function open(link) {
  shown?.remove()
  const box = document.createElement('div')
  box.className = 'meaning'
  box.popover = 'auto'
  box.setAttribute('role', 'dialog')
  box.setAttribute('aria-label', link.textContent)
  const words = document.createElement('p')
  words.textContent = link.dataset.means
  const onward = document.createElement('a')
  onward.href = link.href
  onward.textContent = 'See it in the glossary'
  box.append(words, onward)
  link.after(box)
  box.addEventListener('toggle', (event) => {
    if (event.newState !== 'closed') return
    const hadFocus = box.contains(document.activeElement) || document.activeElement === document.body
    box.remove()
    if (hadFocus) link.focus()
  })
  box.showPopover()
  shown = box
  place(box, link)
  onward.focus({ preventScroll: true })
}

function place(box, link) {
  // In the page's own measures, so that it moves with its word when the page is scrolled.
  const { left, top, bottom } = link.getBoundingClientRect()
  const margin = 8
  const below = bottom + margin + box.offsetHeight <= window.innerHeight
  const beside = Math.max(margin, Math.min(left, document.documentElement.clientWidth - box.offsetWidth - margin))
  const under = below ? bottom + margin : Math.max(margin, top - margin - box.offsetHeight)
  box.style.left = `${beside + window.scrollX}px`
  box.style.top = `${under + window.scrollY}px`
}
