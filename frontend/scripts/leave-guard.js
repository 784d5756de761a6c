// Asks before the page is closed, reloaded or left for another site, as long as a part of it holds what would be lost.

const holding = new Set();

export function hold(part, holds) {
  holds ? holding.add(part) : holding.delete(part);
}

// A dialog holds what is typed or chosen in it until it is closed.
export function holdWhileOpen(dialog) {
  for (const edit of ['input', 'change']) {
    dialog.addEventListener(edit, () => hold(dialog, true));
  }
  dialog.addEventListener('opened-changed', (event) => event.detail.value || hold(dialog, false));
}

// Whether a part of this page holds what would be lost.
export function holds() {
  return [...holding].some((part) => part.isConnected);
}

window.addEventListener('beforeunload', (event) => holds() && event.preventDefault());
// The session is over, or the person has agreed to lose it: the page goes at once.
for (const end of ['acme-session-ended', 'acme-signing-out']) {
  window.addEventListener(end, () => holding.clear());
}
