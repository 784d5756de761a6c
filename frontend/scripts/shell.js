import { forgetAll, isUnsaved } from './form-draft.js';
import { holds } from './leave-guard.js';

// The skip link: a plain "#content" would be taken relative to <base href> and leave the page.
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('.skip-link')) {
    event.preventDefault();
    document.getElementById('content')?.focus();
  }
});

// Signing out leaves nothing behind, even where the session has ended already. Where something is unsaved, the server
// asks first, and form-draft.js forgets it when the answer is to go.
document.addEventListener(
  'click',
  (event) => {
    const signsOut = event.target instanceof Element && event.target.closest('.sign-out');
    if (signsOut && !isUnsaved() && !holds()) forgetAll();
  },
  true,
);

// What is said of a lost connection lies outside the page's landmarks: as a status it is announced, too.
customElements
  .whenDefined('vaadin-connection-indicator')
  .then(() => document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status'));
