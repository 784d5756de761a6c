// <acme-transient milliseconds="…">: fires "expired" when its time is over. While the pointer or the focus is on the
// message, or the tab is hidden, the time starts anew. Escape ends it at once, and the focus goes back where it was.
class Transient extends HTMLElement {
  #timer;
  #pointer = false;
  #before = null;
  #onVisibility = () => this.#restart();

  connectedCallback() {
    this.card = this.closest('vaadin-notification-card') ?? this;
    this.card.addEventListener('pointerenter', this);
    this.card.addEventListener('pointerleave', this);
    this.card.addEventListener('focusin', this);
    this.card.addEventListener('focusout', this);
    this.card.addEventListener('keydown', this);
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#restart();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#onVisibility);
    for (const type of ['pointerenter', 'pointerleave', 'focusin', 'focusout', 'keydown']) {
      this.card.removeEventListener(type, this);
    }
    this.#giveFocusBack();
  }

  handleEvent(event) {
    if (event.type === 'pointerenter') this.#pointer = true;
    if (event.type === 'pointerleave') this.#pointer = false;
    if (event.type === 'focusin' && !this.card.contains(event.relatedTarget)) this.#before = event.relatedTarget;
    if (event.type === 'keydown' && event.key === 'Escape') {
      event.stopPropagation();
      this.#expire();
      return;
    }
    // Only after a focusout has finished is it known where the focus went.
    queueMicrotask(() => this.#restart());
  }

  #inUse() {
    return this.#pointer || this.card.contains(document.activeElement) || document.hidden;
  }

  #restart() {
    clearTimeout(this.#timer);
    if (this.isConnected && !this.#inUse()) {
      this.#timer = setTimeout(() => this.#expire(), Number(this.getAttribute('milliseconds')));
    }
  }

  #expire() {
    clearTimeout(this.#timer);
    this.#giveFocusBack();
    this.dispatchEvent(new CustomEvent('expired'));
  }

  #giveFocusBack() {
    if (!this.#before) return;
    const lost = document.activeElement === document.body || this.card.contains(document.activeElement);
    if (lost) (this.#before.isConnected ? this.#before : document.getElementById('content'))?.focus();
    this.#before = null;
  }
}

customElements.define('acme-transient', Transient);
