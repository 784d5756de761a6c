// <acme-sql-editor>: where SQL is written. The attributes "label" and "person" come from the server, which hears "acme-sql"
// with an action, the text and the selection. CodeMirror draws the editor; should it not load, a plain text area does the
// same. Tab is left alone, so that the keyboard gets out of it as of any other field.
//
// The text stays in this tab over a reload. The history stays in this browser, by person, and goes with signing out
// (form-draft.js): statements can hold what others should not read, so no server keeps them.
const LIBRARY = '../webjars/codemirror/5.62.2/';
const TEXT = 'acme-sql-text:';
const LINKED = 'acme-sql-linked:';
const HISTORY = 'acme-sql-history:';
const HISTORY_LENGTH = 50;
const LONGEST_ENTRY = 20_000;

class SqlEditor extends HTMLElement {
  #code;
  #area;
  #marks = [];

  connectedCallback() {
    if (!this.#area) {
      this.#area = document.createElement('textarea');
      this.#area.setAttribute('aria-label', this.getAttribute('label'));
      this.#area.spellcheck = false;
      this.#area.autocapitalize = 'off';
      this.#area.value = sessionStorage.getItem(TEXT + this.#person) ?? '';
      this.#area.addEventListener('input', () => this.#remember());
      this.#area.addEventListener('keydown', (event) => this.#onKey(event));
      this.append(this.#area);
      this.#improve();
    }
  }

  get #person() {
    return this.getAttribute('person') ?? '';
  }

