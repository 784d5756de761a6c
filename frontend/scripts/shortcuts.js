// <acme-shortcuts>: the keys of every page. "g" and a letter go to a section, "/" focuses the page's search
// ([data-shortcut="search"]), "n" follows its create link ([data-shortcut="create"]), "u" takes back what the last
// message offers to undo, "?" lists them. Nothing happens while someone types, holds a modifier or has a dialog open,
// nor with the attribute "off". A form's own key is listed with them.
const SEQUENCE_MILLISECONDS = 1500;
const TYPING = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
const OVERLAYS = [
  'dialog[open]',
  'vaadin-dialog[opened]',
  'vaadin-confirm-dialog[opened]',
  'vaadin-menu-bar-submenu[opened]',
  'vaadin-context-menu[opened]',
  'vaadin-popover[opened]',
].join(',');

class Shortcuts extends HTMLElement {
  #wentAt = 0;
  #onKey = (event) => this.#handle(event);

  connectedCallback() {
    document.addEventListener('keydown', this.#onKey);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#onKey);
  }

  #handle(event) {
    const target = event.composedPath()[0];
    const typing = target instanceof Element && target.closest(TYPING) && !isToggle(target);
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    if (typing || this.hasAttribute('off') || document.querySelector(OVERLAYS)) {
      return;
    }
    if (this.#act(event.key, event.timeStamp)) {
      event.preventDefault();
    }
  }

  #act(key, now) {
    const afterG = now - this.#wentAt < SEQUENCE_MILLISECONDS && this.#wentAt > 0;
    this.#wentAt = 0;
    if (afterG) {
      const page = this.pages.find((candidate) => candidate.key === key);
      return page ? this.#follow(document.querySelector(`.main-navigation a[href="${page.path}"]`)) : false;
    }
    switch (key) {
      case 'g':
        this.#wentAt = now;
        return true;
      case '/':
        return this.#follow(document.querySelector('[data-shortcut="search"]'));
      case 'n':
        return this.#follow(document.querySelector('[data-shortcut="create"]'));
      case 'u':
        return this.#follow([...document.querySelectorAll('.notification-undo')].at(-1));
      case '?':
        this.list();
        return true;
      default:
        return false;
    }
  }

  #follow(element) {
    if (!element) return false;
    if (element.matches('[data-shortcut="search"]')) {
      element.focus();
    } else {
      element.click();
    }
    return true;
  }

  // Also called by the server.
  list() {
    const dialog = document.createElement('dialog');
    dialog.className = 'shortcuts-dialog';
    dialog.setAttribute('aria-labelledby', 'shortcuts-title');
    const title = document.createElement('h2');
    title.id = 'shortcuts-title';
    title.textContent = this.texts.title;
    const list = document.createElement('dl');
    for (const [keys, meaning] of this.#meanings()) {
      const row = document.createElement('div');
      const term = document.createElement('dt');
      term.textContent = meaning;
      const detail = document.createElement('dd');
      for (const key of keys.split(' ')) {
        const cap = document.createElement('kbd');
        cap.textContent = key;
        detail.append(cap);
      }
      row.append(term, detail);
      list.append(row);
    }
    const close = document.createElement('button');
    close.className = 'button-link';
    close.textContent = this.texts.close;
    close.addEventListener('click', () => dialog.close());
    dialog.append(title, list, close);
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    // It belongs to the page that it was opened on, and would keep everybody from the next one.
    window.addEventListener('popstate', () => dialog.close(), { once: true });
    document.body.append(dialog);
    dialog.showModal();
  }

  #meanings() {
    const always = [[this.texts['save-keys'], this.texts.save]];
    if (this.hasAttribute('off')) return always;
    const meanings = this.pages.map((page) => [`g ${page.key}`, this.texts.go.replace('{0}', page.name)]);
    if (document.querySelector('[data-shortcut="search"]')) meanings.push(['/', this.texts.search]);
    if (document.querySelector('[data-shortcut="create"]')) meanings.push(['n', this.texts.create]);
    meanings.push(['u', this.texts.undo], ['?', this.texts.list]);
    return [...meanings, ...always];
  }
}

function isToggle(element) {
  return element instanceof HTMLInputElement && ['checkbox', 'radio', 'button'].includes(element.type);
}

customElements.define('acme-shortcuts', Shortcuts);
