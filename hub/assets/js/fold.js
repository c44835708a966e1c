// A link to a part of the page that is folded on narrow screens becomes a button that opens and closes it.
// Until then it is an honest link: the style sheet opens the part that an address points at.
export function openAndClose(link) {
  const part = document.getElementById(link.dataset.opens)
  if (!part) return

  const show = (open) => {
    part.toggleAttribute('data-open', open)
    link.setAttribute('aria-expanded', String(open))
  }
  const toggle = (event) => {
    event.preventDefault()
    show(!part.hasAttribute('data-open'))
  }

  link.setAttribute('role', 'button')
  link.setAttribute('aria-controls', part.id)
  show(part.matches(':target'))
  link.addEventListener('click', toggle)
  link.addEventListener('keydown', (event) => {
    if (event.key === ' ') toggle(event)
  })
}
