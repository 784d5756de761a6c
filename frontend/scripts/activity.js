// Reports to the server that somebody is there: a key, pointer or touch, at most once in a while, with how long ago the
// last one was. Nothing else keeps a session alive.
const every = Number(new URL(import.meta.url).searchParams.get('every'));
// After a report that did not arrive.
const WAIT_MILLISECONDS = 5000;
const address = new URL('session/activity', document.baseURI);
let last = 0;
let reported = -Infinity;
let timer = 0;
let place = '';

async function report() {
  timer = 0;
  reported = Date.now();
  try {
    const answer = await fetch(address, { method: 'POST', body: new URLSearchParams({ ago: reported - last }) });
    if (answer.status === 401) {
      window.dispatchEvent(new Event('acme-session-ended'));
      window.location.reload();
    }
  } catch {
    // The server cannot be reached, of which the page tells by itself; a key or pointer reports again in a while.
    reported = Date.now() + Math.min(WAIT_MILLISECONDS, every) - every;
  }
}

function noticed(event) {
  // Browsers invent pointer moves when something moves under a resting pointer, such as a pushed update.
  const here = `${event.screenX},${event.screenY}`;
  const invented = event.type === 'pointermove' && here === place;
  place = event.type === 'pointermove' ? here : place;
  if (!event.isTrusted || invented) {
    return;
  }
  last = Date.now();
  timer ||= setTimeout(report, Math.max(0, reported + every - last));
}

for (const type of ['keydown', 'pointerdown', 'pointermove', 'touchstart', 'wheel']) {
  window.addEventListener(type, noticed, { capture: true, passive: true });
}
