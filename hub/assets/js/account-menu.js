// The account menu is a details element; it also closes with Escape and when something else is pressed or reached.
export function closeWhenLeft(menu) {
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return
    menu.open = false
    menu.querySelector('summary').focus()
  })
  for (const leaving of ['pointerdown', 'focusin']) {
    document.addEventListener(leaving, (event) => {
      if (!menu.contains(event.target)) menu.open = false
    })
  }
}
