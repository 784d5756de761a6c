// Mirrors what is typed into a form to the session storage of this tab, so that an expired session, a restarted server
// or a reload loses nothing. Values stay in the browser; passwords are never mirrored.
const PREFIX = 'acme-draft:';
const SIGNED_OUT = 'acme-signed-out';

// The forms of this page that are mirrored, each with what says whether it holds something unsaved.
const mirrored = new Map();

// A field whose choice only the server can name carries it as an attribute; all others have it in their value.
function valueOf(field) {
  return field.dataset.draftValue ?? (field.value == null ? '' : String(field.value));
}

function snapshot(form) {
  const values = {};
  for (const field of form.querySelectorAll('[data-draft-field]')) {
    if (field.localName !== 'vaadin-password-field') {
      values[field.dataset.draftField] = valueOf(field);
    }
  }
  return JSON.stringify(values);
}

// What was left behind under this key (user and address), as JSON, or null.
export function find(key) {
  return sessionStorage.getItem(PREFIX + key);
}

// From now on every change of the form is mirrored; what it holds at this moment counts as saved.
export function mirror(form, name) {
  for (const other of [...mirrored.keys()]) {
    if (other === form || !other.isConnected) release(other);
  }
  const key = PREFIX + name;
  const stop = new AbortController();
  const saved = snapshot(form);
  const changed = () => form.isConnected && snapshot(form) !== saved;
  const store = () => {
    if (stop.signal.aborted) {
      return;
    }
    if (changed()) {
      sessionStorage.setItem(key, snapshot(form));
    } else {
      sessionStorage.removeItem(key);
    }
  };
  for (const field of form.querySelectorAll('[data-draft-field]')) {
    field.addEventListener('value-changed', store, { signal: stop.signal });
  }
  const observer = new MutationObserver(store);
  observer.observe(form, { subtree: true, attributeFilter: ['data-draft-value'] });
  stop.signal.addEventListener('abort', () => observer.disconnect());
  mirrored.set(form, { changed, store, stop });
}

function release(form) {
  mirrored.get(form)?.stop.abort();
  mirrored.delete(form);
}

function releaseAll() {
  [...mirrored.keys()].forEach(release);
}

// Whether a form of this page holds something that is not saved.
export function isUnsaved() {
  return [...mirrored.values()].some(({ changed }) => changed());
}

// Closing the tab or leaving for another site asks first, as long as something is unsaved.
window.addEventListener('beforeunload', (event) => isUnsaved() && event.preventDefault());
// The session is over, the page leads to sign-in: what is unsaved waits here, nothing to ask.
window.addEventListener('acme-session-ended', releaseAll);
// The person is about to be signed out, and has agreed to lose what is unsaved.
window.addEventListener('acme-signing-out', () => {
  releaseAll();
  forgetAll();
});

// What was left behind is given up; what differs from the saved fields is not.
export function discard(form) {
  mirrored.get(form)?.store();
}

// Saved, or given up by choice: nothing is offered again.
export function forget(key, form) {
  release(form);
  sessionStorage.removeItem(PREFIX + key);
}

// Signing out leaves nothing behind, in this tab and in the others.
export function forgetAll() {
  forgetHere();
  localStorage.setItem(SIGNED_OUT, String(Date.now()));
}

function forgetHere() {
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith('acme-'))
    .forEach((key) => sessionStorage.removeItem(key));
  Object.keys(localStorage)
    .filter((key) => key.startsWith('acme-sql-'))
    .forEach((key) => localStorage.removeItem(key));
}

window.addEventListener('storage', (event) => event.key === SIGNED_OUT && forgetHere());
