// Sections that open are details elements and need no script. With it, all of them open at one press, and on paper.
export function openTogether(accordion) {
  const sections = [...accordion.querySelectorAll(':scope > details')]
  openOnPaper(sections)
  if (sections.length < 2) return

  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'accordion-all'
  const allOpen = () => sections.every((section) => section.open)
  const name = () => {
    button.textContent = allOpen() ? 'Hide all sections' : 'Show all sections'
  }
  button.addEventListener('click', () => {
    const open = !allOpen()
    sections.forEach((section) => (section.open = open))
    name()
  })
  sections.forEach((section) => section.addEventListener('toggle', name))
  name()
  accordion.prepend(button)
}

function openOnPaper(sections) {
  let opened = []
  window.addEventListener('beforeprint', () => {
    opened = sections.filter((section) => !section.open)
    opened.forEach((section) => (section.open = true))
  })
  window.addEventListener('afterprint', () => {
    opened.forEach((section) => (section.open = false))
    opened = []
  })
}