  get #text() {
    return this.#code ? this.#code.getValue() : this.#area.value;
  }

  async #improve() {
    await import(LIBRARY + 'lib/codemirror.js');
    await import(LIBRARY + 'mode/sql/sql.js');
    const focused = document.activeElement === this.#area;
    this.#code = globalThis.CodeMirror.fromTextArea(this.#area, {
      mode: 'text/x-pgsql',
      lineNumbers: true,
      lineWrapping: true,
      inputStyle: 'contenteditable',
      screenReaderLabel: this.getAttribute('label'),
      extraKeys: { Tab: false, 'Shift-Tab': false, 'Ctrl-Enter': () => {}, 'Cmd-Enter': () => {} },
    });
    const field = this.#code.getInputField();
    field.setAttribute('role', 'textbox');
    field.setAttribute('aria-multiline', 'true');
    this.#code.getScrollerElement().removeAttribute('tabindex');
    this.#code.on('changes', () => this.#remember());
    this.#code.on('keydown', (_, event) => this.#onKey(event));
    if (focused) this.#code.focus();
  }

  #onKey(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.ask(event.shiftKey ? 'ALL' : 'CURRENT');
    }
  }

  #remember() {
    this.mark();
    sessionStorage.setItem(TEXT + this.#person, this.#text);
  }

  // Tells the server what there is to run.
  ask(action) {
    const [from, to] = this.#code
      ? [this.#code.indexFromPos(this.#code.getCursor('from')), this.#code.indexFromPos(this.#code.getCursor('to'))]
      : [this.#area.selectionStart, this.#area.selectionEnd];
    this.dispatchEvent(new CustomEvent('acme-sql', { detail: { action, text: this.#text, from, to } }));
  }

  // Marks a part of the text, and scrolls to it; without arguments nothing is marked any more.
  mark(from, to) {
    this.#marks.splice(0).forEach((mark) => mark.clear());
    if (from === undefined || !this.#code) return;
    const [start, end] = [this.#code.posFromIndex(from), this.#code.posFromIndex(to)];
    this.#marks.push(this.#code.markText(start, end, { className: 'sql-fault' }));
    this.#code.setCursor(start);
    this.#code.scrollIntoView({ from: start, to: end }, 40);
  }

  // Replaces the text; what stood there can be undone.
  set(text) {
    if (this.#code) {
      this.#code.setValue(text);
      this.#code.focus();
    } else {
      this.#area.value = text;
      this.#remember();
      this.#area.focus();
    }
  }

  // From a link: once, so that a reload keeps what was made of it. What stood there before is in the history.
  fill(text) {
    if (sessionStorage.getItem(LINKED + this.#person) === text) return;
    if (this.#text.trim()) remember(this.#person, this.#text);
    sessionStorage.setItem(LINKED + this.#person, text);
    this.set(text);
  }
}

function read(person) {
  try {
    const entries = JSON.parse(localStorage.getItem(HISTORY + person) ?? '[]');
    return Array.isArray(entries) ? entries.filter((entry) => typeof entry?.sql === 'string') : [];
  } catch {
    return [];
  }
}

function write(person, entries) {
  try {
    localStorage.setItem(HISTORY + person, JSON.stringify(entries));
  } catch {
    // No room: the older half goes, and where even that is too much, there is no history.
    if (entries.length > 1) write(person, entries.slice(0, entries.length / 2));
  }
}

// Puts a text first, where it may have stood further back.
export function remember(person, sql) {
  if (sql.length > LONGEST_ENTRY) return;
  const others = read(person).filter((entry) => entry.sql !== sql);
  write(person, [{ sql, at: Date.now() }, ...others].slice(0, HISTORY_LENGTH));
  document.querySelectorAll('acme-sql-history').forEach((history) => history.show());
}

// <acme-sql-history>: the last texts that this person ran in this browser; one of them replaces the editor's text.
class SqlHistory extends HTMLElement {
  #list = document.createElement('ul');
  #search = document.createElement('input');
  #empty = document.createElement('p');

  connectedCallback() {
    if (this.firstChild) return;
    const texts = JSON.parse(this.getAttribute('texts'));
    this.#search.type = 'search';
    this.#search.placeholder = texts.search;
    this.#search.setAttribute('aria-label', texts.search);
    this.#search.addEventListener('input', () => this.show());
    this.#list.setAttribute('aria-label', texts.title);
    this.#empty.className = 'muted';
    this.#list.addEventListener('click', (event) => this.#onClick(event));
    const clear = document.createElement('button');
    clear.className = 'button-link';
    clear.textContent = texts.clear;
    clear.addEventListener('click', () => this.#keep([]));
    const note = document.createElement('p');
    note.className = 'muted small';
    note.textContent = texts.note;
    this.append(this.#search, this.#list, this.#empty, note, clear);
    this.show();
  }

  get #person() {
    return this.getAttribute('person') ?? '';
  }

  show() {
    const wanted = this.#search.value.trim().toLowerCase();
    const texts = JSON.parse(this.getAttribute('texts'));
    const entries = read(this.#person).filter((entry) => entry.sql.toLowerCase().includes(wanted));
    this.#empty.hidden = entries.length > 0;
    this.#empty.textContent = wanted ? texts['nothing-found'] : texts.empty;
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
    this.#list.replaceChildren(
      ...entries.map((entry) => {
        const item = document.createElement('li');
        const use = document.createElement('button');
        use.className = 'sql-history-entry';
        use.dataset.sql = entry.sql;
        const code = document.createElement('code');
        code.textContent = entry.sql;
        const at = document.createElement('span');
        at.className = 'small muted';
        at.textContent = time.format(entry.at);
        use.append(code, at);
        const remove = document.createElement('button');
        remove.className = 'sql-history-remove';
        remove.setAttribute('aria-label', texts.remove);
        remove.title = texts.remove;
        remove.textContent = '×';
        item.append(use, remove);
        return item;
      }),
    );
  }

  #onClick(event) {
    const button = event.target.closest('button');
    if (!button) return;
    const sql = button.closest('li').querySelector('.sql-history-entry').dataset.sql;
    if (button.className === 'sql-history-remove') {
      this.#keep(read(this.#person).filter((entry) => entry.sql !== sql));
      this.#search.focus();
    } else {
      document.querySelector('acme-sql-editor').set(sql);
    }
  }

  #keep(entries) {
    write(this.#person, entries);
    this.show();
  }
}

// Counts the seconds of what runs, without asking the server.
class ElapsedTime extends HTMLElement {
  #timer;

  connectedCallback() {
    const begun = performance.now();
    const number = new Intl.NumberFormat(document.documentElement.lang, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    const show = () => (this.textContent = `${number.format((performance.now() - begun) / 1000)} s`);
    show();
    this.#timer = setInterval(show, 100);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }
}

customElements.define('acme-sql-editor', SqlEditor);
customElements.define('acme-sql-history', SqlHistory);
customElements.define('acme-elapsed-time', ElapsedTime);
