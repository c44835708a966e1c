// A video is a link to where it stands, and nothing is asked of that host until it is pressed. With this script the
// press puts the player in the place of the link; without it, and with a modifier key, the link is followed.
export function playHere(link) {
  const panel = link.closest('.video-panel')
  const note = panel.querySelector('[data-note]')
  if (note) note.textContent = note.dataset.note

  const play = (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const player = document.createElement('iframe')
    player.className = 'video-player'
    player.title = link.dataset.title
    player.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
    // The host plays a video only for a website that says which one it is; it is told the site, not the page.
    player.referrerPolicy = 'strict-origin-when-cross-origin'
    player.src = link.dataset.player
    panel.replaceWith(player)
    player.focus()
  }

  link.setAttribute('role', 'button')
  link.addEventListener('click', play)
  link.addEventListener('keydown', (event) => {
    if (event.key === ' ') play(event)
  })
}
