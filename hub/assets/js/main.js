// Everything on the site works without this file; it only makes a few things shorter to reach.
import { createAll, ErrorSummary, PasswordInput } from 'govuk-frontend'
import { closeWhenLeft } from './account-menu.js'
import { openAndClose } from './fold.js'
import { answerInPlace } from './useful.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
document.querySelectorAll('[data-opens]').forEach(openAndClose)
document.querySelectorAll('.account').forEach(closeWhenLeft)
document.querySelectorAll('[data-useful]').forEach(answerInPlace)
createAll(ErrorSummary)
createAll(PasswordInput)
