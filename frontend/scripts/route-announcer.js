// <acme-route-announcer>: another page has come without anything being loaded. It begins at its top, and where the focus went
// away with the page before, it gets it, unless it gives it to a part of itself.
import { frame } from './frame.js';

const FRAMES = 30;

class RouteAnnouncer extends HTMLElement {
  async arrive(fromTop) {
    if (fromTop) window.scrollTo(0, 0);
    // A dialog that goes with the page before holds the focus a little longer.
    for (let tries = 0; tries < FRAMES; tries++) {
      if (document.activeElement === document.body) {
        document.getElementById('content').focus({ preventScroll: true });
        return;
      }
      await frame();
    }
  }
}

customElements.define('acme-route-announcer', RouteAnnouncer);
