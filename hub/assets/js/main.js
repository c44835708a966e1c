// Everything on the site works without this file; it only makes a few things shorter to reach.
import { createAll, ErrorSummary, PasswordInput } from 'govuk-frontend'
import { closeWhenLeft } from './account-menu.js'
import { openTogether } from './accordion.js'
import { openAndClose } from './fold.js'
import { playHere } from './video.js'
import { showMeaning } from './meanings.js'
import { offerPageTools } from './page-tools.js'
import { answerInPlace } from './useful.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
document.querySelectorAll('[data-opens]').forEach(openAndClose)
document.querySelectorAll('.accordion').forEach(openTogether)
document.querySelectorAll('[data-player^="https:"]').forEach(playHere)
document.querySelectorAll('.account').forEach(closeWhenLeft)
document.querySelectorAll('a.term').forEach(showMeaning)
document.querySelectorAll('[data-page-tools]').forEach(offerPageTools)
document.querySelectorAll('[data-useful]').forEach(answerInPlace)
createAll(ErrorSummary)
createAll(PasswordInput)
