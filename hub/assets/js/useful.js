// The answer to 'Was this page useful?' takes the place of the buttons. Without this, it comes as a page of its own.
function randomKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function hidden(name, value) {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = name
  field.value = value
  return field
}

export function answerInPlace(part) {
  // One for as long as the page is open: a second press is the same answer.
  const sitting = randomKey()
  const status = part.querySelector('[role=status]')
  let waiting = false

  const show = (html) => {
    const next = new DOMParser().parseFromString(html, 'text/html').body
    const said = next.querySelector('.useful-said')
    said?.remove()
    part.querySelector('form').remove()
    part.append(...next.childNodes)
    status.textContent = said?.textContent ?? ''
    const field = part.querySelector('textarea')
    if (field) field.focus()
    else part.focus()
  }

  part.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (waiting) return
    waiting = true
    const form = event.target
    const pressed = event.submitter
    if (pressed?.name) form.append(hidden(pressed.name, pressed.value))
    form.append(hidden('sitting', sitting))
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        headers: { 'X-Requested-With': 'fetch' }
      })
      if (![200, 429].includes(answer.status)) throw new Error(answer.statusText)
      show(await answer.text())
    } catch {
      form.submit()
    } finally {
      waiting = false
    }
  })
}
